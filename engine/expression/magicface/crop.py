"""The square that MagicFace draws, as a matrix from photo pixels to the 512 canvas and back.

The original maps a square of 1.5 face box widths on the middle 352 pixels of a 512 canvas, unrotated. Coordinates
here are its own: whole numbers are pixel centres, as OpenCV's warps take them; `OF_CENTRES` leads there from the
photo's, where pixel i covers i to i + 1.
"""

from dataclasses import dataclass

import numpy as np

SIDE = 512

OF_CENTRES = -0.5
"""To be added to a coordinate in which pixel centres lie at halves."""

_FACE_SIDE = 352
_BOX_WIDTHS = 1.5


@dataclass(frozen=True)
class CanvasMap:
    """canvas = scale * photo + shift, both axes alike."""

    scale: float
    x: float
    y: float

    @property
    def matrix(self) -> np.ndarray:
        """(2, 3) float64, photo to canvas."""
        return np.array([[self.scale, 0, self.x], [0, self.scale, self.y]])

    @property
    def inverse(self) -> np.ndarray:
        """(2, 3) float64, canvas to photo."""
        return np.array([[1, 0, -self.x], [0, 1, -self.y]]) / self.scale

    def to_canvas(self, points: np.ndarray) -> np.ndarray:
        """Photo points (N, 2 or more) to canvas points (N, 2)."""
        return points[:, :2] * self.scale + (self.x, self.y)


def canvas_map(centre: tuple[float, float], width: float) -> CanvasMap:
    """The map for a face box of this centre and width, photo pixels."""
    scale = _FACE_SIDE / (_BOX_WIDTHS * width)
    return CanvasMap(scale, SIDE / 2 - scale * centre[0], SIDE / 2 - scale * centre[1])


def to_canvas(pixels: np.ndarray, where: CanvasMap, extend: bool) -> np.ndarray:
    """The canvas (512, 512, 3) uint8 of a photo.

    extend: repeat the photo's edge outside it. The original leaves black there, which it also uses for "drawn anew":
    large black borders were reported to cost identity.
    """
    from engine.base.opencv import cv2

    border = cv2.BORDER_REPLICATE if extend else cv2.BORDER_CONSTANT
    return cv2.warpAffine(pixels, where.matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=border)
