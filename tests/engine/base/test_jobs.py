"""Jobs: they report, return, stop at the next step, and clean up whatever happens."""

import threading
from concurrent.futures import Future

import pytest

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, Progress, on_thread, retold, run, single


class Kitchen:
    """A job that notes what happens to it."""

    def __init__(self, steps: int, fails_at: int = -1) -> None:
        self.steps, self.fails_at = steps, fails_at
        self.done: list[int] = []
        self.cleaned = 0

    def job(self) -> Job[str]:
        try:
            for step in range(self.steps):
                if step == self.fails_at:
                    raise ValueError("burnt")
                self.done.append(step)
                yield Progress(step + 1, self.steps, f"step {step}")
            return "ready"
        finally:
            self.cleaned += 1


def test_result_and_progress() -> None:
    kitchen, seen = Kitchen(3), []
    assert run(kitchen.job(), seen.append) == "ready"
    assert [(progress.done, progress.total, progress.message) for progress in seen] == [
        (1, 3, "step 0"), (2, 3, "step 1"), (3, 3, "step 2")]
    assert kitchen.cleaned == 1


def test_retold_it_is_the_same_job() -> None:
    kitchen, seen = Kitchen(3), []
    words = retold(kitchen.job(), lambda progress: Progress(10 * progress.done, 30, progress.message))
    assert run(words, seen.append) == "ready" and [progress.done for progress in seen] == [10, 20, 30]
    stopped = Kitchen(3)
    words = retold(stopped.job(), lambda progress: progress)
    next(words)
    words.close()
    assert stopped.done == [0] and stopped.cleaned == kitchen.cleaned == 1


def test_a_job_without_steps_returns_at_once() -> None:
    assert run(Kitchen(0).job()) == "ready"


def test_cancel_stops_at_the_next_step_and_cleans_up() -> None:
    kitchen = Kitchen(10)
    with pytest.raises(Cancelled):
        run(kitchen.job(), cancelled=lambda: len(kitchen.done) == 4)
    assert kitchen.done == [0, 1, 2, 3]
    assert kitchen.cleaned == 1


def test_cancel_is_not_an_error_of_the_engine() -> None:
    from engine.base.errors import EngineError

    assert not issubclass(Cancelled, EngineError)


def test_failure_comes_out_and_cleans_up() -> None:
    kitchen = Kitchen(5, fails_at=2)
    with pytest.raises(ValueError, match="burnt"):
        run(kitchen.job())
    assert kitchen.cleaned == 1


def test_failure_in_the_report_cleans_up() -> None:
    kitchen = Kitchen(5)

    def report(progress: Progress) -> None:
        raise OSError("no terminal")

    with pytest.raises(OSError, match="no terminal"):
        run(kitchen.job(), report)
    assert kitchen.cleaned == 1


def test_jobs_nest() -> None:
    inner = Kitchen(2)

    def outer() -> Job[str]:
        result = yield from inner.job()
        return result + " and served"

    seen: list[Progress] = []
    assert run(outer(), seen.append) == "ready and served"
    assert len(seen) == 2


def test_cancel_reaches_a_nested_job() -> None:
    inner = Kitchen(5)

    def outer() -> Job[str]:
        return (yield from inner.job())

    with pytest.raises(Cancelled):
        run(outer(), cancelled=lambda: True)
    assert inner.cleaned == 1


def test_a_job_on_a_thread_gives_the_same_result_and_holds_nobody_up() -> None:
    gate, here = threading.Event(), threading.current_thread()

    def slow() -> Job[bool]:
        yield Progress(0, 2, "before")
        gate.wait(30)
        yield Progress(1, 2, "after")
        return threading.current_thread() is here

    job = on_thread(slow())
    progress = next(job)
    while progress.message != "before" or progress.waiting is None:
        progress = next(job)  # stepped early it says again what it waits for
    assert next(job).waiting is progress.waiting and not progress.waiting.done()
    gate.set()
    seen: list[Progress] = []
    assert run(job, seen.append) is False
    assert seen[-1].message == "after"


