"""What a face does while it speaks beside its mouth: blinks, brows at what is stressed, a head that is not a statue's.

All of it is drawn from a seed: the same words with the same seed make the same film. How often and how long is what
people do (blinks: 15 to 20 a minute in speech, shut in a tenth of a second, open in two); it is not read off the words.
"""

from dataclasses import dataclass

import numpy as np

from engine.speech.mouth_motion import MouthMotion
from engine.speech.viseme_track import STEP

_BLINK_EVERY, _LEAST_APART = 3.4, 1.1
_SHUTS, _STAYS, _OPENS = 0.09, 0.04, 0.19
_PAUSE = 0.18
"""Seconds of rest that part two phrases; people like to blink there."""
_WITH_PAUSE = 0.6
_ACCENT_EVERY = 1.5
_BROWS = ("browInnerUp", "browOuterUpLeft", "browOuterUpRight")
_BROW_SHARES = (0.75, 0.6, 0.6)
_RISES, _FALLS = 0.16, 0.34
_SWAY = np.radians([2.2, 1.3, 1.4])
"""Standard deviation of the head's wandering: yaw, pitch, roll."""
_SLOW = 0.75
"""Seconds: what the wandering is smoothed by."""
_NOD = np.radians(2.4)
_STILL = 0.35
"""Of the wandering that is left while nothing is said."""


@dataclass(frozen=True)
class Liveliness:
    """seed: 0 or more; blinks, brows, head: which of them there are."""

    seed: int = 0
    blinks: bool = True
    brows: bool = True
    head: bool = True


@dataclass(frozen=True, eq=False)
class LivelyMotion:
    """names, weights (T, N) float32: blendshapes beyond rest; head (T, 3) float32 radians as recordings have them: yaw
    above 0 to the subject's right, pitch down, roll to the right shoulder. On the times of the mouth's motion."""

    names: tuple[str, ...]
    weights: np.ndarray
    head: np.ndarray


def lively_motion(mouth: MouthMotion, manner: Liveliness) -> LivelyMotion:
    """Beside this mouth; what is switched off is 0."""
    streams = [np.random.default_rng([manner.seed, number]) for number in range(3)]  # one off leaves the others be
    times, talks = mouth.times, _talking(mouth)
    blink, brow, head = np.zeros(len(times)), np.zeros(len(times)), np.zeros((len(times), 3))
    accents = _accents(mouth, talks, streams[1])
    if manner.blinks:
        for at in _blink_times(times, talks, streams[0]):
            _add(blink, times, at, _SHUTS, _STAYS, _OPENS, 1.0)
    if manner.brows:
        for at, strength in accents:
            _add(brow, times, at - 0.5 * _RISES, _RISES, 0.08, _FALLS, 0.16 + 0.26 * strength)
    if manner.head:
        head = _wandering(len(times), streams[2]) * _SWAY
        head *= (_STILL + (1 - _STILL) * _smooth(talks.astype(float), 0.4))[:, None]
        nod = np.zeros(len(times))
        for at, strength in accents:
            _add(nod, times, at - 0.12, 0.16, 0.03, 0.36, 0.35 + 0.65 * strength)
        head[:, 1] += _NOD * nod
    weights = np.stack([blink, blink, *(share * brow for share in _BROW_SHARES)], 1)
    return LivelyMotion(("eyeBlinkLeft", "eyeBlinkRight", *_BROWS), np.clip(weights, 0, 1).astype(np.float32),
                        head.astype(np.float32))


def _talking(mouth: MouthMotion) -> np.ndarray:
    """(T,) bool whether anything is said within half a pause."""
    active = np.maximum(np.maximum(mouth.gap / 0.02, mouth.shut), mouth.bite) > 0.3
    reach = round(_PAUSE / 2 / STEP)
    return np.convolve(active, np.ones(2 * reach + 1), "same") > 0.5


def _blink_times(times: np.ndarray, talks: np.ndarray, random: np.random.Generator) -> list[float]:
    ends = times[np.flatnonzero(talks[:-1] & ~talks[1:])]
    found: list[float] = []
    at = float(random.uniform(0.6, 2.4))
    while at < times[-1] - _SHUTS:
        near = ends[np.abs(ends - at) < 0.7]
        if len(near) and random.random() < _WITH_PAUSE:
            at = float(near[0])
        if not found or at - found[-1] >= _LEAST_APART:
            found.append(at)
        at = max(at, found[-1]) + max(_LEAST_APART, float(random.gamma(3.0, _BLINK_EVERY / 3.0)))
    return found


def _accents(mouth: MouthMotion, talks: np.ndarray, random: np.random.Generator) -> list[tuple[float, float]]:
    """Seconds and strength 0..1: the widest vowel in every stretch of about a second and a half of speech, and the
    first of a phrase more often than not."""
    gap, times = mouth.gap, mouth.times
    inner = gap[1:-1]
    peaks = np.flatnonzero((inner > gap[:-2]) & (inner >= gap[2:]) & (inner > 0.02)) + 1
    found: list[tuple[float, float]] = []
    at = 0.0
    while at < times[-1]:
        until = at + _ACCENT_EVERY * float(random.uniform(0.7, 1.5))
        here = peaks[(times[peaks] >= at) & (times[peaks] < until)]
        if len(here) and random.random() < 0.8:
            best = here[np.argmax(gap[here] * (1 + 0.3 * random.random(len(here))))]
            if not found or times[best] - found[-1][0] > 0.6:
                found.append((float(times[best]), float(random.beta(2, 2))))
        at = until
    return found


def _add(values: np.ndarray, times: np.ndarray, at: float, rises: float, stays: float, falls: float,
         height: float) -> None:
    """A bump that begins at `at`; where two meet, the higher one counts."""
    first, last = np.searchsorted(times, [at, at + rises + stays + falls])
    here = times[first:last] - at
    way = np.clip(np.minimum(here / rises, (rises + stays + falls - here) / falls), 0, 1)
    values[first:last] = np.maximum(values[first:last], height * way * way * (3 - 2 * way))


def _wandering(count: int, random: np.random.Generator) -> np.ndarray:
    """(T, 3) slow and without a jerk, of variance 1 in the long run; near 0 at the start."""
    reach = round(3 * _SLOW / STEP)
    noise = random.normal(size=(count + 2 * reach, 3))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * STEP / _SLOW) ** 2)
    kernel /= np.sqrt((kernel * kernel).sum())
    slow = np.stack([np.convolve(noise[:, axis], kernel, "valid") for axis in range(3)], 1)[:count]
    return np.asarray(slow * (1 - np.exp(-np.arange(count) * STEP / 0.5))[:, None])


def _smooth(values: np.ndarray, width: float) -> np.ndarray:
    reach = round(3 * width / STEP)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * STEP / width) ** 2)
    return np.convolve(np.pad(values, reach, mode="edge"), kernel / kernel.sum(), "valid")
