"""A rotary knob with the slider's gestures, for where many values stand side by side."""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.gesture import ValueControl
from gui.controls.ink import Ink, ink, mix

_SWEEP = 270.0  # degrees from minimum to maximum, open at the bottom
_DRAG = 200.0  # px of drag from minimum to maximum
_EDGE = 5.0  # room around the ring for the tick at the default, px
_GAP = 6.5  # from the ring to the cap, px


class Knob(ValueControl):
    """Drag up or right to raise, down or left to lower; a press alone never changes the value.

    The ring fills from the default: from the middle where the control goes both ways.
    """

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(54, 54)

    def minimumSizeHint(self) -> QSize:
        return QSize(28, 28)

    def angle_of(self, value: float) -> float:
        """Degrees counter-clockwise from three o'clock."""
        share = (value - self.control.minimum) / (self.control.maximum - self.control.minimum)
        return 90.0 + _SWEEP / 2 - min(max(share, 0.0), 1.0) * _SWEEP

    def _per_pixel(self) -> float:
        return (self.control.maximum - self.control.minimum) / _DRAG

    def _travel(self, delta: QPointF) -> float:
        return delta.x() - delta.y()

    # -- painting ----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 2 * _EDGE
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        hot = self.isEnabled() and (self.underMouse() or self.is_moving)
        self._paint_ring(painter, ring, colours, 4.0 if hot else 3.0)
        self._paint_cap(painter, ring.adjusted(_GAP, _GAP, -_GAP, -_GAP), colours, hot)

    def _paint_ring(self, painter: QPainter, ring: QRectF, colours: Ink, thick: float) -> None:
        here, rest, start = (self.angle_of(v) for v in (self.amount, self.control.default, self.control.minimum))
        pen = QPen(colours.track, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, round(start * 16), round(-_SWEEP * 16))
        if rest not in (start, start - _SWEEP):  # the tick at the default, outside
            painter.setPen(QPen(colours.faint, 1.25))
            painter.drawLine(_on(ring, rest, ring.width() / 2 + 3.0), _on(ring, rest, ring.width() / 2 + 5.0))
        if here != rest:
            pen.setColor(colours.accent)
            painter.setPen(pen)
            painter.drawArc(ring, round(rest * 16), round((here - rest) * 16))

    def _paint_cap(self, painter: QPainter, cap: QRectF, colours: Ink, hot: bool) -> None:
        dark = colours.paper.lightness() < 128
        top, bottom = (0.20, 0.08) if dark else (-1.0, 0.05)
        shade = QLinearGradient(cap.topLeft(), cap.bottomLeft())
        shade.setColorAt(0.0, QColor(255, 255, 255) if top < 0 else mix(colours.paper, colours.text,
                                                                       top + 0.05 * hot))
        shade.setColorAt(1.0, mix(colours.paper, colours.text, bottom + 0.04 * hot))
        painter.setPen(QPen(colours.accent, 1.75) if self.hasFocus() else QPen(colours.track, 1.0))
        painter.setBrush(shade)
        painter.drawEllipse(cap)
        at_rest = self.amount == self.control.default
        pen = QPen(colours.faint if at_rest else colours.accent if self.isEnabled() else colours.faint, 2.25)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach, here = cap.width() / 2 - 3.0, self.angle_of(self.amount)
        painter.drawLine(_on(cap, here, reach * 0.45), _on(cap, here, reach))


def _on(circle: QRectF, angle: float, reach: float) -> QPointF:
    """A point on the way from a circle's centre, `reach` px from it."""
    return circle.center() + QPointF(cos(radians(angle)), -sin(radians(angle))) * reach
