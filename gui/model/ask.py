"""Asking for work: the one idiom by which the window starts a job and hears what came of it."""

from collections.abc import Callable
from typing import Generic, Literal, Self, TypeVar, overload

from PySide6.QtCore import QObject

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.facade import EngineFacade
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Lane, Rank

T = TypeVar("T")


class Ask(Generic[T]):
    """A job from the asking to its end.

        Ask(self, self.tr("Copying"), lambda engine: engine.expressions.copy(*key, path), about=key) \
            .then(self._copied).failed(self._not_copied).start(thread)

    Once it has started, one of `then` (with the result), `failed` and `cancelled` is called, after that `ended`; all on
    the window's thread. What fails and has no `failed` is told by the thread's own `failed` signal. Each may be said
    several times, and also after the start.
    It belongs to its owner: when that is destroyed the job is stopped, and nothing is called any more.

    make:  called on the lane's thread, gives the job. The engine's lane gives it the engine, the others have none.
    about: what it was asked for, so that nobody has to keep that beside it.
    """

    @overload
    def __init__(self, owner: QObject, title: str, make: Callable[[EngineFacade], Job[T]], rank: Rank = ...,
                 about: object = ...) -> None: ...

    @overload
    def __init__(self, owner: QObject, title: str, make: Callable[[], Job[T]], rank: Rank = ..., about: object = ...,
                 *, lane: Literal[Lane.FILES, Lane.PROCESSES]) -> None: ...

    def __init__(self, owner: QObject, title: str, make: Callable[..., Job[T]], rank: Rank = Rank.NORMAL,
                 about: object = None, lane: Lane = Lane.ENGINE) -> None:
        self.title, self.rank, self.about = title, rank, about
        self._owner: QObject | None = owner
        self._make: Callable[..., Job[T]] | None = make
        self._lane = lane
        self._on_done: list[Callable[[T], object]] = []
        self._on_failed: list[Callable[[EngineError], object]] = []
        self._on_cancelled: list[Callable[[], object]] = []
        self._on_ended: list[Callable[[], object]] = []
        self._on_progress: list[Callable[[Progress], object]] = []
        self._ticket: JobTicket | None = None
        self._tie: QObject | None = None
        self._dropped = False
        self._kind, self._units = "", 1.0

    # ---- what to call

    def then(self, call: Callable[[T], object]) -> Self:
        self._on_done.append(call)
        return self

    def failed(self, call: Callable[[EngineError], object]) -> Self:
        self._on_failed.append(call)
        return self

    def cancelled(self, call: Callable[[], object]) -> Self:
        self._on_cancelled.append(call)
        return self

    def ended(self, call: Callable[[], object]) -> Self:
        self._on_ended.append(call)
        return self

    def progress(self, call: Callable[[Progress], object]) -> Self:
        self._on_progress.append(call)
        return self

    def timed(self, kind: str, units: float = 1.0) -> Self:
        """Said before the start: it is one of a kind whose durations are noted (`Durations`), of so many units."""
        self._kind, self._units = kind, units
        return self

    # ---- from beginning to end

    def start(self, thread: EngineThread, replacing: "Ask[T] | None" = None) -> Self:
        """Put it in line; at once, and once. replacing: an earlier one that is dropped, only the newest counts."""
        if replacing is not None:
            replacing.drop()
        make = self._make
        assert self._owner is not None and self._ticket is None and make is not None, "asked twice"
        self._tie = QObject(self._owner)  # goes with the owner, or when the job has ended
        self._tie.destroyed.connect(lambda: self._untied())
        self._owner = None
        if self._lane is Lane.ENGINE:
            ticket = self._ticket = thread.submit(self.title, make, self.rank)
        else:
            ticket = self._ticket = thread.submit_beside(self._lane, self.title, make, self.rank)
        ticket.kind, ticket.units = self._kind, self._units
        # Lambdas all over: Qt does not keep what is no QObject alive for the sake of its bound methods.
        ticket.progress.connect(lambda progress: self._say(self._on_progress, progress))
        ticket.done.connect(lambda result: self._end(self._on_done, result))
        ticket.failed.connect(lambda error: self._end(self._on_failed or self._told_by(thread), error))
        ticket.cancelled.connect(lambda: self._end(self._on_cancelled))
        return self

    @property
    def active(self) -> bool:
        """Whether it has started and not ended."""
        return self._ticket is not None and self._ticket.active

    @property
    def ticket(self) -> JobTicket:
        """What the lane knows it by; only once it has started."""
        assert self._ticket is not None, "not started"
        return self._ticket

    def cancel(self) -> None:
        """Ask it to stop; `cancelled` follows, or `then` when it was quicker. Harmless when it has ended."""
        if self._ticket is not None:
            self._ticket.cancel()

    def drop(self) -> None:
        """Stop it and hear nothing more of it."""
        self._dropped = True
        self._release()
        self.cancel()

    @staticmethod
    def _told_by(thread: EngineThread) -> list[Callable[[EngineError], object]]:
        return [thread.tell]

    def _untied(self) -> None:
        self._tie = None
        self.drop()

    def _say(self, calls: "list[Callable[..., object]]", *values: object) -> None:
        for call in list(calls):
            if not self._dropped:  # a call before may have taken the owner away
                call(*values)

    def _end(self, calls: "list[Callable[..., object]]", *values: object) -> None:
        self._say(calls, *values)
        self._say(self._on_ended)
        self._release()
        self._make = None  # with what it worked on. Not before: Qt's objects must not go on the lane's thread

    def _release(self) -> None:
        """Let go of the owner and of whatever the calls hold."""
        if self._tie is not None:
            self._tie.deleteLater()
            self._tie = None
        for calls in (self._on_done, self._on_failed, self._on_cancelled, self._on_ended, self._on_progress):
            calls.clear()
