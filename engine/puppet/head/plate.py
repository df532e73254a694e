"""What is behind the head, where nobody ever saw it: filled in from around it."""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.head.parts import FacePlace, HeadParts

_SIDE = 192  # of the picture that is filled: a turn uncovers but a narrow band of it
_AROUND = 0.012  # face heights around the person that are not taken for what is behind
_SOFT = 0.010  # face heights over which the filled part begins
_INPAINT = 3  # pixels
_UPON = -0.2  # face heights below the chin: what of a neck is higher goes with the jaw
_FEW = 0.002  # of the picture: a kind of thing of which less is seen is not gone by
_USUAL = 1.2  # deviations
_SURE = 0.01  # crop sides from what is filled in: no hair is so loose
_FINE = 0.012  # crop sides: what is finer than this is carried over, what is not is filled in


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
    hole[stays & (cv2.dilate(taken.astype(np.uint8), _disc(1)) == 0)] = 0
    known = (hole == 0) & place.inside(side)
    small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    seen = cv2.resize(known.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0.999
    filled = _by_kind(small, seen, (parts.cloth, stays), above_neck=_above(parts.neck, place))
    large = cv2.resize(filled, (side, side), interpolation=cv2.INTER_CUBIC) + _texture(picture, known)
    # Ahead of any use the filled part reaches out by so much that no half-covered pixel of the photo shows.
    where = cv2.GaussianBlur(cv2.dilate(hole, _disc(_SOFT * unit)).astype(np.float32), (0, 0), 0.5 * _SOFT * unit)
    where[stays & (hole == 0)] = 0
    return np.dstack([np.clip(large, 0, 1), where * place.inside(side)])


def _by_kind(small: np.ndarray, seen: np.ndarray, kinds: tuple[np.ndarray, np.ndarray],
             above_neck: np.ndarray) -> np.ndarray:
    """What is behind, cloth and neck (n, n) bool each filled in from what is seen of it alone: a collar does not bleed
    into the neck. Where none is seen the nearest goes on, but a neck no wider than it is: above_neck (_SIDE, _SIDE)."""
    cloth, neck = (cv2.resize(one.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0.5
                   for one in kinds)
    masks = [seen & ~cloth & ~neck, seen & cloth & ~neck, seen & neck]
    away = [_away(one) if not number or one.sum() > _FEW * one.size else np.full(one.shape, np.inf)
            for number, one in enumerate(masks)]
    away[2] = np.where(above_neck | neck, away[2], np.inf)
    nearest = np.argmin(away, axis=0)
    filled = np.zeros_like(small)
    for number, one in enumerate(masks):
        if (nearest == number).any():
            share = cv2.GaussianBlur((nearest == number).astype(np.float32), (0, 0), 1.0)
            filled += _filled(small, one) * share[..., None]
    return filled


def _above(neck: np.ndarray, place: FacePlace) -> np.ndarray:
    """(_SIDE, _SIDE) bool: straight above a neck (n, n) bool, as far as it stays."""
    if not neck.any():
        return np.zeros((_SIDE, _SIDE), bool)
    left, right = np.quantile(place.beside(len(neck))[neck], (0.02, 0.98))
    beside = place.beside(_SIDE)
    return np.asarray((beside > left) & (beside < right) & (place.below_chin(_SIDE) > _UPON))


def _filled(small: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Telea's inpainting (2004) of what is not seen."""
    if seen.all() or not seen.any():
        return small
    bytes_ = np.round(small * 255).astype(np.uint8)
    found = cv2.inpaint(bytes_, (~seen).astype(np.uint8), _INPAINT, cv2.INPAINT_TELEA).astype(np.float32) / 255
    soft = cv2.GaussianBlur(found, (0, 0), 1.5)  # its streaks
    return np.where(seen[..., None], small, soft)


def _away(mask: np.ndarray) -> np.ndarray:
    return cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)


def _texture(picture: np.ndarray, known: np.ndarray) -> np.ndarray:
    """What is fine in what is behind, mirrored at its border: leaves go on as leaves, and a wall keeps its grain."""
    sure = cv2.erode(known.astype(np.uint8), _disc(_SURE * len(picture))) > 0
    _, labels = cv2.distanceTransformWithLabels((~sure).astype(np.uint8), cv2.DIST_L2, 5,
                                                labelType=cv2.DIST_LABEL_PIXEL)
    rows, columns = np.nonzero(sure)
    if not len(rows):
        return np.zeros_like(picture)
    place = np.zeros((int(labels.max()) + 1, 2), np.float32)
    place[labels[rows, columns]] = np.column_stack([columns, rows])
    border = place[labels]
    ys, xs = np.mgrid[:len(picture), :len(picture)].astype(np.float32)
    mirrored = 2 * border - np.dstack([xs, ys])
    weight = known.astype(np.float32)[..., None]
    spread = _FINE * len(picture)
    smooth = cv2.GaussianBlur(picture * weight, (0, 0), spread) / np.maximum(
        cv2.GaussianBlur(weight, (0, 0), spread)[..., None], 1e-3)
    fine = (picture - smooth) * weight
    usual = _USUAL * 1.4826 * float(np.median(np.abs(fine[known])))
    fine = np.clip(fine, -usual, usual)  # a loose hair or a light is not repeated
    found = cv2.remap(fine, mirrored[..., 0], mirrored[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.where(known[..., None], 0, found).astype(np.float32)


def _disc(radius: float) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius)) + 1,) * 2)
