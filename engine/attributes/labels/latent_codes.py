"""Latent codes and directions of other programs in ``.npy`` and ``.pt``: plain arrays; nothing in the file is run."""

import io
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.arrays_file import NPY, array_of_npy, said_of
from engine.base.errors import EngineError
from engine.base.files import read_head, read_limited
from engine.base.limits import LARGEST_UNPACKED
from engine.base.text import Text
from engine.generator.formats.pickle_reader import read_pickle
from engine.generator.formats.records import NumpyArray, Tensor
from engine.generator.formats.torch_reader import is_old_layout, read_torch


def read_array(path: Path) -> np.ndarray:
    """The one array of a ``.npy`` or a torch file: numbers, finite. Raises only EngineError."""
    head = read_head(path, 15)
    if head[:6] != NPY and head[:2] != b"PK" and head[:1] != b"\x80":
        raise EngineError(Text("{0}: {1}", path, Text("is neither .npy nor a file of torch")))
    data = read_limited(path, LARGEST_UNPACKED)

    def parse() -> np.ndarray:
        if data[:6] == NPY:
            return finite(array_of_npy(data))
        if data[:2] == b"PK" or is_old_layout(data):
            return array_of(read_torch(data, str(path)))
        return array_of(read_pickle(io.BytesIO(data), str(path)))

    return said_of(path, parse)


def array_of(value: Any) -> np.ndarray:
    """The numbers of what a reader found. EngineError when it is no array, or not finite."""
    if isinstance(value, dict) and len(value) == 1:
        value = next(iter(value.values()))
    if not isinstance(value, (Tensor, NumpyArray)):
        raise EngineError(Text("holds something other than one array of numbers"))
    return finite(value.array())


def finite(values: np.ndarray) -> np.ndarray:
    """The same numbers. EngineError when there are none, or one of them is not finite."""
    if values.dtype.kind not in "fiub" or not values.size:
        raise EngineError(Text("holds no numbers"))
    if not np.isfinite(values).all():
        raise EngineError(Text("holds numbers that are not finite"))
    return values


def read_w(path: Path, centre: np.ndarray | None = None) -> np.ndarray:
    """w (n, width) float32 out of (n, width), or (n, rows, width) whose rows say the same.

    centre: what truncation pulled the first rows of RFM's files to; the last row is the one it leaves alone, and is
    taken. With it, the other rows are checked to lie between. EngineError for other shapes, and for a real w+.
    """
    values = read_array(path).astype(np.float32)
    if values.ndim == 3:
        return said_of(path, lambda: _one_row(values, centre))
    if values.ndim != 2:
        raise EngineError(Text("{0}: w is {1}, not (faces, width)", path, values.shape))
    return values


def _one_row(values: np.ndarray, centre: np.ndarray | None) -> np.ndarray:
    last = values[:, -1]
    middle = np.zeros(values.shape[2], np.float32) if centre is None else centre.astype(np.float32)
    away = last - middle
    for row in range(values.shape[1]):
        if centre is None:  # without the centre: a row is a straight line of the last, the same for every face
            shift = values[:, row] - last
            if np.ptp(shift - shift.mean(0), 0).max() <= 1e-4 * np.ptp(last, 0).max() or len(values) == 1:
                continue
            if _follows(values[:, row], last):
                continue
        else:
            share = float((values[:, row] - middle).ravel() @ away.ravel() / max(float((away * away).sum()), 1e-12))
            if np.abs(middle + share * away - values[:, row]).max() < 1e-3 * max(float(np.abs(away).max()), 1e-6):
                continue
        raise EngineError(Text("its rows are codes of their own (w+), from which no direction in w can be found"))
    return np.ascontiguousarray(last)


def _follows(row: np.ndarray, last: np.ndarray) -> bool:
    """Whether row = a last + b with one number a and one vector b: truncation to a centre."""
    x, y = last - last.mean(0), row - row.mean(0)
    share = float((x * y).sum() / max(float((x * x).sum()), 1e-12))
    return float(np.abs(y - share * x).max()) < 1e-3 * max(float(np.abs(x).max()), 1e-6)
