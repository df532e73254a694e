"""Where jobs run, and what comes next there: the newest request of each face, the jobs in line. No Qt, no thread."""

import math
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Generic

from engine.base.jobs import Job, Progress, Result
from engine.render.request import RenderRequest

REST_SECONDS = 0.15
"""How long the hand must rest before the draft on the canvas is drawn again in full quality."""

REPORT_SECONDS = 1 / 30
"""Between two reports of the same job."""


class Lane(Enum):
    """Which thread works on a job; no lane ever waits for another."""

    ENGINE = "engine"
    """Drawing and finding: the engine, its OpenGL and its networks. In order of rank."""
    FILES = "files"
    """Reading, writing, fetching, without an engine. All in turn, a step each: what takes two steps as saving does is
    done in the order it was asked for; what takes long steps as fetching does takes them `on_thread`."""
    PROCESSES = "processes"
    """Waiting for programs that work elsewhere (`engine.process`), without an engine. All in turn, a step each."""


class Rank(IntEnum):
    """What goes first when several jobs of the engine's lane can move, and what is shown."""

    CANCELLED = 0
    """Not to be asked for: to be told that a job has been cancelled should never take long."""
    PROMPT = 1
    """Quiet, a few milliseconds, and somebody looks at the very spot (a head being turned)."""
    NORMAL = 2
    """Somebody asked for it and waits."""
    QUIET = 3
    """Small change in the background (thumbnails, meters): shown nowhere."""
    PATIENT = 4
    """Takes minutes (a diffusion model draws): shown, and every other job goes before it."""
    IDLE = 5
    """Nobody asked for it, and a step takes long enough to be felt (reading networks ahead): shown nowhere, and only
    once nothing has been drawn or worked on for a while."""

    @property
    def shown(self) -> bool:
        """Whether a person is told that such a job is under way."""
        return self in (Rank.NORMAL, Rank.PATIENT)

    @property
    def behind(self) -> bool:
        """Whether it waits for all work in front of it, the hand on a slider included, and goes alone."""
        return self >= Rank.QUIET


class Steps(Generic[Result]):
    """A job under way, and what its next step waits for."""

    def __init__(self, job: Job[Result]) -> None:
        self._job = job
        self._waiting: Future[object] | None = None

    @property
    def ready(self) -> bool:
        """Whether a step has something to do."""
        return self._waiting is None or self._waiting.done()

    def step(self, ready: Callable[[], None]) -> Progress:
        """Go on by a step. ready: called once, on any thread, when the next one has something to do, unless it has
        now. StopIteration with the result at the end; whatever the job raises."""
        progress = next(self._job)
        self._waiting = progress.waiting
        if progress.waiting is not None:
            progress.waiting.add_done_callback(lambda _: ready())
        return progress

    def close(self, late: Callable[[], None]) -> None:
        """Stop it. late: called once, on any thread, when a step that is under way even now has ended."""
        self._job.close()
        if self._waiting is not None and not self._waiting.done():
            self._waiting.add_done_callback(lambda _: late())


@dataclass(eq=False)
class Work:
    """One job in line or under way. make: called on the lane's thread; gives the job's generator."""

    number: int
    title: str
    make: Callable[[], Job[object]]
    asked: Rank = Rank.NORMAL
    cancelled: bool = False
    steps: Steps[object] | None = None

    @property
    def rank(self) -> Rank:
        return Rank.CANCELLED if self.cancelled else self.asked

    @property
    def ready(self) -> bool:
        """Whether there is something to do for it now."""
        return self.cancelled or self.steps is None or self.steps.ready


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
    """Jobs in the order they came; the first of the lowest rank advances step by step.

    While a prompt or normal one waits for a thread of its own, the next prompt or normal one moves: such jobs bear one
    another. Quiet and patient ones keep their places: what closes a photo must not pass what still draws it, and no two
    diffusion models draw at once.
    """

    waiting: list[Work] = field(default_factory=list)

    def current(self) -> Work | None:
        """What to move by a step; None when there is nothing, or all that may move waits for a thread."""
        line = sorted(self.waiting, key=lambda work: work.rank)
        for work in line:
            if work.rank.behind and work is not line[0]:
                return None
            if work.ready:
                return work
        return None

    def find(self, number: int) -> Work | None:
        return next((work for work in self.waiting if work.number == number), None)


class RoundLane(WorkLane):
    """Jobs that bear one another: each takes a step in its turn, whatever its rank."""

    def current(self) -> Work | None:
        """The same; what it gives has had its turn."""
        for work in sorted(self.waiting, key=lambda work: not work.cancelled):
            if work.ready:
                self.waiting.remove(work)
                self.waiting.append(work)
                return work
        return None


class Reports:
    """Which progress of a job is told at once, and when the rest is: steps can be far quicker than eyes, and more than
    30 reports a second would only keep the window busy. The newest is told in the end, every preview at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._when: dict[int, float] = {}
        self._shown: dict[int, Progress] = {}
        self._held: dict[int, Progress] = {}

    def put(self, number: int, progress: Progress) -> None:
        """A job's newest progress. One that says nothing new is forgotten."""
        before = self._held.get(number) or self._shown.get(number)
        if before is None or progress.preview is not None or _words(before) != _words(progress):
            self._held[number] = progress

    def take(self) -> list[tuple[int, Progress]]:
        """What is to be told now: numbers of jobs, and progress."""
        now = self._clock()
        due = [number for number in self._held if self._due(number) <= now]
        for number in due:
            self._when[number], self._shown[number] = now, self._held[number]
        return [(number, self._held.pop(number)) for number in due]

    def due_in(self) -> float | None:
        """Seconds until `take` gives something; None when nothing is held."""
        return max(0.0, min(map(self._due, self._held)) - self._clock()) if self._held else None

    def end(self, number: int) -> None:
        """The job has ended: nothing more is told of it."""
        self._when.pop(number, None)
        self._shown.pop(number, None)
        self._held.pop(number, None)

    def _due(self, number: int) -> float:
        if self._held[number].preview is not None:
            return -math.inf
        return self._when.get(number, -math.inf) + REPORT_SECONDS


def _words(progress: Progress) -> tuple[float, float, str]:
    return progress.done, progress.total, progress.message
