"""How far a knob must go on one face to show what it says: faces answer the same move very differently.

Where two standard deviations are a whole frame of glasses on one face, four are none at all on another, and sunglasses
or debris on a third. So the move of such a knob is looked at along its way, in small pictures, and its end is where
enough is seen: of glasses that is a frame, of a smile that goes lips that meet.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.attributes.frame import rim_share
from engine.attributes.manner import Manner
from engine.attributes.regions import SIDE
from engine.base.opencv import cv2

STEPS = (0.75, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
"""Standard deviations at which a face is looked at."""
_FINE = 4.0
"""Pixels of SIDE: what is finer is a line."""
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_STOPS, _CLOSINGS = (0.75, 1.5, 2.0, 2.5, 3.0), (0.0, 1.0, 2.0, 3.0)
"""Standard deviations of a smile that goes, and of a mouth that closes, at which a face is looked at."""
_SMILING, _APART = 0.1, 0.03
"""Of the blendshapes' smile, and of the distance between the lips in distances between the eyes: no more is none."""


@dataclass(frozen=True)
class Reach:
    """length: standard deviations at which a knob's end is reached on a face. shown: what is seen there, over what its
    manner asks for; 1 when all of it. gather: of its tries, the one by which that was. beside: standard deviations by
    which the direction that is held still goes back with it."""

    length: float
    shown: float
    gather: float = 0.0
    beside: float = 0.0


def reach_of(manner: Manner, drawn: Callable[[float, float], np.ndarray],
             seen: Callable[[np.ndarray, np.ndarray], float]) -> Reach:
    """The length of a knob's move on a face.

    drawn: the face with a move of so many standard deviations, its rows pulled by one of the tries, (s, s, 3) float32
    0..1; 0 is the face as it is. seen: of the face before and after, what is seen over what is asked for
    (`seen_of`). The first length that shows enough is taken, or the one that shows most: a generator that is led
    farther than faces go draws something else.
    """
    before = drawn(0.0, 0.0)
    found: dict[float, list[float]] = {gather: [] for gather in manner.tries}
    for step in STEPS:
        for gather, so_far in found.items():
            so_far.append(seen(before, drawn(step, gather)))
            if so_far[-1] >= 1:
                # A frame is there or is not: between two looks nobody knows.
                return Reach(step if manner.only else _crossing(so_far), 1.0, gather)
    best = max(found, key=lambda gather: max(found[gather]))
    return Reach(STEPS[int(np.argmax(found[best]))], max(found[best]), best)


def _crossing(seen: Sequence[float]) -> float:
    """The length at which 1 was reached, between the last two looks."""
    last = len(seen) - 1
    if last == 0:
        return STEPS[0] / seen[0]
    share = (1 - seen[-2]) / (seen[-1] - seen[-2])
    return STEPS[last - 1] + share * (STEPS[last] - STEPS[last - 1])


def closing_of(looked: Callable[[float, float], tuple[float, float] | None]) -> Reach:
    """How far a smile must go back on a face, and the mouth close with it, until no smile is left and the lips meet.

    looked: how much a face smiles (0..1) and how far its lips are apart (in distances between the eyes) after so many
    standard deviations of both; None where nobody finds a face. A smile that is led farther than to none twists the
    mouth.
    """
    length = _STOPS[-1]
    for step in _STOPS:
        seen = looked(step, 0.0)
        if seen is not None and seen[0] <= _SMILING:
            length = step
            break
    apart = dict[float, float]()
    for step in _CLOSINGS:
        seen = looked(length, step)
        if seen is not None:
            apart[step] = seen[1]
            if seen[1] <= _APART:
                return Reach(length, 1.0, beside=step)
    if not apart:
        return Reach(length, 0.0)
    best = min(apart, key=apart.__getitem__)
    return Reach(length, _APART / apart[best], beside=best)


def seen_of(asked: Mapping[str, float], region: np.ndarray,
            landmarks: np.ndarray) -> Callable[[np.ndarray, np.ndarray], float]:
    """Of two drawn faces, before and after: what is seen of what is asked for, 1 when all of it. asked: how much by
    what is looked at, see `shown`; whichever is seen most counts."""
    return lambda before, after: max(shown(what, before, after, region, landmarks) / amount
                                     for what, amount in asked.items())


def shown(what: str, before: np.ndarray, after: np.ndarray, region: np.ndarray, landmarks: np.ndarray) -> float:
    """How much changed in a region, 0..1: "lines" in fine structure, "shade" in light, or "frame", how much of a rim
    of glasses came.

    before, after: (s, s, 3) float32 0..1. region: (k, k) float32 0..1; nothing is seen in an empty one. landmarks:
    (478, 2) in sides of the square.
    """
    if what == "frame":
        return rim_share(before, after, landmarks)
    one, other = (picture @ _LUMA for picture in (before, after))
    if what == "lines":
        reach = _FINE * len(one) / SIDE
        one, other = (gray - cv2.GaussianBlur(gray, (0, 0), reach) for gray in (one, other))
    weight = cv2.resize(region, one.shape[::-1], interpolation=cv2.INTER_AREA)
    return float((np.abs(other - one) * weight).sum() / max(float(weight.sum()), 1e-6))
