"""Timeline: the takes and curves of one face, and the look they make of it at every moment of a film."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from engine.base.controls import ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.look import Look
from engine.base.text import Text
from engine.motion.curve import LATEST, Curve, curves_by_control
from engine.motion.face_parts import MOST_GAIN, PARTS, part_of
from engine.motion.take import Take

MOST_TAKES, MOST_CURVES, MOST_KEYS = 256, 4096, 1 << 19
"""Keys of all curves together: what a film of two and a half hours has with a key a second on 52 controls."""
MOST_FRAMES = 1 << 24


@dataclass(frozen=True)
class PlacedTake:
    """A take as it lies on a timeline.

    offset: where on the timeline, in seconds, what the take has at `start` lies.
    start, end: seconds of the take's own clock that are used; None is as far as it goes.
    weight: 0..1, how much of it is blended in.
    fade:   seconds in which it comes in at its start and goes out at its end.
    gains:  by how much a part of the face (`engine.motion.face_parts`) moves, 0..3; those of 1 are left out.
    Raises EngineError when they are not so.
    """

    take: Take
    offset: float = 0.0
    start: float | None = None
    end: float | None = None
    weight: float = 1.0
    fade: float = 0.0
    gains: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        gains = tuple(sorted((part, float(gain)) for part, gain in self.gains if gain != 1))
        object.__setattr__(self, "gains", gains)
        if len(dict(gains)) != len(gains) or not all(part in PARTS and 0 <= gain <= MOST_GAIN for part, gain in gains):
            raise EngineError(Text("a take's gains are of brows, eyes, gaze, mouth and head, from 0 to {0}",
                                   f"{MOST_GAIN:g}"))
        if not (abs(self.offset) <= LATEST and 0 <= self.weight <= 1 and 0 <= self.fade <= LATEST):
            raise EngineError(Text("a take lies on the timeline with an absurd offset, weight or fade"))
        if not self.take.start <= self.first <= self.last <= self.take.end:
            raise EngineError(Text("a take goes from {0} to {1} s, and cannot be cut to {2} to {3} s", self.take.start,
                                   self.take.end, self.first, self.last))

    @property
    def first(self) -> float:
        """Seconds of the take's clock where it is cut in."""
        return self.take.start if self.start is None else self.start

    @property
    def last(self) -> float:
        """Seconds of the take's clock where it is cut out."""
        return self.take.end if self.end is None else self.end

    @property
    def ends(self) -> float:
        """Seconds of the timeline where it ends; it begins at `offset`."""
        return self.offset + (self.last - self.first)

    def share(self, time: float) -> float:
        """0..1: how much it counts at a time of the timeline; 0 outside of where it lies."""
        if not self.offset <= time <= self.ends:
            return 0.0
        inside = min(time - self.offset, self.ends - time)
        return self.weight * (min(inside / self.fade, 1.0) if self.fade else 1.0)

    def gain(self, part: str) -> float:
        """By how much a part of the face moves."""
        return dict(self.gains).get(part, 1.0)

    def gain_of(self, channel: str) -> float:
        """The gain of the part that a channel belongs to."""
        return self.gain(part_of(channel))

    def at(self, time: float) -> dict[str, float]:
        """Every channel's value at a time of the timeline, times its part's gain."""
        values = self.take.at(self.first + (time - self.offset))
        return {name: value * self.gain_of(name) for name, value in values.items()} if self.gains else values

    def cut(self, first: float | None = None, last: float | None = None) -> "PlacedTake":
        """Begun or ended at another time of the timeline, as far as the take goes; what is seen at any time in between
        stays there. Never shorter than a frame."""
        frame = min(1 / self.take.rate, self.take.duration)
        begins, ends = self.first, self.last
        if first is not None:
            begins = min(max(self.first + (first - self.offset), self.take.start), ends - min(frame, ends - begins))
        if last is not None:
            ends = max(min(self.first + (last - self.offset), self.take.end), begins + min(frame, ends - begins))
        return replace(self, offset=self.offset + (begins - self.first), start=begins, end=ends)


