"""A foldable group of knobs: tiles in rows instead of lines."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

from engine.base.controls import Control
from gui.controls.control_group import HEADER, ControlGroup
from gui.controls.control_row import ControlRow
from gui.controls.knob_cell import KnobCell, cell
from gui.controls.seed_cell import SeedCell, is_seed
from gui.style.scale import px

_MARGIN, _GAP = 6, 2


class KnobGroup(ControlGroup):
    """As many tiles to a row as fit."""

    def _make_row(self, controls: Sequence[Control]) -> ControlRow:
        return (SeedCell if is_seed(controls[0]) else KnobCell)(controls, self._features, self)

    @property
    def columns(self) -> int:
        return max(1, (self.width() - 2 * _MARGIN + _GAP) // (cell().width() + _GAP))

    def _rows_height(self) -> int:
        rows = -(-len(self._shown) // self.columns)
        return rows * (cell().height() + _GAP)

    def _box_of(self, name: str) -> QRect:
        line, column = divmod(self._shown.index(name), self.columns)
        wide = (self.width() - 2 * _MARGIN + _GAP) / self.columns
        left = round(_MARGIN + column * wide)
        return QRect(left, px(HEADER) + line * (cell().height() + _GAP), round(wide) - _GAP, cell().height())

    def sizeHint(self) -> QSize:
        return QSize(4 * cell().width(), self.height())

    def resizeEvent(self, event) -> None:  # noqa: ANN001
        if event.oldSize().width() != event.size().width():
            self._settle()
        super().resizeEvent(event)
