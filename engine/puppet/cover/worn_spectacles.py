"""Glasses in a picture of the puppet: laid back where they are, or as they stand when the head turns."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, eq=False)
class WornSpectacles:
    """layer: (h, w, 4) float32 0..1, premultiplied, of a crop `side` pixels wide; low (2,) its corner there; corners
    (4, 3) of its plane in crop sides, x right, y down, z away."""

    spectacles: Spectacles
    layer: np.ndarray
    low: np.ndarray
    side: int
    corners: np.ndarray
    _scaled: dict[int, np.ndarray] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, spectacles: Spectacles, photo: SquarePixels, mesh: "WarpMesh", rest: np.ndarray) -> Self:
        """photo: with them; rest (N, 3) the mesh's points."""
        side = photo.shape[0]
        rows, columns = spectacles.box(side)
        alpha = spectacles.in_box(rows, columns, side)[..., None]
        scale = 65535.0 if photo.dtype == np.uint16 else 255.0
        layer = np.dstack([photo[rows, columns].astype(np.float32) / scale * alpha, alpha])
        x, y = (np.array([span.start, span.stop]) / side for span in (columns, rows))
        middle = (rest[:, 0] > x[0]) & (rest[:, 0] < x[1]) & (rest[:, 1] > y[0]) & (rest[:, 1] < y[1])
        within = middle & (mesh.face > 0.05)
        flat = np.column_stack([rest[:, :2], np.ones(len(rest))])
        corner = np.array([[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]]])
        if within.sum() >= _LEAST:
            plane = np.linalg.lstsq(flat[within], rest[within, 2].astype(np.float64), rcond=None)[0]
            nearest = float((rest[within, 2] - flat[within] @ plane).min())
        else:
            plane, nearest = np.array([0.0, 0.0, float(rest[:, 2].min())]), 0.0
        depth = np.column_stack([corner, np.ones(4)]) @ plane + 0.5 * nearest - _BEFORE * mesh.axes.height
        return cls(spectacles, layer, np.array([columns.start, rows.start]), side, np.column_stack([corner, depth]))

    def turned(self, patch: np.ndarray, size: int, turn: "Turn", placement: "Placement",
               part: FramePart | None = None) -> np.ndarray:
        """A patch (h, w, 4) of a frame of `size` pixels, or a part of it, with them as they stand after a turn."""
        layer = self._at(size)
        height, width = layer.shape[:2]
        source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        target = turn.apply(self.corners, placement, 1.0)[:, :2] * size
        if part is not None:
            target = target - (part.x0, part.y0)
        low = np.clip(np.floor(target.min(0)).astype(int) - 1, 0, np.array(patch.shape[1::-1]))
        high = np.clip(np.ceil(target.max(0)).astype(int) + 1, low, np.array(patch.shape[1::-1]))
        if (high <= low).any():
            return patch
        way = cv2.getPerspectiveTransform(source - 0.5, (target - low - 0.5).astype(np.float32))
        over = cv2.warpPerspective(layer, way, (int(high[0] - low[0]), int(high[1] - low[1])), flags=cv2.INTER_LINEAR,
                                   borderMode=cv2.BORDER_CONSTANT, borderValue=(0, 0, 0, 0))
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
