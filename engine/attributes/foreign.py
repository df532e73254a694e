"""Directions of other programs in the layouts they are passed around in, read and written: ``.npy`` and ``.pt``.

(512,) and (1, 512): InterFaceGAN, e4e. (18, 512): Puzer, a312863063. (1, 9216): RFM, which is (18, 512) in a row.
None of them says its own spread, and their signs are not to be trusted: look at what they do.
"""

import io
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from engine.attributes.directions import Direction, Directions, unit
from engine.attributes.labels.latent_codes import read_array
from engine.base.arrays_file import said_of
from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.generator.mobilestylegan import rows_of_stylegan2

Layout = Literal["vector", "rows", "flat"]
LAYOUTS: tuple[str, ...] = get_args(Layout)
_ROWS = 18
_ALIKE = 0.95
"""Least cosine between the rows of one direction and their mean."""


def read_foreign(path: Path, width: int = 512, rows: int | None = None) -> Directions:
    """One direction out of a ``.npy`` or ``.pt`` file, by the file's name. Raises only EngineError; nothing is run.

    width: of w. rows: of the generator's w+, for files whose direction leaves some rows alone (None: the file's own).
    Rows that point to different sides make a direction in w+, which is refused.
    """
    values = read_array(path)
    return said_of(path, lambda: Directions((_direction(values, path.stem, width, rows),)))


def _direction(values: np.ndarray, name: str, width: int, rows: int | None) -> Direction:
    if values.size % width or values.ndim > 3 or (values.ndim > 1 and values.shape[-1] % width):
        raise EngineError(Text("a direction {0} is not {1} wide", values.shape, width),
                          Text("it is another generator's"))
    table = values.reshape(-1, width).astype(np.float64)
    lengths = np.linalg.norm(table, axis=1)
    used = np.flatnonzero(lengths > 1e-9 * max(float(lengths.max()), 1e-300))
    vector = unit(table[used].sum(0)) if len(used) else unit(table[0])
    if ((table[used] / lengths[used, None]) @ vector.astype(np.float64)).min() < _ALIKE:
        raise EngineError(Text("its rows point to different sides (w+); only directions in w can be used"))
    first, last = int(used[0]), int(used[-1]) + 1
    if len(used) != last - first:
        raise EngineError(Text("the rows it leaves alone lie between those it moves"))
    return Direction(name, vector, method="read from a file", rows=_rows(first, last, len(table), rows))


def _rows(first: int, last: int, count: int, rows: int | None) -> tuple[int, int] | None:
    """The file's rows as the generator's."""
    if last - first == count:
        return None
    if rows is None or rows == count:
        return first, last
    parts = rows_of_stylegan2()
    if count != _ROWS or rows != len(parts):
        raise EngineError(Text("moves some of {0} rows, and the generator has {1}", count, rows))
    places = [place for place, row in enumerate(parts) if first <= row < last]
    if not places:
        raise EngineError(Text("moves none of the generator's rows"))
    return places[0], places[-1] + 1


def write_foreign(path: Path, direction: Direction, layout: Layout = "vector", rows: int = _ROWS) -> None:
    """Write as ``.npy`` or ``.pt``: (1, width), (rows, width) or (1, rows * width); rows it does not move are zero.

    Length 1 as a vector and in each row, float64 in ``.npy`` and float32 in ``.pt``, as others have them. UsageError
    for another suffix or layout, or more rows than there are to be. The vector says nothing of rows.
    """
    if layout not in LAYOUTS:
        raise UsageError(Text("unknown layout {0}", repr(layout)), Text("layouts are {0}", ", ".join(LAYOUTS)))
    first, last = direction.rows or (0, rows)
    if layout == "vector":
        values = direction.vector[None]
    else:
        if last > rows:
            raise UsageError(Text("{0} moves rows up to {1}, and there are to be {2}", direction.name, last, rows))
        values = np.zeros((rows, len(direction.vector)), np.float32)
        values[first:last] = direction.vector
        values = values if layout == "rows" else values.reshape(1, -1)
    buffer = io.BytesIO()
    if path.suffix.lower() == ".npy":
        np.lib.format.write_array(buffer, values.astype(np.float64), allow_pickle=False)
    elif path.suffix.lower() == ".pt":
        import torch

        torch.save(torch.from_numpy(np.ascontiguousarray(values)), buffer)
    else:
        raise UsageError(Text("{0}: directions for other programs are written as .npy or .pt", path.name))
    write_whole(path, buffer.getvalue())
