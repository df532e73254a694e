"""Random pictures and small curves of which skin, hair and irises are made; the same on every run."""

import numpy as np


class Noise:
    """Random pictures (height, width) float32 with mean 0 and deviation 1."""

    def __init__(self, width: int, height: int) -> None:
        self._size = width, height
        self._random = np.random.default_rng(7)

    def soft(self, scale: float) -> np.ndarray:
        """Smooth, features about `scale` texels across."""
        from engine.base.opencv import cv2

        width, height = self._size
        step = max(scale / 2.0, 1.0)
        grid = self._random.standard_normal((int(height / step) + 2, int(width / step) + 2), np.float32)
        blurred = cv2.GaussianBlur(grid, (0, 0), 1.0)
        blurred = blurred / blurred.std()
        return cv2.resize(blurred, (width, height), interpolation=cv2.INTER_CUBIC) if step > 1 else (
            np.ascontiguousarray(blurred[:height, :width]))

    def streaks(self, across: float, along: float) -> np.ndarray:
        """Upright streaks, blurred by these deviations in texels."""
        from engine.base.opencv import cv2

        grid = self._random.standard_normal(self._size[::-1], np.float32)
        blurred = cv2.GaussianBlur(grid, (0, 0), sigmaX=across, sigmaY=along)
        return blurred / blurred.std()


def ramp(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 below low, 1 above high, smooth between."""
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def byte(values: np.ndarray) -> np.ndarray:
    """0..1 as 0..255."""
    return (np.clip(values, 0.0, 1.0) * 255 + 0.5).astype(np.uint8)


def signed(values: np.ndarray) -> np.ndarray:
    """-1..1 as 1..255 about 128."""
    return (np.clip(values, -1.0, 1.0) * 127 + 128.5).astype(np.uint8)
