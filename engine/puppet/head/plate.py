"""What is behind the head, where nobody ever saw it: filled in from around it."""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import CHIN
from engine.puppet.head.parts import FacePlace, HeadParts

_SIDE = 192  # of the picture that is filled: a turn uncovers but a narrow band of it
_AROUND = 0.030  # face heights around the person that are not taken for what is behind: loose hair, and its light
_AROUND_GUESSED, _HAIR = 0.12, -0.6  # where nobody told where hair ends; below the chin, above which it may be hair
_BESIDE_JAW = 0.015  # and of the neck beside a jaw
_SOFT = 0.010  # face heights over which the filled part begins
_UPON = -0.2  # face heights below the chin: what of a neck is higher goes with the jaw
_NAPE = -0.55  # up to which a neck goes on behind it
_TIP = 0.06  # face heights of a neck's upper end that say how wide it is
_TALL = -0.12  # face heights below the chin where a neck ends that is seen beside the jaw
_TAPER = 0.3, 0.8  # how much narrower such a neck grows, and one that is seen under the chin only
_FEW = 0.002  # of the picture: a kind of thing of which less is seen is not gone by
_USUAL = 1.0  # deviations
_FINE = 0.005  # crop sides: what is finer than this is carried over, what is not is filled in
_STEPS = 0.14, 0.22, 0.32  # face heights from beside the head into it
_CLEAR = 0.06  # face heights beside the head that are not carried over: its own light and loose hair
_SEAM = 0.01  # face heights over which one gives way to the next