@dataclass(frozen=True)
class Timeline:
    """What one face does over time. Frozen, hashable, compared by value; every change gives a new timeline.

    takes:  as they lie on it, at most 256.
    curves: at most one of each control, kept sorted by control.
    trim:   (in, out) seconds that are the film; out None is where the last take or key ends.
    Raises EngineError when they are not so.
    """

    takes: tuple[PlacedTake, ...] = ()
    curves: tuple[Curve, ...] = ()
    trim: tuple[float, float | None] = (0.0, None)

    def __post_init__(self) -> None:
        object.__setattr__(self, "takes", tuple(self.takes))
        object.__setattr__(self, "curves", curves_by_control(self.curves))
        if len(self.takes) > MOST_TAKES or len(self.curves) > MOST_CURVES:
            raise EngineError(Text("a timeline has {0} takes and {1} curves", len(self.takes), len(self.curves)))
        check_keys(len(curve.keys) for curve in self.curves)
        start, end = self.trim
        if not (abs(start) <= LATEST and (end is None or start <= end <= 2 * LATEST)):
            raise EngineError(Text("a film cannot go from {0} to {1} s", start, end))

    @property
    def start(self) -> float:
        """Seconds where the film begins."""
        return self.trim[0]

    @cached_property
    def end(self) -> float:
        """Seconds where the film ends; not before it begins."""
        if self.trim[1] is not None:
            return self.trim[1]
        return max([self.start, *(placed.ends for placed in self.takes), *(curve.times[-1] for curve in self.curves)])

    @property
    def duration(self) -> float:
        """Seconds the film takes."""
        return self.end - self.start

    def frame_count(self, rate: float | Fraction) -> int:
        """Frames of the film, at least one: ten seconds at 30 a second are 300. UsageError for an absurd rate."""
        if not (math.isfinite(rate) and rate > 0 and self.duration * float(rate) < MOST_FRAMES):
            raise UsageError(Text("a film of {0} s cannot have {1} frames a second", f"{self.duration:g}", rate))
        return max(1, math.ceil(self.duration * float(rate) * (1 - 1e-9)))

    def frames(self, rate: float | Fraction) -> Iterator[float]:
        """The times of the film's frames, counted from its start, so that no error adds up. UsageError as above."""
        count, exact = self.frame_count(rate), Fraction(rate)
        return (self.start + float(number / exact) for number in range(count))

    def channels_at(self, time: float) -> dict[str, float]:
        """What the takes say at a time, by channel; where they do not count wholly, the rest is 0.

        Takes that lie upon one another are mixed by their shares.
        """
        return {name: value / max(share, 1.0) for name, (value, share) in self._mixed(time).items()}

    def look_at(self, time: float, base: Look, table: ControlTable) -> Look:
        """The look at a time: `base`, the takes' channels that name controls added, in place of both the curves.

        What is set on a face is so worn all through a take: half a smile in `base` is half a smile more. Values beyond
        a control's range count as its end. What names no control of the table (a take's blendshape weights; a newer
        version's control) is left out here.
        """
        values: dict[str, float] = {}
        for name, (value, share) in self._mixed(time).items():
            if name in table:
                default = table[name].default
                taken = (value + max(1.0 - share, 0.0) * default) / max(share, 1.0)
                values[name] = taken + base.get(name, default) - default
        values |= {curve.control: curve.at(time) for curve in self.curves if curve.control in table}
        if not values:
            return base
        limited = {name: min(max(value, table[name].minimum), table[name].maximum) for name, value in values.items()}
        return base.changed(table, limited)

    @cached_property
    def moves(self) -> frozenset[str]:
        """What the takes and curves move, by channel and control."""
        return frozenset([*(curve.control for curve in self.curves),
                          *(name for placed in self.takes for name in placed.take.names)])

    def with_take(self, number: int, placed: PlacedTake | None) -> "Timeline":
        """The timeline with another take in place of one, or with none there. IndexError for a number beyond them."""
        takes = list(self.takes)
        if placed is None:
            del takes[number]
        else:
            takes[number] = placed
        return replace(self, takes=tuple(takes))

    def curve(self, control: str) -> Curve | None:
        """The curve of a control, if there is one."""
        return next((curve for curve in self.curves if curve.control == control), None)

    def with_curve(self, curve: Curve) -> "Timeline":
        """The timeline with this curve, in place of another of the same control."""
        return replace(self, curves=(*self.without_curve(curve.control).curves, curve))

    def without_curve(self, control: str) -> "Timeline":
        """The timeline without a curve of this control."""
        return replace(self, curves=tuple(curve for curve in self.curves if curve.control != control))

    def _mixed(self, time: float) -> dict[str, tuple[float, float]]:
        """By channel: the sum of the takes' values by their shares, and the sum of the shares."""
        if not math.isfinite(time):
            raise EngineError(Text("a timeline is asked for a time that is not a finite number"))
        mixed: dict[str, tuple[float, float]] = {}
        for placed in self.takes:
            share = placed.share(time)
            if share > 0:
                for name, value in placed.at(time).items():
                    total, shares = mixed.get(name, (0.0, 0.0))
                    mixed[name] = (total + share * value, shares + share)
        return mixed


def check_keys(counts: Iterable[int]) -> None:
    """EngineError when curves have more keys together than a timeline may."""
    keys = sum(counts)
    if keys > MOST_KEYS:
        raise EngineError(Text("a timeline has {0} keys; no film needs more than {1}", keys, MOST_KEYS))
