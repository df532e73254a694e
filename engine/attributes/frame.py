"""Of a drawn face that a knob put glasses on: what of the change is their frame, and how much of a rim there is.

A generator that draws glasses draws other eyes and brows with them, and lenses that darken. Who that is shows in those;
so of such a picture only the frame is taken (`engine.attributes.rims`), and the rest stays the face's own. A frame is
drawn darker than skin: what is lighter beside it is the edge of a brow that moved, or a shine that no lens carries.
"""

import numpy as np

from engine.attributes.regions import SIDE
from engine.attributes.rims import EYES, rims_of
from engine.base.opencv import cv2

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
# Lengths are pixels of SIDE.
_FINE = 3.0  # what is finer is a line
_FAINT, _PLAIN = 0.032, 0.078  # loss of light in a line that is none, and that surely is one
_WIDER = 0.9  # a line's sides belong to it
_SOFT = 0.6
_EYE_GROWN, _EYE_SOFT = (1.15, 1.35), 1.2  # times as wide and as high as the lids' opening: lashes move with the lids


def frame_drawn(before: np.ndarray, after: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """(s, s) float32 0..1: how surely `after` shows the frame of glasses that `before` has not.

    before, after: (s, s, 3) float32 0..1, drawn faces of one pose. landmarks: (478, 2) in sides of the square.
    """
    unit = len(before) / SIDE
    lines = _lines(before, after)
    reach = max(1, round(_WIDER * unit))
    share = np.clip((cv2.dilate(lines, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)) - _FAINT)
                    / (_PLAIN - _FAINT), 0, 1)
    share = share * share * (3 - 2 * share) * (1 - _eyes(landmarks, len(before)))
    belongs = rims_of(lines, landmarks).belongs(min(SIDE, len(share)))
    belongs = cv2.resize(belongs, share.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.GaussianBlur(share * belongs, (0, 0), _SOFT * unit), np.float32)


def rim_share(before: np.ndarray, after: np.ndarray, landmarks: np.ndarray) -> float:
    """How much of two rims there is in such a frame, 0..1."""
    return rims_of(_lines(before, after), landmarks).share(frame_drawn(before, after, landmarks))


def _lines(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """(s, s) float32 0..1: light that was lost in lines."""
    change = (after - before) @ _LUMA
    return np.maximum(cv2.GaussianBlur(change, (0, 0), _FINE * len(before) / SIDE) - change, 0)


def _eyes(landmarks: np.ndarray, side: int) -> np.ndarray:
    """(side, side) float32 0..1: within the lids, and a little around."""
    inside = np.zeros((side, side), np.uint8)
    for eye in EYES:
        points = landmarks[list(eye)] * side
        middle = points.mean(0)
        cv2.fillPoly(inside, [np.rint((points - middle) * _EYE_GROWN + middle).astype(np.int32)], 1)
    return cv2.GaussianBlur(inside.astype(np.float32), (0, 0), _EYE_SOFT * side / SIDE)
