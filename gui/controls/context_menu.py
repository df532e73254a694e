"""Menus that open where something stands: by the right button under the pointer, by the menu key or Shift+F10 at what
has the focus."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer, SignalInstance
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.words.plain import unmarked

KEYS = "Shift+F10"
"""Beside the menu key, which many keyboards lack."""


class ContextMenu(QMenu):
    """Made for this once: it goes when it is closed. What cannot be done now stands there grey."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._listened: list[SignalInstance] = []

    def add(self, words: str, do: Callable[[], object], possible: bool = True) -> QAction:
        action = self.addAction(unmarked(words))
        action.triggered.connect(lambda _: do())
        self._listened.append(action.triggered)
        action.setEnabled(possible)
        return action

    def add_commands(self, *commands: QAction) -> None:
        """The window's own, with a line before them."""
        self.addSeparator()
        self.addActions(list(commands))

    def add_check(self, words: str, do: Callable[[bool], object], on: bool) -> QAction:
        """Something that is so or not; `do` is told which it is to be."""
        action = self.addAction(unmarked(words))
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(do)
        self._listened.append(action.toggled)
        return action

    def open_at(self, at: QPoint) -> None:
        """at: on the screen."""
        self.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._go))  # what was chosen is done after it hides
        self.popup(at)

    def _go(self) -> None:
        """Forget what was to be done, and go. What stands there may hold the last reference to the very widget that the
        menu is on: let go of by a menu that is being destroyed, it would take that menu with it once more."""
        widget = self.parentWidget()
        for signal in self._listened:
            signal.disconnect()
        self._listened.clear()
        self.deleteLater()
        del widget  # and what it holds, this menu with it, if nobody else has it


def menu_place(event: QContextMenuEvent, widget: QWidget) -> QPoint:
    """Where on the screen a menu belongs: under the pointer; by keys in the middle of what it is for."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        return widget.mapToGlobal(widget.rect().center())
    return event.globalPos()


def open_by_keys(window: QWidget) -> None:
    """Have KEYS open the menu of whatever in a window has the focus. Windows does so itself."""
    if sys.platform != "win32":
        QShortcut(QKeySequence(KEYS), window).activated.connect(_ask)


def _ask() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        middle = focused.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focused, QContextMenuEvent(reason, middle, focused.mapToGlobal(middle)))
