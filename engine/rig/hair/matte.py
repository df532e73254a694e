"""The hair of a photo without what shows through and beside it: its soft edge, and its own colour there."""

from dataclasses import dataclass

import numpy as np

from engine.rig.texture.seen import SeenFace

_GUIDED = 512  # pixels a side at which edges are sought
_REACH, _EVEN = 7, 2.5e-4  # of the guided filter: pixels, and how much of the guide's variance counts as one thing
_OFF_SKIN, _OFF_OTHERS = 0.005, 0.013  # of the square's side: so near to them hair is mixed with what is beside it
_GAP = 0.012  # of the square's side: between what is surely skin and hair
_LEAST_PIXELS = 400


@dataclass(frozen=True, eq=False)
class HairMatte:
    """Over the face's square. alpha: (n, n) 0..1, strands of its edge apart; root: (n, n, 3) root of light of hair
    alone, in and beyond it; own: (n, n) 0..1 where that is the photo's own; told: (n, n) 0..1 where hair or skin is
    seen, and so it is known whether there is hair; colour: (3,) the middle one."""

    alpha: np.ndarray
    told: np.ndarray
    root: np.ndarray
    own: np.ndarray
    colour: np.ndarray


def matte_of(seen: SeenFace) -> HairMatte | None:
    """None where there is too little hair. About .15 s."""
    from engine.base.opencv import cv2

    inside = seen.hair_inside > 0.5
    if int(inside.sum()) < _LEAST_PIXELS:
        return None
    colour = np.median(seen.root[inside], axis=0).astype(np.float32)
    like = likeness(seen, colour)
    hair = seen.hair > 0.5
    told = cv2.morphologyEx(np.maximum(seen.hair, seen.skin), cv2.MORPH_CLOSE, _disc(_GAP * len(inside)))
    kept = cv2.erode(hair.astype(np.uint8), _disc(_OFF_SKIN * len(inside)), borderValue=1) * cv2.erode(
        (told > 0.5).astype(np.uint8), _disc(_OFF_OTHERS * len(inside)), borderValue=1) * (like > 0.6)
    if int(kept.sum()) < _LEAST_PIXELS // 4:
        kept = (seen.hair_inside > 0.5).astype(np.uint8)
    return HairMatte(_guided(seen, told, colour), told, *_extended(seen.root, kept), colour)


def _disc(reach: float) -> np.ndarray:
    from engine.base.opencv import cv2

    side = 2 * max(1, round(reach)) + 1
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))


def _extended(root: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """root beyond what is kept: of the pixel kept that is nearest; and how much is a pixel's own."""
    from engine.base.opencv import cv2

    _, label = cv2.distanceTransformWithLabels(1 - kept, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    rows, columns = np.nonzero(kept)
    source = np.zeros(int(label.max()) + 1, np.int64)
    source[label[rows, columns]] = np.arange(len(rows))
    nearest = source[label]
    own = cv2.GaussianBlur(kept.astype(np.float32), (0, 0), 1.2)[..., None]
    beyond = cv2.GaussianBlur(root[rows[nearest], columns[nearest]], (0, 0), 1.5)
    return root * own + beyond * (1 - own), own[..., 0]


def _guided(seen: SeenFace, told: np.ndarray, colour: np.ndarray) -> np.ndarray:
    """The mask of hair brought to the edges of the picture, as far as hair and skin differ (He, Sun & Tang, "Guided
    image filtering", 2010)."""
    from engine.base.opencv import cv2

    side = len(seen.root)
    skin = np.median(seen.root[seen.pure > 0.5], axis=0) if (seen.pure > 0.5).any() else np.ones(3)
    axis = (skin - colour).astype(np.float32)
    axis /= max(float(np.linalg.norm(axis)), 1e-3)
    small = (_GUIDED, _GUIDED)
    guide = cv2.resize(seen.root @ axis, small, interpolation=cv2.INTER_AREA)
    mask = cv2.resize(seen.hair, small, interpolation=cv2.INTER_AREA)

    def mean(picture: np.ndarray) -> np.ndarray:
        return cv2.boxFilter(picture, -1, (2 * _REACH + 1, 2 * _REACH + 1))

    middle, share = mean(guide), mean(mask)
    slope = (mean(guide * mask) - middle * share) / (mean(guide * guide) - middle * middle + _EVEN)
    rest = mean(share - slope * middle)
    found = cv2.resize(mean(slope), (side, side)) * (seen.root @ axis) + cv2.resize(rest, (side, side))
    near = cv2.resize(np.clip(4 * share * (1 - share), 0, 1), (side, side))
    # Far from its border with skin the mask knows better: what is behind a head may be as bright as skin.
    near *= cv2.GaussianBlur(cv2.erode(told, _disc(_OFF_OTHERS * side)), (0, 0), 0.004 * side)
    return (np.clip(seen.hair + (found - seen.hair) * near, 0, 1) * seen.inside).astype(np.float32)


def likeness(seen: SeenFace, colour: np.ndarray) -> np.ndarray:
    """(n, n) how much each pixel of the square is like the hair in hue: what shows between strands is not."""
    hue = seen.root / np.maximum(seen.root.sum(-1, keepdims=True), 0.05)
    usual = np.median(hue[seen.hair_inside > 0.5], axis=0)
    away = np.abs(hue - usual).sum(-1)
    spread = max(float(np.median(away[seen.hair_inside > 0.5])), 0.012)
    light = seen.root.sum(-1)
    bright = np.clip((light - 2.4) / 0.3, 0, 1) * (float(colour.sum()) < 2.0)
    return (np.exp(-((np.maximum(away - 2 * spread, 0) / (2 * spread)) ** 2)) * (1 - bright)).astype(np.float32)
