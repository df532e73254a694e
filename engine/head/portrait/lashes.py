"""Eyelashes as single tapered hairs that ride on the head's lash strips."""

from typing import Any

import numpy as np

_STEPS = 5  # points along a hair
_HAIRS = {"lash_upper": 84, "lash_lower": 40}
_REACH = {"lash_upper": 0.95, "lash_lower": 0.55}  # of the strip's height
_WIDTH = {"lash_upper": 0.0036, "lash_lower": 0.0020}  # dm at the root
_COVER = {"lash_upper": 0.95, "lash_lower": 0.55}
_LINE_POINTS = 28
# dm toward the viewer: hairs lie on the lids, not in them; the upper ones cover the lower lid when the eye closes.
_NEARER = {"lash_upper": 0.025, "lash_lower": 0.002}
_OF_PHOTO = 0.4  # of their cover on a head that wears a photo, whose own lashes are in its picture


class Lashes:
    """Hairs and lid lines of a head (engine.head.model.Head): one sparse matrix makes them of its vertices."""

    def __init__(self, head: Any) -> None:
        from scipy.sparse import csr_matrix

        random = np.random.default_rng(3)
        uv = np.zeros((len(head.vertices), 2))
        uv[head.triangles.ravel()] = head.uv[head.uv_triangles.ravel()]
        rows: list[np.ndarray] = []
        columns: list[np.ndarray] = []
        weights: list[np.ndarray] = []
        width: list[np.ndarray] = []
        cover: list[np.ndarray] = []
        nearer: list[np.ndarray] = []
        self._lengths: list[tuple[int, int]] = []  # (number of strokes, points of each)
        start = 0
        for part, count in _HAIRS.items():
            for side in (1, -1):
                ids = head.vertices_of(part)
                grid = _Strip(ids[head.vertices[ids, 0] * side > 0], uv)
                root = (np.arange(count) + random.uniform(0.15, 0.85, count)) / count
                clump = np.round(root * count / 3.2) * 3.2 / count
                drift = 0.06 * (root - 0.42) + 0.45 * (clump - root) + 0.012 * random.standard_normal(count)
                reach = _REACH[part] * np.interp(root, [0, 0.15, 0.7, 0.92, 1], [0.35, 0.65, 1.0, 0.95, 0.55])
                reach = reach * random.uniform(0.72, 1.08, count)
                t = np.linspace(0, 1, _STEPS)
                u = root[:, None] + drift[:, None] * t**1.5
                v = reach[:, None] * t
                taper = np.sqrt(1 - 0.93 * t)
                strokes = [(u, v, _WIDTH[part] * np.tile(taper, (count, 1)),
                            np.tile(np.where(t < 0.99, 1.0, 0.5) * _COVER[part], (count, 1)))]
                line = np.linspace(0.0, 1.0, _LINE_POINTS)[None]
                thick = (0.012 if part == "lash_upper" else 0.007) * np.sqrt(np.clip(np.sin(np.pi * line) + 0.12, 0, 1))
                strokes.append((line, np.full_like(line, 0.02), thick,
                                np.full_like(line, 0.50 if part == "lash_upper" else 0.20)))
                for u, v, wide, opaque in strokes:
                    number, index, share = grid.weights(np.clip(u, 0, 1).ravel(), np.clip(v, 0, 1).ravel())
                    rows.append(number + start)
                    columns.append(index)
                    weights.append(share)
                    width.append(wide.ravel())
                    cover.append(opaque.ravel())
                    nearer.append(np.full(u.size, _NEARER[part], np.float32))
                    self._lengths.append(u.shape)
                    start += u.size
        self.weights = csr_matrix(
            (np.concatenate(weights).astype(np.float32), (np.concatenate(rows), np.concatenate(columns))),
            shape=(start, len(head.vertices)))
        self._width = np.concatenate(width).astype(np.float32)
        self._cover = np.concatenate(cover).astype(np.float32)
        self._nearer = np.concatenate(nearer)
        self._begins, self._ends = self._strokes()
        self.triangles = self._ribbon_triangles()

    def ribbons(self, vertices: np.ndarray, project: Any, scale: float,
                photo: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Hairs as ribbons that face the viewer, thinner the more of a photo (0..1) the head shows.

        vertices (V, 3); project(points (N, 3), nearer (N,)) gives pixels and depth, as `HeadView.pixels` does;
        scale: pixels per dm. Returns points (2 n, 3) px and depth, and their cover (2 n,) 0..1: a hair thinner than a
        pixel is drawn a pixel wide and thinner in cover instead.
        """
        points = project(self.weights @ vertices, self._nearer)
        along = points[self._ends, :2] - points[self._begins, :2]
        across = np.stack([-along[:, 1], along[:, 0]], 1)
        across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
        wide = self._width * scale
        drawn = np.maximum(wide, 0.9)
        offset = np.zeros_like(points)
        offset[:, :2] = across * (drawn / 2)[:, None]
        cover = self._cover * np.minimum(wide / drawn, 1.0) * np.float32(1 - (1 - _OF_PHOTO) * photo)
        return np.concatenate([points + offset, points - offset]), np.concatenate([cover, cover])

    def _strokes(self) -> tuple[np.ndarray, np.ndarray]:
        """For every point the neighbours before and after it on its stroke: the tangent's ends."""
        begins, ends, start = [], [], 0
        for count, length in self._lengths:
            number = np.arange(count * length).reshape(count, length) + start
            begins.append(np.concatenate([number[:, :1], number[:, :-1]], 1).ravel())
            ends.append(np.concatenate([number[:, 1:], number[:, -1:]], 1).ravel())
            start += count * length
        return np.concatenate(begins), np.concatenate(ends)

    def _ribbon_triangles(self) -> np.ndarray:
        triangles, start = [], 0
        total = len(self._width)
        for count, length in self._lengths:
            number = (np.arange(count * length).reshape(count, length) + start)[:, :-1].ravel()
            triangles.append(np.stack([number, number + 1, number + total], 1))
            triangles.append(np.stack([number + 1, number + 1 + total, number + total], 1))
            start += count * length
        return np.concatenate(triangles).astype(np.int32)


class _Strip:
    """A lash strip: vertices on a regular grid of (u, v)."""

    def __init__(self, ids: np.ndarray, uv: np.ndarray) -> None:
        u, self._column = np.unique(np.round(uv[ids, 0], 3), return_inverse=True)
        v, self._row = np.unique(np.round(uv[ids, 1], 3), return_inverse=True)
        self._u, self._v = u, v
        self._grid = np.full((len(v), len(u)), -1)
        self._grid[self._row, self._column] = ids

    def weights(self, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Bilinear weights of places (n,): (place, vertex, weight) as three (4 n,) arrays."""
        column = np.clip(np.searchsorted(self._u, u, "right") - 1, 0, len(self._u) - 2)
        row = np.clip(np.searchsorted(self._v, v, "right") - 1, 0, len(self._v) - 2)
        a = (u - self._u[column]) / (self._u[column + 1] - self._u[column])
        b = (v - self._v[row]) / (self._v[row + 1] - self._v[row])
        index = np.concatenate([self._grid[row + i, column + j] for i in (0, 1) for j in (0, 1)])
        share = np.concatenate([(b if i else 1 - b) * (a if j else 1 - a) for i in (0, 1) for j in (0, 1)])
        return np.tile(np.arange(len(u)), 4), index, share
