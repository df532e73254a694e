"""The 3D head beside its sliders: turn it by dragging, zoom with the wheel, double-click to look straight at it."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.context_menu import ContextMenu, menu_place
from gui.controls.ink import ink, mix
from gui.controls.tip import set_tip
from gui.controls.wheel import is_momentum, turn
from gui.style.pixels import to_pixmap
from gui.style.scale import px

_TURN = 0.45  # degrees per pixel of drag
_YAW, _PITCH = 180.0, 70.0
_ZOOM = (0.5, 4.0)
_ASIDE = 60.0
"""Degrees from which a head is looked at from a side."""
_REST = 160  # ms after the last turn until the head is asked for in full size


@dataclass(frozen=True)
class Orbit:
    """From where the head is looked at. yaw, pitch: degrees, + shows the head turned to its left, looking up."""

    yaw: float = 0.0
    pitch: float = 0.0
    zoom: float = 1.0


class HeadViewport(QWidget):
    """Shows the newest picture of the head and asks for another whenever it is turned, zoomed or resized.

    `wanted()`: draw again. `orbit` and `side` (device pixels) say what to draw; while the hand moves, `side` is halved.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.orbit = Orbit()
        self._picture: QPixmap | None = None
        self._hint = ""
        self._note = ""
        self._last: QPointF | None = None
        self._moving = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._rested)
        self.setMinimumSize(160, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Head"))
        set_tip(self, self.tr("Drag to turn, wheel to zoom, double-click to look straight at it"))

    # -- what it shows -----------------------------------------------------------------------------------------
    def set_picture(self, pixels: np.ndarray) -> None:
        """pixels: (s, s, 4) uint8 straight alpha."""
        self._picture = to_pixmap(pixels)
        self.update()

    def set_hint(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._hint = text
        self.update()

    def set_note(self, text: str) -> None:
        """A short line in the lower corner (the fit's residual)."""
        self._note = text
        self.setAccessibleDescription(text)
        self.update()

    @property
    def note(self) -> str:
        return self._note

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    @property
    def moving(self) -> bool:
        return self._moving

    @property
    def side(self) -> int:
        """Pixels of the square picture that is wanted now: a multiple of 32, half while the head is being turned."""
        side = min(self.width(), self.height()) * self.devicePixelRatioF() * (0.5 if self._moving else 1.0)
        return min(max(round(side / 32) * 32, 128), 1024)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, 280)

    # -- turning -----------------------------------------------------------------------------------------------
    def set_orbit(self, orbit: Orbit, moving: bool = False) -> None:
        yaw = (orbit.yaw + 180.0) % 360.0 - 180.0
        orbit = Orbit(yaw, min(max(orbit.pitch, -_PITCH), _PITCH), min(max(orbit.zoom, _ZOOM[0]), _ZOOM[1]))
        if orbit == self.orbit and moving == self._moving:
            return
        self.orbit, self._moving = orbit, moving
        if moving:
            self._rest.start()
        self.wanted.emit()

    def _rested(self) -> None:
        self._moving = False
        self.wanted.emit()

    def reset(self) -> None:
        self.set_orbit(Orbit())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._last is None:
            return
        delta = event.position() - self._last
        self._last = event.position()
        self.set_orbit(replace(self.orbit, yaw=self.orbit.yaw + _TURN * delta.x(),
                               pitch=self.orbit.pitch - _TURN * delta.y()), moving=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._last = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._last = None
        self.reset()

    def menu(self) -> ContextMenu:
        menu, orbit = ContextMenu(self), self.orbit
        from_left, from_right = (replace(orbit, yaw=yaw, pitch=0.0) for yaw in (-_ASIDE, _ASIDE))
        menu.add(self.tr("Look straight at it"), self.reset, orbit != Orbit())
        menu.add(self.tr("From its left"), lambda: self.set_orbit(from_left), orbit != from_left)
        menu.add(self.tr("From its right"), lambda: self.set_orbit(from_right), orbit != from_right)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu().open_at(menu_place(event, self))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = 0.0 if is_momentum(event) else turn(event)
        if turned:
            self.set_orbit(replace(self.orbit, zoom=self.orbit.zoom * 1.12 ** turned), moving=True)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = 2.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 10.0
        orbit, key = self.orbit, Qt.Key(event.key())
        turns = {Qt.Key.Key_Left: replace(orbit, yaw=orbit.yaw - step),
                 Qt.Key.Key_Right: replace(orbit, yaw=orbit.yaw + step),
                 Qt.Key.Key_Up: replace(orbit, pitch=orbit.pitch + step),
                 Qt.Key.Key_Down: replace(orbit, pitch=orbit.pitch - step),
                 Qt.Key.Key_Plus: replace(orbit, zoom=orbit.zoom * 1.12),
                 Qt.Key.Key_Minus: replace(orbit, zoom=orbit.zoom / 1.12), Qt.Key.Key_Home: Orbit()}
        if key in turns:
            self.set_orbit(turns[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._rest.start()

    def hideEvent(self, event) -> None:  # noqa: N802
        self._rest.stop()
        self._moving = False
        super().hideEvent(event)

    # -- painting ----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, mix(colours.paper, colours.text, 0.16))
        ground.setColorAt(1, mix(colours.paper, colours.text, 0.04))
        painter.fillRect(self.rect(), ground)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._picture is not None:
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        elif self._hint:
            painter.setPen(colours.faint)
            painter.drawText(self.rect().adjusted(16, 16, -16, -16),
                             Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        if self._note:
            self._paint_note(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_note(self, painter: QPainter, colours) -> None:
        font = self.font()
        font.setPixelSize(max(10, self.fontInfo().pixelSize() - 2))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._note) + 12
        box = QRect(6, self.height() - px(26), min(width, self.width() - 12), px(20))
        shade = mix(colours.paper, colours.text, 0.02)
        shade.setAlpha(200)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colours.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter,
                         painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, box.width() - 8))
