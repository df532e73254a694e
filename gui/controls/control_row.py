"""One line of a panel: star, label, slider, number, and for two-sided controls the link between left and right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.clipboard_value import copy_value, value_to_paste
from gui.controls.context_menu import menu_place
from gui.controls.gesture import ValueControl
from gui.controls.glyphs import GlyphButton, paint_glyph
from gui.controls.ink import ink
from gui.controls.slider import Slider
from gui.controls.tip import show_markup_tip, show_tip
from gui.controls.value_field import ValueField
from gui.style.scale import px
from gui.words import language, number

LINE = 27
"""Height of one line; like all measures here, at the usual font size."""
_GUTTER, _FIELD, _CHIP = 20, 50, 26
_TRACK = 147
"""Room that a slider gets before labels get theirs, px; the groove is 16 px shorter."""


@dataclass(frozen=True)
class Score:
    """How well a control does what it says. level: 1 (poorly) to 3 (well). lines: the same in words and numbers."""

    level: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class RowFeatures:
    """What the lines of a panel have in common. lockable: a lock that randomising respects. chips: room for the link.
    label_width: px that the panel's longest label takes. score: how well a control does what it says, None where
    nobody measured."""

    lockable: bool = False
    chips: bool = False
    label_width: int = 120
    score: Callable[[Control], Score | None] = lambda control: None


class ControlRow(QWidget):
    """Slider and number for one control, or for the two sides of a pair: linked, one slider moves both.

    Values go in by `set_values`; the signals carry a mapping of control ids to values, and the row's name.
    """

    gesture_started = Signal(object)
    changing = Signal(object)
    changed = Signal(object, str)
    retracted = Signal(str)
    linked_changed = Signal(str, bool)
    favourite_changed = Signal(str, bool)
    locked_changed = Signal(str, bool)
    menu_requested = Signal(QPoint)

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
        self._lines: list[tuple[ValueControl, ValueField]] = []
        self._chip: GlyphButton | None = None
        self._add_line(self.controls[0])
        if len(controls) == 2:
            together = self.tr("Move left and right together")
            self._chip = GlyphButton("unlink", together, self, checked_glyph="link", size=22)
            self._chip.setChecked(True)
            self._chip.toggled.connect(self._chip_toggled)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name_lines()

    # -- building ----------------------------------------------------------------------------------------------
    def _make_line(self, control: Control) -> tuple[ValueControl, ValueField]:
        return Slider(control, self), ValueField(control, self)

    def _add_line(self, control: Control) -> None:
        line = len(self._lines)
        slider, field = self._make_line(control)
        self._lines.append((slider, field))
        slider.gesture_started.connect(lambda: self.gesture_started.emit(self.label))
        slider.changing.connect(lambda value: self._moved(line, value))
        slider.changed.connect(lambda value: self.changed.emit(self._driven(line, value), self.label))
        slider.jump_retracted.connect(lambda: self.retracted.emit(self.label))
        slider.edit_requested.connect(field.edit)
        slider.menu_requested.connect(self.menu_requested)
        slider.copy_requested.connect(lambda: self.copy(line))
        slider.paste_requested.connect(lambda: self.paste(line))
        field.entered.connect(lambda value: self.set_line(line, value))
        field.closed.connect(lambda: slider.setFocus(Qt.FocusReason.OtherFocusReason))
        field.menu_requested.connect(self.menu_requested)

    def _name_lines(self) -> None:
        for slider, field in self._lines:
            alone = len(self.controls) == 1 or not self._linked
            name = language.control_label(slider.control, with_side=alone)
            slider.setAccessibleName(name)
            field.setAccessibleName(name)
        self._describe()

    def _describe(self) -> None:
        for slider, field in self._lines:
            ends = (number.written(slider.control, end) for end in (slider.control.minimum, slider.control.maximum))
            slider.setAccessibleDescription(self.tr("{0}, from {1} to {2}").format(field.text(), *ends))

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

    def _driven(self, line: int, value: float) -> dict[str, float]:
        """What a line's slider sets: its own control, and the other side too while they are linked."""
        if len(self.controls) == 2 and self._linked:
            return {control.id: value for control in self.controls}
        return {self.controls[line].id: value}

    def _moved(self, line: int, value: float) -> None:
        values = self._driven(line, value)
        self._values.update(values)
        self._show()
        self.changing.emit(values)

    def set_line(self, line: int, value: float) -> None:
        """A line's value at once, as one gesture: typed, pasted."""
        self._set_all(self._driven(line, value))

    def _show(self) -> None:
        for line, (slider, field) in enumerate(self._lines):
            value = self._values[self.controls[line].id]
            other = None
            if len(self.controls) == 2 and self._linked:
                second = self._values[self.controls[1].id]
                other = second if second != value else None
            slider.set_amount(value)
            slider.set_other(other)
            field.show_value(value, other)
        self._describe()
        self.update()

    def copy(self, line: int = 0) -> None:
        """The number to the clipboard, as plain text."""
        copy_value(self._values[self.controls[line].id])

    def paste(self, line: int = 0) -> None:
        """A number from the clipboard; anything else is left alone."""
        control = self.controls[line]
        value = value_to_paste(control, self._values[control.id])
        if value is None:
            show_tip(self.mapToGlobal(QPoint(0, self.height())), self.tr("Nothing to paste here"), self)
        else:
            self.set_line(line, value)

    def copy_across(self, line: int) -> None:
        """One side's value to the other side as well. line: of the side it is taken from."""
        self._set_all({control.id: self._values[self.controls[line].id] for control in self.controls})

    # -- link, star, lock --------------------------------------------------------------------------------------
    @property
    def linked(self) -> bool:
        return self._linked

    def set_linked(self, linked: bool) -> None:
        """Linked: one line for both sides. Free: a line each."""
        if len(self.controls) != 2 or linked == self._linked:
            return
        self._linked = linked
        if not linked and len(self._lines) == 1:
            self._add_line(self.controls[1])
        for slider, field in self._lines[1:]:
            slider.setVisible(not linked)
            field.setVisible(not linked)
        if self._chip is not None and self._chip.isChecked() != linked:
            self._chip.setChecked(linked)
        self._name_lines()
        self._show()
        self._place()
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

    def toggle_favourite(self) -> None:
        self.set_favourite(not self._favourite)
        self.favourite_changed.emit(self.name, self._favourite)

    def toggle_locked(self) -> None:
        self.set_locked(not self._locked)
        self.locked_changed.emit(self.name, self._locked)

    @property
    def lines(self) -> int:
        return 2 if len(self.controls) == 2 and not self._linked else 1

    def line_at(self, position: QPoint) -> int:
        """The line under a place in the row."""
        return min(max(position.y() // px(LINE), 0), self.lines - 1)

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in reading order."""
        return [slider for slider, _ in self._lines[:self.lines]] + ([self._chip] if self._chip is not None else [])

    def slider(self, line: int = 0) -> Any:
        """What is moved: a `Slider`; a `Knob` in a cell."""
        return self._lines[line][0]

    def field(self, line: int = 0) -> ValueField:
        return self._lines[line][1]

    # -- placing -----------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, px(LINE) * self.lines)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, px(LINE) * self.lines)

    def _marks_width(self) -> int:
        return _GUTTER + (18 if self._features.lockable else 0)

    def _label_box(self) -> QRect:
        left = self._marks_width()
        # A track as long as a hand likes comes before the longest labels.
        spare = self.width() - left - (_CHIP if self._features.chips else 4) - px(_FIELD) - _TRACK
        width = max(min(self._features.label_width + 10, max(spare, int(self.width() * 0.3))), 64)
        return QRect(left, 0, width, self.height())

    def _place(self) -> None:
        chip = _CHIP if self._features.chips else 4
        left = self._label_box().right() + 1 + (14 if self.lines == 2 else 0)
        right = self.width() - chip
        for line, (slider, field) in enumerate(self._lines):
            top = line * px(LINE)
            field.setGeometry(right - px(_FIELD), top + 2, px(_FIELD), px(LINE) - 4)
            slider.setGeometry(left, top + 1, max(right - px(_FIELD) - 2 - left, 40), px(LINE) - 2)
        if self._chip is not None:
            self._chip.move(self.width() - _CHIP + 2, (self.height() - 22) // 2)

    def resizeEvent(self, event) -> None:  # noqa: N802
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event) -> None:  # noqa: N802
        self._place()
        super().showEvent(event)

    # -- label and marks ---------------------------------------------------------------------------------------
    def _star_box(self) -> QRectF:
        return QRectF(4, (self.height() - 14) / 2, 14, 14)

    def _lock_box(self) -> QRectF:
        return QRectF(22, (self.height() - 14) / 2, 14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        hot = self.underMouse() and self.isEnabled()
        if hot:
            painter.fillRect(self.rect(), colours.hover)
        if self._favourite or hot:
            paint_glyph(painter, "star_full" if self._favourite else "star", self._star_box(),
                        colours.warn if self._favourite else colours.faint)
        if self._features.lockable and (self._locked or hot):
            paint_glyph(painter, "lock" if self._locked else "lock_open", self._lock_box(),
                        colours.text if self._locked else colours.faint)
        box = self._label_box()
        font = QFont(self.font())
        wide, room = self.fontMetrics().horizontalAdvance(self._shown_label), box.width() - 4
        if wide > room:  # a little smaller, then without its middle: what tells two labels apart is often at the end
            font.setPixelSize(max(self.fontInfo().pixelSize() - 2, self.fontInfo().pixelSize() * room // wide))
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(self._shown_label, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(colours.faint if self._idle else colours.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self.font())
        if self.is_changed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRect(QRectF(0, 6, 2, self.height() - 12))
        if self.lines == 2:
            painter.setPen(colours.faint)
            for line, letter in enumerate((self.tr("L"), self.tr("R"))):
                place = QRect(box.right() + 1, line * px(LINE), 14, px(LINE))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_markup_tip(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, position: QPoint) -> str:
        point = QPointF(position)
        if self._star_box().adjusted(-3, -6, 3, 6).contains(point):
            return self.tr("Favourite")
        if self._features.lockable and self._lock_box().adjusted(-3, -6, 3, 6).contains(point):
            return self._lock_words()
        text = tip(self.controls[0], self.label, self.name, self._facts())
        if self._over_control(position):  # what its keys do
            text += "<p style='color:gray'>" + self.tr(
                "Double click or Del: default · Home, End: limits · Shift: fine · Ctrl: coarse · Enter: type") + "</p>"
        return text

    def _lock_words(self) -> str:
        return self.tr("Lock: randomising leaves it alone")

    def _over_control(self, position: QPoint) -> bool:
        return position.x() > self._label_box().right()

    def _facts(self) -> tuple[str, ...]:
        """More lines for the tooltip."""
        return (self._remark,) if self._remark else ()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            if self._star_box().adjusted(-3, -6, 3, 6).contains(event.position()):
                self.toggle_favourite()
            elif self._features.lockable and self._lock_box().adjusted(-3, -6, 3, 6).contains(event.position()):
                self.toggle_locked()
            else:
                self.slider().setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._label_box().contains(event.position().toPoint()):
            self.reset()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        for slider, field in self._lines:
            if slider.hasFocus() and field.geometry().contains(event.position().toPoint()):
                slider.wheelEvent(event)  # the number is a part of what is moved
                return
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(menu_place(event, self))
        event.accept()


def row_label(controls: Sequence[Control]) -> str:
    """What a row is called: a pair's name has no side."""
    return language.control_label(controls[0], with_side=len(controls) == 1)


def short_label(controls: Sequence[Control]) -> str:
    """The same under its group's heading: "Forehead, width" under "Forehead" is just "Width"."""
    label, group = row_label(controls), language.translated("controls", controls[0].group)
    for comma in (", ", "，", "、"):
        if label.startswith(group + comma):
            rest = label[len(group + comma):]
            return rest[:1].upper() + rest[1:]
    return label


def tip(control: Control, label: str, name: str, facts: Sequence[str] = ()) -> str:
    """The tooltip: name in files, help, what the two ends of the track mean, and what else is known of it."""
    from html import escape
    ends = " → ".join(escape(language.translated("controls", word)) for word in control.ends if word)
    lines = [f"<b>{escape(label)}</b> &nbsp;<span style='color:gray'>{escape(name)}</span>",
             escape(language.control_help(control)), f"<i>{ends}</i>" if ends else ""]
    text = "<p>" + "<br>".join(line for line in lines if line) + "</p>"
    return text + ("<p>" + "<br>".join(map(escape, facts)) + "</p>" if facts else "")
