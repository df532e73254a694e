"""Of a drawn face that a knob put glasses on: what of the change is their frame, and how much of a rim there is.

A generator that draws glasses draws other eyes with them, and lenses that darken. Who that is shows in the eyes; so of
such a picture only the frame is taken, and the eyes stay the face's own.
"""

import numpy as np

from engine.attributes.regions import SIDE
from engine.base.opencv import cv2

EYES = ((33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
        (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249))
"""Landmarks along the lids' rims, the subject's right and left."""

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
# Lengths are pixels of SIDE.
_FINE = 3.0  # what is finer is a line
_FAINT, _PLAIN = 0.025, 0.07  # change of light in a line that is none, and that surely is one
_WIDER = 1.0  # a line's sides belong to it
_SOFT = 0.6
_EYE_GROWN, _EYE_SOFT = (1.15, 1.35), 1.2  # times as wide and as high as the lids' opening: lashes move with the lids
_SECTORS = 24
_NEAREST, _FARTHEST = 0.24, 0.62  # of a rim from the middle of its eye, in distances between the eyes


def frame_drawn(before: np.ndarray, after: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """(s, s) float32 0..1: how surely `after` shows the frame of glasses that `before` has not.

    before, after: (s, s, 3) float32 0..1, drawn faces of one pose. landmarks: (478, 2) in sides of the square.
    """
    unit = len(before) / SIDE
    change = (after - before) @ _LUMA
    lines = np.abs(change - cv2.GaussianBlur(change, (0, 0), _FINE * unit))
    reach = max(1, round(_WIDER * unit))
    lines = cv2.dilate(lines, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2))
    share = np.clip((lines - _FAINT) / (_PLAIN - _FAINT), 0, 1)
    share = share * share * (3 - 2 * share) * (1 - _eyes(landmarks, len(before)))
    return np.asarray(cv2.GaussianBlur(share.astype(np.float32), (0, 0), _SOFT * unit), np.float32)


def rim_share(frame: np.ndarray, landmarks: np.ndarray) -> float:
    """How much of two rims there is, 0..1: of the directions from the middle of each eye, those in which `frame`
    (s, s), of `frame_drawn`, comes at the distance of a rim. landmarks: (478, 2) in sides of the square."""
    middles = [landmarks[list(eye)].mean(0) for eye in EYES]
    apart = float(np.linalg.norm(middles[1] - middles[0]))
    angle = (np.arange(_SECTORS) + 0.5) * (2 * np.pi / _SECTORS)
    away = np.linspace(_NEAREST, _FARTHEST, 24) * apart
    ways = np.stack([np.cos(angle), np.sin(angle)], 1)[:, None] * away[:, None]
    met = list[float]()
    for middle in middles:
        places = ((middle + ways) * len(frame) - 0.5).astype(np.float32)
        seen = cv2.remap(frame, places[..., 0], places[..., 1], cv2.INTER_LINEAR)
        met.append(float((seen.max(1) > 0.5).mean()))
    return float(np.mean(met))


def _eyes(landmarks: np.ndarray, side: int) -> np.ndarray:
    """(side, side) float32 0..1: within the lids, and a little around."""
    inside = np.zeros((side, side), np.uint8)
    for eye in EYES:
        points = landmarks[list(eye)] * side
        middle = points.mean(0)
        cv2.fillPoly(inside, [np.rint((points - middle) * _EYE_GROWN + middle).astype(np.int32)], 1)
    return cv2.GaussianBlur(inside.astype(np.float32), (0, 0), _EYE_SOFT * side / SIDE)
