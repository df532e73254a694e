"""What a face parser says of a picture around a face, and what of it is behind the person."""

from dataclasses import dataclass
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


@dataclass(frozen=True, eq=False)
class FaceParts:
    """What a parser says of a picture around a face. labels: (k, k) uint8, its classes; empty: (k, k) float32, 1 where
    no person is."""

    labels: np.ndarray
    empty: np.ndarray

    @property
    def bytes_held(self) -> int:
        return self.labels.nbytes + self.empty.nbytes

    def labels_within(self, pad: float) -> np.ndarray:
        """The classes without `pad` of the inner square's side around it."""
        edge = round(len(self.labels) * pad / (1 + 2 * pad))
        return self.labels[edge:len(self.labels) - edge, edge:len(self.labels) - edge]


def face_parts(parser: "FaceParser", square: np.ndarray) -> FaceParts:
    """square: (s, s, 3) uint8 sRGB, cut or drawn as FFHQ's faces are, or somewhat wider."""
    from engine.networks.face_parser import SIDE

    way = cv2.INTER_AREA if len(square) > SIDE else cv2.INTER_CUBIC
    picture = square if len(square) == SIDE else cv2.resize(square, (SIDE, SIDE), interpolation=way)
    labels = parser.labels(picture)
    empty = _without_specks((labels == _BACKGROUND).astype(np.uint8))
    empty = 1 - _without_specks(1 - empty)
    return FaceParts(labels, np.asarray(cv2.GaussianBlur(empty.astype(np.float32), (0, 0), _SOFT), np.float32))


def _without_specks(mask: np.ndarray) -> np.ndarray:
    count, labels, facts, _ = cv2.connectedComponentsWithStats(mask)
    large = facts[:, cv2.CC_STAT_AREA] >= _SMALLEST * mask.size
    large[0] = False
    return np.asarray(large[labels], np.uint8)
