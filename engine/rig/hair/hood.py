"""The surface that hair is shaped on: a hood about the head, star-shaped about an upright axis.

Above the axis' upper end the hood is a dome (radius by direction), below it a tube (radius by height and azimuth). Both
unroll into one disc: the crown is its middle, the face its lower edge, and strands run from the middle outwards, so
there is no seam. Fields over the disc are square pictures, v down, with the subject's left to the right.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.head.model import Head
from engine.head.raster import rasterise

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FIELD = 256
"""Texels a side of a field."""
CENTRE = np.array([0.0, 0.45, 0.05])
"""dm: the upper end of the axis, between the temples."""
_QUARTER = np.pi / 2
_EDGE = 0.485  # of a side: where the hood ends in its disc
_SECTORS, _RING = 84, 0.075  # corners around, and dm (or radians) from one ring to the next
_SOFT = 3  # field texels over which a corner's hold on the head is spread
_EARS = 0.25


@dataclass(frozen=True, eq=False)
class Hood:
    """The bare head as a hood. low: dm, the height at which the tube ends.

    azimuth (FIELD, FIELD): radians, 0 in front, grows to the subject's left; path: radians from the pole, below the
    dome pi/2 and the dm further down; inside: whether the disc goes so far. radius (FIELD, FIELD) dm of the head's skin
    from the axis, its outermost; bare the same without ears. held (FIELD * FIELD, V): what the place hangs on.
    scalp, ears (FIELD, FIELD): the head's masks.
    """

    low: float
    azimuth: np.ndarray
    path: np.ndarray
    inside: np.ndarray
    radius: np.ndarray
    bare: np.ndarray
    scalp: np.ndarray
    ears: np.ndarray
    _held: "csr_matrix"

    @property
    def reach(self) -> float:
        """Path from the pole to the lower end."""
        return _QUARTER + float(CENTRE[1]) - self.low

    def places(self, radius: np.ndarray) -> np.ndarray:
        """(..., 3) float32 dm of the hood with radius (FIELD, FIELD)."""
        return _placed(self.azimuth, self.path, radius)

    def outward(self) -> np.ndarray:
        """(FIELD, FIELD, 3) float32 unit: away from the axis."""
        across = np.sin(np.minimum(self.path, _QUARTER))
        return np.stack([across * np.sin(self.azimuth), np.cos(np.minimum(self.path, _QUARTER)),
                         across * np.cos(self.azimuth)], axis=-1).astype(np.float32)

    def height(self) -> np.ndarray:
        """(FIELD, FIELD) dm at which the tube is, for the dome above CENTRE."""
        return CENTRE[1] - (self.path - _QUARTER)

    def mesh(self, radius: np.ndarray, cover: np.ndarray,
             least: float = 0.02) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Corners (n, 3) dm, their uv (n, 2), v down, and triangles (m, 3) of what is covered more than `least` by
        cover (FIELD, FIELD) or larger."""
        from engine.base.opencv import cv2

        rings = int(np.ceil(self.reach / _RING))
        path = np.repeat(np.arange(1, rings + 1) * (self.reach / rings), _SECTORS)
        azimuth = np.tile((np.arange(_SECTORS) + 0.5) * (2 * np.pi / _SECTORS) - np.pi, rings)
        path, azimuth = np.r_[0.0, path], np.r_[0.0, azimuth]
        out = _EDGE * path / self.reach
        uv = np.stack([0.5 + out * np.sin(azimuth), 0.5 + out * np.cos(azimuth)], axis=1)
        corners = _placed(azimuth, path, at_uv(radius, uv))
        number = np.arange(rings * _SECTORS).reshape(rings, _SECTORS) + 1
        beside = np.roll(number, -1, axis=1)
        fan = np.stack([np.zeros(_SECTORS, int), number[0], beside[0]], axis=1)
        a, b, c, d = (one.ravel() for one in (number[:-1], beside[:-1], number[1:], beside[1:]))
        triangles = np.concatenate([fan, np.stack([a, c, b], 1), np.stack([b, c, d], 1)])
        scale = cover.shape[0] / FIELD
        wide = cv2.dilate(cover.astype(np.float32), np.ones((3, 3), np.uint8), iterations=max(1, round(2 * scale)))
        shown = at_uv(wide, uv)[triangles].max(1) > least
        used, triangles = np.unique(triangles[shown], return_inverse=True)
        return corners[used].astype(np.float32), uv[used].astype(np.float32), triangles.reshape(-1, 3).astype(np.int32)

    def hold(self, uv: np.ndarray) -> "csr_matrix":
        """(n, V) float32 rows in sum 1: what places of the disc (n, 2) hang on, spread so that ears do not dent it."""
        from scipy.sparse import csr_matrix

        at = np.clip((uv * FIELD).astype(np.int64), 0, FIELD - 1)
        steps = np.array([(y, x) for y in (-_SOFT, 0, _SOFT) for x in (-_SOFT, 0, _SOFT)])
        rows = np.clip(at[:, None, 1] + steps[:, 0], 0, FIELD - 1)
        columns = np.clip(at[:, None, 0] + steps[:, 1], 0, FIELD - 1)
        share = np.where(self.ears[rows, columns] > _EARS, 1e-3, 1.0) * self.inside[rows, columns] + 1e-6
        share /= share.sum(1, keepdims=True)
        count = len(uv)
        spread = csr_matrix((share.ravel().astype(np.float32), (rows * FIELD + columns).ravel(),
                             np.arange(count + 1) * len(steps)), shape=(count, FIELD * FIELD))
        held = csr_matrix(spread @ self._held)
        held.sum_duplicates()
        return held


