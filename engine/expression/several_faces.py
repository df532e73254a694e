"""Another picture shows several people: whose expression is meant is for a person to say."""

from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.crop import cut
from engine.photo.open_photo import OpenPhoto

MOST = 24
"""Faces that are shown to choose from, the largest."""
_SIDE = 160
"""Of a cut-out, pixels."""


class SeveralFaces(EngineError):  # noqa: N818 - a question, not a fault
    """pictures: (side, side, 3) uint8 sRGB, one for each face in the photo's order, at most `MOST`."""

    def __init__(self, path: Path, photo: OpenPhoto) -> None:
        super().__init__(Text("{0} shows {1} faces", path.name, len(photo.faces)), Text("choose one of them"))
        self.pictures = tuple(_cut_out(photo, face) for face in range(min(len(photo.faces), MOST)))


def _cut_out(photo: OpenPhoto, face: int) -> np.ndarray:
    from engine.base.opencv import cv2

    square = np.ascontiguousarray(cut(photo.picture.pixels, photo.crop(face)))
    return cv2.resize(square, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