def test_while_a_step_runs_its_progress_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.base.jobs._ASKED_EVERY", 0.001)
    gate, seen, asked = threading.Event(), [], []

    def cancelled() -> bool:
        asked.append(1)
        if len(asked) == 20:
            gate.set()
        return False

    assert run(on_thread(single(lambda: gate.wait(30))), seen.append, cancelled) is True
    assert len(seen) <= 3 and len(asked) >= 20  # before its first step, the step's, and before the last


def test_who_waits_for_a_thread_still_hears_that_it_is_cancelled() -> None:
    gate, closed, waits = threading.Event(), threading.Event(), threading.Event()

    def slow() -> Job[None]:
        try:
            waits.set()
            gate.wait(30)
            yield Progress(0, 1)
        finally:
            closed.set()

    asked = []

    def cancelled() -> bool:
        asked.append(waits.wait(30))
        return len(asked) == 3  # the first is asked before it waits

    with pytest.raises(Cancelled):
        run(on_thread(slow()), cancelled=cancelled)
    gate.set()
    assert closed.wait(30)


def test_what_it_waits_for_is_passed_on_in_other_words() -> None:
    gate = threading.Event()
    job = retold(on_thread(single(lambda: gate.wait(30))), lambda progress: Progress(0, 0, "words"))
    while (progress := next(job)).waiting is None:  # `single` has a step of its own before the call
        pass
    assert progress.message == "words"
    gate.set()
    assert run(job) is True


def test_a_job_on_a_thread_may_have_a_part_on_another() -> None:
    gate = threading.Event()

    def outer() -> Job[bool]:
        yield Progress(0, 1, "outside")
        return (yield from on_thread(single(lambda: gate.wait(30))))

    seen: list[Progress] = []

    def report(progress: Progress) -> None:
        seen.append(progress)
        if progress.waiting is not None and progress.total == 1 and progress.message == "":
            gate.set()  # it says that the inner step is under way

    assert run(on_thread(outer()), report) is True


def test_stopping_a_job_on_a_thread_does_not_wait_for_its_step_and_still_closes_it() -> None:
    gate, closed = threading.Event(), threading.Event()

    def slow() -> Job[None]:
        try:
            gate.wait(5)
            yield Progress(0, 1)
        finally:
            closed.set()

    with pytest.raises(Cancelled):
        run(on_thread(slow()), cancelled=lambda: True)
    assert not closed.is_set()
    gate.set()
    assert closed.wait(5)


def test_a_failure_on_a_thread_arrives_as_itself() -> None:
    def broken() -> Job[None]:
        yield Progress(0, 1)
        raise EngineError("no")

    with pytest.raises(EngineError, match="no"):
        run(on_thread(broken()))


def test_what_a_job_fails_with_when_it_is_closed_on_its_thread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[threading.ExceptHookArgs] = []
    heard = threading.Event()

    def hear(failed: threading.ExceptHookArgs) -> None:
        told.append(failed)
        heard.set()

    def keeping() -> Job[None]:
        try:
            yield Progress(0, 1)
            yield Progress(1, 1)
        finally:
            raise EngineError("the checkpoint could not be kept")

    monkeypatch.setattr(threading, "excepthook", hear)
    job = on_thread(keeping())
    while next(job).total == 0:
        pass
    job.close()
    assert heard.wait(30)
    assert str(told[0].exc_value) == "the checkpoint could not be kept"


def test_a_preview_is_shown_once() -> None:
    import numpy as np

    go_on = threading.Event()

    def drawing() -> Job[None]:
        yield Progress(1, 2, "drawn", np.zeros((2, 2, 3), np.uint8))
        assert go_on.wait(30)

    job = on_thread(drawing())
    seen = [next(job)]
    while seen[-1].preview is None:
        seen.append(next(job))
    assert next(job).preview is None
    go_on.set()
    run(job)


def test_what_is_waited_for_may_have_been_cancelled() -> None:
    def job() -> Job[int]:
        waiting: Future[None] = Future()
        waiting.cancel()
        yield Progress(0, 1, waiting=waiting)
        return 4

    asked: list[None] = []
    assert run(job(), cancelled=lambda: bool(asked.append(None) or len(asked) > 9)) == 4
