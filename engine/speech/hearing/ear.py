"""A sound heard as it comes in: what the mouth shows, row by row, a tenth of a second late."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.speech.hearing.mel import AHEAD, BANDS, RATE, MelStream
from engine.speech.hearing.network import DELAY, PAIR, NetworkStream
from engine.speech.hearing.resampling import Resampler
from engine.speech.hearing.weights import shipped_weights
from engine.speech.viseme_track import STEP
from engine.speech.visemes import VISEMES

LOWEST_RATE, HIGHEST_RATE = 4000, 384_000
MOST_CHANNELS = 64
_CALLED = 4 * RATE
"""Samples that go through at once at most: what bounds the memory."""


@dataclass(frozen=True)
class HeardRows:
    """Rows of a VisemeTrack. scores: (rows, 15), shut, voiced: (rows,), float32."""

    scores: np.ndarray
    shut: np.ndarray
    voiced: np.ndarray

    def __len__(self) -> int:
        return len(self.shut)


class Ear:
    """Hears one sound; however it is cut, the rows are the same."""

    def __init__(self, rate: int, weights: Mapping[str, np.ndarray] | None = None) -> None:
        """rate: samples a second, 4000 to 384000. EngineError for any other."""
        if not isinstance(rate, (int, np.integer)) or not LOWEST_RATE <= rate <= HIGHEST_RATE:
            raise EngineError(Text("a sound of {0} samples a second can't be heard; {1} to {2} can", rate,
                                   LOWEST_RATE, HIGHEST_RATE))
        self._rate = int(rate)
        self._resampler = Resampler(self._rate, RATE)
        self._bands = MelStream()
        self._network = NetworkStream(shipped_weights() if weights is None else weights)
        self._odd = np.zeros((0, BANDS), np.float32)
        self._came = 0
        self._told = 0
        self._early = PAIR * DELAY
        self._ended = False

    @property
    def lag(self) -> float:
        """Seconds of sound after a row's beginning without which it isn't told."""
        return (DELAY + 1) * PAIR * STEP + AHEAD + self._resampler.ahead / self._rate

    def hear(self, sound: np.ndarray) -> HeardRows:
        """The rows that are complete now.

        sound: (N,) or (N, channels) floats in -1..1, or whole numbers, whose largest is 1. Channels are mixed. Louder
        is cut off. EngineError where it is of another shape or holds what is no number; then nothing of it was heard.
        """
        mixed = _mixed(sound)
        if self._ended:
            raise EngineError(Text("the sound has ended"))
        self._came += len(mixed)
        return self._through(mixed)

    def end(self) -> HeardRows:
        """The last rows: as many in all as the sound has hundredths of a second, and one at least."""
        rows = max(1, round(self._came / self._rate / STEP)) - self._told
        self._ended = True
        silence = np.zeros(int(np.ceil((rows * STEP + self.lag) * self._rate)), np.float32)
        last = self._through(silence)
        return HeardRows(last.scores[:rows], last.shut[:rows], last.voiced[:rows])

    def _through(self, mixed: np.ndarray) -> HeardRows:
        step = max(1, _CALLED * self._rate // RATE)
        told = [self._answers(mixed[start:start + step]) for start in range(0, len(mixed), step)]
        answers = np.concatenate(told) if told else np.zeros((0, len(VISEMES) + 2), np.float32)
        self._told += len(answers)
        scores = np.exp(answers[:, :-2] - answers[:, :-2].max(1, initial=-np.inf, keepdims=True))
        shut, voiced = (1 / (1 + np.exp(-answers[:, place].clip(-30, 30))) for place in (-2, -1))
        return HeardRows(scores / scores.sum(1, keepdims=True), shut, voiced)

    def _answers(self, mixed: np.ndarray) -> np.ndarray:
        rows = np.concatenate([self._odd, self._bands.rows(self._resampler.samples(mixed))])
        whole = len(rows) // PAIR * PAIR
        self._odd = rows[whole:]
        if not whole:
            return np.zeros((0, len(VISEMES) + 2), np.float32)
        answers = self._network.answers(rows[:whole])
        early = min(self._early, len(answers))  # the first tell of what was before the sound
        self._early -= early
        return answers[early:]


def _mixed(sound: np.ndarray) -> np.ndarray:
    """(N,) float32 in -1..1."""
    if not isinstance(sound, np.ndarray) or sound.ndim not in (1, 2) or sound.dtype.kind not in "fi" or (
            sound.ndim == 2 and not 0 < sound.shape[1] <= MOST_CHANNELS):
        raise EngineError(Text("a sound is samples in one row, or one row for each channel"))
    largest = 1.0 if sound.dtype.kind == "f" else float(np.iinfo(sound.dtype).max)
    if sound.dtype.kind == "f" and not np.isfinite(sound).all():
        raise EngineError(Text("the sound holds what is no number"))
    mixed = sound if sound.ndim == 1 else sound.mean(1, dtype=np.float64)
    return (mixed / largest).clip(-1, 1).astype(np.float32)
