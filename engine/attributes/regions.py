"""Regions of a drawn face: where eyes, nose, mouth, skin, hair and background are, by its landmarks."""

from collections.abc import Mapping

import numpy as np

from engine.attributes.mixing import row_groups
from engine.base.opencv import cv2

SIDE = 256
FEATURES = ("eyes", "nose", "mouth", "hair")

OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
         150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)
_EYES = ((70, 63, 105, 66, 107, 55, 133, 154, 145, 163, 33, 226, 111, 117, 118, 119, 120, 121, 128, 244),
         (300, 293, 334, 296, 336, 285, 362, 381, 374, 390, 263, 446, 340, 346, 347, 348, 349, 350, 357, 464))
_NOSE = (168, 122, 196, 198, 49, 102, 64, 98, 97, 2, 326, 327, 294, 331, 279, 420, 419, 351)
_MOUTH = (2, 97, 98, 203, 206, 216, 212, 202, 204, 194, 201, 200, 199, 421, 418, 424, 422, 432, 436, 426, 423, 327, 326)
_SOFT = 4.0
_HEAD_WIDER, _HEAD_HIGHER = 1.55, 1.75
"""Hair and head around the oval of the face: times as wide and as high, about its middle."""
_POSE = 0.18
"""Share of the rows that say where a head looks and how large it is: a guest takes the host's."""


def guests_of(code: np.ndarray, other: np.ndarray, landmarks: np.ndarray,
              amounts: Mapping[str, float]) -> list[tuple[np.ndarray, np.ndarray]]:
    """What is drawn where: latents (rows, width), and a mask (SIDE, SIDE).

    All is in the pose of the first face. Its features take only their shape from the other, in the colours of the
    first: a nose or a forehead of another complexion looks stuck on.
    """
    rows, colours = round(_POSE * len(code)), row_groups(len(code))["fine"][0]
    whole = np.concatenate([code[:rows], other[rows:]]).astype(np.float32)
    shaped = np.concatenate([whole[:colours], code[colours:]]).astype(np.float32)
    parts = ((shaped, {name: share for name, share in amounts.items() if name in FEATURES}),
             (whole, {name: share for name, share in amounts.items() if name not in FEATURES}))
    return [(guest, region_mask(landmarks, shares)) for guest, shares in parts if shares]


def region_mask(landmarks: np.ndarray, amounts: Mapping[str, float]) -> np.ndarray:
    """(SIDE, SIDE) float32 0..1: each region by its amount, soft between them.

    landmarks: (478, 2) in sides of the drawn square. amounts: 0..1 by name of `engine.attributes.knobs.REGIONS`.
    """
    points = np.asarray(landmarks, np.float64) * SIDE
    face = _filled(points[list(OVAL)])
    eyes = np.maximum(*(_filled(cv2.convexHull(points[list(one)].astype(np.float32))[:, 0]) for one in _EYES))
    nose, mouth = _filled(points[list(_NOSE)]), _filled(points[list(_MOUTH)])
    head = head_ellipse(points)
    parts = {"eyes": eyes, "nose": nose * (1 - eyes), "mouth": mouth * (1 - nose)}
    inner = np.maximum.reduce(list(parts.values()))
    parts |= {"skin": face * (1 - inner), "hair": head * (1 - face), "background": (1 - head) * (1 - face)}
    whole = sum(parts[name] * np.float32(amount) for name, amount in amounts.items())
    return np.asarray(cv2.GaussianBlur(np.asarray(whole, np.float32), (0, 0), _SOFT), np.float32)


def head_ellipse(points: np.ndarray) -> np.ndarray:
    """(SIDE, SIDE) float32 0 or 1: head and hair down to the chin; points: (478, 2) in pixels of SIDE."""
    oval = points[list(OVAL)]
    middle = oval.mean(0)
    head = _filled((oval - middle) * (_HEAD_WIDER, _HEAD_HIGHER) + middle)
    head[max(0, round(oval[:, 1].max())):] = 0
    return head


def _filled(outline: np.ndarray) -> np.ndarray:
    mask = np.zeros((SIDE, SIDE), np.uint8)
    return cv2.fillPoly(mask, [np.rint(outline).astype(np.int32)], 1).astype(np.float32)
