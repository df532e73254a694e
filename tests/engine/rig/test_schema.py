"""The two schemas: what they promise, and that every live value does something."""

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_52
from engine.rig.engines import vrm_presets
from engine.rig.files.vrm_file import PRESETS
from engine.rig.fit import convert
from engine.rig.schema import BUILT_IN, INERT, LIVE, PAINT, SHADOWED, load_schema, schema_names
from engine.rig.schema_file import own_schema
from engine.rig.shaping import rig_vertices, shaping
from engine.rig.values import RigValues


def test_face_nn_has_its_99_values_in_place() -> None:
    schema = load_schema("face-nn")
    assert [slot.index for slot in schema.slots] == list(range(99))
    states = [slot.state for slot in schema.slots]
    assert [place for place, state in enumerate(states) if state == INERT] == list(range(82, 95))
    assert [place for place, state in enumerate(states) if state == SHADOWED] == [75]
    assert [place for place, state in enumerate(states) if state == PAINT] == [95, 96, 97, 98]
    assert states.count(LIVE) == 81
    assert schema.shapes == ("male", "female") and schema.defaults().values[95:] == (0.5, 1.0, 0.0, 0.0)


def test_the_schemas_that_come_with_the_program() -> None:
    assert sorted(BUILT_IN) == sorted(path.stem for path in (RESOURCES / "schemas").glob("*.toml"))
    for name in BUILT_IN:
        assert own_schema(load_schema(name).source, name).name == name  # what all are asked for


def test_expressions_are_named_as_arkit_and_vrm_name_them() -> None:
    arkit = load_schema("arkit-52")
    assert sorted(slot.id for slot in arkit.slots) == sorted(ARKIT_52)
    assert [arkit.slots[place].id for place in (0, 1, -1)] == ["eyeBlinkLeft", "eyeLookDownLeft", "tongueOut"]
    assert all(slot.drives == ((slot.id, 1.0),) for slot in arkit.slots)
    vrm = {slot.id: dict(slot.drives) for slot in load_schema("vrm").slots}
    assert tuple(vrm) == PRESETS
    assert {preset.name: dict(preset.shapes) for preset in vrm_presets()} == {
        name: drives for name, drives in vrm.items() if drives}


def test_an_expression_becomes_the_nearest_of_another_kind() -> None:
    arkit, vrm = load_schema("arkit-52"), load_schema("vrm")
    shown = arkit.set(arkit.defaults(), {"jawOpen": 0.7, "eyeBlinkLeft": 1.0})
    said = convert(shown, "vrm").values
    named = dict(zip([slot.id for slot in vrm.slots], said.values, strict=True))
    assert named["aa"] > 0.5 and named["blinkLeft"] > 0.9 and named["happy"] < 0.1
    back = convert(vrm.set(vrm.defaults(), {"happy": 1.0}), "arkit-52")
    found = dict(zip([slot.id for slot in arkit.slots], back.values.values, strict=True))
    assert found["mouthSmileLeft"] == pytest.approx(0.9, abs=0.01) and back.residual_mm < 0.05


def test_the_head_schema_is_the_heads_sliders() -> None:
    assert [slot.id for slot in load_schema("facewright-head").slots] == [name for name, _, _ in load_head().sliders]
    for slot in load_schema("facewright-head").slots:
        if slot.mirror:
            assert load_schema("facewright-head").controls[slot.mirror].mirror == slot.id


@pytest.mark.parametrize("name", schema_names())
def test_every_live_value_moves_the_head_both_ways_it_can(name: str) -> None:
    on_head = shaping(name)
    still = on_head.vertices(np.zeros(len(on_head.schema.slots)))
    assert np.array_equal(still, on_head.head.vertices)
    for place, slot in enumerate(on_head.schema.slots):
        for amount in (1.0, -1.0) if slot.minimum < slot.default and slot.id != "mouth-open.jaw" else (1.0,):
            moved = np.abs(on_head.column(place, amount)).max()
            assert (moved > 0.002) == (slot.state == LIVE), (slot.id, amount, moved)


