"""A training asked for by a person: which network, from which database, into which folder."""

from pathlib import Path
from typing import Any

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.child import run_child
from engine.process.training import TrainingRun

REGRESSOR = "regressor"
NETWORKS = ("small", "draft", "published", REGRESSOR)
"""Kinds of imitators, and the network that guesses at one look."""
_TASKS = {True: "engine.rig.regressor.training:train_regressor", False: "engine.rig.imitator.training:train_imitator"}


def begun_in(folder: Path) -> str:
    """Which network the training learns that a folder holds; "" where it holds none that can be read."""
    try:
        return str(TrainingRun.open(folder).config.get("network", ""))
    except EngineError:
        return ""


def train_in_child(network: str, database: Path, folder: Path, steps: int | None = None) -> Job[dict[str, Any]]:
    """Train in a process of its own, or go on with the training that the folder holds, whatever else is asked for.

    network: one of NETWORKS. steps: None for as many as the network usually takes. Closing the job stops the training
    at its next step, and keeps what it has learnt. Returns what the task does: `file`, `steps`, `difference`,
    `held_out`. EngineError.
    """
    yield Progress(0, 0, Text("reading the database"))
    if begun_in(folder):
        config = dict(TrainingRun.open(folder).config)
    else:
        config = _planned(network, database, {} if steps is None else {"steps": steps})
    return (yield from run_child(_TASKS[config["network"] == REGRESSOR],
                                 {"folder": str(folder.resolve()), "config": config}))


def _planned(network: str, database: Path, settings: dict[str, Any]) -> dict[str, Any]:
    if network == REGRESSOR:
        from engine.rig.regressor.training import plan_for as plan_regressor

        return plan_regressor(database, **settings).config
    from engine.rig.imitator.training import plan_for as plan_imitator

    return plan_imitator(database, network, **settings).config
