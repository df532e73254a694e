"""What the network hears: the power of a sound in eighty bands, every ten milliseconds, as it comes in."""

from functools import cache

import numpy as np

RATE = 16000
"""Samples a second of what is heard."""
HOP = 160
"""Samples of a row: ten milliseconds."""
BANDS = 80
_WINDOW = 400
_FFT = 512
_LOWEST, _HIGHEST = 20.0, 8000.0
FLOOR = 1e-8
"""Mean power of a band below which nothing is told apart: 80 dB under full scale."""
MIDDLE, SPREAD = -9.0, 4.0
"""Of the logarithms of powers: they are brought about 0."""
_BEFORE = (_WINDOW - HOP) // 2
"""Samples by which a row's window begins before the row, and ends after it."""
AHEAD = _BEFORE / RATE
"""Seconds of sound after a row that it is made of."""


@cache
def _window() -> np.ndarray:
    return np.hanning(_WINDOW + 2)[1:-1].astype(np.float32)


@cache
def _filters() -> np.ndarray:
    """(bins, BANDS) float32: triangles even on the mel scale (2595 log10(1 + f / 700)), each 1 in sum."""
    edges = 700 * (10 ** (np.linspace(_mel(_LOWEST), _mel(_HIGHEST), BANDS + 2) / 2595) - 1)
    frequencies = np.arange(_FFT // 2 + 1) * RATE / _FFT
    low, middle, high = (edges[start:start + BANDS, None] for start in range(3))
    triangles = np.minimum((frequencies - low) / (middle - low), (high - frequencies) / (high - middle)).clip(0)
    nearest = np.abs(frequencies - middle).argmin(1)
    empty = triangles.sum(1) == 0  # the lowest bands are narrower than a bin is wide
    triangles[empty, nearest[empty]] = 1
    return (triangles / triangles.sum(1, keepdims=True)).T.astype(np.float32)


def _mel(frequency: float) -> float:
    return 2595 * float(np.log10(1 + frequency / 700))


def scaled(power: np.ndarray) -> np.ndarray:
    """Powers of bands as the network takes them: logarithms, about 0 in the middle and 1 in spread."""
    return (np.log(power + FLOOR) - MIDDLE) / SPREAD


class MelStream:
    """Rows of bands of a sound that comes in pieces; the same rows however it is cut."""

    def __init__(self) -> None:
        self._kept = np.zeros(_BEFORE, np.float32)

    def rows(self, samples: np.ndarray) -> np.ndarray:
        """(N,) float32 at RATE, in -1..1 -> (rows, BANDS) float32, scaled; as many as are complete."""
        sound = np.concatenate([self._kept, samples])
        count = max(0, (len(sound) - _WINDOW) // HOP + 1)
        self._kept = sound[count * HOP:]
        if not count:
            return np.zeros((0, BANDS), np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[:(count - 1) * HOP + 1:HOP] * _window()
        spectrum = np.fft.rfft(frames, _FFT)
        power = (spectrum.real ** 2 + spectrum.imag ** 2) / float((_window() ** 2).sum())
        return scaled(power.astype(np.float32) @ _filters()).astype(np.float32)
