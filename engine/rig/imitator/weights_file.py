"""Networks as the face-nn tools keep them: torch's own files, read without running anything in them.

An imitator's file is a dict: `net` (the tensors), `optimizer` (Adam's state) and `epoch` (how many steps it learnt).
LightCNN's is a dict with `state_dict`, whose names begin with "module.".
"""

import io
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain, read_head, read_limited
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.generator.formats.records import Malformed, Tensor
from engine.generator.formats.torch_reader import read_torch
from engine.networks.identity.light_cnn import light_cnn_tensors
from engine.rig.imitator.kinds import imitator_of
from engine.rig.imitator.network import Imitator

if TYPE_CHECKING:
    import torch

SHIPPED = RESOURCES / "imitator" / "small.pth"
"""Ours, of our own head; how it was taught stands in the README beside it."""
_LARGEST = 1 << 28
"""Bytes: with Adam's two numbers beside each, the published imitator takes 144 MB; LightCNN's file, 125."""
_BEGINNINGS = (b"PK", b"\x80")
"""Of a zip and of a pickle: torch's two layouts."""
_MOST_NUMBERS = 1 << 27
_MOST_TENSORS = 1000


def read_imitator(path: Path) -> tuple[Imitator, int]:
    """An imitator and how many steps it has learnt: a published file, or a bare dict of its tensors. EngineError."""
    found = _read(path)
    steps = 0
    if isinstance(found, dict) and isinstance(found.get("net"), dict):
        epoch = found.get("epoch")
        steps = epoch if type(epoch) is int and 0 <= epoch < 1 << 40 else 0
        found = found["net"]
    return imitator_of(_tensors(found, path), str(path)), steps


def read_light_cnn(path: Path) -> "dict[str, torch.Tensor]":
    """What LightCNN-29v2's features need, from its public checkpoint. EngineError."""
    found = _read(path)
    if isinstance(found, dict) and isinstance(found.get("state_dict"), dict):
        found = found["state_dict"]
    return light_cnn_tensors(_tensors(found, path), str(path))


def write_imitator(path: Path, imitator: Imitator, steps: int = 0,
                   optimizer: Mapping[str, Any] | None = None) -> None:
    """Write the file that the face-nn tools load, read it back and compare before it takes an old one's place.

    optimizer: torch.optim.Adam's state dict over `imitator.learnt`, in that order; empty when None. EngineError.
    """
    import torch

    weights = {key: tensor.detach().cpu().contiguous() for key, tensor in imitator.weights.items()}
    buffer = io.BytesIO()
    torch.save({"net": weights, "optimizer": dict(optimizer or {}), "epoch": steps}, buffer)

    def check(written: Path) -> None:
        again, learnt = read_imitator(written)
        if learnt != steps or any(not torch.equal(again.weights[key], tensor) for key, tensor in weights.items()):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, buffer.getvalue(), check)


def _read(path: Path) -> Any:
    if not read_head(path, 2).startswith(_BEGINNINGS):  # a large file of another kind is not read to the end
        raise EngineError(Text("{0}: damaged, or not a file of weights", path))
    _check_sizes(path)
    return read_torch(read_limited(path, _LARGEST), str(path))


def _check_sizes(path: Path) -> None:
    """EngineError for a zip whose members are larger together than any file of weights: told before they are read."""
    with open_plain(path) as file:
        if file.read(2) != _BEGINNINGS[0]:
            return
        try:
            with ZipFile(file) as archive:
                held = sum(member.file_size for member in archive.infolist())
        except Exception as error:  # noqa: BLE001 - zipfile lets out a dozen kinds on damaged bytes
            raise EngineError(Text("{0}: damaged, or not a file of weights", path), detail=repr(error)) from None
    if held > _LARGEST:
        raise EngineError(Text("{0}: holds {1} MB unpacked, more than any file of weights", path, held >> 20))


def _tensors(found: Any, path: Path) -> "dict[str, torch.Tensor]":
    import torch

    if not isinstance(found, dict) or not 0 < len(found) <= _MOST_TENSORS or not all(
            isinstance(key, str) and isinstance(value, Tensor) for key, value in found.items()):
        raise EngineError(Text("{0}: holds no named weights", path))
    held, tensors = 0, {}
    for key, value in found.items():
        held += math.prod(value.shape)
        if held > _MOST_NUMBERS:  # counted before any of them is made
            raise EngineError(Text("{0}: {1} holds no weights", path, key[:60]))
        try:
            array = value.array()
        except Malformed as error:
            raise EngineError(Text("{0}: {1}: {2}", path, key[:60], error.message)) from None
        except Exception as error:  # noqa: BLE001 - zipfile lets out a dozen kinds on damaged bytes
            raise EngineError(Text("{0}: {1} is damaged", path, key[:60]), detail=repr(error)) from None
        if array.dtype.kind not in "fiu":
            raise EngineError(Text("{0}: {1} holds no weights", path, key[:60]))
        kind = np.float32 if array.dtype.kind == "f" else np.int64
        tensors[key] = torch.from_numpy(np.array(array, kind))
    return tensors
