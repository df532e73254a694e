"""Glasses that one looks through are a rigid thing before the face: taken off, and laid back over what moves.

Their rims, bridge and temples are found as lines, thick or thin, much darker or brighter than the skin on both sides,
in the zone where a parser or their outline (`engine.puppet.cover.glasses`) says that rims are. Behind them the photo is
filled from beside (A. Telea, 2004), and the puppet made of that: skin, brows and lids move under glasses that do not.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import LargeCrop, MendedCrop, SquarePixels, shrunk_to
from engine.puppet.cover.whole_rims import closed_rims
from engine.puppet.facemap import LEFT_EYE, RIGHT_EYE, FaceAxes, face_axes
from engine.puppet.patches import as_unit

_HEIGHT = 300  # pixels of a face in which rims are looked for
FROM_BORDER = 0.050
"""Face heights into glasses where a rim may be."""
_AROUND = 0.014  # and beyond them
_BRIDGE = 0.10  # half of the widest gap between two lenses
_EYES = 0.018  # face heights around the openings where nothing is: lashes are lines, too
_WIDTHS = (0.018, 0.0), (0.028, 0.25), (0.045, 0.50)  # face heights: what is narrower is a line; log: so dark at least
_WEAK, _STRONG = 0.115, 0.32  # log: of what hangs together with a line, and of a line
_MIDDLE = 0.006  # face heights of a traced rim's zone that are beside it
_GAP = 0.012  # face heights: half of the longest such piece
_LEAST = 0.0006  # square face heights of a part
_GROWN, _SOFT = 0.004, 0.0025  # face heights by which it is taken larger, for its shadow, and its edge
_FILL = 420  # pixels a side at most of what is filled
_RADIUS = 0.02  # face heights
_SHOWN = 0.04  # of the mask: what is less is skin


@dataclass(frozen=True, eq=False)
class Spectacles:
    """mask: (n, n) float32 0..1 over the face's crop, 1 on what is rigid; height: of the face, crop sides."""

    mask: np.ndarray
    height: float

    def at(self, size: int) -> np.ndarray:
        """(size, size) float32 the mask at a frame's size."""
        way = cv2.INTER_AREA if size < len(self.mask) else cv2.INTER_LINEAR
        return np.clip(cv2.resize(self.mask, (size, size), interpolation=way), 0, 1)

    def off(self, photo: SquarePixels) -> SquarePixels:
        """The photo (side, side, 3) without them, of its own type: what is not under them to the last bit."""
        side = photo.shape[0]
        rows, columns = self.box(side)
        bare = self._filled(photo[rows, columns], rows, columns, side)
        if isinstance(photo, LargeCrop):
            return MendedCrop(photo.native, photo.crop, bare, columns.start, rows.start)
        whole = photo.copy()
        whole[rows, columns] = bare
        return whole

    def box(self, side: int) -> tuple[slice, slice]:
        """Rows and columns, of a crop of that side, that hold all of them."""
        return _box(self.mask, side)

    def in_box(self, rows: slice, columns: slice, side: int) -> np.ndarray:
        """(h, w) float32 the mask in a part of a crop of that side."""
        grow = len(self.mask) / side
        across, down = ((np.arange(span.start, span.stop) + 0.5) * grow - 0.5 for span in (columns, rows))
        where = np.meshgrid(across.astype(np.float32), down.astype(np.float32))
        return np.clip(cv2.remap(self.mask, *where, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), 0, 1)

    def _filled(self, window: np.ndarray, rows: slice, columns: slice, side: int) -> np.ndarray:
        share = min(1.0, _FILL / max(window.shape[:2]))
        wide, high = (max(2, round(length * share)) for length in window.shape[1::-1])
        small = cv2.resize(np.ascontiguousarray(window), (wide, high), interpolation=cv2.INTER_AREA)
        if small.dtype == np.uint16:
            small = (np.asarray(small, np.uint16) >> 8).astype(np.uint8)
        mask = cv2.resize(self.in_box(rows, columns, side), (wide, high), interpolation=cv2.INTER_AREA)
        hole = cv2.dilate((mask > _SHOWN).astype(np.uint8), np.ones((3, 3), np.uint8))
        filled = cv2.inpaint(np.ascontiguousarray(small), hole, max(2.0, _RADIUS * self.height * side * share),
                             cv2.INPAINT_TELEA)
        filled = cv2.resize(filled, window.shape[1::-1], interpolation=cv2.INTER_CUBIC)
        much = cv2.resize(hole.astype(np.float32), window.shape[1::-1], interpolation=cv2.INTER_LINEAR)[..., None]
        scale = 257.0 if window.dtype == np.uint16 else 1.0
        there = window + (filled.astype(np.float32) * scale - window) * much
        return np.asarray(np.where(much > 0, np.rint(there), window).astype(window.dtype))


