"""The rig's head beside the photo: where there is room, while its tab is chosen, and back again."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.rig.values import RigValues
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY, FakeEngine
from tests.gui.test_canvas import pixels_of
from tests.gui.test_slider import move

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
RIG = 2


class Engine(FakeEngine):
    def draw_head(self, values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float, pitch: float,
                  zoom: float, size: int) -> Job[np.ndarray]:
        yield Progress(0, 1)
        return np.full((size, size, 4), (200, 20, 20, 255), np.uint8)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=Engine, size=(1230, 700))
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.window.tabs.setCurrentIndex(0)
    desk.open(path)
    desk.window.canvas.fit()
    yield desk
    desk.close()


def choose_tab(desk: Desk, place: int) -> None:
    bar = desk.window.tabs.tabBar()
    QTest.mouseClick(bar, LEFT, NONE, bar.tabRect(place).center())


def in_the_middle(desk: Desk) -> bool:
    return desk.window.viewer.middle.indexOf(desk.rig.stage) == 1


def test_the_head_has_half_of_the_middle_while_its_tab_is_chosen(desk: Desk) -> None:
    middle, head, canvas = desk.window.viewer.middle, desk.rig.stage, desk.window.canvas
    choose_tab(desk, RIG)
    assert in_the_middle(desk) and head.isVisible()
    assert head.width() >= 0.45 * middle.width() and canvas.isVisible() and canvas.view.fitted
    desk.qtbot.waitUntil(lambda: head.view.has_picture)
    centre = pixels_of(middle.grab().toImage())[middle.height() // 2, middle.width() - head.width() // 2]
    assert tuple(centre) == (200, 20, 20)
    QTest.mousePress(head.view, LEFT, NONE, QPoint(100, 100))
    move(head.view, QPoint(140, 100))
    QTest.mouseRelease(head.view, LEFT, NONE, QPoint(140, 100))
    assert head.view.orbit.yaw > 0
    choose_tab(desk, 0)
    assert not in_the_middle(desk) and desk.rig.splitter.indexOf(head) == 0
    assert canvas.width() > 0.9 * middle.width()


def test_the_button_takes_it_back_and_that_is_remembered(desk: Desk) -> None:
    choose_tab(desk, RIG)
    QTest.mouseClick(desk.rig.beside_button, LEFT)
    assert not in_the_middle(desk) and desk.rig.splitter.indexOf(desk.rig.stage) == 0 and desk.rig.stage.isVisible()
    desk.window.theme_chosen.emit("light")
    old = desk.window
    desk.qtbot.waitUntil(lambda: desk.window is not old)
    desk.window.resize(1230, 700)  # what is remembered of it fits on the screen
    assert desk.window.tabs.currentIndex() == RIG and not in_the_middle(desk)
    QTest.mouseClick(desk.rig.beside_button, LEFT)
    assert in_the_middle(desk)
    desk.window.theme_chosen.emit("dark")
    old = desk.window
    desk.qtbot.waitUntil(lambda: desk.window is not old)
    desk.window.resize(1230, 700)
    desk.qtbot.waitUntil(lambda: in_the_middle(desk))
    assert desk.rig.stage.isVisible() and desk.errors == []


def test_without_room_or_without_a_photo_it_stays_in_the_panel(desk: Desk) -> None:
    choose_tab(desk, RIG)
    assert in_the_middle(desk)
    button = desk.rig.beside_button
    assert button.isChecked() and button.isEnabled()
    desk.window.resize(910, 700)
    desk.qtbot.waitUntil(lambda: not in_the_middle(desk))
    assert not button.isChecked() and not button.isEnabled() and "no room" in button.toolTip()
    desk.window.resize(1230, 700)
    desk.qtbot.waitUntil(lambda: in_the_middle(desk))
    assert button.isChecked() and button.isEnabled()
    desk.session.close_photo()
    assert not in_the_middle(desk) and desk.rig.stage.isVisible()


@pytest.mark.parametrize("size", [(910, 480), (860, 430)])
def test_where_the_panel_is_low_the_head_stands_beside_the_photo(desk: Desk, size: tuple[int, int]) -> None:
    choose_tab(desk, RIG)
    desk.window.resize(*size)
    head, canvas, rig = desk.rig.stage, desk.window.canvas, desk.rig
    desk.qtbot.waitUntil(lambda: (desk.window.width(), desk.window.height()) == size and in_the_middle(desk))
    assert head.view.height() >= 0.45 * rig.height() and head.width() >= min(canvas.width() - 4, 200)
    desk.window.resize(910, 900)  # high enough to share, and too narrow for both
    desk.qtbot.waitUntil(lambda: not in_the_middle(desk))


def test_in_a_low_panel_the_head_still_has_near_half_of_it(desk: Desk) -> None:
    choose_tab(desk, RIG)
    QTest.mouseClick(desk.rig.beside_button, LEFT)
    tools, view = desk.rig.stage.tools, desk.rig.stage.view
    for size, aside in (((910, 480), True), ((1230, 700), False)):
        desk.window.resize(*size)
        desk.qtbot.waitUntil(lambda aside=aside: (tools.x() > view.x()) == aside)
        desk.qtbot.waitUntil(lambda: view.height() >= 0.45 * desk.rig.height())
        bounds = tools.rect()
        assert all(bounds.contains(button.geometry()) for button in tools.buttons.values())


def test_the_head_is_as_high_as_it_was_when_it_comes_back(desk: Desk) -> None:
    rig = desk.rig
    choose_tab(desk, RIG)
    QTest.mouseClick(rig.beside_button, LEFT)
    handle = rig.splitter.handle(1)
    before, start = rig.stage.height(), handle.rect().center()
    QTest.mousePress(handle, LEFT, NONE, start)
    move(handle, start + QPoint(0, -40))
    QTest.mouseRelease(handle, LEFT, NONE, start)
    lower = rig.stage.height()
    assert lower < before - 20
    QTest.mouseClick(rig.beside_button, LEFT)
    assert in_the_middle(desk)
    QTest.mouseClick(rig.beside_button, LEFT)
    assert not in_the_middle(desk) and abs(rig.stage.height() - lower) <= 1
