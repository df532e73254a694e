"""The shaders' formulas in numpy: resources/shaders/head/lighting.glsl has the same."""

import numpy as np


def sample(picture: np.ndarray, place: np.ndarray, around: bool) -> np.ndarray:
    """Bilinear samples (n, 4) float 0..1 at places (n, 2) 0..1; around: the picture repeats sideways."""
    height, width = picture.shape[:2]
    x, y = place[:, 0] * width - 0.5, np.clip(place[:, 1] * height - 0.5, 0, height - 1)
    if not around:
        x = np.clip(x, 0, width - 1)
    column, row = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    a, b = (x - column)[:, None].astype(np.float32), (y - row)[:, None].astype(np.float32)
    beside, below = column + 1, np.minimum(row + 1, height - 1)
    if around:
        column, beside = column % width, beside % width
    else:
        beside = np.minimum(beside, width - 1)
    upper = picture[row, column] * (1 - a) + picture[row, beside] * a
    lower = picture[below, column] * (1 - a) + picture[below, beside] * a
    return ((upper * (1 - b) + lower * b) / 255.0).astype(np.float32)


def develop(x: np.ndarray) -> np.ndarray:
    """sRGB-coded values of linear light: straight up to the knee, then a shoulder to 1."""
    over = np.maximum(x - 0.62, 0)
    x = np.clip(x, 0, 0.62) + 0.38 * over / (over + 0.38)
    root = np.sqrt(x)
    fourth = np.sqrt(root)
    return np.clip(0.585122381 * root + 0.783140355 * fourth - 0.368262736 * np.sqrt(fourth), 0, 1)


def lit_by(c: np.ndarray) -> np.ndarray:
    """Linear light of sRGB 0..1, by a cubic."""
    return c * (c * (c * np.float32(0.305306011) + np.float32(0.682171111)) + np.float32(0.012522878))


def wrapped(facing: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Light that creeps round the edge of shade."""
    lit = np.clip(facing * slope + 1 - slope, 0, 1)
    return lit * (0.5 + 0.5 * lit)


def mirrored(mirror: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """The mirror image (n, 1) of a light, cubed."""
    return np.clip(mirror @ direction, 0, 1)[:, None] ** 3


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows of length one."""
    return rows / np.maximum(np.sqrt((rows * rows).sum(1, keepdims=True)), 1e-12)


def mix(a: np.ndarray, b: np.ndarray, t: np.ndarray | np.float32) -> np.ndarray:
    """a where t is 0, b where it is 1."""
    return a + (b - a) * t


def row(*values: float) -> np.ndarray:
    """Numbers as float32."""
    return np.array(values, np.float32)
