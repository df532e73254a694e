"""What covers one face: where, which parts of the face cannot be seen, and what is told of that."""

from dataclasses import dataclass, field

import numpy as np

from engine.base.opencv import cv2
from engine.base.text import Text
from engine.puppet.cover.covered_part import CoveredPart
from engine.puppet.cover.spectacles import Spectacles
from engine.puppet.facemap import APERTURES, BROW, OUTER_LIPS
from engine.puppet.render.parts import FramePart

_WHOLLY = 0.95  # of the mask, from which on a pixel is nothing but cover
_SIZES = 2  # of frames, for which the mask is kept: a draft's and a final's

Free = tuple[slice, slice, np.ndarray]
"""Rows and columns of a frame that hold all of a cover, and (rows, columns) float32 0..1 how much of each pixel there
is not covered."""

PARTS = ("mouth", "eyeRight", "eyeLeft", "browRight", "browLeft")
"""What may be hidden; the first three are the mesh's openings."""


def part_outlines(points: np.ndarray) -> dict[str, np.ndarray]:
    """Around each of `PARTS`, (k, 2), for landmarks (478, 2)."""
    eyes = {name: points[[*rim.upper, *rim.lower[-2:0:-1]]] for name, rim in APERTURES.items() if name != "mouth"}
    return {"mouth": points[list(OUTER_LIPS)], **eyes,
            **{"brow" + side: points[list(BROW[side])] for side in ("Right", "Left")}}


@dataclass(frozen=True, eq=False)
class Cover:
    """mask: (n, n) float32 0..1 over the face's crop, 1 where the photo shows something else than the face, soft at its
    border. worn: it lies within the face, as glasses and masks do, and turns with the head; what reaches beyond the
    face, as a hand does, stays in its place. hidden: of `PARTS`, what is mostly covered. height: of the face, crop
    sides. spectacles: glasses that one looks through, which the mask leaves out: the face moves behind them."""

    mask: np.ndarray
    worn: bool
    hidden: frozenset[str]
    height: float
    spectacles: Spectacles | None = None
    _free: dict[int, Free] = field(default_factory=dict, init=False, repr=False)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the artist should know of what cannot move."""
        found = [_HIDDEN[part] for part in PARTS if part in self.hidden]
        return tuple(found) if found else (Text("Something covers part of the face: it stays as the photo shows it"),)

    def at(self, size: int) -> np.ndarray:
        """(size, size) float32 0..1 the mask at a frame's size."""
        return np.clip(cv2.resize(self.mask, (size, size), interpolation=cv2.INTER_LINEAR), 0, 1)

    def shown_at(self, size: int) -> np.ndarray:
        """(size, size) float32 0..1 all that stays as the photo shows it: the mask and spectacles."""
        mask = self.at(size)
        return mask if self.spectacles is None else np.maximum(mask, self.spectacles.at(size))

    def within(self, box: tuple[float, float, float, float], shape: tuple[int, ...]) -> np.ndarray:
        """(h, w) = shape the mask in a box of the crop: x, y, width, height in its sides."""
        (x, y, width, height), (rows, columns) = box, shape
        across = (x + (np.arange(columns) + 0.5) * (width / columns)) * len(self.mask) - 0.5
        down = (y + (np.arange(rows) + 0.5) * (height / rows)) * len(self.mask) - 0.5
        where = np.meshgrid(across.astype(np.float32), down.astype(np.float32))
        return np.clip(cv2.remap(self.mask, *where, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), 0, 1)

    def in_part(self, part: FramePart, size: int) -> np.ndarray:
        """(height, width) the mask in a part of such a frame, without the rest of it."""
        last = len(self.mask) - 1

        def between(first: int, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
            at = np.clip((np.arange(first, first + length) + 0.5) * (len(self.mask) / size) - 0.5, 0, last)
            low = at.astype(int)
            return low, np.minimum(low + 1, last), (at - low).astype(np.float32)

        top, below, share = between(part.y0, part.height)
        rows = self.mask[top] + (self.mask[below] - self.mask[top]) * share[:, None]
        left, right, share = between(part.x0, part.width)
        return np.clip(rows[:, left] + (rows[:, right] - rows[:, left]) * share, 0, 1)

    def free(self, size: int) -> Free:
        """What of a frame of `size` pixels is not covered. Every frame of a drag asks: it is worked out once."""
        if size not in self._free:
            if len(self._free) >= _SIZES:
                self._free.clear()
            self._free[size] = _free_of(self.shown_at(size))
        return self._free[size]

    def free_in(self, part: FramePart, size: int) -> Free:
        """The same of a part of such a frame; not kept."""
        mask = self.in_part(part, size)
        if self.spectacles is not None:
            rows, columns = slice(part.y0, part.y0 + part.height), slice(part.x0, part.x0 + part.width)
            mask = np.maximum(mask, self.spectacles.in_box(rows, columns, size))
        return _free_of(mask)


def _free_of(mask: np.ndarray) -> Free:
    rows, columns = (_reach(mask.max(axis)) for axis in (1, 0))
    covered = mask[rows, columns]
    return rows, columns, np.where(covered > _WHOLLY, 0, 1 - covered).astype(np.float32)


def _reach(line: np.ndarray) -> slice:
    """From the first to the last that is not 0."""
    found = np.flatnonzero(line)
    return slice(found[0], found[-1] + 1) if len(found) else slice(0, 0)


_HIDDEN = {part: CoveredPart(part, said) for part, said in {
    "mouth": Text("The mouth is covered: jaw and lip sliders show nothing there"),
    "eyeRight": Text("The right eye is covered: its sliders show nothing"),
    "eyeLeft": Text("The left eye is covered: its sliders show nothing"),
    "browRight": Text("The right brow is covered: its sliders show little"),
    "browLeft": Text("The left brow is covered: its sliders show little"),
}.items()}
