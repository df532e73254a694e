"""The lanes: takes and keys of the chosen face, to choose, drag, copy and delete by hand and by keys."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import ControlTable
from engine.base.text import Text
from engine.motion.curve import Keyframe
from engine.motion.keying import KeyPlace
from engine.motion.timeline import PlacedTake
from gui.controls.context_menu import menu_place
from gui.controls.ink import ink, mix
from gui.controls.label import draw_elided
from gui.controls.wheel import turn
from gui.model.timeline import TimelineModel
from gui.style.scale import px
from gui.timeline.lane_painting import KEY, paint_curve, paint_take
from gui.timeline.lane_rows import FLAT, TAKE, TALL, CurveRow, Row, TakeRow, rows_of
from gui.timeline.ruler import move_by_key
from gui.timeline.time_scale import TimeScale

_REACH = KEY + 3
"""Pixels around a key, and around an end of a take, at which a hand takes hold of it."""
_STILL = 3
"""Pixels that a hand may tremble in a click."""
_LEAST = 3
"""Rows' height that is there even when there is nothing."""


class Lanes(QWidget):
    """`menu_requested(place on the screen)`: of what is chosen. names: pixels at the left for the names.

    Keys: the playhead's (`move_by_key`); up and down choose a row, Return sets a key in it, or opens a curve with
    Shift; Alt and an arrow move what is chosen; Delete, Ctrl+A, Ctrl+C, Ctrl+V.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, model: TimelineModel, scale: TimeScale, table: ControlTable, names: int,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._scale, self._table, self._names = model, scale, table, names
        self.rows: list[Row] = []
        self._opened: frozenset[str] = frozenset()
        self._row = 0  # the one that keys are for
        self._press: QPointF | None = None
        self._held = ""  # "keys", "take", "in", "out", "band"
        self._grip: TakeRow | None = None
        self._lone: frozenset[KeyPlace] = frozenset()  # what a click without a drag chooses
        self._band = QRectF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("Takes and keys"))
        scale.changed.connect(self.update)
        model.playhead_changed.connect(self.update)
        model.chosen_changed.connect(self._chosen_changed)
        model.changed.connect(self.lay_out)
        self.lay_out()

    # ---- rows

    def lay_out(self) -> None:
        """What lies on the timeline is another now."""
        heights = (px(TAKE), px(FLAT), px(TALL))
        self.rows = rows_of(self._model.timeline, self._table, self._opened, heights)
        self._row = min(self._row, max(len(self.rows) - 1, 0))
        self.setMinimumHeight(max(self._height(), px(_LEAST * FLAT)))
        self.updateGeometry()
        self.update()
        self._describe()

    def _height(self) -> int:
        return self.rows[-1].top + self.rows[-1].height if self.rows else 0

    def sizeHint(self) -> QSize:
        return QSize(400, max(self._height(), px(_LEAST * FLAT)))

    @property
    def row(self) -> Row | None:
        """The one that keys are for."""
        return self.rows[self._row] if self.rows else None

    def _choose_row(self, row: Row) -> None:
        self._row = self.rows.index(row)
        self.update()
        self._describe()

    def _describe(self) -> None:
        row = self.row
        self.setAccessibleDescription(row.label if row is not None else "")

    def toggle(self, row: CurveRow) -> None:
        """Draw a curve, or its keys alone."""
        self._opened ^= {row.name}
        self.lay_out()

    def row_at(self, y: float) -> Row | None:
        return next((row for row in self.rows if row.top <= y < row.top + row.height), None)

    def place_of(self, row: Row, time: float, value: float | None = None) -> QPoint:
        """Where a moment lies in a row, and in a curve a value."""
        y = row.y_of(value) if isinstance(row, CurveRow) and value is not None else row.top + row.height / 2
        return QPointF(self._names + self._scale.view.x_of(time), y).toPoint()

    def _chosen_changed(self) -> None:
        self.update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, view, model = ink(self), self._scale.view, self._model
        width = self.width() - self._names
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self.rows:
            if row is self.row and self.hasFocus():
                painter.fillRect(QRectF(0, row.top, self.width(), row.height), colours.hover)
            self._paint_name(painter, row)
            painter.fillRect(QRectF(0, row.top + row.height - 1, self.width(), 1),
                             mix(colours.paper, colours.text, 0.08))
        painter.setClipRect(self._names, 0, width, self.height())
        painter.translate(self._names, 0)
        if not self.rows:
            painter.setPen(colours.faint)
            room = QRect(px(12), 0, width - px(24), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
                             self.tr("Switch recording on, put the playhead somewhere and move a slider: that becomes "
                                     "a key. Or load a take."))
        for row in self.rows:
            if isinstance(row, TakeRow):
                paint_take(painter, row, view, width, colours, row.number == model.chosen_take)
            else:
                paint_curve(painter, row, view, width, colours, model.chosen, model.time)
        timeline = model.timeline
        if timeline.duration > 0:
            outside = mix(colours.paper, colours.text, 0.5)
            outside.setAlpha(26)
            first, last = view.x_of(timeline.start), view.x_of(timeline.end)
            painter.fillRect(QRectF(0, 0, first, self.height()), outside)
            painter.fillRect(QRectF(last, 0, width - last, self.height()), outside)
        x = view.x_of(model.time)
        painter.fillRect(QRectF(x - 0.75, 0, 1.5, self.height()), colours.warn if model.recording else colours.accent)
        if not self._band.isNull():
            painter.setPen(colours.accent)
            painter.drawRect(self._band.translated(-self._names, 0))

    def _paint_name(self, painter: QPainter, row: Row) -> None:
        colours = ink(self)
        box = QRect(px(20), row.top, self._names - px(26), min(row.height, px(TAKE)))
        painter.setPen(colours.text)
        draw_elided(painter, box, Qt.AlignmentFlag.AlignLeft,
                    row.label if isinstance(row, CurveRow) else self.tr("Take {0}").format(row.number + 1))
        if isinstance(row, CurveRow):
            centre = QPointF(px(11), box.center().y() + 0.5)
            ends = ((-4, -2), (4, -2), (0, 3)) if row.is_open else ((-2, -4), (-2, 4), (3, 0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.faint)
            painter.drawPolygon([centre + QPointF(*end) for end in ends])

    # ---- the hand

    def _key_at(self, row: CurveRow, at: QPointF) -> Keyframe | None:
        view = self._scale.view
        near = [(abs(self._names + view.x_of(key.time) - at.x()) + abs(row.y_of(key.value) - at.y()) / 4, key)
                for key in row.curves[0].keys
                if abs(self._names + view.x_of(key.time) - at.x()) <= _REACH
                and (not row.is_open or abs(row.y_of(key.value) - at.y()) <= _REACH)]
        return min(near, key=lambda found: found[0])[1] if near else None

    def _grip_at(self, row: TakeRow, x: float) -> str:
        """What of a take is at a place: an end, the take, or nothing."""
        view = self._scale.view
        first, last = (self._names + view.x_of(edge) for edge in (row.placed.offset, row.placed.ends))
        if abs(x - last) <= _REACH:
            return "out"
        if abs(x - first) <= _REACH:
            return "in"
        return "take" if first < x < last else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.position()
        row = self.row_at(at.y())
        self._press, self._held, self._lone = at, "", frozenset()
        if row is not None:
            self._choose_row(row)
        if at.x() < self._names:
            if isinstance(row, CurveRow):
                self._press = None
                self.toggle(row)
            elif isinstance(row, TakeRow):
                self._model.choose_take(row.number)
            return
        also = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        if isinstance(row, TakeRow) and self._grip_at(row, at.x()):
            self._model.choose_take(row.number)
            self._grip, self._held = row, "?" + self._grip_at(row, at.x())
        elif isinstance(row, CurveRow) and (key := self._key_at(row, at)) is not None:
            places = row.places(key)
            if also:
                self._model.choose(places, also=True)
            elif not places <= self._model.chosen:
                self._model.choose(places)
            else:
                self._lone = places
            self._held = "?keys" if places <= self._model.chosen else ""
        else:
            if not also:
                self._model.choose(frozenset())
            self._held = "band"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._press is None:
            self._tell_cursor(at)
            return
        if self._held.startswith("?") and (at - self._press).manhattanLength() > _STILL:
            self._held = self._held[1:]
            self._model.take_hold(Text("Move keys") if self._held == "keys" else Text("Move a take")
                                  if self._held == "take" else Text("Cut a take"))
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._held == "keys":
            self._drag_keys(at, free)
        elif self._held == "band":
            self._band = QRectF(self._press, at).normalized()
            self.update()
        elif self._held in ("take", "in", "out") and self._grip is not None:
            self._drag_take(self._grip, at, free)

    def _drag_keys(self, at: QPointF, free: bool) -> None:
        assert self._press is not None
        by = (at.x() - self._press.x()) / self._scale.view.scale
        row = self.row
        unit = row.unit if isinstance(row, CurveRow) else 0.0
        held = self._model.held_places
        if held and not free:
            first = min(place.time for place in held)
            by = self._near(first + by) - first
        self._model.drag_keys(by, (self._press.y() - at.y()) * unit)

    def _drag_take(self, row: TakeRow, at: QPointF, free: bool) -> None:
        assert self._press is not None
        placed = row.placed
        by = (at.x() - self._press.x()) / self._scale.view.scale
        edge = placed.ends if self._held == "out" else placed.offset
        time = edge + by if free else self._near(edge + by, row.number)
        if self._held == "take":
            self._model.drag_take(row.number, PlacedTake(placed.take, max(time, 0.0), placed.start, placed.end,
                                                         placed.weight, placed.fade, placed.gains))
        elif self._held == "in":
            self._model.drag_take(row.number, placed.cut(first=max(time, 0.0)))
        else:
            self._model.drag_take(row.number, placed.cut(last=time))

    def _near(self, time: float, but: int | None = None) -> float:
        """A time as it snaps: to the playhead and other takes' ends when they are near, else to a frame."""
        if not self._model.snaps:
            return time
        reach = 6 / self._scale.view.scale
        held = self._model.held or self._model.timeline
        edges = [self._model.time, 0.0, *(edge for number, placed in enumerate(held.takes) if number != but
                                          for edge in (placed.offset, placed.ends))]
        near = min(edges, key=lambda edge: abs(edge - time))
        return near if abs(near - time) <= reach else self._model.snapped(time)

    def _tell_cursor(self, at: QPointF) -> None:
        row = self.row_at(at.y())
        shape = Qt.CursorShape.ArrowCursor
        if at.x() < self._names:
            shape = Qt.CursorShape.PointingHandCursor if isinstance(row, CurveRow) else shape
        elif isinstance(row, TakeRow) and self._grip_at(row, at.x()) in ("in", "out"):
            shape = Qt.CursorShape.SizeHorCursor
        elif isinstance(row, CurveRow) and self._key_at(row, at) is not None:
            shape = Qt.CursorShape.SizeAllCursor if row.is_open else Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._press is None:
            super().mouseReleaseEvent(event)
            return
        if self._held == "band":
            self._choose_in(self._band, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._band = QRectF()
            self.update()
        elif self._held.startswith("?"):
            if self._lone:
                self._model.choose(self._lone)
        elif self._held:
            self._model.let_go()
        self._press, self._held, self._grip = None, "", None

    def _choose_in(self, band: QRectF, also: bool) -> None:
        if band.width() + band.height() <= _STILL:
            return
        view = self._scale.view
        found: frozenset[KeyPlace] = self._model.chosen if also else frozenset()
        for row in self.rows:
            if isinstance(row, CurveRow):
                for key in row.curves[0].keys:
                    if band.contains(QPointF(self._names + view.x_of(key.time), row.y_of(key.value))):
                        found |= row.places(key)
        self._model.choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at, row = event.position(), self.row_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and at.x() >= self._names and isinstance(row, CurveRow) \
                and self._key_at(row, at) is None:
            time = self._model.snapped(self._scale.view.time_at(at.x() - self._names))
            value = row.value_at(at.y()) if row.is_open else None
            self._model.add_keys([control.id for control in row.controls], max(time, 0.0), value)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = QPointF(event.pos())
            row = self.row_at(at.y())
            if row is not None:
                self._choose_row(row)
            if isinstance(row, TakeRow):
                self._model.choose_take(row.number)
            elif isinstance(row, CurveRow) and (key := self._key_at(row, at)) is not None \
                    and not row.places(key) <= self._model.chosen:
                self._model.choose(row.places(key))
        self.menu_requested.emit(menu_place(event, self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self._scale.set_view(self._scale.view.zoomed(1.25 ** turn(event), event.position().x() - self._names))
        elif held & Qt.KeyboardModifier.ShiftModifier or abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            event.accept()
            self._scale.set_view(self._scale.view.moved(-60 * turn(event, across=True)))
        else:
            event.ignore()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._edit_by_key(event) or move_by_key(self._model, event)):
            super().keyPressEvent(event)

    def _edit_by_key(self, event: QKeyEvent) -> bool:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        row = self.row
        if event.matches(QKeySequence.StandardKey.Copy):
            self._model.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._model.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._model.choose(frozenset(KeyPlace(curve.control, one.time) for curve in self._model.timeline.curves
                                         for one in curve.keys))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._model.delete_chosen()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(row, CurveRow):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.toggle(row)
            else:
                self._model.add_keys([control.id for control in row.controls], self._model.time)
        elif alt and key in _ARROWS:
            across, up = _ARROWS[key]
            step = row.step if isinstance(row, CurveRow) else 0.0
            self._model.nudge(across / self._model.rate, up * step)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.rows and not event.modifiers():
            self._row = min(max(self._row + (1 if key == Qt.Key.Key_Down else -1), 0), len(self.rows) - 1)
            chosen = self.rows[self._row]
            self._choose_row(chosen)
            self._model.choose_take(chosen.number if isinstance(chosen, TakeRow) else None)
        else:
            return False
        return True


_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
