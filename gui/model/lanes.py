"""What the engine's thread has to do next: the newest request of each face, and the jobs in line. No Qt, no thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from engine.base.jobs import Job
from engine.render.request import Frame, RenderRequest

REST_SECONDS = 0.15
"""How long the hand must rest before the draft on the canvas is drawn again in full quality."""


class EngineLike(Protocol):
    """What the thread asks of an engine; everything else is a job that somebody hands in."""

    def render(self, request: RenderRequest) -> Frame: ...

    def draw(self, request: RenderRequest) -> Job[Frame]: ...

    def close(self) -> None: ...


@dataclass(eq=False)
class Work:
    """One job waiting or under way.

    make:    called on the engine's thread with the engine; gives the job's generator.
    quiet:   small change in the background (thumbnails, meters): shown nowhere, and steps aside for work that is not.
    prompt:  quiet, quick, and somebody looks at the very spot (a head being turned): every other job lets it pass.
    patient: takes minutes (a diffusion model draws): shown, but every other job goes before it, and both kinds step
             aside while the hand moves.
    """

    number: int
    title: str
    make: Callable[[Any], Job[Any]]
    quiet: bool = False
    patient: bool = False
    prompt: bool = False
    cancelled: bool = False
    generator: Job[Any] | None = None

    @property
    def rank(self) -> int:
        """What goes first has the lowest; to be told that one has been cancelled should never take long."""
        if self.cancelled or self.prompt:
            return 0 if self.cancelled else 1
        return 4 if self.patient else 3 if self.quiet else 2


class LiveSlot:
    """One place per face for the newest request: a newer one replaces what was waiting, nothing ever queues.

    A draft brings the request to draw in its place with it, which is due once `REST_SECONDS` have passed
    without a newer one.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[int, RenderRequest] = {}
        self._drafts: dict[int, RenderRequest] = {}
        self._last = -REST_SECONDS

    def put(self, request: RenderRequest, final: RenderRequest | None = None) -> None:
        """final: what to draw once the hand rests; None means the request itself is already that."""
        self._waiting.pop(request.face, None)
        self._waiting[request.face] = request
        self._drafts.pop(request.face, None)
        if final is not None:
            self._drafts[request.face] = final
        self._last = self._clock()

    @property
    def has_newer(self) -> bool:
        """Whether something waits to be drawn at once."""
        return bool(self._waiting)

    def put_back(self, final: RenderRequest) -> None:
        """A final that made way: it is due again when the hand rests, unless its face has something newer."""
        if final.face not in self._waiting:
            self._drafts.setdefault(final.face, final)

    def rest(self) -> None:
        """The hand let go: whatever is still a draft is due at once."""
        self._last = self._clock() - REST_SECONDS

    def clear(self) -> None:
        self._waiting.clear()
        self._drafts.clear()

    def take(self) -> RenderRequest | None:
        """What to draw now: the request put last, else a draft that is due in final quality, else nothing."""
        if self._waiting:
            face = next(reversed(self._waiting))
            return self._waiting.pop(face)
        if self._drafts and self.due_in() == 0.0:
            face = next(reversed(self._drafts))
            return self._drafts.pop(face)
        return None

    def due_in(self) -> float | None:
        """Seconds until `take` gives something; None when nothing is waiting."""
        if self._waiting:
            return 0.0
        return max(0.0, self._last + REST_SECONDS - self._clock()) if self._drafts else None


@dataclass
class WorkLane:
    """Jobs in the order they came; the one in front advances step by step, prompt ones before all others, quiet ones
    only when no other waits and patient ones last."""

    waiting: list[Work] = field(default_factory=list)

    def current(self) -> Work | None:
        return min(self.waiting, key=lambda work: work.rank, default=None)

    def find(self, number: int) -> Work | None:
        return next((work for work in self.waiting if work.number == number), None)
