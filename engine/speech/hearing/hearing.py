"""A whole sound heard: its visemes as a track."""

from collections.abc import Iterable, Iterator

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.speech.hearing.ear import Ear, HeardRows
from engine.speech.viseme_track import LONGEST, VisemeTrack

SOURCE = "the network that hears"
_PIECE = 4.0
"""Seconds heard at once."""


def hear(sound: np.ndarray, rate: int) -> VisemeTrack:
    """What a mouth shows that makes this sound.

    sound: (N,) or (N, channels) floats in -1..1, or whole numbers, whose largest is 1. rate: samples a second, 4000 to
    384000. Memory beside the sound and the track does not grow with them. EngineError for anything else, for what is
    no number, for no samples, and for more than two hours.
    """
    step = max(1, int(_PIECE * rate)) if isinstance(rate, (int, np.integer)) else 1
    return hear_pieces((sound[start:start + step] for start in range(0, max(1, len(sound)), step))
                       if isinstance(sound, np.ndarray) and sound.ndim else (sound,), rate)


def hear_pieces(pieces: Iterable[np.ndarray], rate: int) -> VisemeTrack:
    """The same of a sound that comes in pieces, none of which is kept."""
    ear = Ear(rate)
    heard = list(_heard(ear, pieces, rate))
    scores, shut, voiced = (np.concatenate([getattr(part, name) for part in heard])
                            for name in ("scores", "shut", "voiced"))
    return VisemeTrack(scores, shut, voiced, SOURCE)


def _heard(ear: Ear, pieces: Iterable[np.ndarray], rate: int) -> Iterator[HeardRows]:
    count = 0
    for piece in pieces:
        count += len(piece) if isinstance(piece, np.ndarray) and piece.ndim else 0
        if count > LONGEST * rate:
            raise EngineError(Text("the sound is longer than {0} hours", round(LONGEST / 3600)))
        yield ear.hear(piece)
    if not count:
        raise EngineError(Text("there is no sound"))
    yield ear.end()
