"""What would do nothing is grey, in the menus as on the buttons."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.features.pointer import CTRL, SHIFT, choose, key, menu_at, turn_wheel
from tests.gui.features.window import Window


def possible(menu: QMenu) -> dict[str, bool]:
    """Of the entries of an open menu; it is closed."""
    found = {one.text().replace("&", ""): one.isEnabled() for one in menu.actions() if one.text()}
    menu.close()
    return found


def test_the_face_is_put_back_only_where_something_is_set(window: Window) -> None:
    canvas, place = window.window.canvas, window.place_of(90, 130)
    assert not possible(menu_at(canvas, place))["Reset the face"]
    window.drag("AU26", 40)
    choose(menu_at(canvas, place), "Reset the face")
    assert window.level("AU26") == 0 and not possible(menu_at(canvas, place))["Reset the face"]
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert window.level("AU26") > 0 and possible(menu_at(canvas, window.place_of(60, 160)))["Reset the face"]


def test_settings_are_pasted_only_where_they_are_others(window: Window) -> None:
    paste = window.window.actions_["paste look"]
    window.drag("AU26", 40)
    assert not paste.isEnabled()  # nothing was copied
    key(window.window, Qt.Key.Key_C, CTRL | SHIFT)
    assert not paste.isEnabled()  # it is what is there
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert paste.isEnabled()
    key(window.window, Qt.Key.Key_V, CTRL | SHIFT)
    assert window.level("AU26") > 0 and not paste.isEnabled()


def test_what_the_photo_fills_already_is_not_fitted_again(window: Window) -> None:
    canvas, act = window.window.canvas, window.window.actions_
    key(canvas, Qt.Key.Key_0, CTRL)
    assert canvas.view.fitted and not act["fit"].isEnabled() and act["actual"].isEnabled()
    key(canvas, Qt.Key.Key_1, CTRL)
    assert act["fit"].isEnabled() and not act["actual"].isEnabled()
    for notches, end, back in ((60, "zoom in", "zoom out"), (-120, "zoom out", "zoom in")):
        turn_wheel(canvas, notches)
        assert not act[end].isEnabled() and act[back].isEnabled()
        seen = canvas.view.zoom
        act[back].trigger()
        assert canvas.view.zoom != seen and act[end].isEnabled()


def test_a_row_and_a_heading_offer_what_they_can(window: Window) -> None:
    row, panel = window.row("AU26"), window.expression.panel
    title = row.controls[0].group
    assert not possible(menu_at(row, QPoint(40, row.height() // 2)))[f"Reset {title}"]
    other = next(name for name in panel.groups[title].specifications if name != "AU26")
    window.drag(other, 40)
    assert possible(menu_at(window.row("AU26"), QPoint(40, row.height() // 2)))[f"Reset {title}"]
    window.row("AU1")
    header = next(group for group in panel.groups.values() if "AU1" in group.specifications).header
    choose(menu_at(header, QPoint(60, 10)), "Unfold all")
    offered = possible(menu_at(header, QPoint(60, 10)))
    assert not offered["Unfold all"] and offered["Fold all"]
    choose(menu_at(header, QPoint(90, 10)), "Fold all")
    QApplication.processEvents()  # the headings move up
    offered = possible(menu_at(header, QPoint(120, 10)))
    assert offered["Unfold all"] and not offered["Fold all"]
