"""A training that can be stopped, killed and gone on with: a folder that holds all of it.

    run.json                          what is trained, and with which settings
    checkpoint-00000120.safetensors   all it needs to go on after 120 steps; the newest two are kept
    lock                              held by whoever trains

Run it in a process of its own with `engine.process.child`: a task that makes the `Learner` and gives `train`'s job.
"""

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Protocol

import numpy as np

from engine.base.errors import Cancelled, EngineError
from engine.base.files import read_limited
from engine.base.jobs import Job, Progress
from engine.base.json_text import parse_json
from engine.base.lock_file import hold, try_hold
from engine.base.parts import sweep
from engine.base.tensors_file import check_tensors
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.process.child import PATIENCE
from engine.process.messages import JSON

_FORMAT = "facewright training 1"
_RUN, _LOCK = "run.json", "lock"
_LARGEST_RUN = 1 << 24
_KEPT = 2
"""Checkpoints: should the disk lose one, there is the one before."""
_TRIES = 20


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """What a training needs to go on. step: how many are done; arrays: numbers by name; facts: JSON."""

    step: int
    arrays: Mapping[str, np.ndarray]
    facts: Mapping[str, Any] = field(default_factory=dict)


class Learner(Protocol):
    """What learns."""

    def begin(self) -> Job[None]:
        """What comes before the first step; not called for a training that is gone on with."""

    def resume(self, checkpoint: Checkpoint) -> None:
        """Be again what it was when `state` was asked for; not called for a training that begins."""

    def step(self, number: int) -> Progress:
        """Take a step; numbers count from 0. What it says and shows is passed on; how far it is, is not."""

    def state(self) -> tuple[Mapping[str, np.ndarray], Mapping[str, JSON]]:
        """Arrays and facts of a checkpoint, now."""


