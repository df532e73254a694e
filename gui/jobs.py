"""Small jobs for the engine's thread that only the window needs."""

from collections.abc import Callable
from typing import TypeVar

from engine.jobs import Job, Progress

Result = TypeVar("Result")


def single(call: Callable[[], Result]) -> Job[Result]:
    """One short call as a job of one step."""
    yield Progress(0, 1)
    return call()
