"""A small button with a picture."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from gui.controls.tip import set_tip
from gui.style.icons import icon


def tool_button(name: str, text: str, action: Callable[[], object]) -> QToolButton:
    """name: of the icon. text: what it does, in the tooltip and for screen readers."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(18, 18))
    set_tip(button, text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda: action())
    return button
