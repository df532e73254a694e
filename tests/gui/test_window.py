"""The window with an engine that draws flat colours: opening, editing, undo, saving, dropping, failing, recovering."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError, ModelMissing
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.paths import RESOURCES
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.facade import EngineStatus, HeldInMemory
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.project.project_file import read_project
from engine.systems import LOOK_CONTROLS
from gui.dialogs.engine_status import EngineStatusDialog, process_memory
from gui.dialogs.models import ModelsDialog
from gui.model.recent import recent_files
from gui.model.session import Session
from gui.window.welcome import PictureCard
from tests.gui.desk import Desk, drag_slider, drop, hold_over, slider_of
from tests.gui.fakes import GRAY, PAINT, FakeEngine
from tests.gui.running import run_python


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    return path


def test_an_empty_window_invites_and_an_open_photo_takes_its_place(desk: Desk, photo: Path) -> None:
    window = desk.window
    assert window.viewer.pages.currentWidget() is window.welcome and not window.actions_["export"].isEnabled()
    desk.open(photo)
    assert window.viewer.pages.currentWidget() is window.viewer.middle and window.windowTitle().startswith("gray.png")
    assert window.actions_["export"].isEnabled() and recent_files()[0] == photo
    assert (desk.shown == GRAY).all()
    window.actions_["close"].trigger()
    assert window.viewer.pages.currentWidget() is window.welcome and desk.session.document.photo is None


def test_dragging_a_slider_draws_and_is_one_undo_step(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    before = desk.shown
    drag_slider(desk, "AU26")
    desk.rest()
    assert desk.session.document.undo_stack.count() == 1 and desk.session.document.control("AU26") > 0
    after = desk.shown
    assert (after[80:180, 40:140] == PAINT).all() and (after[:80] == GRAY).all() and (after[:, 140:] == GRAY).all()
    assert desk.window.viewer.bar.words.text.startswith("Final") and desk.window.isWindowModified()
    desk.window.actions_["undo"].trigger()
    desk.rest()
    assert np.array_equal(desk.shown, before) and slider_of(desk, "AU26").amount == 0
    desk.window.actions_["redo"].trigger()
    desk.rest()
    assert np.array_equal(desk.shown, after)


def test_each_face_has_its_own_edit(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    drag_slider(desk, "AU26")
    desk.rest()
    desk.window.actions_["next face"].trigger()
    assert desk.session.document.selected == 1 and slider_of(desk, "AU26").amount == 0
    drag_slider(desk, "AU26")
    desk.rest()
    shown = desk.shown
    assert (shown[80:180, 40:140] == PAINT).all() and (shown[80:180, 200:300] == PAINT).all()
    assert "2" in desk.window.face_chooser.text()


def test_holding_the_key_shows_the_original(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    desk.rest()
    edited = desk.shown
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    QTest.keyPress(slider, Qt.Key.Key_Backslash)
    assert (desk.shown == GRAY).all()
    QTest.keyRelease(slider, Qt.Key.Key_Backslash)
    assert np.array_equal(desk.shown, edited)
    QTest.mousePress(desk.window.viewer.bar.compare, Qt.MouseButton.LeftButton)
    assert (desk.shown == GRAY).all()
    QTest.mouseRelease(desk.window.viewer.bar.compare, Qt.MouseButton.LeftButton)
    assert np.array_equal(desk.shown, edited)
    desk.window.actions_["wipe"].trigger()
    assert desk.window.canvas.wipe == pytest.approx(90 / 400)
    desk.window.actions_["wipe"].trigger()
    assert desk.window.canvas.wipe is None


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.GroupSwitchModifier,
                                  Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier])
def test_the_key_that_shows_the_original_may_need_altgr(desk: Desk, photo: Path, held: Qt.KeyboardModifier) -> None:
    desk.open(photo)
    for kind, key, modifiers, text, comparing in (
            (QEvent.Type.KeyPress, Qt.Key.Key_Backslash, held, "\\", True),
            (QEvent.Type.KeyRelease, Qt.Key.Key_AltGr, held, "", True),
            (QEvent.Type.KeyRelease, Qt.Key.Key_ssharp, Qt.KeyboardModifier.NoModifier, "ß", False)):
        code = 108 if key == Qt.Key.Key_AltGr else 20
        QApplication.sendEvent(desk.window, QKeyEvent(kind, key, modifiers, code, 0, 0, text))
        assert desk.window.canvas.comparing is comparing


def test_a_picture_dropped_anywhere_opens(desk: Desk, photo: Path, tmp_path: Path) -> None:
    drop(desk, tmp_path / "notes.txt", photo)
    assert desk.session.document.name == "gray.png"
    assert hold_over(desk, tmp_path / "notes.txt")  # what cannot be opened is answered, not refused in silence


def test_no_text_field_swallows_a_picture_that_is_dropped(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    row = desk.expression.panel.row("AU26")
    row.field().edit()
    assert row.field().editor is not None
    takers = [type(widget).__name__ for widget in desk.window.findChildren(QWidget)
              if widget.acceptDrops() and widget.window() is desk.window]  # popups close before a drag
    assert takers == []


def test_the_device_is_known_before_the_first_photo_is_open(qtbot: QtBot, tmp_path: Path, photo: Path) -> None:
    release = threading.Event()

    class Slow(FakeEngine):
        def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
            while not release.wait(0.005):
                yield Progress(0, 1)
            return (yield from super().open_picture(picture))

    session = Session(LOOK_CONTROLS, Slow, tmp_path / "recovery")
    session.open(photo)
    with qtbot.waitSignal(session.device_known):
        session.start()
    assert session.document.photo is None
    with qtbot.waitSignal(session.photo_opened):
        release.set()
    session.close()


def write_junk(path: Path) -> Path:
    path.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    return path


@pytest.mark.parametrize("make", [lambda folder: write_junk(folder / "broken.png"), lambda folder: folder / "gone.jpg",
                                  lambda folder: write_junk(folder / "broken.facewright")])
def test_what_cannot_be_opened_is_said_in_one_line_and_loses_nothing(
        desk: Desk, photo: Path, tmp_path: Path, make: Callable[[Path], Path],
        monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    desk.rest()
    before = desk.shown
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    path = make(tmp_path)
    with desk.qtbot.waitSignal(desk.session.failed):
        desk.window.files.open(path)
    assert desk.window.notice.isVisible() and path.name in desk.window.notice.text.text()
    assert "\n" not in desk.window.notice.text.text()
    assert desk.session.document.name == "gray.png" and desk.session.document.dirty
    assert np.array_equal(desk.shown, before)
    drag_slider(desk, "AU26", 10)
    assert not desk.window.notice.isVisible()


def test_a_missing_model_is_told_with_a_button_that_leads_to_the_models(desk: Desk, photo: Path) -> None:
    notice = desk.window.notice
    desk.window.show_error(EngineError("the disk is full"))
    assert notice.isVisible() and not notice.remedy.isVisible()
    desk.window.show_error(ModelMissing("the model is not on this machine", get_model("face-parsing")))
    assert notice.remedy.isVisible() and notice.remedy.text()
    notice.remedy.click()
    dialog = desk.window.findChild(ModelsDialog)
    assert isinstance(dialog, ModelsDialog) and dialog.isVisible()
    dialog.reject()


def test_a_frame_that_fails_is_told_and_the_next_one_comes(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.engine.error = RuntimeError("lost the context")
    with desk.qtbot.waitSignal(desk.session.failed):
        desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    assert "lost the context" in desk.window.notice.text.text() and (desk.shown == GRAY).all()
    desk.engine.error = None
    desk.session.document.set_controls({"AU26": 6.0}, "Jaw")
    desk.rest()
    assert (desk.shown[80:180, 40:140] == PAINT).all()


def test_saving_and_opening_again_brings_everything_back(desk: Desk, photo: Path, tmp_path: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(photo)
    document = desk.session.document
    document.set_controls({"AU26": 5.0}, "Jaw")
    document.select(1)
    document.set_controls({"AU12": 3.0}, "Smile")
    target = tmp_path / "work"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.actions_["save"].trigger()
    target = target.with_suffix(".facewright")
    assert not document.dirty and document.path == target and read_project(target).selected == 1
    looks = [document.look(face) for face in range(2)]
    desk.window.actions_["close"].trigger()
    desk.open(target)
    assert [document.look(face) for face in range(2)] == looks and document.selected == 1 and not document.dirty
    desk.rest()
    assert (desk.shown[80:180, 40:140] == PAINT).all()
    with desk.qtbot.waitSignal(desk.session.saved):
        document.set_controls({"AU26": 1.0}, "Jaw")
        desk.window.actions_["save"].trigger()
    assert dict(read_project(target).faces[1].look)["AU26"] == 1.0


@pytest.mark.parametrize("answer, closes", [("Cancel", False), ("Discard", True), ("Save", True)])
def test_closing_asks_about_unsaved_work(desk: Desk, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                         answer: str, closes: bool) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    asked: list[str] = []

    def exec_(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        assert "the photo itself stays as it is" in box.informativeText()
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    target = tmp_path / "kept.facewright"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    desk.window.close()
    if answer == "Save":
        desk.qtbot.waitUntil(lambda: not desk.window.isVisible())
        assert dict(read_project(target).faces[0].look) == {"AU26": 5.0}
    assert len(asked) == 1 and desk.window.isVisible() is not closes


def test_theme_and_language_change_while_working(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    desk.rest()
    before, old = desk.shown, desk.window
    desk.window.theme_chosen.emit("light")
    desk.qtbot.waitUntil(lambda: desk.window is not old)
    desk.window.language_chosen.emit("zh_CN")
    desk.qtbot.waitUntil(lambda: QSettings().value("language") == "zh_CN")
    desk.qtbot.wait(50)
    desk.rest()
    assert np.array_equal(desk.shown, before) and desk.session.document.undo_stack.count() == 1
    desk.window.actions_["undo"].trigger()
    desk.rest()
    assert (desk.shown == GRAY).all()
    desk.window.language_chosen.emit("en")
    desk.qtbot.waitUntil(lambda: QSettings().value("language") == "en")
    desk.qtbot.wait(50)


def test_what_was_edited_while_a_file_was_opened_is_asked_about(desk: Desk, photo: Path, tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(photo)
    other = tmp_path / "other.png"
    cv2.imwrite(str(other), np.full((300, 400, 3), GRAY, np.uint8))
    answers, asked = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard], []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: (asked.append(box.text()), answers[len(asked) - 1])[1])
    for name in ("gray.png", "other.png"):
        desk.window.files.open(other)
        desk.session.document.set_controls({"AU26": 5.0 + len(asked)}, "Jaw")  # nothing stands still meanwhile
        desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)
        assert desk.session.document.name == name
        desk.session.document.undo_stack.setClean()
    assert len(asked) == 2


def test_every_button_has_a_name_for_those_who_cannot_see_it(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    nameless = [button for button in desk.window.findChildren(QAbstractButton)
                if not (button.accessibleName() or button.text() or button.toolTip() or button.isHidden())
                and not button.objectName().startswith("qt_")
                and not isinstance(button.parent(), (QTabBar, QLineEdit))]  # Qt's own arrows and clear buttons
    assert [(button.objectName(), type(button.parent()).__name__) for button in nameless] == []


def test_the_window_is_built_without_any_heavy_package() -> None:
    """What takes seconds to import is imported on the engine's thread, after the window shows."""
    code = """
import sys
from gui.application import Editor, make_application
from engine.systems import LOOK_CONTROLS
from gui.model.session import Session
application = make_application([])
application.setOrganizationName("Facewright tests")
session = Session(LOOK_CONTROLS, object)
editor = Editor(application, session)
editor.show_window()
heavy = ("torch", "onnxruntime", "mediapipe", "dlib", "moderngl", "scipy", "cv2", "PIL", "skimage", "pyqtgraph")
print(*(name for name in heavy if name in sys.modules))
editor.close()
"""
    done = run_python(code)
    assert done.returncode == 0 and done.stdout.strip() == "", done.stderr


