"""Message boxes bear our own signs, in the colours of the theme."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.controls.message import MessageBox, is_sure
from gui.style.icons import pixmap
from gui.style.theme import tokens
from tests.gui.test_canvas import pixels_of


@pytest.mark.parametrize("sign, name, colour", [(QMessageBox.Icon.Question, "question", "accent"),
                                                (QMessageBox.Icon.Warning, "warning", "warn"),
                                                (QMessageBox.Icon.Critical, "warning", "bad"),
                                                (QMessageBox.Icon.Information, "about", "accent")])
def test_the_sign_is_ours(qtbot: QtBot, sign: QMessageBox.Icon, name: str, colour: str) -> None:
    box = MessageBox(sign, "title", "text", buttons=QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    shown = box.iconPixmap()
    ours = pixmap(name, 32, shown.devicePixelRatio(), getattr(tokens(), colour))
    assert np.array_equal(pixels_of(shown.toImage()), pixels_of(ours.toImage()))
    assert QColor(getattr(tokens(), colour)).rgb() in {shown.toImage().pixel(x, y) for x in range(shown.width())
                                                       for y in range(shown.height())}
    assert all(button.icon().isNull() for button in box.buttons())


def test_a_question_bears_it_too_and_enter_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes: list[MessageBox] = []

    def answer(box: MessageBox) -> QMessageBox.StandardButton:
        default = box.defaultButton()
        assert default is not None and not box.iconPixmap().isNull()
        boxes.append(box)
        return box.standardButton(default)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert not is_sure(None, "title", "Sure?") and len(boxes) == 1
