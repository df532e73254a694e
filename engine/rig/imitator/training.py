"""An imitator's training as a folder: what `engine.process.training` keeps there, previews, events for
TensorBoard, and at the end the file that the face-nn tools load."""

from collections.abc import Mapping
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.process.training import TrainingRun
from engine.rig.database.rendered import RenderedDatabase, databases_in, open_database
from engine.rig.imitator.board import Board
from engine.rig.imitator.kinds import SMALL
from engine.rig.imitator.learning import ImitatorLearner, LearningPlan, learning_rate, planned

PREVIEWS, EVENTS = "previews", "logs"
CHECKPOINT_EVERY = 500


RECIPES: dict[str, dict[str, JSON]] = {
    "published": {"batch": 4, "rate": 0.01, "floor": 0.002, "every": 1000},
    "small": {"rate": 0.002, "floor": 0.00002, "every": 100, "steps": 600},
}
"""What a network is taught with in place of the plan's own: the published one as its authors' README says, ours a
little, for it begins with most of what it knows."""


def plan_for(folder: Path, network: str = "small", **settings: JSON) -> LearningPlan:
    """A plan to learn from a folder's trainset and look at its testset (or from the only one there). EngineError.

    settings: of `LearningPlan`, in place of the network's own.
    """
    found = databases_in(folder)
    learnt = [one for name, one in found.items() if not name.startswith("testset")]
    apart = [one for name, one in found.items() if name.startswith("testset")]
    if len(learnt) != 1 or len(apart) > 1:
        raise EngineError(Text("{0}: holds several databases, or none to learn from", folder),
                          Text("give the folder of one of them"))
    recipe = {} if settings.get("start") and network == SMALL else RECIPES.get(network, {})
    return planned({**LearningPlan(str(learnt[0].folder.resolve()), str(apart[0].folder.resolve()) if apart else "",
                                   network).config, **recipe, **settings})


def train_imitator(folder: str, config: Mapping[str, JSON], every: int = CHECKPOINT_EVERY) -> Job[dict[str, JSON]]:
    """Begin a training in a folder, or go on with the one that it holds; a task for a child process.

    Nothing is written when the database or the imitator it starts from cannot be read. Returns the published file's
    place, the steps done, and the mean differences that `ImitatorLearner.curve` ended with. EngineError.
    """
    from engine.networks.device import torch_device

    plan, place = planned(config), Path(folder)
    yield Progress(0, plan.steps, Text("reading the database"))
    data = open_database(Path(plan.database))
    held_out: RenderedDatabase | None = open_database(Path(plan.held_out)) if plan.held_out else None
    learner = ImitatorLearner(plan, data, held_out, torch_device())
    run = TrainingRun.begin(place, plan.config)
    if not run.step:
        yield from learner.begin()
    with Board(place / EVENTS, run.step) as board:
        done = yield from run.train(_Told(learner, place, board), plan.steps, every)
    path = learner.write(place, done)
    return {"file": str(path), "steps": done, "difference": learner.curve[-1][1] if learner.curve else None,
            "held_out": learner.curve[-1][2] if learner.curve and held_out is not None else None}


class _Told:
    """The learner, with what it shows written down: each preview as a file and for TensorBoard, beside its numbers."""

    def __init__(self, learner: ImitatorLearner, folder: Path, board: Board) -> None:
        self._learner, self._folder, self._board = learner, folder, board
        self.resume, self.state = learner.resume, learner.state

    def step(self, number: int) -> Progress:
        from engine.photo.writing import write_picture

        progress = self._learner.step(number)
        if progress.preview is not None:
            done, loss, apart = self._learner.curve[-1]
            told = {"loss": loss, "learning_rate": learning_rate(number, self._learner.plan)}
            self._board.numbers(int(done), **told, **({} if apart < 0 else {"held_out": apart}))
            self._board.picture(int(done), progress.preview)
            write_picture(self._folder / PREVIEWS / f"imit_{number + 1}.jpg", progress.preview)
        return progress
