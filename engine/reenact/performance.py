"""From a driver's take to what a portrait is to do in every frame: smoothed, counted from rest, weighed by part.

Nothing here knows the portrait. What it does of that, `engine.reenact.acting` works out.
"""

import math
from dataclasses import dataclass

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.motion.channel_names import HEAD_ANGLES, SHAPES
from engine.motion.retarget import reach_gains, rest_of
from engine.motion.smoothing import DEGREES, LIDS, WEIGHTS, Smoothness, jitter, smoothed_apart, smoothed_both_ways
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.reenact.drivers.driver import LIP_BITE, LIP_GAP, FilmClock
from engine.reenact.manner import DriveManner
from engine.reenact.span import Span

_BLINKS = ("eyeBlinkLeft", "eyeBlinkRight")
_GAZE = tuple(name for name in ARKIT_52 if name.startswith("eyeLook"))
_GAP = Smoothness(2.0, 25.0)
"""For the lips' gap, which goes from 0 to a tenth of the face: as quick as lids are, for lips meet for two frames."""
_SHUT = 5.0
"""Percentile of the lips' gap at which a driver's lips are taken to meet."""
HELD, EASED = 0.4, 0.6
"""Seconds for which what was seen last is held when the face is lost, and in which it then comes to rest."""
_BACK = 0.2
"""Seconds in which what is seen again takes over."""


@dataclass(frozen=True, eq=False)
class Performance:
    """What is to be done in each frame, T of them.

    weights (T, 52) float32 in the order of `ARKIT_52`: added to rest, or as the driver shows them, see `DriveManner`.
    head (T, 3) float32 degrees as `engine.puppet.deformation.Deformation`: yaw, pitch, roll.
    lip_gap (T,) float32 heights of the face; nan where nobody measured it. lip_bite (T,) float32 0..1: the lower lip
    under the upper teeth.
    rest: the driver's, by channel. jitter: by part, of what was measured and of what is done.
    """

    weights: np.ndarray
    head: np.ndarray
    lip_gap: np.ndarray
    lip_bite: np.ndarray
    rest: dict[str, float]
    jitter: dict[str, tuple[float, float]]

    def __len__(self) -> int:
        return len(self.weights)


def performance_of(take: Take, clock: FilmClock, manner: DriveManner, smooth: bool = True,
                   from_rest: bool = False) -> Performance:
    """smooth: whether what was measured shakes; a recording of a phone was smoothed by it, and of an artist is meant.
    from_rest: whether the take tells what is done beyond rest, whose lips and lids go as far as they should.
    UsageError for a span of rest that holds nothing."""
    measured = _track(take, ARKIT_52)
    quiet = smoothed_apart(measured, WEIGHTS, [(name, LIDS) for name in _BLINKS]) if smooth else measured
    resting = _resting(quiet, manner.neutral)
    rest = dict.fromkeys(ARKIT_52, 0.0) if from_rest else rest_of(resting, _GAZE)
    times, share = clock.times, _shares(take, clock.times)
    values = quiet.sampled(times).astype(np.float64)
    at_rest = np.array([rest[name] for name in ARKIT_52])
    away = (values - at_rest) * share[:, None]
    reach = {} if from_rest else reach_gains(quiet, rest, _BLINKS)
    gain = np.array([reach.get(name, 1.0) * manner.gains.of(name) for name in ARKIT_52])
    weights = away * gain if manner.relative else np.clip(at_rest + away, 0, 1) * gain
    for name in _BLINKS if not manner.relative else ():
        weights[:, ARKIT_52.index(name)] = (away * gain)[:, ARKIT_52.index(name)]
    head, rough = _head(take, manner, times, share, smooth, from_rest)
    gap, gap_jitter = _gap(take, manner, times, share, smooth, from_rest)
    bite = take.track(LIP_BITE).select([LIP_BITE]).sampled(times)[:, 0] if LIP_BITE in take.names else 0 * share
    shaking = {"weights": (_mean(jitter(measured)), _mean(jitter(quiet))), "head": rough, "lips": gap_jitter}
    return Performance(weights.astype(np.float32), head.astype(np.float32), gap.astype(np.float32),
                       np.clip(bite * share * manner.gains.mouth, 0, 1).astype(np.float32), rest, shaking)


