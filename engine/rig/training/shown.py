"""A training with all that it shows, in its folder: pictures, the curve, events for TensorBoard."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.jobs import Job, Progress
from engine.base.json_text import parse_json
from engine.base.writing import write_whole
from engine.process.messages import JSON
from engine.process.training import Learner, TrainingRun
from engine.rig.training.board import Board
from engine.rig.training.plan import TrainingPlan, learning_rate

PREVIEWS, EVENTS, CURVE = "previews", "logs", "curve.json"
_LARGEST_CURVE = 1 << 24

Curve = list[list[float]]
"""[steps done, what was lost in the steps since the last entry, of what is held out (-1: there is none)], each entry
of a look at what is held out."""


class ShownLearner(Learner, Protocol):
    """A learner that looks at what is held out now and then; it then shows a picture and puts an entry on its curve."""

    curve: Curve

    @property
    def plan(self) -> TrainingPlan: ...


def train_shown(learner: ShownLearner, folder: Path, what: str, config: Mapping[str, JSON], every: int) -> Job[int]:
    """Begin a training in a folder, or go on with it, and return the steps done.

    what: is trained: TensorBoard's numbers go by it, and its first four letters begin the names of previews. every:
    steps from one checkpoint to the next. EngineError.
    """
    run = TrainingRun.begin(folder, config)
    with Board(folder / EVENTS, run.step, what) as board:
        return (yield from run.train(_Told(learner, folder, what, board), learner.plan.steps, every))


def read_curve(folder: Path) -> Curve:
    """What a training's curve is by now; empty before its first entry, and where nobody can read it."""
    try:
        found = parse_json(read_limited(folder / CURVE, _LARGEST_CURVE))
    except (EngineError, ValueError):
        return []
    whole = isinstance(found, list) and all(
        isinstance(entry, list) and len(entry) == 3 and all(type(one) in (int, float) for one in entry)
        for entry in found)
    return [[float(one) for one in entry] for entry in found] if whole else []


class _Told:
    """The learner, with what it shows written down."""

    def __init__(self, learner: ShownLearner, folder: Path, what: str, board: Board) -> None:
        self._learner, self._folder, self._what, self._board = learner, folder, what, board
        self.begin, self.resume, self.state = learner.begin, learner.resume, learner.state

    def step(self, number: int) -> Progress:
        from engine.photo.writing import write_picture

        progress = self._learner.step(number)
        if progress.preview is not None:
            done, loss, apart = self._learner.curve[-1]
            told = {"loss": loss, "learning_rate": learning_rate(number, self._learner.plan)}
            self._board.numbers(int(done), **told, **({} if apart < 0 else {"held_out": apart}))
            self._board.picture(int(done), progress.preview)
            write_picture(self._folder / PREVIEWS / f"{self._what[:4]}_{number + 1}.jpg", progress.preview)
            write_whole(self._folder / CURVE, json.dumps(self._learner.curve).encode())
        return progress
