"""One value: set by hand, typed, finely and in steps, put back, taken to another slider."""

from PySide6.QtCore import QPoint, Qt

from tests.gui.fakes import GRAY
from tests.gui.features.pointer import CTRL, SHIFT, choose, click, double_click, key, menu_at, write
from tests.gui.features.window import Window

NEUTRAL = (GRAY, GRAY, GRAY)
JAW = "AU26"


def with_jaw(window: Window, value: float) -> None:
    window.rest()
    assert window.level(JAW) == value and window.face() == (GRAY + round(10 * value), GRAY, GRAY)


def test_a_double_click_puts_one_slider_back(window: Window) -> None:
    window.drag(JAW, 30)
    window.drag("AU12", 20)
    window.rest()
    opened, smile = window.level(JAW), window.level("AU12L")
    assert opened > 0 and smile > 0 and window.face() == (GRAY + round(10 * opened), *[GRAY + round(10 * smile)] * 2)
    slider = window.row(JAW).slider()
    double_click(slider, QPoint(round(slider.x_of(opened)), slider.height() // 2))
    window.rest()
    assert window.level(JAW) == 0 and window.face() == (GRAY, *[GRAY + round(10 * smile)] * 2)
    key(window.window, Qt.Key.Key_Z, CTRL)  # the reset is one step of its own
    window.rest()
    assert window.level(JAW) == opened and window.steps() == 2


def test_a_right_click_puts_one_slider_back(window: Window) -> None:
    window.drag(JAW, 30)
    window.rest()
    assert window.face() != NEUTRAL
    choose(menu_at(window.row(JAW), QPoint(60, 10)), "Reset")
    window.rest()
    assert window.face() == NEUTRAL and window.level(JAW) == 0


def test_all_of_them_are_put_back_by_one_button_as_one_step(window: Window) -> None:
    window.drag(JAW, 30)
    window.drag("AU12", 20)
    window.rest()
    before = window.face()
    click(window.expression.panel.reset_button)
    window.rest()
    assert window.face() == NEUTRAL and window.steps() == 3
    key(window.window, Qt.Key.Key_Z, CTRL)
    window.rest()
    assert window.face() == before


def test_a_group_is_put_back_by_its_heading(window: Window) -> None:
    window.drag(JAW, 30)
    window.drag("AU12", 20)
    window.rest()
    smile = window.level("AU12L")
    window.row(JAW)
    click(window.expression.panel.groups["Jaw"].header.reset_button)
    window.rest()
    assert window.face() == (GRAY, *[GRAY + round(10 * smile)] * 2) and smile > 0


def test_a_number_is_clicked_and_typed(window: Window) -> None:
    click(window.row(JAW).field())
    write(window.window, "3.5")
    key(window.window, Qt.Key.Key_Return)
    with_jaw(window, 3.5)
    key(window.window, Qt.Key.Key_2)  # the slider has the focus: any digit begins
    key(window.window, Qt.Key.Key_Return)
    with_jaw(window, 2.0)


def test_shift_is_ten_times_finer_and_ctrl_goes_in_whole_steps(window: Window) -> None:
    window.drag(JAW, 33)
    coarse = window.level(JAW)
    key(window.window, Qt.Key.Key_Z, CTRL)
    window.drag(JAW, 33, held=SHIFT)
    fine = window.level(JAW)
    assert 0 < fine <= coarse / 8
    key(window.window, Qt.Key.Key_Z, CTRL)
    window.drag(JAW, 33, held=CTRL)
    whole = window.level(JAW)
    assert whole == round(whole) > 0 and coarse != round(coarse)
    with_jaw(window, whole)


def test_a_value_goes_from_one_slider_to_another_by_their_menus_and_by_keys(window: Window) -> None:
    window.drag(JAW, 25)
    value = window.level(JAW)
    choose(menu_at(window.row(JAW), QPoint(60, 10)), "Copy value")
    choose(menu_at(window.row("AU12"), QPoint(60, 10)), "Paste value")
    window.rest()
    assert window.level("AU12L") == value > 0 and window.face() == (*[GRAY + round(10 * value)] * 3,)
    click(window.row("AU12").slider(), QPoint(round(window.row("AU12").slider().x_of(-4.0)), 10))
    other = window.level("AU12L")
    key(window.window, Qt.Key.Key_C, CTRL)  # of the slider that was clicked
    row = window.row(JAW)
    click(row, QPoint(60, 10))  # its name: nothing moves
    key(window.window, Qt.Key.Key_V, CTRL)
    window.rest()
    assert window.level(JAW) == other < 0 and window.face() == (*[GRAY + round(10 * other)] * 3,)
