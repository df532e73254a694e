"""A hand with a right button: opens menus, reads them, chooses from them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


def right_click(widget: QWidget, at: QPoint | None = None) -> QMenu:
    """A press, and what the window system makes of it: the event that opens a menu, to whatever lies there."""
    window = widget.window()
    place = widget.mapTo(window, at or widget.rect().center())
    hit = window.childAt(place) or window
    there = hit.mapFrom(window, place)
    QTest.mousePress(hit, RIGHT, NONE, there)
    ask_for_menu(hit, QContextMenuEvent.Reason.Mouse, there)
    QTest.mouseRelease(hit, RIGHT, NONE, there)
    return open_menu()


def ask_for_menu(widget: QWidget, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> dict[str, bool]:
    """What it offers, and whether that can be done."""
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text() == words)
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())


def leave(menu: QMenu) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
