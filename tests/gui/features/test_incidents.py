"""A crash in the middle of a drag, and files that are dropped wherever the hand happens to be."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.project.project_file import read_project, write_project
from engine.render.request import LIVE, Frame, RenderRequest
from gui.dialogs.recovery import RecoveryDialog
from gui.model.ask import Ask
from gui.model.lanes import Lane
from tests.gui.fakes import GRAY
from tests.gui.features.painter import Painter
from tests.gui.features.pointer import CTRL, click, key, let_go, move, press, spot
from tests.gui.features.window import Window
from tests.gui.test_incoming import picture


def test_what_was_in_the_hand_when_it_crashed_is_offered_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path, autosave=0.05)
    window.open(picture(tmp_path / "photo.png"))
    slider = window.row("AU26").slider()
    start = slider.rect().center()
    start.setX(round(slider.x_of(0.0)))
    press(slider, start)
    end = start + (slider.rect().topRight() - slider.rect().topLeft()) / 4
    move(slider, end)
    value, folder = window.level("AU26"), tmp_path / "recovery"
    assert value > 1

    def kept() -> bool:
        return any(read_project(path).faces[0].get("look") == {"AU26": value} for path in folder.glob("*.facewright"))

    qtbot.waitUntil(kept)
    (left,) = (path.read_bytes() for path in folder.glob("*.facewright"))
    let_go(slider, end)
    window.close()
    assert list(folder.iterdir()) == []
    (folder / "left.facewright").write_bytes(left)  # what a crash leaves: a snapshot, and nobody who holds it

    window = Window(qtbot, tmp_path)
    window.editor.offer_recovery()
    dialog = window.window.findChild(RecoveryDialog)
    assert dialog is not None and dialog.isVisible()
    with qtbot.waitSignal(window.session.photo_opened):
        click(dialog.open_button)
    window.rest()
    assert window.level("AU26") == value and window.face() == (GRAY + round(10 * value), GRAY, GRAY)
    window.close()


def drop_on(widget: QWidget, path: Path) -> bool:
    """Hold a file over a place of the window and let go; whether it was taken."""
    handle, place = spot(widget)
    data = QMimeData()  # the events do not keep it alive
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, enter)
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data,
                                              Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    return enter.isAccepted()


@pytest.mark.parametrize("where", ["photo", "slider", "filter", "tool bar"])
def test_a_photo_is_dropped_anywhere_on_the_window(window: Window, tmp_path: Path, where: str) -> None:
    place = {"photo": window.window.canvas, "slider": window.row("AU1").slider(),
             "filter": window.expression.panel.filter_box, "tool bar": window.window.tool_bar}[where]
    other = picture(tmp_path / "other.png", 200)
    with window.qtbot.waitSignal(window.session.photo_opened):
        assert drop_on(place, other)
    assert window.face() == (200, 200, 200) and window.window.windowTitle().startswith("other.png")


class Keeper(Painter):
    """Draws on photos that are open, and on no other."""

    def render(self, request: RenderRequest) -> Frame:
        self.photo(request.photo)
        return super().render(request)


def test_a_photo_that_is_closed_and_opened_again_while_the_engine_is_busy_is_open(qtbot: QtBot,
                                                                                   tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path, make=Keeper)
    path = picture(tmp_path / "photo.png")
    window.open(path)
    window.in_front()
    window.engine.hold_finish.clear()
    Ask(window.session, "long", lambda engine: engine.pictures.finish("", {}, LIVE)).start(window.session.thread_)
    qtbot.waitUntil(window.engine.finishing.is_set)
    key(window.window, Qt.Key.Key_W, CTRL)
    assert window.session.document.photo is None
    with qtbot.waitSignal(window.session.photo_opened):
        window.window.files.open(path)
        qtbot.waitUntil(lambda: ("Opening", Lane.ENGINE) in {(job.title, job.lane)
                                                             for job in window.session.thread_.shown})
        window.engine.hold_finish.set()
    window.drag("AU26", 30)
    window.rest()
    assert window.face() == (GRAY + round(10 * window.level("AU26")), GRAY, GRAY) and window.errors == []
    key(window.window, Qt.Key.Key_Z, CTRL)
    key(window.window, Qt.Key.Key_W, CTRL)  # and when it is closed for good, it is let go of
    qtbot.waitUntil(lambda: window.engine.opened == {})
    window.close()


def test_all_that_a_crash_left_is_had_in_one_start(qtbot: QtBot, tmp_path: Path) -> None:
    window, folder = Window(qtbot, tmp_path), tmp_path / "recovery"
    window.open(picture(tmp_path / "photo.png"))
    window.drag("AU26", 40)
    project = window.session.document.project()
    assert project is not None
    key(window.window, Qt.Key.Key_Z, CTRL)
    folder.mkdir(exist_ok=True)
    for name in ("one", "two"):
        write_project(folder / f"{name}.facewright", project)
    window.editor.offer_recovery()
    notice = window.window.notice
    for left in (1, 0):
        dialog = next(one for one in window.window.findChildren(RecoveryDialog) if one.isVisible())
        assert dialog.list.count() == left + 1
        with qtbot.waitSignal(window.session.photo_opened):
            click(dialog.open_button)
        qtbot.waitUntil(lambda left=left: notice.isVisible() == bool(left))
        assert window.level("AU26") > 0
        if left:
            assert notice.remedy.text() == "Show…"
            window.session.save(tmp_path / "saved.facewright")
            qtbot.waitUntil(lambda: not window.session.document.dirty)
            click(notice.remedy)
    qtbot.waitUntil(lambda: window.session.abandoned() == ())
    menu = window.window.actions_.file_menu
    menu.aboutToShow.emit()
    assert not window.window.actions_["recover"].isEnabled()
    write_project(folder / "three.facewright", project)
    menu.aboutToShow.emit()
    assert window.window.actions_["recover"].isEnabled()
    window.close()
