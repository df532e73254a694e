"""Ink is mixed once for all widgets of a palette."""

from PySide6.QtWidgets import QWidget

from gui.controls.ink import ink
from gui.controls.side_scroll import SideScroll


def test_painting_the_ends_of_a_row_changes_no_colour_of_other_widgets(qtbot):
    row = QWidget()
    row.setFixedSize(900, 40)
    scroll = SideScroll(row, 40)
    qtbot.addWidget(scroll)
    scroll.resize(200, 50)
    scroll.show()
    qtbot.waitExposed(scroll)
    scroll.grab()
    assert ink(row).paper.alpha() == 255
