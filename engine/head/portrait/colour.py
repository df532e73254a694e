"""sRGB and linear light."""

import numpy as np


def linear(coded: object) -> np.ndarray:
    """sRGB 0..1 -> linear light."""
    c = np.asarray(coded, np.float32)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)


def coded(light: np.ndarray) -> np.ndarray:
    """Linear light -> sRGB 0..1."""
    light = np.maximum(light, 0.0)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
