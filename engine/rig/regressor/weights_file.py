"""A regressor as a file: safetensors, numbers by halves, with the rig whose values it guesses."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.process.training import Checkpoint, read_checkpoint, write_checkpoint
from engine.rig.regressor.network import Regressor

SHIPPED = RESOURCES / "regressor" / "face-nn.safetensors"
"""Ours, of our own head; how it was taught stands in the README beside it."""
_KIND = "regressor"


@dataclass(frozen=True, eq=False)
class KeptRegressor:
    """schema: name of the rig, or "" where the database did not say whose values it holds; error: mean error of values
    of faces held out, 0..1, -1 when none were; steps: learnt."""

    network: Regressor
    schema: str
    error: float
    steps: int


def read_regressor(path: Path) -> KeptRegressor:
    """Raises only EngineError, whatever is in the file; nothing in it is run."""
    import torch

    found = read_checkpoint(path)
    schema, error = found.facts.get("schema"), found.facts.get("error")
    if found.facts.get("kind") != _KIND or not isinstance(schema, str) or not isinstance(error, (int, float)):
        raise EngineError(Text("{0} is not a regressor", path))
    network = Regressor({key: torch.from_numpy(np.array(values, np.float32)) for key, values in found.arrays.items()},
                        str(path))
    return KeptRegressor(network, schema[:200], float(error), found.step)


def write_regressor(path: Path, kept: KeptRegressor) -> None:
    """Write aside, read back, compare and rename. EngineError."""
    arrays = {key: tensor.detach().cpu().numpy().astype(np.float16) for key, tensor in kept.network.weights.items()}
    write_checkpoint(path, Checkpoint(kept.steps, arrays, {"kind": _KIND, "schema": kept.schema, "error": kept.error}))
