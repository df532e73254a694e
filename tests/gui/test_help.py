"""Help: the page that F1 opens, and the keys that `?` lays over the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.key_caps import KeyCaps
from gui.controls.label import Label
from gui.dialogs.first_steps import FIRST_STEPS
from gui.dialogs.help import HelpDialog
from gui.style.icons import icon
from gui.window.help_topics import commands, gestures, key_parts
from gui.window.shortcut_overlay import ShortcutOverlay
from gui.words.language import install_language, remove_language
from tests.gui.desk import Desk, slider_of
from tests.gui.test_incoming import picture

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(picture(tmp_path / "photo.png"))
    desk.window.activateWindow()
    yield desk
    desk.close()


def page_of(desk: Desk) -> HelpDialog:
    QTest.keyClick(desk.window.canvas, Qt.Key.Key_F1)
    page = desk.window.findChild(HelpDialog)
    assert page is not None and page.isVisible()
    return page


def overlay_of(desk: Desk) -> ShortcutOverlay:
    QTest.keyClicks(QApplication.focusWidget(), "?")
    overlay = desk.window.findChild(ShortcutOverlay)
    assert overlay is not None and overlay.isVisible()
    return overlay


def gone(desk: Desk) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return desk.window.findChild(ShortcutOverlay) is None


def read(page: HelpDialog) -> list[str]:
    """The words and keys that are in sight, from top to bottom."""
    return [widget.text() if isinstance(widget, Label) else widget.accessibleName()
            for widget in page.findChildren(QWidget) if isinstance(widget, Label | KeyCaps)
            and widget.isVisibleTo(page) and (not isinstance(widget, Label) or widget.text())]


def test_every_key_of_every_command_is_told(desk: Desk) -> None:
    told = {way for topic in commands(desk.window.menuBar()) for entry in topic.entries for way in entry.ways}
    assert ("Ctrl", "Shift", "Z") in told and ("Ctrl", "Y") in told and ("F1",) in told and ("Tab",) in told
    for action in desk.window.findChildren(QAction):
        for keys in action.shortcuts():
            assert key_parts(keys) in told, action.text()
    own = {key_parts(shortcut.key()) for shortcut in desk.window.findChildren(QShortcut)}
    assert own <= told | {tuple(gesture) for topic in gestures() for entry in topic.entries for gesture in entry.ways}


@pytest.mark.parametrize(("keys", "parts"), [("Ctrl++", ("Ctrl", "+")), ("Ctrl+Shift+S", ("Ctrl", "Shift", "S")),
                                             ("F11", ("F11",)), ("+", ("+",)), ("Ctrl+,", ("Ctrl", ","))])
def test_a_shortcut_is_told_key_by_key(keys: str, parts: tuple[str, ...]) -> None:
    assert key_parts(QKeySequence(keys)) == parts


def test_f1_opens_one_page_beside_the_window(desk: Desk) -> None:
    page = page_of(desk)
    assert page_of(desk) is page and not page.isModal()
    words = read(page)
    assert {"First steps", "1. Open a photo", "Ctrl+O", "Ctrl+Shift+Z, Ctrl+Y"} <= set(words)
    assert words.index("First steps") < words.index("On a slider or knob") < words.index("View")
    assert all(not icon(step.picture).isNull() for step in FIRST_STEPS)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_help_is_searched_by_words_keys_and_headings(desk: Desk) -> None:
    page = page_of(desk)
    desk.qtbot.waitUntil(page.filter_box.hasFocus)
    QTest.keyClicks(page.filter_box, "ZOOM")
    assert read(page)[:2] == ["On the photo", "Wheel"] and "First steps" not in read(page)
    page.filter_box.setText("shift+s")
    assert read(page) == ["File", "Ctrl+Shift+S", "Save project as"]
    page.filter_box.setText("rig turn")
    assert "Turn the head" in read(page)
    page.filter_box.setText("qqq")
    assert read(page) == ["Nothing in help has these words."]
    page.filter_box.clear()
    assert "First steps" in read(page) and "Nothing in help has these words." not in read(page)


def test_the_pages_words_fit_beside_each_other(desk: Desk) -> None:
    page = page_of(desk)
    page.resize(480, 400)
    page.grab()
    inside = page.area.widget()
    assert inside.width() <= page.area.viewport().width() and page.area.verticalScrollBar().maximum() > 0
    for caps in inside.findChildren(KeyCaps):
        assert caps.width() == caps.sizeHint().width()


def test_a_question_mark_lays_the_keys_over_the_window(desk: Desk) -> None:
    before = desk.window.grab().toImage()
    overlay = overlay_of(desk)
    assert overlay.size() == desk.window.size() and overlay.hasFocus()
    assert "Ctrl+O: Open" in overlay.accessibleDescription()
    assert desk.window.grab().toImage() != before
    desk.window.resize(desk.window.size() - QSize(60, 40))
    QApplication.processEvents()
    assert overlay.size() == desk.window.size()


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F11, Qt.Key.Key_Down])
def test_any_key_closes_it_and_does_nothing_else(desk: Desk, key: Qt.Key) -> None:
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    QTest.keyClick(overlay_of(desk), key)
    assert gone(desk) and slider.hasFocus()
    assert slider.amount == 0 and not desk.window.isFullScreen() and desk.window.panel_dock.isVisible()


def test_a_click_closes_it_and_hits_nothing_below(desk: Desk) -> None:
    overlay = overlay_of(desk)
    slider = slider_of(desk, "AU26")
    place = slider.mapTo(desk.window, QPoint(slider.width() - 20, slider.height() // 2))
    assert desk.window.childAt(place) is overlay
    QTest.mouseClick(overlay, LEFT, NONE, place)
    assert gone(desk) and slider.amount == 0


def test_a_question_mark_can_still_be_typed(desk: Desk) -> None:
    box = desk.expression.panel.filter_box
    box.setFocus()
    QTest.keyClicks(box, "?")
    assert box.text() == "?" and desk.window.findChild(ShortcutOverlay) is None


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("size", [(910, 512), (1366, 768), (1920, 1080)])
def test_the_keys_fit_on_every_screen(desk: Desk, language: str, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    install_language(language)
    overlay = ShortcutOverlay([*commands(desk.window.menuBar()), *gestures()], desk.window)
    pages = overlay.pages()
    for page in pages:
        assert page.width <= desk.window.width()
        assert max(len(lines) for lines, _, _ in page.columns) * page.high <= desk.window.height() - 50
    shown = [line.entry for page in pages for lines, _, _ in page.columns for line in lines if line.entry is not None]
    assert shown == [entry for topic in (*commands(desk.window.menuBar()), *gestures()) for entry in topic.entries]
    assert len(pages) == 1 or size == (910, 512)
    overlay.close()
    remove_language()


def test_help_stands_in_its_menu(desk: Desk) -> None:
    (menu,) = [action.menu() for action in desk.window.menuBar().actions() if action.text() == "&Help"]
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][:2] == ["Help", "Keyboard shortcuts"]


def test_what_had_the_focus_may_go_while_the_keys_lie_over_the_window(desk: Desk) -> None:
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    overlay = overlay_of(desk)
    slider.deleteLater()
    QApplication.sendPostedEvents(slider, QEvent.Type.DeferredDelete)
    QTest.mouseClick(overlay, LEFT)
    assert gone(desk)


def test_what_has_no_room_is_a_page_further(desk: Desk) -> None:
    desk.window.resize(910, 512)
    overlay = overlay_of(desk)
    count, seen = len(overlay.pages()), [overlay.grab().toImage()]
    assert count > 1
    for _ in range(count - 1):
        QTest.keyClick(overlay, Qt.Key.Key_Right)
        seen.append(overlay.grab().toImage())
    assert all(one != other for place, one in enumerate(seen) for other in seen[:place])
    QTest.keyClick(overlay, Qt.Key.Key_Right)
    assert overlay.isVisible() and overlay.grab().toImage() == seen[-1]
    QTest.wheelEvent(desk.window.windowHandle(), QPointF(overlay.rect().center()), QPoint(0, 120 * count))
    assert overlay.grab().toImage() == seen[0]
    QTest.keyClick(overlay, Qt.Key.Key_A)
    assert gone(desk)


def test_a_window_that_grows_shows_the_last_page_that_there_is(desk: Desk) -> None:
    desk.window.resize(910, 512)
    overlay = overlay_of(desk)
    for _ in range(2):
        overlay.turn(1)
    assert overlay.number_of(len(overlay.pages())) == len(overlay.pages()) - 1 > 0
    desk.window.resize(1920, 1080)
    assert len(overlay.pages()) == 1 and overlay.number_of(1) == 0


def test_where_all_has_room_an_arrow_is_a_key_like_any_other(desk: Desk) -> None:
    desk.window.resize(1920, 1080)
    QTest.keyClick(overlay_of(desk), Qt.Key.Key_Right)
    assert gone(desk)
