"""The menu of a row, a knob, a heading: opened by the right button where the pointer is, chosen from by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.base.controls import Control, ControlTable
from gui.controls.control_group import ControlGroup
from gui.controls.control_panel import ControlPanel
from gui.controls.knob_group import KnobGroup
from gui.panels.head_viewport import HeadViewport
from gui.panels.presets import PresetStrip
from tests.gui.menus import choose, entries, leave, right_click

TABLE = ControlTable([
    Control("AU1L", "Inner brow raiser, left", "Brows", -10, 10, step=0.1, mirror="AU1R", pair="AU1"),
    Control("AU1R", "Inner brow raiser, right", "Brows", -10, 10, step=0.1, mirror="AU1L", pair="AU1"),
    Control("AU26", "Jaw drop", "Mouth", -10, 10, step=0.1),
])
KNOBS = ControlTable([Control("age", "Age", "Face", -3, 3, step=0.1),
                      Control("beard", "Beard", "Face", -3, 3, step=0.1)])


def made(qtbot: QtBot, table: ControlTable, lockable: bool, kind: type[ControlGroup]) -> ControlPanel:
    panel = ControlPanel(table, "test", lockable=lockable, group_type=kind)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    qtbot.waitUntil(lambda: all(group.is_made for group in panel.groups.values()))
    QGuiApplication.clipboard().clear()
    return panel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ControlPanel]:
    yield made(qtbot, TABLE, False, ControlGroup)


@pytest.fixture
def knobs(qtbot: QtBot) -> Iterator[ControlPanel]:
    yield made(qtbot, KNOBS, True, KnobGroup)


def test_the_right_button_opens_a_menu_and_changes_nothing(panel: ControlPanel) -> None:
    panel.set_values({"AU26": 4.0})
    menu = right_click(panel.row("AU26").slider())
    assert panel.values() == {"AU26": 4.0}
    assert entries(menu) == {"Reset": True, "Copy value": True, "Paste value": False, "Favourite": True,
                             "Reset Mouth": True}
    choose(menu, "Reset")
    assert panel.values() == {}


@pytest.mark.parametrize("part", ["label", "slider", "number"])
def test_wherever_a_row_is_clicked_its_menu_opens(panel: ControlPanel, part: str) -> None:
    row = panel.row("AU26")
    menu = right_click(*{"label": (row, QPoint(60, 12)), "slider": (row.slider(),), "number": (row.field(),)}[part])
    assert "Reset Mouth" in entries(menu) and not entries(menu)["Reset"]
    leave(menu)


def test_a_value_goes_over_the_clipboard_as_a_plain_number(panel: ControlPanel) -> None:
    panel.set_values({"AU26": -3.25})
    choose(right_click(panel.row("AU26").slider()), "Copy value")
    assert QGuiApplication.clipboard().text() == "-3.25"
    choose(right_click(panel.row("AU1").slider()), "Paste value")
    assert panel.values() == {"AU26": -3.25, "AU1L": -3.25, "AU1R": -3.25}


@pytest.mark.parametrize("text", ["", "smile", "11", "nan"])
def test_what_cannot_be_pasted_is_grey(panel: ControlPanel, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    menu = right_click(panel.row("AU26").slider())
    assert not entries(menu)["Paste value"]
    leave(menu)


def test_a_number_in_the_marks_of_a_language_can_be_pasted(panel: ControlPanel) -> None:
    QGuiApplication.clipboard().setText(" −2,5 ")
    choose(right_click(panel.row("AU26").slider()), "Paste value")
    assert panel.values() == {"AU26": -2.5}


@pytest.mark.parametrize(("words", "value"), [("Copy left to right", 3.0), ("Copy right to left", -2.0)])
def test_one_side_of_a_pair_is_copied_to_the_other(panel: ControlPanel, words: str, value: float) -> None:
    panel.set_values({"AU1L": 3.0, "AU1R": -2.0})
    steps: list[str] = []
    panel.changed.connect(lambda _, name: steps.append(name))
    choose(right_click(panel.row("AU1").slider()), words)
    assert panel.values() == {"AU1L": value, "AU1R": value} and steps == ["Inner brow raiser"]
    menu = right_click(panel.row("AU1").slider())
    assert not entries(menu)[words]
    leave(menu)


def test_the_link_is_loosed_by_the_menu_and_stays_so(panel: ControlPanel, qtbot: QtBot) -> None:
    choose(right_click(panel.row("AU1").slider()), "Move left and right together")
    assert not panel.row("AU1").linked and not made(qtbot, TABLE, False, ControlGroup).row("AU1").linked


def test_each_side_of_a_loosed_pair_has_its_own_value_in_the_menu(panel: ControlPanel) -> None:
    choose(right_click(panel.row("AU1").slider()), "Move left and right together")
    panel.set_values({"AU1L": 3.0, "AU1R": -2.0})
    row = panel.row("AU1")
    for side, value in enumerate(("3", "-2")):
        slider = row.slider(side)
        for part, place in ((slider, QPoint(round(slider.x_of(slider.amount)), 11)), (row.field(side), None)):
            choose(right_click(part, place), "Copy value")
            assert QGuiApplication.clipboard().text() == value


def test_a_knob_has_the_same_menu_and_a_lock(knobs: ControlPanel) -> None:
    knobs.set_values({"age": 1.5})
    choose(right_click(knobs.row("age").slider()), "Lock")
    assert knobs.locked() == {"age"}
    choose(right_click(knobs.row("age").slider()), "Favourite")
    assert knobs.row("age").favourite
    choose(right_click(knobs.row("age").slider()), "Reset")
    assert knobs.values() == {}


def test_a_heading_resets_and_locks_all_below_it(knobs: ControlPanel) -> None:
    header = knobs.groups["Face"].header
    menu = right_click(header)
    assert entries(menu) == {"Reset group": False, "Lock group": True, "Unfold all": False, "Fold all": True}
    choose(menu, "Lock group")
    assert knobs.locked() == {"age", "beard"} and knobs.row("beard").locked
    choose(right_click(header), "Lock group")
    assert knobs.locked() == frozenset()
    knobs.set_values({"age": 1.0, "beard": 2.0})
    choose(right_click(header), "Reset group")
    assert knobs.values() == {}


def test_the_amount_of_a_preset_has_a_menu_too(qtbot: QtBot) -> None:
    strip = PresetStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.amount.apply(40.0)
    heard: list[float] = []
    strip.amount_changed.connect(heard.append)
    choose(right_click(strip.amount), "Reset")
    assert strip.share == 1.0 and heard == [1.0] and strip.amount_field.text() == "100%"


def test_the_head_is_looked_at_from_its_sides_by_its_menu(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    head = HeadViewport(room)
    QVBoxLayout(room).addWidget(head)
    room.resize(400, 400)
    room.show()
    room.grab()  # laid out
    menu = right_click(head)
    assert entries(menu) == {"Look straight at it": False, "From its left": True, "From its right": True}
    choose(menu, "From its left")
    assert head.orbit.yaw < -45  # turned to its right, it shows its left cheek
    choose(right_click(head), "Look straight at it")
    assert head.orbit.yaw == 0
