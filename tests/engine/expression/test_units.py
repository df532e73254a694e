"""The table of controls: complete, and every control does something the puppet knows."""

import pytest

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.expression.units import CONTROLS, RAW_GROUP, UNITS
from engine.photo.arkit import ARKIT_52

TWO_SIDED = ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU20")
MIDDLE = ("AU17", "AU25", "AU26")


@pytest.mark.parametrize("name", TWO_SIDED)
def test_two_sided_action_units(name: str) -> None:
    assert CONTROLS.ids(name) == (f"{name}L", f"{name}R") and name not in CONTROLS
    for side, other in (("L", "R"), ("R", "L")):
        control = CONTROLS[name + side]
        assert (control.minimum, control.maximum, control.default) == (-10, 10, 0)
        assert (control.mirror, control.pair) == (name + other, name)


@pytest.mark.parametrize("name", MIDDLE)
def test_action_units_of_the_middle(name: str) -> None:
    control = CONTROLS[name]
    assert (control.minimum, control.maximum, control.default, control.mirror) == (-10, 10, 0, "")


def test_every_blendshape_can_be_set_raw() -> None:
    raw = [control.id for control in CONTROLS if control.group == RAW_GROUP]
    assert tuple(raw) == ARKIT_52
    assert CONTROLS["eyeBlinkLeft"].mirror == "eyeBlinkRight" and CONTROLS["jawOpen"].mirror == ""


def test_the_head_turns_within_what_a_photo_can_show() -> None:
    assert [(CONTROLS[f"head.{axis}"].minimum, CONTROLS[f"head.{axis}"].maximum) for axis in ("yaw", "pitch", "roll")] \
        == [(-20, 20), (-15, 15), (-20, 20)]


def test_everything_shown_is_complete() -> None:
    for control in CONTROLS:
        assert control.label and control.group and control.help.endswith("."), control.id
        assert control.minimum <= control.default <= control.maximum and control.step > 0
        assert control.minimum <= 0 <= control.maximum, "zero is the photo"
        assert len(control.ends) == 2


def test_mirrors_are_mutual_and_alike() -> None:
    for unit in UNITS.values():
        if unit.control.mirror:
            other = UNITS[unit.control.mirror]
            assert other.control.mirror == unit.control.id
            swapped = {name.replace("Left", "?").replace("Right", "Left").replace("?", "Right"): gain
                       for name, gain in unit.plus.items()}
            assert swapped == dict(other.plus)


def test_looks_take_pairs_and_refuse_nonsense() -> None:
    assert dict(Look.of(CONTROLS, {"AU12": 8})) == {"AU12L": 8.0, "AU12R": 8.0}
    for settings in ({"AU12": 10.1}, {"AU99": 1}, {"AU12": float("nan")}, {"head.yaw": -21}):
        with pytest.raises(UsageError):
            Look.of(CONTROLS, settings)


def test_the_page_names_every_control_and_preset() -> None:
    from pathlib import Path

    from engine.expression.presets import all_presets

    page = (Path(__file__).parents[3] / "docs" / "expression.md").read_text(encoding="utf-8")
    for control in CONTROLS:
        if control.group != RAW_GROUP:
            assert f"| `{control.pair or control.id}`" in page and control.help in page, control.id
    for preset in all_presets(Path("none"))[0]:
        assert f"| `{preset.id}` |" in page
