"""What is behind the person, by the face parser where it is installed: that stays the photo's."""

from typing import TYPE_CHECKING

import numpy as np

from engine.base.opencv import cv2

if TYPE_CHECKING:
    from engine.networks.face_parser import FaceParser

_BACKGROUND = 0
_SOFT = 2.0
"""Pixels of the parser's."""
_SMALLEST = 0.002
"""Share of the square below which something behind the person is none, and the other way round."""


def empty_parts(parser: "FaceParser", square: np.ndarray) -> np.ndarray:
    """(SIDE, SIDE) float32 of the parser's size: 1 where no person is, soft at the border.

    square: (s, s, 3) uint8 sRGB, cut or drawn as FFHQ's faces are.
    """
    from engine.networks.face_parser import SIDE

    way = cv2.INTER_AREA if len(square) > SIDE else cv2.INTER_CUBIC
    picture = square if len(square) == SIDE else cv2.resize(square, (SIDE, SIDE), interpolation=way)
    empty = _without_specks((parser.labels(picture) == _BACKGROUND).astype(np.uint8))
    empty = 1 - _without_specks(1 - empty)
    return np.asarray(cv2.GaussianBlur(empty.astype(np.float32), (0, 0), _SOFT), np.float32)


def _without_specks(mask: np.ndarray) -> np.ndarray:
    count, labels, facts, _ = cv2.connectedComponentsWithStats(mask)
    large = facts[:, cv2.CC_STAT_AREA] >= _SMALLEST * mask.size
    large[0] = False
    return np.asarray(large[labels], np.uint8)
