"""Shades: what a renderer leaves out of a look is said, and what it refuses alone it refuses still."""

import pytest

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.expression.magicface import au_vector as magicface
from engine.expression.presets import SHIPPED_ORDER, find_preset
from engine.expression.shades import left_out, without
from engine.expression.units import CONTROLS, UNITS


def look(**values: float) -> Look:
    return Look.of(CONTROLS, values)


def test_the_rest_is_drawn_without_a_shade() -> None:
    asked = look(AU12=5, upperlip=4, unsmile=100)
    assert magicface.left(asked) == ("upperlipL", "upperlipR")
    magicface.refuse_beyond(asked)
    for alone in (look(upperlip=4), look(upperlip=4, unsmile=100)):
        assert magicface.left(alone) == ()
        with pytest.raises(UsageError, match="upperlip"):
            magicface.refuse_beyond(alone)
    with pytest.raises(UsageError) as refused:
        magicface.refuse_beyond(look(upperlip=4, dimple=3))
    assert "dimple" in refused.value.message and "upperlip" not in refused.value.message


def test_a_renderer_that_knows_a_shade_draws_it() -> None:
    asked = look(AU12=5, pucker=4)
    assert magicface.left(asked) == ("pucker",)
    assert left_out(asked, lambda _: True) == ()


def test_what_was_left_out_is_said_once_for_both_sides() -> None:
    notes = without("MagicFace", ("upperlipL", "upperlipR", "pucker"))
    assert [str(note) for note in notes] == ["MagicFace draws this without upperlip, pucker"]
    assert without("MagicFace", ()) == ()


def test_presets_hold_units_that_every_renderer_draws_and_shades() -> None:
    for name in SHIPPED_ORDER:
        if name != "neutral":
            magicface.refuse_beyond(find_preset(name).look)
    assert {name for name, unit in UNITS.items() if unit.shade} == {
        "pucker", "upperlipL", "upperlipR", "lowerlipL", "lowerlipR"}
