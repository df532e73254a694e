"""A tile for a seed: which one, not how much, so there is a die to throw instead of a knob to turn."""

import random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.gesture import ValueControl
from gui.controls.ink import ink
from gui.controls.knob_cell import KnobCell

_SIDE = 46.0
_LEAST = 1000
"""So many whole numbers are a choice, not an amount."""


def is_seed(control: Control) -> bool:
    """Whether a control's numbers only tell things apart."""
    return control.step == 1 and not control.unit and control.maximum - control.minimum >= _LEAST


class Die(ValueControl):
    """A click throws it; arrows and wheel go to the next number. Shows a picture of what the number stands for, where
    somebody gives it one."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(54, 54)

    @property
    def picture(self) -> QPixmap | None:
        return self._picture

    def set_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def throw(self) -> None:
        """Any other number, as one gesture."""
        low, high = round(self.control.minimum), round(self.control.maximum)
        number = random.randint(low, high - 1)
        self.apply(float(number if number < self.amount else number + 1))

    def _per_pixel(self) -> float:
        return 0.0

    def _travel(self, delta: QPointF) -> float:
        return 0.0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.throw()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick throws, no reset

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF((self.width() - _SIDE) / 2, 3, _SIDE, _SIDE)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.fillPath(shape, colours.hover)
        hot = self.isEnabled() and self.underMouse()
        if self._picture is not None:
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
            painter.restore()
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text if hot else colours.faint)
            for x, y in ((0.28, 0.28), (0.72, 0.28), (0.5, 0.5), (0.28, 0.72), (0.72, 0.72)):
                painter.drawEllipse(QPointF(box.left() + x * _SIDE, box.top() + y * _SIDE), 3.0, 3.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 1.75) if self.hasFocus() or hot else QPen(colours.track, 1.0))
        painter.drawPath(shape)


class SeedCell(KnobCell):
    """A die, its number, its name."""

    def _make_track(self) -> None:
        die = self._track = Die(self.controls[0], self)
        self._sliders = (die,)
