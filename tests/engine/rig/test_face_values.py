"""What a face keeps of a rig: checked like every control, the role shape a number among them."""

import pytest

from engine.base.errors import BadValue
from engine.project.face_state import FaceState, rig_namespace
from engine.rig.face_values import ROLE, kept_of, rig_controls, settings_of, shape_of, values_of
from engine.rig.schema import load_schema, schema_names
from engine.rig.schema_file import own_schema
from engine.systems import face_namespaces
from tests.engine.rig.own_schemas import VALUES

FACE_NN = load_schema("face-nn")


@pytest.mark.parametrize("name", schema_names())
def test_whole_sets_of_values_survive(name: str) -> None:
    schema = load_schema(name)
    for shape in schema.shapes or ("",):
        values = schema.defaults(shape)
        values = schema.set(values, {schema.slots[0].id: schema.slots[0].maximum})
        kept = kept_of(schema.as_settings(values), shape)
        state = face_namespaces().replaced(FaceState(), rig_namespace(name), kept)
        assert state.get(rig_namespace(name)) == kept  # those at default too
        assert values_of(schema, state.get(rig_namespace(name))).same_as(values)


def test_what_is_missing_is_at_default() -> None:
    assert shape_of(FACE_NN, {}) == "female" and shape_of(FACE_NN, {ROLE: 3.0}) == "male"
    assert shape_of(load_schema("facewright-head"), {ROLE: 3.0}) == ""
    assert settings_of(FACE_NN, {ROLE: 3.0, "forehead.width": 0.25}) == {"forehead.width": 0.25}


def test_a_schema_that_is_not_there_has_no_controls() -> None:
    assert rig_controls("no-such-game") is None and rig_controls("../face-nn") is None


@pytest.mark.parametrize("settings", [{ROLE: 7.0}, {"forehead.width": 1.5}, {"no.such": 0.5}])
def test_values_out_of_range_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(BadValue):
        face_namespaces().changed(FaceState(), rig_namespace("face-nn"), settings)


def test_what_a_changed_schema_has_no_room_for_is_at_its_end() -> None:
    kept = {"forehead.width": 900.0, "brow.grey": -3.0}
    assert settings_of(FACE_NN, kept) == {"forehead.width": 1.0, "brow.grey": 0.0}
    assert values_of(FACE_NN, kept).values[0] == 1
    whole = own_schema((VALUES + '[file]\n[[file.part]]\nkind = "values"\n').encode(), "whole")
    assert settings_of(whole, {"freckles": 2.4}) == {"freckles": 2.0} and kept["forehead.width"] == 900
