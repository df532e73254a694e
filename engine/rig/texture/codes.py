"""sRGB bytes to the square root of linear light and back, by tables.

The root is near to what the eye sees, so that means and fills look right, and a factor of light is a factor of it.
"""

from functools import lru_cache

import numpy as np

_STEPS = 4096


@lru_cache(maxsize=1)
def roots() -> np.ndarray:
    """(256,) float32: the root of light of each sRGB byte."""
    value = np.arange(256) / 255
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return np.sqrt(light).astype(np.float32)


def coded(root: np.ndarray) -> np.ndarray:
    """Root of light (..., 3), cut to 0..1, to sRGB bytes."""
    return _bytes()[np.clip(root * (_STEPS - 1) + 0.5, 0, _STEPS - 1).astype(np.uint16)]


@lru_cache(maxsize=1)
def _bytes() -> np.ndarray:
    light = (np.arange(_STEPS) / (_STEPS - 1)) ** 2
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.rint(value * 255).astype(np.uint8)
