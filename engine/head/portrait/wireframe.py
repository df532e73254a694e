"""The head's mesh drawn over its picture: the edges of the triangles that are seen, none of those behind."""

import numpy as np

from engine.head.portrait.camera import HeadView
from engine.head.raster import rasterise

_DEPTH_SIDE = 192
"""Pixels a side of the depth map that says what is hidden."""
_SLACK = 0.04  # dm by which a vertex may lie behind what the coarse map shows there
_STRENGTH = 0.55
_SHIFT = 4  # cv2 takes coordinates in sixteenths of a pixel
_MIDDLE = 60  # of 255: lines are dark on what is lighter, light on what is darker (hair)


class Wireframe:
    """triangles (F, 3): of the surface that is drawn. Of two that follow each other and make a quad, as modellers work,
    the diagonal is left out."""

    def __init__(self, triangles: np.ndarray) -> None:
        self._triangles = triangles
        sides = np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2).reshape(-1, 2)
        of = np.repeat(np.arange(len(triangles)), 3)
        edges, inverse = np.unique(np.sort(sides, axis=1), axis=0, return_inverse=True)
        inverse = inverse.ravel()
        first, last = np.full(len(edges), len(triangles)), np.full(len(edges), -1)
        np.minimum.at(first, inverse, of)
        np.maximum.at(last, inverse, of)
        diagonal = (last == first + 1) & (first % 2 == 0)
        self._edges, self._first, self._last = edges[~diagonal], first[~diagonal], last[~diagonal]

    def over(self, picture: np.ndarray, vertices: np.ndarray, view: HeadView) -> np.ndarray:
        """picture (s, s, 4) uint8 straight alpha with the mesh of vertices (V, 3) over it."""
        from engine.base.opencv import cv2

        size = len(picture)
        places = view.pixels(vertices, size)
        corner = places[self._triangles, :2]
        one, two = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
        front = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0] < 0  # counter-clockwise seen from outside, y down
        seen = (front[self._first] | front[self._last]) & self._before(vertices, view)[self._edges].all(axis=1)
        mask = np.zeros((size, size), np.uint8)
        lines = np.round(places[self._edges[seen], :2] * (1 << _SHIFT)).astype(np.int32)
        cv2.polylines(mask, list(lines), False, 255, 1, cv2.LINE_AA, _SHIFT)
        share = np.where(picture[..., 3:] > 0, mask[..., None], 0).astype(np.float32) * (_STRENGTH / 255)
        light = picture[..., :3].mean(axis=2, keepdims=True)
        line = np.where(light > _MIDDLE, 16.0, 235.0)
        out = picture.copy()
        out[..., :3] = np.round(picture[..., :3] * (1 - share) + line * share)
        return out

    def _before(self, vertices: np.ndarray, view: HeadView) -> np.ndarray:
        """(V,) whether a vertex is not behind the surface."""
        from engine.base.opencv import cv2

        places = view.pixels(vertices, _DEPTH_SIDE)
        face, barycentric = rasterise(places, self._triangles, (_DEPTH_SIDE, _DEPTH_SIDE))
        corners = places[self._triangles[np.maximum(face, 0)], 2]
        depth = np.where(face >= 0, (corners * barycentric).sum(axis=2), np.inf)
        # A pixel of the map stands for its neighbours too: at an outline the farthest of them counts.
        depth = cv2.dilate(np.where(np.isfinite(depth), depth, 1e6).astype(np.float32), np.ones((3, 3), np.uint8))
        at = np.clip(places[:, :2].astype(np.int64), 0, _DEPTH_SIDE - 1)
        return places[:, 2] <= depth[at[:, 1], at[:, 0]] + _SLACK
