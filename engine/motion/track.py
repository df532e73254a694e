"""Track: values that move over time, of whatever source: tracked weights, a head's pose, a recorded slider."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text, verbatim

MOST_NAMES, MOST_TIMES, MOST_VALUES = 4096, 1 << 22, 1 << 26
"""No track has more channels, samples, or both multiplied: an hour of a face at 60 frames a second has 13 million."""
LONGEST_NAME = 200
LATEST = 1e10
"""Seconds: no time is farther from zero, so that a moment's time since 1970 fits and microseconds still differ."""


@dataclass(frozen=True, eq=False)
class Track:
    """Channels sampled at the same times. Compared by value; the arrays are copies and cannot be written.

    names:  the channels, each once.
    times:  (T,) float64 seconds, strictly increasing, at least one.
    values: (T, N) float32, finite.
    Raises EngineError when they are not so, or larger than any recording.
    """

    names: tuple[str, ...]
    times: np.ndarray
    values: np.ndarray

    def __post_init__(self) -> None:
        names = tuple(self.names)
        if len(names) > MOST_NAMES or not all(isinstance(name, str) and 0 < len(name) <= LONGEST_NAME
                                              for name in names):
            raise EngineError(Text("the channels of a track are not names, or more than {0}", MOST_NAMES))
        if len(set(names)) != len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise EngineError(Text("the channel {0} stands twice in a track", twice))
        times, values = _numbers(self.times, np.float64), _numbers(self.values, np.float32)
        count = len(times) if times.ndim == 1 else 0
        if not 0 < count <= MOST_TIMES or values.shape != (count, len(names)) or values.size > MOST_VALUES:
            raise EngineError(Text("a track of {0} channels has times {1} and values {2}", len(names), times.shape,
                                   values.shape))
        if not (np.isfinite(values).all() and (np.abs(times) <= LATEST).all() and (np.diff(times) > 0).all()):
            raise EngineError(Text("the times of a track do not go forward, or its values are not finite"))
        for name, array in (("names", names), ("times", times), ("values", values)):
            object.__setattr__(self, name, array)

    @property
    def start(self) -> float:
        """Seconds of the first sample."""
        return float(self.times[0])

    @property
    def end(self) -> float:
        """Seconds of the last sample."""
        return float(self.times[-1])

    @property
    def duration(self) -> float:
        """Seconds from the first sample to the last; 0 for a single one."""
        return self.end - self.start

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names, times and values, in hexadecimal: the same for equal tracks on every machine."""
        sums = hashlib.sha256(repr(self.names).encode("utf-8", "surrogatepass"))
        for array, kind in ((self.times, "<f8"), (self.values, "<f4")):
            sums.update(np.ascontiguousarray(array, kind).tobytes())
        return sums.hexdigest()

    def column(self, name: str) -> int:
        """Where a channel stands in `names`. UsageError when there is none such."""
        try:
            return self.names.index(name)
        except ValueError:
            raise UsageError(Text("the track has no channel {0}", name), _known(self.names)) from None

    def at(self, time: float) -> np.ndarray:
        """(N,) float32 between the two samples around `time`; before the first and after the last, theirs."""
        return self.sampled(np.array([time]))[0]

    def sampled(self, times: np.ndarray) -> np.ndarray:
        """(K, N) float32: `at` for (K,) times in any order. EngineError when one is not a finite number."""
        times = np.asarray(times, np.float64)
        if not np.isfinite(times).all():
            raise EngineError(Text("a track is asked for a time that is not a finite number"))
        after = np.clip(np.searchsorted(self.times, times, side="right"), 1, max(len(self.times) - 1, 1))
        before = after - 1
        after = np.minimum(after, len(self.times) - 1)
        span = self.times[after] - self.times[before]
        share = np.clip((times - self.times[before]) / np.where(span > 0, span, 1.0), 0.0, 1.0)[:, None]
        return (self.values[before] * (1.0 - share) + self.values[after] * share).astype(np.float32)

    def resampled(self, rate: float) -> "Track":
        """The same motion with `rate` samples a second from the first time on. EngineError for an absurd rate."""
        if not (math.isfinite(rate) and rate > 0 and self.duration * rate < MOST_TIMES):
            raise EngineError(Text("a track cannot be sampled {0} times a second", rate))
        count = math.floor(self.duration * rate * (1 + 1e-9)) + 1
        times = self.start + np.arange(count) / rate
        if not (np.diff(times) > 0).all():
            raise EngineError(Text("a track cannot be sampled {0} times a second", rate))
        return Track(self.names, times, self.sampled(times))

    def cut(self, start: float, end: float) -> "Track":
        """What lies from `start` to `end` seconds, with a sample at each end where the track reaches beyond it.

        UsageError when nothing of the track lies there.
        """
        first, last = max(start, self.start), min(end, self.end)
        if not first <= last:  # also where one is not a number
            raise UsageError(Text("nothing of the track lies from {0} to {1} s", start, end),
                             Text("it goes from {0} to {1} s", self.start, self.end))
        inside = self.times[(self.times > first) & (self.times < last)]
        times = np.unique([first, *inside, last])
        return Track(self.names, times, self.sampled(times))

    def shifted(self, seconds: float) -> "Track":
        """The same motion that much later."""
        return Track(self.names, self.times + seconds, self.values)

    def select(self, names: Sequence[str]) -> "Track":
        """Only these channels, in this order. UsageError for an unknown one."""
        return Track(tuple(names), self.times, self.values[:, [self.column(name) for name in names]])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Track) and (self is other or (
            self.names == other.names and np.array_equal(self.times, other.times)
            and np.array_equal(self.values, other.values)))

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, ...]:  # copies and other processes get arrays that cannot be written, too
        return Track, (self.names, self.times, self.values)

    def __repr__(self) -> str:
        return f"Track({len(self.names)} channels, {len(self.times)} samples, {self.start:g} to {self.end:g} s)"


def _numbers(given: Any, kind: type[np.floating[Any]]) -> np.ndarray:
    """A copy that cannot be written; without -0, which equals 0 but has other bytes."""
    try:
        with np.errstate(over="ignore"):  # infinite then, which is refused
            array: np.ndarray = np.add(given, kind(0), dtype=kind, casting="unsafe")
    except (TypeError, ValueError, OverflowError):
        raise EngineError(Text("a track holds something that is not a number")) from None
    array.setflags(write=False)
    return array


def _known(names: tuple[str, ...]) -> Text:
    return Text("it has {0}", verbatim(", ".join(names[:8]) + (", …" if len(names) > 8 else "")))
