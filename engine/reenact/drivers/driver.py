"""What every driver gives: a take, and the times at which the film of it has its frames."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Protocol

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.media.losses import LONGEST_HOLD
from engine.media.sound import SoundCut
from engine.motion.take import Take
from engine.process.workers import Workers

LIP_GAP = "lipGap"
"""A take's channel beyond the 52 shapes: how far apart the lips are, in heights of the face; measured, not guessed by a
network. Below 0 lips that rest apart are drawn together, too. A take may lack it."""
LIP_BITE = "lipBite"
"""Another: how far the lower lip is under the upper teeth, 0..1, as in f and v; told by who knows what is said."""
LONGEST = 12 * 3600.0
"""Seconds; no film is longer."""


def check_length(seconds: float | Fraction) -> None:
    """EngineError for a film that is too long."""
    if seconds > LONGEST:
        raise EngineError(Text("a film of {0} s is longer than any that is made", f"{float(seconds):.0f}"),
                          Text("choose a part of it"))


@dataclass(frozen=True, eq=False)
class FilmClock:
    """When the frames of a film are shown.

    units:     (T,) int64, strictly increasing from 0, each 1 / timescale of a second.
    timescale: units in a second.
    last:      units that the last frame is shown.
    rate:      frames a second, nominal where it varies.
    """

    units: np.ndarray
    timescale: int
    last: int
    rate: Fraction

    def __post_init__(self) -> None:
        if not len(self.units) or self.units[0] != 0 or not (np.diff(self.units) > 0).all() or self.last <= 0:
            raise EngineError(Text("the frames of the film do not go forward in time"))
        check_length(self.seconds)
        steps = np.diff(self.units)
        longest = int(np.argmax(steps)) if len(steps) else 0
        if len(steps) and steps[longest] > LONGEST_HOLD * self.timescale:
            raise EngineError(Text("the driver has no frame from {0} to {1} s", f"{self.times[longest]:.2f}",
                                   f"{self.times[longest + 1]:.2f}"), Text("choose a part of it"))

    @classmethod
    def steady(cls, seconds: float, rate: Fraction) -> "FilmClock":
        """Frames at a constant rate, for so many seconds; one at least."""
        count = max(1, round(seconds * rate))
        step = rate.denominator
        return cls(np.arange(count, dtype=np.int64) * step, rate.numerator, step, rate)

    @cached_property
    def times(self) -> np.ndarray:
        """(T,) float64 seconds from the film's start."""
        return self.units / self.timescale

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return float(self.units[-1] + self.last) / self.timescale


@dataclass(frozen=True, eq=False)
class Drive:
    """What moves a portrait.

    take:  weights, head, gaze, and where it was measured the lips' gap; its clock is the film's.
    clock: when the film's frames are.
    sound: what is heard beside it, None for nothing.
    faces: how many faces were seen at most at once; 0 where nobody looked.
    dropped: frames that could not be used.
    seconds: by stage, processor seconds that it took.
    notes: what is to be known of it.
    from_rest: whether the take tells what is done beyond rest already, so that nobody looks for that.
    """

    take: Take
    clock: FilmClock
    sound: SoundCut | None = None
    faces: int = 0
    dropped: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    from_rest: bool = False


class Driver(Protocol):
    """A source of motion; each kind is a module of its own here."""

    def drive(self, workers: Workers) -> Job[Drive]:
        """A job that reads or measures what it holds. EngineError for whatever it cannot be taken from."""
        ...
