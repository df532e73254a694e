"""The rims of glasses in a drawn face: closed ways around the eyes where it got darkest, and what belongs to them.

A generator that draws glasses draws other brows, lids and wrinkles with them, and those are lines, too. A frame is told
from them by where it runs: once around each eye, over the nose, and from there to the ears.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2

EYES = ((33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
        (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249))
"""Landmarks along the lids' rims, the subject's right and left."""

_WAYS, _STEPS = 64, 48  # directions from the middle of an eye; places along each
# Lengths are distances between the eyes' middles.
_NEAREST, _FARTHEST = 0.2, 0.62  # of a rim from the middle of its eye
_JUMP, _BEND = 4, 0.02  # steps that a rim goes in or out from one direction to the next, at most, and what each costs
_AROUND, _SOFT = 0.05, 0.04  # what is so near belongs to a rim; and fades over
_BRIDGE = (0.25, 0.75), (-0.22, 0.3)  # from the one eye to the other; down from the line between them
_TEMPLE = -0.2, 0.12  # likewise down
_DARK = 0.2  # a loss of light that is a rim's beyond doubt


@dataclass(frozen=True, eq=False)
class Rims:
    """landmarks: (478, 2) in sides of the square. away: (2, n) how far from the middle of each eye its rim is in n
    directions, from the picture's right clockwise, in distances between the eyes."""

    landmarks: np.ndarray
    away: np.ndarray

    def belongs(self, side: int) -> np.ndarray:
        """(side, side) float32 0..1: where in the square a frame is: its rims, bridge and temples."""
        middles, apart = _eyes(self.landmarks)
        y, x = (np.mgrid[:side, :side] + 0.5) / side
        rims, inside = np.zeros((side, side)), np.zeros((side, side), bool)
        for middle, away in zip(middles, self.away, strict=True):
            right, down = (x - middle[0]) / apart, (y - middle[1]) / apart
            turn = np.arctan2(down, right) % (2 * np.pi) * (_WAYS / (2 * np.pi))
            off = np.hypot(right, down) - np.interp(turn, np.arange(_WAYS + 1), [*away, away[0]])
            rims = np.maximum(rims, 1 - np.clip((np.abs(off) - _AROUND) / _SOFT, 0, 1))
            inside |= off < 0
        along = (middles[1] - middles[0]) / apart
        right, down = (x - middles[0][0]) / apart, (y - middles[0][1]) / apart
        across, below = right * along[0] + down * along[1], down * along[0] - right * along[1]
        (first, last), (top, bottom) = _BRIDGE
        rest = (across > first) & (across < last) & (below > top) & (below < bottom)
        rest |= ((across < 0) | (across > 1)) & (below > _TEMPLE[0]) & (below < _TEMPLE[1])
        return np.asarray(np.maximum(rims, rest & ~inside), np.float32)

    def share(self, frame: np.ndarray) -> float:
        """How much of the two is in a map of a frame (s, s), 0..1."""
        middles, apart = _eyes(self.landmarks)
        met = list[float]()
        for middle, away in zip(middles, self.away, strict=True):
            near = away[:, None] + np.linspace(-_AROUND, _AROUND, 9)
            met.append(float((_along(frame, middle, near * apart).max(1) > 0.5).mean()))
        return float(np.mean(met))


def rims_of(darker: np.ndarray, landmarks: np.ndarray) -> Rims:
    """darker: (s, s) float32 0..1, by how much light a face lost in lines. landmarks: (478, 2) in sides of the square.

    The way around each eye with the most of that, by dynamic programming over its directions, twice around so that it
    closes (as snakes are drawn: Amini et al., Using dynamic programming for solving variational problems in vision,
    PAMI 1990).
    """
    middles, apart = _eyes(landmarks)
    steps = np.linspace(_NEAREST, _FARTHEST, _STEPS)
    sure = np.minimum(darker, _DARK) / _DARK
    return Rims(landmarks, np.stack([steps[_way(_along(sure, middle, np.tile(steps * apart, (_WAYS, 1))))]
                                     for middle in middles]))


def _way(seen: np.ndarray) -> np.ndarray:
    """(n,) int: of what is seen (n, steps) in n directions, the place in each where the best closed way goes."""
    around = np.concatenate([seen, seen])
    jumps = np.arange(-_JUMP, _JUMP + 1)
    best, came = around[0], np.zeros(around.shape, int)
    for number, here in enumerate(around[1:], 1):
        padded = np.pad(best, _JUMP, constant_values=-np.inf)
        ways = np.stack([padded[_JUMP + jump:_JUMP + jump + len(best)] - _BEND * abs(jump) for jump in jumps])
        chosen = ways.argmax(0)
        came[number] = np.arange(len(best)) + jumps[chosen]
        best = here + ways.max(0)
    places = [int(best.argmax())]
    for back in came[:0:-1]:
        places.append(int(back[places[-1]]))
    found, half = np.array(places[::-1]), len(seen) // 2
    return np.concatenate([found[len(seen):len(seen) + half], found[half:len(seen)]])


def _along(picture: np.ndarray, middle: np.ndarray, away: np.ndarray) -> np.ndarray:
    """(n, k) of a picture (s, s) at distances (n, k), sides of the square, from a place of it in n directions."""
    turn = np.arange(len(away)) * (2 * np.pi / len(away))
    ways = np.stack([np.cos(turn), np.sin(turn)], 1)[:, None]
    places = ((middle + ways * away[..., None]) * len(picture) - 0.5).astype(np.float32)
    return cv2.remap(picture, places[..., 0], places[..., 1], cv2.INTER_LINEAR)


def _eyes(landmarks: np.ndarray) -> tuple[list[np.ndarray], float]:
    """The eyes' middles (2,), and how far they are apart."""
    middles = [landmarks[list(eye)].mean(0) for eye in EYES]
    return middles, float(np.linalg.norm(middles[1] - middles[0]))
