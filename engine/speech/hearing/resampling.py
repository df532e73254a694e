"""A sound at any rate brought to another, as it comes in: the same samples however it is cut."""

from math import gcd

import numpy as np

_CROSSINGS = 16
"""Zeros of the sinc on each side: how sharp the edge of what is kept is."""
_BLOCK = 2048
"""Samples made at once: what bounds the memory."""


class Resampler:
    """Band-limited interpolation with a sinc under a Hann window (J. O. Smith, "Digital Audio Resampling")."""

    def __init__(self, rate: int, target: int) -> None:
        common = gcd(rate, target)
        self._up, self._down = target // common, rate // common
        cut = min(1.0, target / rate)
        self._half = int(np.ceil(_CROSSINGS / cut))
        offsets = np.arange(-self._half + 1, self._half + 1)
        places = offsets[None] - np.arange(self._up)[:, None] / self._up
        taps = np.sinc(places * cut) * np.cos(np.pi / 2 * (places / self._half).clip(-1, 1)) ** 2
        self._taps = (taps / taps.sum(1, keepdims=True)).astype(np.float32)
        self._kept = np.zeros(self._half - 1, np.float32)
        """From the sample `half - 1` before the one that the next made sample lies on or after."""
        self._phase = 0

    @property
    def ahead(self) -> int:
        """Samples of the source after a made one that it is made of."""
        return self._half

    def samples(self, sound: np.ndarray) -> np.ndarray:
        """(N,) float32 -> (M,) float32: as many as can be made."""
        source = np.concatenate([self._kept, np.asarray(sound, np.float32)])
        room = len(source) - 2 * self._half
        count = 0 if room < 0 else (room * self._up + self._up - 1 - self._phase) // self._down + 1
        made = np.empty(max(count, 0), np.float32)
        for start in range(0, len(made), _BLOCK):
            steps = self._phase + np.arange(start, min(start + _BLOCK, len(made)), dtype=np.int64) * self._down
            first, phase = steps // self._up, steps % self._up
            windows = np.lib.stride_tricks.sliding_window_view(source, 2 * self._half)[first]
            made[start:start + len(steps)] = (windows * self._taps[phase]).sum(1)
        end = self._phase + len(made) * self._down
        self._kept, self._phase = source[end // self._up:], end % self._up
        return made
