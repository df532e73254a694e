"""A foldable group of control rows, whose rows are made only when somebody looks at them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.control_row import ControlRow
from gui.controls.group_header import HEADER, GroupHeader
from gui.controls.row_boxes import row_height
from gui.controls.row_features import RowFeatures
from gui.style.scale import px
from gui.words import language

_GAP = 2
"""Below a group that is open, px."""


class ControlGroup(QWidget):
    """Header and rows of one group. The panel that owns it connects each new row through `row_made`."""

    row_made = Signal(object)
    height_changed = Signal()

    def __init__(self, title: str, rows: Mapping[str, Sequence[Control]], features: RowFeatures,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = title
        self.header = GroupHeader(language.translated("controls", title), self)
        self.specifications = {name: tuple(controls) for name, controls in rows.items()}
        self.rows: dict[str, ControlRow] = {}
        self._features = features
        self._open = True
        self._shown: tuple[str, ...] = tuple(self.specifications)
        self._free: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._settle()

    @staticmethod
    def has_number(control: Control) -> bool:
        """Whether the row of a control shows a number."""
        return True

    @property
    def lockable(self) -> bool:
        return self._features.lockable

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._settle()

    def show_only(self, names: Sequence[str]) -> None:
        """The rows that pass the panel's filters; the group hides when there are none."""
        shown = tuple(name for name in self.specifications if name in set(names))
        self.setVisible(bool(shown))
        if shown != self._shown:
            self._shown = shown
            self._settle()

    def set_free(self, names: set[str]) -> None:
        """Pairs whose sides are not linked."""
        self._free = {name for name in names if len(self.specifications.get(name, ())) == 2}
        for name, row in self.rows.items():
            row.set_linked(name not in self._free)
        self.chain()
        self._settle()

    def make_rows(self) -> None:
        """Make the rows that are missing; call it when the group comes into sight."""
        if not self._open:
            return
        for name in self._shown:
            if name not in self.rows:
                row = self._make_row(self.specifications[name])
                row.set_linked(name not in self._free)
                self.rows[name] = row
                self.row_made.emit(row)
        self.chain()
        self._place()

    def _make_row(self, controls: Sequence[Control]) -> ControlRow:
        return ControlRow(controls, self._features, self)

    def chain(self) -> None:
        """Put header and rows one after another for the Tab key; rows come later than what stands below them."""
        last: QWidget = self.header
        for stop in (self.header.reset_button, *(stop for name in self.specifications if name in self.rows
                                                 for stop in self.rows[name].stops())):
            QWidget.setTabOrder(last, stop)
            last = stop

    @property
    def is_made(self) -> bool:
        return not self._open or all(name in self.rows for name in self._shown)

    def offset_of(self, name: str) -> int:
        """y of a row within the group, px."""
        return self._row_boxes()[name].top()

    def _row_boxes(self) -> dict[str, QRect]:
        """Where the rows that are shown lie within the group."""
        boxes, top = {}, px(HEADER)
        for name in self._shown:
            height = row_height(self._features, self.width(), 2 if name in self._free else 1)
            boxes[name] = QRect(0, top, self.width(), height)
            top += height
        return boxes

    def _settle(self) -> None:
        bottom = max((box.bottom() + 1 for box in self._row_boxes().values()), default=px(HEADER))
        self.setFixedHeight(bottom + _GAP if self._open else px(HEADER))
        self._place()
        self.height_changed.emit()

    def _place(self) -> None:
        self.header.setGeometry(0, 0, self.width(), px(HEADER))
        boxes = self._row_boxes() if self._open else {}
        for name, row in self.rows.items():
            if name in boxes:
                row.setGeometry(boxes[name])
            row.setVisible(name in boxes)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, self.height())

    def resizeEvent(self, event) -> None:  # noqa: N802
        if event.oldSize().width() != event.size().width():
            self._settle()  # rows that are too narrow for one line are higher
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.FontChange:
            self._settle()
        super().changeEvent(event)
