"""A slider that fills from its default, not from its left end."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.gesture import ValueControl
from gui.controls.ink import Ink, ink

_MARGIN = 8.0  # room for the handle and its focus ring at both ends
_GRAB = 9.0  # px around the handle where a press takes hold of it instead of jumping

WHOLE, UPPER, LOWER = "whole", "upper", "lower"
"""How much of a track is drawn, and of the handle on it: all, or one of two that share it."""


class Slider(ValueControl):
    """A horizontal track. Press anywhere and drag; Shift is ten times finer; Ctrl snaps; a double click resets.

    `set_other(value)` shows a second, hollow handle: where the other side of a linked pair stands when the two differ.
    `set_part(UPPER | LOWER)`: half a track with half a handle, for two sliders one on top of the other; where they
    stand at the same value, they look like one.
    """

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        self._part = WHOLE
        self._pointed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(48, 20)

    @property
    def part(self) -> str:
        return self._part

    def set_part(self, part: str) -> None:
        if part != self._part:
            self._part = part
            self.update()

    def set_pointed(self, on: bool) -> None:
        """The pointer is at this one of two that lie on top of each other, as their track tells."""
        if on != self._pointed:
            self._pointed = on
            self.update()

    # -- geometry ----------------------------------------------------------------------------------------------
    def x_of(self, value: float) -> float:
        """Where a value lies, px from the left edge."""
        share = (value - self.control.minimum) / (self.control.maximum - self.control.minimum)
        return _MARGIN + min(max(share, 0.0), 1.0) * (self.width() - 2 * _MARGIN)

    def is_at(self, x: float) -> bool:
        """Whether a press there, px from the left edge, takes hold of the handle."""
        return abs(x - self.x_of(self.amount)) <= _GRAB

    def _per_pixel(self) -> float:
        return (self.control.maximum - self.control.minimum) / max(self.width() - 2 * _MARGIN, 1.0)

    def _travel(self, delta: QPointF) -> float:
        return delta.x()

    def _jump(self, position: QPointF) -> float | None:
        if self.is_at(position.x()):
            return None
        return self.control.minimum + (position.x() - _MARGIN) * self._per_pixel()

    # -- painting ----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2.0
        hot = self.isEnabled() and (self.underMouse() or self._pointed or self.is_moving)
        if self._part != WHOLE:
            top = 0.0 if self._part == UPPER else middle
            painter.setClipRect(QRectF(0.0, top, self.width(), middle))
        self._paint_groove(painter, colours, middle, 2.0 if hot else 1.5)
        if self._other is not None:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(colours.paper)
            painter.drawEllipse(QPointF(self.x_of(self._other), middle), 4.0, 4.0)
        if self._part == WHOLE:
            self._paint_handle(painter, colours, middle, 6.0 if hot else 5.0)
        else:
            self._paint_half_handle(painter, colours, middle, 8.0 if hot else 7.0)

    def _paint_groove(self, painter: QPainter, colours: Ink, middle: float, half: float) -> None:
        left, right = _MARGIN, self.width() - _MARGIN
        here, rest = self.x_of(self.amount), self.x_of(self.control.default)
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

    def _paint_handle(self, painter: QPainter, colours: Ink, middle: float, radius: float) -> None:
        here = self.x_of(self.amount)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(here, middle), radius + 1.75, radius + 1.75)
        self._set_handle_ink(painter, colours)
        painter.drawEllipse(QPointF(here, middle), radius - 0.5, radius - 0.5)

    def _paint_half_handle(self, painter: QPainter, colours: Ink, middle: float, radius: float) -> None:
        """The half of a disc that lies on this slider's side of the groove."""
        here, lower = self.x_of(self.amount), self._part == LOWER
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_half_disc(QPointF(here, middle), radius + 2.25, lower))
        self._set_handle_ink(painter, colours)
        painter.drawPath(_half_disc(QPointF(here, middle + (1.0 if lower else -1.0)), radius - 0.5, lower))

    def _set_handle_ink(self, painter: QPainter, colours: Ink) -> None:
        at_rest = self.amount == self.control.default
        painter.setPen(QPen(colours.faint if at_rest else colours.accent, 1.25))
        painter.setBrush(colours.paper if not self.isEnabled() else colours.thumb)


def _half_disc(centre: QPointF, radius: float, lower: bool) -> QPainterPath:
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    path = QPainterPath(QPointF(box.left(), centre.y()))
    path.arcTo(box, 180.0, 180.0 if lower else -180.0)
    path.closeSubpath()
    return path
