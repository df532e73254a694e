"""Sound as mel bands, a row every ten milliseconds."""

from functools import lru_cache

import numpy as np

from engine.speech.viseme_track import STEP

RATE = 16_000
"""Samples a second of everything that is looked at here."""
_WINDOW = 400
_SIZE = 512
_AT_ONCE = 4096
"""Rows worked on together: an hour's spectra would take four gigabytes."""
_LOWEST, _HIGHEST = 90.0, 7600.0


def log_mel(samples: np.ndarray, bands: int) -> np.ndarray:
    """(T, bands) float32 natural logarithms of the energy, row t around the middle of t * STEP to (t + 1) * STEP.

    samples (N,) float32 at RATE; a row that has begun counts.
    """
    hop = round(RATE * STEP)
    count = max(1, -(-len(samples) // hop))
    before = (_WINDOW - hop) // 2
    padded = np.pad(np.asarray(samples, np.float32), (before, count * hop + _WINDOW - before - len(samples)))
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::hop][:count]
    window, filters = np.hanning(_WINDOW).astype(np.float32), _filters(bands)
    rows = [np.log((np.abs(np.fft.rfft(frames[first:first + _AT_ONCE] * window, _SIZE)) ** 2) @ filters.T + 1e-7)
            for first in range(0, count, _AT_ONCE)]
    return np.concatenate(rows).astype(np.float32)


@lru_cache(maxsize=4)
def band_centres(bands: int) -> np.ndarray:
    """(bands,) Hz."""
    return _hertz(np.linspace(_mel(_LOWEST), _mel(_HIGHEST), bands + 2))[1:-1]


@lru_cache(maxsize=4)
def _filters(bands: int) -> np.ndarray:
    """(bands, bins) triangles that are as wide as the distance to their neighbours."""
    edges = _hertz(np.linspace(_mel(_LOWEST), _mel(_HIGHEST), bands + 2))[:, None]
    bins = np.arange(_SIZE // 2 + 1) * RATE / _SIZE
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    return np.maximum(np.minimum(rising, falling), 0)


def _mel(hertz: float) -> float:
    return float(2595 * np.log10(1 + hertz / 700))


def _hertz(mel: np.ndarray) -> np.ndarray:
    return np.asarray(700 * (10 ** (mel / 2595) - 1))
