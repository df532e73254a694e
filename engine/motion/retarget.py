"""Retargeting: a driver's channels counted from that driver's own rest, and lids to that driver's own reach.

No face rests at 0, and no tracker lets all reach 1: shut eyes read .42 to .53.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.motion.track import Track

_LOW, _TOP = 10.0, 99.5
"""Percentiles: of a channel near rest, and of its farthest."""
_AT_REST = 0.05
"""The share of a clip that is taken for rest."""
LEAST_REACH = 0.45
"""A driver who hardly blinks is not made to."""


@dataclass(frozen=True)
class Retarget:
    """What is done to each channel: (value - rest) * gain, then limited to `low`..`high`.

    channels: (name, rest, gain), each channel once.
    Raises EngineError when they are not so.
    """

    channels: tuple[tuple[str, float, float], ...]
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        numbers = [number for _, *pair in self.channels for number in pair] + [self.low, self.high]
        if len({name for name, _, _ in self.channels}) != len(self.channels) or not np.isfinite(numbers).all() or (
                self.low > self.high):
            raise EngineError(Text("a retargeting needs each channel once, with finite numbers"))

    @classmethod
    def of(cls, rest: Mapping[str, float], gains: Mapping[str, float], low: float = 0.0,
           high: float = 1.0) -> "Retarget":
        """From the rest of each channel, and gains other than 1."""
        return cls(tuple((name, float(value), float(gains.get(name, 1.0))) for name, value in rest.items()), low, high)

    def apply(self, track: Track) -> Track:
        """The track retargeted; channels that are not named go through as they are."""
        values = track.values.astype(np.float64)
        for name, rest, gain in self.channels:
            if name in track.names:
                column = track.column(name)
                values[:, column] = np.clip((values[:, column] - rest) * gain, self.low, self.high)
        return Track(track.names, track.times, values)


def rest_of(track: Track, wandering: Collection[str] = ()) -> dict[str, float]:
    """What each channel has while the driver rests.

    The median of the twentieth of the samples that are nearest to every channel's 10th percentile. `wandering`
    channels, gaze and pose, are nowhere at rest: they do not count for what is near, and rest at their median. A clip
    in which the driver never rests gives the nearest to it that there is.
    """
    values = track.values.astype(np.float64)
    rest = np.median(values, axis=0)
    still = [column for column, name in enumerate(track.names) if name not in wandering]
    if still:
        steady = values[:, still]
        away = np.linalg.norm(steady - np.percentile(steady, _LOW, axis=0), axis=1)
        nearest = np.argsort(away, kind="stable")[:max(1, round(_AT_REST * len(away)))]
        rest[still] = np.median(steady[nearest], axis=0)
    return dict(zip(track.names, rest.tolist(), strict=True))


def reach_gains(track: Track, rest: Mapping[str, float], names: Collection[str],
                least: float = LEAST_REACH) -> dict[str, float]:
    """Gains that let these channels (the lids) reach 1 where the driver goes farthest.

    least: what the driver is believed to reach over rest at the very least, above 0.
    """
    if not least > 0:
        raise EngineError(Text("the least reach must be more than 0"))
    chosen = [name for name in track.names if name in names]
    if not chosen:
        return {}
    tops = np.percentile(track.select(chosen).values.astype(np.float64), _TOP, axis=0)
    return {name: 1 / max(float(top) - rest[name], least) for name, top in zip(chosen, tops, strict=True)}
