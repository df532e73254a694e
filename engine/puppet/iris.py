"""An iris made whole: lids hide its top and often its bottom, and their shadow lies on what is left.

Kept as the photo shows it is only what lies clear of both lids' edges, where lashes and their shadow do not reach, and
what shines in it. All else is the colour usual at its radius, with the spokes the visible arc shows in its direction, a
dark rim and a round pupil. Shares and radii set by eye on drawn faces.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.patches import luminance, sample, step

_BINS, _OUTER = 28, 1.15  # of a radius, out to so many
_ANGLES = 96
_TYPICAL = 58  # percentile: of what is sure, a little to its light side
_SPOKES, _INVENTED = 0.10, 0.035  # most that a direction differs by; log, of spokes where none are seen
_LIMBUS, _NARROW = 0.95, 0.07  # radii: where the dark rim lies, and how wide
_RIM_SEEN, _RIM_UNSEEN = 0.88, 0.72  # of the light there, beyond what is seen; and where it is not seen
_PUPIL = (0.26, 0.46), 0.38, 0.40  # least and largest, radii; unseen: its size, and its share of the iris's light
_PUPIL_FLAT = 0.85  # of the light there, of a pupil that hardly stands out where it is seen
_OUTER_MOST, _PALE = 1.1, (0.06, 0.14)  # light of its outer part at most; brighter than the disc by so much is white
_SHINES = 0.14, 0.24  # brighter than the disc by so much is a highlight


@dataclass(frozen=True, eq=False)
class IrisCut:
    """What a cut of the photo shows of one iris.

    patch (h, w, 3) 0..1; ring (h, w) distance from the centre in radii; off (h, w, 2) the same in pixels; sure (h, w)
    0..1 how clear of the lids; open_ (h, w) 0..1 within the opening; radius: pixels.
    """

    patch: np.ndarray
    ring: np.ndarray
    off: np.ndarray
    sure: np.ndarray
    open_: np.ndarray
    radius: float


def whole_iris(cut: IrisCut) -> np.ndarray:
    """(h, w, 3) float32: the iris and a little around it."""
    profile, pupil, rim_seen = _profile(cut)
    place = np.clip(cut.ring / _OUTER * _BINS - 0.5, 0, _BINS - 1.001)
    low = place.astype(int)
    share = (place - low)[..., None].astype(np.float32)
    disc = profile[low] + (profile[low + 1] - profile[low]) * share
    disc = disc * np.exp(_spokes(cut))[..., None] + _residual(cut, disc)
    limbus = 1 - (_RIM_SEEN if rim_seen else _RIM_UNSEEN)
    disc = disc * (1 - limbus * np.exp(-((cut.ring - _LIMBUS) / _NARROW) ** 2))[..., None]
    radius, colour = pupil
    disc = disc + (colour - disc) * (1 - step(radius - 0.05, radius + 0.05, cut.ring))[..., None]
    pale = step(*_PALE, luminance(cut.patch) - luminance(disc)) * (cut.ring > 0.65)
    keep = cv2.GaussianBlur((cut.sure * (cut.ring < 1.1) * (1 - pale)).astype(np.float32), (0, 0),
                            max(0.05 * cut.radius, 0.5))
    shines = step(*_SHINES, luminance(cut.patch) - luminance(disc)) * cut.open_ * (cut.ring < 0.8)
    keep = np.maximum(np.clip(keep, 0, 1), cv2.GaussianBlur(shines, (0, 0), max(0.02 * cut.radius, 0.4)))
    return np.asarray(np.clip(disc + (cut.patch - disc) * keep[..., None], 0, 1), np.float32)


def _profile(cut: IrisCut) -> tuple[np.ndarray, tuple[float, np.ndarray], bool]:
    """(_BINS, 3) colours by radius without the pupil; the pupil's radius and colour; whether the rim is seen."""
    seen = (cut.sure > 0.6) & (cut.ring < _OUTER)
    light = luminance(cut.patch)
    seen &= light < np.median(light[seen]) + 0.30 if seen.any() else True  # what shines is no colour of the iris
    bins = np.minimum((cut.ring / _OUTER * _BINS).astype(int), _BINS - 1)
    found = {}
    for number in range(_BINS):
        members = cut.patch[(bins == number) & seen]
        if len(members) >= 4:
            found[number] = np.percentile(members, _TYPICAL, axis=0)
    if not found:
        around = cut.patch[(cut.ring < 1) & (cut.open_ > 0.5)]
        found[_BINS // 2] = np.median(around, axis=0) if len(around) else cut.patch.mean((0, 1)) * 0.5
    known = np.array(list(found))
    colours = np.array(list(found.values()))
    profile = np.stack([np.interp(np.arange(_BINS), known, colours[:, c]) for c in range(3)], -1).astype(np.float32)
    profile = np.asarray(cv2.GaussianBlur(profile, (1, 3), 0.7), np.float32)
    middle = np.arange(_BINS) * (_OUTER / _BINS) + 0.5 * _OUTER / _BINS
    belt = (middle > 0.52) & (middle < 0.80)
    iris = np.median(profile[belt], axis=0)
    bright, dark = float(luminance(iris)), float(luminance(profile[:3].mean(0)))
    (least, most), usual, share = _PUPIL
    shown = known.min() <= 5
    if shown and dark < 0.75 * bright:
        half = (bright + dark) / 2
        across = middle[np.argmax(luminance(profile) > half)]
        radius, colour = float(np.clip(across, least, most)), np.minimum(profile[:3].mean(0), 0.6 * iris)
    else:
        radius, colour = usual, _PUPIL_FLAT * profile[:3].mean(0) if shown else share * iris
    # Where the white shows within the landmarks' circle it is no iris.
    outer = middle > 0.80
    light = luminance(profile)
    profile[outer] *= np.minimum(1, _OUTER_MOST * bright / np.maximum(light[outer], 0.01))[:, None]
    inside = middle < radius + 0.10
    profile[inside] = profile[np.argmax(~inside)]
    rim = [number for number in known if 0.82 < middle[number] < 1.0]
    return profile, (radius, colour.astype(np.float32)), len(rim) >= 3


def _polar(cut: IrisCut) -> tuple[np.ndarray, np.ndarray]:
    """Where every pixel lies among angles and radii, as whole cells and as a place to sample."""
    angle = (np.arctan2(cut.off[..., 1], cut.off[..., 0]) / (2 * np.pi) + 0.5) * _ANGLES
    ring = np.clip(cut.ring / _OUTER, 0, 0.999) * _BINS
    cells = np.minimum(ring.astype(int), _BINS - 1) * _ANGLES + angle.astype(int) % _ANGLES
    return cells, np.stack([angle + _ANGLES / 2, ring], -1)


def _residual(cut: IrisCut, disc: np.ndarray) -> np.ndarray:
    """(h, w, 3) how its direction differs from what is usual at its radius, spread a little around where it is seen."""
    cells, place = _polar(cut)
    weight = (cut.sure * (cut.ring < 1)).ravel()
    shape = (_BINS, _ANGLES)
    total = np.bincount(cells.ravel(), weight, _BINS * _ANGLES).reshape(shape)
    off = np.clip(cut.patch - disc, -_SPOKES, _SPOKES)
    sums = np.stack([np.bincount(cells.ravel(), weight * off[..., c].ravel(), _BINS * _ANGLES).reshape(shape)
                     for c in range(3)], -1)
    half = _ANGLES // 2

    def spread(cells: np.ndarray) -> np.ndarray:
        around = np.concatenate([cells[:, half:], cells, cells[:, :half]], 1).astype(np.float32)
        return np.asarray(cv2.GaussianBlur(around, (0, 0), 5, sigmaY=1.2))

    return sample(spread(sums) / np.maximum(spread(total), 0.05)[..., None], place)


def _spokes(cut: IrisCut) -> np.ndarray:
    """(h, w) log: fine radial streaks, the same for the same size."""
    noise = cv2.GaussianBlur(np.random.default_rng(2).standard_normal((1, 2 * _ANGLES)).astype(np.float32), (0, 0), 0.8)
    noise = noise[0] / max(float(noise.std()), 1e-6)
    _, place = _polar(cut)
    found = np.interp(place[..., 0] % (2 * _ANGLES), np.arange(2 * _ANGLES), noise)
    within = step(0.30, 0.45, cut.ring) * (1 - step(0.85, 1.0, cut.ring))
    return np.asarray(_INVENTED * found * within, np.float32)