def background(picture: np.ndarray, alpha: np.ndarray, parts: HeadParts, place: FacePlace) -> np.ndarray:
    """(n, n, 4) float32 0..1: what is behind, and where it takes the place of the photo's own pixels.

    picture (n, n, 3) float32 0..1; alpha (n, n) 0..1 how much is the person. The neck stays besides, for a head turns
    upon it: between it and a collar nothing may open.
    """
    side = len(picture)
    unit = place.axes.height * side
    stays = parts.neck & (place.below_chin(side) > _UPON)
    taken = (alpha > 0.02) & ~stays
    hole = cv2.dilate(taken.astype(np.uint8), _disc(_AROUND * unit))
    if not parts.parsed:
        around = cv2.dilate(taken.astype(np.uint8), _disc(_AROUND_GUESSED * unit))
        hole = np.maximum(hole, around * (place.below_chin(side) < _HAIR))
    hole[stays & (cv2.dilate(taken.astype(np.uint8), _disc(_BESIDE_JAW * unit)) == 0)] = 0
    known = (hole == 0) & place.inside(side)
    small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    seen = cv2.resize(known.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0.999
    goes_on = _going_on(parts.neck, place) if parts.parsed else np.zeros((_SIDE, _SIDE), bool)  # or it is a collar
    filled, necks = _by_kind(small, seen, (parts.cloth, stays), goes_on)
    large, necks = (cv2.resize(one, (side, side), interpolation=cv2.INTER_CUBIC) for one in (filled, necks))
    textured = large + _texture(picture, known, place) * (1 - np.clip(necks, 0, 1))[..., None]
    large = np.where(known[..., None], picture, textured)
    # Ahead of any use the filled part reaches out by so much that no half-covered pixel of the photo shows.
    where = cv2.GaussianBlur(cv2.dilate(hole, _disc(_SOFT * unit)).astype(np.float32), (0, 0), 0.5 * _SOFT * unit)
    where[stays & (hole == 0)] = 0
    return np.dstack([np.clip(large, 0, 1), where * place.inside(side)])


def _by_kind(small: np.ndarray, seen: np.ndarray, kinds: tuple[np.ndarray, np.ndarray],
             neck_goes_on: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(_SIDE, _SIDE, 3), and (_SIDE, _SIDE) 0..1 how much of it is neck: what is behind, cloth and neck (n, n) bool
    each filled in from what is seen of it alone: a collar does not bleed into the neck. Where none is seen the nearest
    goes on, but a neck where it must: neck_goes_on (_SIDE, _SIDE)."""
    cloth, neck = (cv2.resize(one.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0.5
                   for one in kinds)
    masks = [seen & ~cloth & ~neck, seen & cloth & ~neck, seen & neck]
    away = [_away(one) if not number or one.sum() > _FEW * one.size else np.full(one.shape, np.inf)
            for number, one in enumerate(masks)]
    away[2] = np.where(neck, away[2], np.where(neck_goes_on & np.isfinite(away[2]), -1.0, np.inf))
    nearest = np.argmin(away, axis=0)
    filled, shares = np.zeros_like(small), np.zeros((3, *small.shape[:2]), np.float32)
    for number, one in enumerate(masks):
        if (nearest == number).any():
            shares[number] = cv2.GaussianBlur((nearest == number).astype(np.float32), (0, 0), 1.0)
            filled += _filled(small, one) * shares[number][..., None]
    return filled, shares[2]


def _going_on(neck: np.ndarray, place: FacePlace) -> np.ndarray:
    """(_SIDE, _SIDE) bool: where a neck (n, n) bool goes on behind the jaw: as wide as it is seen to be where it ends
    on either side, and a little narrower up to the ears."""
    below, beside = place.below_chin(len(neck))[neck], place.beside(len(neck))[neck]
    here, across = place.below_chin(_SIDE), place.beside(_SIDE)
    if not len(below):
        return np.zeros(here.shape, bool)
    lowest = below >= np.quantile(below, 0.7)
    middle = float(np.median(beside[lowest]))
    found = (here > _NAPE) & (here < 0.1)
    for way in (-1, 1):
        aside = way * (beside - middle) > 0
        if not aside.any():
            return np.zeros(here.shape, bool)
        tip = float(np.quantile(below[aside], 0.02))
        wide = float(np.quantile(way * (beside - middle)[aside & (below < tip + _TIP)], 0.9))
        taper = _TAPER[0] if tip < _TALL else _TAPER[1]
        found &= way * (across - middle) < wide - taper * np.maximum(tip - here, 0)
    return np.asarray(found)


def _filled(small: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """What is not seen from coarser and coarser pictures of what is (push-pull, S. Gortler et al., 1996): calm, with
    no streak."""
    if seen.all() or not seen.any():
        return small
    weight = seen.astype(np.float32)
    levels: list[tuple[np.ndarray, np.ndarray]] = [(small * weight[..., None], weight)]
    while min(levels[-1][1].shape) > 2:
        colour, known = (cv2.pyrDown(one) for one in levels[-1])
        much = np.maximum(known, 1e-6)
        sure = np.minimum(1.0, 2 * known)  # a half-known place is known
        levels.append((colour * (sure / much)[..., None], sure))
    found = levels[-1][0] / np.maximum(levels[-1][1], 1e-6)[..., None]
    for colour, known in reversed(levels[:-1]):
        coarse = cv2.resize(found, known.shape[::-1], interpolation=cv2.INTER_LINEAR)
        found = colour + coarse * (1 - known)[..., None]
    soft = cv2.GaussianBlur(found, (0, 0), 2.0)
    return np.where(seen[..., None], small, soft)


def _away(mask: np.ndarray) -> np.ndarray:
    return cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)


def _texture(picture: np.ndarray, known: np.ndarray, place: FacePlace) -> np.ndarray:
    """What is fine in what is behind, as it is some way beside: leaves go on as leaves, upright lines upright, and a
    wall keeps its grain. Nothing deep in what is not known, which no turn uncovers."""
    if not known.any():
        return np.zeros_like(picture)
    side, unit = len(picture), place.axes.height * len(picture)
    weight = known.astype(np.float32)
    spread = _FINE * side
    smooth = cv2.GaussianBlur(picture * weight[..., None], (0, 0), spread) / np.maximum(
        cv2.GaussianBlur(weight, (0, 0), spread)[..., None], 1e-3)
    fine = (picture - smooth) * weight[..., None]
    usual = _USUAL * 1.4826 * float(np.median(np.abs(fine[known])))
    fine = np.clip(fine, -usual, usual)  # a loose hair or a light is not repeated
    found, much = np.zeros_like(picture), np.zeros_like(weight)
    left = np.arange(side) < place.landmarks[CHIN, 0] * side
    for step in _STEPS:
        off = max(1, round(step * unit))
        beside = np.where(left[None, :, None], np.roll(fine, off, 1), np.roll(fine, -off, 1))
        there = np.where(left[None], np.roll(weight, off, 1), np.roll(weight, -off, 1))
        there[:, :off] = there[:, -off:] = 0  # gone around
        sure = cv2.erode(there, _disc(_CLEAR * unit))
        share = np.minimum(cv2.GaussianBlur(sure, (0, 0), _SEAM * unit), 1 - much)
        found += beside * share[..., None]
        much += share
    return np.where(known[..., None], 0, found).astype(np.float32)


def _disc(radius: float) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius)) + 1,) * 2)
