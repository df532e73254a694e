"""From visemes to what a mouth does: each melts into its neighbours, but lips that shut, shut.

Visemes are weighed against one another by how strongly each insists (after Cohen and Massaro, 1993), for the opening
and for the lips' rounding apart: a k takes on the lips of the vowel around it, an s does not open for one. Over that
lie two envelopes that nothing melts: lips that are shut, and a lower lip under the teeth.
"""

from dataclasses import dataclass

import numpy as np

from engine.speech.mouth_shapes import mouth_shapes
from engine.speech.viseme_track import STEP, VisemeTrack
from engine.speech.visemes import FF, SIL, VISEMES, VOWELS

_ROUND = ("mouthFunnel", "mouthPucker", "mouthStretchLeft", "mouthStretchRight", "mouthSmileLeft", "mouthSmileRight",
          "mouthUpperUpLeft", "mouthUpperUpRight")
"""Weights that go with the lips' rounding; the others go with the opening."""
_PARTS_LIPS = ("mouthLowerDownLeft", "mouthLowerDownRight", "mouthUpperUpLeft", "mouthUpperUpRight", "tongueOut")
_VOWEL, _CONSONANT, _REST, _LIPS = (0.030, 0.022), (0.016, 0.010), (0.045, 0.010), (0.045, 0.045)
"""Seconds: standard deviation of what a viseme spreads over, and how much sooner than its sound it comes."""
_JAW_WHEN_SHUT = 0.12
_SURE, _UNSURE = 0.6, 0.35
"""From which score on lips shut, and below which they part again."""
_SHUTS, _PARTS, _BITES = 0.040, 0.050, 0.045
"""Seconds in which lips shut, part, and come to the teeth and away."""
_HELD = 0.045
"""Seconds for which they stay at least: one frame of a film with 25 a second lies in them."""
_OF_VOWEL = 0.42
"""Of the time between two closures, that either may take."""
_SAME = 0.025
"""Seconds: closures nearer than this are one."""


@dataclass(frozen=True, eq=False)
class MouthMotion:
    """times (T,) float64 seconds; names, weights (T, N) float32: blendshapes beyond rest; gap (T,) float32 heights of
    the face between the lips; shut, bite (T,) float32 0..1; closures: seconds from, to."""

    times: np.ndarray
    names: tuple[str, ...]
    weights: np.ndarray
    gap: np.ndarray
    shut: np.ndarray
    bite: np.ndarray
    closures: tuple[tuple[float, float], ...]


def mouth_motion(track: VisemeTrack) -> MouthMotion:
    """What the mouth does, a hundred times a second."""
    shapes = mouth_shapes()
    scores = track.scores.astype(np.float64)
    opening, lips = _blurred(scores, False) * shapes.open, _blurred(scores, True) * shapes.round
    opening /= np.maximum(opening.sum(1, keepdims=True), 1e-9)
    lips /= np.maximum(lips.sum(1, keepdims=True), 1e-9)
    rounds = np.array([name in _ROUND for name in shapes.names])
    weights = np.where(rounds, lips @ shapes.weights, opening @ shapes.weights)
    gap = opening @ shapes.gap
    closures = _stretches(track.shut)
    shut = _envelope(closures, track.times, _SHUTS, _PARTS)
    bite = _envelope(_stretches(track.scores[:, FF]), track.times, _BITES, _BITES) * (1 - shut)

    parts = np.array([name in _PARTS_LIPS for name in shapes.names])
    loose = 1 - 0.7 * bite
    weights = np.where(parts, weights * ((1 - shut) * (1 - bite))[:, None],
                       np.where(rounds, weights * loose[:, None], weights))
    jaw, close = shapes.column("jawOpen"), shapes.column("mouthClose")
    weights[:, jaw] += (np.minimum(weights[:, jaw], _JAW_WHEN_SHUT) - weights[:, jaw]) * np.maximum(shut, bite)
    weights += shut[:, None] * shapes.shut + bite[:, None] * shapes.bitten
    weights[:, close] = shut * weights[:, jaw]
    gap = (gap + (shapes.bitten_gap - gap) * bite) * (1 - shut)
    return MouthMotion(track.times, shapes.names, np.clip(weights, 0, 1).astype(np.float32), gap.astype(np.float32),
                       shut.astype(np.float32), bite.astype(np.float32), closures)


def _blurred(scores: np.ndarray, lips: bool) -> np.ndarray:
    """(T, 15) each viseme spread over time, and sooner."""
    blurred = np.empty_like(scores)
    for place in range(len(VISEMES)):
        width, sooner = (_REST if place == SIL else _LIPS if lips else _VOWEL if place in VOWELS else _CONSONANT)
        reach = int(np.ceil((3 * width + sooner) / STEP))
        at = np.arange(-reach, reach + 1) * STEP
        kernel = np.exp(-0.5 * ((at + sooner) / width) ** 2)
        edged = np.pad(scores[:, place], reach, mode="edge")
        blurred[:, place] = np.convolve(edged, kernel / kernel.sum(), "valid")
    return blurred


def _stretches(sure: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Seconds from, to, of what is surely so somewhere in it and not unlikely all along, apart and long enough."""
    likely = np.concatenate([[False], sure >= _UNSURE, [False]])
    edges = np.flatnonzero(np.diff(likely.astype(np.int8))).reshape(-1, 2)
    found: list[tuple[float, float]] = []
    end = len(sure) * STEP
    for first, last in edges.tolist():
        split = last - first <= 2 and sure[first:last].sum() > 0.9  # a short one, between two rows
        if sure[first:last].max() < _SURE and not split:
            continue
        start, until = first * STEP, last * STEP
        more = max(0.0, _HELD - (until - start)) / 2
        start, until = max(0.0, start - more), min(end, until + more)
        if found and start - found[-1][1] < _SAME:
            start = found.pop()[0]
        found.append((start, until))
    return tuple(found)


def _envelope(stretches: tuple[tuple[float, float], ...], times: np.ndarray, into: float, out: float) -> np.ndarray:
    """(T,) 0..1: 1 in every stretch, and smoothly to and from it, the quicker the less time there is between two."""
    shares = np.zeros(len(times))
    for number, (start, end) in enumerate(stretches):
        before = start - stretches[number - 1][1] if number else np.inf
        after = stretches[number + 1][0] - end if number + 1 < len(stretches) else np.inf
        rise, fall = min(into, _OF_VOWEL * before), min(out, _OF_VOWEL * after)
        first, last = np.searchsorted(times, [start - rise, end + fall])
        here = times[first:last]
        away = np.maximum((start - here) / max(rise, 1e-6), (here - end) / max(fall, 1e-6))
        near = np.clip(1 - np.maximum(away, 0), 0, 1)
        shares[first:last] = np.maximum(shares[first:last], near * near * (3 - 2 * near))
    return shares
