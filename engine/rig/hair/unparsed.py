"""Where hair is when no network says so: what differs in colour both from the face and from what is far from the head,
about the skull of the fitted head. Colours are told apart by histograms, as by the mixtures of Rother et al.,
"GrabCut", 2004. A little less good at its edges, and lost before a background of its own colour."""

from dataclasses import replace

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.rig.hair.hood import CENTRE
from engine.rig.texture.seen import SeenFace

_SIDE = 256
_INNER, _OUTER = 0.12, 0.15  # dm within and beyond the skull's outline, where a head with hair has some
_REACH = 0.70  # dm beyond the skull: no hair farther out
_BALD, _BARE = 0.18, 0.6  # of that ring: with less hair than that a head is bald, if so much of it is like the face
_SPILLED, _CLEAR = 0.35, 0.04
"""dm beyond the skull, and how much of what is there may look like hair before nothing can be told."""
_LOW = -1.3  # dm of height: nobody looks lower
_BINS, _EVEN, _COMMONER = 20, 1.5, 0.56
"""Bins of the root of light by channel; pixels that are evened out; the ring's share in a colour that is of hair."""
_BUMP = 0.09  # dm: what is narrower and sticks out is not hair
_EDGE = 0.008  # of the square's side: so near its border hair is not hair's alone


def with_hair(head: Head, fit: HeadFit, seen: SeenFace) -> SeenFace | None:
    """seen with hair found by colour, without any for a bald head; None where hair and what is behind it look alike.
    About a tenth of a second."""
    from engine.base.opencv import cv2

    small = cv2.resize(seen.root, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    skin, dark, inside = (cv2.resize(one, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0.5
                          for one in (seen.skin, seen.hair, seen.inside))
    scale = float(fit.camera.magnification(CENTRE[None])[0]) * seen.scale * _SIDE / len(seen.root)
    skull = _skull(head, fit, seen)
    high = _above(fit, seen, 0.55)
    ring = _grown(skull, _OUTER * scale) & ~_shrunk(skull, _INNER * scale) & high & ~skin & inside
    never = ~_grown(skull, _REACH * scale) | ~_above(fit, seen, _LOW) | ~inside | skin | (_within(seen) & ~dark)
    behind = inside & ~_grown(skull, _REACH * scale) & _above(fit, seen, -0.6)
    face = (skin | _forehead(small, skull, ring, skin, _INNER * scale)) & ~dark
    never |= face
    found = _peculiar(small, ring, (face, behind)) & ~never
    if not ring.any() or found[ring].mean() < _BALD:
        bare = ring & skull
        if not bare.any() or _peculiar(small, face, (behind,))[bare].mean() < _BARE:
            return None
        nothing = np.zeros_like(seen.hair)
        return replace(seen, hair=nothing, hair_inside=nothing)
    found = (_peculiar(small, found & _grown(skull, _OUTER * scale), (face, behind | (ring & ~found))) & ~never) | dark
    # Whole first, then without what sticks out of it; the band itself is thin where hair is short.
    closed = cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_CLOSE, _disc(0.06 * scale)) * ~never
    kept = cv2.morphologyEx((closed > 0).astype(np.uint8) | skull, cv2.MORPH_OPEN, _disc(_BUMP * scale)) & closed
    _, label = cv2.connectedComponents(kept.astype(np.uint8))
    whole = np.isin(label, np.unique(label[ring & (label > 0)])) & (label > 0)
    beside = inside & ~_grown(skull, _SPILLED * scale) & _above(fit, seen, 0.2) & _grown(skull, _REACH * scale)
    if beside.any() and whole[beside].mean() > _CLEAR:
        return None
    soft, inner = (cv2.resize(cv2.GaussianBlur(one.astype(np.float32), (0, 0), 1.0), seen.hair.shape[::-1])
                   for one in (whole, _shrunk(whole, _EDGE * _SIDE)))
    return replace(seen, hair=soft * seen.inside, hair_inside=inner * seen.inside, skin=seen.skin * (1 - soft))


def _peculiar(picture: np.ndarray, ring: np.ndarray, others: tuple[np.ndarray, ...]) -> np.ndarray:
    """(s, s) bool: colours that are commoner in the ring than in the face or far from the head."""
    from scipy.ndimage import gaussian_filter

    from engine.base.opencv import cv2

    bins = np.clip((picture * _BINS).astype(int), 0, _BINS - 1)

    def common(where: np.ndarray) -> np.ndarray:
        counts = np.zeros((_BINS,) * 3)
        np.add.at(counts, tuple(bins[where].T), 1.0)
        return gaussian_filter(counts / max(int(where.sum()), 1), 1.0)[tuple(np.moveaxis(bins, -1, 0))]

    here, there = common(ring), np.maximum.reduce([common(one) for one in others])
    share = (here / np.maximum(here + there, 1e-9)).astype(np.float32)
    return cv2.GaussianBlur(share, (0, 0), _EVEN) > _COMMONER


def _skull(head: Head, fit: HeadFit, seen: SeenFace) -> np.ndarray:
    from engine.base.opencv import cv2

    vertices = fit.vertices[(head.masks["scalp"] > 0.3) & (head.masks["ears"] < 0.2)]
    points = (fit.project(vertices)[:, :2] - seen.origin) * (seen.scale * _SIDE / len(seen.root))
    mask = np.zeros((_SIDE, _SIDE), np.uint8)
    cv2.fillConvexPoly(mask, cv2.convexHull(np.rint(points).astype(np.int32)), 1)
    return mask > 0


def _forehead(picture: np.ndarray, skull: np.ndarray, ring: np.ndarray, skin: np.ndarray, inner: float) -> np.ndarray:
    """(s, s) bool: what is of the skull within the ring, where it is rather like the face than like the ring."""
    inside = _shrunk(skull, inner) & ~skin
    if not inside.any() or not ring.any():
        return inside
    own, face, hair = (np.median(picture[one], axis=0) for one in (inside, skin, ring))
    return inside & (np.abs(own - face).sum() < np.abs(own - hair).sum())


def _within(seen: SeenFace) -> np.ndarray:
    """What is within the face's outline: hair only where it is dark."""
    from engine.base.opencv import cv2
    from engine.photo.landmark_sets import FACE_OVAL

    mask = np.zeros((_SIDE, _SIDE), np.uint8)
    points = seen.landmarks[list(FACE_OVAL)] * (_SIDE / len(seen.root))
    cv2.fillPoly(mask, [np.rint(points).astype(np.int32)], 1)
    return _shrunk(mask > 0, 0.01 * _SIDE)


def _above(fit: HeadFit, seen: SeenFace, height: float) -> np.ndarray:
    """(s, s) bool: above a height of the head, dm, as the photo has it upright."""
    low, high = (fit.project(np.array([[0.0, height, 0.0], [0.0, height + 0.5, 0.0]]))[:, :2] - seen.origin) * (
        seen.scale * _SIDE / len(seen.root))
    y, x = np.mgrid[:_SIDE, :_SIDE]
    return (x - low[0]) * (high - low)[0] + (y - low[1]) * (high - low)[1] > 0


def _disc(reach: float) -> np.ndarray:
    from engine.base.opencv import cv2

    side = 2 * max(1, round(reach)) + 1
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))


def _grown(mask: np.ndarray, reach: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 3) <= reach


def _shrunk(mask: np.ndarray, reach: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3) > reach
