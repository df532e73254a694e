"""The panel that builds itself from a table: filters, links, resets, menus and memory."""

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine.expression.units import CONTROLS
from engine.rig.schema import load_schema, schema_names
from gui.controls.control_panel import ControlPanel
from gui.controls.control_row import ControlRow
from gui.controls.top_strip import TopStrip
from tests.gui.hands import point_at, wheel
from tests.gui.small_panel import TABLE, small_panel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier

class Heard:
    def __init__(self, panel: ControlPanel) -> None:
        self.started: list[str] = []
        self.changing: list[dict[str, float]] = []
        self.changed: list[tuple[dict[str, float], str]] = []
        panel.gesture_started.connect(self.started.append)
        panel.changing.connect(self.changing.append)
        panel.changed.connect(lambda values, name: self.changed.append((values, name)))


@pytest.fixture
def panel(qtbot) -> ControlPanel:  # noqa: ANN001
    return small_panel(qtbot)


def shown(panel: ControlPanel) -> list[str]:
    return [name for group in panel.groups.values() if group.isVisible() for name, row in group.rows.items()
            if row.isVisible()]


def test_one_row_for_a_pair_and_one_for_each_other(panel: ControlPanel) -> None:
    assert shown(panel) == ["AU1", "AU26", "pucker", "wrinkles"]
    assert list(panel.groups) == ["Brows", "Mouth", "Whole face"]


def test_a_linked_slider_moves_both_sides(panel: ControlPanel) -> None:
    heard = Heard(panel)
    panel.row("AU1").slider().apply(4.0)
    assert heard.started == ["Inner brow raiser"]
    assert heard.changing == [{"AU1L": 4.0, "AU1R": 4.0}] and len(heard.changed) == 1
    assert panel.values() == {"AU1L": 4.0, "AU1R": 4.0}


def test_a_linked_row_shows_sides_that_differ_and_then_joins_them(panel: ControlPanel) -> None:
    panel.set_values({"AU1L": 3.0, "AU1R": -2.0})
    row = panel.row("AU1")
    assert (row.field(0).text(), row.field(1).text()) == ("+3.0", "−2.0") and row.slider().other == -2.0
    assert (row.field(0).letter, row.field(1).letter) == ("L", "R") and row.field(1).isVisible()
    assert row.slider().accessibleDescription() == "+3.0 | −2.0, from −10.0 to +10.0"
    row.slider().apply(5.0)
    assert row.slider().other is None and row.field(1).isHidden() and not row.field(0).letter
    assert panel.values() == {"AU1L": 5.0, "AU1R": 5.0}


def test_free_sides_have_a_handle_and_a_number_each_in_the_same_row(panel: ControlPanel) -> None:
    row = panel.row("AU1")
    height = row.height()
    chip = row.findChild(type(panel.reset_button))
    QTest.mouseClick(chip, LEFT)
    assert not row.linked and row.height() == height and row.slider(1).isVisible() and row.field(1).isVisible()
    assert row.slider(0).geometry() == row.slider(1).geometry()
    assert not row.field(0).geometry().intersects(row.field(1).geometry())
    heard = Heard(panel)
    row.slider(1).apply(-6.0)
    assert heard.changing == [{"AU1R": -6.0}] and panel.values() == {"AU1R": -6.0}
    assert row.slider(0).accessibleName().endswith("left") and row.slider(1).accessibleName().endswith("right")


@pytest.fixture
def free(panel: ControlPanel) -> ControlRow:
    row = panel.row("AU1")
    QTest.mouseClick(row.findChild(type(panel.reset_button)), LEFT)
    panel.set_values({"AU1L": 5.0, "AU1R": -5.0})
    return row


def press_at(row: ControlRow, x: float, y: int) -> None:
    """Where the window system would bring it: to whatever lies there."""
    place = row.slider().mapTo(row, QPoint(round(x), y))
    hit = row.childAt(place)
    assert hit is not None
    QTest.mouseClick(hit, LEFT, NONE, hit.mapFrom(row, place))


