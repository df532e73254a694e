"""The engine as the window asks it: requests, jobs and their tickets. What the threads do is in engine_loop, job_loop.

Everything that leaves a thread does so as a Qt signal delivered on the window's thread, so nobody else needs locks.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.facade import EngineFacade
from engine.render.request import RenderRequest
from gui.model.collector import Collector
from gui.model.durations import Durations, drawing_kind
from gui.model.engine_loop import EngineLoop
from gui.model.job_loop import JobLoop, Message
from gui.model.lanes import Lane, Rank, Work

WORTH_NOTING = 1.0
"""Seconds that a job took at least for its duration to be noted: of what is quicker no time left is ever said."""


_NEARLY = 0.97
"""Of a job, what the clock alone can say: whether it has come to its end, the job does."""


class JobTicket(QObject):
    """What you hold while your job waits or runs. All signals arrive on the window's thread; one of the last three
    comes exactly once.

    begun, active: whether it has begun, and not ended. latest: its newest progress.
    asked: when, by the thread's clock.
    kind, units: of what kind it is, as `Durations` has it; "" for one of which nothing is noted.
    """

    started = Signal()
    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, thread: "EngineThread", number: int, title: str, rank: Rank, lane: Lane) -> None:
        super().__init__(thread)
        self.number, self.title, self.rank, self.lane = number, title, rank, lane
        self.active, self.begun = True, False
        self.asked = thread.clock()
        self.latest: Progress | None = None
        self.cancelling = False
        self.kind, self.units = "", 1.0
        self.began: float | None = None  # by the thread's clock
        self._thread = thread
        self._far = 0.0

    @property
    def left(self) -> float | None:
        """Seconds that it will take from now on, going by the last runs of its kind; None when they do not say."""
        expected = self._thread.durations.expected(self.kind, self.units)
        if expected is None or self.began is None:
            return expected
        rest = expected - (self._thread.clock() - self.began)
        return rest if rest > 0 else None

    @property
    def fraction(self) -> float | None:
        """How far it is, 0..1, and never less than before: by the clock as long as `left` goes by it, so that both say
        the same, else by its own steps. None when neither says."""
        rest, steps = self.left, self.latest
        if rest is not None and self.began is not None:
            gone = self._thread.clock() - self.began
            self._far = max(self._far, min(gone / (gone + rest), _NEARLY))
        elif rest is None and steps is not None and steps.total > 0:
            self._far = max(self._far, min(steps.done / steps.total, 1.0))
        return self._far or None

    def cancel(self) -> None:
        """Ask it to stop; `cancelled` follows once it has. Harmless when it has already ended."""
        if self.active and not self.cancelling:
            self.cancelling = True
            self._thread.cancel(self)


class EngineThread(QObject):
    """Hosts an engine on a thread of its own, and beside it the lanes that need none.

    make_engine: called on the engine's thread, so that the heavy imports happen there and the window shows meanwhile.

    `show` puts a request in the live slot: `frame_ready` follows with a draft, and again in full quality when the hand
    rests. While the hand moves, a frame may be a step behind the newest request: it is still newer than the one on the
    canvas, and holding it back would freeze the preview for as long as the hand is faster than the renderer. What can
    never arrive is a frame older than one that was delivered, or one from before `forget`.
    Jobs are asked for with `Ask`.

    job_asked, job_started, job_progress, job_ended: of every job, with its ticket. timed: `durations` knows more.
    clock: seconds; by it jobs are timed.
    """

    engine_ready = Signal(object)
    frame_ready = Signal(object)
    job_asked = Signal(object)
    job_started = Signal(object)
    job_progress = Signal(object, object)
    job_ended = Signal(object)
    failed = Signal(object)
    timed = Signal()
    _message = Signal(object)

    def __init__(self, make_engine: Callable[[], EngineFacade], parent: QObject | None = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.clock, self.durations = clock, Durations()
        self._tickets: dict[int, JobTicket] = {}
        self._next_number = 1
        self.ready = False
        self._dead: EngineError | None = None
        self._told: EngineError | None = None
        self._message.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._loop = EngineLoop(make_engine, self._message.emit, self)
        self._lanes: dict[Lane, JobLoop] = {Lane.ENGINE: self._loop}
        for lane in (Lane.FILES, Lane.PROCESSES):
            self._lanes[lane] = JobLoop(self._message.emit, parent=self)
        for lane, loop in self._lanes.items():
            loop.setObjectName(lane.value)
        self._collector = Collector(self)

    def start(self) -> None:
        self._collector.start()  # there are other threads now
        for loop in self._lanes.values():
            loop.start()

    def stop(self) -> None:
        """Cancel everything and wait for the threads to end. Safe to call twice."""
        for loop in self._lanes.values():
            loop.stop()
        for loop in self._lanes.values():
            loop.wait()
        self._collector.stop()
        QCoreApplication.removePostedEvents(self)
        for ticket in list(self._tickets.values()):
            self._end(ticket, ticket.cancelled)

    @property
    def running(self) -> bool:
        return any(loop.isRunning() for loop in self._lanes.values())

    # ---- asked from the window's thread

    def show(self, request: RenderRequest, final: RenderRequest | None = None) -> None:
        """Draw this next, and `final` when the hand rests; whatever was waiting for the same face is forgotten."""
        self._loop.show(request, final)

    def rest(self) -> None:
        """The hand let go: refine at once instead of after a pause."""
        self._loop.rest()

    def forget(self) -> None:
        """Drop what waits in the live slot and whatever frame is under way (the photo is no longer the same)."""
        self._loop.forget()

    def submit(self, title: str, make: Callable[[EngineFacade], Job[object]], rank: Rank = Rank.NORMAL) -> JobTicket:
        """Put a job in the engine's line. make: called on its thread with the engine, gives the job."""
        return self._put(title, self._loop.with_engine(make), rank, Lane.ENGINE)

    def submit_beside(self, lane: Lane, title: str, make: Callable[[], Job[object]],
                      rank: Rank = Rank.NORMAL) -> JobTicket:
        """Put a job in a lane that needs no engine. make: called on its thread, gives the job."""
        return self._put(title, make, rank, lane)

    def _put(self, title: str, make: Callable[[], Job[object]], rank: Rank, lane: Lane) -> JobTicket:
        ticket = JobTicket(self, self._next_number, title, rank, lane)
        self._next_number += 1
        self._tickets[ticket.number] = ticket
        stopping = not self._lanes[lane].put(Work(ticket.number, title, make, rank))
        if self._dead is not None and lane is Lane.ENGINE:
            self._message.emit(("job failed", ticket.number, self._dead))
        elif stopping:
            self._message.emit(("cancelled", ticket.number))
        self.job_asked.emit(ticket)
        return ticket

    def cancel(self, ticket: JobTicket) -> None:
        self._lanes[ticket.lane].cancel(ticket.number)

    @property
    def busy(self) -> bool:
        """Whether a job that is shown waits or runs."""
        return any(ticket.rank.shown for ticket in self._tickets.values())

    @property
    def settled(self) -> bool:
        """Whether no job waits or runs in any lane, nothing is drawn, and what the engine's left is given back. A step
        of a stopped job may still be under way on a thread of its own."""
        return not self._tickets and self._loop.settled

    @property
    def shown(self) -> list[JobTicket]:
        """The jobs that a person is told of, in the order they were asked for."""
        return [ticket for ticket in self._tickets.values() if ticket.rank.shown]

    def tell(self, error: EngineError) -> None:
        """Tell an error of a job that nobody else tells."""
        if error is not self._told:
            self.failed.emit(error)

    # ---- delivered on the window's thread

    def _deliver(self, message: Message) -> None:
        match message:
            case ("frame", epoch, frame):
                if epoch == self._loop.epoch:
                    self.frame_ready.emit(frame)
            case ("ready", engine):
                self.ready = True
                self.engine_ready.emit(engine)
            case ("dead", EngineError() as error):
                self._dead = error
                self.failed.emit(error)
                self._told = error  # once, not for every job in line
                for ticket in [one for one in self._tickets.values() if one.lane is Lane.ENGINE]:
                    self._end(ticket, ticket.failed, error)
                self._told = None
            case ("failed", error):
                self.failed.emit(error)
            case ("final", int(number), RenderRequest() as request):
                self._begin_final(number, request)
            case (kind, int(number), *values) if number in self._tickets:
                self._deliver_job(self._tickets[number], kind, *values)

    def _begin_final(self, number: int, request: RenderRequest) -> None:
        """A frame in full quality is a job that nobody asked for by `Ask`, with a ticket for whoever shows and stops
        jobs."""
        title = QCoreApplication.translate("EngineThread", "Drawing in full quality")
        ticket = JobTicket(self, number, title, Rank.NORMAL, Lane.ENGINE)
        ticket.kind = drawing_kind(request)
        self._tickets[number] = ticket
        self._deliver_job(ticket, "started")

    def _deliver_job(self, ticket: JobTicket, kind: object, value: object = None) -> None:
        if kind == "started":
            ticket.begun, ticket.began = True, self.clock()
            ticket.started.emit()
            self.job_started.emit(ticket)
        elif isinstance(value, Progress) and kind == "progress":
            ticket.latest = value
            ticket.progress.emit(value)
            self.job_progress.emit(ticket, value)
        elif kind == "done":
            self._note(ticket)
            self._end(ticket, ticket.done, value)
        elif kind == "cancelled":
            self._end(ticket, ticket.cancelled)
        elif kind == "job failed":
            self._end(ticket, ticket.failed, value)

    def _note(self, ticket: JobTicket) -> None:
        seconds = self.clock() - ticket.began if ticket.began is not None else 0.0
        if ticket.kind and seconds >= WORTH_NOTING:
            self.durations.note(ticket.kind, seconds, ticket.units)
            self.timed.emit()

    def _end(self, ticket: JobTicket, signal: SignalInstance, *values: object) -> None:
        self._tickets.pop(ticket.number, None)
        ticket.active = False
        signal.emit(*values)
        self.job_ended.emit(ticket)
        ticket.deleteLater()
