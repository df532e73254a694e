"""Curves: exact at keys, never beyond them, and frozen."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.controls import Control, ControlTable
from engine.base.errors import BadValue, EngineError, UsageError
from engine.motion.curve import NEAREST, Curve, Interpolation, Keyframe

STEP, LINEAR, SMOOTH = Interpolation.STEP, Interpolation.LINEAR, Interpolation.SMOOTH
TABLE = ControlTable([Control("AU12L", "Smile", "Mouth", -10, 10, pair="AU12")])


def curve(*keys: tuple[float, float, Interpolation]) -> Curve:
    return Curve("AU12L", tuple(Keyframe(*key) for key in keys))


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    steps = draw(st.lists(st.floats(2 * NEAREST, 10), min_size=1, max_size=10))
    times = np.cumsum(steps) - 3
    keys = [Keyframe(float(time), draw(st.floats(-10, 10)), draw(st.sampled_from(Interpolation))) for time in times]
    return Curve("AU12L", tuple(draw(st.permutations(keys))))


def test_small_examples() -> None:
    mixed = curve((0, 0, STEP), (1, 4, LINEAR), (3, 0, SMOOTH), (5, 2, SMOOTH))
    expected = {-1: 0, 0: 0, 0.999: 0, 1: 4, 1.5: 3, 3: 0, 4: 1, 5: 2, 9: 2}
    assert {time: mixed.at(time) for time in expected} == pytest.approx(expected)


def test_two_smooth_keys_ease_out_and_in() -> None:
    eased = curve((0, 0, SMOOTH), (1, 1, SMOOTH))
    assert [eased.at(share) for share in (0.25, 0.5, 0.75)] == pytest.approx([0.15625, 0.5, 0.84375])  # 3t² - 2t³


def test_slopes_are_those_of_fritsch_and_butland() -> None:
    """The same as scipy's, but for the ends, where ours rests: scipy gets there with a flat key before and after."""
    from scipy.interpolate import PchipInterpolator

    times, values = np.array([-1.0, 0, 1, 2.5, 3, 5, 6]), np.array([0.0, 0, 1, 2, 5, 6, 6])
    theirs = PchipInterpolator(times, values)
    ours = curve(*((time, value, SMOOTH) for time, value in zip(times[1:-1], values[1:-1], strict=True)))
    moments = np.linspace(0, 5, 41)
    assert [ours.at(float(moment)) for moment in moments] == pytest.approx(theirs(moments).tolist(), abs=1e-9)


@given(curves(), st.lists(st.floats(-20, 20), min_size=1, max_size=20))
def test_many_times_at_once(curve: Curve, times: list[float]) -> None:
    found = curve.sampled(np.array(times))
    assert found == pytest.approx([curve.at(time) for time in times], abs=1e-6, rel=1e-6)


@given(curves())
def test_at_a_key_it_is_the_key(some: Curve) -> None:
    assert [some.at(key.time) for key in some.keys] == [key.value for key in some.keys]


@given(curves(), st.floats(-10, 110))
def test_it_stays_between_the_keys_around(some: Curve, time: float) -> None:
    before = [key for key in some.keys if key.time <= time][-1:] or [some.keys[0]]
    after = [key for key in some.keys if key.time > time][:1] or [some.keys[-1]]
    low, high = sorted((before[0].value, after[0].value))
    assert low <= some.at(time) <= high


@given(curves(), st.data())
def test_it_goes_one_way_between_two_keys(some: Curve, data: st.DataObject) -> None:
    if len(some.keys) < 2:
        return
    number = data.draw(st.integers(0, len(some.keys) - 2))
    here, after = some.keys[number:number + 2]
    values = np.array([some.at(time) for time in np.linspace(here.time, after.time, 50)])
    steps = np.diff(values) * math.copysign(1, after.value - here.value)
    assert (steps >= -1e-9).all()


@given(curves(), st.floats(-5, 60), st.floats(-10, 10), st.sampled_from(Interpolation))
def test_a_key_more_and_away_again(some: Curve, time: float, value: float, interpolation: Interpolation) -> None:
    key = Keyframe(time, value, interpolation)
    more = some.with_key(key)
    assert more.at(time) == value and key in more.keys and list(more.keys) == sorted(more.keys)
    fewer = more.without_key(time)
    assert fewer is None or key not in fewer.keys
    if some.key_near(time) is None:
        assert fewer == some


def test_a_key_where_one_stands_takes_its_place() -> None:
    assert curve((0, 1, SMOOTH), (1, 2, SMOOTH)).with_key(Keyframe(1 + NEAREST / 2, 3, STEP)).keys == (
        Keyframe(0, 1), Keyframe(1 + NEAREST / 2, 3, STEP))
    assert curve((0, 1, SMOOTH)).without_key(0) is None


def test_moved() -> None:
    some = curve((0, 1, STEP), (1, 2, SMOOTH), (2, 3, SMOOTH))
    assert some.moved(0, 0.5).keys == (Keyframe(0.5, 1, STEP), Keyframe(1, 2), Keyframe(2, 3))
    assert some.moved(0, 1.5, 7).keys == (Keyframe(1, 2), Keyframe(1.5, 7, STEP), Keyframe(2, 3))
    assert some.moved(0, 2).keys == (Keyframe(1, 2), Keyframe(2, 1, STEP)), "the one it is put upon gives way"
    assert some.moved(1, 1, 9).keys[1] == Keyframe(1, 9) and some.keys[1] == Keyframe(1, 2)
    for change in (lambda: some.moved(0.4, 1), lambda: some.without_key(0.4)):
        with pytest.raises(UsageError, match="no key at 0.4 s"):
            change()


@given(curves(), st.data())
def test_equal_curves_are_one(some: Curve, data: st.DataObject) -> None:
    same = Curve(some.control, tuple(data.draw(st.permutations(some.keys))))
    assert same == some and hash(same) == hash(some)
    assert some.with_key(Keyframe(1000, 1)) != some


def test_values_are_checked_by_the_table() -> None:
    some = curve((0, 1, SMOOTH))
    assert some.check(TABLE) is some
    with pytest.raises(BadValue, match="AU12L: 11 is outside"):
        some.with_key(Keyframe(1, 11), TABLE)
    with pytest.raises(BadValue, match="AU12L: 11 is outside"):
        some.moved(0, 1, 11, TABLE)
    with pytest.raises(BadValue, match="AU12L: 11 is outside"):
        some.with_key(Keyframe(1, 11)).check(TABLE)
    for name in ("AU1", "AU12"):  # a pair is two controls
        with pytest.raises(BadValue, match="no control"):
            Curve(name, some.keys).check(TABLE)


@pytest.mark.parametrize("key", [(math.nan, 0), (0, math.nan), (math.inf, 0), (1e7, 0), (0, 1e10), ("x", 0), (0, None),
                                 (0, 10 ** 400), (0, 0, "bezier")])
def test_what_is_no_key(key: tuple[float, float]) -> None:
    with pytest.raises(EngineError, match="key"):
        Keyframe(*key)


@pytest.mark.parametrize(("control", "keys"), [("AU12L", ()), ("", (Keyframe(0, 0),)), ("x" * 201, (Keyframe(0, 0),)),
                                               ("AU12L", (Keyframe(0, 0), Keyframe(NEAREST / 2, 1)))])
def test_what_is_no_curve(control: str, keys: tuple[Keyframe, ...]) -> None:
    with pytest.raises(EngineError):
        Curve(control, keys)


def test_a_time_that_is_not_one() -> None:
    with pytest.raises(EngineError, match="not a number"):
        curve((0, 1, SMOOTH)).at(math.nan)
