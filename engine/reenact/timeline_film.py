"""A film of a timeline: what one face wears at every moment, as an artist set it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from engine.base.controls import ControlTable
from engine.base.errors import UsageError
from engine.base.look import Look
from engine.base.text import Text
from engine.motion.timeline import Timeline
from engine.reenact.drivers.driver import FilmClock

FASTEST = 120


@dataclass(frozen=True)
class TimelineFilm:
    """photo, face: the portrait, open, and whose face of it. timeline: what moves it; base: what it wears besides;
    table: the controls of both. rate: frames a second. size: of the film's longer side, at most the photo's own; None
    for that. UsageError for an absurd rate, and where the timeline takes no time."""

    photo: str
    face: int
    timeline: Timeline
    base: Look
    table: ControlTable
    rate: Fraction
    size: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.rate <= FASTEST:
            raise UsageError(Text("a film has 1 to {0} frames a second, not {1}", FASTEST, self.rate))
        if self.timeline.duration <= 0:
            raise UsageError(Text("the timeline takes no time: there is nothing to film"),
                             Text("set keys at two moments, or load a take"))
        self.timeline.frame_count(self.rate)

    @cached_property
    def clock(self) -> FilmClock:
        """When its frames are shown."""
        return FilmClock.steady(self.timeline.duration, self.rate)

    def looks(self) -> Iterator[Look]:
        """What is worn in each frame."""
        for time in self.clock.times:
            yield self.timeline.look_at(self.timeline.start + float(time), self.base, self.table)


@dataclass(frozen=True)
class TimelineReport:
    """What was written: frames, seconds, pixels, by which encoder; notes: what is to be known of how it was drawn."""

    frames: int
    seconds: float
    width: int
    height: int
    encoder: str
    notes: tuple[Text, ...]
