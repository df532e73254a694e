"""How uncovered faces look, and how far from that each place of a face is.

A face is read at some 1,600 places that lie still on it whatever its shape: brightness and two ratios of colours, as
logarithms. What faces have in common and the directions in which they differ (skin, beard, lips, light from a side)
come from drawn faces (resources/puppet/README.md). A new face is explained by these as far as it can be, places that
resist counting less and less; what resists is no part of a face. (Eigenfaces: M. Turk and A. Pentland, 1991; robustly:
M. Black and A. Jepson, "EigenTracking", 1998, with the weights of S. Geman and D. McClure, 1987, tightened step by
step.)
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from engine.base.opencv import cv2
from engine.base.paths import RESOURCES
from engine.puppet.facemap import FaceAxes
from engine.puppet.patches import as_unit, luminance

_FILE = RESOURCES / "puppet" / "uncovered_faces.npz"
_HEIGHT = 96  # pixels of a face that is read: two to a place
_BLUR = 0.8
_STEPS, _LOOSE, _TIGHT = 6, 6.0, 2.5  # of the weights, in deviations
_LEAST_REST = 0.35  # deviations that are left of any face
_LIGHT, _TINT = 0.15, 0.06  # by which the skin's own brightness and colours may be corrected, log
_UPPER, _LOWER = 0.16, 0.14  # face heights below the eyes: to where a face is explained by its upper, its lower part
_COOLER = 0.10  # log: red over blue
_THIRDS = np.full(3, 1 / 3, np.float32)
_QUIET = 0.65  # what 40 % of the places of a usual face stay below


@dataclass(frozen=True, eq=False)
class UncoveredFaces:
    """grid (rows, columns) of which cells (n,) lie on the face; corners (n, 3), weights (n, 3): landmarks that carry
    each place; at (n, 2) where it lies on the mean face, face heights right and down from between the eyes; outline
    (36, 2) of that face; mean, spread (n, 3) of the readings; skin (n,): places that are sure to be skin;
    basis (3 n, k) directions, in spreads; ridge (k,): how little each is used."""

    grid: tuple[int, int]
    cells: np.ndarray
    corners: np.ndarray
    weights: np.ndarray
    at: np.ndarray
    outline: np.ndarray
    mean: np.ndarray
    spread: np.ndarray
    skin: np.ndarray
    basis: np.ndarray
    ridge: np.ndarray

    def places(self, landmarks: np.ndarray) -> np.ndarray:
        """(n, 2) where the places lie in a picture with these landmarks (478, 2)."""
        return np.asarray((landmarks[self.corners] * self.weights[..., None]).sum(1))

    def inside(self, deep: float, below: float) -> np.ndarray:
        """(n,) bool the places deeper within the outline and lower than so many face heights."""
        return np.asarray((self._depth > deep) & (self.at[:, 1] > below))

    @cached_property
    def _depth(self) -> np.ndarray:
        """(n,) face heights from each place to the outline, negative beyond it."""
        outline = (self.outline * 1000).astype(np.float32).reshape(-1, 1, 2)
        return np.array([cv2.pointPolygonTest(outline, (float(x) * 1000, float(y) * 1000), True)
                         for x, y in self.at]) / 1000

    def on_grid(self, values: np.ndarray) -> np.ndarray:
        """(rows, columns) of values (n,), 0 outside the face."""
        image = np.zeros(self.grid[0] * self.grid[1], values.dtype)
        image[self.cells] = values
        return image.reshape(self.grid)

    def strangeness(self, picture: np.ndarray, landmarks: np.ndarray, axes: FaceAxes) -> np.ndarray:
        """(n,) deviations by which each place of a face is unlike any face. picture (h, w, 3) uint8 or uint16;
        landmarks (478, 2) and axes in its pixels. The face is explained three times, from all of it, from its upper and
        from its lower part, for what covers half of it would otherwise be explained too; the best one counts."""
        read = readings(picture, self.places(landmarks), axes)
        down = self.at[:, 1]
        starts = (np.ones(len(down), bool), down < _UPPER, down > _LOWER)
        warmth = [float(np.median(own[:, 1] - own[:, 2])) for own in (read[self.skin & start] for start in starts)]
        # What is less like skin than another part of the face is not what the face is explained by.
        found = min((self._explained(read, start) for start, warm in zip(starts, warmth, strict=True)
                     if warm > max(warmth) - _COOLER),
                    key=lambda one: float(np.minimum(one * one, 9).sum()))
        return found / max(1.0, float(np.percentile(found, 40)) / _QUIET)

    def _explained(self, read: np.ndarray, start: np.ndarray) -> np.ndarray:
        own = read - np.median(read[self.skin & start], axis=0)
        target = ((own - self.mean) / self.spread).ravel()
        trust = start.astype(np.float32)
        strange = np.zeros(len(own), np.float32)
        for step in range(_STEPS):
            shares = np.repeat(np.sqrt(trust), 3)
            weighted = self.basis * shares[:, None]
            much = np.linalg.solve(weighted.T @ weighted + np.diag(self.ridge), weighted.T @ (target * shares))
            strange = np.sqrt(np.square(target - self.basis @ much).reshape(-1, 3) @ _THIRDS)
            scale = _LOOSE * (_TIGHT / _LOOSE) ** (step / (_STEPS - 1))
            trust = (1 / (1 + (strange / scale) ** 2) ** 2).astype(np.float32)
        return strange


def readings(picture: np.ndarray, places: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(n, 3) the logarithms read at places (n, 2) of a picture (h, w, 3), uint8 or uint16; axes: of its face there."""
    scale = _HEIGHT / axes.height
    small = cv2.resize(picture, None, fx=scale, fy=scale,
                       interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    unit = cv2.GaussianBlur(as_unit(small), (0, 0), _BLUR)
    r, g, b = (unit[..., channel] + np.float32(0.04) for channel in range(3))
    logs = np.stack([np.log(luminance(unit) + np.float32(0.05)), np.log(r / g), np.log(b / g)], -1)
    where = (places * scale - 0.5).astype(np.float32)[None]
    return np.asarray(cv2.remap(logs, where[..., 0], where[..., 1], cv2.INTER_LINEAR,
                                borderMode=cv2.BORDER_REPLICATE)[0])


@cache
def uncovered_faces() -> UncoveredFaces:
    """The shipped statistics; read once."""
    with np.load(_FILE, allow_pickle=False) as data:
        rest = np.maximum(data["rest"], _LEAST_REST)
        spread = data["deviation"] * rest
        count = len(spread)
        modes = data["modes"].astype(np.float32) * data["mode_scale"][:, None]
        skin = np.zeros((count, 3, 3), np.float32)
        skin[:, range(3), range(3)] = 1 / spread
        basis = np.concatenate([(modes / rest.ravel()).T, skin.reshape(-1, 3)], 1).astype(np.float32)
        ridge = np.concatenate([1 / data["variance"], 1 / np.square([_LIGHT, _TINT, _TINT])]).astype(np.float32)
        return UncoveredFaces((int(data["grid"][0]), int(data["grid"][1])), data["cells"],
                              data["corners"].astype(np.int64), data["weights"], data["at"], data["outline"],
                              data["mean"], spread.astype(np.float32), data["skin"], basis, ridge)
