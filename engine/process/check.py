"""Work that is nothing but there: whether child processes and workers start on this machine, in this package."""

from collections.abc import Callable
from typing import Any

from engine.base.jobs import Job, Progress
from engine.base.text import Text


def count(to: int) -> Job[dict[str, Any]]:
    """Count; the result says how far."""
    for number in range(to):
        yield Progress(number, to, Text("counting: {0} of {1}", number + 1, to))
    return {"counted": to}


def doubling() -> Callable[[int], int]:
    """For a worker: what is given, twice."""
    return lambda number: 2 * number
