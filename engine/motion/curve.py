"""Curve: keyframes of one control, and the values between them."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import numpy as np

from engine.base.controls import ControlTable
from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.text import Text

NEAREST = 1e-4
"""Seconds: keys nearer than this are one key."""
LATEST = 1e6
LARGEST = 1e9
MOST_KEYS = 1 << 20
LONGEST_NAME = 200


class Interpolation(StrEnum):
    """How a curve goes from a key to the next."""

    STEP = "step"
    LINEAR = "linear"
    SMOOTH = "smooth"


@dataclass(frozen=True, order=True)
class Keyframe:
    """time in seconds; value in the control's unit; interpolation: how the curve goes on from here."""

    time: float
    value: float
    interpolation: Interpolation = Interpolation.SMOOTH

    def __post_init__(self) -> None:
        try:
            time, value = float(self.time) + 0.0, float(self.value) + 0.0  # a number, and no -0
            interpolation = Interpolation(self.interpolation)
        except (TypeError, ValueError, OverflowError):
            raise EngineError(Text("a key is not two numbers and an interpolation")) from None
        if not (abs(time) <= LATEST and abs(value) <= LARGEST):
            raise EngineError(Text("a key at {0} s of value {1} is beyond all measure", time, value))
        for name, kept in (("time", time), ("value", value), ("interpolation", interpolation)):
            object.__setattr__(self, name, kept)


