"""A rotary knob with the slider's gestures, for where many values stand side by side."""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.controls import Control
from gui.controls.gesture import ValueControl
from gui.controls.ink import ink

_SWEEP = 270.0  # degrees from minimum to maximum, open at the bottom
_DRAG = 200.0  # px of drag from minimum to maximum


class Knob(ValueControl):
    """Drag up or right to raise, down or left to lower; a press alone never changes the value."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(44, 44)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(28, 28)

    def angle_of(self, value: float) -> float:
        """Degrees counter-clockwise from three o'clock."""
        share = (value - self.control.minimum) / (self.control.maximum - self.control.minimum)
        return 90.0 + _SWEEP / 2 - min(max(share, 0.0), 1.0) * _SWEEP

    def _per_pixel(self) -> float:
        return (self.control.maximum - self.control.minimum) / _DRAG

    def _travel(self, delta: QPointF) -> float:
        return delta.x() - delta.y()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        ring = QRectF((self.width() - side) / 2 + 4, (self.height() - side) / 2 + 4, side - 8, side - 8)
        here, rest, start = (self.angle_of(v) for v in (self.amount, self.control.default, self.control.minimum))
        hot = self.isEnabled() and (self.underMouse() or self.is_moving)
        pen = QPen(colours.track, 4.0 if hot else 3.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, round(start * 16), round(-_SWEEP * 16))
        if here != rest:
            pen.setColor(colours.accent)
            painter.setPen(pen)
            painter.drawArc(ring, round(rest * 16), round((here - rest) * 16))
        cap = ring.adjusted(6, 6, -6, -6)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.track, 1.5))
        painter.setBrush(colours.hover)
        painter.drawEllipse(cap)
        centre, reach = cap.center(), cap.width() / 2 - 2.5
        pen = QPen(colours.text if self.amount != self.control.default else colours.faint, 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        direction = QPointF(cos(radians(here)), -sin(radians(here)))
        painter.drawLine(centre + direction * reach * 0.35, centre + direction * reach)
