"""Tab puts the panels away, F11 all but the photo; and the right button on the photo."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.render.pictures import FinishedPicture
from engine.render.request import Rendering
from tests.gui.desk import Desk, drag_slider, slider_of
from tests.gui.fakes import GRAY, PAINT, FakeEngine
from tests.gui.menus import ask_for_menu, choose, entries, leave, open_menu, right_click
from tests.gui.test_incoming import picture

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
TAB, F11, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_F11, Qt.Key.Key_Escape


class Painter(FakeEngine):
    """Finishes a picture: green where anything is set."""

    def finish(self, photo: str, looks: Mapping[int, Look], rendering: Rendering) -> Job[FinishedPicture]:
        yield Progress(0, 1)
        pixels = np.full((300, 400, 3), GRAY, np.uint8)
        if looks:
            pixels[:] = PAINT
        return FinishedPicture(pixels)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=Painter)
    desk.open(picture(tmp_path / "photo.png"))
    desk.window.activateWindow()
    yield desk
    QGuiApplication.clipboard().clear()
    desk.close()


def around(desk: Desk) -> dict[str, bool]:
    window = desk.window
    parts = {"panels": window.panel_dock, "history": window.history, "tools": window.tool_bar,
             "menus": window.menuBar(), "bar": window.viewer.bar}
    return {name: part.isVisible() for name, part in parts.items()}


def test_tab_on_the_photo_puts_the_panels_away_and_brings_them_back(desk: Desk) -> None:
    canvas, before, wide = desk.window.canvas, around(desk), desk.window.canvas.width()
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(5, 5))
    QTest.keyClick(canvas, TAB)
    assert around(desk) == {**before, "panels": False, "history": False} and canvas.hasFocus()
    desk.qtbot.waitUntil(lambda: canvas.width() > wide + 200)
    assert not desk.window.actions_["panels"].isChecked()
    QTest.keyClick(canvas, TAB)
    assert around(desk) == before and desk.window.actions_["panels"].isChecked()


def test_the_history_comes_back_only_where_it_was(desk: Desk) -> None:
    for shown in (True, False):
        desk.window.actions_["history"].setChecked(shown)
        QTest.keyClick(desk.window.canvas, TAB)
        assert not desk.window.history.isVisible()
        QTest.keyClick(desk.window.canvas, TAB)
        assert desk.window.history.isVisible() == shown == desk.window.actions_["history"].isChecked()


def test_tab_at_a_slider_goes_to_the_next_as_ever(desk: Desk) -> None:
    slider = slider_of(desk, "AU26")
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(slider, TAB)
    assert not slider.hasFocus() and around(desk)["panels"]


def test_who_comes_to_the_photo_by_tab_goes_on_by_tab(desk: Desk) -> None:
    canvas = desk.window.canvas
    slider_of(desk, "AU26").setFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, TAB)
    assert around(desk)["panels"] and not canvas.hasFocus()


def test_with_the_focus_nowhere_tab_is_the_panels_key(desk: Desk) -> None:
    here = QApplication.focusWidget()
    assert here is desk.window.canvas  # a photo that was opened has it
    here.clearFocus()
    QTest.keyClick(desk.window, TAB)
    assert not around(desk)["panels"]
    QTest.keyClick(desk.window.canvas, TAB)
    assert around(desk)["panels"]


def test_that_panels_are_away_is_seen_and_at_first_told(desk: Desk) -> None:
    alone = desk.window.photo_alone
    QTest.keyClick(desk.window.canvas, TAB)
    assert alone._hint.isVisible() and "Tab" in alone._hint.text()
    assert alone._handle.isVisible()
    pale = alone._handle.grab().toImage()
    assert len({pale.pixel(x, y) for x in range(pale.width()) for y in range(pale.height())}) > 1
    alone._hint.hide()
    QTest.mouseClick(alone._handle, LEFT)
    assert around(desk)["panels"] and not alone._handle.isVisible()
    QTest.keyClick(desk.window.canvas, TAB)
    assert not alone._hint.isVisible() and alone._handle.isVisible()


def test_f11_leaves_the_photo_alone_and_esc_brings_back_what_was(desk: Desk) -> None:
    before = around(desk)
    for back in (ESCAPE, F11):
        QTest.keyClick(desk.window.canvas, F11)
        assert set(around(desk).values()) == {False} and desk.window.isFullScreen()
        assert "Esc" in desk.window.photo_alone._hint.text()
        QTest.keyClick(desk.window.canvas, TAB)  # the panels alone, beside the photo
        assert {name for name, there in around(desk).items() if there} <= {"panels", "history"}
        QTest.keyClick(desk.window.canvas, back)
        assert around(desk) == before and not desk.window.isFullScreen()
        assert not desk.window.actions_["full screen"].isChecked()


def test_esc_ends_the_wipe_first(desk: Desk) -> None:
    QTest.keyClick(desk.window.canvas, F11)
    desk.window.actions_["wipe"].trigger()
    QTest.keyClick(desk.window.canvas, ESCAPE)
    assert desk.window.canvas.wipe is None and desk.window.isFullScreen()


def test_what_was_away_is_there_at_the_next_start(desk: Desk) -> None:
    window = desk.window
    window.actions_["history"].setChecked(True)
    QTest.keyClick(window.canvas, F11)
    geometry, state = window.photo_alone.kept_place()
    assert set(around(desk).values()) == {False}
    QTest.keyClick(window.canvas, ESCAPE)
    assert state == window.saveState() and window.restoreGeometry(geometry) and not window.isFullScreen()


def test_another_theme_leaves_it_as_it_is(desk: Desk) -> None:
    QTest.keyClick(desk.window.canvas, TAB)
    old = desk.window
    QSettings().setValue("theme", "light")
    old.theme_chosen.emit("light")
    desk.qtbot.waitUntil(lambda: desk.editor.window is not old and desk.editor.window is not None, timeout=20_000)
    assert not around(desk)["panels"]
    QTest.keyClick(desk.window.canvas, TAB)
    assert around(desk)["panels"]


def test_a_photo_that_is_closed_leaves_no_window_without_panels(desk: Desk) -> None:
    QTest.keyClick(desk.window.canvas, TAB)
    desk.window.actions_["close"].trigger()
    assert around(desk)["panels"]


def test_the_photos_menu_has_what_concerns_the_picture(desk: Desk) -> None:
    menu = right_click(desk.window.canvas)
    words = entries(menu)
    assert list(words)[:5] == ["Show the original", "Copy picture", "Before/after wipe", "Side by side", "Export…"]
    assert words["Fit to window"] and words["Choose face"] and not words["100 %"]  # which it is
    leave(menu)
    desk.window.canvas.setFocus()
    for ask in (lambda: ask_for_menu(desk.window.canvas, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0)),
                lambda: QTest.keyClick(desk.window.canvas, Qt.Key.Key_F10, SHIFT)):
        ask()
        assert list(entries(open_menu())) == list(words)
        leave(open_menu())


def test_by_keys_the_menu_is_that_of_what_has_the_focus(desk: Desk) -> None:
    slider = slider_of(desk, "AU26")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_F10, SHIFT)
    assert "Copy value" in entries(open_menu()) and open_menu().parent() is slider.parent()
    leave(open_menu())


def test_the_original_is_shown_from_the_menu(desk: Desk) -> None:
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    desk.rest()
    edited = desk.shown
    choose(right_click(desk.window.canvas), "Show the original")
    assert (desk.shown == GRAY).all()
    choose(right_click(desk.window.canvas), "Show the original")
    assert np.array_equal(desk.shown, edited)


def test_the_picture_as_edited_goes_to_the_clipboard(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    drag_slider(desk, "AU26")
    choose(right_click(desk.window.canvas), "Copy picture")
    desk.qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (400, 300)
    assert image.pixelColor(7, 7).getRgb()[:3] == PAINT
    assert "400 × 300" in desk.window.viewer.bar.state.text
