"""Quiet motion: the One-Euro filter, live or without any lag where the whole motion is known, and how much it shakes.

G. Casiez, N. Roussel, D. Vogel: 1€ Filter: a simple speed-based low-pass filter for noisy input in interactive
systems, CHI 2012.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.motion.track import Track

_SHORTEST = 1e-9  # seconds, so that no speed is infinite


@dataclass(frozen=True)
class Smoothness:
    """Settings of the One-Euro filter.

    cutoff: Hz at rest; lower is quieter and later.
    beta:   Hz more per unit of value a second; higher follows quick motion more closely.
    speed_cutoff: Hz of the filter on the speed.
    """

    cutoff: float
    beta: float
    speed_cutoff: float = 1.0

    def __post_init__(self) -> None:
        if not (0 < self.cutoff < 1e6 and 0 <= self.beta < 1e6 and 0 < self.speed_cutoff < 1e6):
            raise EngineError(Text("a filter needs cut-offs above 0 Hz and a beta of 0 or more"))


WEIGHTS = Smoothness(2.0, 1.0)
"""For blendshape weights: a third of the jitter of a still face, one frame late when live."""
LIDS = Smoothness(1.0, 10.0)
"""For blinks, which `WEIGHTS` would flatten by a tenth: as quiet, and the peaks stay."""
DEGREES = Smoothness(1.0, 0.05)
"""For a head's angles in degrees."""


class OneEuro:
    """The filter as it runs along with a camera: it knows the past only."""

    def __init__(self, settings: Smoothness) -> None:
        self.settings = settings
        self._time = 0.0
        self._value: np.ndarray | None = None
        self._speed: np.ndarray | float = 0.0

    def step(self, time: float, values: np.ndarray) -> np.ndarray:
        """(N,) float64: the values smoothed; time in seconds, later than at the last step. EngineError else."""
        values = np.asarray(values, np.float64)
        if self._value is None:
            self._time, self._value = time, values
            return values.copy()
        passed = time - self._time
        if not passed > 0 or not np.isfinite(passed):
            raise EngineError(Text("a filter's time must go forward"))
        passed = max(passed, _SHORTEST)
        settings = self.settings
        share = _share(settings.speed_cutoff, passed)
        self._speed = share * (values - self._value) / passed + (1 - share) * self._speed
        share = _share(settings.cutoff + settings.beta * np.abs(self._speed), passed)
        self._time, self._value = time, share * values + (1 - share) * self._value
        return self._value.copy()


def smoothed(track: Track, settings: Smoothness) -> Track:
    """The track as the live filter gives it: some frames late, the later the quieter."""
    return Track(track.names, track.times, _passed(track.times, track.values, settings))


def smoothed_both_ways(track: Track, settings: Smoothness) -> Track:
    """The track without lag: the mean of the filter run forward and run backward. For a motion known to its end."""
    forward = _passed(track.times, track.values, settings)
    backward = _passed(-track.times[::-1], track.values[::-1], settings)[::-1]
    return Track(track.names, track.times, (forward + backward) / 2)


def smoothed_apart(track: Track, settings: Smoothness, others: Iterable[tuple[str, Smoothness]]) -> Track:
    """`smoothed_both_ways` with settings of their own for some channels, such as the lids; those not there are let be.
    """
    own = {name: chosen for name, chosen in others if name in track.names}
    values = smoothed_both_ways(track, settings).values.copy()
    for chosen in set(own.values()):
        names = [name for name in track.names if own.get(name) == chosen]
        values[:, [track.column(name) for name in names]] = smoothed_both_ways(track.select(names), chosen).values
    return Track(track.names, track.times, values)


def jitter(track: Track) -> np.ndarray:
    """(N,) how much each channel shakes, in its unit: the standard deviation of the noise, had it no other motion.

    What is left of every sample over the line between its neighbours, so that steady motion counts for nothing. 0 for
    fewer than three samples.
    """
    if len(track.times) < 3:
        return np.zeros(len(track.names))
    times, values = track.times, track.values.astype(np.float64)
    share = ((times[1:-1] - times[:-2]) / (times[2:] - times[:-2]))[:, None]
    off = values[1:-1] - (1 - share) * values[:-2] - share * values[2:]
    return np.asarray(np.sqrt((off ** 2 / (1 + share ** 2 + (1 - share) ** 2)).mean(0)))


def _passed(times: np.ndarray, values: np.ndarray, settings: Smoothness) -> np.ndarray:
    filter_, smooth = OneEuro(settings), np.empty(values.shape)
    for number, time in enumerate(times):
        smooth[number] = filter_.step(float(time), values[number])
    return smooth


def _share(cutoff: np.ndarray | float, passed: float) -> np.ndarray | float:
    """How much of a new value an exponential low-pass of this cut-off (Hz) takes after so many seconds."""
    turns = 2 * np.pi * cutoff * passed
    return turns / (turns + 1)
