"""The thread that hosts the engine: it answers the live slot first and moves one job on by a step in between.

Everything that leaves this thread does so as a Qt signal delivered on the window's thread, so nobody else needs locks.
"""

import threading
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.render.request import Frame, Quality, RenderRequest
from gui.model.lanes import EngineLike, LiveSlot, Work, WorkLane


class JobTicket(QObject):
    """What you hold while your job waits or runs. All signals arrive on the window's thread; one of the last three
    comes exactly once."""

    started = Signal()
    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, thread: "EngineThread", number: int, title: str, quiet: bool, patient: bool) -> None:
        super().__init__(thread)
        self.number, self.title, self.quiet, self.patient = number, title, quiet, patient
        self.active = True
        self.cancelling = False
        self._thread = thread

    def cancel(self) -> None:
        """Ask it to stop; `cancelled` follows once it has. Harmless when it has already ended."""
        if self.active and not self.cancelling:
            self.cancelling = True
            self._thread.cancel(self.number)


class EngineThread(QObject):
    """Hosts an engine on a thread of its own.

    make_engine: called on that thread, so that the heavy imports happen there and the window shows meanwhile.

    `show` puts a request in the live slot: `frame_ready` follows with a draft, and again in full quality when the hand
    rests. While the hand moves, a frame may be a step behind the newest request: it is still newer than the one on the
    canvas, and holding it back would freeze the preview for as long as the hand is faster than the renderer. What can
    never arrive is a frame older than one that was delivered, or one from before `forget`.
    `submit` puts a job in the work lane.
    """

    engine_ready = Signal(object)
    frame_ready = Signal(object)
    job_started = Signal(object)
    job_progress = Signal(object, object)
    job_ended = Signal(object)
    failed = Signal(object)
    _message = Signal(object)

    def __init__(self, make_engine: Callable[[], EngineLike], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slot, self._lane = LiveSlot(), WorkLane()
        self._condition = threading.Condition()
        self._tickets: dict[int, JobTicket] = {}
        self._next_number = 1
        self._epoch = 0
        self._stopping = False
        self.ready = False
        self._dead: EngineError | None = None
        self._message.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = _Loop(self, make_engine)
        self._thread.setObjectName("engine")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Cancel everything and wait for the thread to end. Safe to call twice."""
        with self._condition:
            self._stopping = True
            self._slot.clear()
            for work in self._lane.waiting:
                work.cancelled = True
            self._condition.notify()
        self._thread.wait()
        QCoreApplication.removePostedEvents(self)
        for ticket in list(self._tickets.values()):
            self._end(ticket, ticket.cancelled)

    @property
    def running(self) -> bool:
        return self._thread.isRunning()

    # ---- asked from the window's thread

    def show(self, request: RenderRequest, final: RenderRequest | None = None) -> None:
        """Draw this next, and `final` when the hand rests; whatever was waiting for the same face is forgotten."""
        with self._condition:
            self._slot.put(request, final)
            self._condition.notify()

    def rest(self) -> None:
        """The hand let go: refine at once instead of after a pause."""
        with self._condition:
            self._slot.rest()
            self._condition.notify()

    def forget(self) -> None:
        """Drop what waits in the live slot and whatever frame is under way (the photo is no longer the same)."""
        with self._condition:
            self._epoch += 1
            self._slot.clear()

    def submit(self, title: str, make: Callable[[Any], Job[Any]], quiet: bool = False,
               patient: bool = False, prompt: bool = False) -> JobTicket:
        """Put a job in line. make: called on the engine's thread with the engine, gives the job.

        quiet:   background work nobody waits for; it is shown nowhere and steps aside for other jobs.
        patient: work of minutes; it is shown, and steps aside for every other job.
        prompt:  quiet work of a few milliseconds that somebody looks at; every other job lets it pass.
        """
        quiet = quiet or prompt
        ticket = JobTicket(self, self._next_number, title, quiet, patient)
        self._next_number += 1
        self._tickets[ticket.number] = ticket
        with self._condition:
            self._lane.waiting.append(Work(ticket.number, title, make, quiet, patient, prompt))
            self._condition.notify()
        if self._dead is not None:
            self._message.emit(("job failed", ticket.number, self._dead))
        elif self._stopping:
            self._message.emit(("cancelled", ticket.number))
        return ticket

    def cancel(self, number: int) -> None:
        with self._condition:
            work = self._lane.find(number)
            if work is not None:
                work.cancelled = True
            self._condition.notify()

    @property
    def busy(self) -> bool:
        """Whether a job that is not quiet waits or runs."""
        return any(not ticket.quiet for ticket in self._tickets.values())

    # ---- delivered on the window's thread

    def _deliver(self, message: tuple[Any, ...]) -> None:
        kind = message[0]
        if kind == "frame":
            _, epoch, frame = message
            if epoch == self._epoch:
                self.frame_ready.emit(frame)
        elif kind == "ready":
            self.ready = True
            self.engine_ready.emit(message[1])
        elif kind == "dead":
            self._dead = message[1]
            self.failed.emit(self._dead)
            for ticket in list(self._tickets.values()):
                self._end(ticket, ticket.failed, self._dead)
        elif kind == "failed":
            self.failed.emit(message[1])
        else:
            self._deliver_job(kind, *message[1:])

    def _deliver_job(self, kind: str, number: int, value: Any = None) -> None:
        ticket = self._tickets.get(number)
        if ticket is None:
            return
        if kind == "started":
            ticket.started.emit()
            self.job_started.emit(ticket)
        elif kind == "progress":
            ticket.progress.emit(value)
            self.job_progress.emit(ticket, value)
        elif kind == "done":
            self._end(ticket, ticket.done, value)
        elif kind == "cancelled":
            self._end(ticket, ticket.cancelled)
        elif kind == "job failed":
            self._end(ticket, ticket.failed, value)

    def _end(self, ticket: JobTicket, signal: Any, *values: Any) -> None:
        self._tickets.pop(ticket.number, None)
        ticket.active = False
        signal.emit(*values)
        self.job_ended.emit(ticket)
        ticket.deleteLater()


class _Loop(QThread):
    """The loop itself; it touches its owner only under the condition, and tells it things only through `_message`."""

    def __init__(self, owner: EngineThread, make_engine: Callable[[], EngineLike]) -> None:
        super().__init__(owner)
        self._owner, self._make = owner, make_engine
        self._told: tuple[int, float] = (0, 0.0)

    def _tell(self, *message: Any) -> None:
        self._owner._message.emit(message)

    def run(self) -> None:  # Qt's name
        try:
            engine = self._make()
        except BaseException as error:  # whatever it is, the window must live to tell it
            self._tell("dead", as_engine_error(error))
            return
        self._tell("ready", engine)
        while self._turn(engine):
            pass
        try:
            engine.close()
        except Exception as error:  # the program is ending; nothing is left to protect
            self._tell("failed", as_engine_error(error))

    def _turn(self, engine: EngineLike) -> bool:
        """Draw the newest request, or move a job on by one step, or sleep until there is either. False: the end."""
        owner = self._owner
        with owner._condition:
            request = None if owner._stopping else owner._slot.take()
            work = owner._lane.current()
            if work is not None and (work.quiet or work.patient) and not work.cancelled:
                # A thumbnail between two frames would be felt in the hand: such work waits until it rests.
                work = work if request is None and owner._slot.due_in() is None else None
            if request is None and work is None:
                if owner._stopping:
                    return False
                owner._condition.wait(owner._slot.due_in())
                return True
            epoch = owner._epoch
        if work is not None and work.cancelled:
            self._step(engine, work)  # whoever stopped it is told before a frame takes its time
            work = None
        if request is not None:
            try:
                final = request.quality is Quality.FINAL
                frame = self._final(engine.draw(request), request, epoch) if final else engine.render(request)
                if frame is not None:
                    self._tell("frame", epoch, frame)
            except Exception as error:  # a frame that fails must not take the thread down
                if epoch == owner._epoch:
                    self._tell("failed", as_engine_error(error))
            # A hand that never stops must not starve the job: it gets its step after every frame.
        if work is not None:
            self._step(engine, work)
        return True

    def _final(self, job: Job[Frame], request: RenderRequest, epoch: int) -> Frame | None:
        """Draw in full quality, but make way when the hand moves on: what a generator draws can take seconds."""
        owner = self._owner
        with closing(job):
            while True:
                try:
                    next(job)
                except StopIteration as end:
                    return end.value
                with owner._condition:
                    if owner._slot.has_newer and epoch == owner._epoch:
                        owner._slot.put_back(request)
                    if owner._slot.has_newer or owner._stopping or epoch != owner._epoch:
                        return None

    def _step(self, engine: EngineLike, work: Work) -> None:
        try:
            if work.cancelled:
                if work.generator is not None:
                    work.generator.close()
                raise Cancelled
            if work.generator is None:
                self._tell("started", work.number)
                work.generator = work.make(engine)
            self._report(work, next(work.generator))
        except StopIteration as end:
            self._finish(work, "done", end.value)
        except Cancelled:
            self._finish(work, "cancelled")
        except BaseException as error:  # told to whoever holds the ticket
            self._finish(work, "job failed", as_engine_error(error))

    def _report(self, work: Work, progress: Progress) -> None:
        # Steps can be far quicker than eyes; more than 30 reports a second would only keep the window busy.
        now = time.monotonic()
        if self._told[0] != work.number or now - self._told[1] > 1 / 30 or progress.preview is not None:
            self._told = (work.number, now)
            self._tell("progress", work.number, progress)

    def _finish(self, work: Work, kind: str, value: Any = None) -> None:
        with self._owner._condition:
            self._owner._lane.waiting.remove(work)
        work.generator = None
        self._tell(kind, work.number, value)


def as_engine_error(error: BaseException) -> EngineError:
    """Any exception as something a person can be told, with the traceback kept apart for a report."""
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, EngineError):
        error.detail = error.detail or detail
        return error
    if isinstance(error, MemoryError):
        return EngineError(Text("There is not enough memory for this."),
                           Text("Close other programs or use a smaller picture."), detail)
    name = type(error).__name__
    return EngineError(Text("Something went wrong inside the engine: {0}", error or name),
                       Text("Your work is kept. Details are in the report."), detail)
