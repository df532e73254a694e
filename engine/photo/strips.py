"""Large pictures, a few rows at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

_PIXELS = 1 << 15


def strips(pixels: np.ndarray) -> Iterator[slice]:
    """Rows of a picture, some ten thousand pixels at a time: what is done to a large one takes no second one beside it.

    In larger steps each array would be asked of the system anew, which takes longer than what is done with it.
    """
    step = max(1, _PIXELS // max(1, pixels.shape[1]))
    for top in range(0, pixels.shape[0], step):
        yield slice(top, top + step)


@dataclass(frozen=True)
class StoredRows:
    """A picture in a file, read some rows at a time. rows: (h, W, C) from above, C, or what is in it, as in `shape`."""

    shape: tuple[int, int, int]
    dtype: np.dtype
    rows: Iterator[np.ndarray]


def same_samples(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two pictures are of one type and size and the same in every sample."""
    return one.shape == other.shape and one.dtype == other.dtype and all(
        np.array_equal(one[rows], other[rows]) for rows in strips(one))
