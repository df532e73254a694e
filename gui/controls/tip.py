"""Tool tips: plain text, and where they are markup, it is our own."""

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from gui.words.plain import literal


class Tipped(Protocol):
    """A widget, an action, an item of a list."""

    def setToolTip(self, text: str, /) -> None: ...  # noqa: N802


def set_tip(thing: Tipped, text: str) -> None:
    """Give a widget, an action or an item its tool tip, as plain text."""
    thing.setToolTip(literal(text))


def show_tip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show a tool tip now, as plain text. at: on the screen."""
    QToolTip.showText(at, literal(text), widget)


def set_markup_tip(thing: Tipped, markup: str) -> None:
    """The same with markup of our own, in which every name is escaped."""
    thing.setToolTip(markup)


def show_markup_tip(at: QPoint, markup: str, widget: QWidget) -> None:
    QToolTip.showText(at, markup, widget)
