"""How far the photo's hair stands off the head, and how far down it hangs: read along rays from the head's axis."""

from dataclasses import dataclass

import numpy as np

from engine.head.fit import HeadFit
from engine.rig.hair.hood import CENTRE, Hood
from engine.rig.texture.projection import sampled
from engine.rig.texture.seen import SeenFace

_ACROSS, _DOWN = 72, 40  # rays above the axis' end, and rows below it on each side
_STEP, _FAR = 0.012, 1.9  # dm from one sample of a ray to the next, and to the last
_EAR = 0.16  # dm: how wide an ear is that lies beyond hair
_GAP = 0.14  # dm without hair that a ray may cross
_THICK = 0.95  # dm at most
_NEAR_EDGE = 0.06  # dm: hair that ends so near the photo's edge is cut by it
_SMOOTH, _SMOOTH_HANGING = 1.6, 3.5  # rays, rows


@dataclass(frozen=True, eq=False)
class HairOutline:
    """Along the head's outline as the photo shows it, from low on the picture's left over the crown to its right:

    off:   (n,) dm that hair stands off; there: (n,) 0..1 whether hair is seen there beyond the head. cut: (n,) whether
    the photo's edge cuts it. place: (FIELD, FIELD) where on the outline each place of the hood is, 0..n - 1.
    sideways: (FIELD, FIELD) 0..1 how far it lies at the outline rather than before or behind it.
    lowest: dm of height to which hair hangs on the picture's left and right.
    """

    base: np.ndarray
    off: np.ndarray
    there: np.ndarray
    cut: np.ndarray
    place: np.ndarray
    sideways: np.ndarray
    lowest: tuple[float, float]

    @property
    def around(self) -> float:
        """How much of the outline above the axis' end has hair, 0..1."""
        return float(self.there[_DOWN:-_DOWN].mean())


def outline_of(hood: Hood, fit: HeadFit, seen: SeenFace) -> HairOutline:
    places = hood.places(hood.bare)
    across = fit.camera.turned(hood.outward().reshape(-1, 3)).reshape(*places.shape)
    axis = fit.camera.turned(np.array([[0.0, 1.0, 0.0]]))[0, :2]
    up = axis / max(float(np.linalg.norm(axis)), 1e-6)
    right = np.array([up[1], -up[0]])
    middle, scale = _middle(fit, seen), _pixels_per_dm(fit) * seen.scale
    # The hood in the picture's plane, about the axis' upper end, upright, dm.
    flat = (_projected(fit, seen, places) - middle) / scale * [1, -1]
    x, y = flat @ right, flat @ up
    angle = np.arctan2(x, y)
    reach = (CENTRE[1] - hood.low) * max(float(np.linalg.norm(axis)), 0.5)
    place = np.where(y >= 0, _DOWN + (angle / np.pi + 0.5) * _ACROSS,
                     np.where(x < 0, _DOWN + y / reach * _DOWN, _DOWN + _ACROSS - y / reach * _DOWN))
    count = 2 * _DOWN + _ACROSS
    place = np.clip(place, 0, count - 1)
    base = _farthest(place, np.where(y >= 0, np.hypot(x, y), np.abs(x)), hood.inside & (hood.ears < 0.3), count)
    ends, there, cut = _read(seen, middle, scale, up, right, reach, base, count)
    there, ends = _carried_down(there, ends, cut)
    off = np.where(there > 0, np.clip(ends - base, 0, _THICK), 0.0)
    off, cut = _completed(off, there, cut)
    sideways = np.clip(np.hypot(across[..., 0], across[..., 1]), 0, 1)
    left = CENTRE[1] - _lowest(there[:_DOWN][::-1]) * reach / _DOWN
    right_low = CENTRE[1] - _lowest(there[-_DOWN:]) * reach / _DOWN
    for rows in (slice(0, _DOWN), slice(count - _DOWN, count)):
        off[rows] = _smooth(base[rows] + off[rows], _SMOOTH_HANGING) - base[rows]
    return HairOutline(base, np.maximum(_smooth(off), 0), _smooth(there), cut, place.astype(np.float32),
                       sideways.astype(np.float32), (left, right_low))


