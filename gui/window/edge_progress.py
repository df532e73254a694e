"""A line along an edge that says how far something is, or only that it goes on."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.style.theme import tokens

HEIGHT = 3
_EVERY = 50
"""Milliseconds between two pictures of a line that only goes on."""
_STEP, _LENGTH = 0.02, 0.25
"""Shares of the width: what it moves each time, and how long it is."""


class EdgeProgress(QWidget):
    """`fraction`: 0..1, None when nobody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fraction: float | None = None
        self._place = 0.0
        self._going = QTimer(self, interval=_EVERY)
        self._going.timeout.connect(self._go_on)

    def show_fraction(self, fraction: float | None) -> None:
        if fraction != self.fraction:
            self.fraction = fraction
            self.update()
        self._animate()

    def showEvent(self, event: QShowEvent) -> None:
        self._animate()

    def hideEvent(self, event: QHideEvent) -> None:
        self._going.stop()

    def _animate(self) -> None:
        if self.fraction is None and self.isVisible():
            if not self._going.isActive():
                self._going.start()
        else:
            self._going.stop()

    def _go_on(self) -> None:
        self._place = (self._place + _STEP) % (1.0 + _LENGTH)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), self.width()
        painter.fillRect(self.rect(), QColor(tokens().line))
        left, right = (0.0, self.fraction) if self.fraction is not None else (self._place - _LENGTH, self._place)
        painter.fillRect(QRectF(left * width, 0, (right - left) * width, self.height()), QColor(tokens().accent))
