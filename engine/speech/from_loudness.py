"""What a mouth does to a sound that nobody understands: it opens as loud as it is, and is as round as it is dull.

The lower formant rises with the opening of the mouth and leaves what lies below it, the higher one falls with rounding;
both are guessed from mel bands, the first against what this speaker's vowels have. What is loud above 4 kHz alone is an
s or a sh; a short dip between loud vowels may be lips that met.
"""

import numpy as np

from engine.speech.spectrum import band_centres, log_mel
from engine.speech.viseme_track import STEP, VisemeTrack
from engine.speech.visemes import VISEME_INDEX, VISEMES

SOURCE = "loudness and formants"
_BANDS = 40
_FLOOR, _TOP = 10, 97
_SPEAKS = 0.20
_LOUD = 0.48
"""Of the way from the floor to the top: vowels are above it, and what a mouth narrows or shuts for is below."""
_HISS = 1.2
"""Natural logarithm: how much louder what lies above 4 kHz is than what lies below 2 kHz in an s."""
_OPEN, _CLOSED = 12, 80
"""Percentiles, among vowels, of how far what lies below 450 Hz stands out: the wider a mouth, the less."""
_FRONT = 1150.0, 2050.0
"""Hz of the higher formant: of rounded lips, of spread ones."""
_SHORTEST, _LONGEST = 0.03, 0.16


def track_of_sound(samples: np.ndarray) -> VisemeTrack:
    """samples (N,) float32 at `engine.speech.spectrum.RATE`."""
    mel = log_mel(samples, _BANDS).astype(np.float64)
    hertz = band_centres(_BANDS)
    loud = mel.mean(1)
    low, high = np.percentile(loud, [_FLOOR, _TOP])
    level = np.clip((loud - low) / max(high - low, 2.0), 0, 1)
    level = _smooth(level, 0.015)
    above, below = mel[:, hertz > 4000].mean(1), mel[:, (hertz > 250) & (hertz < 2000)].mean(1)
    hum = mel[:, hertz < 450].mean(1) - mel[:, (hertz > 800) & (hertz < 2500)].mean(1)
    speaks = level > _SPEAKS
    hisses = speaks & (above - below > _HISS)
    vowels = (level > _LOUD) & ~hisses
    opened, closed = np.percentile(hum[vowels], [_OPEN, _CLOSED]) if vowels.any() else (0.0, 1.0)
    openness = np.clip((closed - hum) / max(closed - opened, 1.0), 0, 1)
    front = np.clip((_peak(mel, hertz, 850, 2700) - _FRONT[0]) / (_FRONT[1] - _FRONT[0]), 0, 1)
    scores = np.zeros((len(mel), len(VISEMES)))

    def add(name: str, share: np.ndarray) -> None:
        scores[:, VISEME_INDEX[name]] += share

    vowel, narrow = vowels.astype(float), 1 - openness
    add("aa", vowel * openness ** 2)
    add("E", vowel * 2 * openness * narrow * front)
    add("O", vowel * 2 * openness * narrow * (1 - front))
    add("I", vowel * narrow ** 2 * front)
    add("U", vowel * narrow ** 2 * (1 - front))
    add("SS", hisses.astype(float))
    weak = ~vowels & ~hisses & speaks
    shut = _short(~vowels & ~hisses) & (hum > closed)
    add("PP", (weak & shut).astype(float))
    add("nn", (weak & ~shut).astype(float))
    add("sil", (~speaks).astype(float))
    return VisemeTrack(scores / scores.sum(1, keepdims=True), 0.8 * shut, (speaks & ~hisses).astype(float), SOURCE)


def _peak(mel: np.ndarray, hertz: np.ndarray, lowest: float, highest: float) -> np.ndarray:
    """(T,) Hz: where between two frequencies most of it lies."""
    inside = (hertz >= lowest) & (hertz <= highest)
    part = mel[:, inside]
    weight = np.exp(2 * (part - part.max(1, keepdims=True)))
    return _smooth(weight @ hertz[inside] / weight.sum(1), 0.02)


def _short(hums: np.ndarray) -> np.ndarray:
    """(T,) bool: those in runs as long as lips are shut."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], hums, [False]]).astype(np.int8))).reshape(-1, 2)
    kept = np.zeros(len(hums), bool)
    for begin, end in edges.tolist():
        kept[begin:end] = _SHORTEST <= (end - begin) * STEP <= _LONGEST
    return kept


def _smooth(values: np.ndarray, width: float) -> np.ndarray:
    reach = round(3 * width / STEP)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * STEP / width) ** 2)
    return np.convolve(np.pad(values, reach, mode="edge"), kernel / kernel.sum(), "valid")
