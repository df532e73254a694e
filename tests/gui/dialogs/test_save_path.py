"""A name that was typed without its ending is asked about as the full name would be."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.export import ExportDialog
from gui.dialogs.save_path import ask_save_path
from gui.model.document import ProjectDocument
from gui.model.session import Session
from gui.window.files import Files
from tests.gui.fakes import TABLE, FakeEngine, make_original, make_photo

KINDS = [("Pictures", ".png"), ("Other pictures", ".tif")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def typing(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "", sure: bool = False) -> list[str]:
    """Somebody types a name, and says whether they are sure. What they are asked."""
    asked: list[str] = []

    def question(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return QMessageBox.StandardButton.Yes if sure else QMessageBox.StandardButton.No

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), kind))
    monkeypatch.setattr(QMessageBox, "exec", question)
    return asked


@pytest.mark.parametrize("sure", [False, True])
def test_a_name_without_its_ending(window: QWidget, tmp_path: Path, sure: bool,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "anna.tif").write_bytes(b"")
    asked = typing(monkeypatch, tmp_path / "anna", "Other pictures (*.tif)", sure)
    assert ask_save_path(window, "Save", tmp_path, KINDS) == (tmp_path / "anna.tif" if sure else None)
    assert asked == ["There is already anna.tif. Replace?"]


def test_what_the_dialog_has_asked_about_or_is_not_there_is_not_asked_about(
        window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "anna.png").write_bytes(b"")
    for typed, path in (("anna.png", "anna.png"), ("anna.PNG", "anna.PNG"), ("ben", "ben.png"), ("a.b", "a.b.png")):
        asked = typing(monkeypatch, tmp_path / typed)
        assert ask_save_path(window, "Save", tmp_path, KINDS) == tmp_path / path and asked == []


def test_a_project_is_asked_about(qtbot: QtBot, window: QWidget, tmp_path: Path,
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(TABLE, FakeEngine, tmp_path / "recovery")
    session.start()
    files = Files(session, window)
    session.document.open_photo(make_photo(), make_original())
    there = tmp_path / "anna.facewright"
    there.write_bytes(b"somebody's work")
    asked = typing(monkeypatch, tmp_path / "anna")
    assert not files.save_as() and there.read_bytes() == b"somebody's work" and len(asked) == 1
    typing(monkeypatch, tmp_path / "anna", sure=True)
    with qtbot.waitSignal(session.saved):
        assert files.save_as()
    session.close()


def test_an_exported_picture_is_asked_about_when_it_is_written(qtbot: QtBot, tmp_path: Path, document: ProjectDocument,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "anna.png").write_bytes(b"")
    session = Session(TABLE, FakeEngine, tmp_path / "recovery")
    dialog = ExportDialog(document, session.thread_)
    qtbot.addWidget(dialog)
    asked = typing(monkeypatch, tmp_path / "anna", "PNG (*.png)")
    dialog._browse_picture()
    assert dialog.picture_path.text() == str(tmp_path / "anna.png") and asked == []
    dialog.export()
    assert asked == ["There is already anna.png. Replace?"] and (tmp_path / "anna.png").read_bytes() == b""
