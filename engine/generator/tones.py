"""How far a drawn face's colours are from the photo's: by place and by how light they are."""

import numpy as np

from engine.generator.change import largest

_LEVELS = 7
_CELLS = 24
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_USUAL = 0.002  # so much weight has the whole face's shift in every cell
_ODD = 0.35  # a shift beyond which something else is seen, not another shade of the same


class Tones:
    """A bilateral grid (Chen et al., SIGGRAPH 2007) of colour shifts.

    drawn: (s, s, 3) float32 0..1. shift: (s, s, 3) float32: what is missing from it to the photo.
    weight: (s, s) float32 0..1, how much a place counts; None: all alike.
    """

    def __init__(self, drawn: np.ndarray, shift: np.ndarray, weight: np.ndarray | None = None) -> None:
        from engine.base.opencv import cv2

        alike = (largest(np.abs(shift)) < _ODD).astype(np.float32)
        if weight is not None:
            alike *= weight
        luma = drawn @ _LUMA
        usual = (shift * alike[..., None]).sum((0, 1)) / max(float(alike.sum()), 1.0)
        sums = np.empty((_LEVELS, _CELLS, _CELLS, 4), np.float32)
        for level in range(_LEVELS):
            share = _share(luma, level) * alike
            weighed = np.dstack([shift * share[..., None], share])
            sums[level] = cv2.resize(weighed, (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
        for cell in sums:
            cv2.GaussianBlur(cell, (0, 0), 1.5, cell, borderType=cv2.BORDER_REPLICATE)
        padded = np.concatenate([sums[:1], sums, sums[-1:]])
        near = np.float32(0.25) * (padded[:-2] + padded[2:]) + np.float32(0.5) * padded[1:-1]
        self._shifts = (near[..., :3] + _USUAL * usual) / (near[..., 3:] + _USUAL)

    def shift(self, drawn: np.ndarray) -> np.ndarray:
        """(s, s, 3) float32: what to add to a drawn picture (s, s, 3) of the same square."""
        from engine.base.opencv import cv2

        luma = drawn @ _LUMA
        whole = np.zeros_like(drawn)
        for level, cells in enumerate(self._shifts):
            spread = cv2.resize(cells, luma.shape[::-1], interpolation=cv2.INTER_LINEAR)
            whole += spread * _share(luma, level)[..., None]
        return whole


def _share(luma: np.ndarray, level: int) -> np.ndarray:
    """How much a luma belongs to a level; over all levels 1."""
    return np.maximum(0, 1 - np.abs(np.clip(luma, 0, 1) * (_LEVELS - 1) - level))
