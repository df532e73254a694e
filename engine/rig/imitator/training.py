"""An imitator's training as a folder: what `engine.process.training` keeps there, previews, events for
TensorBoard, and at the end the file that the face-nn tools load."""

from collections.abc import Mapping
from pathlib import Path

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.rig.database.rendered import RenderedDatabase, halves_of, open_database
from engine.rig.imitator.kinds import SMALL
from engine.rig.imitator.learning import ImitatorLearner, LearningPlan, planned
from engine.rig.training.shown import train_shown

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
    learnt, apart = halves_of(folder)
    recipe = {} if settings.get("start") and network == SMALL else RECIPES.get(network, {})
    return planned({**LearningPlan(str(learnt.folder.resolve()), "" if apart is None else str(apart.folder.resolve()),
                                   network=network).config, **recipe, **settings})


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
    done = yield from train_shown(learner, place, "imitator", plan.config, every)
    path = learner.write(place, done)
    return {"file": str(path), "steps": done, "difference": learner.curve[-1][1] if learner.curve else None,
            "held_out": learner.curve[-1][2] if learner.curve and held_out is not None else None}
