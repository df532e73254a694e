"""What a mouth does to a sound that nobody understands: it opens as loud as it is, and is as round as it is dull.

Two formants are guessed from the mel bands: the lower one rises with the opening of the mouth, the higher one falls
with rounding. What is loud above 4 kHz alone is an s or a sh; a short dip between loud vowels may be lips that met.
"""

import numpy as np

from engine.speech.spectrum import band_centres, log_mel
from engine.speech.viseme_track import STEP, VisemeTrack
from engine.speech.visemes import VISEME_INDEX, VISEMES

SOURCE = "loudness and formants"
_BANDS = 40
_FLOOR, _TOP = 10, 97
_SPEAKS = 0.20
_HISS = 1.2
"""Of natural logarithms, by which what lies above 4 kHz is louder than what lies below 2 kHz."""
_HUM = 2.6
"""The same, by which what lies below 450 Hz is louder than what lies up to 2.5 kHz: a nasal, or lips that are shut."""
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
    first, second = _peak(mel, hertz, 250, 950), _peak(mel, hertz, 850, 2700)
    speaks = level > _SPEAKS
    hisses = speaks & (above - below > _HISS)
    hums = speaks & (hum > _HUM) & ~hisses
    openness = np.clip((first - 350) / 350, 0, 1) * np.clip(level * 1.5, 0, 1)
    front = np.clip((second - 1100) / 900, 0, 1)
    scores = np.zeros((len(mel), len(VISEMES)))

    def add(name: str, share: np.ndarray) -> None:
        scores[:, VISEME_INDEX[name]] += share

    vowel = (speaks & ~hisses & ~hums).astype(float)
    add("aa", vowel * openness)
    add("E", vowel * (1 - openness) * front * 0.5)
    add("I", vowel * (1 - openness) * front * 0.5)
    add("O", vowel * (1 - openness) * (1 - front) * openness ** 0.5)
    add("U", vowel * (1 - openness) * (1 - front) * (1 - openness ** 0.5))
    add("SS", hisses.astype(float))
    shut = _short(hums)
    add("PP", shut.astype(float))
    add("nn", (hums & ~shut).astype(float))
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
