"""How much of each pixel is the person, and what colour the person has there."""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.head.parts import FacePlace, HeadParts

_INNER, _OUTER = 0.030, 0.045  # face heights within and around hair that may be either
_INNER_HARD, _OUTER_HARD = 0.010, 0.012  # likewise at skin
_REACH, _EPSILON = 0.012, 1e-4  # of the guided filter, face heights and squared 0..1
_LEAST, _SPAN = 0.04, 0.92  # what counts as none of a pixel, and what as all of it
_NEAR = 0.16  # face heights around a place in which its colours are looked for
_FAINT = 0.12  # of the way from what is behind to the person, and back: nothing of the other
_ALIKE = 2.0  # how many of their colours' variances two things must be apart
_LOOSE = 1.6  # how steeply what lies beside the person fades to none of it
_FUSION = (0.12, 0.02)  # face heights over which colours of the person and of what is behind are told apart


def person_matte(picture: np.ndarray, parts: HeadParts, place: FacePlace) -> np.ndarray:
    """(n, n, 4) float32 0..1: the person's own colour at the border, and how much of the pixel the person is.

    picture (n, n, 3) float32 0..1. A guided filter (K. He et al., 2010) along what is known; colours by blur fusion (M.
    Forte, 2021), without which what was behind the hair would go along with it.
    """
    unit = place.axes.height * len(picture)
    person = parts.person.astype(np.uint8)
    soft = cv2.dilate(parts.hair.astype(np.uint8), _disc(_OUTER * unit)) > 0
    inner = np.where(soft, _eroded(person, _INNER * unit), _eroded(person, _INNER_HARD * unit))
    outer = np.where(soft, _dilated(person, _OUTER * unit), _dilated(person, _OUTER_HARD * unit))
    alpha = cv2.ximgproc.guidedFilter(picture, person.astype(np.float32), max(2, round(_REACH * unit)), _EPSILON)
    alpha = np.clip((alpha - _LEAST) / _SPAN, 0, 1)
    beyond = cv2.distanceTransform(1 - person, cv2.DIST_L2, 5) / (_OUTER * unit)
    there = _by_colour(picture, alpha, inner, ~outer, unit) * np.clip(_LOOSE * (1 - beyond), 0, 1)
    alpha = np.where(place.inside(len(picture)), there, alpha)  # beyond the photo are no colours
    alpha = np.where(inner, 1, np.where(outer, alpha, 0)).astype(np.float32)
    return np.dstack([_foreground(picture, alpha, unit), alpha])


def _by_colour(picture: np.ndarray, alpha: np.ndarray, sure: np.ndarray, behind: np.ndarray,
               unit: float) -> np.ndarray:
    """Alpha (n, n) where the person (sure: (n, n) bool) has other colours than what is behind (n, n): how far a colour
    is on the way from the one's to the other's, so that a wall between locks stays a wall and no shade of it goes
    along with the hair."""
    size = (2 * max(1, round(_NEAR * unit / 2)) + 1,) * 2

    def near(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        weight = mask.astype(np.float32)
        much = cv2.blur(weight, size) + 1e-5
        mean = cv2.blur(picture * weight[..., None], size) / much[..., None]
        spread = cv2.blur((picture ** 2) * weight[..., None], size) / much[..., None] - mean ** 2
        return mean, np.maximum(spread, 0).sum(-1), much > 0.01

    own, own_spread, own_there = near(sure)
    wall, wall_spread, wall_there = near(behind)
    way = own - wall
    length = (way ** 2).sum(-1)
    share = np.clip(((picture - wall) * way).sum(-1) / np.maximum(length, 1e-5), 0, 1)
    share = np.clip((share - _FAINT) / (1 - 2 * _FAINT), 0, 1)
    apart = length / (length + _ALIKE * (own_spread + wall_spread) + 1e-3)
    trust = np.clip(2 * apart - 0.6, 0, 1) * (own_there & wall_there)
    return np.asarray(alpha + (share - alpha) * trust, np.float32)


def _foreground(picture: np.ndarray, alpha: np.ndarray, unit: float) -> np.ndarray:
    own = behind = picture
    share = alpha[..., None]
    for reach in _FUSION:
        size = (2 * max(1, round(reach * unit / 2)) + 1,) * 2
        blurred = cv2.blur(alpha, size)[..., None]
        mean = cv2.blur(own * share, size) / (blurred + 1e-5)
        around = cv2.blur(behind * (1 - share), size) / (1 - blurred + 1e-5)
        own = mean + share * (picture - share * mean - (1 - share) * around)
        behind = around
        own = np.clip(own, 0, 1)
    return np.asarray(own, np.float32)


def _eroded(mask: np.ndarray, radius: float) -> np.ndarray:
    return cv2.erode(mask, _disc(radius)) > 0


def _dilated(mask: np.ndarray, radius: float) -> np.ndarray:
    return cv2.dilate(mask, _disc(radius)) > 0


def _disc(radius: float) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius)) + 1,) * 2)
