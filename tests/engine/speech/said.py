"""What tests here say: phonemes with times, and sounds made of them."""

import numpy as np

from engine.base.paths import RESOURCES
from engine.speech.phonemes import Phoneme, TimedPhonemes
from engine.speech.spectrum import RATE
from engine.speech.visemes import visemes_of_ipa

BABY = RESOURCES / "samples" / "baby-bubble.csv"
"""Baby bubble popped. My five thumbs move above the map. espeak-ng's times, its closures repaired."""


def said(*phonemes: tuple[str, float], start: float = 0.2) -> TimedPhonemes:
    """(IPA, seconds) one after the other."""
    spoken = []
    for sign, seconds in phonemes:
        spoken.append(Phoneme(sign, visemes_of_ipa(sign), start, start + seconds))
        start += seconds
    return TimedPhonemes(tuple(spoken), "a test")


def tone(seconds: float, rate: int = RATE, hertz: float = 220.0, loud: float = 0.4) -> np.ndarray:
    """(N,) float32."""
    return (loud * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)
