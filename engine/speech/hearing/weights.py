"""The network's weights, which are shipped: resources/speech/hearing.safetensors."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.paths import RESOURCES
from engine.base.tensors_file import check_tensors_in
from engine.base.text import Text
from engine.speech.hearing.mel import BANDS
from engine.speech.hearing.network import DILATIONS, OUTPUTS, PAIR

SHIPPED = RESOURCES / "speech" / "hearing.safetensors"
LARGEST = 2 << 20
"""Bytes of the file."""
_WIDEST = 512


@cache
def shipped_weights() -> Mapping[str, np.ndarray]:
    return read_weights(SHIPPED)


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """By name: (taps, inputs, outputs) weights and (outputs,) biases of every layer. EngineError for any other file."""
    data = read_limited(path, LARGEST)
    check_tensors_in(data, path.name)
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays = load(data)
    except (ValueError, KeyError, SafetensorError) as error:
        raise EngineError(Text("{0}: damaged, or of another kind", path), detail=repr(error)) from None
    width = arrays["first.bias"].shape[0] if "first.bias" in arrays and arrays["first.bias"].ndim == 1 else 0
    shapes = _shapes(width)
    if not 0 < width <= _WIDEST or {name: array.shape for name, array in arrays.items()} != shapes or not all(
            array.dtype.kind == "f" and np.isfinite(array).all() for array in arrays.values()):
        raise EngineError(Text("{0}: damaged, or of another kind", path))
    return arrays


def _shapes(width: int) -> dict[str, tuple[int, ...]]:
    layers = {"first": (5, BANDS, width), "pairs": (4, width, width), "last": (1, width, PAIR * OUTPUTS)}
    for place in range(len(DILATIONS)):
        layers |= {f"wide.{place}": (3, width, width), f"narrow.{place}": (1, width, width)}
    return {f"{name}.weight": shape for name, shape in layers.items()} | {
        f"{name}.bias": shape[2:] for name, shape in layers.items()}
