"""Keys set by a hand on the sliders, and keys moved, copied and pasted together."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.motion.curve import NEAREST, Curve, Interpolation, Keyframe
from engine.motion.timeline import Timeline


@dataclass(frozen=True, order=True)
class KeyPlace:
    """One key of a timeline: whose, and when (seconds)."""

    control: str
    time: float


def keyed(timeline: Timeline, time: float, values: Mapping[str, float], table: ControlTable, base: Look) -> Timeline:
    """The timeline with a key at `time` for each value, by control id.

    A control that had no key gets one at the film's beginning as well, with what it shows there: so the first thing
    that is set later on is a way to it, and not a standstill. BadValue for what a control cannot take.
    """
    for control, value in values.items():
        curve = timeline.curve(control)
        if curve is None:
            start = timeline.look_at(timeline.start, base, table).get(control, table[control].default)
            first = [Keyframe(timeline.start, start)] if time - timeline.start >= NEAREST else []
            curve = Curve(control, (*first, Keyframe(time, value)))
        else:
            near = curve.key_near(time)
            way = near.interpolation if near is not None else _way_at(curve, time)
            curve = curve.with_key(Keyframe(time, value, way))
        timeline = timeline.with_curve(curve.check(table))
    return timeline


def _way_at(curve: Curve, time: float) -> Interpolation:
    """How the curve goes on at a time: a key put between two leaves that as it is."""
    before = [key for key in curve.keys if key.time <= time]
    return (before[-1] if before else curve.keys[0]).interpolation


def without_keys(timeline: Timeline, places: Iterable[KeyPlace]) -> Timeline:
    """The timeline without these keys; those that are not there are passed over, a curve without keys goes."""
    gone: dict[str, list[float]] = {}
    for place in places:
        gone.setdefault(place.control, []).append(place.time)
    curves = []
    for curve in timeline.curves:
        left = _apart(curve.keys, gone.get(curve.control, ()))
        if left:
            curves.append(curve if len(left) == len(curve.keys) else Curve(curve.control, left))
    return replace(timeline, curves=tuple(curves))


def _apart(keys: Iterable[Keyframe], times: Iterable[float]) -> tuple[Keyframe, ...]:
    """The keys that do not stand at one of these times."""
    sorted_times = [-math.inf, *sorted(times), math.inf]
    kept = []
    for key in keys:
        after = bisect_left(sorted_times, key.time)
        if min(key.time - sorted_times[after - 1], sorted_times[after] - key.time) >= NEAREST:
            kept.append(key)
    return tuple(kept)


def moved_keys(timeline: Timeline, places: Iterable[KeyPlace], by: float, up: float,
               table: ControlTable) -> tuple[Timeline, frozenset[KeyPlace]]:
    """Keys moved by seconds, and values by so much of their control's range (`up`, 1 for all of it), within it;
    and where they are then.

    A key of the same control that one is put upon gives way. None goes before 0.
    """
    chosen = sorted(places)
    by = max(by, -min((place.time for place in chosen), default=0.0))
    taken: list[tuple[str, Keyframe]] = []
    for place in chosen:
        curve = timeline.curve(place.control)
        key = curve.key_near(place.time) if curve is not None else None
        if key is not None and place.control in table:
            control = table[place.control]
            more = up * (control.maximum - control.minimum)
            value = min(max(key.value + more, control.minimum), control.maximum)
            taken.append((place.control, Keyframe(key.time + by, value, key.interpolation)))
    return with_keys(without_keys(timeline, chosen), taken)


def with_keys(timeline: Timeline, keys: Iterable[tuple[str, Keyframe]]) -> tuple[Timeline, frozenset[KeyPlace]]:
    """The timeline with these keys, each in place of one at the same time; and where they are."""
    new: dict[str, list[Keyframe]] = {}
    for control, key in keys:
        new.setdefault(control, []).append(key)
    curves = {curve.control: curve for curve in timeline.curves}
    places = set()
    for control, added in new.items():
        ordered = sorted(added)
        put = [key for key, after in zip(ordered, [*ordered[1:], None], strict=True)
               if after is None or after.time - key.time >= NEAREST]
        old = curves[control].keys if control in curves else ()
        curves[control] = Curve(control, (*_apart(old, (key.time for key in put)), *put))
        places |= {KeyPlace(control, key.time) for key in put}
    return replace(timeline, curves=tuple(curves.values())), frozenset(places)


def keys_at(timeline: Timeline, places: Iterable[KeyPlace]) -> list[tuple[str, Keyframe]]:
    """The keys themselves, in order; those that are not there are left out."""
    found = []
    for place in sorted(places):
        curve = timeline.curve(place.control)
        key = curve.key_near(place.time) if curve is not None else None
        if key is not None:
            found.append((place.control, key))
    return found


def leading_to(timeline: Timeline, places: Iterable[KeyPlace], way: Interpolation) -> Timeline:
    """These keys, with another way to go on from each."""
    changed = [(control, Keyframe(key.time, key.value, way)) for control, key in keys_at(timeline, places)]
    return with_keys(timeline, changed)[0]
