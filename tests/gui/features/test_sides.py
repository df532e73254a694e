"""Left and right: one handle for both, a chip that looses them, and one side copied to the other."""

from PySide6.QtCore import QPoint

from gui.controls.glyphs import GlyphButton
from tests.gui.fakes import GRAY
from tests.gui.features.pointer import choose, click, menu_at
from tests.gui.features.window import Window


def test_one_handle_moves_both_sides(window: Window) -> None:
    window.drag("AU12", 30)
    window.rest()
    value = window.level("AU12L")
    assert value == window.level("AU12R") > 0 and window.face() == (GRAY, *[GRAY + round(10 * value)] * 2)


def test_loosened_each_side_has_its_own_and_one_is_copied_to_the_other(window: Window) -> None:
    chip = window.row("AU12").findChild(GlyphButton)
    assert chip is not None
    click(chip)
    window.drag("AU12", 30, side=0)
    window.drag("AU12", -20, side=1)
    window.rest()
    left, right = window.level("AU12L"), window.level("AU12R")
    assert left > 0 > right and window.face() == (GRAY, GRAY + round(10 * left), GRAY + round(10 * right))
    choose(menu_at(window.row("AU12"), QPoint(60, 10)), "Copy left to right")
    window.rest()
    assert window.level("AU12R") == left and window.face() == (GRAY, *[GRAY + round(10 * left)] * 2)
    assert window.steps() == 3
