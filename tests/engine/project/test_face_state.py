"""A face's state: equal when it means the same, and nothing lost when a namespace is replaced."""

from engine.base.look import Look
from engine.project.face_state import LOOK, PERSON, FaceState, rig_namespace

FACE_NN = rig_namespace("face-nn")


def test_states_made_in_any_order_are_equal_and_hash_alike() -> None:
    one = FaceState.of({LOOK: {"b": 1.0, "a": 2.0}, FACE_NN: {}, PERSON: {"id": "anna"}})
    other = FaceState.of({PERSON: {"id": "anna"}, LOOK: {"a": 2.0, "b": 1.0}})
    assert one == other and hash(one) == hash(other) and one.namespaces == (LOOK, PERSON)


def test_reading() -> None:
    state = FaceState.of({LOOK: {"a": 2.0}, PERSON: {"id": "anna", "likeness": 0.5}})
    assert state.look == Look((("a", 2.0),)) and state.get(PERSON) == {"id": "anna", "likeness": 0.5}
    assert state.numbers(PERSON) == {"likeness": 0.5} and state.get("none") == {} and not state.empty
    assert FaceState(box=(0, 0, 1, 1)).empty and not FaceState.of({}, unknown={"x": {"y": 1.0}}).empty


def test_replacing_one_namespace_leaves_the_others() -> None:
    state = FaceState.of({LOOK: {"a": 2.0}, FACE_NN: {"nose": 0.5}}, (0.0, 1.0, 2.0, 3.0))
    changed = state.with_values(FACE_NN, {"chin": 0.1, "brow": 0.2}).with_values("aura", {"hue": 1.0})
    assert changed == FaceState.of({LOOK: {"a": 2.0}, FACE_NN: {"brow": 0.2, "chin": 0.1}, "aura": {"hue": 1.0}},
                                   (0.0, 1.0, 2.0, 3.0))
    assert changed.with_values(LOOK, {}).namespaces == ("aura", FACE_NN)


def test_what_is_set_is_no_longer_unknown() -> None:
    state = FaceState.of({}, unknown={LOOK: {"a": 99.0, "b": 1.0}, FACE_NN: {"a": 1.0}})
    changed = state.with_values(LOOK, {"a": 5.0})
    assert changed.unknown == ((LOOK, (("b", 1.0),)), (FACE_NN, (("a", 1.0),)))
    assert changed.merged() == FaceState.of({LOOK: {"a": 5.0, "b": 1.0}, FACE_NN: {"a": 1.0}})
