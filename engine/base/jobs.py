"""Long work as a generator: it yields how far it is, and can be stopped between any two yields."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from engine.base.errors import Cancelled
from engine.base.text import Text

Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class Progress:
    """How far a job is.

    done, total: in the job's own unit (steps, bytes, pictures); total 0 when not known.
    message:     what it is doing now, one short line.
    preview:     (h, w, 3|4) uint8 picture of the state so far, or None.
    """

    done: float
    total: float
    message: Text = Text()
    preview: np.ndarray | None = None


Job = Generator[Progress, None, Result]
"""A long task. Its return value is the result. ``close()`` or ``throw(Cancelled)`` stops it at the current yield;
it must then leave nothing half-written. A step between two yields should take well under 100 ms."""


def run(job: Job[Result], report: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False) -> Result:
    """Run a job to its end on this thread and return its result. Raises Cancelled when ``cancelled()`` turns true."""
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                return end.value
            if report is not None:
                report(progress)
            if cancelled():
                raise Cancelled


def told(job: Job[Result], words: Callable[[Progress], Progress]) -> Job[Result]:
    """The same job, its progress told in other words."""
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                return end.value
            yield words(progress)


def single(call: Callable[[], Result]) -> Job[Result]:
    """One call as a job of one step; `aside(single(call))` when it is not short."""
    yield Progress(0, 1)
    return call()


_LOOK_EVERY = 0.02
"""Seconds between looks at whether a step that runs aside has ended."""


def aside(job: Job[Result]) -> Job[Result]:
    """The same job with its steps taken on a thread of their own, for steps that take long.

    Whoever runs it is held up for no more than `_LOOK_EVERY`: while a step runs, the last progress is yielded again.
    Stopping it never waits: a step under way ends by itself, then the job is closed on its own thread. So what the
    steps use must bear that a stopped job's last step and the next job's first run at the same time.
    """
    from concurrent.futures import ThreadPoolExecutor, wait

    def step() -> tuple[bool, Progress | Result]:
        try:
            return False, next(job)
        except StopIteration as end:
            return True, end.value

    thread = ThreadPoolExecutor(1, thread_name_prefix="aside")
    latest = Progress(0, 0)
    try:
        while True:
            future = thread.submit(step)
            while not wait([future], _LOOK_EVERY).done:
                yield latest
            ended, value = future.result()
            if ended:
                return value  # type: ignore[return-value]
            latest = value  # type: ignore[assignment]
            yield latest
            latest = Progress(latest.done, latest.total, latest.message)  # a preview is shown once
    finally:
        thread.submit(job.close)
        thread.shutdown(wait=False)
