"""Long work as a generator: it yields how far it is, and can be stopped between any two yields."""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

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
    waiting:     done when the job's next step has something to do; until then stepping it is harmless and useless.
                 None: step it whenever you like.
    """

    done: float
    total: float
    message: Text = Text()
    preview: np.ndarray | None = None
    waiting: Future[Any] | None = None


Job = Generator[Progress, None, Result]
"""A long task. Its return value is the result. ``close()`` or ``throw(Cancelled)`` stops it at the current yield;
it must then leave nothing half-written. A step between two yields should take well under 100 ms."""

_ASKED_EVERY = 0.1
"""Seconds after which a `run` that waits for a thread asks `cancelled` again. It is not how long it waits: what is done
wakes it. Windows hears Ctrl-C only between two waits."""


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
            # Asked itself: `wait` knows nothing of one that was cancelled.
            while progress.waiting is not None and not progress.waiting.done():
                wait([progress.waiting], _ASKED_EVERY)
                if cancelled():
                    raise Cancelled


def retold(job: Job[Result], words: Callable[[Progress], Progress]) -> Job[Result]:
    """The same job, its progress told in other words; what it waits for stays what it is."""
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                return end.value
            yield replace(words(progress), waiting=progress.waiting)


def single(call: Callable[[], Result]) -> Job[Result]:
    """One call as a job of one step; `on_thread(single(call))` when it is not short."""
    yield Progress(0, 1)
    return call()


def on_thread(job: Job[Result]) -> Job[Result]:
    """The same job with its steps taken on a thread of its own, for steps that take long.

    Whoever runs it is never held up: when a step begins, the last progress is yielded again, with the step to wait for.
    Stopping it never waits: a step under way ends by itself, then the job is closed on its own thread; what it fails
    with there is told as of any thread (`threading.excepthook`). So what the steps use must bear that another job's
    steps run at the same time, also those of a job that was stopped.
    """
    def step() -> tuple[bool, Progress | Result]:
        try:
            return False, next(job)
        except StopIteration as end:
            return True, end.value

    thread = ThreadPoolExecutor(1, thread_name_prefix="job")
    latest = Progress(0, 0)
    try:
        while True:
            future = thread.submit(step)
            under_way = replace(latest, preview=None, waiting=future)  # a preview is shown once
            while not future.done():
                yield under_way
            ended, value = future.result()
            if ended:
                return value  # type: ignore[return-value]
            latest = value  # type: ignore[assignment]
            yield latest
    finally:
        with suppress(RuntimeError):  # a job that nobody closed, when the interpreter ends
            thread.submit(job.close).add_done_callback(_tell_failure)
        thread.shutdown(wait=False)


def _tell_failure(closed: Future[None]) -> None:
    error = closed.exception()
    if error is not None and not isinstance(error, Cancelled):
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