def _read(seen: SeenFace, middle: np.ndarray, scale: float, up: np.ndarray, right: np.ndarray, reach: float,
          base: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each ray: where its hair ends (dm from the axis), whether there is some, and whether the photo cuts it."""
    number = np.arange(count) + 0.5
    angle = ((number - _DOWN) / _ACROSS - 0.5) * np.pi
    above = (number > _DOWN) & (number < _DOWN + _ACROSS)
    row = np.where(number < _DOWN, number - _DOWN, _DOWN + _ACROSS - number) / _DOWN * reach  # below 0 below
    side = np.where(number < _DOWN, -1.0, 1.0)
    start = np.where(above[:, None], 0.0, row[:, None]) * up
    toward = np.where(above[:, None], np.sin(angle)[:, None] * right + np.cos(angle)[:, None] * up,
                      side[:, None] * right)
    away = np.arange(0.3, _FAR, _STEP)
    at = start[:, None] + toward[:, None] * away[:, None]
    pixels = (middle + at * [scale, -scale]).astype(np.float32)
    hair = sampled(seen.hair, pixels, outside=True) > 0.5
    inside = sampled(seen.inside, pixels, outside=True) > 0.5
    skin = sampled(seen.skin, pixels, outside=True) > 0.5
    near = away[None] > base[:, None] - 0.35
    hair &= near
    ends, there, cut = np.zeros(count), np.zeros(count), np.zeros(count, bool)
    for ray in range(count):
        hits = away[hair[ray]]
        if not len(hits):
            # What lies beyond the photo's edge from the head on says nothing.
            first = np.searchsorted(away, base[ray] + _NEAR_EDGE)
            cut[ray] = not inside[ray, min(first, len(away) - 1)]
            continue
        breaks = np.flatnonzero(np.diff(hits) > _GAP)
        if hits[0] > base[ray] + _GAP:
            continue
        ends[ray] = hits[breaks[0]] if len(breaks) else hits[-1]
        # Hair with skin beyond it lies before an ear, not beside the head.
        last = np.searchsorted(away, ends[ray])
        before_ear = not above[ray] and skin[ray, last:last + round(_EAR / _STEP)].mean() > 0.4
        there[ray] = float(ends[ray] > base[ray] - 0.12 and not before_ear)
        beyond = np.searchsorted(away, ends[ray] + _NEAR_EDGE)
        cut[ray] = not inside[ray, min(beyond, len(away) - 1)]
    return ends, there, cut


def _carried_down(there: np.ndarray, ends: np.ndarray, cut: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Hair that the photo's lower edge cuts hangs on as it was."""
    there, ends = there.copy(), ends.copy()
    for rows in (np.arange(_DOWN - 1, -1, -1), np.arange(len(there) - _DOWN, len(there))):
        beyond = cut[rows] & (there[rows] == 0)
        last = int(np.argmax(beyond)) if beyond.any() else 0
        if last > 2 and beyond[last:].mean() > 0.8 and there[rows[last - 3:last]].any():
            there[rows[last:]] = 1.0
            ends[rows[last:]] = np.median(ends[rows[last - 3:last]])
    return there, ends


def _completed(off: np.ndarray, there: np.ndarray, cut: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the photo's edge cuts goes on as what is not cut lets expect: never less than what is seen."""
    known = ~cut & (there > 0)
    number = np.arange(len(off))
    if known.sum() >= 6 and cut.any():
        expected = np.interp(number, number[known], off[known])
        mirror = off[::-1]
        expected = np.where(known[::-1] & cut, mirror, expected)
        off = np.where(cut & (there > 0), np.maximum(off, expected), off)
    return off, cut


def _lowest(there: np.ndarray) -> float:
    """How many rows below the axis' end hair is seen without a break."""
    rows = len(there)
    missing = 0
    low = 0
    for row in range(rows):
        missing = 0 if there[row] else missing + 1
        if there[row]:
            low = row + 1
        elif missing > 4:
            break
    return float(low)


def _farthest(place: np.ndarray, away: np.ndarray, counted: np.ndarray, count: int) -> np.ndarray:
    base = np.zeros(count)
    np.maximum.at(base, place[counted].astype(int), away[counted])
    known = base > 0
    base = np.interp(np.arange(count), np.flatnonzero(known), base[known])
    return _smooth(base)


def _smooth(values: np.ndarray, width: float = _SMOOTH) -> np.ndarray:
    from scipy.ndimage import gaussian_filter1d

    return gaussian_filter1d(values.astype(np.float64), width, mode="nearest")


def _middle(fit: HeadFit, seen: SeenFace) -> np.ndarray:
    return (fit.project(CENTRE[None])[0, :2] - seen.origin) * seen.scale


def _pixels_per_dm(fit: HeadFit) -> float:
    return float(fit.camera.magnification(CENTRE[None])[0])


def _projected(fit: HeadFit, seen: SeenFace, places: np.ndarray) -> np.ndarray:
    flat = fit.project(places.reshape(-1, 3))[:, :2]
    return ((flat - seen.origin) * seen.scale).reshape(*places.shape[:-1], 2)