@dataclass(frozen=True)
class TrainingRun:
    """One training. config: what is trained, and with which settings; step: how many steps are done and kept."""

    folder: Path
    config: Mapping[str, Any]
    step: int

    @classmethod
    def begin(cls, folder: Path, config: Mapping[str, JSON]) -> "TrainingRun":
        """A training in a folder that is new, or that holds the beginning of the very same one: that is gone on with.

        EngineError when the folder holds another training, or cannot be written.
        """
        path = folder / _RUN
        if not path.exists():
            document = {"format": _FORMAT, "config": dict(config)}
            write_whole(path, json.dumps(document, indent=1, allow_nan=False).encode())
        run = cls.open(folder)
        if run.config != json.loads(json.dumps(dict(config))):
            raise EngineError(Text("{0}: holds a training with other settings", folder),
                              Text("choose another folder, or remove this one"))
        return run

    @classmethod
    def refuse_other(cls, folder: Path, config: Mapping[str, JSON]) -> None:
        """EngineError when a folder holds another training; nothing is written where it holds none."""
        if (folder / _RUN).exists():
            cls.begin(folder, config)

    @classmethod
    def open(cls, folder: Path) -> "TrainingRun":
        """The training that a folder holds. EngineError when there is none, or nobody can read it."""
        path = folder / _RUN
        data = read_limited(path, _LARGEST_RUN)
        try:
            document = parse_json(data)
            if document["format"] != _FORMAT or not isinstance(document["config"], dict):
                raise ValueError(document["format"])
        except (ValueError, KeyError, TypeError) as error:
            raise EngineError(Text("{0}: damaged, or of another kind", path), detail=repr(error)) from None
        run = cls(folder, document["config"], 0)
        return replace(run, step=max(run._steps(), default=0))

    def newest(self) -> Checkpoint | None:
        """Where to go on: the newest checkpoint that can be read, None at the beginning. EngineError when there are
        some and none can be read."""
        failed = None
        for step in sorted(self._steps(), reverse=True):
            try:
                return read_checkpoint(self._path(step))
            except EngineError as error:
                failed = failed or error
        if failed is not None:
            raise failed
        return None

    def keep(self, checkpoint: Checkpoint) -> None:
        """Put a checkpoint into the folder, whole or not at all, and let older ones go. EngineError."""
        write_checkpoint(self._path(checkpoint.step), checkpoint)
        # A newer one is there only when it could not be read; it does not count, or the good ones would go for it.
        for step in sorted(step for step in self._steps() if step <= checkpoint.step)[:-_KEPT]:
            with suppress(OSError):
                self._path(step).unlink()

    def train(self, learner: Learner, steps: int, every: int) -> Job[int]:
        """Train until so many steps are done, from where it was; returns them.

        every: after how many steps a checkpoint is kept; one is at the end, and one when the job is closed. Killed, it
        goes on from the last. EngineError when somebody else is training here, and what the learner raises. A folder in
        which nothing was kept is free for other settings.
        """
        lock = yield from self._hold(steps)
        try:
            sweep(self.folder)  # of one that was killed while it wrote
            begun = self.newest()
            if begun is not None:
                learner.resume(begun)
            else:
                yield from learner.begin()
            done = kept = begun.step if begun is not None else 0
            yield Progress(done, steps, Text("step {0} of {1}", done, steps))
            try:
                while done < steps:
                    progress = learner.step(done)
                    done += 1
                    if done - kept >= every or done == steps:
                        self.keep(Checkpoint(done, *learner.state()))
                        kept = done
                    yield Progress(done, steps, progress.message or Text("step {0} of {1}", done, steps),
                                   progress.preview)
            except (GeneratorExit, Cancelled):
                if done > kept:
                    self.keep(Checkpoint(done, *learner.state()))
                raise
            return done
        finally:
            self._leave(lock)

    def _hold(self, steps: int) -> Job[IO[bytes]]:
        """The folder's lock. Whoever was just told to stop is given the time to."""
        path = self.folder / _LOCK
        for _ in range(_TRIES):
            file = try_hold(path)
            if file is not None:
                return file
            yield Progress(self.step, steps, Text("waiting until the training before has stopped"))
            time.sleep(PATIENCE / _TRIES)
        return hold(path)

    def _leave(self, lock: IO[bytes]) -> None:
        if not self._steps():  # while it is still ours
            for name in (_RUN, _LOCK):
                with suppress(OSError):  # an open lock stays where Windows has it
                    (self.folder / name).unlink()
        lock.close()

    def _path(self, step: int) -> Path:
        return self.folder / f"checkpoint-{step:08}.safetensors"

    def _steps(self) -> list[int]:
        names = (path.stem.partition("-")[2] for path in self.folder.glob("checkpoint-*.safetensors"))
        return [int(name) for name in names if name.isascii() and name.isdigit()]


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write aside, read back and rename. EngineError."""
    from safetensors.numpy import save

    facts = json.dumps({"step": checkpoint.step, "facts": dict(checkpoint.facts)}, allow_nan=False)
    data = save({name: np.ascontiguousarray(values) for name, values in checkpoint.arrays.items()},
                {"format": _FORMAT, "facts": facts})

    def compare(written: Path) -> None:
        again = read_checkpoint(written)
        if set(again.arrays) != set(checkpoint.arrays) or any(
                again.arrays[name].tobytes() != np.ascontiguousarray(values).tobytes()
                for name, values in checkpoint.arrays.items()):
            raise EngineError(Text("{0}: what was written is not what was meant", path))

    write_whole(path, data, compare)


def read_checkpoint(path: Path) -> Checkpoint:
    """Raises only EngineError, whatever is in the file; nothing in it is run."""
    from safetensors import safe_open

    beside = check_tensors(path)
    try:
        with safe_open(path, framework="numpy") as file:
            if beside.get("format") != _FORMAT:
                raise ValueError(beside.get("format"))
            document = parse_json(beside["facts"].encode())
            step, facts = document["step"], document["facts"]
            if type(step) is not int or step < 0 or not isinstance(facts, dict):
                raise ValueError("no facts")
            return Checkpoint(step, {name: file.get_tensor(name) for name in file.keys()}, facts)  # noqa: SIM118
    except Exception as error:  # noqa: BLE001 - on hostile bytes the reader lets out several kinds
        raise EngineError(Text("{0}: damaged, or of another kind", path), detail=repr(error)) from None
