"""Timelines: what look they make at every moment."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.controls import Control, ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.look import Look
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.take import Take
from engine.motion.timeline import PlacedTake, Timeline
from engine.motion.track import Track
from tests.engine.motion.takes import constant, ramp
from tests.engine.motion.test_curve import curves

TABLE = ControlTable([Control("AU12L", "Smile", "Mouth", -10, 10), Control("AU12R", "Smile", "Mouth", -10, 10),
                      Control("AU26", "Jaw", "Mouth", 0, 10), Control("size", "Size", "Rig", 0, 1, default=0.5)])
BASE = Look.of(TABLE, {"AU12R": 3, "size": 0.25})
SMILE = Curve("AU12L", (Keyframe(0, 0, Interpolation.LINEAR), Keyframe(2, 8)))


def test_an_empty_timeline_is_the_base() -> None:
    empty = Timeline()
    assert empty.look_at(1, BASE, TABLE) is BASE and empty.duration == 0 and list(empty.frames(30)) == [0.0]


def test_curves_lie_over_the_base() -> None:
    timeline = Timeline(curves=(SMILE,))
    assert dict(timeline.look_at(0.5, BASE, TABLE)) == {"AU12L": 2, "AU12R": 3, "size": 0.25}
    assert timeline.look_at(0, BASE, TABLE) == BASE, "a value at its default is none"
    assert timeline.duration == 2 and len(list(timeline.frames(30))) == 60


def test_takes_are_added_to_the_base_and_give_way_to_curves() -> None:
    jaw = PlacedTake(constant("AU26", 4), offset=1)
    timeline = Timeline((jaw,), (SMILE,))
    base = BASE.changed(TABLE, {"AU26": 3})
    assert [timeline.look_at(time, base, TABLE)["AU26"] for time in (0.9, 1.0, 1.5, 2.0, 2.1)] == [3, 7, 7, 7, 3]
    assert timeline.look_at(1.5, BASE.changed(TABLE, {"AU26": 8}), TABLE)["AU26"] == 10, "within the range"
    over = timeline.with_curve(Curve("AU26", (Keyframe(0, 9),)))
    assert over.look_at(1.5, base, TABLE)["AU26"] == 9


def test_a_take_that_does_not_count_wholly_leaves_the_rest_to_the_base() -> None:
    base = Look.of(TABLE, {"AU26": 4})
    half = Timeline((PlacedTake(constant("AU26", 4), weight=0.5),))
    assert half.look_at(0.5, base, TABLE)["AU26"] == 6 and half.channels_at(0.5) == {"AU26": 2}
    faded = Timeline((PlacedTake(constant("AU26", 4), fade=0.5),))
    found = [faded.look_at(time, base, TABLE)["AU26"] for time in (0.25, 0.5, 0.75)]
    assert found == [6, 8, 6]


def test_gains_are_of_parts_of_the_face() -> None:
    take = Take((Track(("jawOpen", "browInnerUp", "head.yaw"), [0.0, 1.0], [[0.5, 0.5, 5.0]] * 2),), 1.0)
    placed = PlacedTake(take, gains=(("mouth", 0.5), ("head", 2.0)))
    assert placed.at(0.5) == {"jawOpen": 0.25, "browInnerUp": 0.5, "head.yaw": 10.0}
    for gains in ((("ears", 2.0),), (("mouth", 9.0),), (("mouth", 2.0), ("mouth", 1.5))):
        with pytest.raises(EngineError):
            PlacedTake(take, gains=gains)


def test_a_take_that_is_cut_stays_where_it_is() -> None:
    placed = PlacedTake(Take((ramp("AU26", 4.0),), 30.0), offset=1.0)
    later, sooner = placed.cut(first=2.0), placed.cut(last=3.0)
    for cut in (later, sooner):
        assert cut.at(2.5)["AU26"] == pytest.approx(placed.at(2.5)["AU26"])
    assert (later.offset, later.ends) == (2.0, placed.ends) and (sooner.offset, sooner.ends) == (1.0, 3.0)
    assert placed.cut(first=-5.0) == placed.cut(first=1.0), "no further than the take goes"
    assert placed.cut(last=0.0).ends == pytest.approx(1.0 + 1 / 30), "a frame at least"
    assert later.cut(first=1.0).at(1.5) == pytest.approx(placed.at(1.5)), "what was cut off can be had again"


def test_takes_upon_one_another_are_mixed_by_their_weights() -> None:
    both = Timeline((PlacedTake(constant("AU26", 4)), PlacedTake(constant("AU26", 8), weight=0.5)))
    assert both.look_at(0.5, BASE, TABLE)["AU26"] == pytest.approx(16 / 3)
    quarter = Timeline(tuple(PlacedTake(constant("AU26", value), weight=0.25) for value in (4, 8)))
    assert quarter.look_at(0.5, BASE, TABLE)["AU26"] == pytest.approx(3)


def test_a_take_is_cut_and_put_in_place() -> None:
    placed = PlacedTake(Take((ramp("jawOpen"),), 30), offset=5, start=0.25, end=0.75)
    timeline = Timeline((placed,))
    assert (placed.ends, timeline.end) == (5.5, 5.5)
    assert timeline.channels_at(5.25) == pytest.approx({"jawOpen": 0.5}) and timeline.channels_at(4.9) == {}
    assert timeline.look_at(5.25, BASE, TABLE) is BASE, "weights of blendshapes are no controls"


def test_a_clip_gives_as_many_frames_as_it_has() -> None:
    take = Take((Track(("a",), np.arange(300) / 30, np.zeros((300, 1))),), 30)
    assert Timeline((PlacedTake(take),)).frame_count(30) == 300


def test_the_times_of_frames_do_not_drift() -> None:
    ntsc = Fraction(30000, 1001)
    film = Timeline(trim=(2.5, 2.5 + 3600.0))
    times = list(film.frames(ntsc))
    assert len(times) == film.frame_count(ntsc) == 107893 and times[0] == 2.5
    assert times[-1] == pytest.approx(2.5 + 107892 * 1001 / 30000, abs=1e-9) and times[-1] < 3602.5


@given(curves(), curves(), st.floats(-5, 100))
def test_a_look_is_always_within_range(one: Curve, other: Curve, time: float) -> None:
    wild = Curve("AU26", tuple(Keyframe(key.time, key.value * 100) for key in other.keys))
    strange = Curve("from.a.newer.version", one.keys)
    timeline = Timeline(curves=(one, wild, strange))
    look = timeline.look_at(time, BASE, TABLE)
    assert look == Look.of(TABLE, dict(look)) and set(look) <= {control.id for control in TABLE}
    assert timeline.curve("from.a.newer.version") == strange, "it is kept, only not applied"


def test_curves_come_and_go() -> None:
    timeline = Timeline().with_curve(SMILE).with_curve(Curve("AU26", (Keyframe(0, 1),)))
    assert [curve.control for curve in timeline.curves] == ["AU12L", "AU26"] and timeline.curve("AU12L") == SMILE
    other = timeline.with_curve(SMILE.with_key(Keyframe(3, 0)))
    assert len(other.curves) == 2 and other != timeline and other.without_curve("AU12L").curve("AU12L") is None
    assert hash(timeline) == hash(Timeline(curves=tuple(reversed(timeline.curves))))


@pytest.mark.parametrize("build", [
    lambda: Timeline(curves=(SMILE, SMILE)), lambda: Timeline(trim=(2, 1)), lambda: Timeline(trim=(math.nan, 1)),
    lambda: Timeline(trim=(0, math.nan)), lambda: Timeline((PlacedTake(constant("a", 1)),) * 257),
    lambda: PlacedTake(constant("a", 1), offset=math.nan), lambda: PlacedTake(constant("a", 1), weight=1.1),
    lambda: PlacedTake(constant("a", 1), fade=-1), lambda: PlacedTake(constant("a", 1), start=-1),
    lambda: PlacedTake(constant("a", 1), end=2), lambda: PlacedTake(constant("a", 1), start=0.5, end=0.4),
    lambda: PlacedTake(constant("a", 1), start=math.nan), lambda: Timeline().look_at(math.nan, BASE, TABLE),
])
def test_what_is_no_timeline(build: object) -> None:
    with pytest.raises(EngineError):
        build()  # type: ignore[operator]


@pytest.mark.parametrize("rate", [0, -1, math.nan, math.inf, 1e9])
def test_absurd_rates(rate: float) -> None:
    with pytest.raises(UsageError, match="frames a second"):
        Timeline(trim=(0, 10)).frames(rate)
