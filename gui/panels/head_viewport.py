"""The 3D head beside its sliders: turn it by dragging, zoom with the wheel, double-click to look straight at it.

A head that is kept (A) can stand at the left of a line that a hand moves, or in place of the other while it is held.
"""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
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
from gui.controls.ink import Ink, ink, mix
from gui.controls.tip import set_tip
from gui.controls.wheel import is_momentum, turn
from gui.style.pixels import to_pixmap
from gui.style.scale import px

_TURN = 0.45  # degrees per pixel of drag
_YAW, _PITCH = 180.0, 70.0
_ZOOM = (0.5, 4.0)
_ASIDE = 60.0
"""Degrees from which a head is looked at from a side."""
_SLOPE = 0.5  # degrees of light per pixel of drag
_GRIP = 7  # pixels beside the line between two heads at which a hand takes hold of it
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
    grasped: a hand took hold of the head. light_dragged: by so many degrees right and up; a drag does that with Shift,
    or while `moves_light`. peeked: A is held, or let go. key_pressed: one that turns nothing. menu_wanted: more for the
    menu that is about to open.
    """

    wanted = Signal()
    grasped = Signal()
    light_dragged = Signal(float, float)
    peeked = Signal(bool)
    key_pressed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.orbit = Orbit()
        self._picture: QPixmap | None = None
        self._kept: QPixmap | None = None
        self._split = self._peeking = self.moves_light = False
        self._line = 0.5
        self._drags = ""  # what a drag moves: "head", "light", "line"; "A" is held
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

    def set_kept(self, pixels: np.ndarray | None) -> None:
        """The head that is kept, as `set_picture` takes it."""
        self._kept = None if pixels is None else to_pixmap(pixels)
        self.update()

    def set_compare(self, split: bool, peeking: bool) -> None:
        """Whether the kept head stands left of the line, or in place of the other."""
        self._split, self._peeking = split, peeking
        self.setMouseTracking(split)
        self.update()

    def line_x(self) -> float:
        """Where the line between the two stands, pixels."""
        return self._line * self.width()

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
            self._drags = self._held_at(event)
            if self._drags == "A":
                self.peeked.emit(True)
            elif self._drags == "head":
                self.grasped.emit()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def _held_at(self, event: QMouseEvent) -> str:
        """What a hand takes hold of there."""
        at = event.position()
        if self._kept is not None and self._mark(0).contains(at):
            return "A"
        if self._split and abs(at.x() - self.line_x()) <= _GRIP:
            return "line"
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return "light" if self.moves_light or shift else "head"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._last is None:
            over = self._split and abs(event.position().x() - self.line_x()) <= _GRIP
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.OpenHandCursor)
            return
        delta = event.position() - self._last
        self._last = event.position()
        if self._drags == "line":
            self._line = min(max(event.position().x() / max(self.width(), 1), 0.05), 0.95)
            self.update()
        elif self._drags == "light":
            self._moving = True
            self._rest.start()
            self.light_dragged.emit(_SLOPE * delta.x(), -_SLOPE * delta.y())
        if self._drags != "head":
            return
        self.set_orbit(replace(self.orbit, yaw=self.orbit.yaw + _TURN * delta.x(),
                               pitch=self.orbit.pitch - _TURN * delta.y()), moving=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._last = None
        if self._drags == "A":
            self.peeked.emit(False)
        self._drags = ""
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._last = None
        if self._held_at(event) == "head":
            self.grasped.emit()
            self.reset()

    def menu(self) -> ContextMenu:
        menu, orbit = ContextMenu(self), self.orbit
        from_left, from_right = (replace(orbit, yaw=yaw, pitch=0.0) for yaw in (-_ASIDE, _ASIDE))
        menu.add(self.tr("Look straight at it"), self.reset, orbit != Orbit())
        menu.add(self.tr("From its left"), lambda: self.set_orbit(from_left), orbit != from_left)
        menu.add(self.tr("From its right"), lambda: self.set_orbit(from_right), orbit != from_right)
        self.menu_wanted.emit(menu)
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
            self.grasped.emit()
            self.set_orbit(turns[key])
        elif key == Qt.Key.Key_A and self._kept is not None:
            if not event.isAutoRepeat():
                self.peeked.emit(True)
        elif Qt.Key.Key_A < key <= Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.key_pressed.emit(event)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_A and not event.isAutoRepeat():
            self.peeked.emit(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.peeked.emit(False)

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
            self._paint_heads(painter, box, self._picture)
        elif self._hint:
            painter.setPen(colours.faint)
            painter.drawText(self.rect().adjusted(16, 16, -16, -16),
                             Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        if self._kept is not None:
            self._paint_marks(painter, colours)
        if self._note:
            self._paint_note(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_heads(self, painter: QPainter, box: QRectF, picture: QPixmap) -> None:
        kept = self._kept
        if kept is None or not (self._split or self._peeking):
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        elif self._peeking:
            painter.drawPixmap(box, kept, QRectF(kept.rect()))
        else:
            x = self.line_x()
            for one, left, width in ((kept, 0.0, x), (picture, x, self.width() - x)):
                painter.save()
                painter.setClipRect(QRectF(left, 0, width, self.height()))
                painter.drawPixmap(box, one, QRectF(one.rect()))
                painter.restore()

    def _mark(self, number: int) -> QRectF:
        """Where the letter of a head stands: A, and B where both are in sight."""
        side = px(20)
        return QRectF(6, 6, side, side) if number == 0 else QRectF(self.width() - side - 6, 6, side, side)

    def _paint_marks(self, painter: QPainter, colours: Ink) -> None:
        shade = mix(colours.paper, colours.text, 0.02)
        shade.setAlpha(200)
        for number, letter in enumerate("AB" if self._split and not self._peeking else "A"):
            lit = number == 0 and (self._peeking or self._split)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent if lit else shade)
            painter.drawRoundedRect(self._mark(number), 4, 4)
            painter.setPen(colours.paper if lit else colours.text)
            painter.drawText(self._mark(number), Qt.AlignmentFlag.AlignCenter, letter)
        if self._split and not self._peeking:
            x = self.line_x()
            painter.setPen(QPen(colours.accent, 1.5))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
            painter.setBrush(colours.accent)
            painter.drawEllipse(QPointF(x, self.height() / 2), 4, 4)

    def _paint_note(self, painter: QPainter, colours: Ink) -> None:
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
