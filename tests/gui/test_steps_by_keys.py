"""Arrow presses and turns of the wheel become one step of the history; counted, with a clock that the test sets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.base.look import Look
from engine.expression.units import CONTROLS
from engine.project.face_state import LOOK
from gui.controls.control_panel import ControlPanel
from gui.controls.gesture import ValueControl
from gui.model.document import ProjectDocument
from tests.gui.fakes import make_photo

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot: QtBot) -> ControlPanel:
    made = ControlPanel(CONTROLS, "steps")
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


@pytest.fixture
def document(panel: ControlPanel) -> ProjectDocument:
    """What the panel's gestures change, and what it shows."""
    made = ProjectDocument(CONTROLS)
    made.open_photo(make_photo())
    panel.gesture_started.connect(made.begin_gesture)
    panel.stepped.connect(made.join_gesture)
    panel.changing.connect(lambda values: made.drag(LOOK, values))
    panel.changed.connect(lambda values, name: made.end_gesture())
    made.look_changed.connect(lambda face: panel.set_values(made.look()))
    return made


def test_arrows_and_wheel_on_one_control_are_one_step_until_the_hand_rests(panel: ControlPanel,
                                                                           document: ProjectDocument) -> None:
    now = [100.0]
    document.clock = lambda: now[0]
    jaw, brow = panel.row("AU26").slider(), panel.row("AU1").slider()

    def press(slider: ValueControl, times: int, key: Qt.Key = Qt.Key.Key_Right) -> int:
        """How many steps there are after so many presses, half a second apart."""
        for _ in range(times):
            now[0] += 0.5
            QTest.keyClick(slider, key)
        return document.undo_stack.count()

    assert press(jaw, 10) == 1
    before = document.control("AU26")
    assert press(jaw, 3, Qt.Key.Key_Left) == 1 and document.control("AU26") < before  # to and fro is one, too
    now[0] += 0.5
    jaw.turn(2, NONE)
    jaw.clearFocus()  # ends the turn of the wheel
    jaw._end()
    assert document.undo_stack.count() == 1
    assert press(brow, 2) == 2 and press(jaw, 2) == 3  # each control its own
    now[0] += 1.1
    assert press(jaw, 2) == 4  # it rested
    jaw.apply(3.0)
    assert press(jaw, 1) == 6  # what is typed or dragged is a step of its own
    document.undo()
    assert document.control("AU26") == 3.0
    for _ in range(5):
        document.undo()
    assert document.look() == Look() and not document.undo_stack.canUndo()
