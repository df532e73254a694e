"""Whatever is dropped on the window or pasted into it is opened, or answered in one line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.opencv import cv2
from gui.dialogs.batch import BatchDialog
from gui.dialogs.export import ExportDialog
from gui.model.incoming import IncomingFiles, IncomingPicture, incoming
from tests.gui.desk import Desk, slider_of
from tests.gui.fakes import GRAY


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    QGuiApplication.clipboard().clear()
    desk.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return picture(tmp_path / "gray.png")


def picture(path: Path, level: int = GRAY) -> Path:
    path.parent.mkdir(exist_ok=True)
    cv2.imwrite(str(path), np.full((300, 400, 3), level, np.uint8))
    return path


def urls(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    return data


def image() -> QImage:
    made = QImage(400, 300, QImage.Format.Format_RGB32)
    made.fill(GRAY * 0x10101)
    return made


def picture_data(*formats: str, url: str = "") -> QMimeData:
    data = QMimeData()
    for name in formats:
        coded = cv2.imencode("." + name.split("/")[1], np.full((300, 400, 3), GRAY, np.uint8))[1].tobytes()
        data.setData(name, QByteArray(coded))
    if not formats:
        data.setImageData(image())
    if url:
        data.setUrls([QUrl(url)])
    return data


def let_go(desk: Desk, data: QMimeData) -> None:
    """Drag it over the window and let go. A file manager offers to move its files: they must only be copied."""
    enter = QDragEnterEvent(QPoint(500, 300), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted() and enter.dropAction() == Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(500, 300), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data,
                      Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, drop)
    assert drop.isAccepted() and drop.dropAction() == Qt.DropAction.CopyAction


def opens(desk: Desk, act: Callable[[], object]) -> str:
    with desk.qtbot.waitSignal(desk.session.photo_opened, timeout=60_000):
        act()
    return desk.session.document.name


def told(desk: Desk) -> str:
    assert desk.window.notice.isVisible()
    text = desk.window.notice.text.text()
    assert "\n" not in text
    return text


@pytest.mark.parametrize("data", [picture_data(), picture_data("image/png"), picture_data("image/jpeg"),
                                  picture_data("image/bmp", "image/png")])
def test_a_picture_held_in_no_file_opens(desk: Desk, data: QMimeData) -> None:
    name = opens(desk, lambda: let_go(desk, data))
    assert name.startswith("Pasted picture 20") and name.endswith((".png", ".jpg"))
    assert (desk.shown == GRAY).all() and not desk.session.document.dirty


def test_a_picture_from_a_browser_has_the_name_it_has_there(desk: Desk) -> None:
    data = picture_data("image/png", url="https://example.org/people/anna.webp?size=2")
    assert opens(desk, lambda: let_go(desk, data)) == "anna.png"


def test_the_bytes_of_the_file_itself_come_before_a_picture_made_of_them() -> None:
    what = incoming(picture_data("image/jpeg", "image/png"), lambda: "x")
    assert isinstance(what, IncomingPicture) and what.name == "x.png" and what.coded()[:4] == b"\x89PNG"
    made = incoming(picture_data(), lambda: "x")
    assert isinstance(made, IncomingPicture) and made.coded()[:4] == b"\x89PNG"


def test_several_files_open_beside_each_other_and_what_is_left_out_is_named(
        desk: Desk, photo: Path, tmp_path: Path) -> None:
    other = picture(tmp_path / "b.png", 90)
    assert opens(desk, lambda: let_go(desk, urls(tmp_path / "notes.txt", photo, other))) == "gray.png"
    assert desk.session.tray.paths == [photo, other]
    assert "notes.txt" in told(desk)


def test_what_is_left_out_is_named(desk: Desk, photo: Path, tmp_path: Path) -> None:
    opens(desk, lambda: let_go(desk, urls(photo, tmp_path / "notes.txt")))
    assert "notes.txt" in told(desk)


def test_one_file_of_any_kind_is_looked_at_and_what_it_is_is_told(desk: Desk, photo: Path, tmp_path: Path) -> None:
    opens(desk, lambda: let_go(desk, urls(photo)))
    (tmp_path / "notes.txt").write_text("not a picture")
    with desk.qtbot.waitSignal(desk.session.failed):
        let_go(desk, urls(tmp_path / "notes.txt"))
    assert "notes.txt" in told(desk) and desk.session.document.name == "gray.png"


def test_a_folder_with_one_picture_opens_it_and_with_more_all_of_them(desk: Desk, tmp_path: Path) -> None:
    one, many, empty = tmp_path / "one", tmp_path / "many", tmp_path / "empty"
    empty.mkdir()
    picture(one / "a.png")
    photos = [picture(many / "b.png"), picture(many / "c.png")]
    picture(many / ".hidden.png")
    assert opens(desk, lambda: let_go(desk, urls(one))) == "a.png" and not desk.session.tray.active
    assert opens(desk, lambda: let_go(desk, urls(many))) == "b.png"
    assert desk.session.tray.paths == photos
    desk.window.actions_["batch"].trigger()
    (dialog,) = desk.window.findChildren(BatchDialog)
    assert dialog.paths == photos
    dialog.reject()
    let_go(desk, urls(empty))
    assert "empty" in told(desk)


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


@pytest.mark.parametrize(("data", "word"), [
    (urls("https://example.org/anna.jpg"), "web"), (text("https://example.org/anna.jpg"), "web"),
    (text("www.example.org/anna.jpg"), "web"), (text("ftp://example.org/people/"), "web"), (text("smile/anna"), "text"),
    (text("my.photos/anna.png"), "text"), (text("example.org/people/"), "text"),
    (text("some words"), "text"), (text("x" * 5000), "text")])
def test_what_cannot_be_opened_is_answered_in_one_line_and_nothing_is_fetched(
        desk: Desk, photo: Path, data: QMimeData, word: str) -> None:
    opens(desk, lambda: let_go(desk, urls(photo)))
    let_go(desk, data)
    assert word in told(desk) and desk.window.notice.hint.text() and desk.session.document.name == "gray.png"


def test_a_picture_of_no_known_kind_is_named() -> None:
    data = QMimeData()
    data.setData("image/x-strange", QByteArray(b"?"))
    with pytest.raises(EngineError, match="x-strange"):
        incoming(data, str)
    with pytest.raises(EngineError):
        incoming(QMimeData(), str)


def test_a_file_named_in_a_line_of_text_is_that_file(photo: Path) -> None:
    for words in (str(photo), f"'{photo}'", QUrl.fromLocalFile(str(photo)).toString() + "\n"):
        what = incoming(text(words), str)
        assert isinstance(what, IncomingFiles) and what.paths == (photo,)


def test_pasting_opens_a_picture_or_a_file_and_asks_first_about_unsaved_work(
        desk: Desk, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(urls(photo))
    assert opens(desk, lambda: QTest.keySequence(desk.window, "Ctrl+V")) == "gray.png"
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    clipboard.setImage(image())
    desk.window.actions_["paste"].trigger()
    assert len(asked) == 1 and desk.session.document.name == "gray.png"
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    slider = slider_of(desk, "AU26")
    slider.setFocus()  # its own Ctrl+V takes numbers, and leaves pictures to the window
    name = opens(desk, lambda: QTest.keySequence(slider, "Ctrl+V"))
    assert name.startswith("Pasted picture")
    dialog = ExportDialog(desk.session.document, desk.session.thread_, desk.window)
    assert Path(dialog.picture_path.text()).name == name.replace(".png", "-edited.png")
    assert Path(dialog.picture_path.text()).parent.is_dir()
    dialog.reject()
    clipboard.setText("4.5")
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    QTest.keySequence(slider, "Ctrl+V")
    assert desk.session.document.control("AU26") == 4.5
