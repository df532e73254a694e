"""One row of a panel: star, label, slider, number, and for two-sided controls the link between left and right."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.clipboard_value import copy_value, value_to_paste
from gui.controls.context_menu import menu_place
from gui.controls.gesture import ValueControl
from gui.controls.glyphs import GlyphButton, paint_glyph
from gui.controls.ink import ink
from gui.controls.label import draw_elided
from gui.controls.pair_track import PairTrack
from gui.controls.row_boxes import RowBoxes, is_stacked, row_boxes, row_height
from gui.controls.row_features import RowFeatures, row_label, row_tip, short_label
from gui.controls.slider import Slider
from gui.controls.tip import show_markup_tip, show_tip
from gui.controls.value_field import ValueField, join
from gui.words import language, number


class ControlRow(QWidget):
    """Slider and number for one control, or for the two sides of a pair: linked, one handle moves both; free, there
    are two handles on the track and two numbers.

    Values go in by `set_values`; the signals carry a mapping of control ids to values, and the row's name.
    `menu_requested(where on the screen, side)`. `stepped(key)`: see `ControlPanel`.
    """

    gesture_started = Signal(object)
    stepped = Signal(str)
    changing = Signal(object)
    changed = Signal(object, str)
    retracted = Signal(str)
    linked_changed = Signal(str, bool)
    favourite_changed = Signal(str, bool)
    locked_changed = Signal(str, bool)
    menu_requested = Signal(QPoint, int)

    def __init__(self, controls: Sequence[Control], features: RowFeatures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = tuple(controls)
        self.name = controls[0].pair if len(controls) == 2 else controls[0].id
        self.label = row_label(controls)
        self._shown_label = short_label(controls)
        self._features = features
        self._values = {control.id: control.default for control in controls}
        self._linked = True
        self._favourite = self._locked = False
        self._remark, self._idle = "", False
        self._track: QWidget
        self._sliders: tuple[ValueControl, ...]
        self._chip: GlyphButton | None = None
        self._make_track()
        self._fields = tuple(self._make_field(control) for control in self.controls)
        for side in range(len(self.controls)):
            self._connect(side)
        if len(controls) == 2:
            self._fields[1].hide()
            together = self.tr("Move left and right together")
            self._chip = GlyphButton("unlink", together, self, checked_glyph="link", size=22)
            self._chip.setChecked(True)
            self._chip.toggled.connect(self._chip_toggled)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._boxes = self._lay_out()
        self._name_sides()

    # -- building ----------------------------------------------------------------------------------------------
    def _make_track(self) -> None:
        if len(self.controls) == 2:
            track = self._track = PairTrack(self.controls, self)
            self._sliders = track.sliders
        else:
            slider = self._track = Slider(self.controls[0], self)
            self._sliders = (slider,)

    def _make_field(self, control: Control) -> ValueField:
        return ValueField(control, self)

    def _connect(self, side: int) -> None:
        slider, field = self._sliders[side], self._fields[side]
        join(slider, field)
        slider.gesture_started.connect(lambda: self._started(slider))
        slider.changing.connect(lambda value: self._moved(side, value))
        slider.changed.connect(lambda value: self.changed.emit(self._driven(side, value), self.label))
        slider.jump_retracted.connect(lambda: self.retracted.emit(self.label))
        slider.menu_requested.connect(lambda at: self.menu_requested.emit(at, side))
        slider.copy_requested.connect(lambda: self.copy(side))
        slider.paste_requested.connect(lambda: self.paste(side))
        field.entered.connect(lambda value: self.set_side(side, value))
        field.menu_requested.connect(lambda at: self.menu_requested.emit(at, side))

    def _started(self, slider: ValueControl) -> None:
        self.gesture_started.emit(self.label)
        if slider.in_steps:
            self.stepped.emit(slider.control.id)

    def _name_sides(self) -> None:
        """Each slider and number by its own name: with its side, where it is only that side's."""
        letters = (self.tr("L"), self.tr("R")) if self.numbers == 2 else ("", "")
        for slider, field, letter in zip(self._sliders, self._fields, letters, strict=False):
            own = len(self.controls) == 1
            slider.setAccessibleName(language.control_label(slider.control, with_side=own or not self._linked))
            field.setAccessibleName(language.control_label(slider.control, with_side=own or self.numbers == 2))
            field.set_letter(letter)
        self._describe()

    def _describe(self) -> None:
        both = " | ".join(field.text() for field in self._fields) if self._linked and self.numbers == 2 else ""
        for slider, field in zip(self._sliders[:self.sides], self._fields, strict=False):
            ends = (number.written(slider.control, end) for end in (slider.control.minimum, slider.control.maximum))
            slider.setAccessibleDescription(self.tr("{0}, from {1} to {2}").format(both or field.text(), *ends))

    # -- values ------------------------------------------------------------------------------------------------
    def values(self) -> dict[str, float]:
        return dict(self._values)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show values that came from elsewhere; missing ones are at default. No signal."""
        new = {control.id: values.get(control.id, control.default) for control in self.controls}
        if new != self._values:
            self._values = new
            self._show()

    @property
    def is_changed(self) -> bool:
        return any(self._values[control.id] != control.default for control in self.controls)

    def reset(self) -> None:
        self._set_all({control.id: control.default for control in self.controls})

    def _set_all(self, values: dict[str, float]) -> None:
        """Several sides at once, as one gesture."""
        if values != {key: self._values[key] for key in values}:
            self.gesture_started.emit(self.label)
            self._values.update(values)
            self._show()
            self.changing.emit(values)
            self.changed.emit(values, self.label)

    def _driven(self, side: int, value: float) -> dict[str, float]:
        """What a side's slider sets: its own control, and the other's too while they are linked."""
        if len(self.controls) == 2 and self._linked:
            return {control.id: value for control in self.controls}
        return {self.controls[side].id: value}

    def _moved(self, side: int, value: float) -> None:
        values = self._driven(side, value)
        self._values.update(values)
        self._show()
        self.changing.emit(values)

    def set_side(self, side: int, value: float) -> None:
        """A side's value at once, as one gesture: typed, pasted."""
        self._set_all(self._driven(side, value))

    def _show(self) -> None:
        shown = [self._values[control.id] for control in self.controls]
        for slider, field, value in zip(self._sliders, self._fields, shown, strict=True):
            slider.set_amount(value)
            field.show_value(value)
        self._sliders[0].set_other(shown[-1] if self._linked and shown[-1] != shown[0] else None)
        if len(self._fields) == 2 and self._fields[1].isHidden() == (self.numbers == 2):
            self._numbers_changed()
        self._describe()
        self.update()

    def _numbers_changed(self) -> None:
        self._fields[1].setVisible(self.numbers == 2)
        self._name_sides()
        self._place()

    def copy(self, side: int = 0) -> None:
        """The number to the clipboard, as plain text."""
        copy_value(self._values[self.controls[side].id])

    def paste(self, side: int = 0) -> None:
        """A number from the clipboard; anything else is left alone."""
        control = self.controls[side]
        value = value_to_paste(control, self._values[control.id])
        if value is None:
            show_tip(self.mapToGlobal(QPoint(0, self.height())), self.tr("Nothing to paste here"), self)
        else:
            self.set_side(side, value)

    def copy_across(self, side: int) -> None:
        """One side's value to the other as well. side: from which it is taken."""
        self._set_all({control.id: self._values[self.controls[side].id] for control in self.controls})

    # -- link, star, lock --------------------------------------------------------------------------------------
    @property
    def linked(self) -> bool:
        return self._linked

    def set_linked(self, linked: bool) -> None:
        """Linked: one handle for both sides. Free: a handle each, on the same track."""
        if len(self.controls) != 2 or linked == self._linked:
            return
        self._linked = linked
        assert isinstance(self._track, PairTrack)
        self._track.set_linked(linked)
        if self._chip is not None and self._chip.isChecked() != linked:
            self._chip.setChecked(linked)
        self._show()
        self._numbers_changed()
        self.updateGeometry()

    def _chip_toggled(self, linked: bool) -> None:
        if linked != self._linked:
            self.set_linked(linked)
            self.linked_changed.emit(self.name, linked)

    @property
    def favourite(self) -> bool:
        return self._favourite

    def set_favourite(self, on: bool) -> None:
        self._favourite = on
        self.update()

    @property
    def lockable(self) -> bool:
        return self._features.lockable

    @property
    def locked(self) -> bool:
        return self._locked

    def set_locked(self, on: bool) -> None:
        self._locked = on
        self.update()

    def set_remark(self, text: str, idle: bool) -> None:
        """What is to be known of it as things are, for the tooltip. idle: it has no effect, so its name fades."""
        if (text, idle) != (self._remark, self._idle):
            self._remark, self._idle = text, idle
            self.update()

    def set_level(self, level: int | None) -> None:
        """How well it does what it says as things are, 1 to 3, where rows show that; None when that is not known."""

    def toggle_favourite(self) -> None:
        self.set_favourite(not self._favourite)
        self.favourite_changed.emit(self.name, self._favourite)

    def toggle_locked(self) -> None:
        self.set_locked(not self._locked)
        self.locked_changed.emit(self.name, self._locked)

    # -- parts -------------------------------------------------------------------------------------------------
    @property
    def sides(self) -> int:
        """Handles: two where the sides of a pair are free, else one."""
        return 2 if len(self.controls) == 2 and not self._linked else 1

    @property
    def numbers(self) -> int:
        """Numbers shown: a linked pair has two while its sides differ."""
        return 2 if self.sides == 2 or len(set(self._values.values())) == 2 else 1

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in reading order."""
        return [*self._sliders[:self.sides], *([self._chip] if self._chip is not None else [])]

    def slider(self, side: int = 0) -> Any:
        """What is moved: a `Slider`; a `Knob` in a cell."""
        return self._sliders[side]

    def field(self, side: int = 0) -> ValueField:
        return self._fields[side]

    # -- placing -----------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, row_height(self._features, 320, self.sides))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, row_height(self._features, 220, self.sides))

    @property
    def stacked(self) -> bool:
        """Whether the label stands over the track."""
        return is_stacked(self._features, self.width(), self.sides)

    @property
    def boxes(self) -> RowBoxes:
        """Where everything lies."""
        return self._boxes

    def _lay_out(self) -> RowBoxes:
        return row_boxes(self._features, self.width(), self.sides, self.numbers)

    def _place(self) -> None:
        boxes = self._boxes = self._lay_out()
        self._track.setGeometry(boxes.track)
        for field, box in zip(self._fields, boxes.numbers, strict=False):
            field.setGeometry(box)
        if self._chip is not None:
            self._chip.move(boxes.chip.topLeft())

    def resizeEvent(self, event) -> None:  # noqa: N802
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event) -> None:  # noqa: N802
        self._place()
        super().showEvent(event)

    # -- label and marks ---------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours, boxes = ink(self), self._boxes
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), colours.hover)
        self._paint_marks(painter, boxes)
        painter.setPen(colours.faint if self._idle else colours.text)
        draw_elided(painter, boxes.label, Qt.AlignmentFlag.AlignLeft, self._shown_label)
        if self.is_changed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRect(QRectF(0, 6, 2, self.height() - 12))

    def _paint_marks(self, painter: QPainter, boxes: RowBoxes) -> None:
        """Star and lock: where they are set, and all of them where the pointer is."""
        colours, hot = ink(self), self.underMouse() and self.isEnabled()
        if self._favourite or hot:
            paint_glyph(painter, "star_full" if self._favourite else "star", boxes.star,
                        colours.warn if self._favourite else colours.faint)
        if self._features.lockable and (self._locked or hot):
            paint_glyph(painter, "lock" if self._locked else "lock_open", boxes.lock,
                        colours.text if self._locked else colours.faint)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_markup_tip(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, position: QPoint) -> str:
        if self._at(self._boxes.star, position):
            return self.tr("Favourite")
        if self._features.lockable and self._at(self._boxes.lock, position):
            return self._lock_words()
        text = row_tip(self.controls[0], self.label, self.name, self._facts())
        if self._over_control(position):  # what its keys do
            text += "<p style='color:gray'>" + self.tr(
                "Double click or Del: default · Home, End: limits · Shift: fine · Ctrl: coarse · Enter: type") + "</p>"
        return text

    def _at(self, mark: QRectF, position: QPoint) -> bool:
        """Whether a star or a lock is meant: a hand needs more room than the sign takes."""
        return mark.adjusted(-3, -6, 3, 6).contains(QPointF(position))

    def _lock_words(self) -> str:
        return self.tr("Lock: randomising leaves it alone")

    def _over_control(self, position: QPoint) -> bool:
        return not self._boxes.label.contains(position) and position.x() > self._boxes.label.left()

    def _facts(self) -> tuple[str, ...]:
        """More lines for the tooltip."""
        return (self._remark,) if self._remark else ()

    # -- events ------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            if self._at(self._boxes.star, place):
                self.toggle_favourite()
            elif self._features.lockable and self._at(self._boxes.lock, place):
                self.toggle_locked()
            else:
                self.slider().setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._boxes.label.contains(event.position().toPoint()):
            self.reset()
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(menu_place(event, self), 0)
        event.accept()
