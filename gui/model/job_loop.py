"""The loop of a lane's thread: it moves jobs on by a step and sleeps until one has something to do.

What it tells is said through one function, and it knows nothing of tickets or windows.
"""

import threading
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from gui.model.lanes import Reports, RoundLane, Steps, Work, WorkLane

Message = tuple[object, ...]
"""What happened: a word for it, and its values."""


class JobLoop(QThread):
    """Works on the jobs of a lane on this thread until told to stop.

    tell: called on this thread with ("started", number), ("progress", number, progress) and one of ("done", number,
    result), ("cancelled", number), ("job failed", number, error) for each job.
    lane: in which order jobs move; all in turn when None.
    """

    def __init__(self, tell: Callable[[Message], None], lane: WorkLane | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = tell
        self._lane, self._reports = lane or RoundLane(), Reports()
        self._condition = threading.Condition()
        self._stopping = False

    # ---- asked from other threads

    def put(self, work: Work) -> bool:
        """Put a job in line; False when the loop is stopping, and will not get to it."""
        with self._condition:
            self._lane.waiting.append(work)
            self._condition.notify()
            return not self._stopping

    def cancel(self, number: int) -> None:
        with self._condition:
            work = self._lane.find(number)
            if work is not None:
                work.cancelled = True
            self._condition.notify()

    def stop(self) -> None:
        """Cancel everything and end soon; `wait` for it."""
        with self._condition:
            self._stopping = True
            for work in self._lane.waiting:
                work.cancelled = True
            self._condition.notify()

    def _wake(self) -> None:
        with self._condition:
            self._condition.notify()

    def _ended_late(self) -> None:
        """A step that was under way when its job was stopped has ended; on any thread."""

    # ---- the thread

    def _tell(self, *message: object) -> None:
        self._say(message)

    def run(self) -> None:  # Qt's name
        while self._turn():
            self._report()

    def _turn(self) -> bool:
        """Move a job on by one step, or sleep until there is one. False: the end."""
        with self._condition:
            work = self._lane.current()
            if work is None:
                if self._stopping:
                    return False
                self._condition.wait(self._reports.due_in())
                return True
        self._step(work)
        return True

    def _step(self, work: Work) -> None:
        try:
            if work.cancelled:
                if work.steps is not None:
                    work.steps.close(self._ended_late)
                raise Cancelled
            if work.steps is None:
                self._tell("started", work.number)
                work.steps = Steps(work.make())
            self._reports.put(work.number, work.steps.step(self._wake))
        except StopIteration as end:
            self._finish(work, "done", end.value)
        except Cancelled:
            self._finish(work, "cancelled")
        except BaseException as error:  # told to whoever holds the ticket
            self._finish(work, "job failed", as_engine_error(error))

    def _report(self) -> None:
        for number, progress in self._reports.take():
            self._tell("progress", number, progress)

    def _finish(self, work: Work, kind: str, *value: object) -> None:
        with self._condition:
            self._lane.waiting.remove(work)
        work.steps = None
        work.make = _nothing  # who asked holds it too, and lets go of it on the window's thread
        self._reports.end(work.number)
        self._tell(kind, work.number, *value)


def _nothing() -> Job[object]:
    raise AssertionError("it has ended")


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
