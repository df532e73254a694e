"""A row for a choice among names: a box in place of a track and a number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.control_group import ControlGroup
from gui.controls.control_row import ControlRow
from gui.controls.gesture import ValueControl
from gui.controls.value_field import ValueField
from gui.controls.wheel import ChoiceBox
from gui.words import number
from gui.words.plain import one_line

_OURS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_choice(control: Control) -> bool:
    """Whether each of a control's numbers has a name."""
    return control.whole and len(control.choices) > 1 and all(
        any(choice.value == value and "{0}" not in choice.label for choice in control.choices)
        for value in range(int(control.minimum), int(control.maximum) + 1))


class _Box(ChoiceBox):
    """Letters find a name, as in any box; what a slider's keys do goes to the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _OURS or event.matches(QKeySequence.StandardKey.Copy) or event.matches(
                QKeySequence.StandardKey.Paste):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceTrack(ValueControl):
    """The box. Each choice is a gesture of its own."""

    box: _Box | None = None

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(control, parent)
        box = self.box = _Box(self)
        box.setObjectName("rowChoice")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for choice in control.choices:
            box.addItem(one_line(number.name(control, choice.value)), choice.value)
        self.setFocusProxy(box)
        self._show_value()
        box.currentIndexChanged.connect(lambda place: self.apply(float(box.itemData(place))))

    def _show_value(self) -> None:
        super()._show_value()
        if self.box is not None:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(self.box.findData(self.amount))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        super().setAccessibleName(name)
        if self.box is not None:
            self.box.setAccessibleName(name)

    def _per_pixel(self) -> float:
        return 0.0

    def _travel(self, delta: QPointF) -> float:
        return 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.box is not None:
            self.box.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The box is all there is."""


class ChoiceRow(ControlRow):
    """The number's field stands over the box while somebody types a name, and is away else."""

    def _make_track(self) -> None:
        track = self._track = ChoiceTrack(self.controls[0], self)
        self._sliders = (track,)
        track.edit_requested.connect(lambda _: self._field_wanted())

    def _make_field(self, control: Control) -> ValueField:
        field = super()._make_field(control)
        field.hide()
        field.closed.connect(field.hide)
        return field

    def _field_wanted(self) -> None:
        self.field().show()
        self.field().raise_()

    def _place(self) -> None:
        super()._place()
        boxes = self.boxes
        whole = boxes.track if self.stacked else boxes.track.united(boxes.numbers[0])
        self._track.setGeometry(whole.adjusted(8, 0, 0, 0))
        self.field().setGeometry(self._track.geometry())


class ChoiceGroup(ControlGroup):
    """Rows of sliders, and boxes where names are chosen."""

    @staticmethod
    def has_number(control: Control) -> bool:
        return not is_choice(control)

    def _make_row(self, controls: Sequence[Control]) -> ControlRow:
        return (ChoiceRow if is_choice(controls[0]) else ControlRow)(controls, self._features, self)
