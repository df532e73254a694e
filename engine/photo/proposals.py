"""Where in a picture a closer look for faces is worth while.

MediaPipe's detector sees a picture at 128 pixels a side, so it misses the small faces of a group. They are proposed by
dlib's detector of frontal faces (histograms of oriented gradients; it is part of the library and needs no file) and,
where a picture looks like a group, by overlapping tiles.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.photo.face import Box
from engine.photo.levels import Levels
from engine.photo.upright import UprightView

_HOG_SIDE = 1024
"""Longest side of the picture dlib looks at; it sees faces from 80 pixels."""
_HOG_DOUBT = -0.2
"""Detections down to this score are proposed; a closer look decides."""
_FINE_PARTS = (6, 12, 24)
"""The longer side of a picture in fine tiles."""
_FINEST = 400
"""Fine tiles have at least this many pixels a side. Faces are seen from an eighth of a tile."""


class FrontalDetector:
    """dlib's detector, made when first asked (about 0.1 s)."""

    def __init__(self) -> None:
        self._detector: Any = None

    def boxes(self, picture: Levels) -> list[Box]:
        """Boxes (brow to chin, ear to ear) of frontal faces in a picture, the surest first."""
        import dlib

        if self._detector is None:
            self._detector = dlib.get_frontal_face_detector()
        small, (wide, high) = picture.within(_HOG_SIDE)
        found, scores, _ = self._detector.run(np.ascontiguousarray(small), 0, _HOG_DOUBT)
        return [
            Box(box.left() * wide, box.top() * high, (box.right() + 1) * wide, (box.bottom() + 1) * high)
            for box, _ in sorted(zip(found, scores, strict=True), key=lambda pair: -pair[1])
        ]


def around(box: Box) -> UprightView:
    """A view of a proposed face with room around it."""
    return UprightView(box.centre, max(8.0, 2.2 * max(box.width, box.height)), 0.0)


def turned(size: tuple[int, int]) -> Iterator[UprightView]:
    """Views of the whole picture (width, height) turned upside down and onto either side."""
    for turn in (180.0, 90.0, -90.0):
        yield UprightView((size[0] / 2, size[1] / 2), max(size), turn, 640)


def padded(size: tuple[int, int]) -> Iterator[UprightView]:
    """Views of the whole picture (width, height) with more and more room around it, for crops too tight to see, each
    as it is and upside down."""
    for room in (1.4, 2.0):
        for turn in (0.0, 180.0):
            yield UprightView((size[0] / 2, size[1] / 2), max(size) * room, turn, 640)


def tiles(size: tuple[int, int], parts: int, turn: float = 0.0) -> Iterator[UprightView]:
    """Square views over a picture (width, height), a `parts`-th of its longer side, half overlapping both ways.

    turn: which way up they are, degrees, a multiple of 90.
    """
    side = min(max(size) / parts, min(size))
    if side >= 48:
        yield from _views(size, side, side / 2, 0.0, turn, int(min(512, max(128, side))))


def fine_tiles(size: tuple[int, int], turn: float = 0.0) -> Iterator[UprightView]:
    """Smaller and smaller views over a picture, down to those in which a face of 60 pixels is seen.

    They begin beyond the picture: a face that its edge cuts is seen better with room around it. They overlap as much
    as is needed, the tiles before having shown what is larger.
    """
    for parts in _FINE_PARTS:
        side = min(max(size) / parts, min(size))
        if side >= _FINEST:
            yield from _views(size, side, side * 0.7, side * 0.2, turn, 256)


def _views(size: tuple[int, int], side: float, step: float, beyond: float, turn: float,
           pixels: int) -> Iterator[UprightView]:
    for y in _starts(size[1], side, step, beyond):
        for x in _starts(size[0], side, step, beyond):
            yield UprightView((x + side / 2, y + side / 2), side, turn, pixels)


def _starts(length: int, side: float, step: float, beyond: float) -> np.ndarray:
    if length <= side:
        return np.full(1, (length - side) / 2)
    way = length - side + 2 * beyond
    return np.linspace(-beyond, way - beyond, max(1, round(way / step)) + 1)
