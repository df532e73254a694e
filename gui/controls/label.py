"""Words on a panel or a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str, role: str = "") -> QLabel:
    """Plain, wrapped text. role: "heading", "small", "dim", "warn", "good", "bad"."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change what a label is for, and dress it accordingly."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