def find_spectacles(picture: np.ndarray, points: np.ndarray, zone: np.ndarray, inner: np.ndarray,
                    traced: bool = False) -> Spectacles | None:
    """None where no line of a rim is seen.

    picture (n, n, 3) uint8 or uint16, the face's crop; points (478, 2) in its pixels; zone (m, m) bool where rims are
    likely; inner (m, m) bool what is seen through the lenses, deep enough within them; traced: the zone's middle is a
    rim, also where a short piece is too faint.
    """
    side, axes = len(picture), face_axes(points)
    scale = min(1.0, _HEIGHT / axes.height)
    small = max(16, round(side * scale))
    picture = shrunk_to(picture, small) if small < side else picture
    points = points * (small / side)
    axes = face_axes(points)
    seen = np.asarray(cv2.resize(zone.astype(np.float32), (small, small), interpolation=cv2.INTER_LINEAR) > 0.3)
    deep = cv2.resize(inner.astype(np.float32), (small, small), interpolation=cv2.INTER_LINEAR) > 0.5
    allowed = (cv2.dilate(seen.astype(np.uint8), _disc(_AROUND, axes)) > 0) & ~deep & ~_eyes(points, axes, small)
    rows, columns = _box(allowed.astype(np.float32), small)
    light = np.log(cv2.GaussianBlur(as_unit(picture[rows, columns]), (0, 0), 0.7) + 0.05)
    lines, thin = np.zeros((2, *light.shape[:2]), np.float32)
    for width, least in _WIDTHS:
        kernel = _disc(width / 2, axes)
        for kind in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT):
            shown = cv2.morphologyEx(light, kind, kernel).max(-1)
            lines = np.maximum(lines, np.where(shown > least, shown, 0))
            if not least:
                thin = np.maximum(thin, shown)
    inside = allowed[rows, columns]
    weak, strong = inside & (lines > _WEAK), inside & (lines > _STRONG)
    count, parts, sizes, _ = cv2.connectedComponentsWithStats(weak.astype(np.uint8), connectivity=8)
    least = _LEAST * axes.height ** 2
    kept = [number for number in range(1, count)
            if sizes[number, cv2.CC_STAT_AREA] >= least and strong[parts == number].sum() >= 0.2 * least]
    if not kept:
        return None
    found = np.zeros((small, small), np.uint8)
    found[rows, columns] = np.isin(parts, kept)
    if traced:
        middle = cv2.erode(seen.astype(np.uint8), _disc(_MIDDLE, axes)) & allowed
        found |= middle & cv2.dilate(found, _disc(_GAP, axes))
    raw = np.zeros((small, small), np.float32)
    raw[rows, columns] = thin  # a brow is no rim
    raw[_eyes(points, axes, small)] = -1
    found = closed_rims(found, raw, points, axes)
    grown = cv2.dilate(found, _disc(_GROWN, axes))
    mask = cv2.GaussianBlur(grown.astype(np.float32), (0, 0), max(_SOFT * axes.height, 0.6))
    return Spectacles(np.where(mask > _SHOWN, mask, 0).astype(np.float32), axes.height / small)


def bridged(glasses: np.ndarray, height: float) -> np.ndarray:
    """(n, n) bool glasses as a parser tells of them, and what lies between both lenses; height: of the face, pixels."""
    kernel = np.ones((2 * max(1, round(0.012 * height)) + 1, 2 * max(1, round(_BRIDGE * height)) + 1), np.uint8)
    return np.asarray(cv2.morphologyEx(glasses.astype(np.uint8), cv2.MORPH_CLOSE, kernel) > 0)


def _eyes(points: np.ndarray, axes: FaceAxes, side: int) -> np.ndarray:
    image = np.zeros((side, side), np.uint8)
    for eye in (RIGHT_EYE, LEFT_EYE):
        outline = points[[*eye.upper, *eye.lower[-2:0:-1]]]
        cv2.fillPoly(image, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return np.asarray(cv2.dilate(image, _disc(_EYES, axes)) > 0)


def _box(mask: np.ndarray, side: int) -> tuple[slice, slice]:
    """Rows and columns, of a picture of that side, that hold all of a mask and a little around it."""
    spans = []
    for axis in (1, 0):
        found = np.flatnonzero(mask.max(axis))
        first, last = (found[0], found[-1] + 1) if len(found) else (0, 1)
        grow = side / len(mask)
        spans.append(slice(int(np.clip(first * grow - 8, 0, side - 2)), int(np.clip(last * grow + 9, 2, side))))
    return spans[0], spans[1]


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius * axes.height)) + 1,) * 2)
