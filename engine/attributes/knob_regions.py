"""Where the moves of single knobs are drawn: regions of a drawn face, by its landmarks and a face parser's parts."""

from collections.abc import Mapping

import numpy as np

from engine.attributes.attribute_edit import AttributeEdit
from engine.attributes.regions import OVAL, SIDE, head_ellipse
from engine.base.opencv import cv2

KNOB_REGIONS = ("glasses", "beard", "fringe", "hair", "face")

_BROWS = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)
_GLASSES = (*_BROWS, 127, 234, 227, 356, 454, 447, 116, 117, 118, 100, 126, 345, 346, 347, 329, 355)
_BEARD = (93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 2, 98, 327, 129,
          358, 205, 425, 187, 411)
_GLASSES_GROWN, _BEARD_GROWN, _FACE_GROWN = (1.12, 1.2), (1.08, 1.12), (1.04, 1.06)
"""Times as wide and as high as the hull of the landmarks, about its middle."""
_INNER = (0.9, 0.97)
"""The face within which hair is not redrawn, likewise."""
_HAIRLINE = 0.35
"""Share of the forehead, from the brows up, that belongs to that."""
_GLASSES_SOFT, _BEARD_SOFT, _HAIR_SOFT = 3.0, 5.0, 5.0
"""Pixels of SIDE over which a region ends."""
_OF_HAIR = ("hair", "fringe")
_HAIR, _HAIR_NEAR = 17, 6
"""The parser's class of hair; pixels of SIDE around hair in which an edit of it is drawn."""
_WORN, _WORN_GROWN = 6, 5
"""The parser's class of glasses; pixels of SIDE around glasses that are on the photo, which a knob may take off."""


def knob_region(name: str, landmarks: np.ndarray, parts: np.ndarray | None = None) -> np.ndarray:
    """(SIDE, SIDE) float32 0..1: where a knob of this region draws, soft at its end.

    name: one of `KNOB_REGIONS`. landmarks: (478, 2) in sides of the drawn square. parts: (k, k) uint8 a face parser's
    classes over the square (engine.networks.face_parser.LABELS); None without one.
    """
    points = np.asarray(landmarks, np.float64) * SIDE
    match name:
        case "glasses":
            region = _hull(points, _GLASSES, _GLASSES_GROWN)
            if parts is not None:
                worn = (_resized(parts) == _WORN).astype(np.uint8)
                region = np.maximum(region, cv2.dilate(worn, np.ones((2 * _WORN_GROWN + 1,) * 2, np.uint8)))
            return _soft(region, _GLASSES_SOFT)
        case "beard":
            return _soft(_hull(points, _BEARD, _BEARD_GROWN), _BEARD_SOFT)
        case "face":
            return _soft(_hull(points, OVAL, _FACE_GROWN), _BEARD_SOFT)
        case "fringe":
            region = head_ellipse(points)
            region[round(points[list(_BROWS), 1].max()):] = 0
            return _soft(region, _HAIR_SOFT)
    inner = _hull(points, OVAL, _INNER)
    brows, top = points[list(_BROWS), 1].min(), points[list(OVAL), 1].min()
    inner[:max(0, round(brows - _HAIRLINE * (brows - top)))] = 0
    return _soft(1 - inner, _HAIR_SOFT)


def detail_kept(edit: AttributeEdit, regions: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """(SIDE, SIDE) float32 0..1: the share of the photo's own detail that an edit leaves; None when all of it.

    regions: of `knob_region`, by name, those that the edit's moves name.
    """
    kept: np.ndarray | None = None
    for (_, value), manner in zip(edit.moves, edit.manners, strict=True):
        lost = manner.lost(value)
        if lost and manner.over:
            share = 1 - np.float32(lost) * regions[manner.over]
            kept = share if kept is None else np.minimum(kept, share)
    return kept


def beyond_hair(edit: AttributeEdit, *seen: np.ndarray) -> np.ndarray | None:
    """(SIDE, SIDE) float32 0..1: where an edit of the hair alone leaves the photo as it is, since no hair is or was
    near; None for another edit. Generators change a collar along with the hair over it.

    seen: (k, k) uint8 a parser's classes over the square: of the photo, and as the edit was drawn.
    """
    if edit.mixes or any(one.region not in _OF_HAIR for one in edit.manners):
        return None
    hair = np.max([(_resized(one) == _HAIR) for one in seen], axis=0).astype(np.uint8)
    near = cv2.dilate(hair, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _HAIR_NEAR + 1,) * 2))
    return 1 - _soft(near, _HAIR_NEAR / 3)


def _hull(points: np.ndarray, which: tuple[int, ...], grown: tuple[float, float]) -> np.ndarray:
    hull = cv2.convexHull(points[list(which)].astype(np.float32))[:, 0].astype(np.float64)
    middle = (hull.min(0) + hull.max(0)) / 2
    mask = np.zeros((SIDE, SIDE), np.uint8)
    return cv2.fillPoly(mask, [np.rint((hull - middle) * grown + middle).astype(np.int32)], 1)


def _resized(parts: np.ndarray) -> np.ndarray:
    return cv2.resize(parts, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)


def _soft(region: np.ndarray, reach: float) -> np.ndarray:
    return np.asarray(cv2.GaussianBlur(region.astype(np.float32), (0, 0), reach), np.float32)
