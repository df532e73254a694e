"""The live preview: the photo, and the newest frame of every face over it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.render.request import Frame
from gui.canvas import marks
from gui.canvas.paint_rate import PaintRate
from gui.canvas.picture import Backdrop, PaintedPatch
from gui.model.photo_image import PhotoImage
from gui.model.view import View
from gui.style.scale import px
from gui.style.theme import tokens

HINT_MILLISECONDS = 2000
"""How long the faces of a photo are pointed out after it was opened."""


class PhotoView(QWidget):
    """Shows one photo, or twice beside one another: the original, and as it is edited, both in the same view.

    It never blanks: a frame stays until a newer one of the same face comes, whatever else happens.
    """

    view_changed = Signal()
    comparing_changed = Signal(bool)
    wipe_changed = Signal(bool)
    beside_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._photo: PhotoImage | None = None
        self._view = View(QSizeF(), QSizeF(self.size()))
        self._backdrop = Backdrop()
        self._patches: dict[int, PaintedPatch] = {}
        self._faces: list[QRectF] = []
        self._selected = -1
        self._hovered = -1  # the face a hand points at
        self._editing = False
        self._comparing = False
        self._wipe: float | None = None  # share of the photo's width
        self._beside = False
        self._unpainted = False  # a frame came that has not been painted yet
        self.rate = PaintRate()
        self._by_keys = False  # whether it was reached by the keyboard
        self._dropping = False
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
        self.set_view(View(size, self.pane, self.devicePixelRatioF()).fit())
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
        self._unpainted = True
        region = QRegion()
        for patch in (old, new):
            if patch is not None:
                box = self._view.to_canvas(patch.box).translated(self._shift)
                region += box.toAlignedRect().adjusted(-2, -2, 2, 2)
        self.update(region)

    def frame(self, face: int) -> Frame | None:
        """The frame shown for a face, None when none ever came."""
        return self._patches[face].frame if face in self._patches else None

    def set_selected(self, face: int) -> None:
        self._selected = face
        self.update()

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
        if editing:
            self.rate.begin()
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
        if share is not None:
            self.set_beside(False)
        if (was is None) != (share is None):
            self.wipe_changed.emit(share is not None)

    def start_wipe(self) -> None:
        """Put the line where it is of use: through the chosen face, else through the middle of what is in sight."""
        if self._photo is None:
            return
        faces = self._faces
        x = faces[self._selected].center().x() if 0 <= self._selected < len(faces) else self._view.centre.x()
        self.set_wipe(x / self._photo.size.width())

    @property
    def beside(self) -> bool:
        """Whether the original stands beside the edited photo, at its left."""
        return self._beside

    def set_beside(self, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self.set_wipe(None)
        self._resize_view()
        self.update()
        self.beside_changed.emit(beside)

    # ---- zoom

    @property
    def view(self) -> View:
        """Where the photo lies in a pane: on the whole canvas, or in either half of it."""
        return self._view

    @property
    def pane(self) -> QSizeF:
        """What one photo has of the canvas, logical pixels: whole device pixels."""
        if not self._beside:
            return QSizeF(self.size())
        ratio = self.devicePixelRatioF()
        return QSizeF(max(1.0, (self.width() * ratio) // 2) / ratio, self.height())

    @property
    def _shift(self) -> QPointF:
        """Where the pane of the edited photo begins."""
        return QPointF(self.width() - self.pane.width(), 0.0) if self._beside else QPointF()

    @property
    def _middle(self) -> QPointF:
        pane = self.pane.toSize()
        return QPointF((pane.width() - 1) // 2, (pane.height() - 1) // 2)

    def _in_pane(self, point: QPointF) -> QPointF:
        """A point of the canvas, in the pane it lies in."""
        shift = self._shift
        return point - shift if self._beside and point.x() >= shift.x() else point

    def _resize_view(self) -> None:
        self.set_view(self._view.resized(self.pane, self.devicePixelRatioF()))

    def fit(self) -> None:
        self.set_view(self._view.fit())

    def actual_size(self, at: QPointF | None = None) -> None:
        """One photo pixel on one screen pixel."""
        self.set_view(self._view.at_scale(1.0 / self._view.ratio, at or self._middle))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.set_view(self._view.zoomed(factor, at or self._middle))

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
        backdrop, shift = self._backdrop.get(self._photo, self._view, colour), self._shift
        painter.drawPixmap(0, 0, backdrop)
        if self._beside:
            painter.drawPixmap(shift, backdrop)
            painter.fillRect(QRectF(self.pane.width() - 1, 0, shift.x() - self.pane.width() + 2, self.height()),
                             QColor(tokens().line_strong))
        if not self._comparing:
            painter.translate(shift)
            self._paint_patches(painter)
            painter.translate(-shift)
            if self._unpainted:
                self._unpainted = False
                self.rate.painted()
        self._paint_marks(painter)

    def _paint_patches(self, painter: QPainter) -> None:
        painter.save()
        photo = self._view.target
        clip = photo.intersected(QRectF(QPointF(), self.pane))
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
        if self._beside:
            after = self.tr("Before") if self._comparing else self.tr("After")
            for corner, text in ((QPointF(), self.tr("Before")), (self._shift, after)):
                marks.paint_label(painter, corner + QPointF(12, 12), text)
        several = len(self._faces) > 1
        shown_by_hand = self.underMouse() or self._by_keys
        hinting = self._hint.state() == QVariantAnimation.State.Running
        if not self._editing and not self._comparing and (shown_by_hand or hinting):
            painter.setOpacity(1.0 if shown_by_hand else self._hint.currentValue())
            painter.translate(self._shift)
            for index, box in enumerate(self._faces):
                chosen = index == self._selected
                if several or index == self._hovered:
                    shown = self._view.to_canvas(box)
                    if shown.width() > 14:
                        number = index + 1 if several else None
                        marks.paint_brackets(painter, shown, chosen and several, index == self._hovered, number)
            painter.translate(-self._shift)
            painter.setOpacity(1.0)
        text = self._label()
        if text:
            marks.paint_label(painter, QPointF(12, self.height() - px(34)), text)
        if self._dropping:
            marks.paint_drop(painter, QRectF(self.rect()), self.tr("Drop to open"))
        elif self.hasFocus() and self._by_keys:
            painter.setPen(QColor(tokens().accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _label(self) -> str:
        """What the small label at the lower left says: what is being looked at, when that is not the edited photo."""
        if self._comparing and not self._beside:
            return self.tr("Original")
        return "" if self._faces else self.tr("No face was found in this picture")

    def _sync_ratio(self) -> None:
        # A window dragged to another screen changes its device pixel ratio without a resize.
        if self._view.ratio != self.devicePixelRatioF():
            self._view = self._view.resized(self.pane, self.devicePixelRatioF())

    def _wipe_x(self) -> float:
        return self._view.target.left() + (self._wipe or 0.0) * self._view.target.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._resize_view()
