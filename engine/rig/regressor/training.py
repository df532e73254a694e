"""A regressor's training as a folder: see `engine.rig.training.shown`; at the end `regressor_STEPS.safetensors`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.process.training import TrainingRun
from engine.rig.database.rendered import RenderedDatabase, halves_of, open_database
from engine.rig.regressor.faces import Faces, faces_of, read_faces, with_imagined, write_faces
from engine.rig.regressor.imagined import ImaginedFaces, imagine_faces
from engine.rig.regressor.learning import RegressorLearner, RegressorPlan
from engine.rig.regressor.weights_file import KeptRegressor, write_regressor
from engine.rig.schema import load_schema
from engine.rig.training.shown import train_shown

CHECKPOINT_EVERY = 500
FACES, APART = "faces.safetensors", "faces-apart.safetensors"
_OF_FACES, _OF_APART = ("database", "ways", "imitator", "imagined", "seed"), ("held_out",)
"""What of a plan the faces hang on that are learnt from, and those that are held out."""


def plan_for(folder: Path, **settings: JSON) -> RegressorPlan:
    """A plan to learn from a folder's trainset and look at its testset (or from the only one there). EngineError."""
    learnt, apart = halves_of(folder)
    return replace(RegressorPlan(str(learnt.folder.resolve()), "" if apart is None else str(apart.folder.resolve())),
                   **settings)  # type: ignore[arg-type]


def train_regressor(folder: str, config: Mapping[str, JSON], every: int = CHECKPOINT_EVERY) -> Job[dict[str, JSON]]:
    """Begin a training in a folder, or go on with the one that it holds; a task for a child process.

    Returns the file's place, the steps done, and the mean errors that the curve ended with. EngineError.
    """
    from engine.networks.device import torch_device

    plan, place = planned(config), Path(folder)
    TrainingRun.refuse_other(place, plan.config)  # before minutes of looking for faces
    yield Progress(0, plan.steps, Text("reading the database"))
    data = open_database(Path(plan.database))
    faces = yield from _faces(plan, data, place)
    held_out = (yield from _apart(plan, data, place)) if plan.held_out else None
    learner = RegressorLearner(plan, faces, held_out, torch_device())
    done = yield from train_shown(learner, place, "regressor", plan.config, every)
    path = place / f"regressor_{done}.safetensors"
    error = learner.held_out_error()
    write_regressor(path, KeptRegressor(learner.regressor, data.schema, -1.0 if error is None else error, done))
    return {"file": str(path), "steps": done, "difference": learner.curve[-1][1] if learner.curve else None,
            "held_out": error}


def planned(config: Mapping[str, JSON]) -> RegressorPlan:
    """The plan that a training's settings hold. EngineError when they are another's."""
    try:
        settings = dict(config)
        if settings.pop("network") != "regressor":
            raise TypeError(config["network"])
        return replace(RegressorPlan(""), **settings)  # type: ignore[arg-type]
    except (TypeError, KeyError) as error:
        raise EngineError(Text("the training has settings that are not known here"), detail=repr(error)) from None


def _faces(plan: RegressorPlan, data: RenderedDatabase, folder: Path) -> Job[Faces]:
    """What is learnt from, from where it was kept or found now."""
    from engine.models.store import ModelStore

    kept, made_of = folder / FACES, faces_made_of(plan)
    found = read_faces(kept, made_of)
    if found is None:
        imagined = (yield from _imagined(plan, data)) if plan.imitator else None
        found = yield from faces_of(data, plan.ways, ModelStore(), plan.seed)
        if imagined is not None:
            found = yield from with_imagined(found, imagined, plan.imagined, plan.seed)
        write_faces(kept, found, made_of)
    return found


def faces_made_of(plan: RegressorPlan, apart: bool = False) -> dict[str, JSON]:
    """What the faces of a plan are known by: those that are learnt from, or those held `apart`."""
    return {name: plan.config[name] for name in (_OF_APART if apart else _OF_FACES)}


def _imagined(plan: RegressorPlan, data: RenderedDatabase) -> Job[ImaginedFaces]:
    from engine.models.store import ModelStore
    from engine.networks.device import torch_device
    from engine.rig.imitator.weights_file import read_imitator

    imitator = read_imitator(Path(plan.imitator))[0].to(torch_device())
    if imitator.values != data.values.shape[1]:
        raise EngineError(Text("{0}: takes {1} values, the database has {2}", plan.imitator, imitator.values,
                               data.values.shape[1]))
    return (yield from imagine_faces(imitator, load_schema(data.schema).one_hot, ModelStore(), plan.seed))


def _apart(plan: RegressorPlan, data: RenderedDatabase, folder: Path) -> Job[Faces]:
    """What is held out."""
    from engine.models.store import ModelStore

    kept, made_of = folder / APART, faces_made_of(plan, apart=True)
    found = read_faces(kept, made_of)
    if found is None:
        found = yield from faces_of(open_database(Path(plan.held_out)), 0, ModelStore(), plan.seed)
        write_faces(kept, found, made_of)
    if found.values.shape[1] != data.values.shape[1]:
        raise EngineError(Text("{0}: holds values of another rig than {1}", plan.held_out, plan.database))
    return found
