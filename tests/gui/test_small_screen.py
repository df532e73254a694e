"""Small screens: 1366 x 768, the same at 150 % (910 x 512), 1920 x 1080 at 200 % (960 x 540). Everything fits or
scrolls, and nothing hides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.control_row import ControlRow
from gui.controls.knob_cell import KnobCell
from gui.controls.tabs import Tabs, shares
from gui.dialogs.job_dialog import Dialog
from gui.model.recent import remember
from gui.panels.preset_tile import PresetTile
from gui.window import window_place
from gui.window.main_window import MainWindow
from gui.window.window_place import TITLE, keep_place, on_screen
from tests.gui.desk import Desk
from tests.gui.test_incoming import picture
from tests.test_structure import ROOT

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
        bar = window.viewer.bar
        bottom = bar.mapTo(window, QPoint(0, bar.height())).y()
        return window.size() == ROOM and bottom <= ROOM.height() and bar.height() >= 24
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
    assert dialog.width() <= screen.width() and dialog.height() < screen.height() - 8  # its title is on it, too
    dialog.reject()


def test_the_choice_of_who_draws_is_on_the_screen(desk: Desk) -> None:
    button: QWidget = desk.window.viewer.bar.renderer
    screen = desk.window.screen().availableGeometry()
    desk.window.resize(ROOM)
    desk.window.move(screen.bottomLeft() - QPoint(0, 200))
    button.open()  # type: ignore[attr-defined]
    panel = button.panel  # type: ignore[attr-defined]
    assert panel.geometry().bottom() <= screen.bottom() and panel.geometry().top() >= screen.top()
    panel.hide()


def test_a_window_needs_no_more_than_480_pixels_of_height(desk: Desk) -> None:
    assert desk.window.minimumHeight() + TITLE <= 480 and desk.window.minimumWidth() <= 910


def in_sight(desk: Desk) -> list[ControlRow]:
    """Rows of the chosen panel that are seen whole."""
    panel = desk.expression.panel
    view = panel.scroll_area.viewport()
    seen = QRect(view.mapTo(desk.window, QPoint()), view.size())
    return [row for row in panel.findChildren(ControlRow) if row.isVisible()
            and seen.contains(QRect(row.mapTo(desk.window, QPoint()), row.size()))]


@pytest.mark.parametrize(("size", "rows"), [(QSize(1366, 768 - TITLE), 12), (QSize(1366, 700), 12),
                                            (QSize(960, 540 - TITLE), 5), (QSize(910, 512 - TITLE), 4)])
def test_sliders_have_their_room_with_the_presets_open(desk: Desk, tmp_path: Path, size: QSize, rows: int) -> None:
    desk.open(tmp_path / "0.png")
    desk.window.resize(size)
    desk.qtbot.waitUntil(lambda: len(in_sight(desk)) >= rows)
    assert desk.expression.strip.is_open and desk.window.size() == size
    strip = desk.expression.strip
    QTest.mouseClick(strip.header, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, 10))
    desk.qtbot.waitUntil(lambda: len(in_sight(desk)) >= rows + 2)


@pytest.mark.parametrize(("size", "rows"), [(QSize(1366, 768 - TITLE), 3), (QSize(960, 540 - TITLE), 2),
                                            (QSize(910, 512 - TITLE), 2)])
def test_knobs_have_their_room_below_the_card(desk: Desk, tmp_path: Path, size: QSize, rows: int) -> None:
    desk.open(tmp_path / "0.png")
    desk.window.resize(size)
    desk.window.tabs.setCurrentWidget(desk.attributes)
    view = desk.attributes.panel.scroll_area.viewport()

    def seen() -> int:
        room = QRect(view.mapTo(desk.window, QPoint()), view.size())
        return len({cell.mapTo(desk.window, QPoint()).y() for cell in desk.attributes.findChildren(KnobCell)
                    if cell.isVisible() and room.contains(QRect(cell.mapTo(desk.window, QPoint()), cell.size()))})

    desk.qtbot.waitUntil(lambda: seen() >= rows)
    card = desk.attributes.card
    assert card.heading.isVisible() and card.find_button.isVisible() == desk.session.inversions.possible


@pytest.mark.parametrize("width", [720, 910, 1366])
def test_all_tabs_show_whatever_was_remembered(desk: Desk, tmp_path: Path, width: int) -> None:
    window = desk.window
    window.resize(720, 430)
    keep_place(window)
    again = MainWindow(desk.session)
    desk.qtbot.addWidget(again)
    again.show()
    again.resize(width, 700)
    desk.qtbot.wait(1)
    bar = again.tabs.tabBar()
    for place in range(bar.count()):
        there = bar.tabRect(place)
        assert there.width() >= 30 and there.right() < again.tabs.width(), bar.tabText(place)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there.center())
        assert again.tabs.currentIndex() == place
    again.session.document.close()


def test_narrow_tabs_share_what_there_is(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for name in ("Expression", "Attributes", "Rig", "A page with a very long name"):
        tabs.addTab(QWidget(), name)
    tabs.resize(240, 200)
    tabs.show()
    bar = tabs.tabBar()
    widths = [bar.tabRect(place).width() for place in range(bar.count())]
    assert sum(widths) <= 240 and min(widths) > 30
    tabs.resize(900, 200)
    assert all(bar.tabRect(place).width() > QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(place))
               for place in range(bar.count()))


def test_the_widest_gives_way_first() -> None:
    assert shares([90, 80, 40], 300) == [90, 80, 40]
    assert shares([90, 80, 40], 180) == [70, 70, 40]
    assert shares([90, 80, 40], 90) == [30, 30, 30]


@pytest.mark.parametrize("place", [QRect(0, 0, 2400, 1300), QRect(1500, 900, 700, 430), QRect(-400, -50, 1440, 900)])
def test_a_remembered_place_of_another_screen_comes_onto_this_one(place: QRect) -> None:
    free = QRect(0, 20, 960, 500)
    put = on_screen(place, free, TITLE)
    assert free.contains(put.adjusted(0, -TITLE, 0, 0))
    assert put.size() == place.size().boundedTo(QSize(960, 500 - TITLE))


def test_a_place_that_fits_stays_as_it_is() -> None:
    place = QRect(30, 80, 700, 400)
    assert on_screen(place, QRect(0, 20, 960, 500), TITLE) == place


@pytest.mark.parametrize("remembered", [False, True])
def test_the_window_opens_wholly_on_a_small_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch,
                                                   remembered: bool) -> None:
    """1920 x 1080 at 200 %, and what is kept is of the same screen at 100 %."""
    if remembered:
        desk.window.resize(1900, 1000)
        keep_place(desk.window)
    free = QRect(0, 0, 960, 540)
    monkeypatch.setattr(window_place, "free_place", lambda near: free)
    window = MainWindow(desk.session)
    desk.qtbot.addWidget(window)
    window.show()
    title = int(str(QSettings().value("window/title", TITLE)))
    assert free.contains(window.geometry().adjusted(0, -title, 0, 0))
    assert window.canvas.width() > 300 or window.welcome.width() > 300


def test_panels_that_were_wide_on_a_large_screen_leave_a_small_one_its_photo(
        desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(tmp_path / "0.png")
    desk.window.resize(1900, 1000)
    desk.window.resizeDocks([desk.window.panel_dock], [1100], Qt.Orientation.Horizontal)
    desk.qtbot.waitUntil(lambda: desk.window.panel_dock.width() > 1000)
    keep_place(desk.window)
    monkeypatch.setattr(window_place, "free_place", lambda near: QRect(0, 0, 960, 540))
    window = MainWindow(desk.session)
    desk.qtbot.addWidget(window)
    window.show()
    desk.qtbot.waitUntil(lambda: window.canvas.width() > 300)
    assert window.panel_dock.width() < 600
    desk.session.document.close()


def test_all_names_are_of_one_size(desk: Desk, tmp_path: Path) -> None:
    """No row, knob or tile sets its name smaller to make it fit."""
    desk.open(tmp_path / "0.png")
    usual = desk.window.font().pixelSize()
    for kind in (ControlRow, PresetTile):
        assert {widget.font().pixelSize() for widget in desk.window.findChildren(kind)} == {usual}
    painted = ("controls/control_row", "controls/knob_cell", "controls/value_field", "controls/group_header",
               "panels/preset_tile")
    assert [name for name in painted if "setPixelSize" in (ROOT / "gui" / f"{name}.py").read_text("utf-8")] == []


def test_every_menu_is_one_column(desk: Desk) -> None:
    """Where one is higher than the screen, Qt breaks it into two."""
    for action in desk.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu) and menu.sizeHint().height() <= 480, action.text()
