"""What is set on the chosen take: weight, fade, and how much each part of the face moves, followed live."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from engine.motion.take_controls import TAKE_CONTROLS, values_of, with_values
from engine.motion.timeline import PlacedTake
from gui.controls.control_row import ControlRow
from gui.controls.row_features import RowFeatures
from gui.controls.value_field import number_width
from gui.controls.wheel import ScrollArea
from gui.model.timeline import TimelineModel
from gui.style.scale import px

_WIDTH, _LABEL = 240, 62


class TakeSettings(ScrollArea):
    """Beside the lanes, while a take is chosen."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._number: int | None = None  # of the take that a hand changes
        self._before: PlacedTake | None = None
        self.rows: dict[str, ControlRow] = {}
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(6, 0, 6, 0)
        column.setSpacing(0)
        widest = max(number_width(control, self.fontMetrics()) for control in TAKE_CONTROLS)
        for control in TAKE_CONTROLS:
            row = ControlRow([control], RowFeatures(label_width=px(_LABEL), number_width=widest))
            row.gesture_started.connect(self._taken)
            row.changing.connect(self._moved)
            row.changed.connect(lambda *_: self._let_go())
            self.rows[control.id] = row
            column.addWidget(row)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(held)
        self.setFixedWidth(px(_WIDTH))
        model.chosen_changed.connect(self._show)
        model.changed.connect(self._show)
        self._show()

    def _placed(self) -> PlacedTake | None:
        number, takes = self._model.chosen_take, self._model.timeline.takes
        return takes[number] if number is not None and number < len(takes) else None

    def _show(self) -> None:
        placed = self._placed()
        self.setVisible(placed is not None)
        if placed is not None:
            values = values_of(placed)
            for row in self.rows.values():
                row.set_values(values)

    def _taken(self, label: str) -> None:
        self._number, self._before = self._model.chosen_take, self._placed()
        self._model.take_hold(label)

    def _moved(self, values: dict[str, float]) -> None:
        if self._before is not None and self._number is not None:
            self._model.drag_take(self._number, with_values(self._before, values))

    def _let_go(self) -> None:
        self._before = None
        self._model.let_go()
