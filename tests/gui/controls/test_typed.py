"""AltGr gives characters: it never triggers a command, and what needs a character takes it from there, too."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.base.controls import Control
from gui.controls.slider import Slider
from gui.controls.typed import typed

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
ALTGR = (MODIFIER.ControlModifier | MODIFIER.AltModifier, MODIFIER.GroupSwitchModifier)
"""On Windows, and elsewhere."""


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier, text: str,
          kind: QEvent.Type = QEvent.Type.KeyPress) -> bool:
    event = QKeyEvent(kind, key, held, text)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("held", ALTGR)
def test_altgr_types(held: Qt.KeyboardModifier) -> None:
    assert typed(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Backslash, held, "\\")) == "\\"


@pytest.mark.parametrize("held", [MODIFIER.ControlModifier, MODIFIER.AltModifier, MODIFIER.MetaModifier])
def test_commands_type_nothing(held: Qt.KeyboardModifier) -> None:
    assert typed(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_5, held, "5")) == ""


@pytest.mark.parametrize("held", [MODIFIER.NoModifier, *ALTGR])
@pytest.mark.parametrize("text", ["5", "５", "－"])
def test_a_digit_opens_the_number_however_it_is_typed(qtbot: QtBot, held: Qt.KeyboardModifier, text: str) -> None:
    slider = Slider(Control("AU12", "Lip corner puller", "Mouth", -10, 10, step=0.5))
    qtbot.addWidget(slider)
    opened: list[str] = []
    slider.edit_requested.connect(opened.append)
    assert press(slider, KEY.Key_unknown, held, text, QEvent.Type.ShortcutOverride)  # no shortcut may take it
    press(slider, KEY.Key_unknown, held, text)
    assert opened == [text]
