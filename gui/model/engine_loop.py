"""The loop of the engine's thread: it answers the live slot first and moves jobs on by a step in between.

It sleeps until there is something to do: a request, a job, a job's own thread that has ended its step, or what is due
at rest.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from engine.base.jobs import Job, Result
from engine.facade import EngineFacade
from engine.render.request import Frame, Quality, RenderRequest
from gui.model.job_loop import JobLoop, Message, as_engine_error
from gui.model.lanes import LiveSlot, Rank, Steps, WorkLane
from gui.model.rest import Rest

GIVE_BACK_SECONDS = 2.0
"""Of rest after a job, or after a final that networks drew on a thread of its own, before memory that is free and kept
for later goes back to the system: 0.6 GB after such a final. Other frames leave nothing behind, and the first one
afterwards takes 3 ms more."""

IDLE_SECONDS = 1.0
"""After the last frame or job, before an idle one goes on: a hand that lets go of one slider takes hold of the next
sooner than that."""

RELEASE_SECONDS = 180.0
"""Of rest, before networks go that the next frame does without. Reading one takes up to a second, on this thread."""


class EngineLoop(JobLoop):
    """Makes an engine on this thread, and draws and works with it until told to stop.

    tell: called on this thread with what `JobLoop` tells, and ("ready", engine), ("dead", error) when it cannot be
    made, ("frame", epoch, frame), ("failed", error). A frame in full quality is told of as a job is, with a number
    below zero: ("final", number, request) before its first step, then its progress, and "done" or "cancelled".
    epoch: how often `forget` was called; a frame of an earlier one is of a photo that is gone.
    """

    def __init__(self, make_engine: Callable[[], EngineFacade], tell: Callable[[Message], None],
                 parent: QObject | None = None) -> None:
        super().__init__(tell, WorkLane(), parent)
        self._make = make_engine
        self._slot = LiveSlot()
        self._engine: EngineFacade | None = None  # this and the next only this thread's
        self._final: _Final | None = None
        self._finals = 0  # how many were begun
        self._unwanted = 0  # number of one that somebody stopped
        self._giving_back, self._releasing = Rest(GIVE_BACK_SECONDS), Rest(RELEASE_SECONDS)
        self._busy = Rest(IDLE_SECONDS)  # until it is over, idle work waits
        self._newest: RenderRequest | None = None  # what was drawn last, of the photo that is open
        self.epoch = 0

    # ---- asked from other threads

    def show(self, request: RenderRequest, final: RenderRequest | None) -> None:
        with self._condition:
            self._slot.put(request, final)
            self._condition.notify()

    def rest(self) -> None:
        with self._condition:
            self._slot.rest()
            self._condition.notify()

    def forget(self) -> None:
        with self._condition:
            self.epoch += 1
            self._slot.clear()
            self._newest = None
            self._condition.notify()

    def cancel(self, number: int) -> None:
        """Stop a job; or a frame in full quality, of which the draft then stays."""
        if number >= 0:
            super().cancel(number)
            return
        with self._condition:
            self._unwanted = number
            self._condition.notify()

    def with_engine(self, make: Callable[[EngineFacade], Job[Result]]) -> Callable[[], Job[Result]]:
        """What makes a job, given the engine; to be called on this thread."""
        def made() -> Job[Result]:
            assert self._engine is not None, "no engine yet"
            return make(self._engine)

        return made

    @property
    def settled(self) -> bool:
        """Whether nothing is drawn or worked on, and what that left is given back."""
        with self._condition:
            return self._idle and self._giving_back.due_in() is None

    def stop(self) -> None:
        with self._condition:
            self._slot.clear()
        super().stop()

    def _ended_late(self) -> None:
        with self._condition:
            self._giving_back.begin()  # what it worked with is free only now
            self._condition.notify()

    # ---- the thread

    def run(self) -> None:  # Qt's name
        try:
            engine = self._make()
        except BaseException as error:  # whatever it is, the window must live to tell it
            self._tell("dead", as_engine_error(error))
            return
        self._engine = engine
        self._tell("ready", engine)
        super().run()
        try:
            engine.close()
        except Exception as error:  # the program is ending; nothing is left to protect
            self._tell("failed", as_engine_error(error))

    def _turn(self) -> bool:
        """Draw the newest request, or move a job on by one step, or sleep until there is either. False: the end."""
        self._make_way()
        with self._condition:
            final = self._final
            request = self._slot.take() if final is None and not self._stopping else None
            work = self._lane.current()
            self._busy.take()
            if work is not None and work.rank.behind and not self._at_rest(request):
                work = None  # a thumbnail between two frames would be felt in the hand: such work waits until it rests
            if work is not None and work.rank is Rank.IDLE and self._busy.due_in() is not None:
                work = None
            if request is None and work is None and not (final is not None and final.steps.ready):
                if self._stopping:
                    return False
                tidy = self._tidying() if self._idle else None
                if tidy is None and not self._outdated(final):
                    self._condition.wait(self._sleep())
                if tidy is None:
                    return True
            else:
                tidy = None
                self._newest = request or self._newest
            epoch = self.epoch
        if tidy is not None:
            self._tidy(tidy)
            return True
        self._giving_back.put_off() if work is None else self._giving_back.begin()
        self._releasing.begin()
        if work is None or work.rank is not Rank.IDLE:
            self._busy.begin()
        if work is not None and work.cancelled:
            self._step(work)  # whoever stopped it is told before a frame takes its time
            work = None
        if request is not None:
            self._begin(request, epoch)
        elif final is not None and final.steps.ready:
            self._refine(final)
            return True
        # A hand that never stops must not starve the job: it gets its step after every frame.
        if work is not None:
            self._step(work)
        return True

    def _at_rest(self, request: RenderRequest | None) -> bool:
        """Whether nothing is drawn and nothing will be soon."""
        return request is None and self._final is None and self._slot.due_in() is None

    @property
    def _idle(self) -> bool:
        """Whether nothing is drawn or worked on, and nothing waits for a thread of its own."""
        return self._final is None and not self._lane.waiting and self._slot.due_in() is None

    def _tidying(self) -> Callable[[EngineFacade], None] | None:
        """What is due at rest now. With the condition held."""
        if self._releasing.take():
            newest = self._newest
            return lambda engine: engine.rest(newest)
        if self._giving_back.take():
            return lambda engine: engine.give_back()
        return None

    def _tidy(self, tidy: Callable[[EngineFacade], None]) -> None:
        assert self._engine is not None
        try:
            tidy(self._engine)
        except Exception as error:  # tidying must not take the thread down
            self._failed(self.epoch, error)

    def _sleep(self) -> float | None:
        """Seconds after which something is due by itself; None when nothing is."""
        due = (self._slot.due_in() if self._final is None else None, self._reports.due_in(), self._busy.due_in(),
               self._giving_back.due_in() if self._idle else None,
               self._releasing.due_in() if self._idle else None)
        return min((seconds for seconds in due if seconds is not None), default=None)

    # ---- frames

    def _begin(self, request: RenderRequest, epoch: int) -> None:
        engine = self._engine
        assert engine is not None
        try:
            if request.quality is Quality.FINAL:
                self._finals += 1
                self._final = _Final(request, epoch, Steps(engine.pictures.draw(request)), -self._finals)
                self._tell("final", -self._finals, request)
                self._refine(self._final)
            else:
                self._tell("frame", epoch, engine.pictures.render(request))
        except Exception as error:  # a frame that fails must not take the thread down
            self._failed(epoch, error)

    def _refine(self, final: "_Final") -> None:
        """Draw a final on by a step."""
        try:
            progress = final.steps.step(self._wake)
            final.elsewhere |= progress.waiting is not None
            self._reports.put(final.number, progress)
        except StopIteration as end:
            self._tell("frame", final.epoch, end.value)
            self._over(final, "done")
        except Exception as error:
            self._over(final, "cancelled")
            self._failed(final.epoch, error)

    def _over(self, final: "_Final", how: str) -> None:
        self._final = None
        if final.elsewhere:
            self._giving_back.begin()
        self._reports.end(final.number)
        self._tell(how, final.number)

    def _outdated(self, final: "_Final | None") -> bool:
        return final is not None and (self._slot.has_newer or self._stopping or final.epoch != self.epoch
                                      or final.number == self._unwanted)

    def _make_way(self) -> None:
        """Drop the final under way when the hand moves on: what a generator draws can take seconds."""
        final = self._final
        with self._condition:
            if final is None or not self._outdated(final):
                return
            if final.epoch == self.epoch and not self._stopping and final.number != self._unwanted:
                self._slot.put_back(final.request)
        self._over(final, "cancelled")
        try:
            final.steps.close(self._ended_late)
        except Exception as error:
            self._failed(final.epoch, error)

    def _failed(self, epoch: int, error: Exception) -> None:
        if epoch == self.epoch:
            self._tell("failed", as_engine_error(error))


class _Final:
    """A frame in full quality that is being drawn. elsewhere: whether steps were taken on a thread of its own."""

    def __init__(self, request: RenderRequest, epoch: int, steps: Steps[Frame], number: int) -> None:
        self.request, self.epoch, self.steps, self.number = request, epoch, steps, number
        self.elsewhere = False
