"""The square that the face-nn tools cut out of a photo before they fit it, to the pixel."""

from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text

if TYPE_CHECKING:
    Box = tuple[int, int, int, int]

_MOST_PIXELS = 512 * 512
_SIDE = 512
_LEFT, _ABOVE, _RIGHT, _BELOW = 8, 28, 8, 2
"""Pixels by which the detector's box grows."""
_HALVINGS = 2
"""One when the file is read, one when the face is cut; a photo that is still larger stays so."""


def published_crop(pixels: np.ndarray) -> np.ndarray:
    """(512, 512, 3) uint8: the first face that dlib's detector sees in a photo (h, w, 3) uint8, cut as the original
    does: neither turned nor kept in proportion. EngineError when it sees none."""
    import dlib

    working = halved(pixels)
    # The original hands its pictures to the detector blue first.
    found = dlib.get_frontal_face_detector()(np.ascontiguousarray(working[..., ::-1]), 1)
    if not found:
        raise EngineError(Text("dlib's detector, by which the published fit cuts photos, sees no face in this one"))
    face = found[0]
    return cut_published(working, (face.left(), face.top(), face.right(), face.bottom()))


def halved(pixels: np.ndarray, most: int = _HALVINGS) -> np.ndarray:
    """The photo at half its size, once or twice while it has more than 512 x 512 pixels."""
    from engine.base.opencv import cv2

    pixels = np.ascontiguousarray(pixels[..., :3])
    for _ in range(most):
        if pixels.shape[0] * pixels.shape[1] > _MOST_PIXELS:
            pixels = cv2.resize(pixels, (0, 0), fx=0.5, fy=0.5, interpolation=cv2.INTER_LINEAR)
    return pixels


def grown(face: "Box", height: int, width: int) -> "Box":
    """The detector's box (left, top, right, bottom), grown and clipped to the picture."""
    left, top, right, bottom = face
    return max(left - _LEFT, 0), max(top - _ABOVE, 0), min(right + _RIGHT, width), min(bottom + _BELOW, height)


def cut_published(working: np.ndarray, face: "Box") -> np.ndarray:
    """(512, 512, 3) uint8 of a detector's box. Its top and left edges are white: the original draws a frame first."""
    from engine.base.opencv import cv2

    left, top, right, bottom = grown(face, *working.shape[:2])
    if right - left < 1 or bottom - top < 1:
        raise EngineError(Text("the face lies outside the picture"))
    inside = working[top:bottom, left:right].copy()
    inside[0], inside[:, 0] = 255, 255
    return cv2.resize(inside, (_SIDE, _SIDE), interpolation=cv2.INTER_LINEAR)
