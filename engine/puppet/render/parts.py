"""A large frame drawn in parts: textures and frame buffers of all of it would take many times the photo itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from engine.puppet.render.drawing import Drawing, Underlay

LARGEST_WHOLE = 4096
"""Pixels a side up to which a frame is drawn in one."""
PART_SIDE = 1024
_AROUND = 3  # pixels beside a place that sampling the photo there reads


@dataclass(frozen=True)
class FramePart:
    """A square of a frame: its corner and side in frame pixels. width, height: as much of it as is wanted."""

    x0: int
    y0: int
    side: int
    width: int
    height: int


@dataclass(frozen=True, eq=False)
class PartDrawing:
    """drawing: of a part alone, target in its sides and underlays in its pixels, offset still in crop sides.
    reads: x0, y0, x1, y1 of the photo's pixels that it may show."""

    drawing: Drawing
    part: FramePart
    reads: tuple[int, int, int, int]


def parts_of(within: tuple[int, int, int, int], side: int) -> Iterator[FramePart]:
    """Parts `side` wide that make up x0, y0, x1, y1 of a frame, row by row."""
    x0, y0, x1, y1 = within
    for y in range(y0, y1, side):
        for x in range(x0, x1, side):
            yield FramePart(x, y, side, min(side, x1 - x), min(side, y1 - y))


def part_drawing(drawing: Drawing, part: FramePart, size: int) -> PartDrawing | None:
    """What of a frame's drawing, `size` pixels wide, lies in a part; None when nothing does."""
    corner = np.array([part.x0, part.y0])
    target = (drawing.target.astype(np.float64) * size - corner) / part.side
    corners = target[drawing.triangles]
    edge = 1 / part.side  # no triangle that a pixel's centre lies in is missed
    touches = (corners.min(1) < 1 + edge).all(1) & (corners.max(1) > -edge).all(1)
    triangles = np.ascontiguousarray(drawing.triangles[touches])
    underlays = tuple(filter(None, (_within(under, part) for under in drawing.underlays)))
    if not len(triangles) and not underlays and not drawing.layered:
        return None
    offsets = drawing.offset[triangles.ravel()] * size if len(triangles) else np.zeros((1, 2))
    if drawing.layered:  # what is behind the head is looked up where it is
        offsets = np.concatenate([offsets, np.zeros((1, 2))])
    low = np.clip(corner + np.floor(offsets.min(0)).astype(int) - _AROUND, 0, size - 1)
    high = np.clip(corner + part.side + np.ceil(offsets.max(0)).astype(int) + _AROUND, low + 1, size)
    outline = None if drawing.outline is None else drawing.outline[touches]
    there = replace(drawing, target=target.astype(np.float32), triangles=triangles, underlays=underlays,
                    outline=outline)
    return PartDrawing(there, part, (int(low[0]), int(low[1]), int(high[0]), int(high[1])))


def _within(under: Underlay, part: FramePart) -> Underlay | None:
    height, width = under.changed.shape
    x0, y0 = max(under.x0, part.x0), max(under.y0, part.y0)
    x1, y1 = min(under.x0 + width, part.x0 + part.side), min(under.y0 + height, part.y0 + part.side)
    if x1 <= x0 or y1 <= y0:
        return None
    window = np.s_[y0 - under.y0:y1 - under.y0, x0 - under.x0:x1 - under.x0]
    return Underlay(x0 - part.x0, y0 - part.y0, under.colour[window], under.changed[window])
