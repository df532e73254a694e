"""Which square of the photo a puppet is made of."""

from dataclasses import dataclass

import numpy as np

SIDE_IN_FACE_HEIGHTS = 2.2
"""Hair, ears, neck, and room for a head turn to fade out in."""

_FOREHEAD, _CHIN = 10, 152
_CHEEKS = (454, 234)
_HEIGHT_OF_WIDTH = 1.15
_CENTRE_UP = 0.04  # of the face height: there is more hair above a face than neck is wanted below


@dataclass(frozen=True)
class Crop:
    """A square of whole photo pixels: columns x0..x0+side, rows y0..y0+side; may reach over the photo's edge."""

    x0: int
    y0: int
    side: int

    def to_crop(self, points: np.ndarray) -> np.ndarray:
        """Photo pixels (N, 2|3) to crop pixels; a third column (depth) stays."""
        moved = np.array(points, np.float32)
        moved[:, :2] -= (self.x0, self.y0)
        return moved

    def within(self, width: int, height: int) -> tuple[int, int, int, int]:
        """x0, y0, x1, y1 in crop pixels of what lies in a photo of that size; empty where nothing does."""
        return (max(0, -self.x0), max(0, -self.y0), min(self.side, width - self.x0), min(self.side, height - self.y0))


def crop_for(landmarks: np.ndarray) -> Crop:
    """The square for a face.

    landmarks: (478, 2|3) photo pixels. The side is 2.2 face heights (hairline to chin, but no less than 1.15 face
    widths, for faces seen from below), at least 32 pixels, even.
    """
    points = np.asarray(landmarks, np.float64)[:, :2]
    down = points[_CHIN] - points[_FOREHEAD]
    height = max(float(np.hypot(*down)),
                 _HEIGHT_OF_WIDTH * float(np.hypot(*(points[_CHEEKS[0]] - points[_CHEEKS[1]]))), 1.0)
    side = max(32, 2 * round(SIDE_IN_FACE_HEIGHTS * height / 2))
    centre = (points[_FOREHEAD] + points[_CHIN]) / 2 - _CENTRE_UP * down
    x0, y0 = np.round(centre - side / 2).astype(int)
    return Crop(int(x0), int(y0), side)


def cut(pixels: np.ndarray, crop: Crop) -> np.ndarray:
    """The crop's pixels (side, side, C), type kept; where it overhangs the photo the edge pixels repeat."""
    return cut_window(pixels, crop.x0, crop.y0, crop.x0 + crop.side, crop.y0 + crop.side)


def cut_window(pixels: np.ndarray, x0: int, y0: int, x1: int, y1: int) -> np.ndarray:
    """The pixels (y1 - y0, x1 - x0, C) of columns x0 to x1 and rows y0 to y1, as `cut`."""
    from engine.base.opencv import cv2

    height, width = pixels.shape[:2]
    first, last = np.clip((y0, y1 - 1), 0, height - 1)
    left, right = np.clip((x0, x1 - 1), 0, width - 1)
    inner = pixels[first : last + 1, left : right + 1]
    if inner.shape[:2] == (y1 - y0, x1 - x0):
        return inner.copy(order="C")
    above, before = min(max(-y0, 0), y1 - y0 - 1), min(max(-x0, 0), x1 - x0 - 1)
    below, after = y1 - y0 - above - inner.shape[0], x1 - x0 - before - inner.shape[1]
    window = cv2.copyMakeBorder(inner, above, below, before, after, cv2.BORDER_REPLICATE)
    return window.reshape(y1 - y0, x1 - x0, *pixels.shape[2:])
