"""Namespaces: checked, at default or not, and unknown, in the same way for all of them."""

import pytest

from engine.base.controls import Control, ControlTable
from engine.base.errors import BadValue, UsageError
from engine.project.face_state import LOOK, PERSON, FaceState
from engine.project.namespaces import Namespace, Namespaces

TABLE = ControlTable([Control("AU12L", "Smile, left", "Mouth", -10, 10, pair="AU12"),
                      Control("AU12R", "Smile, right", "Mouth", -10, 10, pair="AU12")])
NOSE = Namespace(ControlTable([Control("nose", "Nose", "Face", 0, 1, default=0.5)]), sparse=False)
ALL = Namespaces({LOOK: Namespace(TABLE), PERSON: Namespace(ControlTable([]), texts=frozenset({"id"}))},
                 {"rig": lambda name: NOSE if name == "game" else None})


def test_pairs_are_spread_and_defaults_left_out() -> None:
    state = ALL.changed(FaceState(), LOOK, {"AU12": 3.0})
    assert state == FaceState.of({LOOK: {"AU12L": 3.0, "AU12R": 3.0}})
    assert ALL.changed(state, LOOK, {"AU12L": 0.0}) == FaceState.of({LOOK: {"AU12R": 3.0}})
    assert ALL.replaced(state, LOOK, {"AU12L": 1.0}) == FaceState.of({LOOK: {"AU12L": 1.0}})


def test_a_rig_keeps_values_at_default() -> None:
    state = ALL.changed(FaceState(), "rig/game", {"nose": 0.5})
    assert state == FaceState.of({"rig/game": {"nose": 0.5}})


def test_a_persons_id_is_text() -> None:
    assert ALL.replaced(FaceState(), PERSON, {"id": "anna"}) == FaceState.of({PERSON: {"id": "anna"}})
    with pytest.raises(BadValue, match="id: 3.0 is not text"):
        ALL.replaced(FaceState(), PERSON, {"id": 3.0})


@pytest.mark.parametrize(("namespace", "settings"), [
    (LOOK, {"AU12": 11.0}), (LOOK, {"nose": 1.0}), (LOOK, {"AU12L": "3"}), ("rig/game", {"nose": float("nan")}),
    ("rig/other", {"nose": 0.1}), ("rig", {"nose": 0.1}), ("rig/", {"nose": 0.1}), ("aura", {"hue": 0.1})])
def test_what_cannot_be_set(namespace: str, settings: dict) -> None:
    with pytest.raises(UsageError):
        ALL.changed(FaceState(), namespace, settings)


def test_what_this_version_cannot_use_is_sorted_out() -> None:
    state = FaceState.of({LOOK: {"AU12L": 3.0, "AU12R": 0.0, "AU12": 4.0, "AU99": 1.0}, "rig/game": {"nose": 2.0},
                          "rig/other": {"chin": 1.0, "nose": 1.0}, PERSON: {"id": "anna", "age": 3.0}})
    found = ALL.sorted_out(state)
    assert found == FaceState.of(
        {LOOK: {"AU12L": 3.0}, PERSON: {"id": "anna"}},
        unknown={LOOK: {"AU12": 4.0, "AU99": 1.0}, "rig/game": {"nose": 2.0}, PERSON: {"age": 3.0},
                 "rig/other": {"chin": 1.0, "nose": 1.0}})
    assert ALL.unknown_names(found) == ("AU12", "AU99", "age", "nose", "rig/other")
    assert ALL.sorted_out(found) == found


def test_what_a_newer_version_did_not_know_becomes_known() -> None:
    kept = FaceState.of({}, unknown={LOOK: {"AU12L": 3.0}})
    assert ALL.sorted_out(kept) == FaceState.of({LOOK: {"AU12L": 3.0}})


def test_a_value_back_at_its_default_is_not_the_unknown_one_again() -> None:
    state = FaceState.of({}, unknown={LOOK: {"AU12L": 99.0, "AU99": 1.0}})
    changed = ALL.changed(state, LOOK, {"AU12L": 0.0})
    assert changed == FaceState.of({}, unknown={LOOK: {"AU99": 1.0}})
