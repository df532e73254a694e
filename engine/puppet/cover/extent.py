"""How far what hides a part of a face reaches, when it looks like the face: to the strongest edges around the part.

Flooded from the missing part and from what is sure to be face or behind it, lowest slopes of colour first, so that
they meet on the steepest line between (watershed: S. Beucher and C. Lantuéjoul, 1979; with markers: F. Meyer, 1992).
"""

from collections.abc import Collection

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.cover.cover import part_outlines
from engine.puppet.facemap import OVAL, FaceAxes

_SMOOTH = 7  # pixels of a face some 100 high: gaps between fingers are no borders of the hand
_SEEDS = {"mouth": 0.0, "eyeRight": 0.035, "eyeLeft": 0.035}  # face heights around missing parts that are covered, too
_SEEN = 0.02  # face heights around parts that are seen
_FAR, _INNER = 0.36, 0.05  # face heights: what lies so far from all missing parts, and so deep in the face, is face
_UNLIKE = 40.0  # difference of colours, in Lab, from which on what is beside the face is no part of the cover
_LIGHT, _TINT = 0.6, 1.5  # how much differences in light and in colour count: shadow falls on hands, too


def extent(picture: np.ndarray, points: np.ndarray, axes: FaceAxes, missing: Collection[str]) -> np.ndarray:
    """(n, n) bool what hides the missing parts, of `PARTS`.

    picture (n, n, 3) uint8, its face some 100 pixels high; points (478, 2) and axes in its pixels. 15 ms.
    """
    shape = picture.shape[:2]
    covered, face = np.zeros(shape, bool), np.zeros(shape, bool)
    for name, outline in part_outlines(points).items():
        zone = _filled(shape, outline)
        if name not in missing:
            face |= cv2.dilate(zone, _disc(_SEEN, axes)) > 0
        elif name in _SEEDS:
            covered |= cv2.dilate(zone, _disc(_SEEDS[name], axes)) > 0
    away = cv2.distanceTransform((~covered).astype(np.uint8), cv2.DIST_L2, 5) / axes.height
    oval = _filled(shape, points[list(OVAL)])
    face |= (cv2.erode(oval, _disc(_INNER, axes)) > 0) & (away > _FAR)
    lab = np.asarray(cv2.cvtColor(cv2.medianBlur(picture, _SMOOTH), cv2.COLOR_RGB2LAB), np.float32)
    lab = np.asarray(cv2.GaussianBlur(lab, (0, 0), 0.8), np.float32)
    unlike = np.linalg.norm((lab - np.median(lab[covered], axis=0)) * (_LIGHT, _TINT, _TINT), axis=-1)
    face |= (oval == 0) & (unlike > _UNLIKE)
    marks = np.where(covered, 2, np.where(face, 1, 0)).astype(np.int32)
    slope = np.sqrt(sum(np.square(cv2.Sobel(lab, cv2.CV_32F, *way)).sum(-1) for way in ((1, 0), (0, 1))))
    cv2.watershed(np.repeat(np.clip(2 * slope, 0, 255).astype(np.uint8)[..., None], 3, -1), marks)
    return np.asarray(marks == 2)


def _filled(shape: tuple[int, ...], outline: np.ndarray) -> np.ndarray:
    image = np.zeros(shape, np.uint8)
    cv2.fillPoly(image, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return image


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * round(radius * axes.height) + 1,) * 2)
