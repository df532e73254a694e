"""Triangles to pixels in numpy: for machines without OpenGL, and for work that needs to know which triangle is where.

Scanline conversion done for all triangles at once: every triangle is cut into pixel rows, every row into the pixels
whose centres lie inside (half-plane form of the edges; see Pineda, "A parallel algorithm for polygon rasterization",
1988). Interpolation is affine. Pixel (i, j) covers [i, i+1) x [j, j+1); its centre is at +0.5.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text

MAX_SIDE = 8192
_REACH = 1e9  # pixels; a corner farther away than this has lost its fraction already
_LEAST_AREA = 1e-9  # square pixels, doubled
_EDGE_TOLERANCE = 1e-7  # in pixels: neighbours overlap by this rather than leave a crack between them


@dataclass(frozen=True, eq=False)
class Fragments:
    """Every (pixel, triangle) pair that meet, whether seen or hidden.

    pixel (n,) int64: y * width + x.   triangle (n,) int32.   barycentric (n, 3) float32, sums to 1.
    depth (n,) float32: interpolated third coordinate.
    """

    pixel: np.ndarray
    triangle: np.ndarray
    barycentric: np.ndarray
    depth: np.ndarray


def rasterise(points: np.ndarray, triangles: np.ndarray, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """The nearest triangle at every pixel centre.

    points:    (N, 3) x right and y down in pixels, and depth: distance from the viewer, the smaller is nearer.
    triangles: (F, 3) integer. Both sides are drawn; a triangle with a corner that is not finite or beyond
               1e9 is left out.
    size:      (width, height), 1 to 8192 each.
    Returns the triangle's number (h, w) int32, -1 where there is none, and barycentrics (h, w, 3) float32, 0 there.
    Raises UsageError for a size or an array that makes no sense.
    """
    width, height = size
    found = fragments(points, triangles, size)
    nearest = np.full(width * height, np.inf, np.float32)
    np.minimum.at(nearest, found.pixel, found.depth)
    wins = np.flatnonzero(found.depth == nearest[found.pixel])
    face = np.full(width * height, -1, np.int32)
    barycentric = np.zeros((width * height, 3), np.float32)
    face[found.pixel[wins]] = found.triangle[wins]
    barycentric[found.pixel[wins]] = found.barycentric[wins]
    return face.reshape(height, width), barycentric.reshape(height, width, 3)


def interpolate(values: np.ndarray, triangles: np.ndarray, face: np.ndarray, barycentric: np.ndarray) -> np.ndarray:
    """Per-vertex values (N,) or (N, C) carried to pixels: (h, w) or (h, w, C) float32, 0 where face is -1."""
    corner = np.asarray(values, np.float32)[triangles[np.maximum(face, 0)]]
    weight = barycentric if corner.ndim == barycentric.ndim else barycentric[..., None]
    return (corner * weight).sum(axis=face.ndim)


def fragments(points: np.ndarray, triangles: np.ndarray, size: tuple[int, int]) -> Fragments:
    """All fragments of all triangles, in triangle order; arguments and errors as for `rasterise`."""
    width, height = size
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE):
        raise UsageError(Text("cannot draw {0} x {1} pixels", width, height), Text("a side may be 1 to {0}", MAX_SIDE))
    points = np.asarray(points, np.float64)
    triangles = np.asarray(triangles)
    if points.ndim != 2 or points.shape[1] != 3 or triangles.ndim != 2 or triangles.shape[1] != 3:
        raise UsageError(Text("points must be (N, 3) and triangles (F, 3)"))
    if triangles.size and (triangles.min() < 0 or triangles.max() >= len(points)):
        raise UsageError(Text("a triangle names a point that does not exist"))

    corner = points[triangles]
    x, y, depth = corner[..., 0], corner[..., 1], corner[..., 2]
    # Twice the signed area; edge i lies opposite corner i, so its function over the area is barycentric i.
    with np.errstate(invalid="ignore", over="ignore"):
        area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
        top = np.clip(np.ceil(y.min(1) - 0.5), 0, height)
        bottom = np.clip(np.floor(y.max(1) - 0.5), -1, height - 1)
        on_page = (x.max(1) >= 0.5) & (x.min(1) <= width - 0.5)
        sound = (np.abs(corner) <= _REACH).all((1, 2)) & (np.abs(area) > _LEAST_AREA)  # false for NaN
    keep = np.flatnonzero(sound & on_page & (bottom >= top))
    x, y, depth, area = x[keep], y[keep], depth[keep], area[keep]
    following, opposite = [1, 2, 0], [2, 0, 1]
    slope_x = (y[:, following] - y[:, opposite]) / area[:, None]
    slope_y = (x[:, opposite] - x[:, following]) / area[:, None]
    constant = (x[:, following] * y[:, opposite] - x[:, opposite] * y[:, following]) / area[:, None]

    rows = (bottom[keep] - top[keep] + 1).astype(np.int64)
    of_row = np.repeat(np.arange(len(keep)), rows)
    row = top[keep].astype(np.int64)[of_row] + _count_up(rows)
    # Along a row barycentric i is slope_x * x + at: each is >= 0 on one side of x = -at / slope_x.
    at = slope_y[of_row] * (row + 0.5)[:, None] + constant[of_row]
    slope = slope_x[of_row]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = -at / slope
    left = np.where(slope > 0, crossing, -np.inf).max(1) - _EDGE_TOLERANCE
    right = np.where(slope < 0, crossing, np.inf).min(1) + _EDGE_TOLERANCE
    first = np.clip(np.ceil(left - 0.5), 0, width).astype(np.int64)
    last = np.clip(np.floor(right - 0.5), -1, width - 1).astype(np.int64)
    beside = ((slope == 0) & (at < 0)).any(1)
    columns = np.where(beside, 0, np.maximum(last - first + 1, 0))

    of_fragment = np.repeat(np.arange(len(columns)), columns)
    column = first[of_fragment] + _count_up(columns)
    barycentric = np.clip(slope[of_fragment] * (column + 0.5)[:, None] + at[of_fragment], 0.0, 1.0)
    local = of_row[of_fragment]
    return Fragments(row[of_fragment] * width + column, keep[local].astype(np.int32), barycentric.astype(np.float32),
                     (barycentric * depth[local]).sum(1).astype(np.float32))


def _count_up(lengths: np.ndarray) -> np.ndarray:
    """0..n-1 for every n in lengths, one after another."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
