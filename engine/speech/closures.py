"""Where lips and tongue are really shut in the stops of espeak-ng.

Its p, t and k begin at the burst, and the shut lips before it are counted to the sound in front: taken literally, lips
open when they must be shut. So the start goes back over the quiet before the burst. Its b, d and g begin where they
shut; the lips part before the phoneme ends.
"""

from dataclasses import replace

import numpy as np

from engine.speech.phonemes import Phoneme, TimedPhonemes
from engine.speech.visemes import PP, is_voiced, plain_ipa

_UNVOICED, _VOICED = ("p", "t", "k", "q", "c", "ʈ"), ("b", "ɓ")
_STOPS = (*_UNVOICED, *_VOICED, "d", "ɡ", "g", "ɖ", "ɟ")
_QUIET = 0.13
"""Of the loudest near it; voices with an echo never fall silent."""
_LONGEST, _USUAL = 0.080, 0.040
"""Seconds of shut lips before a burst: at most, and where no quiet is found."""
_NEAR = 0.15
_AFTER_BURST, _AFTER_VOICED = 0.012, 0.045
"""Seconds for which lips stay shut after the burst of a p, after a b has begun."""
_HOP = 0.002


def with_closures(phonemes: TimedPhonemes, samples: np.ndarray, rate: int) -> TimedPhonemes:
    """The same with stops from where they shut to where they part; what comes after begins as much sooner.

    samples (N,): what espeak-ng said, of any type.
    """
    loud = _loudness(samples, rate)
    told = phonemes.spoken
    signs = ["", *(plain_ipa(one.sign) for one in told), ""]
    spoken = list(told)
    for number, one in enumerate(told):
        before, sign, after = signs[number:number + 3]
        if sign in _UNVOICED and before not in _STOPS:
            earliest = one.start - _LONGEST
            if number:
                earliest = max(earliest, (told[number - 1].start + told[number - 1].end) / 2)
            start = _shut_from(loud, one.start, max(earliest, 0.0))
            spoken[number] = replace(spoken[number], start=start)
            if number and spoken[number - 1].end > start:
                spoken[number - 1] = replace(spoken[number - 1], end=start)
        lasts = _AFTER_BURST if sign == "p" else _AFTER_VOICED if sign in _VOICED else None
        if lasts is None or after in _STOPS or one.start + lasts >= one.end:
            continue
        spoken[number] = replace(spoken[number], end=one.start + lasts)
        if number + 1 < len(told) and told[number + 1].start - one.end < _HOP:
            spoken[number + 1] = replace(told[number + 1], start=one.start + lasts)
    return TimedPhonemes(tuple(one for one in spoken if one.end > one.start), phonemes.source)


def parted_before_the_end(phonemes: TimedPhonemes) -> TimedPhonemes:
    """For times made by people and aligners, who count a stop until the next sound begins: lips part before that."""
    spoken = list(phonemes.spoken)
    for number, one in enumerate(spoken[:-1]):
        after = spoken[number + 1]
        if one.visemes == (PP,) and _is_stop(one) and after.start - one.end < _HOP:
            end = max(one.start + 0.6 * (one.end - one.start), one.end - 2 * _AFTER_BURST)
            spoken[number] = replace(one, end=end)
            spoken[number + 1] = replace(after, start=end)
    return TimedPhonemes(tuple(spoken), phonemes.source)


def _is_stop(one: Phoneme) -> bool:
    return plain_ipa(one.sign.lower()).startswith(("p", "b", "ɓ"))


def _loudness(samples: np.ndarray, rate: int) -> np.ndarray:
    """Root of the mean square, a value every `_HOP` seconds."""
    hop = max(1, round(rate * _HOP))
    whole = samples[: len(samples) // hop * hop].astype(np.float32).reshape(-1, hop)
    return np.sqrt((whole * whole).mean(1)) if len(whole) else np.zeros(1, np.float32)


def _shut_from(loud: np.ndarray, burst: float, earliest: float) -> float:
    """Seconds at which the quiet before a burst begins."""
    at = min(int(burst / _HOP), len(loud))
    around = loud[max(0, at - round(_NEAR / _HOP)):at + round(_NEAR / _HOP)]
    limit = _QUIET * float(around.max()) if len(around) else 0.0
    first = max(0, int(np.ceil(earliest / _HOP)))
    place = at
    while place > first and loud[place - 1] < limit:
        place -= 1
    found = place * _HOP if at - place >= 2 else burst - _USUAL
    return max(found, earliest)


assert all(not is_voiced(sign) for sign in _UNVOICED)
