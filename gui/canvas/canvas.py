"""The live preview: the photo, the newest frame of every face over it, and the hands that move them about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.render.request import Frame
from gui.canvas import marks
from gui.canvas.badge import badge
from gui.canvas.picture import Backdrop, PaintedPatch
from gui.controls.context_menu import menu_place
from gui.controls.tip import set_tip
from gui.controls.wheel import is_momentum, turn
from gui.model.photo_image import PhotoImage
from gui.model.view import View
from gui.style.scale import px
from gui.style.theme import tokens

CLICK_DISTANCE = 4.0
GRIP = 10.0
"""How near the wipe line a press must be to take hold of it, logical pixels."""

HINT_MILLISECONDS = 2000
"""How long the faces of a photo are pointed out after it was opened."""

_NEXT_FACE = (Qt.Key.Key_BracketRight, Qt.Key.Key_PageDown)
_LAST_FACE = (Qt.Key.Key_BracketLeft, Qt.Key.Key_PageUp)
_PANS = {Qt.Key.Key_Left: (48, 0), Qt.Key.Key_Right: (-48, 0), Qt.Key.Key_Up: (0, 48), Qt.Key.Key_Down: (0, -48)}


class Canvas(QWidget):
    """Shows one photo. Wheel: zoom at the pointer. Drag: pan. Click on a face: choose it. Double click: 100 % or fit.

    It never blanks: a frame stays until a newer one of the same face comes, whatever else happens.
    """

    face_chosen = Signal(int)
    view_changed = Signal()
    comparing_changed = Signal(bool)
    wipe_changed = Signal(bool)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(self.tr(
            "Plus and minus zoom, arrows move, square brackets choose a face, backslash shows the original."))
        self._photo: PhotoImage | None = None
        self._view = View(QSizeF(), QSizeF(self.size()))
        self._backdrop = Backdrop()
        self._patches: dict[int, PaintedPatch] = {}
        self._faces: list[QRectF] = []
        self._selected = -1
        self._hovered = -1
        self._editing = False
        self._comparing = False
        self._wipe: float | None = None  # share of the photo's width
        self._by_keys = False
        self._press: tuple[QPointF, QPointF] | None = None  # where it began, where it was last
        self._dragging = ""  # "", "pan", "wipe"
        self._space = False
        self._dropping = False
        self._busy = ""
        self._awaited, self._line = False, ""
        self._hint = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=HINT_MILLISECONDS)
        self._hint.setKeyValueAt(0.75, 1.0)
        self._hint.valueChanged.connect(self._hint_moves)

    # ---- what is shown

    def set_photo(self, photo: PhotoImage | None, faces: Sequence[QRectF] = ()) -> None:
        """A new photo with the boxes of its faces in photo pixels, or none."""
        self._photo, self._faces = photo, list(faces)
        self._hint.stop()
        self._patches.clear()
        self._backdrop.clear()
        self._hovered, self._selected = -1, -1
        self._wipe = None
        size = photo.size if photo is not None else QSizeF()
        self.set_view(View(size, QSizeF(self.size()), self.devicePixelRatioF()).fit())
        self.wipe_changed.emit(False)

    def let_go(self) -> None:
        """Nobody looks here any more: keep no picture, whoever still keeps this widget."""
        self._photo = None
        self._hint.stop()
        self._patches.clear()
        self._backdrop.clear()

    def show_frame(self, frame: Frame) -> None:
        """The newest frame of a face takes the place of the one before."""
        face = frame.request.face
        old, new = self._patches.get(face), PaintedPatch.of(frame, self._photo)
        self._patches[face] = new
        region = QRegion(self._label_area())
        for patch in (old, new):
            if patch is not None:
                region += self._view.to_canvas(patch.box).toAlignedRect().adjusted(-2, -2, 2, 2)
        self.update(region)

    def frame(self, face: int) -> Frame | None:
        """The frame shown for a face, None when none ever came."""
        return self._patches[face].frame if face in self._patches else None

    def set_selected(self, face: int) -> None:
        self._selected = face
        self.update()

    def set_busy(self, text: str) -> None:
        """What is being waited for, in the label at the lower left; "" when nothing is."""
        self._busy = text
        self.update(self._label_area())

    def set_remark(self, awaited: bool, line: str) -> None:
        """awaited: another renderer's picture of the chosen face is still to come. line: one quiet line about it."""
        self._awaited, self._line = awaited, line
        self.update(self._label_area())

    def hint_faces(self) -> None:
        """Show for a moment which faces there are to choose from."""
        self._hint.stop()
        if len(self._faces) > 1:
            self._hint.start()

    def _hint_moves(self) -> None:
        self.update()

    def set_editing(self, editing: bool) -> None:
        """While a hand holds a control nothing is drawn over the face."""
        self._editing = editing
        self.update()

    def set_dropping(self, dropping: bool) -> None:
        """A file is held over the window."""
        self._dropping = dropping
        self.update()

    # ---- before and after

    @property
    def comparing(self) -> bool:
        return self._comparing

    def set_comparing(self, comparing: bool) -> None:
        """Show the original for as long as this is true."""
        if comparing != self._comparing:
            self._comparing = comparing
            self.update()
            self.comparing_changed.emit(comparing)

    @property
    def wipe(self) -> float | None:
        """Where the wipe line stands, 0..1 of the photo's width, the original to its left; None without a line."""
        return self._wipe

    def set_wipe(self, share: float | None) -> None:
        was, self._wipe = self._wipe, None if share is None else min(max(share, 0.0), 1.0)
        self.update()
        if (was is None) != (share is None):
            self.wipe_changed.emit(share is not None)

    def start_wipe(self) -> None:
        """Put the line where it is of use: through the chosen face, else through the middle of what is in sight."""
        if self._photo is None:
            return
        faces = self._faces
        x = faces[self._selected].center().x() if 0 <= self._selected < len(faces) else self._view.centre.x()
        self.set_wipe(x / self._photo.size.width())

    # ---- zoom

    @property
    def view(self) -> View:
        return self._view

    def fit(self) -> None:
        self.set_view(self._view.fit())

    def actual_size(self, at: QPointF | None = None) -> None:
        """One photo pixel on one screen pixel."""
        self.set_view(self._view.at_scale(1.0 / self._view.ratio, at or QPointF(self.rect().center())))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.set_view(self._view.zoomed(factor, at or QPointF(self.rect().center())))

    def set_view(self, view: View) -> None:
        """Show the photo so; the view is one of this photo on a canvas of this size."""
        if view != self._view:
            self._view = view
            self.update()
            self.view_changed.emit()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(tokens().canvas)
        if self._photo is None:
            painter.fillRect(event.rect(), colour)
            return
        self._sync_ratio()
        if not self._view.ratio.is_integer():
            painter.fillRect(self.rect(), colour)  # the last row and column may be half a pixel
        painter.drawPixmap(0, 0, self._backdrop.get(self._photo, self._view, colour))
        if not self._comparing:
            self._paint_patches(painter)
        self._paint_marks(painter)

    def _paint_patches(self, painter: QPainter) -> None:
        painter.save()
        photo = self._view.target
        clip = photo.intersected(QRectF(self.rect()))
        if self._wipe is not None:
            clip.setLeft(max(clip.left(), self._wipe_x()))
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        for patch in self._patches.values():
            patch.paint(painter, self._view)
        painter.restore()

    def _paint_marks(self, painter: QPainter) -> None:
        if self._wipe is not None and not self._comparing:
            area = self._view.target.intersected(QRectF(self.rect()))
            marks.paint_wipe(painter, self._wipe_x(), area, self.tr("Before"), self.tr("After"))
        several = len(self._faces) > 1
        shown_by_hand = self.underMouse() or self._by_keys
        hinting = self._hint.state() == QVariantAnimation.State.Running
        if not self._editing and not self._comparing and (shown_by_hand or hinting):
            painter.setOpacity(1.0 if shown_by_hand else self._hint.currentValue())
            for index, box in enumerate(self._faces):
                chosen = index == self._selected
                if several or index == self._hovered:
                    shown = self._view.to_canvas(box)
                    if shown.width() > 14:
                        number = index + 1 if several else None
                        marks.paint_brackets(painter, shown, chosen and several, index == self._hovered, number)
            painter.setOpacity(1.0)
        text, dot = self._label()
        if text:
            marks.paint_label(painter, QPointF(12, self.height() - px(34)), text, dot)
        if self._dropping:
            marks.paint_drop(painter, QRectF(self.rect()), self.tr("Drop to open"))
        elif self.hasFocus() and self._by_keys:
            painter.setPen(QColor(tokens().accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _label(self) -> tuple[str, QColor | None]:
        """What the small label at the lower left says: what is being judged."""
        if self._comparing:
            return self.tr("Original"), QColor(255, 255, 255)
        if self._busy:
            return self._busy, QColor(tokens().accent)
        frame = self.frame(self._selected)
        if frame is None or frame.patch is None:
            return "", None
        words, colour = badge(frame, self._awaited)
        return f"{words} · {self._line}" if self._line else words, QColor(colour)

    def _label_area(self) -> "QRegion":
        return QRegion(0, self.height() - px(40), self.width(), px(40))

    def _sync_ratio(self) -> None:
        # A window dragged to another screen changes its device pixel ratio without a resize.
        if self._view.ratio != self.devicePixelRatioF():
            self._view = self._view.resized(QSizeF(self.size()), self.devicePixelRatioF())

    def _wipe_x(self) -> float:
        return self._view.target.left() + (self._wipe or 0.0) * self._view.target.width()

    # ---- hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_view(self._view.resized(QSizeF(self.size()), self.devicePixelRatioF()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._photo is None:
            event.ignore()
            return
        by_fingers = not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if by_fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # two fingers on a touch pad move the photo; with Ctrl, or pinched, they zoom
            self.set_view(self._view.moved(QPointF(event.pixelDelta())))
        elif not (by_fingers and is_momentum(event)):
            self.zoom_by(1.2 ** turn(event), event.position())
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
                self.actual_size(event.position())
            else:
                self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._photo is not None:
            self.menu_requested.emit(menu_place(event, self))

    def face_at(self, point: QPointF) -> int:
        """Index of the face under a canvas point, the smallest where several overlap, -1 for none."""
        photo = self._view.point_to_photo(point)
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
