"""One line of words after a small point of a colour; what has no room is in the tooltip."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.tip import set_tip
from gui.style.scale import px
from gui.style.theme import tokens

BETWEEN = " · "
"""Between the parts of a line, each of which says something by itself."""
_DOT = 14
"""Pixels the point takes."""


class StateLine(QWidget):
    """Plain text, never wider than its place: parts at its end are left out whole; the first one alone may be cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._colour, self._more = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        return self._text

    @property
    def colour(self) -> str:
        """Of the point, "#rrggbb"; "" for none."""
        return self._colour

    def say(self, text: str, colour: str = "", more: str = "") -> None:
        """more: for the tooltip."""
        if (text, colour, more) == (self._text, self._colour, self._more):
            return
        self._text, self._colour, self._more = text, colour, more
        self.setAccessibleName(text)
        set_tip(self, "\n".join(line for line in (text, more) if line))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        return QSize(_DOT + metrics.horizontalAdvance(self._text), max(px(22), metrics.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, box = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(QPointF(4, box.center().y()), 3.5, 3.5)
            box.setLeft(_DOT)
        painter.setPen(QColor(tokens().text_dim))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.seen(int(box.width())))

    def seen(self, room: int) -> str:
        """What of the text is painted in so many pixels."""
        metrics, parts = self.fontMetrics(), self._text.split(BETWEEN)
        while len(parts) > 1 and metrics.horizontalAdvance(BETWEEN.join(parts)) > room:
            parts.pop()
        return metrics.elidedText(BETWEEN.join(parts), Qt.TextElideMode.ElideRight, room)
