"""Words on a panel or a dialog."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

_NARROW = 120
"""Least width of wrapped text: a name without a space in it must not make the window wider."""


class Label(QLabel):
    """Plain text, or a picture; never markup, whatever the text looks like."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def set_dotted(self, colour: str, text: str) -> None:
        """Text after a small point of a colour, "#rrggbb"."""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(f'<span style="color:{colour}; font-size:10px">●</span>&nbsp;{escape(text)}')

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROW), hint.height()) if self.wordWrap() else hint


class ElidedLabel(Label):
    """One line that loses its middle where there is no room, and never asks for more."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROW), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        self.style().drawItemText(QPainter(self), room, self.alignment(), self.palette(), self.isEnabled(), text,
                                  self.foregroundRole())


def draw_elided(painter: QPainter, box: QRect, aligned: Qt.AlignmentFlag, text: str) -> None:
    """A name on one line, in the painter's own font, without its end where there is no room for that."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, aligned | Qt.AlignmentFlag.AlignVCenter, shown)


def label(text: str, role: str = "") -> Label:
    """Plain, wrapped text. role: "title", "heading", "small", "dim", "warn", "good", "bad"."""
    made = Label(text)
    made.setWordWrap(True)
    set_role(made, role)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change what a label is for, and dress it accordingly."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule() -> QFrame:
    """A thin line across, between what stays and what scrolls."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def add_row(form: QFormLayout, caption: str | Label, field: QWidget) -> None:
    """A line of a form."""
    form.addRow(caption if isinstance(caption, Label) else Label(caption), field)
