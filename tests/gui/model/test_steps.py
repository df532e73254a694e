"""Steps of the undo stack: which of them become one, and what the history says of each."""

import pytest
from PySide6.QtCore import QObject

from engine.base.look import Look
from engine.base.text import Text
from engine.project.face_state import rig_namespace
from gui.model.document import ProjectDocument
from gui.words import language
from tests.gui.fakes import TABLE, make_original, make_photo


@pytest.fixture
def document(qapp: QObject) -> ProjectDocument:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(), make_original())
    return document


def test_key_presses_on_one_control_are_one_step(document: ProjectDocument) -> None:
    now = [100.0]
    document.clock = lambda: now[0]
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
    document.set_values(rig_namespace("face-nn"), {"forehead.width": 0.9}, "Forehead, width")
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


def test_a_step_is_told_in_the_language_in_use(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 3.0}, TABLE["AU26"].label)
    document.set_look(Look(), Text("Reset the face"))
    assert words(document) == ["Jaw drop +3.0 · face 1", "Reset the face · face 1"]
    language.install_language("zh_CN")
    try:
        document.tell_steps()
        jaw, reset = words(document)
        assert jaw.startswith("张嘴 +3.0") and not any(letter.isascii() and letter.isalpha() for letter in jaw + reset)
        assert document.undo_stack.undoText() == language.translated("engine", "Reset the face")
    finally:
        language.remove_language()
    document.tell_steps()
    assert words(document) == ["Jaw drop +3.0 · face 1", "Reset the face · face 1"]
