"""The ruler above the lanes: where the playhead is dragged, and where the film begins and ends."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.text import Text
from gui.controls.ink import ink, mix
from gui.controls.tip import set_tip
from gui.controls.wheel import turn
from gui.model.timeline import TimelineModel
from gui.style.scale import px
from gui.timeline.time_scale import TimeScale
from gui.timeline.time_view import clock

HEIGHT = 26
_GRIP = 7
"""Pixels around an end of the film at which a hand takes hold of it."""
_APART = 64
"""Pixels between two times that are written out, at least."""


class Ruler(QWidget):
    """names: pixels at the left under which the lanes have their names."""

    def __init__(self, model: TimelineModel, scale: TimeScale, names: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._scale, self._names = model, scale, names
        self._held = ""  # "playhead", "in", "out"
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Playhead"))
        set_tip(self, self.tr("Drag to look at another moment; the ends of the film can be dragged, too"))
        scale.changed.connect(self.update)
        model.playhead_changed.connect(self._moved)
        model.changed.connect(self.update)

    def _moved(self) -> None:
        if not self._model.playing:
            self.setAccessibleDescription(clock(self._model.time))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale.set_width(self.width() - self._names)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, view, model = ink(self), self._scale.view, self._model
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), mix(colours.paper, colours.text, 0.04))
        painter.setPen(colours.faint)
        painter.drawText(self.rect().adjusted(px(8), 0, self._names - self.width(), 0), Qt.AlignmentFlag.AlignVCenter,
                         f"{clock(model.time)} / {clock(model.timeline.end)}")
        painter.setClipRect(self._names, 0, self.width() - self._names, self.height())
        painter.translate(self._names, 0)
        timeline, height = model.timeline, self.height()
        if timeline.duration > 0:
            film = QRectF(view.x_of(timeline.start), height - 5, timeline.duration * view.scale, 5)
            painter.fillRect(film, mix(colours.paper, colours.accent, 0.55))
            for end in (film.left(), film.right()):
                painter.fillRect(QRectF(end - 1.5, height - 11, 3, 11), colours.accent)
        for time, written in view.marks(self._scale.width, px(_APART)):
            x = view.x_of(time)
            painter.setPen(mix(colours.paper, colours.text, 0.35))
            painter.drawLine(QPointF(x, height - (9 if written else 5)), QPointF(x, height))
            if written:
                painter.setPen(colours.faint)
                step = 1 / view.scale * px(_APART)
                painter.drawText(QPointF(x + 4, height - 9), clock(time, step < 1))
        x = view.x_of(model.time)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.warn if model.recording else colours.accent)
        painter.drawPolygon(QPolygonF([QPointF(x - 6, 3), QPointF(x + 6, 3), QPointF(x + 6, 11), QPointF(x, 17),
                                       QPointF(x - 6, 11)]))
        painter.drawRect(QRectF(x - 0.75, 15, 1.5, height - 15))
        if self.hasFocus():
            painter.setPen(colours.text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x - 8, 1, 16, 18), 4, 4)

    # ---- the hand

    def _time(self, event: QMouseEvent) -> float:
        return self._scale.view.time_at(event.position().x() - self._names)

    def _end_at(self, event: QMouseEvent) -> str:
        """Which end of the film lies under the hand: only by its foot, for the playhead is dragged above."""
        timeline, view = self._model.timeline, self._scale.view
        if timeline.duration <= 0 or event.position().y() < self.height() - 12:
            return ""
        x = event.position().x() - self._names
        for name, time in (("out", timeline.end), ("in", timeline.start)):
            if abs(view.x_of(time) - x) <= _GRIP:
                return name
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() < self._names:
            super().mousePressEvent(event)
            return
        self._held = self._end_at(event) or "playhead"
        if self._held == "playhead":
            self._model.hold(True)
            self._model.go(self._time(event), snap=True)
        else:
            self._model.take_hold(Text("Ends of the film"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._held:
            self.setCursor(Qt.CursorShape.SizeHorCursor if self._end_at(event) else Qt.CursorShape.ArrowCursor)
        elif self._held == "playhead":
            self._model.scrub(self._time(event))
        else:
            self._drag_end(max(self._model.snapped(self._time(event)), 0.0))

    def _drag_end(self, time: float) -> None:
        timeline = self._model.timeline
        frame = 1 / self._model.rate
        if self._held == "in":
            self._model.drag_trim((min(time, timeline.end - frame), timeline.trim[1]))
        else:
            self._model.drag_trim((timeline.start, max(time, timeline.start + frame)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._held:
            super().mouseReleaseEvent(event)
            return
        if self._held == "playhead":
            self._model.hold(False)
        else:
            self._model.let_go()
        self._held = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._scale.set_view(self._scale.view.zoomed(1.25 ** turn(event), event.position().x() - self._names))
        else:
            self._scale.set_view(self._scale.view.moved(-60 * turn(event, across=True)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not move_by_key(self._model, event):
            super().keyPressEvent(event)


def move_by_key(model: TimelineModel, event: QKeyEvent) -> bool:
    """The playhead's keys, wherever in the strip one is. Whether it was one of them."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain, control = held == Qt.KeyboardModifier.NoModifier, held == Qt.KeyboardModifier.ControlModifier
    shift = held == Qt.KeyboardModifier.ShiftModifier
    key = Qt.Key(event.key())
    sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    if key in sides and (plain or shift):
        model.step(sides[key] * (10 if shift else 1))
    elif key in sides and control:
        model.to_key(sides[key])
    elif key == Qt.Key.Key_Home and plain:
        model.go(model.timeline.start)
    elif key == Qt.Key.Key_End and plain:
        model.go(model.timeline.end)
    elif key == Qt.Key.Key_Space and plain:
        model.toggle()
    elif key == Qt.Key.Key_R and plain:
        model.record(not model.recording)
    else:
        return False
    return True