@dataclass(frozen=True)
class Curve:
    """One control's keys. Frozen, hashable, compared by value; every change gives a new curve.

    control: the control's id.
    keys:    at least one, put in order of time. Raises EngineError when two are nearer than `NEAREST`.

    Smooth stretches are monotone cubic Hermite pieces (Fritsch and Carlson 1980, with the local slopes of Fritsch and
    Butland 1984): between two keys the curve never leaves their values, so it cannot leave the control's range, and
    moving a key changes only the stretches next to it and those next to its neighbours. It rests at its first and last
    key and at every key that is higher or lower than both its neighbours.
    """

    control: str
    keys: tuple[Keyframe, ...]

    def __post_init__(self) -> None:
        keys = tuple(sorted(self.keys))
        object.__setattr__(self, "keys", keys)
        if not 0 < len(self.control) <= LONGEST_NAME or not 0 < len(keys) <= MOST_KEYS:
            raise EngineError(Text("a curve needs the name of a control and 1 to {0} keys", MOST_KEYS))
        for one, other in zip(keys, keys[1:], strict=False):
            if other.time - one.time < NEAREST:
                raise EngineError(Text("two keys of {0} stand at {1} s", self.control, f"{one.time:g}"))

    @cached_property
    def times(self) -> tuple[float, ...]:
        """Seconds of the keys, in order."""
        return tuple(key.time for key in self.keys)

    @cached_property
    def _slopes(self) -> tuple[float, ...]:
        """The curve's slope at each key, for smooth stretches."""
        return tuple(self._slope(number) for number in range(len(self.keys)))

    def at(self, time: float) -> float:
        """The value at a time: before the first key its value, after the last that one's.

        At a key's own time it is the key's value exactly. EngineError for a time that is not a number.
        """
        if math.isnan(time):
            raise EngineError(Text("a curve is asked for a time that is not a number"))
        number = bisect_right(self.times, time) - 1
        if number < 0:
            return self.keys[0].value
        key = self.keys[number]
        if number == len(self.keys) - 1 or key.interpolation is Interpolation.STEP or time == key.time:
            return key.value
        after = self.keys[number + 1]
        length = after.time - key.time
        share = (time - key.time) / length
        if key.interpolation is Interpolation.LINEAR:
            value = key.value + (after.value - key.value) * share
        else:
            value = _hermite(key.value, after.value, self._slopes[number] * length, self._slopes[number + 1] * length,
                             share)
        low, high = min(key.value, after.value), max(key.value, after.value)
        return min(max(value, low), high)

    def sampled(self, times: np.ndarray) -> np.ndarray:
        """(T,) float64: `at` for (T,) times in any order, without rounding within 1e-12 of the values."""
        keyed = np.array(self.times)
        values = np.array([key.value for key in self.keys])
        if len(keyed) == 1:
            return np.full(len(times), values[0])
        slopes = np.array(self._slopes)
        before = np.clip(np.searchsorted(keyed, times, side="right") - 1, 0, len(keyed) - 2)
        length = keyed[before + 1] - keyed[before]
        share = np.clip((times - keyed[before]) / length, 0.0, 1.0)
        start, end = values[before], values[before + 1]
        smooth = _hermite(start, end, slopes[before] * length, slopes[before + 1] * length, share)
        ways = np.array([_WAYS.index(key.interpolation) for key in self.keys])[before]
        straight = start + (end - start) * share
        found = np.select([ways == 0, ways == 1], [np.where(share < 1, start, end), straight], smooth)
        return np.clip(found, np.minimum(start, end), np.maximum(start, end))

    def key_near(self, time: float, within: float = NEAREST) -> Keyframe | None:
        """The key nearest to a time, if it is nearer than `within` seconds."""
        after = bisect_right(self.times, time)
        near = min(self.keys[max(after - 1, 0):after + 1], key=lambda key: abs(key.time - time))
        return near if abs(near.time - time) < within else None

    def with_key(self, key: Keyframe, table: ControlTable | None = None) -> "Curve":
        """The curve with one key more, in place of those nearer to it than `NEAREST`.

        BadValue when a table is given and the control cannot take the value.
        """
        if table is not None:
            _check(self.control, key, table)
        others = (other for other in self.keys if abs(other.time - key.time) >= NEAREST)
        return Curve(self.control, (*others, key))

    def without_key(self, time: float) -> "Curve | None":
        """The curve without the key at that time, or None when no key is left. UsageError when none stands there."""
        gone = self._key(time)
        left = tuple(key for key in self.keys if key is not gone)
        return Curve(self.control, left) if left else None

    def moved(self, time: float, to: float, value: float | None = None, table: ControlTable | None = None) -> "Curve":
        """The key at `time` moved to another time, and to another value when one is given.

        A key that it is put upon gives way. UsageError when no key stands at `time`, BadValue as in `with_key`.
        """
        gone = self._key(time)
        key = Keyframe(to, gone.value if value is None else value, gone.interpolation)
        if table is not None:
            _check(self.control, key, table)
        others = (other for other in self.keys if other is not gone and abs(other.time - key.time) >= NEAREST)
        return Curve(self.control, (*others, key))

    def check(self, table: ControlTable) -> "Curve":
        """Itself, when the table has the control and it can take every key's value; else BadValue."""
        for key in self.keys:
            _check(self.control, key, table)
        return self

    def _key(self, time: float) -> Keyframe:
        key = self.key_near(time)
        if key is None:
            raise UsageError(Text("{0} has no key at {1} s", self.control, f"{time:g}"))
        return key

    def _slope(self, number: int) -> float:
        if not 0 < number < len(self.keys) - 1:
            return 0.0
        before, here, after = self.keys[number - 1:number + 2]
        if before.interpolation is Interpolation.STEP or here.interpolation is Interpolation.STEP:
            return 0.0  # an end, as the first key and the last
        first, second = here.time - before.time, after.time - here.time
        rise, next_rise = (here.value - before.value) / first, (after.value - here.value) / second
        if rise * next_rise <= 0:
            return 0.0
        return 3 * (first + second) / ((first + 2 * second) / rise + (2 * first + second) / next_rise)


_WAYS = tuple(Interpolation)
_Number = TypeVar("_Number", float, np.ndarray)


def _hermite(start: _Number, end: _Number, leaving: _Number, arriving: _Number, share: _Number) -> _Number:
    """The cubic from `start` to `end` at 0..1, with those slopes per unit of share."""
    square, cube = share * share, share * share * share
    rise = 3 * square - 2 * cube
    return start + (end - start) * rise + leaving * (cube - 2 * square + share) + arriving * (cube - square)


def _check(control: str, key: Keyframe, table: ControlTable) -> None:
    if control not in table:
        raise BadValue(Text("there is no control {0} to move", control))
    table[control].check(key.value)


def curves_by_control(curves: Iterable[Curve]) -> tuple[Curve, ...]:
    """Sorted by control. EngineError when two are of the same control."""
    ordered = tuple(sorted(curves, key=lambda curve: curve.control))
    for one, other in zip(ordered, ordered[1:], strict=False):
        if one.control == other.control:
            raise EngineError(Text("{0} has two curves", one.control))
    return ordered
