"""Timed phonemes as a track of visemes."""

import numpy as np

from engine.speech.phonemes import TimedPhonemes
from engine.speech.viseme_track import MOST_ROWS, STEP, VisemeTrack
from engine.speech.visemes import PP, SIL, VISEMES, is_carried, is_voiced

_FINE = 10
"""Parts of a row that are told apart."""
_FIRST_OF_TWO = 0.55
"""Of a glide's time, its first mouth's."""


def track_of(phonemes: TimedPhonemes, duration: float = 0.0) -> VisemeTrack:
    """Every phoneme's mouth while it is said, nothing smoothed; rest before, between and after, to `duration` seconds
    at least. Lips are shut in p, b and m. A phoneme of which nobody knows the mouth goes on as the one before."""
    count = min(max(1, int(np.ceil(max(duration, phonemes.end) / STEP - 1e-9))), MOST_ROWS)
    fine = count * _FINE
    mouths, voiced = np.full(fine, SIL), np.zeros(fine, bool)
    spoken = phonemes.spoken
    shown = SIL
    for number, one in enumerate(spoken):
        visemes = one.visemes
        if is_carried(one.sign):
            after = spoken[number + 1] if number + 1 < len(spoken) else None
            if after is not None and after.visemes and after.start - one.end < STEP:
                visemes = after.visemes[:1]
        elif not visemes:
            visemes = (shown,)
        edges = _edges(one.start, one.end, len(visemes))
        for place, first, last in zip(visemes, edges[:-1], edges[1:], strict=True):
            mouths[first:last] = place
        voiced[edges[0]:edges[-1]] = is_voiced(one.sign) and visemes != (SIL,)
        shown = visemes[-1]
    rows = np.repeat(np.arange(count), _FINE)
    table = np.bincount(rows * len(VISEMES) + mouths, minlength=count * len(VISEMES))
    scores = table.reshape(count, len(VISEMES)).astype(np.float32) / _FINE
    return VisemeTrack(scores, scores[:, PP], voiced.reshape(count, _FINE).mean(1), phonemes.source)


def _edges(start: float, end: float, parts: int) -> list[int]:
    """Where the parts of a phoneme begin and end, in fine steps."""
    shares = [0.0, 1.0] if parts == 1 else [0.0, *np.linspace(_FIRST_OF_TWO, 1.0, parts)] if parts else [0.0]
    return [round((start + share * (end - start)) / STEP * _FINE) for share in shares]
