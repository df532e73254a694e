"""Qt's own dialogs speak the language too: their buttons and labels hold no Latin letter but a key to press."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QInputDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.words import language


@pytest.fixture(params=["zh_CN", "zh_TW"])
def chinese(qapp: object, request: pytest.FixtureRequest) -> Iterator[str]:
    locale = QLocale()
    yield language.install_language(request.param)
    language.remove_language()
    QLocale.setDefault(locale)


def plain(text: str) -> str:
    """Without the key in brackets, "是(&Y)", and without a shortcut after a tab."""
    return re.sub(r"\(&\w\)", "", text.split("\t")[0])


def latin(widget: QWidget) -> list[str]:
    """What buttons and labels say with Latin letters in it."""
    said = [child.text() for kind in (QAbstractButton, QLabel) for child in widget.findChildren(kind)]
    assert any(said)
    return [text for text in said if re.search("[A-Za-z]", plain(text))]


def test_message_boxes(chinese: str, qtbot: QtBot) -> None:
    button = QMessageBox.StandardButton
    for buttons in (button.Save | button.Discard | button.Cancel, button.Yes | button.No, button.Ok,
                    button.Close | button.Retry):
        box = QMessageBox(QMessageBox.Icon.Question, "问", "？", buttons)
        qtbot.addWidget(box)
        assert latin(box) == []


@pytest.mark.parametrize("mode", ["ExistingFile", "ExistingFiles", "Directory", "AnyFile"])
def test_file_dialogs(chinese: str, qtbot: QtBot, tmp_path: Path, mode: str) -> None:
    dialog = QFileDialog(None, "选", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode[mode])
    if mode == "AnyFile":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    assert latin(dialog) == []


def test_input_dialogs_and_what_a_text_field_offers(chinese: str, qtbot: QtBot) -> None:
    dialog = QInputDialog()
    qtbot.addWidget(dialog)
    dialog.setLabelText("名")
    dialog.setVisible(True)
    assert latin(dialog) == []
    field = QLineEdit("字")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = [plain(action.text()) for action in menu.actions() if action.text()]
    menu.close()
    menu.deleteLater()
    assert len(said) >= 6 and not [text for text in said if re.search("[A-Za-z]", text)]
