"""A screen of 1366 x 768 at 150 %, 910 x 512 to the window: everything fits or scrolls."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.job_dialog import Dialog
from gui.model.recent import remember
from tests.gui.desk import Desk
from tests.gui.test_incoming import picture

ROOM = QSize(910, 440)
"""What a title and a task bar leave."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    for number in range(5):
        remember(picture(tmp_path / f"{number}.png"))
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def test_the_window_fits_and_all_of_it_is_in_sight(desk: Desk, tmp_path: Path) -> None:
    window = desk.window

    def fits() -> bool:
        window.resize(ROOM)
        desk.qtbot.wait(1)
        bottom = window.status.mapTo(window, QPoint(0, window.status.height())).y()
        return window.size() == ROOM and bottom <= ROOM.height() and window.status.height() >= 24
    assert fits()
    (area,) = window.welcome.findChildren(QScrollArea)
    assert area.widget().height() >= area.widget().minimumSizeHint().height()  # it scrolls
    desk.open(tmp_path / "0.png")
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        assert fits()
        panel = window.tabs.currentWidget()
        assert panel is not None and panel.height() >= panel.minimumSizeHint().height()


def test_a_dialog_is_no_larger_than_the_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = Dialog("x", desk.window)
    dialog.resize(3000, 2000)
    dialog.show()
    screen = dialog.screen().availableSize()
    assert dialog.width() <= screen.width() and dialog.height() <= screen.height()
    dialog.reject()


def test_the_choice_of_who_draws_is_on_the_screen(desk: Desk) -> None:
    button: QWidget = desk.window.final_button
    screen = desk.window.screen().availableGeometry()
    desk.window.resize(ROOM)
    desk.window.move(screen.bottomLeft() - QPoint(0, 200))
    button.open()  # type: ignore[attr-defined]
    panel = button.panel  # type: ignore[attr-defined]
    assert panel.geometry().bottom() <= screen.bottom() and panel.geometry().top() >= screen.top()
    panel.hide()
