"""What a mouth shows over time, of whatever source: scores of the fifteen visemes, shut lips, voice."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.speech.visemes import VISEMES

STEP = 0.01
"""Seconds of a row: row t tells of t * STEP to (t + 1) * STEP."""
LONGEST = 2 * 3600.0
"""Seconds; nothing is said that takes longer."""
MOST_ROWS = round(LONGEST / STEP)
_SUM = 1e-3
_LONGEST_SOURCE = 200


@dataclass(frozen=True, eq=False)
class VisemeTrack:
    """Compared by value; the arrays are copies and cannot be written.

    scores: (T, 15) float32, at least one row, each at least 0 and 1 in sum, in the order of VISEMES.
    shut:   (T,) float32 in 0..1: how sure it is that the lips are shut, as in p, b and m.
    voiced: (T,) float32 in 0..1: whether the voice sounds.
    source: who found it, for people: "espeak-ng", "pocketsphinx".
    Raises EngineError when they are not so.
    """

    scores: np.ndarray
    shut: np.ndarray
    voiced: np.ndarray
    source: str

    def __post_init__(self) -> None:
        for name in ("scores", "shut", "voiced"):
            array = np.array(getattr(self, name), np.float32)
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        count = len(self.scores) if self.scores.ndim == 2 else 0
        if not 0 < count <= MOST_ROWS or self.scores.shape[1] != len(VISEMES) or (
                self.shut.shape != (count,) or self.voiced.shape != (count,)):
            raise EngineError(Text("what is said has {0} scores, {1} of shut lips and {2} of the voice",
                                   self.scores.shape, self.shut.shape, self.voiced.shape))
        rest = np.concatenate([self.shut, self.voiced])
        if not (np.isfinite(self.scores).all() and self.scores.min() >= 0 and np.isfinite(rest).all()
                and rest.min() >= 0 and rest.max() <= 1
                and np.abs(self.scores.sum(1, dtype=np.float64) - 1).max() <= _SUM):
            raise EngineError(Text("the scores of what is said are not shares of 1"))
        if not 0 < len(self.source) <= _LONGEST_SOURCE:
            raise EngineError(Text("it is not told who found what is said"))

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.scores) * STEP

    @property
    def times(self) -> np.ndarray:
        """(T,) float64 seconds: the middle of each row."""
        return (np.arange(len(self.scores)) + 0.5) * STEP

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VisemeTrack) and self.source == other.source and all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in ("scores", "shut", "voiced"))

    def __hash__(self) -> int:
        return hash((self.source, self.scores.tobytes()))

    def __reduce__(self) -> tuple[Any, ...]:  # copies and other processes get arrays that cannot be written, too
        return VisemeTrack, (self.scores, self.shut, self.voiced, self.source)
