"""What a regressor sees of a face: where its edges run, and where it is dark.

Edges in eight directions, each told from its opposite, less the local contrast, pooled over cells of six pixels; and
the grey of the same cells, less its mean and spread. Light, skin and camera change little of that, so what is learnt
from drawn heads holds for photos better than colours would.
"""

import numpy as np

from engine.rig.regressor.face_cut import SIDE

_DIRECTIONS, _CELLS = 8, 16
_NEIGHBOURHOOD, _FLAT = 12, 0.02
"""Pixels over which contrast is local; the least that counts as contrast, of 1."""
SEEN = (_DIRECTIONS + 1) * _CELLS**2
"""Numbers that are seen of a face."""


def edges_of(cut: np.ndarray) -> np.ndarray:
    """(SEEN,) float32 of a cut (SIDE, SIDE, 3) uint8."""
    from engine.base.opencv import cv2

    grey = cv2.GaussianBlur(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255, (0, 0), 0.8)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=0.25), cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=0.25)
    contrast = cv2.blur(cv2.magnitude(across, down), (_NEIGHBOURHOOD, _NEIGHBOURHOOD)) + _FLAT
    across, down = across / contrast, down / contrast
    angles = np.arange(_DIRECTIONS) * (2 * np.pi / _DIRECTIONS)
    maps = [np.maximum(np.float32(np.cos(angle)) * across + np.float32(np.sin(angle)) * down, 0) for angle in angles]
    spread = float(grey.std()) + _FLAT
    pooled = cv2.resize(np.dstack([*maps, (grey - grey.mean()) / spread]), (_CELLS, _CELLS),
                        interpolation=cv2.INTER_AREA)
    return np.asarray(pooled, np.float32).ravel()


assert SIDE % _CELLS == 0