def hood_of(head: Head, low: float) -> Hood:
    """The hood about a head at rest; some hundredths of a second."""
    from scipy.sparse import csr_matrix

    from engine.base.opencv import cv2

    reach = _QUARTER + float(CENTRE[1]) - low
    middle = (np.arange(FIELD) + 0.5) / FIELD - 0.5
    x, y = np.meshgrid(middle, middle)
    azimuth, path = np.arctan2(x, y), np.hypot(x, y) / _EDGE * reach
    away = head.vertices - CENTRE
    length = np.linalg.norm(away, axis=1)
    above = away[:, 1] > 0
    radius = np.where(above, length, np.hypot(away[:, 0], away[:, 2]))
    own_path = np.where(above, np.arccos(np.clip(away[:, 1] / np.maximum(length, 1e-6), -1, 1)),
                        _QUARTER - away[:, 1])
    turn = np.arctan2(away[:, 0], away[:, 2])
    out = _EDGE * own_path / reach
    places = np.stack([(0.5 + out * np.sin(turn)) * FIELD, (0.5 + out * np.cos(turn)) * FIELD, -radius], axis=1)
    triangles = head.triangles_of("skin")
    triangles = triangles[radius[triangles].min(1) > 0.05]
    scalp, ears = head.masks["scalp"], head.masks["ears"]
    face, barycentric = rasterise(places, triangles, (FIELD, FIELD))
    bare = _filled(_carried(radius, triangles[ears[triangles].max(1) < _EARS], places))
    _, nearest = cv2.distanceTransformWithLabels((face < 0).astype(np.uint8), cv2.DIST_L2, 5,
                                                 labelType=cv2.DIST_LABEL_PIXEL)
    hit = np.flatnonzero(face.ravel() >= 0)
    of_label = np.zeros(nearest.max() + 1, np.int64)
    of_label[nearest.ravel()[hit]] = hit
    source = of_label[nearest.ravel()]
    corner, weight = triangles[face.ravel()[source]], barycentric.reshape(-1, 3)[source]
    weight = weight / weight.sum(1, keepdims=True)
    count = FIELD * FIELD
    held = csr_matrix((weight.ravel(), corner.ravel(), np.arange(count + 1) * 3), shape=(count, len(head.vertices)))

    def field(values: np.ndarray) -> np.ndarray:
        return np.asarray(held @ values.astype(np.float32), np.float32).reshape(FIELD, FIELD)

    return Hood(low, azimuth, path, path <= reach * 1.02, field(radius), bare, field(scalp), field(ears), held)


def at_uv(field: np.ndarray, uv: np.ndarray) -> np.ndarray:
    """Values of a field at uv (n, 2), between texels by straight lines."""
    from engine.base.opencv import cv2

    at = (uv * len(field) - 0.5).astype(np.float32)
    return cv2.remap(field.astype(np.float32), at[:, 0], at[:, 1], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE).reshape(len(uv), *field.shape[2:])


def normals_of(corners: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """(n, 3) float32 unit, smooth."""
    a, b, c = (corners[triangles[:, k]].astype(np.float64) for k in range(3))
    face = np.cross(b - a, c - a)
    summed = np.zeros((len(corners), 3))
    for k in range(3):
        np.add.at(summed, triangles[:, k], face)
    length = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.where(length > 1e-12, summed / np.maximum(length, 1e-12), (0.0, 0.0, 1.0)).astype(np.float32)


def _placed(azimuth: np.ndarray, path: np.ndarray, radius: np.ndarray) -> np.ndarray:
    slope = np.minimum(path, _QUARTER)
    across = radius * np.sin(slope)
    up = radius * np.cos(slope) - np.maximum(path - _QUARTER, 0)
    return np.stack([CENTRE[0] + across * np.sin(azimuth), CENTRE[1] + up,
                     CENTRE[2] + across * np.cos(azimuth)], axis=-1).astype(np.float32)


def _carried(values: np.ndarray, triangles: np.ndarray, places: np.ndarray) -> np.ndarray:
    face, barycentric = rasterise(places, triangles, (FIELD, FIELD))
    weight = barycentric / np.maximum(barycentric.sum(2, keepdims=True), 1e-6)
    carried = (values[triangles[np.maximum(face, 0)]] * weight).sum(2)
    return np.where(face >= 0, carried, np.nan).astype(np.float32)


def _filled(field: np.ndarray) -> np.ndarray:
    """A field with holes, each filled smoothly with means of what is around, near first."""
    from engine.base.opencv import cv2

    known = np.isfinite(field)
    values, weight = np.where(known, field, 0).astype(np.float32), known.astype(np.float32)
    for width in (1.5, 4.0, 10.0, 25.0, 60.0):
        share = cv2.GaussianBlur(weight, (0, 0), width)
        mean = cv2.GaussianBlur(values, (0, 0), width) / np.maximum(share, 1e-6)
        new = (weight == 0) & (share > 0.02)
        values[new], weight[new] = mean[new], 1.0
    return np.where(weight > 0, values, values[weight > 0].mean())
