"""A foldable group of knobs: tiles in rows instead of lines."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

from engine.base.controls import Control
from gui.controls.control_group import ControlGroup
from gui.controls.control_row import ControlRow
from gui.controls.group_header import HEADER
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

    def _row_boxes(self) -> dict[str, QRect]:
        wide, high = (self.width() - 2 * _MARGIN + _GAP) / self.columns, cell().height() + _GAP
        boxes = {}
        for place, name in enumerate(self._shown):
            line, column = divmod(place, self.columns)
            left = round(_MARGIN + column * wide)
            boxes[name] = QRect(left, px(HEADER) + line * high, round(wide) - _GAP, cell().height())
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(4 * cell().width(), self.height())
