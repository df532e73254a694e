"""Another face in the latents of one: by groups of rows, or at some regions of the picture alone."""

from collections.abc import Mapping

import numpy as np

_UP_TO = (("coarse", 0.3), ("middle", 0.57), ("fine", 1.0))
"""Shares of the rows at which the groups end: pose, shape and hair; features; colours and light."""


def row_groups(rows: int) -> dict[str, tuple[int, int]]:
    """First and last + 1 of the rows of each group."""
    groups, first = {}, 0
    for name, share in _UP_TO:
        last = round(rows * share)
        groups[name] = (first, last)
        first = last
    return groups


def mixed(code: np.ndarray, other: np.ndarray, amounts: Mapping[str, float]) -> np.ndarray:
    """w+ (rows, width) on the way from one face to another, each group of rows by its own amount of 0 to 1; float32.
    Style mixing of Karras et al. (CVPR 2019), with any share in between."""
    groups = row_groups(len(code))
    result = np.array(code, np.float32)
    for name, amount in amounts.items():
        first, last = groups[name]
        result[first:last] += np.float32(amount) * (other[first:last] - result[first:last])
    return result
