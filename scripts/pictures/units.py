"""Whether action units move what they are about: distances between dlib's 68 landmarks, which the fit does not use.

A unit *rises* when its distance falls by no more than FALL on the way from 0 to 10 and stands at least RISE higher at
the end, in distances between the outer corners of the eyes. How straight the way is: R2 of a line through it.
"""

from collections.abc import Callable

import numpy as np

from pictures.judges import LEAST
from pictures.sitter import Sitter, look_of

LEVELS = (0.0, 2.5, 5.0, 7.5, 10.0)
FALL, RISE = 0.002, 0.005
_STILL = (27, 28, 36, 39, 42, 45)  # bridge of the nose and corners of the eyes: what no unit moves


def _high(points: np.ndarray, *numbers: int) -> float:
    return -float(points[list(numbers), 1].mean())


MEASURES: dict[str, Callable[[np.ndarray], float]] = {
    "AU1": lambda p: _high(p, 20, 21, 22, 23),
    "AU2": lambda p: _high(p, 17, 18, 25, 26),
    "AU4": lambda p: -_high(p, 20, 21, 22, 23) - 0.5 * (p[22, 0] - p[21, 0]),
    "AU5": lambda p: _high(p, 37, 38, 43, 44) - _high(p, 40, 41, 46, 47),
    "AU6": lambda p: _high(p, 40, 41, 46, 47),
    "AU9": lambda p: _high(p, 31, 32, 33, 34, 35),
    "AU12": lambda p: p[54, 0] - p[48, 0] + 2 * (_high(p, 48, 54) - _high(p, 51, 57)),
    "AU15": lambda p: _high(p, 51, 57) - _high(p, 48, 54),
    "AU17": lambda p: _high(p, 56, 57, 58, 66),
    "AU20": lambda p: p[54, 0] - p[48, 0],
    "AU25": lambda p: _high(p, 61, 62, 63) - _high(p, 65, 66, 67),
    "AU26": lambda p: -_high(p, 7, 8, 9),
}
"""Unit -> what should rise, from (68, 2): x to the picture's right, y down, in distances between the outer canthi."""


def measure(sitter: Sitter) -> dict[str, float]:
    """By unit "rise", "fall" (the largest on the way) and "R2"; nothing when dlib's detector sees no face."""
    landmarks = sitter.judges.landmarks
    rest = sitter.base(LEAST)
    boxes = landmarks.boxes(rest)
    if not boxes:
        return {}
    own = landmarks.look(rest, boxes)
    found: dict[str, float] = {}
    for unit, distance in MEASURES.items():
        pictures = [sitter.shown(look_of({unit: level})) for level in LEVELS[1:]]
        places = [own, *(landmarks.look(picture, boxes) for picture in pictures)]
        values = np.array([distance(upright(points, own)) for points in places])
        found[f"{unit} rise"] = float(values[-1] - values[0])
        found[f"{unit} fall"] = float(max(0.0, -np.diff(values).min()))
        found[f"{unit} R2"] = straight(values)
    return found


def upright(points: np.ndarray, rest: np.ndarray) -> np.ndarray:
    """Points (68, 2) laid on those at rest by what stands still, the eyes level and their distance 1."""
    still, own = (p[list(_STILL)].astype(np.float64) @ (1, 1j) for p in (points, rest))
    turn = np.vdot(still - still.mean(), own - own.mean()) / np.vdot(still - still.mean(), still - still.mean())
    whole = (points @ (1, 1j) - still.mean()) * turn
    across = (rest[45] - rest[36]) @ (1, 1j)
    whole /= across
    return np.stack([whole.real, whole.imag], axis=1)


def straight(values: np.ndarray) -> float:
    """R2 of a line through values at `LEVELS`: 1 for a straight way, 0 for one that goes nowhere."""
    if np.ptp(values) < 1e-6:
        return 0.0
    return float(np.corrcoef(LEVELS[:len(values)], values)[0, 1] ** 2)
