"""The rims of glasses that one looks through, by their lines, where no parser tells of them.

A rim runs under each eye and another piece over the nose; brows, lashes and bags under the eyes do not. Below each eye
the path from side to side is looked for along which the picture is everywhere much darker, or much brighter, than on
either side (dynamic programming over angles around the eye), and one from eye to eye over the nose. Both must be there.
Figures: resources/puppet/README.md.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.cover.line_path import strongest_path
from engine.puppet.facemap import FaceAxes, face_axes
from engine.puppet.patches import as_unit, luminance

_HEIGHT = 160  # pixels of a face that is looked at
_LINE = 9  # of those: what is narrower is a line
_MUCH, _SURELY = 0.35, 0.10  # log: more counts no more; from which on what meets a rim is one
_BRIDGE, _BOTH = 0.14, 0.26  # log: of the bridge, and of it and the fainter eye's rim together
_QUANTILE = 30  # percent of a path may be fainter
_CORNERS = {"eyeRight": (33, 133), "eyeLeft": (362, 263)}
_PROFILE = 0.5  # of the wider eye, below which the other is not seen from the front
_NEAREST, _FARTHEST, _WIDER = 0.075, 0.19, 1.2  # face heights from the eye's middle down; so much more to the side
_LOWEST, _HIGHEST = 0.055, 0.14  # face heights up
_THICK, _TEMPLE = 0.02, 0.06  # face heights: of rims; up and down from their outer ends, where pieces go to the ears
_AROUND = 0.5  # face heights around the eyes that are looked at


def glasses_rims(picture: np.ndarray, points: np.ndarray, axes: FaceAxes) -> np.ndarray | None:
    """(n, n) bool where rims are, None where no glasses are seen.

    picture (n, n, 3) uint8 or uint16, a face's crop; points (478, 2) and axes in its pixels. 5 ms.
    """
    side = len(picture)
    widths = [float(np.hypot(*(points[first] - points[second]))) for first, second in _CORNERS.values()]
    if min(widths) < _PROFILE * max(widths):  # its outline is a line, too
        return None
    middle = np.mean([points[list(corners)].mean(0) for corners in _CORNERS.values()], axis=0)
    x0, y0 = np.clip(np.round(middle - _AROUND * axes.height), 0, side - 2).astype(int)
    x1, y1 = np.clip(np.round(middle + _AROUND * axes.height), (x0 + 2, y0 + 2), side).astype(int)
    scale = _HEIGHT / axes.height
    wide, high = max(2, round((x1 - x0) * scale)), max(2, round((y1 - y0) * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = as_unit(cv2.resize(picture[y0:y1, x0:x1], (wide, high), interpolation=way))
    points = (points - (x0, y0)) * (wide / (x1 - x0), high / (y1 - y0))
    axes = face_axes(points)
    light = np.log(luminance(cv2.GaussianBlur(small, (0, 0), 0.7)) + 0.05).astype(np.float32)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_LINE, _LINE))
    lines = [cv2.morphologyEx(light, kind, kernel) for kind in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT)]
    found = [max((_path(line, grid) for line in lines), key=lambda path: path[0])
             for grid in (*(_under(points, axes, corners) for corners in _CORNERS.values()), _between(points, axes))]
    right, left, bridge = (much for much, _ in found)
    if bridge < _BRIDGE or min(right, left) + bridge < _BOTH:
        return None
    image = np.zeros((high, wide), np.uint8)
    thick = max(2, round(_THICK * axes.height))
    strongest = np.maximum(*lines)
    closed = [np.concatenate([under, _path(strongest, _over(points, axes, corners, under))[1]])
              for (_, under), corners in zip(found[:2], _CORNERS.values(), strict=True)]
    for path in closed:
        cv2.polylines(image, [np.round(path).astype(np.int32).reshape(-1, 1, 2)], True, 1, thick)
    inner = [path[np.argmin(way * (path @ axes.right))] for path, way in zip(closed, (-1, 1), strict=True)]
    bridge_line = np.stack([inner[0], *found[2][1], inner[1]])
    cv2.polylines(image, [np.round(bridge_line).astype(np.int32).reshape(-1, 1, 2)], False, 1, thick)
    rims = image > 0
    rims = rims | _temples(rims, strongest, closed, axes)
    shown = np.zeros((side, side), np.float32)
    shown[y0:y1, x0:x1] = cv2.resize(rims.astype(np.float32), (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)
    return np.asarray(shown > 0.5)


def _under(points: np.ndarray, axes: FaceAxes, corners: tuple[int, int]) -> np.ndarray:
    """(angles, radii, 2) places under an eye."""
    angles = np.radians(np.linspace(10, 170, 41))[:, None, None]
    radii = np.linspace(_NEAREST, _FARTHEST, 40)[None, :, None] * axes.height
    middle = points[list(corners)].mean(0)
    return np.asarray(middle + _WIDER * np.cos(angles) * radii * axes.right + np.sin(angles) * radii * axes.down)


def _between(points: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(places, heights, 2) over the nose."""
    share = np.linspace(0.3, 0.7, 11)[:, None, None]
    off = np.linspace(-0.09, 0.09, 37)[None, :, None] * axes.height
    return np.asarray(points[133] + (points[362] - points[133]) * share + off * axes.down)


def _path(line: np.ndarray, grid: np.ndarray) -> tuple[float, np.ndarray]:
    """How strong the strongest smooth path across a grid (k, m, 2) is, and the path (k, 2)."""
    where = grid.astype(np.float32)
    seen = np.minimum(cv2.remap(line, where[..., 0], where[..., 1], cv2.INTER_LINEAR), _MUCH)
    at = np.arange(len(seen)), strongest_path(seen, 0.007)
    return float(np.percentile(seen[at], _QUANTILE)), grid[at]


def _over(points: np.ndarray, axes: FaceAxes, corners: tuple[int, int], under: np.ndarray) -> np.ndarray:
    """(angles, radii, 2) places over an eye, from the end of the path under it (k, 2) to its start."""
    angles = np.radians(np.linspace(175, 365, 45))[:, None, None]
    radii = np.linspace(_LOWEST, _HIGHEST, 30)[None, :, None] * axes.height
    middle = points[list(corners)].mean(0)
    ends = [np.hypot((at - middle) @ axes.right / _WIDER, (at - middle) @ axes.down) for at in (under[-1], under[0])]
    share = np.sin(np.linspace(0, np.pi, 45))[:, None, None] ** 0.5  # free at the top, bound at both ends
    bound = np.linspace(ends[0], ends[1], 45)[:, None, None]
    radii = radii * share + bound * (1 - share)
    return np.asarray(middle + _WIDER * np.cos(angles) * radii * axes.right + np.sin(angles) * radii * axes.down)


def _temples(rims: np.ndarray, line: np.ndarray, closed: list[np.ndarray], axes: FaceAxes) -> np.ndarray:
    """(h, w) bool the lines that go on from the rims' outer ends."""
    rows, columns = np.mgrid[:line.shape[0], :line.shape[1]]
    places = np.stack([columns, rows], -1)
    beside = np.zeros(line.shape, bool)
    for path, way in zip(closed, (-1, 1), strict=True):
        end = path[np.argmax(way * (path @ axes.right))]
        off = places - end
        beside |= (way * (off @ axes.right) > -2) & (np.abs(off @ axes.down) < _TEMPLE * axes.height)
    seen = rims | ((line > _SURELY) & beside)
    _, parts = cv2.connectedComponents(seen.astype(np.uint8))
    return np.asarray(np.isin(parts, np.unique(parts[rims])) & seen)