@pytest.mark.parametrize("name", schema_names())
def test_columns_are_what_the_values_do(name: str) -> None:
    on_head = shaping(name)
    amounts = np.zeros(len(on_head.schema.slots))
    place, end = next((place, -1.0 if slot.minimum < slot.default else 1.0)
                      for place, slot in enumerate(on_head.schema.slots) if slot.group in ("Nose", "Mood"))
    amounts[place] = end
    assert np.allclose(on_head.vertices(amounts) - on_head.head.vertices, on_head.column(place, end), atol=1e-6)


def test_values_left_and_right_are_symmetric_on_the_head() -> None:
    """Every face-nn value moves landmarks as in a mirror: the outer corners of the eyes stay level and equally far."""
    on_head = shaping("face-nn")
    rest = on_head.head.landmarks(on_head.head.vertices)[[33, 263]] * [(-1, 1, 1), (1, 1, 1)]
    for place in range(82):
        corners = on_head.head.landmarks(on_head.head.vertices + on_head.column(place, 1.0))[[33, 263]]
        moved = corners * [(-1, 1, 1), (1, 1, 1)] - rest
        assert np.abs(moved[0] - moved[1]).max() < 0.004, on_head.schema.slots[place].id


def test_out_of_range_counts_as_the_end() -> None:
    schema = load_schema("face-nn")
    values = schema.defaults("male").array()
    values[0] = 1.7
    assert schema.amounts(RigValues.of("face-nn", values, "male"))[0] == 1.0
    assert schema.as_settings(RigValues.of("face-nn", values, "male"))["forehead.width"] == 1.0


def test_what_a_hand_set_comes_back_as_it_was() -> None:
    schema = load_schema("face-nn")
    for count in range(101):
        values = schema.set(schema.defaults("male"), {"forehead.width": count / 100})
        settings = schema.as_settings(values)
        assert settings["forehead.width"] == count / 100
        assert schema.set(schema.defaults("male"), settings).same_as(values)


def test_setting_by_name() -> None:
    schema = load_schema("facewright-head")
    values = schema.set(schema.defaults(), {"eye-scale": 0.5, "nose-point": -1})
    assert values.values[schema.index("l-eye-scale")] == values.values[schema.index("r-eye-scale")] == 0.5
    with pytest.raises(UsageError):
        schema.set(values, {"nose-pint": 1})
    with pytest.raises(UsageError):
        schema.set(values, {"nose-point": 1.01})
    with pytest.raises(UsageError):
        load_schema("../face-nn")
    with pytest.raises(EngineError):
        schema.check_count(load_schema("face-nn").defaults())


def test_one_brow_style_at_a_time() -> None:
    schema = load_schema("face-nn")
    values = schema.set(schema.defaults("female"), {"brow.style3": 1})
    assert values.values[96:] == (0.0, 0.0, 1.0)
    assert schema.set(values, {"brow.style2": 0.7}).values[96:] == (0.0, 1.0, 0.0)
    assert schema.set(values, {"brow.style2": 0.3}).values[96:] == (0.0, 0.0, 1.0)
    assert schema.set(values, {"brow.style3": 0}).values[96:] == schema.defaults().values[96:] == (1.0, 0.0, 0.0)


@pytest.mark.parametrize("numbers", [[float("nan")], [float("inf")], [1e39], ["x"], [10**400]])
def test_values_must_be_finite_numbers(numbers: list[object]) -> None:
    with pytest.raises(EngineError):
        RigValues.of("face-nn", numbers)  # type: ignore[arg-type]


def test_a_default_head_is_the_base_head() -> None:
    for name in schema_names():
        assert np.array_equal(rig_vertices(load_schema(name).defaults()), load_head().vertices)
