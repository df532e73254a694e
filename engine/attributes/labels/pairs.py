"""Faces before and after, one above the other."""

from collections.abc import Sequence

import numpy as np

from engine.photo.contact_sheet import PAPER, contact_sheet

_ACROSS = 8


def pairs(names: Sequence[str], before: Sequence[np.ndarray], after: Sequence[np.ndarray], change: str) -> np.ndarray:
    """A page (H, W, 3) uint8 of pictures (s, s, 3) uint8: eight faces a line, as they are and below that changed."""
    pages = []
    for first in range(0, len(names), _ACROSS):
        part = slice(first, first + _ACROSS)
        pages.append(contact_sheet(names[part], [("as they are", before[part]), (change, after[part])]))
    width = max(page.shape[1] for page in pages)
    wide = [np.concatenate([page, np.full((page.shape[0], width - page.shape[1], 3), PAPER, np.uint8)], 1)
            for page in pages]
    return np.concatenate(wide)
