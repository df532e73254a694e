"""Rims of glasses that are seen in pieces, closed: a rim is one piece, and what is missing of it would go with skin.

Around each eye rays are looked along. Where most of them meet a rim, those between are joined by the path on which the
picture is most like a line (dynamic programming over rays), bound at both ends to the pieces that it joins.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.cover.line_path import strongest_path
from engine.puppet.facemap import FaceAxes

_CORNERS = ((33, 133), (362, 263))
_RAYS = 96
_FROM, _TO = 0.045, 0.20  # face heights from the eye's middle, down or up
_WIDER = 1.3  # so much more to the side
_PLACES = 56  # along a ray
_SEEN = 0.6  # of the rays that must meet a rim
_LONGEST = 0.35  # of the rays that one gap may have
_BEND = 0.02  # log ratio that a step of a place costs
_AWAY = 0.004  # and each place off the straight way from end to end
_MUCH, _LEAST = 0.16, 0.045  # log: more counts no more; of most of a path, which else is no rim
_THICK = 0.022  # face heights


def closed_rims(found: np.ndarray, lines: np.ndarray, points: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """found (n, n) uint8 with what it lacks of each rim. lines (n, n) float32: how much darker or brighter than beside
    it what is thin is, log, and less than nothing where no rim can be; points (478, 2) and axes in pixels."""
    whole = found.copy()
    angles = np.linspace(0, 2 * np.pi, _RAYS, endpoint=False)[:, None, None]
    radii = np.linspace(_FROM, _TO, _PLACES)[None, :, None] * axes.height
    for corners in _CORNERS:
        grid = (points[list(corners)].mean(0) + _WIDER * np.cos(angles) * radii * axes.right
                + np.sin(angles) * radii * axes.down).astype(np.float32)
        rim = np.asarray(cv2.remap(found, grid[..., 0], grid[..., 1], cv2.INTER_NEAREST) > 0)
        met = np.asarray(rim.any(1))
        if met.mean() < _SEEN:
            continue
        strength = np.minimum(cv2.remap(lines, grid[..., 0], grid[..., 1], cv2.INTER_LINEAR), _MUCH)
        usual = float(np.median(rim[met].argmax(1)))
        near = np.where(rim, np.abs(np.arange(_PLACES) - usual), np.inf).argmin(1)  # a temple is not the rim
        for first, count in _gaps(met):
            if count <= _LONGEST * _RAYS:
                rays = np.arange(first - 1, first + count + 1) % _RAYS
                path = _path(strength[rays], int(near[rays[0]]), int(near[rays[-1]]))
                passed = strength[rays, path]
                if passed.min() >= 0 and np.percentile(passed, 40) >= _LEAST:
                    joined = np.round(grid[rays, path]).astype(np.int32).reshape(-1, 1, 2)
                    cv2.polylines(whole, [joined], False, 1, max(1, round(_THICK * axes.height)))
    return whole


def _gaps(met: np.ndarray) -> list[tuple[int, int]]:
    """First ray and number of rays of each run that meets nothing, around the circle."""
    start = int(met.argmax())
    around = np.append(np.roll(met, -start), True)
    edges = np.flatnonzero(np.diff(around.astype(int)))
    return [(int(begin + 1 + start), int(end - begin)) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def _path(strength: np.ndarray, begin: int, end: int) -> np.ndarray:
    """(k,) places along rays (k, places) that a line goes through from `begin` to `end`."""
    number = np.arange(strength.shape[1])
    straight = np.linspace(begin, end, len(strength))[:, None]
    gain = strength - _AWAY * np.abs(number - straight)
    gain[0, number != begin] = gain[-1, number != end] = -1e6
    return strongest_path(gain, _BEND)
