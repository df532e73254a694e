"""One value through the clipboard, as a plain number: between controls, and to and from other programs."""

from PySide6.QtGui import QGuiApplication

from engine.base.controls import Control
from engine.base.errors import UsageError
from gui.words import number


def copy_value(value: float) -> None:
    """The number to the clipboard, without unit and in the digits that every program reads."""
    QGuiApplication.clipboard().setText(f"{value:g}")


def value_to_paste(control: Control, current: float) -> float | None:
    """What the clipboard's number makes of a control's value, None where there is no number or it is out of range."""
    held = QGuiApplication.clipboard().mimeData()
    if held is None or not held.hasText():
        return None
    try:
        return control.check(number.read(control, held.text(), current))
    except (ValueError, UsageError):
        return None
