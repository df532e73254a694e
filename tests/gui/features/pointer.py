"""A mouse and a keyboard at a real window: what they do goes to the window itself, as from the window system, and Qt
finds which widget lies there, who holds the mouse, whose the keys are and what is a shortcut."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT, CTRL = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                     Qt.KeyboardModifier.ControlModifier)
_TICKS = 10


def spot(widget: QWidget, at: QPoint | None = None) -> tuple[QWindow, QPoint]:
    """The window of a widget, and where in it a place of the widget lies: its middle, unless said. It must be in
    sight: a hand cannot reach what is scrolled away or covered."""
    whole = widget.window()
    place = widget.mapTo(whole, at or widget.rect().center())
    hit, handle = whole.childAt(place) or whole, whole.windowHandle()
    assert handle is not None and (hit is widget or widget.isAncestorOf(hit) or hit.isAncestorOf(widget)), \
        f"{type(widget).__name__} is not in sight: {type(hit).__name__} is there"
    return handle, place


def click(widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE) -> None:
    window, place = spot(widget, at)
    QTest.mouseMove(window, place)
    QTest.mouseClick(window, LEFT, held, place)


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    window, place = spot(widget, at)
    QTest.mouseMove(window, place)
    QTest.mouseDClick(window, LEFT, NONE, place)


def press(widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE) -> None:
    window, place = spot(widget, at)
    QTest.mousePress(window, LEFT, held, place)


def move(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """With the left button down; anywhere, also outside the widget."""
    window = widget.window().windowHandle()
    assert window is not None
    place = QPointF(widget.mapTo(widget.window(), at))
    QApplication.sendEvent(window, QMouseEvent(QEvent.Type.MouseMove, place, window.mapToGlobal(place),
                                               Qt.MouseButton.NoButton, LEFT, held))


def let_go(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    window = widget.window().windowHandle()
    assert window is not None
    QTest.mouseRelease(window, LEFT, held, widget.mapTo(widget.window(), at))


def drag(widget: QWidget, start: QPoint, by: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    press(widget, start, held)
    for tick in range(1, _TICKS + 1):
        move(widget, start + by * tick / _TICKS, held)
    let_go(widget, start + by, held)


def turn_wheel(widget: QWidget, notches: int, at: QPoint | None = None) -> None:
    """Up is positive."""
    window, place = spot(widget, at)
    QTest.wheelEvent(window, QPointF(place), QPoint(0, 120 * notches))


def key(widget: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Into the widget's window: to whatever has the focus there, or to a shortcut."""
    window = widget.window().windowHandle()
    assert window is not None
    QTest.keyClick(window, which, held)


def hold_key(widget: QWidget, which: Qt.Key) -> None:
    QTest.keyPress(widget.window().windowHandle(), which)


def release_key(widget: QWidget, which: Qt.Key) -> None:
    QTest.keyRelease(widget.window().windowHandle(), which)


def write(widget: QWidget, text: str) -> None:
    for letter in text:
        QTest.keyClick(widget.window().windowHandle(), letter)


def menu_at(widget: QWidget, at: QPoint | None = None) -> QMenu:
    """The menu that a right click opens."""
    window, place = spot(widget, at)
    QTest.mouseClick(window, RIGHT, NONE, place)
    return open_menu()


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """Move to an entry and click it; where it opens another menu, that is open then."""
    action = next((one for one in menu.actions() if one.text().replace("&", "") == words), None)
    assert action is not None, f"no {words!r} in {[one.text() for one in menu.actions()]}"
    window, place = menu.windowHandle(), menu.actionGeometry(action).center()
    assert window is not None
    QTest.mouseMove(window, place)
    QTest.mouseClick(window, LEFT, NONE, place)


def choose_from_bar(window: QWidget, *words: str) -> None:
    """An entry of the menu bar: its menu, the menus in it, the entry."""
    bar = window.menuBar()  # type: ignore[attr-defined]
    action = next(one for one in bar.actions() if one.text().replace("&", "") == words[0])
    click(bar, bar.actionGeometry(action).center())
    for word in words[1:]:
        choose(open_menu(), word)
