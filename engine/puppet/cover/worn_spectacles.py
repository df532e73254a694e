"""Glasses in a picture of the puppet: laid back where they are, or as they stand when the head turns."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import SquarePixels
from engine.puppet.cover.spectacles import Spectacles
from engine.puppet.render.parts import FramePart

if TYPE_CHECKING:
    from engine.puppet.turn import Placement, Turn
    from engine.puppet.warp_mesh import WarpMesh

_BEFORE = 0.02  # face heights by which they stand before the skin they rest on
_LEAST = 6  # points of the mesh that a plane is laid through
_BLUR = 0.05  # face heights over which light is compared
_SEEN = 0.3  # of a pixel
_LENS = 0.09  # face heights from a lens's upper to its lower rim at least: what is lower is an arm
_BRIDGE = 0.25  # of their width from either end, within which a lens begins
_SHORT = 0.015  # face heights of an arm that goes with the lenses
_REACH = 0.03  # face heights around an arm's end that say how far back it lies


@dataclass(frozen=True, eq=False)
class WornSpectacles:
    """Lenses in a plane, and two arms that go back from it to the head.

    layer: (h, w, 4) float32 0..1, premultiplied, of a crop `side` pixels wide; low (2,) its corner there; pieces: of
    the left arm, the lenses and the right arm that there are, the first and the last of the layer's columns, and
    corners (4, 3) in crop sides, x right, y down, z away."""

    spectacles: Spectacles
    layer: np.ndarray
    low: np.ndarray
    side: int
    pieces: tuple[tuple[int, int, np.ndarray], ...]
    _scaled: dict[int, np.ndarray] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, spectacles: Spectacles, photo: SquarePixels, mesh: "WarpMesh", rest: np.ndarray) -> Self:
        """photo: with them; rest (N, 3) the mesh's points."""
        side = photo.shape[0]
        rows, columns = spectacles.box(side)
        alpha = spectacles.in_box(rows, columns, side)[..., None]
        scale = 65535.0 if photo.dtype == np.uint16 else 255.0
        layer = np.dstack([photo[rows, columns].astype(np.float32) / scale * alpha, alpha])
        worn = cls(spectacles, layer, np.array([columns.start, rows.start]), side, ())
        return worn.on(rest, rest[mesh.face > 0.05])

    def on(self, surface: np.ndarray, face: np.ndarray) -> Self:
        """The same on another surface (n, 3) of the head; face (m, 3): its points within the face's outline."""
        size = np.array(self.layer.shape[1::-1])
        low, high = self.low / self.side, (self.low + size) / self.side
        first, last = self._hinges()
        across = (self.low[0] + np.array([first, last])) / self.side
        inside = (face[:, :2] > (across[0], low[1])).all(1) & (face[:, :2] < (across[1], high[1])).all(1)
        flat = np.column_stack([face[:, :2], np.ones(len(face))])
        if inside.sum() >= _LEAST:
            plane = np.linalg.lstsq(flat[inside], face[inside, 2].astype(np.float64), rcond=None)[0]
            nearest = float((face[inside, 2] - flat[inside] @ plane).min())
        else:
            plane, nearest = np.array([0.0, 0.0, float(face[:, 2].min())]), 0.0
        before = 0.3 * nearest - _BEFORE * self.spectacles.height

        def edge(column: int, arm: bool) -> np.ndarray:
            """(2, 3) upper and lower end of a column."""
            x = (self.low[0] + column) / self.side
            ends = np.array([[x, low[1]], [x, high[1]]])
            depth = np.column_stack([ends, np.ones(2)]) @ plane + before
            if arm:
                depth = np.maximum(depth, self._behind(surface, column))
            return np.column_stack([ends, depth])

        pieces = []
        for start, end in ((0, first), (first, last), (last, int(size[0]))):
            if end > start:
                (a, b), (c, d) = edge(start, start < first), edge(end, end > last)
                pieces.append((start, end, np.stack([a, c, d, b])))
        return replace(self, pieces=tuple(pieces))

    def _hinges(self) -> tuple[int, int]:
        """Between which columns of the layer the lenses are: beyond, it is as low as an arm."""
        width = self.layer.shape[1]
        seen = self.layer[..., 3] > _SEEN
        high = np.where(seen.any(0), len(seen) - seen[::-1].argmax(0) - seen.argmax(0), 0)
        lens = np.flatnonzero(high > _LENS * self.spectacles.height * self.side)
        if not len(lens):
            return 0, width
        least, outer = _SHORT * self.spectacles.height * self.side, _BRIDGE * width
        shown = np.flatnonzero(seen.any(0))
        first = int(lens[0]) if least < lens[0] - shown[0] and lens[0] < outer else 0
        last = int(lens[-1]) + 1 if least < shown[-1] - lens[-1] and lens[-1] > width - outer else width
        return first, last

    def _behind(self, surface: np.ndarray, column: int) -> float:
        """How far away the head is where an arm ends at a column of the layer."""
        shown = np.flatnonzero(self.layer[..., 3].max(0) > _SEEN)
        at = int(np.clip(column, shown[0], shown[-1])) if len(shown) else column
        row = float(self.layer[:, min(at, self.layer.shape[1] - 1), 3].argmax())
        away = np.linalg.norm(surface[:, :2] - (self.low + (at, row)) / self.side, axis=1)
        near = np.maximum(1 - away / (_REACH * self.spectacles.height), 0)
        if not near.any():
            return float(surface[away.argmin(), 2])
        return float((surface[:, 2] * near).sum() / near.sum())

    def turned(self, patch: np.ndarray, size: int, turn: "Turn", placement: "Placement",
               part: FramePart | None = None) -> np.ndarray:
        """A patch (h, w, 4) of a frame of `size` pixels, or a part of it, with them as they stand after a turn."""
        layer = self._at(size)
        height, width = layer.shape[:2]
        targets = [turn.apply(corners, placement, 1.0)[:, :2] * size for _, _, corners in self.pieces]
        if part is not None:
            targets = [target - (part.x0, part.y0) for target in targets]
        shape = np.array(patch.shape[1::-1])
        low = np.clip(np.floor(np.min(targets, (0, 1))).astype(int) - 1, 0, shape)
        high = np.clip(np.ceil(np.max(targets, (0, 1))).astype(int) + 1, low, shape)
        if (high <= low).any():
            return patch
        over = np.zeros((int(high[1] - low[1]), int(high[0] - low[0]), 4), np.float32)
        for (start, end, _), target in zip(self.pieces, targets, strict=True):
            x0, x1 = (round(column * width / self.layer.shape[1]) for column in (start, end))
            if x1 <= x0 or target[1, 0] <= target[0, 0]:  # an arm that the lenses hide
                continue
            source = np.array([[0, 0], [x1 - x0, 0], [x1 - x0, height], [0, height]], np.float32)
            way = cv2.getPerspectiveTransform(source - 0.5, (target - low - 0.5).astype(np.float32))
            over += cv2.warpPerspective(np.ascontiguousarray(layer[:, x0:x1]), way, over.shape[1::-1],
                                        flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT,
                                        borderValue=(0, 0, 0, 0))
        over = np.minimum(over, 1)
        full = 65535.0 if patch.dtype == np.uint16 else 255.0
        laid = patch.copy()
        window = laid[low[1]:high[1], low[0]:high[0]]
        below = window.astype(np.float32) / full
        free = 1 - over[..., 3:]
        alpha = over[..., 3:] + below[..., 3:] * free
        colour = over[..., :3] + below[..., :3] * below[..., 3:] * free
        mixed = np.dstack([colour / np.maximum(alpha, 1e-4), alpha])
        window[:] = np.where(over[..., 3:] > 0, np.rint(np.clip(mixed, 0, 1) * full), window).astype(patch.dtype)
        return laid

    def off(self, seen: np.ndarray, bare: np.ndarray) -> np.ndarray:
        """Another picture (s, s, 3) uint8 of the crop without them: the bare photo (s, s, 3) in the light beside."""
        size = len(seen)
        rows, columns = self.spectacles.box(size)
        mask = self.spectacles.at(size)[rows, columns][..., None]
        sigma = max(_BLUR * self.spectacles.height * size, 1.0)
        here, there = (image[rows, columns].astype(np.float32) for image in (seen, bare))
        light, known = (cv2.GaussianBlur(image * (1 - mask), (0, 0), sigma) + 1 for image in (here, there))
        found = seen.copy()
        found[rows, columns] = np.clip(here + (there * (light / known) - here) * np.minimum(1, 2 * mask), 0, 255)
        return found

    def _at(self, size: int) -> np.ndarray:
        if size not in self._scaled:
            self._scaled.clear()
            share = size / self.side
            wide, high = (max(2, round(length * share)) for length in self.layer.shape[1::-1])
            self._scaled[size] = self.layer if share == 1 else cv2.resize(
                self.layer, (wide, high), interpolation=cv2.INTER_AREA if share < 1 else cv2.INTER_LINEAR)
        return self._scaled[size]
