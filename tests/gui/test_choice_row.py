"""A row for a choice among names: by hand, by letters, by typing, and what it stands for in a schema."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.rig.schema import RigSchema
from engine.rig.schema_file import own_schema
from gui.controls.choice_row import ChoiceGroup, ChoiceRow
from gui.controls.control_panel import ControlPanel
from gui.controls.panel_memory import PanelMemory
from gui.model.choice_controls import ChoiceControls
from tests.engine.rig.own_schemas import VALUES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def game() -> RigSchema:
    return own_schema(VALUES.encode(), "game")


@pytest.fixture
def panel(qtbot: QtBot, game: RigSchema) -> Iterator[ControlPanel]:
    made = ControlPanel(ChoiceControls(game).table, "choices", lockable=True, group_type=ChoiceGroup)
    qtbot.addWidget(made)
    made.resize(340, 600)
    made.show()
    qtbot.waitUntil(lambda: all(group.is_made for group in made.groups.values()))
    yield made


def test_of_several_of_which_one_is_1_there_is_one_row(panel: ControlPanel, game: RigSchema) -> None:
    choices = ChoiceControls(game)
    assert [control.id for control in choices.table] == ["jaw", "nose", "freckles", "brow", "grey", "Haircut"]
    row = panel.row("Haircut")
    assert isinstance(row, ChoiceRow) and isinstance(panel.row("brow"), ChoiceRow)
    assert not isinstance(panel.row("freckles"), ChoiceRow)
    assert choices.table["Haircut"].default == 1.0 and choices.shown({}) == {}
    assert choices.meant({"Haircut": 0.0, "jaw": 5.0}) == {"hair.a": 1.0, "hair.b": 0.0, "jaw": 5.0}
    assert choices.shown({"hair.a": 1.0, "hair.b": 0.0, "jaw": 5.0}) == {"Haircut": 0.0, "jaw": 5.0}
    assert choices.shown({"hair.a": 0.0, "hair.b": 0.0}) == {"Haircut": 1.0}
    assert choices.members({"Haircut", "nose"}) == {"hair.a", "hair.b", "nose"}
    panel.filter_box.setText("hair.a")  # by its own id, too
    assert [name for group in panel.groups.values() if group.isVisible() for name in group.rows] == ["Haircut"]


def test_a_name_is_chosen_by_hand_by_letter_and_by_typing(panel: ControlPanel, qtbot: QtBot) -> None:
    row = panel.row("brow")
    box, told = row.slider().box, []
    panel.changed.connect(lambda values, name: told.append(dict(values)))
    box.setFocus()
    QTest.keyClick(box, "c")
    assert told == [{"brow": 2.0}] and box.currentText() == "C" and row.is_changed
    QTest.keyClick(box, Qt.Key.Key_F2)
    editor = row.field().editor
    assert editor is not None and editor.isVisible() and editor.text() == "C"
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told[-1] == {"brow": 1.0} and box.currentText() == "B" and not row.field().isVisible()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert told[-1] == {"brow": 0.0} and not row.is_changed
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert told[-1] == {"brow": 1.0} and len(told) == 4
    panel.set_values({})  # undone elsewhere: nothing is told
    assert box.currentText() == "A" and len(told) == 4


def test_the_box_has_the_place_of_track_and_number(panel: ControlPanel) -> None:
    row, other = panel.row("Haircut"), panel.row("jaw")
    track = row.slider().geometry()
    assert track.right() >= other.field().geometry().right() - 2 and row.height() == other.height()
    assert row.rect().contains(track) and row.slider().box.geometry() == row.slider().rect()


def test_long_names_take_no_room_from_the_sliders(qtbot: QtBot) -> None:
    widths = []
    for name in ("A", "A very long name of a haircut"):
        schema = own_schema(VALUES.replace('label = "A"', f'label = "{name}"').encode(), "long")
        panel = ControlPanel(ChoiceControls(schema).table, "long", group_type=ChoiceGroup)
        qtbot.addWidget(panel)
        panel.resize(340, 600)
        panel.show()
        widths.append(panel.row("jaw").slider().width())
    assert widths[0] == widths[1]


def test_a_name_is_a_name_whatever_it_is(qtbot: QtBot) -> None:
    odd = own_schema(VALUES.replace('label = "A"', 'label = "<b>{0}</b> & A"').encode(), "odd")
    panel = ControlPanel(ChoiceControls(odd).table, "odd", group_type=ChoiceGroup)
    qtbot.addWidget(panel)
    box = panel.row("Haircut").slider().box
    assert [box.itemText(place) for place in range(box.count())] == ["<b>(0)</b> & A", "B"]


def test_a_lock_of_one_of_them_becomes_the_choices(game: RigSchema) -> None:
    memory, choices = PanelMemory(QSettings(), "old"), ChoiceControls(game)
    memory.keep("locked", {"hair.b", "jaw"})
    assert choices.names(memory.names("locked")) == {"Haircut", "jaw"}
