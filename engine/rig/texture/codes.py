"""sRGB bytes to the square root of linear light and back, by tables.

The root is near to what the eye sees, so that means and fills look right, and a factor of light is a factor of it.
"""

from functools import lru_cache

import numpy as np

from engine.head.portrait.colour import coded as srgb
from engine.head.portrait.colour import linear

_STEPS = 4096


@lru_cache(maxsize=1)
def roots() -> np.ndarray:
    """(256,) float32: the root of light of each sRGB byte."""
    return np.sqrt(linear(np.arange(256) / 255))


def coded(root: np.ndarray) -> np.ndarray:
    """Root of light (..., 3), cut to 0..1, to sRGB bytes."""
    return _bytes()[np.clip(root * (_STEPS - 1) + 0.5, 0, _STEPS - 1).astype(np.uint16)]


@lru_cache(maxsize=1)
def _bytes() -> np.ndarray:
    light = (np.arange(_STEPS) / (_STEPS - 1)) ** 2
    return np.rint(srgb(light) * 255).astype(np.uint8)
