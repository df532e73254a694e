"""The document: one undo step per gesture, every step exactly reversible, nothing lost between file and window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.base.errors import UsageError
from engine.base.look import Look
from gui.model.document import ProjectDocument
from tests.gui.fakes import TABLE, make_original, make_photo


@pytest.fixture
def document(qapp: QObject) -> ProjectDocument:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(), make_original())
    return document


def test_a_gesture_is_one_step(document: ProjectDocument) -> None:
    document.begin_gesture("Smile")
    for value in (1.0, 2.0, 5.0, 3.0):
        document.drag({"AU12": value})
        assert document.control("AU12L") == value and document.control("AU12R") == value
    assert document.undo_stack.count() == 0
    document.end_gesture()
    assert document.undo_stack.count() == 1 and document.undo_stack.undoText() == "Smile"
    document.undo()
    assert document.look() == Look()
    document.redo()
    assert dict(document.look()) == {"AU12L": 3.0, "AU12R": 3.0}


def test_a_gesture_that_comes_back_is_no_step(document: ProjectDocument) -> None:
    document.begin_gesture("Smile")
    document.drag({"AU12": 4.0})
    document.drag({"AU12": 0.0})
    document.end_gesture()
    assert document.undo_stack.count() == 0 and not document.dirty


def test_cancelling_goes_back_to_where_the_hand_took_hold(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 2.0}, "Jaw")
    document.begin_gesture("Jaw")
    document.drag({"AU26": 9.0})
    document.cancel_gesture()
    assert document.control("AU26") == 2.0 and document.undo_stack.count() == 1


def test_undo_in_the_middle_of_a_drag_undoes_that_drag(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 2.0}, "Jaw")
    document.begin_gesture("Jaw")
    document.drag({"AU26": 9.0})
    document.undo()
    assert document.control("AU26") == 2.0


def test_key_presses_on_one_control_are_one_step(document: ProjectDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("gui.model.document.time.monotonic", lambda: now[0])
    for value in (1.0, 2.0, 3.0):
        document.set_controls({"AU26": value}, "Jaw", merge="AU26")
        now[0] += 0.1
    document.set_controls({"AU12": 1.0}, "Smile", merge="AU12")
    now[0] += 5.0
    document.set_controls({"AU12": 2.0}, "Smile", merge="AU12")
    stack = document.undo_stack
    assert [stack.text(index) for index in range(stack.count())] == ["Jaw · face 1", "Smile · face 1", "Smile · face 1"]
    for expected in ({"AU26": 3.0, "AU12L": 1.0, "AU12R": 1.0}, {"AU26": 3.0}, {}):
        document.undo()
        assert dict(document.look()) == expected


def test_a_value_out_of_range_changes_nothing(document: ProjectDocument) -> None:
    with pytest.raises(UsageError):
        document.set_controls({"AU26": 11.0}, "Jaw")
    with pytest.raises(UsageError):
        document.set_controls({"nose": 1.0}, "Nose")
    assert document.look() == Look() and document.undo_stack.count() == 0


def test_every_face_has_its_own_look_and_undo_shows_the_face_it_changes(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.select(1)
    document.set_controls({"AU12": 6.0}, "Smile")
    assert dict(document.look(0)) == {"AU26": 4.0} and dict(document.look(1)) == {"AU12L": 6.0, "AU12R": 6.0}
    document.select(0)
    document.undo()
    assert document.selected == 1 and document.look(1) == Look()
    document.select(7)
    assert document.selected == 1


def test_rig_values_undo_with_everything_else(document: ProjectDocument) -> None:
    document.begin_gesture("Nose")
    document.drag_rig("face-nn", {"nose": 0.25})
    document.drag_rig("face-nn", {"nose": 0.5})
    document.end_gesture()
    document.set_rig("face-nn", {"nose": 0.5, "chin": 0.75}, "Fit")
    assert document.rig("face-nn") == {"nose": 0.5, "chin": 0.75}
    document.undo()
    assert document.rig("face-nn") == {"nose": 0.5}
    document.undo()
    assert document.rig("face-nn") == {}


def test_signals_tell_which_face_and_only_when_something_changed(document: ProjectDocument, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []
    document.look_changed.connect(lambda face: told.append(("look", face)))
    document.rig_changed.connect(lambda face: told.append(("rig", face)))
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.set_rig("face-nn", {"nose": 0.1}, "Nose")
    assert told == [("look", 0), ("rig", 0)]


def test_dirty_follows_saving_and_undo(document: ProjectDocument, tmp_path: Path) -> None:
    told: list[bool] = []
    document.dirty_changed.connect(told.append)
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.mark_saved(tmp_path / "a.facewright")
    document.undo()
    document.redo()
    assert told == [True, False, True, False] and document.name == "a"


def test_what_is_edited_while_saving_stays_unsaved(document: ProjectDocument, tmp_path: Path) -> None:
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.mark_saved(tmp_path / "a.facewright", unchanged=False)
    assert document.dirty


def test_a_project_brings_back_what_was_set_even_when_faces_come_in_another_order(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.select(1)
    document.set_controls({"AU12": 6.0}, "Smile")
    document.set_rig("face-nn", {"nose": 0.1}, "Nose")
    project = document.project()
    assert project is not None and project.selected == 1
    photo = make_photo()
    swapped = type(photo)(photo.picture, photo.faces[::-1])
    other = ProjectDocument(TABLE)
    other.open_photo(swapped, make_original(), project)
    assert dict(other.look(1)) == {"AU26": 4.0} and dict(other.look(0)) == {"AU12L": 6.0, "AU12R": 6.0}
    assert other.rig("face-nn", 0) == {"nose": 0.1} and not other.dirty


def test_a_photo_without_faces_takes_no_edits(qapp: QObject) -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=0), make_original())
    document.begin_gesture("Jaw")
    document.set_controls({"AU26": 4.0}, "Jaw")
    assert document.selected == -1 and not document.dirty and document.undo_stack.count() == 0


def words(document: ProjectDocument) -> list[str]:
    stack = document.undo_stack
    return [stack.text(index) for index in range(stack.count())]


def test_the_history_tells_the_value_and_the_face(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 6.6}, "Jaw drop")
    document.select(1)
    document.set_controls({"AU12L": -2.0, "AU12R": -2.0}, "Lip corner puller")
    document.set_controls({"AU12L": 3.0}, "Lip corner puller")
    document.set_controls({"AU12L": 5.0, "AU12R": 1.0}, "Lip corner puller")  # no one number
    document.set_controls({"AU26": 1.0}, "Happy")  # a preset's own value is not the point
    document.set_rig("face-nn", {"forehead.width": 0.9}, "Forehead, width")
    document.set_look(Look(), "Reset all")
    assert words(document) == [
        "Jaw drop +6.6 · face 1", "Lip corner puller −2.0 · face 2", "Lip corner puller, left +3.0 · face 2",
        "Lip corner puller · face 2", "Happy · face 2", "Forehead, width 0.90 · face 2", "Reset all · face 2"]
    assert document.undo_stack.undoText() == "Reset all"


def test_a_single_face_has_no_number_in_the_history_and_merged_steps_tell_the_last_value() -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=1))
    for value in (1.0, 2.0, 3.0):
        document.set_controls({"AU26": value}, "Jaw drop", merge="AU26")
    assert words(document) == ["Jaw drop +3.0"]
