"""The photo view with the hands that move it about."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.canvas.photo_view import PhotoView
from gui.controls.context_menu import menu_place
from gui.controls.tip import set_tip
from gui.controls.wheel import is_momentum, turn

CLICK_DISTANCE = 4.0
GRIP = 10.0
"""How near the wipe line a press must be to take hold of it, logical pixels."""

_NEXT_FACE = (Qt.Key.Key_BracketRight, Qt.Key.Key_PageDown)
_LAST_FACE = (Qt.Key.Key_BracketLeft, Qt.Key.Key_PageUp)
_PANS = {Qt.Key.Key_Left: (48, 0), Qt.Key.Key_Right: (-48, 0), Qt.Key.Key_Up: (0, 48), Qt.Key.Key_Down: (0, -48)}


class Canvas(PhotoView):
    """Wheel: zoom at the pointer. Drag: pan. Click on a face: choose it. Double click: 100 % or fit."""

    face_chosen = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(self.tr(
            "Plus and minus zoom, arrows move, square brackets choose a face, backslash shows the original."))
        self._press: tuple[QPointF, QPointF] | None = None  # where it began, where it was last
        self._dragging = ""  # "", "pan", "wipe"
        self._space = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._photo is None:
            event.ignore()
            return
        by_fingers = not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if by_fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # two fingers on a touch pad move the photo; with Ctrl, or pinched, they zoom
            self.set_view(self._view.moved(QPointF(event.pixelDelta())))
        elif not (by_fingers and is_momentum(event)):
            self.zoom_by(1.2 ** turn(event), self._in_pane(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._photo is None:
            return
        self._press = (event.position(), event.position())
        near = self._wipe is not None and abs(event.position().x() - self._wipe_x()) <= GRIP
        if near and event.button() == Qt.MouseButton.LeftButton and not self._space:
            self._dragging = "wipe"
        elif event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._dragging = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._press is None:
            self._hover(here)
            return
        began, last = self._press
        moved = (here - began).manhattanLength()
        if not self._dragging and event.buttons() & Qt.MouseButton.LeftButton and moved > CLICK_DISTANCE:
            self._dragging = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging == "pan":
            self.set_view(self._view.moved(here - last))
        elif self._dragging == "wipe" and self._photo is not None:
            self.set_wipe(self._view.point_to_photo(here).x() / self._photo.size.width())
        self._press = (began, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._press is not None and not self._dragging and event.button() == Qt.MouseButton.LeftButton
        self._press, self._dragging = None, ""
        if clicked:
            face = self.face_at(event.position())
            if face >= 0:
                self.face_chosen.emit(face)
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._photo is not None and event.button() == Qt.MouseButton.LeftButton:
            if self._view.fitted:
                self.actual_size(self._in_pane(event.position()))
            else:
                self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._photo is not None:
            self.menu_requested.emit(menu_place(event, self))

    def face_at(self, point: QPointF) -> int:
        """Index of the face under a canvas point, the smallest where several overlap, -1 for none."""
        photo = self._view.point_to_photo(self._in_pane(point))
        under = [index for index, box in enumerate(self._faces) if box.contains(photo)]
        return min(under, key=lambda index: self._faces[index].width(), default=-1)

    def _hover(self, point: QPointF) -> None:
        face = self.face_at(point)
        if self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._wipe is not None and abs(point.x() - self._wipe_x()) <= GRIP:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif face >= 0 and face != self._selected:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        if face != self._hovered:
            self._hovered = face
            set_tip(self, self.tr("Click to edit this face") if face >= 0 and face != self._selected else "")
            self.update()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        # Who came by Tab goes on by Tab; to who came otherwise it may be the window's shortcut.
        if event.type() == QEvent.Type.ShortcutOverride and self._by_keys and isinstance(event, QKeyEvent) \
                and event.key() == Qt.Key.Key_Tab:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif key in _PANS:
            self.set_view(self._view.moved(QPointF(*_PANS[key])))
        elif key in _NEXT_FACE or key in _LAST_FACE:
            if self._faces:
                self.face_chosen.emit((self._selected + (1 if key in _NEXT_FACE else -1)) % len(self._faces))
        elif key == Qt.Key.Key_Escape and self._wipe is not None:
            self.set_wipe(None)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The frame is for those who come by keyboard; a click shows by itself where it went.
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
                                           Qt.FocusReason.ShortcutFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = self._by_keys = False
        self.set_comparing(False)
        super().focusOutEvent(event)