def _head(take: Take, manner: DriveManner, times: np.ndarray, share: np.ndarray,
          smooth: bool, from_rest: bool) -> tuple[np.ndarray, tuple[float, float]]:
    """(T, 3) degrees, from rest, which is the middle of all where nobody says, or as they are."""
    track = _track(take, HEAD_ANGLES)
    degrees = Track(track.names, track.times, -np.degrees(track.values))
    quiet = smoothed_both_ways(degrees, DEGREES) if smooth else degrees
    middle = np.zeros(3) if from_rest else np.median(_resting(quiet, manner.neutral).values, axis=0)
    away = (quiet.sampled(times) - middle) * share[:, None]
    turned = (away if manner.relative else away + middle) * manner.gains.head
    return turned, (_mean(jitter(degrees)), _mean(jitter(quiet)))


def _gap(take: Take, manner: DriveManner, times: np.ndarray, share: np.ndarray,
         smooth: bool, from_rest: bool) -> tuple[np.ndarray, tuple[float, float]]:
    if LIP_GAP not in take.names:
        return np.full(len(times), np.nan), (0.0, 0.0)
    track = take.track(LIP_GAP).select([LIP_GAP])
    quiet = smoothed_both_ways(track, _GAP) if smooth else track
    shut = float(np.percentile(quiet.values, _SHUT))
    shut = min(shut, 0.01)  # a clip in which they never meet
    gap = quiet.sampled(times)[:, 0] if from_rest else np.maximum(quiet.sampled(times)[:, 0] - shut, 0.0)
    gap = np.where(gap > 0, gap * manner.gains.mouth, gap * (manner.gains.mouth > 0)) * share
    return gap, (_mean(jitter(track)), _mean(jitter(quiet)))


def _shares(take: Take, times: np.ndarray) -> np.ndarray:
    """(T,) 0..1 how much of what the take says counts: less where the face is lost for long, nothing before it is first
    seen, for what it says there is of later."""
    share = np.ones(len(times))
    for start, end in take.gaps:
        unseen = start <= take.start
        gone = np.ones(len(times)) if unseen else _eased((times - start - HELD) / EASED)
        deepest = 1.0 if unseen else float(_eased((end - start - HELD) / EASED))
        gone = np.where(times > end, deepest * (1 - np.clip((times - end) / _BACK, 0, 1)), gone)
        share = np.where(times >= start, np.minimum(share, 1 - gone), share)
    return share


def _eased(way: np.ndarray | float) -> np.ndarray:
    """From 0 to 1 with no jerk at either end."""
    inside = np.clip(way, 0, 1)
    return np.asarray(inside * inside * (3 - 2 * inside))


def _resting(track: Track, neutral: Span | None) -> Track:
    """The samples among which rest is looked for."""
    if neutral is None:
        return track
    if neutral.start > track.end:
        raise UsageError(Text("the clip has no frame at {0} s to take for rest", f"{neutral.start:g}"))
    if math.isinf(neutral.end):
        return track.cut(neutral.start, track.end)
    return track.cut(neutral.start, min(neutral.end, track.end))


def _track(take: Take, names: tuple[str, ...]) -> Track:
    """These channels on one clock; 0 where the take has them not."""
    leading = next((track for track in take.tracks if set(track.names) & set(names)),
                   next((track for track in take.tracks if set(track.names) & SHAPES), take.tracks[0]))
    values = np.zeros((len(leading.times), len(names)), np.float32)
    for track in take.tracks:
        there = [name for name in track.names if name in names]
        if there:
            values[:, [names.index(name) for name in there]] = track.select(there).sampled(leading.times)
    return Track(names, leading.times, values)


def _mean(values: np.ndarray) -> float:
    return float(np.mean(values)) if len(values) else 0.0