def test_each_handle_of_a_free_pair_is_dragged_by_itself(panel: ControlPanel, free: ControlRow) -> None:
    left, right = free.slider(0), free.slider(1)
    for slider, other in ((left, right), (right, left)):
        kept, start = other.amount, QPoint(round(slider.x_of(slider.amount)), 18 if slider is left else 4)
        hit = free.childAt(slider.mapTo(free, start))
        assert hit is not None and hit is not slider  # even where it lies in the other side's half
        QTest.mousePress(hit, LEFT, NONE, start)
        from tests.gui.test_slider import move
        move(hit, QPoint(round(slider.x_of(2)), start.y()))
        QTest.mouseRelease(hit, LEFT, NONE, QPoint(round(slider.x_of(2)), start.y()))
        assert slider.amount == pytest.approx(2.0, abs=0.3) and other.amount == kept and slider.hasFocus()


def test_far_from_both_handles_a_press_moves_the_side_whose_half_it_is(panel: ControlPanel, free: ControlRow) -> None:
    x = free.slider().x_of(0.0)
    press_at(free, x, 4)
    assert free.values() == {"AU1L": pytest.approx(0.0, abs=0.4), "AU1R": -5.0}
    panel.set_values({"AU1L": 5.0, "AU1R": -5.0})
    press_at(free, x, 20)
    assert free.values() == {"AU1L": 5.0, "AU1R": pytest.approx(0.0, abs=0.4)}


def test_keys_wheel_and_numbers_reach_each_side(panel: ControlPanel, free: ControlRow) -> None:
    QTest.keyClick(free.slider(1), Qt.Key.Key_Right)
    assert free.values() == {"AU1L": 5.0, "AU1R": pytest.approx(-4.9)}
    point_at(free.field(0))
    wheel(free.field(0), 120)
    assert free.values() == {"AU1L": pytest.approx(5.1), "AU1R": pytest.approx(-4.9)}
    QTest.mouseClick(free.field(1), LEFT)
    QTest.keyClicks(free.field(1).editor, "7")
    QTest.keyClick(free.field(1).editor, Qt.Key.Key_Return)
    assert free.values() == {"AU1L": pytest.approx(5.1), "AU1R": 7.0}
    names = [free.slider(0).accessibleName(), free.slider(1).accessibleName(), free.field(0).accessibleName(),
             free.field(1).accessibleName()]
    assert [name.rpartition(", ")[2] for name in names] == ["left", "right", "left", "right"]