def test_zoom_is_chosen_from_the_viewer_bar(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.window.viewer.bar.zoom.click()
    menu = desk.window.viewer.bar.zoom_menu
    assert menu.isVisible()
    next(action for action in menu.actions() if action.text() == "200 %").trigger()
    menu.close()
    assert desk.window.canvas.view.zoom == pytest.approx(2.0) and desk.window.viewer.bar.zoom.text() == "200 %"
    desk.window.actions_["fit"].trigger()
    assert desk.window.canvas.view.fitted


def test_recent_files_are_offered_and_can_be_cleared(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.window.actions_["close"].trigger()
    cards = desk.window.welcome.findChildren(PictureCard)
    assert photo in [card.path for card in cards]
    desk.window.actions_.file_menu.aboutToShow.emit()
    assert desk.window.recent_menu.menuAction().isEnabled()
    assert desk.window.recent_menu.actions()[0].text() == photo.name
    with desk.qtbot.waitSignal(desk.session.photo_opened):
        next(card for card in cards if card.path == photo).click()
    desk.window.recent_menu.actions()[-1].trigger()
    assert recent_files() == () and not desk.window.recent_menu.menuAction().isEnabled()


def test_files_of_one_name_are_told_apart_among_the_recent_ones(desk: Desk, photo: Path, tmp_path: Path) -> None:
    for folder in ("berlin", "paris"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "anna.png").write_bytes(photo.read_bytes())
        desk.open(tmp_path / folder / "anna.png")
    desk.window.actions_["close"].trigger()
    cards = {card.path: card.text() for card in desk.window.welcome.findChildren(PictureCard)}
    assert cards[tmp_path / "berlin" / "anna.png"] == "anna\nberlin"
    assert cards[tmp_path / "paris" / "anna.png"] == "anna\nparis"
    desk.window.actions_.file_menu.aboutToShow.emit()
    assert [action.text() for action in desk.window.recent_menu.actions()[:2]] == [
        "anna.png  ·  paris", "anna.png  ·  berlin"]


def test_how_a_photo_was_read_is_told_also_when_it_has_no_face(desk: Desk, photo: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    def faceless(engine: FakeEngine, picture: Picture) -> Job[OpenPhoto]:
        yield Progress(0, 1)
        return OpenPhoto(replace(picture, notes=(Text("its colours are a guess"),)), ())

    monkeypatch.setattr(FakeEngine, "open_picture", faceless)
    desk.open(photo)
    assert "No face was found" in desk.window.notice.text.text()
    assert "its colours are a guess" in desk.window.notice.hint.text()


@pytest.mark.parametrize("name", ["export", "batch", "models", "settings", "about", "report", "engine"])
def test_every_dialog_opens_over_the_window_and_goes_away(desk: Desk, photo: Path, name: str) -> None:
    desk.open(photo)
    desk.window.actions_[name].trigger()
    dialogs = [dialog for dialog in desk.window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1 and dialogs[0].windowTitle()
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy, timeout=60_000)
    dialogs[0].close()


def test_the_engine_tells_how_it_is(desk: Desk) -> None:
    dialog = EngineStatusDialog(desk.session.thread_, desk.window)
    dialog.open()
    desk.qtbot.waitUntil(lambda: dialog.value("device") != "…")
    assert process_memory() > 10_000_000 or sys.platform == "win32"
    dialog.close()


def test_the_engine_tells_what_it_holds_and_lets_go_of_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [HeldInMemory(Text("The face generator"), 1, 40 << 20),
            HeldInMemory(Text("Faces ready to move"), 2, 66 << 20, 2 << 20)]
    monkeypatch.setattr(desk.engine, "status", lambda: EngineStatus("a pencil", "none", len(held), 0, 1 << 30, (),
                                                                    tuple(held)))
    dialog = EngineStatusDialog(desk.session.thread_, desk.window)
    dialog.open()
    desk.qtbot.waitUntil(dialog.free.isEnabled)
    assert dialog.value("held") == "The face generator · 40 MB\nFaces ready to move × 2 · 66 MB + 2 MB (GPU)"
    held.clear()
    QTest.mouseClick(dialog.free, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: dialog.value("held") == "–")
    assert desk.engine.released == 1 and dialog.freed == "3 MB freed" and not dialog.free.isEnabled()
    dialog.close()


def test_closing_the_photo_lets_networks_go_and_opening_another_does_not(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    desk.open(photo)
    assert desk.engine.released == 0
    desk.session.close_photo()
    desk.qtbot.waitUntil(lambda: desk.engine.released == 1)


def test_copied_settings_go_to_another_face(desk: Desk, photo: Path) -> None:
    desk.open(photo)
    document = desk.session.document
    document.set_controls({"AU26": 5.0}, "Jaw")
    desk.window.actions_["copy look"].trigger()
    document.select(1)
    desk.window.actions_["paste look"].trigger()
    assert dict(document.look(1)) == {"AU26": 5.0}
    desk.window.actions_["reset look"].trigger()
    assert document.look(1) == Look() and document.undo_stack.count() == 3


def test_a_sample_that_has_no_name_yet_goes_by_its_file_s(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "another.jpg"
    path.write_bytes((RESOURCES / "samples" / "neutral.jpg").read_bytes())
    desk.window.welcome.set_files((), (path,))
    assert "another" in {card.text() for card in desk.window.welcome.findChildren(PictureCard) if card.path == path}
