"""The number beside a slider is whole, however small it is."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from engine.base.controls import Control
from engine.expression.units import CONTROLS
from gui.controls.value_field import number_width
from gui.words import number

SHARE = Control("share", "share", "group", 0.0, 1.0, 0.0, 0.05)


@pytest.mark.parametrize("control", [SHARE, *CONTROLS][::4], ids=lambda control: control.id)
def test_a_small_number_has_as_much_room_as_a_large_one(control: Control, qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    small = number.quantum(control) * 0.3
    shown = number.written(control, small)
    assert float(shown.strip("+" + control.unit)) > 0.0
    assert metrics.horizontalAdvance(shown) <= number_width(control, metrics)
