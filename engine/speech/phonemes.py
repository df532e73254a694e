"""Phonemes in time, whoever timed them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.speech.viseme_track import LONGEST
from engine.speech.visemes import SIL

MOST_PHONEMES = 200_000
"""Two hours of quick speech have a hundred and fifty thousand."""


@dataclass(frozen=True)
class Phoneme:
    """visemes: places in VISEMES that it shows one after the other, empty where nobody knows; start, end: seconds.
    sign: as it was written."""

    sign: str
    visemes: tuple[int, ...]
    start: float
    end: float


@dataclass(frozen=True)
class TimedPhonemes:
    """spoken: in order, none before the end of the last; source: who timed them, for people.
    EngineError when they are not so, none is known, or they take longer than anything that is said."""

    spoken: tuple[Phoneme, ...]
    source: str

    def __post_init__(self) -> None:
        if all(set(one.visemes) <= {SIL} for one in self.spoken):
            raise EngineError(Text("{0}: there is no phoneme that is known", self.source),
                              Text("they are to be IPA or ARPAbet"))
        if len(self.spoken) > MOST_PHONEMES:
            raise EngineError(Text("{0}: more than {1} phonemes", self.source, MOST_PHONEMES))
        last = 0.0
        for one in self.spoken:
            if not (math.isfinite(one.end) and last - 1e-6 <= one.start < one.end):
                raise EngineError(Text("{0}: the times of {1} do not go forward: {2} to {3} s", self.source,
                                       repr(one.sign), f"{one.start:g}", f"{one.end:g}"))
            last = one.end
        if last > LONGEST:
            raise EngineError(Text("{0}: longer than {1} s", self.source, f"{LONGEST:g}"))

    @property
    def end(self) -> float:
        """Seconds where the last phoneme ends."""
        return self.spoken[-1].end

    def shifted(self, seconds: float) -> "TimedPhonemes":
        """The same that much later."""
        return TimedPhonemes(tuple(replace(one, start=one.start + seconds, end=one.end + seconds)
                                   for one in self.spoken), self.source)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Signs of which nobody knows what a mouth shows, each once."""
        return tuple(dict.fromkeys(one.sign for one in self.spoken if not one.visemes))


def in_order(timed: Sequence[tuple[str, tuple[int, ...], float, float]], source: str) -> TimedPhonemes:
    """From (sign, visemes, start, end) in any order; an overlap is cut from the earlier one. EngineError."""
    spoken: list[Phoneme] = []
    for sign, visemes, start, end in sorted(timed, key=lambda one: one[2]):
        if spoken and spoken[-1].end > start:
            before = spoken.pop()
            if before.start < start:
                spoken.append(Phoneme(before.sign, before.visemes, before.start, start))
        if end > start:
            spoken.append(Phoneme(sign, visemes, start, end))
    return TimedPhonemes(tuple(spoken), source)
