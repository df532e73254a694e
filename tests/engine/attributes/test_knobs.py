"""The knobs and what they say, looks in two parts, looks by chance."""

import math

import numpy as np
import pytest

from engine.attributes.attribute_edit import attribute_edit_of, changed_code
from engine.attributes.directions import shipped
from engine.attributes.knobs import (
    ATTRIBUTE,
    KNOBS,
    LOCK,
    LOCKS_GROUP,
    MIX,
    REGIONS,
    ROW_GROUPS,
    direction_of,
    scores,
    side_effects,
)
from engine.attributes.random_look import random_look
from engine.base.errors import BadValue, UsageError
from engine.base.look import Look
from engine.expression.units import CONTROLS
from engine.systems import LOOK_CONTROLS, split


def test_every_direction_has_a_knob_and_every_knob_a_direction() -> None:
    knobs = {control.id.removeprefix(ATTRIBUTE) for control in KNOBS if control.id.startswith(ATTRIBUTE)}
    assert knobs == set(shipped().names)


def test_every_knob_has_a_lock_that_no_panel_shows_as_a_row() -> None:
    names = [control.id.removeprefix(ATTRIBUTE) for control in KNOBS if control.id.startswith(ATTRIBUTE)]
    for name in names:
        lock = KNOBS[LOCK + name]
        assert (lock.group, lock.minimum, lock.maximum, lock.default) == (LOCKS_GROUP, 0, 1, 0)
    assert sum(control.id.startswith(LOCK) for control in KNOBS) == len(names)


def test_a_knob_says_what_it_does() -> None:
    for control in KNOBS:
        assert control.label and control.group and control.help.endswith(".")
        if control.id.startswith(ATTRIBUTE):
            assert (control.minimum, control.maximum, control.default) == (-3, 3, 0) and all(control.ends)


def test_scores_are_the_directions_own() -> None:
    smile = shipped().named("smile")
    assert scores("attribute.smile")["auc"] == smile.score["auc"] >= 0.85
    assert scores("attribute.smile")["effect"] == smile.effect
    assert scores("mix.seed") == scores("lock.smile") == {}
    assert direction_of("lock.smile") is direction_of("attribute.smile") is smile
    with pytest.raises(UsageError):
        direction_of("mix.seed")


def test_side_effects_are_those_that_show_strongest_first() -> None:
    found = side_effects("attribute.smile", 0.3)
    sizes = [abs(value) for value in found.values()]
    assert sizes == sorted(sizes, reverse=True) and min(sizes) >= 0.3
    assert all(math.isfinite(size) for size in sizes) and side_effects("mix.seed") == {}


def test_all_controls_of_a_look_stand_in_one_table() -> None:
    assert len(LOOK_CONTROLS) == len(CONTROLS) + len(KNOBS)
    look = Look.of(LOOK_CONTROLS, {"AU12": 3, "attribute.smile": 1.5, "lock.yaw": 1})
    expression, attributes = split(look)
    assert dict(expression) == {"AU12L": 3, "AU12R": 3}
    assert dict(attributes) == {"attribute.smile": 1.5, "lock.yaw": 1}
    with pytest.raises(BadValue):
        Look.of(LOOK_CONTROLS, {"attribute.smile": 3.5})


@pytest.mark.parametrize("values", [{"lock.smile": 1}, {"mix.seed": 7}, {"lock.smile": 1, "mix.seed": 7}])
def test_values_that_change_nothing_are_no_attributes(values: dict[str, float]) -> None:
    assert split(Look.of(LOOK_CONTROLS, values)) == (Look(), Look())


def test_what_can_be_mixed_can_be_set() -> None:
    for name in (*ROW_GROUPS, *REGIONS):
        assert KNOBS[MIX + name].maximum == 100
        assert split(Look.of(LOOK_CONTROLS, {MIX + name: 40}))[1]


def test_chance_leaves_locked_knobs_alone_and_gives_the_others_the_same() -> None:
    free, locked = random_look({}, 3), random_look({"lock.smile": 1.0}, 3)
    assert set(free) - set(locked) == {"attribute.smile"}
    assert all(free[name] == value for name, value in locked.items())
    assert free == random_look({}, 3) != random_look({}, 4)
    assert dict(Look.of(LOOK_CONTROLS, free))  # all within their ranges
    assert all(value == 0 for value in random_look({}, 3, 0.0).values())
    assert max(abs(value) for value in random_look({}, 5, 1.5).values()) <= 3


def test_a_face_by_chance_is_what_its_knobs_say() -> None:
    """Where the edit leads along each turned knob's direction is what the knob says, within a third."""
    directions, mean = shipped(), np.zeros((23, shipped().width), np.float32)
    shares = []
    for seed in range(60):
        look = random_look({}, seed)
        code = changed_code(mean, attribute_edit_of(look), directions, mean)
        assert 2 <= sum(map(bool, look.values())) <= 14
        for name, value in look.items():
            if value:
                one = directions.named(name.removeprefix(ATTRIBUTE))
                first, last = one.rows or (0, len(code))
                shares.append(float((code[first:last] @ one.vector).mean()) / one.sigma / value)
    assert np.mean(np.abs(np.array(shares) - 1) < 1 / 3) > 0.97 and min(shares) > 0.3


def test_chance_turns_every_knob_now_and_then_both_ways() -> None:
    looks = [random_look({}, seed) for seed in range(200)]
    for name in looks[0]:
        turns = [look[name] for look in looks]
        assert min(turns) < 0 < max(turns), name
