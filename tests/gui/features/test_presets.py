"""Whole expressions: tiles with pictures of this face, mixed by amount and on top of each other, copied and saved."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog

from engine.base.look import Look
from engine.expression.presets import own_folder
from gui.controls.message import MessageBox
from gui.panels.preset_tile import PICTURE, PresetTile
from tests.gui.fakes import GRAY
from tests.gui.features.painter import SHOWN, colour_of
from tests.gui.features.pointer import CTRL, SHIFT, choose, click, drag, key, menu_at, write
from tests.gui.features.window import Window

NEUTRAL = (GRAY, GRAY, GRAY)
MIDDLE = QPoint(PICTURE // 2 + 4, PICTURE // 2)


def tile(window: Window, name: str) -> PresetTile:
    return window.expression.strip.tiles[name]


def look(window: Window) -> Look:
    return window.session.document.look()


def looks_as_set(window: Window) -> bool:
    window.rest()
    return window.face(window.session.document.selected) == colour_of(look(window))


def test_tiles_show_this_face_and_a_click_is_that_expression(window: Window) -> None:
    happy = tile(window, "happy")
    window.qtbot.waitUntil(lambda: happy.has_picture)
    assert window.seen(happy, QPoint(happy.width() // 2, PICTURE // 2)) == colour_of(happy.preset.look) != NEUTRAL
    click(happy, MIDDLE)
    assert dict(look(window)) == dict(happy.preset.look) and looks_as_set(window) and window.steps() == 1


def test_the_amount_is_dragged_and_another_expression_goes_on_top(window: Window) -> None:
    happy, surprised, strip = tile(window, "happy"), tile(window, "surprised"), window.expression.strip
    click(happy, MIDDLE)
    full = look(window)
    amount = strip.amount
    drag(amount, QPoint(round(amount.x_of(amount.amount)), amount.height() // 2), QPoint(-amount.width() // 2, 0))
    share = strip.share
    half = look(window)
    assert 0.2 < share < 0.8 and looks_as_set(window)
    for name, value in full.items():
        assert abs(half.get(name, 0.0) - share * value) < 1e-3
    click(surprised, MIDDLE, SHIFT)
    both = look(window)
    assert looks_as_set(window) and set(both) >= {*half, *surprised.preset.look}
    assert all(both[name] != half.get(name, 0.0) for name in surprised.preset.look)


def test_a_switch_lays_presets_over_the_smile_of_the_photo(window: Window) -> None:
    angry, sad, strip = tile(window, "angry"), tile(window, "sad"), window.expression.strip
    strip.area.ensureWidgetVisible(angry)
    click(angry, MIDDLE)
    instead = dict(look(window))
    assert instead == dict(angry.preset.look) and instead["unsmile"] == 100
    click(strip.unsmile_button)
    over = {name: value for name, value in instead.items() if name != "unsmile"}
    assert dict(look(window)) == over and window.steps() == 2 and angry.isChecked()
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert dict(look(window)) == instead and angry.isChecked()
    strip.area.ensureWidgetVisible(sad)
    click(sad, MIDDLE)
    assert "unsmile" not in look(window) and sad.isChecked()
    click(strip.unsmile_button)
    assert dict(look(window)) == dict(sad.preset.look)


def test_everything_on_a_face_is_copied_to_another(window: Window) -> None:
    window.drag("AU26", 30)
    window.drag("AU12", 20)
    window.rest()
    first, copied = window.face(0), dict(look(window))
    key(window.window, Qt.Key.Key_C, CTRL | SHIFT)
    key(window.window, Qt.Key.Key_BracketRight, CTRL)
    assert window.session.document.selected == 1 and window.face(1) == NEUTRAL
    key(window.window, Qt.Key.Key_V, CTRL | SHIFT)
    window.rest()
    assert window.face(1) == first == window.face(0) and dict(look(window)) == copied and set(SHOWN) <= set(copied)


def answer_dialog(then: Callable[[QInputDialog], None]) -> QTimer:
    """Do something with the next dialog that waits for an answer; stop the timer when that has been done."""
    timer = QTimer(interval=0)

    def look_for_it() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog) and dialog.isVisible():
            timer.stop()
            then(dialog)

    timer.timeout.connect(look_for_it)
    timer.start()
    return timer


def test_what_is_set_becomes_a_preset_of_ones_own(window: Window) -> None:
    window.drag("AU26", 30)
    window.rest()
    value, colour = window.level("AU26"), window.face()

    def name_it(dialog: QInputDialog) -> None:
        write(dialog, "Gasp")
        key(dialog, Qt.Key.Key_Return)

    answer_dialog(name_it)
    click(window.expression.strip.save_button)
    own = [one for one in window.expression.strip.tiles.values() if one.preset.own]
    assert [one.label for one in own] == ["Gasp"] and dict(own[0].preset.look) == {"AU26": value}
    click(window.expression.panel.reset_button)
    window.rest()
    assert window.face() == NEUTRAL
    window.qtbot.waitUntil(lambda: own[0].has_picture)
    window.expression.strip.area.ensureWidgetVisible(own[0])
    click(own[0], MIDDLE)
    window.rest()
    assert window.face() == colour


def test_a_preset_that_was_deleted_or_replaced_comes_back_by_undo(window: Window,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MessageBox, "exec", lambda box: MessageBox.StandardButton.Yes)
    window.drag("AU26", 40)
    window.expression.save_preset_as("Wide open")
    file = own_folder() / "wide-open.toml"
    file.write_text(f"# mine\n{file.read_text()}")
    kept, notice, strip = file.read_bytes(), window.window.notice, window.expression.strip
    key(window.window, Qt.Key.Key_Z, CTRL)

    def undo() -> None:
        assert notice.isVisible() and notice.remedy.text() == "Undo"
        click(notice.remedy)
        assert file.read_bytes() == kept and "wide-open" in strip.tiles and not notice.isVisible()

    strip.area.ensureWidgetVisible(strip.tiles["wide-open"])
    choose(menu_at(strip.tiles["wide-open"]), "Delete…")
    assert not file.exists() and "wide-open" not in strip.tiles
    undo()
    strip.area.ensureWidgetVisible(strip.tiles["wide-open"])
    choose(menu_at(strip.tiles["wide-open"]), "Replace with what is set…")
    assert file.read_bytes() != kept
    undo()
    window.expression.apply_preset(strip.tiles["wide-open"].preset)
    assert window.level("AU26") > 0
