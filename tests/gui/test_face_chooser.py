"""Faces that are not found any more are shown beside the others, and placed with two clicks."""

from dataclasses import replace

from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from engine.project.face_state import LOOK, FaceState
from engine.project.project import Project
from gui.model.document import ProjectDocument
from gui.model.photo_image import PhotoImage
from gui.window.face_chooser import FaceChooser
from tests.gui.fakes import TABLE, make_original, make_photo


def test_a_face_that_is_lost_is_offered_even_beside_a_single_one(qtbot: QtBot) -> None:
    document, bar = ProjectDocument(TABLE), QToolBar()
    qtbot.addWidget(bar)
    chooser = FaceChooser(document)
    chooser.bar_actions.append(bar.addWidget(chooser))
    photo = make_photo(faces=1)
    lost = FaceState.of({LOOK: {"AU26": 3.0}}, (5000.0, 0.0, 5100.0, 100.0))
    document.open_photo(photo, make_original(), Project(make_original(), (FaceState(),), unplaced=(lost,)))
    chooser.set_photo(PhotoImage.of(photo.picture))
    assert chooser.bar_actions[0].isVisible() and chooser.text() == " Face 1 of 1 · 1 not found"
    (offer,) = [action for action in chooser.menu_.actions() if action.text().startswith("Place its 1 settings")]
    offer.trigger()
    qtbot.waitUntil(lambda: document.unplaced == ())
    assert dict(document.look(0)) == {"AU26": 3.0} and not chooser.bar_actions[0].isVisible()
    document.undo()
    assert document.unplaced == (lost,) and chooser.bar_actions[0].isVisible()
    assert replace(document.state(0), box=None) == FaceState()