def test_free_handles_are_told_apart_by_their_shape(panel: ControlPanel, free: ControlRow, qtbot) -> None:  # noqa: ANN001
    """The left side's lies above the groove and the right side's below, and their numbers bear letters."""
    picture, at_rest = free.grab().toImage(), ControlRow(free.controls, free._features)
    qtbot.addWidget(at_rest)
    at_rest.resize(free.size())
    empty = at_rest.grab().toImage()
    middle = free.slider().mapTo(free, QPoint(0, free.slider().height() // 2)).y()
    for slider, above in ((free.slider(0), True), (free.slider(1), False)):
        x = slider.mapTo(free, QPoint(round(slider.x_of(slider.amount)), 0)).x()
        inked = [picture.pixelColor(x, middle + way) != empty.pixelColor(10, 12) for way in (-4, 4)]
        assert inked == [above, not above]
    assert (free.field(0).letter, free.field(1).letter) == ("L", "R")


@pytest.mark.parametrize("width", [260, 300, 360, 420, 600])
def test_names_keep_their_size_and_their_beginning(qtbot, width: int) -> None:  # noqa: ANN001
    """What does not fit beside its track stands over it; no name is set smaller, or loses its middle."""
    panel = ControlPanel(load_schema("face-nn").controls, "names", lockable=True)
    qtbot.addWidget(panel)
    panel.resize(width, 700)
    panel.show()
    for group in panel.groups.values():
        group.set_open(True)
        group.make_rows()
    for group in panel.groups.values():
        for row in group.rows.values():
            boxes, metrics = row.boxes, row.fontMetrics()
            whole = metrics.horizontalAdvance(row._shown_label)
            assert boxes.label.width() >= whole or row.stacked, row.name
            assert boxes.track.width() >= 110 and not boxes.track.intersects(boxes.numbers[0]), row.name
            assert boxes.label.height() >= metrics.height() and row.height() >= boxes.track.bottom()
            assert row.slider().geometry() == boxes.track
    wide = panel.groups["Eyes"].rows
    assert all(row.stacked for row in wide.values()) == (width < 600)


def test_links_favourites_and_folds_are_remembered(panel: ControlPanel, qtbot) -> None:  # noqa: ANN001
    QTest.mouseClick(panel.row("AU1").findChild(type(panel.reset_button)), LEFT)
    panel.row("pucker").toggle_favourite()
    QTest.mouseClick(panel.groups["Whole face"].header, LEFT, NONE, QPoint(40, 10))
    again = ControlPanel(TABLE, "test")
    qtbot.addWidget(again)
    again.show()
    assert not again.row("AU1").linked and again.row("pucker").favourite
    assert not again.groups["Whole face"].is_open and again.groups["Mouth"].is_open
    other = ControlPanel(TABLE, "another")
    qtbot.addWidget(other)
    assert other.row("AU1").linked


@pytest.mark.parametrize(("text", "names"), [
    ("", ["AU1", "AU26", "pucker", "wrinkles"]), ("au26", ["AU26"]), ("LIP", ["pucker"]), ("grief", ["AU1"]),
    ("mouth", ["AU26", "pucker"]), ("jaw open", ["AU26"]), ("zzz", []),
])
def test_the_filter_looks_at_id_label_group_help_and_ends(panel: ControlPanel, text: str, names: list[str]) -> None:
    panel.filter_box.setText(text)
    assert shown(panel) == names
    assert panel.nothing.isVisible() == (not names)


def test_a_search_opens_folded_groups(panel: ControlPanel) -> None:
    panel.groups["Mouth"].set_open(False)
    panel.filter_box.setText("pucker")
    panel._make_visible()
    assert shown(panel) == ["pucker"]


def test_changed_only_and_favourites(panel: ControlPanel) -> None:
    panel.set_values({"AU26": 2.0, "wrinkles": 60})
    panel.changed_only.click()
    assert shown(panel) == ["AU26"]
    panel.set_values({"pucker": 1.0})
    assert shown(panel) == ["pucker"]
    panel.changed_only.click()
    panel.row("AU1").toggle_favourite()
    panel.favourites_only.click()
    assert shown(panel) == ["AU1"]


def test_an_empty_list_says_what_is_empty(panel: ControlPanel) -> None:
    said, jaw = [], panel.row("AU26")
    for asked in (lambda: panel.filter_box.setText("zzz"), panel.changed_only.click, panel.filter_box.clear,
                  panel.favourites_only.click, panel.changed_only.click):
        asked()
        assert shown(panel) == [] and panel.nothing.isVisible()
        said.append(panel.nothing.text())
    assert said == ["Nothing is called “zzz”.", "Nothing of what is shown is called “zzz”.", "Nothing is changed yet.",
                    "There are no favourites yet. The star before a name makes it one.",
                    "There are no favourites yet. The star before a name makes it one."]
    jaw.toggle_favourite()
    assert shown(panel) == ["AU26"] and panel.nothing.isHidden()
    panel.changed_only.click()
    assert panel.nothing.text() == "None of the favourites is changed."


def test_only_changed_shows_that_it_is_on_and_the_way_back(panel: ControlPanel) -> None:
    assert panel.bar.line.isHidden()
    before = panel.changed_only.grab().toImage()
    panel.set_values({"AU26": 2.0})
    QTest.mouseClick(panel.changed_only, LEFT)
    assert panel.bar.state.isVisible() and panel.bar.state.text() == "Changed only: 1 of 4"
    assert panel.changed_only.grab().toImage().pixelColor(4, 13) != before.pixelColor(4, 13)  # its plate
    panel.set_values({"AU26": 2.0, "pucker": 1.0})
    assert panel.bar.state.text() == "Changed only: 2 of 4"
    QTest.mouseClick(panel.bar.all_button, LEFT)
    assert panel.bar.line.isHidden() and len(shown(panel)) == 4 and not panel.changed_only.isChecked()


def stops(panel: ControlPanel) -> list[object]:
    """What the Tab key goes through within the panel, from the filter on."""
    chain, here = [], panel.filter_box
    while here is not None and (not chain or here is not chain[0]):
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and panel.isAncestorOf(here) and here.isVisible():
            chain.append(here)
        here = here.nextInFocusChain()
    return chain


def test_the_tab_key_goes_from_a_heading_to_its_rows(panel: ControlPanel) -> None:
    rows = {name: panel.row(name) for name in ("wrinkles", "pucker", "AU26", "AU1")}  # made in any order
    headers = {name: group.header for name, group in panel.groups.items()}
    assert stops(panel) == [
        panel.filter_box, panel.changed_only, panel.favourites_only, panel.reset_button,
        headers["Brows"], rows["AU1"].slider(), rows["AU1"].stops()[-1],
        headers["Mouth"], rows["AU26"].slider(), rows["pucker"].slider(),
        headers["Whole face"], rows["wrinkles"].slider()]
    row = rows["AU1"]
    panel._link_row(row, False)
    assert stops(panel)[5:8] == [row.slider(0), row.slider(1), row.stops()[-1]]


def test_what_stands_above_the_groups_comes_first_and_steps_aside_for_a_filter(panel: ControlPanel) -> None:
    top = TopStrip("Presets")
    panel.set_top(top)
    assert stops(panel)[4:6] == [top.header, panel.groups["Brows"].header]
    panel.filter_box.setText("jaw")
    assert top.isHidden()
    panel.filter_box.clear()
    assert top.isVisible() and top.body.isVisible()
    panel.changed_only.click()
    assert top.isHidden()
    panel.changed_only.click()
    QTest.mouseClick(top.header, LEFT, NONE, QPoint(12, 10))
    assert top.header.isVisible() and top.body.isHidden()
    panel.favourites_only.click()
    panel.favourites_only.click()
    assert top.body.isHidden() and top.header.isVisible()  # it was folded by hand


def test_a_folded_strip_is_folded_the_next_time(panel: ControlPanel, qtbot) -> None:  # noqa: ANN001
    top = TopStrip("Presets")
    panel.set_top(top)
    QTest.mouseClick(top.header, LEFT, NONE, QPoint(12, 10))
    again, other = ControlPanel(TABLE, "test"), TopStrip("Presets")
    qtbot.addWidget(again)
    again.set_top(other)
    assert not other.is_open
    QTest.mouseClick(other.header, LEFT, NONE, QPoint(12, 10))
    assert other.is_open


def test_values_from_the_document_are_silent(panel: ControlPanel) -> None:
    heard = Heard(panel)
    panel.set_values({"AU26": 2.0, "something else": 3.0})
    assert panel.row("AU26").slider().amount == 2.0 and panel.values() == {"AU26": 2.0}
    panel.set_values({})
    assert panel.row("AU26").slider().amount == 0 and not heard.changing and not heard.changed


def test_resets_are_one_gesture_each(panel: ControlPanel) -> None:
    panel.set_values({"AU1L": 1.0, "AU26": 2.0, "pucker": 3.0, "wrinkles": 10.0})
    heard = Heard(panel)
    panel.reset_group("Mouth")
    assert heard.changed == [({"AU26": 0.0, "pucker": 0.0}, "Reset Mouth")]
    assert set(panel.values()) == {"AU1L", "wrinkles"}
    QTest.mouseClick(panel.reset_button, LEFT)
    assert heard.changed[-1] == ({"AU1L": 0.0, "wrinkles": 60.0}, "Reset all") and panel.values() == {}
    assert not panel.reset_button.isEnabled()
    panel.reset_all()
    assert len(heard.changed) == 2


def test_a_double_click_on_the_label_resets(panel: ControlPanel) -> None:
    panel.set_values({"pucker": 5.0})
    QTest.mouseDClick(panel.row("pucker"), LEFT, NONE, QPoint(60, 12))
    assert panel.values() == {}


def test_a_value_is_typed_at_the_slider(panel: ControlPanel) -> None:
    row = panel.row("pucker")
    row.slider().setFocus()
    QTest.keyClick(row.slider(), Qt.Key.Key_7)
    assert row.field().editor is not None
    QTest.keyClicks(row.field().editor, ".5")
    heard = Heard(panel)
    QTest.keyClick(row.field().editor, Qt.Key.Key_Return)
    assert heard.changed == [({"pucker": 7.5}, "Lip pucker")] and row.slider().hasFocus()


def test_copy_and_paste_one_value(panel: ControlPanel) -> None:
    panel.set_values({"AU26": -3.25})
    panel.row("AU26").copy()
    assert QGuiApplication.clipboard().text() == "-3.25"
    heard = Heard(panel)
    panel.row("pucker").paste()  # out of its range
    assert not heard.changed
    panel.row("AU1").paste()
    assert heard.changed == [({"AU1L": -3.25, "AU1R": -3.25}, "Inner brow raiser")]


def test_headings_fold_with_mouse_and_keys_and_count_changes(panel: ControlPanel) -> None:
    header, group = panel.groups["Mouth"].header, panel.groups["Mouth"]
    QTest.mouseClick(header, LEFT, NONE, QPoint(40, 10))
    assert not group.is_open and shown(panel) == ["AU1", "wrinkles"]
    QTest.keyClick(header, Qt.Key.Key_Space)
    assert group.is_open
    panel.set_values({"AU26": 1.0})
    assert header.accessibleDescription() == "open, 1 changed"


def test_every_slider_has_a_name_and_a_value_for_a_screen_reader(panel: ControlPanel) -> None:
    panel.set_values({"wrinkles": 20.0})
    for name in ("AU1", "AU26", "pucker", "wrinkles"):
        assert panel.row(name).slider().accessibleName()
    assert panel.row("wrinkles").slider().accessibleDescription() == "20%, from 0% to 100%"


def test_tab_goes_from_slider_to_slider(panel: ControlPanel, qtbot) -> None:  # noqa: ANN001
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.row("AU26").slider().setFocus()
    QTest.keyClick(panel.row("AU26").slider(), Qt.Key.Key_Tab)
    assert panel.row("pucker").slider().hasFocus()


def test_rows_are_made_when_their_group_comes_into_sight(qtbot) -> None:  # noqa: ANN001
    table = load_schema("facewright-head").controls
    panel = ControlPanel(table, "lazy", lockable=True)
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    first, last = list(panel.groups.values())[0], list(panel.groups.values())[-1]
    qtbot.waitUntil(lambda: first.is_made)
    assert not last.rows
    bar = panel.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: last.is_made)
    assert last.rows and panel.scroll_area.widget().width() <= panel.scroll_area.viewport().width()


def test_every_table_of_the_program_can_be_shown(qtbot) -> None:  # noqa: ANN001
    for table in (CONTROLS, *(load_schema(name).controls for name in schema_names())):
        panel = ControlPanel(table, "whole", lockable=True)
        qtbot.addWidget(panel)
        panel.resize(320, 500)
        panel.show()
        names = {name for group in panel.groups.values() for name in group.specifications}
        ids = {control.id for name in names for control in panel.row(name).controls}
        assert ids == {control.id for control in table}
        assert not panel.grab().isNull()


def test_locks_are_told_by_control(qtbot) -> None:  # noqa: ANN001
    panel = ControlPanel(TABLE, "locks", lockable=True)
    qtbot.addWidget(panel)
    panel.row("AU1").toggle_locked()
    assert panel.locked() == {"AU1L", "AU1R"}
    QSettings().sync()
