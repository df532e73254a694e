"""Several labellers at once: processes on this machine, each with its own generator and analysers."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text

MOST = 64
"""Processes; each takes half a gigabyte."""
_POLL = 0.05
"""Seconds after which whoever waits may see to something else."""
_PATIENCE = 5.0
"""Seconds that a worker that was told to end is waited for, before it is killed."""

Labeller = Callable[[np.ndarray, float], np.ndarray]
"""w (width,) and truncation to the row of its face (columns,)."""


@dataclass(frozen=True)
class Setting:
    """What a worker needs to be the same as any other: called there, it loads everything and says how to label.

    generator: a file or folder, or "" for the program's own in the model store. digest: what it must have; one of
    another content would label other faces. analysers: what must look; another number of models would measure more or
    less.
    """

    generator: str
    digest: str
    analysers: tuple[str, ...]

    def __call__(self) -> Labeller:
        """Load. EngineError when this is not what was meant."""
        from engine.attributes.labels.labelling import generator_rows, look
        from engine.attributes.labels.measures import installed
        from engine.generator.load import load_from_store, load_generator
        from engine.models.store import ModelStore
        from engine.networks.device import torch_device

        store = ModelStore()
        generator = load_generator(Path(self.generator)) if self.generator else load_from_store(store)
        measurer = installed(store)
        if generator.digest != self.digest or measurer.analysers != self.analysers:
            raise EngineError(Text("a worker has another generator or other analysers than the program that asks"),
                              Text("install the same models for all: facewright models list"))
        generator.to(torch_device())
        return lambda w, truncation: look(generator, measurer, generator_rows(generator, w, truncation))


class Processes:
    """Labels with so many processes of this machine.

    setting: a `Setting`, or any other picklable function of a module that gives a `Labeller`.
    """

    def __init__(self, setting: Callable[[], Labeller], count: int, analysers: tuple[str, ...]) -> None:
        self._setting, self._count, self.analysers = setting, count, analysers

    def rows(self, codes: Sequence[np.ndarray], truncation: float) -> Iterator[tuple[int, np.ndarray] | None]:
        """See Labellers. EngineError, with what it said, when a worker fails, and when one dies. Closed early, all
        workers are ended at once."""
        workers = [_Worker(self._setting) for _ in range(min(self._count, len(codes)))]
        try:
            waiting = iter(enumerate(codes))
            for worker in workers:
                worker.give(next(waiting, None), truncation)
            left = len(codes)
            while left:
                said = wait([worker.connection for worker in workers], _POLL)
                if not said:
                    yield None
                for worker in workers:
                    if worker.connection in said:
                        result = worker.take()
                        worker.give(next(waiting, None), truncation)
                        left -= 1
                        yield result
        finally:
            for worker in workers:
                worker.end()
            for worker in workers:
                worker.wait()


class _Worker:
    def __init__(self, setting: Callable[[], Labeller]) -> None:
        context = get_context("spawn")  # forked, torch and mediapipe would hang on locks of threads that are not there
        self.connection, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, setting), daemon=True, name="labeller")
        self._process.start()
        there.close()  # or its end would not be noticed

    def give(self, task: tuple[int, np.ndarray] | None, truncation: float) -> None:
        if task is not None:
            with suppress(OSError):  # that it is dead, `take` says
                self.connection.send((*task, truncation))

    def take(self) -> tuple[int, np.ndarray]:
        try:
            place, row, failure = self.connection.recv()
        except (EOFError, OSError):
            self._process.join(_PATIENCE)
            raise EngineError(Text("a labelling process ended by itself (exit code {0})", self._process.exitcode),
                              Text("often there is not enough memory: give fewer --processes; what was labelled is "
                                   "kept")) from None
        if failure is not None:
            raise EngineError(*failure)
        return place, row

    def end(self) -> None:
        self.connection.close()
        self._process.terminate()

    def wait(self) -> None:
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _serve(connection: Connection, setting: Callable[[], Labeller]) -> None:
    """What a worker does: one face after the other, until nobody is there any more."""
    try:
        label = one_thread(setting)
        while True:
            place, w, truncation = connection.recv()
            connection.send((place, label(w, truncation), None))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return  # whoever asked is gone, or everything is stopped by the keyboard
    except EngineError as error:
        failure = (error.message, error.hint, error.detail)
    except Exception as error:  # noqa: BLE001 - told where it can be seen
        failure = (Text("a labelling process failed: {0}: {1}", type(error).__name__, error), Text(), repr(error))
    with suppress(OSError):
        connection.send((-1, None, failure))


def one_thread(setting: Callable[[], Any]) -> Any:
    """`setting()`, in a process that computes on one thread: there are others for the other cores, and the last digits
    are those of `labelling.steady`."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"  # before anything that reads it is loaded
    made = setting()
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)
    if "cv2" in sys.modules:
        sys.modules["cv2"].setNumThreads(1)
    return made
