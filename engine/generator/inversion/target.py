"""What is to be drawn: the aligned square of a photo, where the face is on it, and which of it the photo has."""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.generator.alignment import LEFT_EYE, RIGHT_EYE, Alignment, cut_aligned

MASK_SIDE = 256
_BEHIND, _BEYOND = 0.3, 0.1
"""What a pixel beside the face counts, and one that lies outside the photo, where its mirror stands."""
_WIDER, _SOFT = 1.12, 6.0
"""The face's outline is widened about its middle, and softened by so many pixels of 256."""
_EYES, _EYES_WIDER, _EYES_SOFT = 4.0, 1.3, 2.0
"""What a pixel of the eyes counts, which are small and the first that people look at; their outlines likewise."""


@dataclass(frozen=True, eq=False)
class Target:
    """picture: (s, s, 3) uint8. weights: (256, 256) float32 above 0, 1 on the face, more on the eyes.
    landmarks: (478, 2) float64 in sides of the square, 0 to 1 inside."""

    picture: np.ndarray
    weights: np.ndarray
    landmarks: np.ndarray

    def at(self, side: int) -> np.ndarray:
        """The picture at another size, (side, side, 3) float32 of -1 to 1."""
        way = cv2.INTER_AREA if side < len(self.picture) else cv2.INTER_CUBIC
        pixels = self.picture.astype(np.float32) / 127.5 - 1
        return pixels if side == len(pixels) else cv2.resize(pixels, (side, side), interpolation=way)


def make_target(pixels: np.ndarray, landmarks: np.ndarray, alignment: Alignment, size: int) -> Target:
    """pixels: (H, W, 3) uint8 sRGB. landmarks: (478, 2|3) photo pixels. size: side of the square's picture."""
    matrix = alignment.to_drawn(1)
    points = landmarks[:, :2].astype(np.float64) @ matrix[:, :2].T + matrix[:, 2]
    weights = _BEHIND + (1 - _BEHIND) * _inside(points, _WIDER, _SOFT)
    for eye in (RIGHT_EYE, LEFT_EYE):
        weights = np.maximum(weights, _EYES * _inside(points[list(eye)], _EYES_WIDER, _EYES_SOFT))
    weights = np.where(_in_photo(pixels.shape, alignment), weights, _BEYOND)
    return Target(cut_aligned(pixels, alignment, size), weights.astype(np.float32), points)


def _inside(points: np.ndarray, wider: float, soft: float) -> np.ndarray:
    """(256, 256) float32, 1 inside the hull of points (n, 2), softened."""
    hull = cv2.convexHull((points * MASK_SIDE).astype(np.float32))[:, 0]
    middle = hull.mean(0)
    outline = np.rint((hull - middle) * wider + middle - 0.5).astype(np.int32)
    filled = np.zeros((MASK_SIDE, MASK_SIDE), np.float32)
    cv2.fillConvexPoly(filled, outline, 1.0)
    return cv2.GaussianBlur(filled, (0, 0), soft)


def _in_photo(shape: tuple[int, ...], alignment: Alignment) -> np.ndarray:
    rows, columns = np.mgrid[:MASK_SIDE, :MASK_SIDE] + 0.5
    matrix = alignment.to_photo(MASK_SIDE)
    x, y = (matrix[:, :2] @ np.stack([columns.ravel(), rows.ravel()]) + matrix[:, 2:]).reshape(2, *rows.shape)
    return (x >= 0) & (x < shape[1]) & (y >= 0) & (y < shape[0])
