"""Before and after: held by key or button, parted by a line that is dragged, side by side."""

from PySide6.QtCore import QPoint, Qt

from tests.gui.fakes import GRAY
from tests.gui.features.pointer import CTRL, drag, hold_key, key, let_go, press, release_key
from tests.gui.features.window import Window

NEUTRAL = (GRAY, GRAY, GRAY)


def opened(window: Window) -> tuple[int, int, int]:
    window.drag("AU26", 30)
    window.rest()
    colour = window.face()
    assert colour == (GRAY + round(10 * window.level("AU26")), GRAY, GRAY) != NEUTRAL
    return colour


def test_the_original_is_seen_while_a_key_or_the_button_is_held(window: Window) -> None:
    edited = opened(window)
    hold_key(window.window, Qt.Key.Key_Backslash)  # the slider that was dragged has the keys
    assert window.face() == NEUTRAL
    release_key(window.window, Qt.Key.Key_Backslash)
    assert window.face() == edited
    button = window.window.viewer.bar.compare
    press(button)
    assert window.face() == NEUTRAL
    let_go(button, button.rect().center())
    assert window.face() == edited


def test_the_wipe_line_is_dragged_over_the_face(window: Window) -> None:
    edited, canvas = opened(window), window.window.canvas
    key(window.window, Qt.Key.Key_Backslash, CTRL)
    share = canvas.wipe
    assert share is not None
    line, end = window.place_of(400 * share, 200), window.place_of(40 + 50, 200)
    drag(canvas, line, QPoint(end.x() - line.x(), 0))
    assert window.face(x=20) == NEUTRAL and window.face(x=80) == edited
    end, start = window.place_of(40 + 90, 200), window.place_of(40 + 50, 200)
    drag(canvas, start, QPoint(end.x() - start.x(), 0))
    assert window.face(x=20) == window.face(x=80) == NEUTRAL
    key(window.window, Qt.Key.Key_Backslash, CTRL)
    assert window.face(x=20) == edited


def test_original_and_edit_stand_side_by_side(window: Window) -> None:
    edited, canvas = opened(window), window.window.canvas
    key(window.window, Qt.Key.Key_B, CTRL)
    shown = canvas.grab().toImage()
    found = {shown.pixelColor(x, y).getRgb()[:3] for x in range(0, shown.width() // 2 - 4, 3)
             for y in range(0, shown.height(), 7)}
    right = {shown.pixelColor(x, y).getRgb()[:3] for x in range(shown.width() // 2 + 4, shown.width(), 3)
             for y in range(0, shown.height(), 7)}
    assert edited not in found and NEUTRAL in found and edited in right
