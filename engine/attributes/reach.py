"""How far a knob must go on one face to show what it says: faces answer the same move very differently.

Where two standard deviations are a whole frame of glasses on one face, four are none at all on another, and sunglasses
or debris on a third. So the move of such a knob is looked at along its way, in small pictures, and its end is where
enough is seen: of glasses that is a frame, or lenses that begin to darken.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.attributes.manner import Manner
from engine.attributes.regions import SIDE
from engine.base.opencv import cv2

STEPS = (0.75, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
"""Standard deviations at which a face is looked at."""
_FINE = 4.0
"""Pixels of SIDE: what is finer is a line."""
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True)
class Reach:
    """length: standard deviations at which a knob's end is reached on a face. shown: what is seen there, over what its
    manner asks for; 1 when all of it."""

    length: float
    shown: float


def reach_of(manner: Manner, drawn: Callable[[float], np.ndarray], region: np.ndarray) -> Reach:
    """The length of a knob's move on a face.

    drawn: the face with a move of so many standard deviations, (s, s, 3) float32 0..1; 0 is the face as it is.
    region: (k, k) float32 0..1, where it is looked at; nothing is seen in an empty one. The first length that shows
    enough is taken, or the one that shows most: a generator that is led farther than faces go draws something else.
    """
    before, seen = drawn(0.0), list[float]()
    for step in STEPS:
        after = drawn(step)
        seen.append(max(shown(what, before, after, region) / amount for what, amount in manner.seen.items()))
        if seen[-1] >= 1:
            break
    best = int(np.argmax(seen))
    if seen[best] < 1:
        return Reach(STEPS[best], seen[best])
    return Reach(_crossing(seen), 1.0)


def _crossing(seen: Sequence[float]) -> float:
    """The length at which 1 was reached, between the last two looks."""
    last = len(seen) - 1
    if last == 0:
        return STEPS[0] / seen[0]
    share = (1 - seen[-2]) / (seen[-1] - seen[-2])
    return STEPS[last - 1] + share * (STEPS[last] - STEPS[last - 1])


def shown(what: str, before: np.ndarray, after: np.ndarray, region: np.ndarray) -> float:
    """How much changed in a region, 0..1: "lines" in fine structure, as frames are, or "shade" in light."""
    one, other = (picture @ _LUMA for picture in (before, after))
    if what == "lines":
        reach = _FINE * len(one) / SIDE
        one, other = (gray - cv2.GaussianBlur(gray, (0, 0), reach) for gray in (one, other))
    weight = cv2.resize(region, one.shape[::-1], interpolation=cv2.INTER_AREA)
    return float((np.abs(other - one) * weight).sum() / max(float(weight.sum()), 1e-6))
