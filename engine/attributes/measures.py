"""What is measured on a drawn face: blendshapes, pose, lengths between landmarks, and colours beside them."""

import numpy as np

from engine.attributes.label_set import Column
from engine.opencv import cv2
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.face import CHIN, HAIRLINE, Face

ATTRIBUTES: tuple[Column, ...] = (
    Column("smile", "weight"), Column("mouth-open", "ratio"), Column("eyes-open", "ratio"),
    Column("brows-up", "ratio"), Column("brows-down", "weight"), Column("squint", "weight"),
    Column("pucker", "weight"), Column("yaw", "degrees"), Column("pitch", "degrees"), Column("roll", "degrees"),
    Column("gaze-left", "weight"), Column("face-width", "ratio"), Column("jaw-width", "ratio"),
    Column("mouth-width", "ratio"), Column("lips-full", "ratio"), Column("nose-width", "ratio"),
    Column("nose-length", "ratio"), Column("eye-size", "ratio"), Column("skin-light", "lightness"),
    Column("skin-warm", "lightness"), Column("hair-light", "lightness"), Column("lips-red", "lightness"),
    Column("light-from-left", "lightness"), Column("background-light", "lightness"),
)
"""The attributes, in the order of `measure`. Sides are the subject's. skin-warm and lips-red are CIE b* of the skin,
and how much more a* the lips have than the skin."""

COLUMNS: tuple[Column, ...] = (*ATTRIBUTES, *(Column(name, "weight") for name in ARKIT_52))
"""The attributes, then the 52 blendshapes as they are."""

_SKIN = (50, 280, 205, 425, 101, 330, 151)
"""Landmarks with bare skin around them: cheeks twice, under the eyes, middle of the forehead."""
_CHEEKS = ((205, 50, 101), (425, 280, 330))
"""The subject's right, and left."""
_LIPS = (14, 17, 84, 314, 0, 37, 267)
_ABOVE = (1.22, 1.3, 1.38)
"""Where hair is looked for: on the line from the chin through the hairline, in face heights from the chin."""


def measure(pixels: np.ndarray, face: Face) -> np.ndarray:
    """(76,) float32 in the order of `COLUMNS`; nan for the colour of what lies outside the picture.

    pixels: (s, s, 3) uint8 sRGB. Lengths are taken in the three dimensions of the landmarks, so that turning the head
    does not change them, and over another length of the same face. Hair colour is that of whatever is above the
    forehead: the scalp of somebody bald, the hat of somebody with one.
    """
    points = face.landmarks.astype(np.float64)
    weights = face.blendshapes
    eyes = face.interocular
    high = float(np.linalg.norm(points[CHIN] - points[HAIRLINE]))
    skin = _colour(pixels, points, _SKIN, eyes)
    right, left = (_colour(pixels, points, part, eyes) for part in _CHEEKS)
    lips = _colour(pixels, points, _LIPS, eyes / 3)
    corners = np.concatenate([part.reshape(-1, 3) for part in (pixels[:24, :24], pixels[:24, -24:])])
    values = (
        _both(weights, "mouthSmile"), _length(points, 13, 14) / eyes, _lids(points),
        _above(points, face) / eyes, _both(weights, "browDown"), _both(weights, "eyeSquint"),
        weights[ARKIT_INDEX["mouthPucker"]], face.yaw, face.pitch, face.roll, _gaze(weights),
        _length(points, 234, 454) / high, _length(points, 172, 397) / _length(points, 234, 454),
        _length(points, 61, 291) / eyes, (_length(points, 0, 13) + _length(points, 14, 17)) / eyes,
        _length(points, 129, 358) / eyes, _length(points, 168, 2) / high,
        (_length(points, 33, 133) + _length(points, 263, 362)) / 2 / eyes,
        skin[0], skin[2], _hair(pixels, points), lips[1] - skin[1], left[0] - right[0], _lab(corners)[0],
    )
    return np.array([*values, *weights], np.float32)


def _length(points: np.ndarray, one: int, other: int) -> float:
    return float(np.linalg.norm(points[one] - points[other]))


def _both(weights: np.ndarray, name: str) -> float:
    return float(weights[ARKIT_INDEX[f"{name}Left"]] + weights[ARKIT_INDEX[f"{name}Right"]]) / 2


def _gaze(weights: np.ndarray) -> float:
    """How far both eyes look to the subject's left, -1 to 1."""
    left, right = (weights[ARKIT_INDEX["eyeLookOutLeft"]] + weights[ARKIT_INDEX["eyeLookInRight"]],
                   weights[ARKIT_INDEX["eyeLookInLeft"]] + weights[ARKIT_INDEX["eyeLookOutRight"]])
    return float(left - right) / 2


def _lids(points: np.ndarray) -> float:
    """Opening of the lids over the width of the eye, mean of both."""
    right = _length(points, 159, 145) / _length(points, 33, 133)
    left = _length(points, 386, 374) / _length(points, 263, 362)
    return (right + left) / 2


def _above(points: np.ndarray, face: Face) -> float:
    """How far the brows are above the line of the eyes' corners, along the face's own vertical, pixels."""
    up = face.rotation[:, 1] * np.array([1.0, -1.0, -1.0])  # landmarks have y down and z away
    brows = points[[105, 66, 334, 296]].mean(0)
    corners = points[[33, 133, 263, 362]].mean(0)
    return float((brows - corners) @ up)


def _colour(pixels: np.ndarray, points: np.ndarray, around: tuple[int, ...], eyes: float) -> np.ndarray:
    """Median CIE L*a*b* of small squares around landmarks; what the landmarks' depth hides is not asked."""
    reach = max(1, round(eyes * 0.04))
    return _lab(np.concatenate([_square(pixels, points[index, :2], reach) for index in around]))


def _hair(pixels: np.ndarray, points: np.ndarray) -> float:
    """L* of what lies above the forehead; nan when that is outside the picture."""
    chin, top = points[CHIN, :2], points[HAIRLINE, :2]
    reach = max(1, round(float(np.linalg.norm(top - chin)) * 0.04))
    found = np.concatenate([_square(pixels, chin + (top - chin) * share, reach) for share in _ABOVE])
    return float(_lab(found)[0])


def _square(pixels: np.ndarray, centre: np.ndarray, reach: int) -> np.ndarray:
    """Pixels of a square, (n, 3); n is 0 outside the picture."""
    x, y = (int(value) for value in np.floor(np.clip(centre, -1e4, 1e4)))
    return pixels[max(y - reach, 0):max(y + reach + 1, 0), max(x - reach, 0):max(x + reach + 1, 0)].reshape(-1, 3)


def _lab(colours: np.ndarray) -> np.ndarray:
    """Median CIE L*a*b* of colours (n, 3) uint8 sRGB; nan for none."""
    if not len(colours):
        return np.full(3, np.nan)
    lab = cv2.cvtColor(colours[None].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0]
    return np.median(lab, 0)
