"""A slider that fills from its default, not from its left end."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.gesture import ValueControl
from gui.controls.ink import ink

_MARGIN = 8.0  # room for the handle and its focus ring at both ends
_GRAB = 9.0  # px around the handle where a press takes hold of it instead of jumping


class Slider(ValueControl):
    """A horizontal track. Press anywhere and drag; Shift is ten times finer; Ctrl snaps; a double click resets.

    `set_other(value)` shows a second, hollow handle: where the other side of a linked pair stands when the two differ.
    """

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(48, 20)

    # -- geometry ----------------------------------------------------------------------------------------------
    def x_of(self, value: float) -> float:
        """Where a value lies, px from the left edge."""
        share = (value - self.control.minimum) / (self.control.maximum - self.control.minimum)
        return _MARGIN + min(max(share, 0.0), 1.0) * (self.width() - 2 * _MARGIN)

    def _per_pixel(self) -> float:
        return (self.control.maximum - self.control.minimum) / max(self.width() - 2 * _MARGIN, 1.0)

    def _travel(self, delta: QPointF) -> float:
        return delta.x()

    def _jump(self, position: QPointF) -> float | None:
        if abs(position.x() - self.x_of(self.amount)) <= _GRAB:
            return None
        return self.control.minimum + (position.x() - _MARGIN) * self._per_pixel()

    # -- painting ----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2.0
        left, right = _MARGIN, self.width() - _MARGIN
        here, rest = self.x_of(self.amount), self.x_of(self.control.default)
        hot = self.isEnabled() and (self.underMouse() or self.is_moving)
        half = 2.0 if hot else 1.5

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.track)
        painter.drawRoundedRect(QRectF(left - 2, middle - half, right - left + 4, 2 * half), half, half)
        if left + 1 < rest < right - 1:  # the tick at the default, above and below the groove
            painter.setPen(QPen(colours.faint, 1.0))
            tick = round(rest) + 0.5
            painter.drawLine(QPointF(tick, middle - 6.5), QPointF(tick, middle - 4))
            painter.drawLine(QPointF(tick, middle + 4), QPointF(tick, middle + 6.5))
            painter.setPen(Qt.PenStyle.NoPen)
        if here != rest:
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(QRectF(min(here, rest), middle - half, abs(here - rest), 2 * half), half, half)
        if self._other is not None:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(colours.paper)
            painter.drawEllipse(QPointF(self.x_of(self._other), middle), 4.0, 4.0)
            painter.setPen(Qt.PenStyle.NoPen)
        radius = 6.0 if hot else 5.0
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(here, middle), radius + 1.75, radius + 1.75)
        at_rest = self.amount == self.control.default
        painter.setPen(QPen(colours.faint if at_rest else colours.accent, 1.25))
        painter.setBrush(colours.paper if not self.isEnabled() else colours.thumb)
        painter.drawEllipse(QPointF(here, middle), radius - 0.5, radius - 0.5)
