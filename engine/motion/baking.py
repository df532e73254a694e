"""A take turned into curves: as few keys as keep to its motion, for an artist to edit."""

import numpy as np

from engine.base.controls import Control, ControlTable
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.text import Text
from engine.motion.curve import NEAREST, Curve, Interpolation, Keyframe
from engine.motion.timeline import PlacedTake

TOLERANCE = 0.01
"""Of a control's range: the most that curves are off what the take does at its samples."""


def bake(placed: PlacedTake, base: Look, table: ControlTable, tolerance: float = TOLERANCE) -> Job[tuple[Curve, ...]]:
    """Curves of all controls that the take moves, with its weight, fade and gains in them.

    base: what the face wears besides, which is there before the take and after it. Controls that hardly leave that get
    no curve, and channels that name no control none either.
    """
    curves = []
    names = [name for name in placed.take.names if name in table]
    for number, name in enumerate(names):
        yield Progress(number, len(names), Text("turning the take into keys"))
        curve = _baked(placed, table[name], base.get(name, table[name].default), tolerance)
        if curve is not None:
            curves.append(curve)
    return tuple(curves)


def _baked(placed: PlacedTake, control: Control, rest: float, tolerance: float) -> Curve | None:
    track = placed.take.track(control.id)
    own = np.unique([placed.first, *track.times[(track.times > placed.first) & (track.times < placed.last)],
                     placed.last])
    times = own - placed.first + placed.offset
    gain = placed.gain_of(control.id)
    shares = np.array([placed.share(float(time)) for time in times])
    shares[[0, -1]] = [placed.share(placed.offset), placed.share(placed.ends)]
    moved = track.sampled(own)[:, track.column(control.id)].astype(np.float64) * gain
    values = np.clip((moved - control.default) * shares + rest, control.minimum, control.maximum)
    least = tolerance * (control.maximum - control.minimum)
    if np.abs(values - rest).max() <= least:
        return None
    times, values = _framed(times, values, rest, 1 / placed.take.rate, least)
    curve = sparse_curve(control.id, times, values, least)
    return curve


def _framed(times: np.ndarray, values: np.ndarray, rest: float, frame: float,
            least: float) -> tuple[np.ndarray, np.ndarray]:
    """With a sample at rest a frame before and after, where the take begins or ends away from it."""
    if abs(values[0] - rest) > least and times[0] >= frame:
        times, values = np.append(times[0] - frame, times), np.append(rest, values)
    if abs(values[-1] - rest) > least:
        times, values = np.append(times, times[-1] + frame), np.append(values, rest)
    return times, values


def sparse_curve(control: str, times: np.ndarray, values: np.ndarray, least: float) -> Curve:
    """A smooth curve that is off (T,) values at (T,) times, in order, by `least` at most.

    It begins with the first and the last sample, and in every round each stretch that is too far off gets a key where
    it is farthest off. Samples nearer than a curve's keys may be are left out.
    """
    apart = np.concatenate([[True], np.diff(times) >= 2 * NEAREST])
    times, values = times[apart], values[apart]
    chosen = sorted({0, len(times) - 1})
    while True:
        curve = Curve(control, tuple(Keyframe(float(times[at]), float(values[at]), Interpolation.SMOOTH)
                                     for at in chosen))
        off = np.abs(curve.sampled(times) - values)
        worst = [first + 1 + int(np.argmax(off[first + 1:last]))
                 for first, last in zip(chosen, chosen[1:], strict=False)
                 if last - first > 1 and off[first + 1:last].max() > least]
        if not worst:
            return curve
        chosen = sorted({*chosen, *worst})
