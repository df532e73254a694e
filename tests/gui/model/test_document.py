"""The document: one undo step per gesture, every step exactly reversible, nothing lost between file and window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.project.face_state import LOOK, PERSON, FaceState, rig_namespace
from engine.project.history import history_of, without_history
from engine.project.project import Part, Project
from gui.model.document import ProjectDocument
from tests.gui.fakes import TABLE, make_original, make_photo

FACE_NN = rig_namespace("face-nn")


@pytest.fixture
def document(qapp: QObject) -> ProjectDocument:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(), make_original())
    return document


def test_a_gesture_is_one_step(document: ProjectDocument) -> None:
    document.begin_gesture("Smile")
    for value in (1.0, 2.0, 5.0, 3.0):
        document.drag(LOOK, {"AU12": value})
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
    document.drag(LOOK, {"AU12": 4.0})
    document.drag(LOOK, {"AU12": 0.0})
    document.end_gesture()
    assert document.undo_stack.count() == 0 and not document.dirty


def test_undo_in_the_middle_of_a_drag_undoes_that_drag(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 2.0}, "Jaw")
    document.begin_gesture("Jaw")
    document.drag(LOOK, {"AU26": 9.0})
    document.undo()
    assert document.control("AU26") == 2.0


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
    document.drag(FACE_NN, {"forehead.width": 0.25})
    document.drag(FACE_NN, {"forehead.width": 0.5})
    document.end_gesture()
    document.set_values(FACE_NN, {"forehead.width": 0.5, "forehead.height": 0.75}, "Fit")
    assert document.values(FACE_NN) == {"forehead.width": 0.5, "forehead.height": 0.75}
    document.undo()
    assert document.values(FACE_NN) == {"forehead.width": 0.5}
    document.undo()
    assert document.values(FACE_NN) == {}


def test_signals_tell_which_face_and_namespace_and_only_when_something_changed(document: ProjectDocument) -> None:
    told: list[tuple[int, str]] = []
    looks: list[int] = []
    document.values_changed.connect(lambda face, namespace: told.append((face, namespace)))
    document.look_changed.connect(looks.append)
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.set_values(FACE_NN, {"forehead.width": 0.1}, "Nose")
    assert told == [(0, LOOK), (0, FACE_NN)] and looks == [0]
    document.undo()
    document.undo()
    assert told[2:] == [(0, FACE_NN), (0, LOOK)] and looks == [0, 0]


def test_any_namespace_is_set_checked_and_undone_alike(document: ProjectDocument) -> None:
    document.set_values(PERSON, {"id": "anna"}, "Person")
    document.change(FACE_NN, {"forehead.width": 0.5}, "Forehead")  # its default, but set is told from never set
    with pytest.raises(UsageError):
        document.change(FACE_NN, {"forehead.width": 1.5}, "Forehead")
    with pytest.raises(UsageError):
        document.drag("rig/no-such-game", {"nose": 0.5})
    assert document.values(PERSON) == {"id": "anna"} and document.values(FACE_NN) == {"forehead.width": 0.5}
    document.undo()
    assert document.values(FACE_NN) == {} and document.undo_stack.count() == 2


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
    document.set_values(FACE_NN, {"forehead.width": 0.1}, "Nose")
    project = document.project()
    assert project is not None and project.selected == 1
    photo = make_photo()
    swapped = type(photo)(photo.picture, photo.faces[::-1])
    other = ProjectDocument(TABLE)
    other.open_photo(swapped, make_original(), project)
    assert dict(other.look(1)) == {"AU26": 4.0} and dict(other.look(0)) == {"AU12L": 6.0, "AU12R": 6.0}
    assert other.values(FACE_NN, 0) == {"forehead.width": 0.1} and not other.dirty


def test_a_face_that_is_not_found_keeps_its_values_for_when_it_is(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 4.0}, "Jaw")
    document.select(1)
    document.set_values(FACE_NN, {"forehead.width": 0.1}, "Forehead")
    project = document.project()
    other = ProjectDocument(TABLE)
    other.open_photo(make_photo(faces=1), make_original(), project)
    assert other.face_count == 1 and dict(other.look(0)) == {"AU26": 4.0}
    kept = other.project()
    assert kept is not None and [state.numbers(FACE_NN) for state in kept.unplaced] == [{"forehead.width": 0.1}]
    other.open_photo(make_photo(faces=0), make_original(), kept)
    again = other.project()
    assert again is not None and not again.faces and len(again.unplaced) == 2
    other.open_photo(make_photo(), make_original(), again)
    assert dict(other.look(0)) == {"AU26": 4.0} and other.values(FACE_NN, 1) == {"forehead.width": 0.1}
    placed = other.project()
    assert placed is not None and placed.unplaced == ()


def test_another_photo_or_none_keeps_nothing_of_the_one_before(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 4.0}, "Jaw")
    project = document.project()
    assert project is not None
    document.open_photo(make_photo(faces=0), make_original(), replace(project, parts=(Part("a/b", b"c"),)))
    document.open_photo(make_photo(), make_original())
    fresh = document.project()
    assert fresh is not None and fresh.unplaced == () and fresh.parts == ()


def test_what_this_version_does_not_know_is_named_and_kept(document: ProjectDocument) -> None:
    box = (40.0, 80.0, 140.0, 180.0)
    state = document.namespaces.sorted_out(FaceState.of({LOOK: {"AU26": 4.0, "AU99": 2.0}, "aura": {"hue": 1.0}}, box))
    document.open_photo(make_photo(), make_original(), Project(make_original(), (state,), parts=(Part("a/b", b"c"),)))
    assert dict(document.look()) == {"AU26": 4.0} and document.unknown == ("AU99", "aura")
    document.set_look(Look(), "Reset all")
    project = document.project()
    assert project is not None and without_history(project.parts) == (Part("a/b", b"c"),)
    assert project.faces[0].merged() == FaceState.of({LOOK: {"AU99": 2.0}, "aura": {"hue": 1.0}}, box)


def test_a_photo_without_faces_takes_no_edits(qapp: QObject) -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=0), make_original())
    document.begin_gesture("Jaw")
    document.set_controls({"AU26": 4.0}, "Jaw")
    assert document.selected == -1 and not document.dirty and document.undo_stack.count() == 0


def test_a_face_that_is_not_found_any_more_can_be_placed_and_unplaced(document: ProjectDocument) -> None:
    photo = make_photo()
    lost = FaceState.of({LOOK: {"AU26": 3.0}, FACE_NN: {"forehead.width": 0.1}}, (5000.0, 0.0, 5100.0, 100.0))
    document.open_photo(photo, make_original(), Project(make_original(), (FaceState(), FaceState()), unplaced=(lost,)))
    revision = document.revision
    document.select(1)
    document.place(0)
    box = document.state().box
    assert dict(document.look(1)) == {"AU26": 3.0} and document.unplaced == () and document.revision > revision
    assert box is not None and box != lost.box and document.dirty
    kept = document.project()
    assert kept is not None and kept.unplaced == () and dict(kept.faces[1].look) == {"AU26": 3.0}
    document.undo()
    assert document.look(1) == Look() and document.unplaced == (lost,)
    document.redo()
    assert dict(document.look(1)) == {"AU26": 3.0} and document.unplaced == ()
    document.place(0)  # there is no other
    assert document.undo_stack.count() == 1


def test_what_was_set_on_one_face_never_goes_to_two(document: ProjectDocument) -> None:
    photo = make_photo()
    first, second = (face.box for face in photo.faces)
    both = (first.x0, first.y0, second.x1, second.y1)  # overlaps each of them
    state = FaceState.of({LOOK: {"AU26": 3.0}}, both)
    document.open_photo(photo, make_original(), Project(make_original(), (state,)))
    assert sum(bool(document.look(face)) for face in range(2)) <= 1


def test_what_is_kept_while_a_hand_holds_has_its_history(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 2.0}, "Jaw")
    document.set_controls({"AU26": 3.0}, "Jaw")
    document.undo()
    document.begin_gesture("Jaw")
    document.drag(LOOK, {"AU26": 9.0})
    kept = document.project()
    assert kept is not None
    history = history_of(kept.parts, kept.faces, document.namespaces)
    assert history is not None and history.index == len(history.steps) == 2
    assert [step.after.look["AU26"] for step in history.steps] == [2.0, 9.0]
