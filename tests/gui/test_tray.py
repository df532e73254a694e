"""The tray: several photos beside each other, walked through by mouse and keys, and nothing set on them is lost."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.photo.picture import Picture
from engine.project.project_file import read_project
from gui.model.photo_image import PhotoImage
from gui.model.recent import thumbnail
from gui.model.tray import MOST
from gui.model.tray_pictures import read_small
from gui.style.theme import tokens
from gui.window.tray_list import SIDE, TrayList
from tests.gui.desk import Desk, drag_slider, drop, slider_of
from tests.gui.fakes import PAINT
from tests.gui.test_canvas import pixels_of

Button = QMessageBox.StandardButton
LEVELS = {"a.png": 40, "b.png": 110, "c.png": 200}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, level in LEVELS.items():
        cv2.imwrite(str(folder / name), np.full((300, 400, 3), level, np.uint8))
    return [folder / name for name in LEVELS]


def strip(desk: Desk) -> TrayList:
    return desk.window.tray.bar.list


def place(desk: Desk, row: int) -> QRect:
    shown = strip(desk)
    return shown.visualRect(shown.model().index(row, 0))


def opens(desk: Desk, act: Callable[[], object]) -> str:
    with desk.qtbot.waitSignal(desk.session.photo_opened, timeout=60_000):
        act()
    return desk.session.document.name


def click(desk: Desk, row: int) -> None:
    QTest.mouseClick(strip(desk).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     place(desk, row).center())


def picture(desk: Desk, row: int) -> np.ndarray:
    """(h, w, 3) uint8: what is painted for an entry, without what lies around the picture itself."""
    area = QRect(0, 0, SIDE - 8, SIDE - 8)
    area.moveCenter(place(desk, row).center())
    return pixels_of(strip(desk).viewport().grab(area).toImage())


def has(desk: Desk, row: int, colour: str) -> bool:
    wanted = QColor(colour)
    found = pixels_of(strip(desk).viewport().grab(place(desk, row)).toImage()).astype(int)
    return bool((np.abs(found - [wanted.red(), wanted.green(), wanted.blue()]).max(axis=2) <= 2).any())


def tip(desk: Desk, row: int) -> str:
    """What is told where the pointer rests on an entry."""
    view, at = strip(desk).viewport(), place(desk, row).center()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def pictures_come(desk: Desk, *rows: int) -> None:
    tray = desk.session.tray
    desk.qtbot.waitUntil(lambda: all(
        (path := tray.entries[row].path) is not None and tray.pictures.picture(path) is not None for row in rows))


def answering(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answer)
    return asked


def refuse_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(box: QMessageBox) -> None:
        raise AssertionError(box.text())

    monkeypatch.setattr(QMessageBox, "exec", fail)


def test_a_single_photo_has_no_tray(desk: Desk, photos: list[Path]) -> None:
    drop(desk, photos[0])
    assert not desk.window.tray.bar.isVisible() and not desk.window.actions_["next photo"].isEnabled()
    desk.open(photos[1])
    assert not desk.window.tray.bar.isVisible()


def test_files_that_are_dropped_stand_in_a_row_with_their_own_pixels(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    bar = desk.window.tray.bar
    assert bar.isVisible() and bar.height() <= 84 and desk.session.document.name == "a.png"
    assert bar.count.text() == "1 of 3"
    pictures_come(desk, 0, 1, 2)
    for row, level in enumerate(LEVELS.values()):
        assert (np.abs(picture(desk, row).astype(int) - level) <= 1).all()
        assert has(desk, row, tokens().accent) == (row == 0)  # ringed


def test_a_click_left_and_right_and_keys_from_anywhere_walk(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    assert opens(desk, lambda: click(desk, 2)) == "c.png"
    assert (desk.shown == LEVELS["c.png"]).all() and has(desk, 2, tokens().accent)
    strip(desk).setFocus()
    assert opens(desk, lambda: QTest.keyClick(strip(desk), Qt.Key.Key_Left)) == "b.png"
    assert opens(desk, lambda: QTest.keyClick(strip(desk), Qt.Key.Key_Home)) == "a.png"
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    assert opens(desk, lambda: QTest.keySequence(slider, "Ctrl+PgDown")) == "b.png"
    assert opens(desk, lambda: QTest.keySequence(slider, "Ctrl+PgUp")) == "a.png"
    assert desk.window.tray.bar.count.text() == "1 of 3"


def test_what_is_set_on_a_photo_is_there_again_when_one_walks_back(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_questions(monkeypatch)
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    look = desk.session.document.look()
    assert len(look) and has(desk, 0, tokens().accent)
    assert opens(desk, lambda: click(desk, 1)) == "b.png"
    assert not len(desk.session.document.look()) and not desk.session.document.dirty
    assert has(desk, 0, tokens().accent) and "unsaved" in tip(desk, 0)
    drag_slider(desk, "AU12", -40)
    other = desk.session.document.look()
    assert opens(desk, lambda: click(desk, 0)) == "a.png"
    assert desk.session.document.look() == look and desk.session.document.dirty
    assert desk.session.document.photo is not None and desk.session.document.photo.picture.path == photos[0]
    assert opens(desk, lambda: click(desk, 1)) == "b.png"
    assert desk.session.document.look() == other
    desk.session.document.undo()  # its steps came along
    assert not len(desk.session.document.look())


def test_an_edited_photo_shows_its_edit_in_the_row(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    desk.qtbot.waitUntil(lambda: abs(int(picture(desk, 0)[20, 20, 0]) - LEVELS["a.png"]) <= 2)
    drag_slider(desk, "AU26")
    desk.rest()
    opens(desk, lambda: click(desk, 1))

    def painted() -> bool:
        red, green, blue = picture(desk, 0)[20, 20].astype(int)
        return bool(abs(red - PAINT[0]) + abs(green - PAINT[1]) + abs(blue - PAINT[2]) <= 12)

    desk.qtbot.waitUntil(painted)
    opens(desk, lambda: click(desk, 0))
    desk.window.actions_["undo"].trigger()
    opens(desk, lambda: click(desk, 1))
    desk.qtbot.waitUntil(lambda: abs(int(picture(desk, 0)[20, 20, 0]) - LEVELS["a.png"]) <= 2)


def test_a_crash_loses_nothing_of_what_was_left_on_the_way(desk: Desk, photos: list[Path], tmp_path: Path) -> None:
    drop(desk, *photos)
    for row, name in ((1, "AU26"), (2, "AU12")):
        drag_slider(desk, name, 40)
        opens(desk, lambda row=row: click(desk, row))
    kept = tmp_path / "recovery"
    desk.qtbot.waitUntil(lambda: len(list(kept.glob("*.facewright"))) == 2)
    looks = [dict(read_project(path).faces[0].values)["look"] for path in kept.glob("*.facewright")]
    assert sorted(dict(look).popitem()[0][:4] for look in looks) == ["AU12", "AU26"]
    desk.session.close(keep=True)  # as after Ctrl+C
    assert len(list(kept.glob("*.facewright"))) == 2


def test_at_the_end_one_question_counts_the_photos_and_saves_them_all(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    opens(desk, lambda: click(desk, 1))
    drag_slider(desk, "AU26", -40)
    taken = photos[0].with_name("a.facewright")
    taken.write_bytes(b"somebody's")
    asked = answering(monkeypatch, Button.Cancel)
    assert not desk.window.close() and asked == ["2 photos have unsaved changes."]
    answering(monkeypatch, Button.SaveAll)
    assert not desk.window.close()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert taken.read_bytes() == b"somebody's"
    values = [dict(dict(read_project(photos[0].with_name(name)).faces[0].values)["look"])["AU26"]
              for name in ("a-2.facewright", "b.facewright")]
    assert values[0] > 0 > values[1]
    for name in ("a-2.facewright", "b.facewright"):  # their tiles show the faces as they are set
        assert pixels_of(thumbnail(photos[0].with_name(name)).convertToFormat(QImage.Format.Format_RGB32))[96, 96, :] \
            .tolist() == list(PAINT)


def test_where_a_folder_cannot_be_written_the_question_names_the_one_that_is_taken(
        desk: Desk, photos: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    QSettings().setValue("folders/save", str(tmp_path / "mine"))
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    opens(desk, lambda: click(desk, 1))
    hints: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: hints.append(box.informativeText()) or Button.SaveAll)
    monkeypatch.setattr(os, "access", lambda path, _: str(path) != str(photos[0].parent))
    assert not desk.window.files.may_close(lambda: None)
    desk.qtbot.waitUntil(lambda: not desk.session.tray.unsaved_others)
    assert "“mine”" in hints[0] and (tmp_path / "mine" / "a.facewright").is_file()


def test_discarding_leaves_nothing_behind(desk: Desk, photos: list[Path], tmp_path: Path,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    opens(desk, lambda: click(desk, 1))
    answering(monkeypatch, Button.Discard)
    assert desk.window.close()
    desk.session.close()
    assert list((tmp_path / "recovery").glob("*")) == [] and list(photos[0].parent.glob("*.facewright")) == []


def test_a_project_of_the_tray_stays_ours_and_is_saved_where_it_was(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_questions(monkeypatch)
    drop(desk, *photos)
    project = photos[0].with_name("mine.facewright")
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(project)
    assert desk.session.tray.paths == [project, *photos[1:]]
    drag_slider(desk, "AU26", 40)
    value = desk.session.document.control("AU26")
    opens(desk, lambda: click(desk, 1))
    assert any(path.name != project.name and project.name in path.name for path in photos[0].parent.iterdir())  # lock
    opens(desk, lambda: click(desk, 0))
    assert desk.session.document.path == project and desk.session.document.control("AU26") == value
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.actions_["save"].trigger()
    opens(desk, lambda: click(desk, 2))
    assert opens(desk, lambda: click(desk, 0)) == "mine" and desk.session.document.control("AU26") == value


def test_a_broken_file_says_so_and_is_passed_over(desk: Desk, photos: list[Path]) -> None:
    photos[1].write_bytes(b"no picture at all")
    drop(desk, *photos)
    pictures_come(desk, 0, 2)
    desk.qtbot.waitUntil(lambda: desk.session.tray.entries[1].trouble is not None)
    assert has(desk, 1, tokens().warn)
    assert "b.png" in tip(desk, 1).split("\n", 1)[1]  # not its name alone, but why
    with desk.qtbot.waitSignal(desk.session.failed):
        click(desk, 1)
    assert desk.session.document.name == "a.png" and desk.session.tray.row == 0
    assert opens(desk, lambda: QTest.keySequence(desk.window, "Ctrl+PgDown")) == "c.png"
    cv2.imwrite(str(photos[1]), np.full((300, 400, 3), 90, np.uint8))  # mended
    assert opens(desk, lambda: click(desk, 1)) == "b.png"


def test_where_none_is_open_no_key_takes_one_out(desk: Desk, photos: list[Path]) -> None:
    photos[0].write_bytes(b"no picture at all")
    with desk.qtbot.waitSignal(desk.session.failed):
        desk.window.files.open_all(photos)
    assert desk.session.tray.row == -1
    QTest.keyClick(strip(desk), Qt.Key.Key_Delete)
    assert desk.session.tray.paths == photos


def test_what_was_let_go_of_last_is_not_offered_as_lost(desk: Desk, photos: list[Path], tmp_path: Path) -> None:
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    opens(desk, lambda: click(desk, 1))
    desk.qtbot.waitUntil(lambda: any((tmp_path / "recovery").glob("*.facewright")))
    desk.session.tray.clear()
    desk.session.close(keep=True)  # at once: the lanes stop before they come to it
    assert list((tmp_path / "recovery").glob("*.facewright")) == []


def test_only_what_is_in_sight_is_read(desk: Desk, photos: list[Path], tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    data = photos[0].read_bytes()
    for number in range(300):
        (many / f"{number:03}.png").write_bytes(data)
    drop(desk, many)
    shown = strip(desk)
    assert shown.model().rowCount() == 300
    pictures_come(desk, 0)
    tray = desk.session.tray
    desk.qtbot.waitUntil(lambda: not tray.pictures.reading)
    assert tray.pictures.picture(many / "150.png") is None
    shown.horizontalScrollBar().setValue(shown.horizontalScrollBar().maximum() // 2)
    pictures_come(desk, 150)
    assert tray.pictures.picture(many / "299.png") is None


def test_nothing_is_read_while_a_hand_holds_a_slider(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    pictures_come(desk, 0, 1, 2)
    desk.qtbot.waitUntil(lambda: not desk.session.tray.pictures.reading)
    desk.session.document.begin_gesture("Jaw")
    desk.session.tray.pictures.again(photos[2])
    desk.session.tray.pictures.want([photos[2]])
    assert not desk.session.tray.pictures.reading
    desk.session.document.end_gesture()
    pictures_come(desk, 2)


def test_a_large_photo_is_not_decoded_in_full_for_its_tile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[tuple[int, int]] = []

    def seen(picture: Picture) -> PhotoImage:
        sizes.append(picture.size)
        return of(picture)

    of = PhotoImage.of
    monkeypatch.setattr(PhotoImage, "of", seen)
    cv2.imwrite(str(tmp_path / "large.jpg"), np.full((3200, 3200, 3), 70, np.uint8))
    tile = read_small(tmp_path / "large.jpg")
    assert sizes == [(400, 400)] and tile.width() == 192 and tile.pixelColor(96, 96) == QColor(70, 70, 70)


def test_more_files_than_it_holds_are_cut_and_that_is_told(desk: Desk, photos: list[Path]) -> None:
    names = [photos[0].with_name(f"{number}.png") for number in range(MOST + 3)]
    opens(desk, lambda: desk.window.files.open_all([photos[0], *names]))
    assert len(desk.session.tray.entries) == MOST
    assert any(str(MOST + 4) in str(error.message) for error in desk.errors)


def test_taking_out_asks_about_that_photo_and_its_neighbour_follows(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    drop(desk, *photos)
    drag_slider(desk, "AU26", 40)
    strip(desk).setFocus()
    asked = answering(monkeypatch, Button.Cancel)
    QTest.keyClick(strip(desk), Qt.Key.Key_Delete)
    assert len(asked) == 1 and "a.png" in asked[0] and len(desk.session.tray.entries) == 3
    answering(monkeypatch, Button.Discard)
    assert opens(desk, lambda: QTest.keyClick(strip(desk), Qt.Key.Key_Delete)) == "b.png"
    assert desk.session.tray.paths == photos[1:] and not desk.session.document.dirty
    refuse_questions(monkeypatch)
    assert opens(desk, lambda: desk.window.actions_["close"].trigger()) == "c.png"
    assert not desk.window.tray.bar.isVisible()  # one photo is no row


def test_the_menu_and_the_button_close_the_tray_and_the_photo_stays(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    drop(desk, *photos)
    at = place(desk, 1).center()
    QApplication.sendEvent(strip(desk).viewport(), QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, strip(desk).viewport().mapToGlobal(at)))
    (menu,) = [one for one in desk.window.tray.bar.findChildren(QMenu) if one.isVisible()]
    next(action for action in menu.actions() if action.text() == "Take out of the tray").trigger()
    menu.close()
    assert desk.session.tray.paths == [photos[0], photos[2]]
    drag_slider(desk, "AU26", 40)
    opens(desk, lambda: click(desk, 1))
    asked = answering(monkeypatch, Button.Discard)
    QTest.mouseClick(desk.window.tray.bar.close_button, Qt.MouseButton.LeftButton)
    assert asked and not desk.window.tray.bar.isVisible() and desk.session.document.name == "c.png"


def test_another_file_stands_beside_them_and_unsaved_work_comes_along(
        desk: Desk, photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_questions(monkeypatch)
    desk.open(photos[0])
    drag_slider(desk, "AU26", 40)
    look = desk.session.document.look()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in photos[1:]], ""))
    assert opens(desk, lambda: desk.window.actions_["open"].trigger()) == "b.png"
    assert desk.session.tray.paths == photos
    assert opens(desk, lambda: click(desk, 0)) == "a.png" and desk.session.document.look() == look
    more = photos[0].with_name("d.png")
    cv2.imwrite(str(more), np.full((300, 400, 3), 70, np.uint8))
    assert opens(desk, lambda: desk.window.files.open(more)) == "d.png"
    assert desk.session.tray.paths == [*photos, more]


def test_a_low_window_keeps_its_room_for_the_photo_unless_asked(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    desk.window.resize(1100, 500)
    desk.qtbot.waitUntil(lambda: not desk.window.tray.bar.isVisible())
    assert not desk.window.actions_["tray"].isChecked()
    desk.window.actions_["tray"].trigger()
    assert desk.window.tray.bar.isVisible()
    desk.window.actions_["tray"].trigger()
    desk.window.resize(1100, 700)
    assert not desk.window.tray.bar.isVisible()


def test_the_photo_alone_is_alone(desk: Desk, photos: list[Path]) -> None:
    drop(desk, *photos)
    QTest.keySequence(desk.window, "F11")
    desk.qtbot.waitUntil(lambda: not desk.window.tray.bar.isVisible())
    assert opens(desk, lambda: QTest.keySequence(desk.window, "Ctrl+PgDown")) == "b.png"
    assert not desk.window.tray.bar.isVisible()
    QTest.keySequence(desk.window, "F11")
    desk.qtbot.waitUntil(lambda: desk.window.tray.bar.isVisible())


def test_the_command_line_names_several_files_or_a_folder(desk: Desk, photos: list[Path], tmp_path: Path) -> None:
    assert opens(desk, lambda: desk.editor.open_named(photos[:2])) == "a.png"
    assert desk.session.tray.paths == photos[:2]
    desk.editor.open_named([photos[0].parent])
    assert desk.session.tray.paths == photos
    (tmp_path / "none").mkdir()
    desk.editor.open_named([tmp_path / "none"])
    assert "none" in str(desk.errors[-1].message)


def test_the_wheel_moves_along_the_row(desk: Desk, photos: list[Path], tmp_path: Path) -> None:
    names = [photos[0].with_name(f"{number}.png") for number in range(100)]
    opens(desk, lambda: desk.window.files.open_all([photos[0], *names]))
    shown = strip(desk)
    bar = shown.horizontalScrollBar()
    before = bar.value()
    QApplication.sendEvent(shown.viewport(), QWheelEvent(
        QPointF(50, 30), QPointF(shown.viewport().mapToGlobal(QPoint(50, 30))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
    assert bar.value() > before
