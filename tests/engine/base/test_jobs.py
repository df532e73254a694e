"""Jobs: they report, return, stop at the next step, and clean up whatever happens."""

import threading

import pytest

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, Progress, aside, run, told


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


def test_told_in_other_words_it_is_the_same_job() -> None:
    kitchen, seen = Kitchen(3), []
    words = told(kitchen.job(), lambda progress: Progress(10 * progress.done, 30, progress.message))
    assert run(words, seen.append) == "ready" and [progress.done for progress in seen] == [10, 20, 30]
    stopped = Kitchen(3)
    words = told(stopped.job(), lambda progress: progress)
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


def test_a_job_aside_gives_the_same_result_and_holds_nobody_up():
    gate = threading.Event()

    def slow():
        yield Progress(0, 2, "before")
        gate.wait(5)
        yield Progress(1, 2, "after")
        return threading.current_thread().name

    reports: list[Progress] = []

    def report(progress: Progress) -> None:
        reports.append(progress)
        if len(reports) == 4:  # it kept reporting while its step was waiting
            gate.set()

    assert run(aside(slow()), report).startswith("aside")
    assert [report.message for report in reports[:2]] == ["before", "before"] and reports[-1].message == "after"


def test_stopping_a_job_aside_does_not_wait_for_its_step_and_still_closes_it():
    gate, closed = threading.Event(), threading.Event()

    def slow():
        try:
            gate.wait(5)
            yield Progress(0, 1)
        finally:
            closed.set()

    with pytest.raises(Cancelled):
        run(aside(slow()), cancelled=lambda: True)
    assert not closed.is_set()
    gate.set()
    assert closed.wait(5)


def test_a_failure_aside_arrives_as_itself():
    def broken():
        yield Progress(0, 1)
        raise EngineError("no")

    with pytest.raises(EngineError, match="no"):
        run(aside(broken()))


def test_a_preview_is_shown_once() -> None:
    import numpy as np

    go_on = threading.Event()

    def drawing() -> Job[None]:
        yield Progress(1, 2, "drawn", np.zeros((2, 2, 3), np.uint8))
        assert go_on.wait(30)

    job = aside(drawing())
    seen = [next(job)]
    while seen[-1].preview is None:
        seen.append(next(job))
    assert next(job).preview is None
    go_on.set()
    run(job)
