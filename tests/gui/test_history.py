"""The row of steps, by its hands and by what is painted."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from gui.model.document import ProjectDocument
from gui.panels.history import PICTURE, HistoryStrip
from gui.style.theme import make_palette, tokens
from gui.window.main_window import MainWindow
from gui.window.window_place import TITLE, keep_place
from tests.gui.desk import Desk
from tests.gui.fakes import TABLE, make_photo
from tests.gui.hands import wheel
from tests.gui.test_canvas import pixels_of
from tests.gui.test_incoming import picture

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def step_box(strip: HistoryStrip, row: int) -> QRect:
    return strip.view.visualRect(strip.view.model().index(row, 0))


def pixels(strip: HistoryStrip, row: int) -> np.ndarray:
    """Of a step as it is painted, sign and words and all."""
    box = step_box(strip, row)
    box.moveTopLeft(strip.view.viewport().mapTo(strip, box.topLeft()))
    return pixels_of(strip.grab().toImage())[box.top() : box.bottom(), box.left() : box.right()]


def picture_part(strip: HistoryStrip, row: int) -> np.ndarray:
    return pixels(strip, row)[: PICTURE + 7]


def words_part(strip: HistoryStrip, row: int) -> np.ndarray:
    return pixels(strip, row)[PICTURE + 7 :]


def shown(qtbot: QtBot, document: ProjectDocument) -> HistoryStrip:
    strip = HistoryStrip(document)
    strip.setPalette(make_palette(tokens()))
    qtbot.addWidget(strip)
    strip.resize(600, 120)
    strip.show()
    qtbot.addWidget(strip.header)
    return strip


def with_steps(faces: int, *values: float) -> ProjectDocument:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=faces))
    for value in values:
        document.set_controls({"AU26": value}, "Jaw drop")
        document.clock = lambda more=value: 1000.0 * more  # each a step of its own
    return document


def test_a_step_is_painted_alike_wherever_it_stands_and_its_sign_does_not_move_it(qtbot: QtBot) -> None:
    document = with_steps(1, 2.0, 1.0, 2.0)
    document.undo_stack.setIndex(1)
    document.undo_stack.setClean()
    document.undo_stack.setIndex(0)
    strip = shown(qtbot, document)
    first, other, again = (words_part(strip, row) for row in (1, 2, 3))
    assert np.array_equal(first, again) and not np.array_equal(first, other) and first.std() > 0
    assert not np.array_equal(picture_part(strip, 1), picture_part(strip, 3))  # the sign of what is saved


def test_the_step_of_now_has_the_ring_and_those_undone_are_paler(qtbot: QtBot) -> None:
    document = with_steps(1, 2.0, 1.0, 2.0)
    strip = shown(qtbot, document)
    accent = QColor(tokens().accent_strong).getRgb()[:3]

    def ringed() -> list[int]:
        strip.view.clearFocus()
        return [row for row in range(4) if (picture_part(strip, row) == accent).all(-1).sum() > 20]
    assert ringed() == [3]
    bright = words_part(strip, 3).max()
    document.undo_stack.setIndex(2)
    assert ringed() == [2] and words_part(strip, 3).max() < bright - 20


def test_several_faces_are_told_apart_and_a_reader_hears_all_of_it(qtbot: QtBot) -> None:
    one, two = (shown(qtbot, with_steps(faces, 2.0)) for faces in (1, 2))
    assert not np.array_equal(words_part(one, 1), words_part(two, 1))
    assert two.view.model().index(1, 0).data() == "Jaw drop +2.0 · face 1"


def test_a_click_goes_there_and_so_do_the_arrow_keys(qtbot: QtBot) -> None:
    document = with_steps(1, 2.0, 1.0, 2.0)
    strip = shown(qtbot, document)
    QTest.mouseClick(strip.view.viewport(), LEFT, NONE, step_box(strip, 1).center())
    assert document.undo_stack.index() == 1 and dict(document.look()) == {"AU26": 2.0}
    QTest.keyClick(strip.view, Qt.Key.Key_Right)
    assert document.undo_stack.index() == 2
    QTest.keyClick(strip.view, Qt.Key.Key_Left)
    QTest.keyClick(strip.view, Qt.Key.Key_Left)
    assert document.undo_stack.index() == 0 and not document.look()


def test_a_long_history_is_one_row_that_follows_the_step_of_now(qtbot: QtBot) -> None:
    document = with_steps(1, *(float(value) for value in range(-10, 10)))
    strip = shown(qtbot, document)
    seen = strip.view.viewport().rect()

    def in_sight(row: int) -> bool:
        return seen.contains(step_box(strip, row).adjusted(0, 0, -1, -1))
    qtbot.waitUntil(lambda: in_sight(20))
    assert {step_box(strip, row).top() for row in range(21)} == {step_box(strip, 0).top()}
    wheel(strip.view.viewport(), angle=30 * 120)
    assert in_sight(0) and not strip.edges.back.isVisible()
    QTest.mouseClick(strip.edges.forth, LEFT)
    assert not in_sight(0) and strip.edges.back.isVisible()
    for _ in range(20):
        document.undo()
    qtbot.waitUntil(lambda: in_sight(0))


# ---- in the window


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(picture(tmp_path / "photo.png"))
    yield desk
    desk.close()


def fold(window: MainWindow) -> None:
    QTest.mouseClick(window.history.header, LEFT, NONE, QPoint(30, 10))


@pytest.mark.parametrize("size", [QSize(1366, 768 - TITLE), QSize(910, 512 - TITLE)])
def test_it_is_in_reach_with_every_tab_and_takes_no_height_when_folded(desk: Desk, size: QSize) -> None:
    window = desk.window
    window.actions_["history"].setChecked(False)
    window.notice.setFixedHeight(0)  # what the stand-in for an engine cannot do is not told here
    window.resize(size)
    desk.qtbot.waitUntil(lambda: window.size() == size)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        desk.qtbot.wait(1)
        tall, panels, header = window.viewer.pages.height(), window.tabs.height(), window.history.header
        assert window.viewer.pages.mapTo(window, QPoint(0, 0)).y() == window.tabs.mapTo(window, QPoint(0, 0)).y()
        place = QRect(header.mapTo(window, QPoint(0, 0)), header.size())
        assert window.rect().contains(place) and window.tool_bar.geometry().contains(place)
        fold(window)
        desk.qtbot.waitUntil(lambda tall=tall: window.viewer.pages.height() < tall - PICTURE)
        assert window.history.isVisible() and window.tabs.height() == panels and window.size() == size
        fold(window)
        desk.qtbot.waitUntil(lambda tall=tall: window.viewer.pages.height() == tall)


def test_the_menu_and_its_key_fold_it_and_it_stays_so(desk: Desk) -> None:
    action = desk.window.actions_["history"]
    for is_open in (True, False, True):
        if action.isChecked() == is_open:
            action.trigger()
        action.trigger()
        assert desk.window.history.isVisible() == is_open == desk.window.history.is_open
        again = MainWindow(desk.session)
        desk.qtbot.addWidget(again)
        again.show()
        assert again.history.isVisible() == is_open
    assert action.shortcut().toString() == "Ctrl+Shift+H"


def test_without_a_photo_there_is_none(desk: Desk) -> None:
    desk.window.actions_["history"].setChecked(True)
    desk.window.actions_["close"].trigger()
    assert not desk.window.history.isVisible() and not desk.window.history.header.isEnabled()


@pytest.mark.parametrize("was_shown", [True, False])
def test_as_a_dock_it_was_kept_in_is_the_strip(desk: Desk, was_shown: bool) -> None:
    """What windows wrote down while the history was a dock at the left."""
    QSettings().clear()
    keep_place(desk.window)
    QSettings().setValue("window/state", state_with_a_dock(desk, was_shown))
    again = MainWindow(desk.session)
    desk.qtbot.addWidget(again)
    again.show()
    again.resize(1366, 700 if was_shown is False else 500)  # neither as it would be by itself
    assert again.history.isVisible() == was_shown
    assert [dock.objectName() for dock in again.findChildren(QDockWidget) if not dock.isHidden()] == ["panels"]
    assert again.viewer.mapTo(again, QPoint(0, 0)).x() == 0


def state_with_a_dock(desk: Desk, is_shown: bool) -> QByteArray:
    old = QMainWindow()
    desk.qtbot.addWidget(old)
    areas = Qt.DockWidgetArea
    for name, area in (("panels", areas.RightDockWidgetArea), ("history", areas.LeftDockWidgetArea)):
        dock = QDockWidget(old)
        dock.setObjectName(name)
        old.addDockWidget(area, dock)
    old.resize(1200, 700)
    old.show()
    old.findChildren(QDockWidget)[1].setVisible(is_shown)
    return old.saveState()
