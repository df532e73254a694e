"""Menus that open where something stands: by the right button under the pointer, by the menu key or Shift+F10 at what
has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget


class ContextMenu(QMenu):
    """Made for this once: it goes when it is closed. What cannot be done now stands there grey."""

    def add(self, words: str, do: Callable[[], object], possible: bool = True) -> QAction:
        action = self.addAction(words, lambda: do())
        action.setEnabled(possible)
        return action

    def add_check(self, words: str, do: Callable[[bool], object], on: bool) -> QAction:
        """Something that is so or not; `do` is told which it is to be."""
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(do)
        return action

    def open_at(self, at: QPoint) -> None:
        """at: on the screen."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(at)


def menu_place(event: QContextMenuEvent, widget: QWidget) -> QPoint:
    """Where on the screen a menu belongs: under the pointer; by keys in the middle of what it is for."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        return widget.mapToGlobal(widget.rect().center())
    return event.globalPos()
