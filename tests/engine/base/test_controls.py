"""Controls and looks: what every slider, flag and file stands on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.controls import Control, ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.look import Look

LEFT = Control("AU12L", "Smile, left", "Mouth", -10, 10, mirror="AU12R", pair="AU12")
RIGHT = Control("AU12R", "Smile, right", "Mouth", -10, 10, mirror="AU12L", pair="AU12")
YAW = Control("head.yaw", "Turn", "Head", -30, 30, unit="°")
SIZE = Control("size", "Size", "Rig", 0, 1, default=0.5)
TABLE = ControlTable([LEFT, RIGHT, YAW, SIZE])

settings = st.fixed_dictionaries({}, optional={
    "AU12": st.floats(-10, 10), "AU12L": st.floats(-10, 10), "head.yaw": st.floats(-30, 30), "size": st.floats(0, 1)})


@pytest.mark.parametrize(("given_value", "kept"), [(3, 3.0), ("4.5", 4.5), (-10, -10.0), (10, 10.0), (True, 1.0)])
def test_check_gives_a_float(given_value: object, kept: float) -> None:
    value = LEFT.check(given_value)  # type: ignore[arg-type]
    assert value == kept and type(value) is float


@pytest.mark.parametrize("bad", [10.0001, -11, math.nan, math.inf, -math.inf, "nan", "x", "", None, [1]])
def test_check_refuses(bad: object) -> None:
    with pytest.raises(UsageError, match="AU12L"):
        LEFT.check(bad)  # type: ignore[arg-type]


def test_check_refuses_a_number_too_large_for_a_float() -> None:
    with pytest.raises(UsageError, match="AU12L"):
        LEFT.check(10 ** 400)


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_check_never_lets_a_value_out_of_range_through(value: float) -> None:
    try:
        assert LEFT.minimum <= LEFT.check(value) <= LEFT.maximum
    except UsageError:
        assert not LEFT.minimum <= value <= LEFT.maximum


def test_usage_error_is_an_engine_error() -> None:
    assert issubclass(UsageError, EngineError)
    assert str(EngineError("what", "do this")) == "what (do this)"
    assert str(EngineError("what")) == "what"


def test_table_keeps_order_and_finds() -> None:
    assert [control.id for control in TABLE] == ["AU12L", "AU12R", "head.yaw", "size"]
    assert len(TABLE) == 4
    assert "AU12L" in TABLE and "AU12" not in TABLE
    assert TABLE["head.yaw"] is YAW
    assert TABLE.names == ("AU12", "AU12L", "AU12R", "head.yaw", "size")


def test_pair_name_means_both_sides() -> None:
    assert TABLE.ids("AU12") == ("AU12L", "AU12R")
    assert TABLE.ids("AU12R") == ("AU12R",)
    assert TABLE.assign({"AU12": 4}) == {"AU12L": 4.0, "AU12R": 4.0}
    assert TABLE.assign({"AU12": 4, "AU12L": 1}) == {"AU12L": 1.0, "AU12R": 4.0}
    assert TABLE.assign({"AU12L": 1, "AU12": 4}) == {"AU12L": 4.0, "AU12R": 4.0}


def test_unknown_name_suggests_near_ones() -> None:
    with pytest.raises(UsageError, match="unknown control 'AU13'") as caught:
        TABLE.ids("AU13")
    assert "AU12" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        TABLE.ids("zzzzzz")
    assert "presets --controls" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        ControlTable([LEFT, RIGHT], "facewright rig controls").ids("zzzzzz")
    assert "rig controls" in caught.value.hint


def test_declared_twice_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="twice"):
        ControlTable([LEFT, LEFT])


def test_look_holds_only_what_is_not_default() -> None:
    look = Look.of(TABLE, {"AU12": 4, "head.yaw": 0, "size": 0.5})
    assert dict(look) == {"AU12L": 4.0, "AU12R": 4.0}
    assert Look.of(TABLE, {"size": 0.0}) == Look((("size", 0.0),))
    assert not Look.of(TABLE, {"size": 0.5}) and not Look()


@given(settings)
def test_equal_looks_are_equal_however_they_were_made(values: dict[str, float]) -> None:
    look = Look.of(TABLE, values)
    step_by_step = Look()
    for name, value in values.items():
        step_by_step = step_by_step.changed(TABLE, {name: value})
    assert step_by_step == look
    assert hash(step_by_step) == hash(look)
    assert Look.of(TABLE, dict(reversed(list(look.items())))) == look


@given(settings, settings)
def test_changed_replaces_and_keeps_the_rest(first: dict[str, float], second: dict[str, float]) -> None:
    look = Look.of(TABLE, first).changed(TABLE, second)
    wanted = {**TABLE.assign(first), **TABLE.assign(second)}
    assert {control.id: look.get(control.id, control.default) for control in TABLE} == {
        control.id: wanted.get(control.id, control.default) for control in TABLE}


def test_negative_zero_is_zero() -> None:
    assert Look.of(TABLE, {"AU12": -0.0}) == Look()


def test_look_is_a_mapping() -> None:
    look = Look.of(TABLE, {"head.yaw": 5})
    assert look["head.yaw"] == 5.0 and "AU12L" not in look and list(look) == ["head.yaw"] and len(look) == 1
    with pytest.raises(KeyError):
        look["AU12L"]
    assert look != {"head.yaw": 5.0} and look != 3


def test_look_refuses_what_the_table_refuses() -> None:
    with pytest.raises(UsageError):
        Look.of(TABLE, {"AU12": 11})
    with pytest.raises(UsageError):
        Look().changed(TABLE, {"nothing": 1})
