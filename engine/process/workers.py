"""The same small piece of work for many items, done by several workers wherever they are."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from engine.base.jobs import Job, Progress

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Made = TypeVar("Made")


class Workers(Protocol):
    """Who does it."""

    def map(self, setting: Callable[[], Callable[[Item], Answer]], items: Sequence[Item],
            take: Callable[[int, Answer], object]) -> Job[None]:
        """Do the work for each of the items, in any order.

        setting: called once by each worker, loads what it needs and gives the work; like items and answers it must be
        picklable where workers are other processes. take: gets an item's place and answer as they come, on the thread
        that runs the job. EngineError: what the work raises, and when a worker dies; what was taken until then stands.
        Closed early, all workers are ended.
        """


class OneByOne:
    """Nobody else: one item after the other, on the thread that runs the job; an item is a step."""

    def map(self, setting: Callable[[], Callable[[Item], Answer]], items: Sequence[Item],
            take: Callable[[int, Answer], object]) -> Job[None]:
        work = setting()
        for place, item in enumerate(items):
            yield Progress(place, len(items))
            take(place, work(item))


def one_thread(setting: Callable[[], Made]) -> Made:
    """`setting()`, in a process that computes on one thread: there are others for the other cores, and the last digits
    of what is computed do not depend on how many there are."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"  # before anything that reads it is loaded
    made = setting()
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)
    if "cv2" in sys.modules:
        sys.modules["cv2"].setNumThreads(1)
    return made
