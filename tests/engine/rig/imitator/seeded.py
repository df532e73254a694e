"""Weights by the rule that the reference numbers were made with."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

DATA = Path(__file__).resolve().parents[3] / "data" / "imitator"
PHOTO = DATA.parent / "parsing" / "photo.png"
SAMPLE = 7 + 31 * np.arange(16)
"""Rows and columns of a 512 x 512 map that are kept."""
_GAIN = {"bisenet": 2.0, "lightcnn": 1.0}


def seeded(net: str, key: str, shape: tuple[int, ...]) -> torch.Tensor:
    """One tensor of "imitator", "lightcnn" or "bisenet", seed 0."""
    leaf = key.split(".")[-1]
    if leaf == "num_batches_tracked":
        return torch.zeros(shape, dtype=torch.int64)
    state = np.random.RandomState(zlib.crc32(f"0/{net}/{key}".encode()) & 0xFFFFFFFF)
    values = state.standard_normal(shape).astype(np.float32)
    if leaf == "running_var":
        values = np.float32(0.5) + np.abs(values) * np.float32(0.5)
    elif leaf in ("running_mean", "bias"):
        values = values * np.float32(0.1)
    elif len(shape) == 1:
        values = np.float32(1) + values * np.float32(0.1)
    elif net == "imitator":
        values = values * np.float32(np.sqrt(2.0 / (4 * shape[0])))
    else:
        rows = values.reshape(shape[0], -1)
        rows = rows - rows.astype(np.float64).mean(1).astype(np.float32)[:, None]
        values = (rows * np.float32(np.sqrt(_GAIN[net] / rows.shape[1]))).reshape(shape)
    return torch.from_numpy(np.asarray(values, np.float32))


def seeded_weights(net: str) -> dict[str, torch.Tensor]:
    """All tensors of a network."""
    shapes: Mapping[str, list[int]] = json.loads(
        (DATA.parent / "parsing" / "tensors.json").read_text()) if net == "bisenet" else json.loads(
        (DATA / "tensors.json").read_text())[net]
    return {key: seeded(net, key, tuple(shape)) for key, shape in shapes.items()}


def numbers(name: str) -> Mapping[str, np.ndarray]:
    with np.load(DATA / f"{name}.npz", allow_pickle=False) as file:
        return dict(file)
