"""Wheels and touch pads: they scroll, and turn a value only where that is meant; many small turns are one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.base.controls import Control, ControlTable
from gui.controls.control_panel import ControlPanel
from gui.controls.control_row import ControlRow
from gui.controls.gesture import ValueControl
from gui.controls.knob import Knob
from gui.controls.knob_group import KnobGroup
from gui.controls.row_features import RowFeatures
from gui.controls.slider import Slider
from gui.controls.wheel import PAUSE, ChoiceBox, NumberBox, ScrollArea
from gui.panels.head_viewport import HeadViewport
from tests.gui.hands import point_at, point_away, wheel
from tests.test_structure import sources

CONTROL = Control("AU12", "Lip corner puller", "Mouth", -10, 10, step=0.5)
TABLE = ControlTable(Control(f"C{number}", f"Number {number}", f"Group {number // 5}", -10, 10, step=0.5)
                     for number in range(40))
PHASE = Qt.ScrollPhase
ALT, SHIFT, CTRL = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
                    Qt.KeyboardModifier.ControlModifier)


@pytest.fixture(params=[Slider, Knob])
def control(request: pytest.FixtureRequest, qtbot: QtBot) -> ValueControl:
    made = request.param(CONTROL)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.mark.parametrize(("count", "angle"), [(1, 120), (15, 8), (4, 30), (120, 1)])
def test_however_fine_the_wheel_a_notch_is_one_step(control: ValueControl, count: int, angle: int) -> None:
    for _ in range(count - 1):
        assert wheel(control, angle, held=ALT)
        assert control.amount == 0
    wheel(control, angle, held=ALT)
    assert control.amount == pytest.approx(0.5)
    for _ in range(count):
        wheel(control, -angle, held=ALT)
    assert control.amount == 0


def test_pixels_count_where_no_angle_is_told(control: ValueControl) -> None:
    for _ in range(6):
        wheel(control, pixels=10, held=ALT)
    assert control.amount == pytest.approx(0.5)


def test_turning_back_begins_anew(control: ValueControl) -> None:
    wheel(control, 112, held=ALT)
    wheel(control, -8, held=ALT)
    wheel(control, 112, held=ALT)
    assert control.amount == 0
    wheel(control, 8, held=ALT)
    assert control.amount == pytest.approx(0.5)


def test_a_value_does_not_glide_on_when_the_fingers_have_left(control: ValueControl) -> None:
    wheel(control, 100, PHASE.ScrollUpdate, held=ALT)
    for _ in range(10):
        assert wheel(control, 120, PHASE.ScrollMomentum, held=ALT)
    wheel(control, 100, PHASE.ScrollBegin, held=ALT)
    assert control.amount == 0
    wheel(control, 20, PHASE.ScrollUpdate, held=ALT)
    assert control.amount == pytest.approx(0.5)


def test_the_number_beside_a_slider_turns_it_where_the_pointer_rests(qtbot: QtBot) -> None:
    row = ControlRow((CONTROL,), RowFeatures())
    qtbot.addWidget(row)
    row.resize(340, 27)
    row.show()
    field = row.field()
    assert not wheel(field, 120) and row.values() == {"AU12": 0.0}  # it came under the pointer by itself
    point_at(field)
    for _ in range(15):
        assert wheel(field, 8)
    assert row.values() == {"AU12": 0.5}
    point_away(field)
    assert not wheel(field, 120) and row.values() == {"AU12": 0.5}


def test_a_modifier_turns_the_value_under_the_pointer(qtbot: QtBot) -> None:
    slider = Slider(CONTROL)
    qtbot.addWidget(slider)
    slider.show()
    for held, value in ((ALT, 0.5), (SHIFT, 0.55), (CTRL, 2.0)):
        assert wheel(slider, 120, held=held) and slider.amount == pytest.approx(value, abs=0.06)


@pytest.fixture(params=["sliders", "knobs"])
def panel(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[ControlPanel]:
    made = ControlPanel(TABLE, "wheel", group_type=KnobGroup) if request.param == "knobs" \
        else ControlPanel(TABLE, "wheel")
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.show()
    qtbot.waitUntil(lambda: made.groups["Group 0"].is_made)
    yield made


def scrolled(panel: ControlPanel) -> int:
    return panel.scroll_area.verticalScrollBar().value()


def turn_at(panel: ControlPanel, place: QPoint, **how: int) -> None:
    """Turn the wheel down at a place of the panel, over whatever lies there."""
    under = panel.childAt(place) or panel
    wheel(under, -120, at=under.mapFrom(panel, place), **how)  # type: ignore[arg-type]


def test_the_wheel_scrolls_over_a_slider_with_the_focus(panel: ControlPanel, qtbot: QtBot) -> None:
    row = panel.row("C1")
    panel.scroll_area.verticalScrollBar().setValue(0)
    control = row.slider()
    control.setFocus()
    place = control.mapTo(panel, control.rect().center())
    point_at(control)
    turn_at(panel, place)
    assert scrolled(panel) > 0 and panel.values() == {}
    for _ in range(30):  # to the end, whatever passes under the pointer
        turn_at(panel, place)
        panel._make_visible()
    assert panel.values() == {} and scrolled(panel) == panel.scroll_area.verticalScrollBar().maximum()


def test_a_number_that_is_scrolled_under_the_pointer_stays_as_it_is(panel: ControlPanel) -> None:
    field = panel.row("C1").field()
    panel.scroll_area.verticalScrollBar().setValue(0)
    place = field.mapTo(panel, field.rect().center()) - QPoint(0, field.height())
    below = field
    turn_at(panel, place)
    for _ in range(40):
        under = panel.childAt(place)
        assert under is not None
        point_at(under, under.mapFrom(panel, place))  # a hand is never quite still
        turn_at(panel, place)
        panel._make_visible()
    assert panel.values() == {}
    panel.scroll_area.verticalScrollBar().setValue(0)
    point_at(below)
    before = scrolled(panel)
    assert wheel(below, 120, after=2 * PAUSE) and scrolled(panel) == before
    assert panel.values() == {"C1": 0.5}


def test_a_number_the_pointer_rested_on_before_scrolling_is_not_turned(panel: ControlPanel) -> None:
    """Scrolled by the bar or the keys meanwhile: another place on the screen, and so another thing that was meant."""
    field = panel.row("C1").field()
    panel.scroll_area.verticalScrollBar().setValue(0)
    point_at(field)
    panel.scroll_area.verticalScrollBar().setValue(20)
    wheel(field, -120, after=2 * PAUSE)
    assert panel.values() == {} and scrolled(panel) > 20


def test_after_a_rest_a_modifier_turns_and_within_the_turn_it_does_not(panel: ControlPanel) -> None:
    control = panel.row("C1").slider()
    panel.scroll_area.verticalScrollBar().setValue(0)
    wheel(panel.scroll_area.viewport(), -120)
    wheel(control, 120, held=ALT)
    assert panel.values() == {}
    wheel(control, 120, held=ALT, after=2 * PAUSE)
    assert panel.values() == {"C1": 0.5}


def test_one_turn_on_a_number_is_one_step_of_the_document(panel: ControlPanel, qtbot: QtBot) -> None:
    ends: list[object] = []
    panel.changed.connect(lambda values, name: ends.append(values))
    field = panel.row("C2").field()
    point_at(field)
    for _ in range(3):
        wheel(field, 120)
    other = panel.row("C3").slider()
    QTest.mousePress(other, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, other.rect().center())
    assert ends == [{"C2": 1.5}]  # the hand went on to something else
    QTest.mouseRelease(other, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, other.rect().center())


def test_a_box_of_choices_goes_one_entry_a_notch(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["a", "b", "c", "d"])
    box.model().item(1).setEnabled(False)  # type: ignore[attr-defined]
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    assert not wheel(box, -120) and box.currentIndex() == 0
    point_at(box)
    for _ in range(14):
        wheel(box, -8)
    assert box.currentIndex() == 0 and chosen == []
    wheel(box, -8)
    assert box.currentIndex() == 2 and chosen == [2]


def test_a_box_that_is_scrolled_under_the_pointer_stays_as_it_is(qtbot: QtBot) -> None:
    area, page = ScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    boxes = [ChoiceBox() for _ in range(30)]
    for box in boxes:
        box.addItems(["a", "b", "c"])
        column.addWidget(box)
    area.setWidget(page)
    area.resize(200, 150)
    area.show()
    wheel(area.viewport(), -120)
    for box in boxes[2:9]:
        point_at(box)
        wheel(box, -120)
    assert {box.currentIndex() for box in boxes} == {0} and area.verticalScrollBar().value() > 0
    point_at(boxes[9])
    wheel(boxes[9], -120, after=2 * PAUSE)
    assert boxes[9].currentIndex() == 1


def test_a_number_box_lets_the_wheel_pass(qtbot: QtBot) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(0, 100)
    box.setValue(50)
    box.show()
    point_at(box)
    wheel(box, -120)
    assert box.value() == 50


def test_what_scrolls_values_knows_its_own_turns() -> None:
    """Boxes and numbers lie in no bare area, in which a turn could not be told from the next."""
    assert issubclass(ScrollArea, QScrollArea)
    allowed = {"wheel.py", "side_scroll.py"}  # side_scroll: a row of tiles, no values
    words = ("(QScrollArea)", " QScrollArea()", "QSpinBox", "QSlider(")
    bare = [path.name for path in sources("gui") if path.name not in allowed
            and any(word in path.read_text("utf-8") for word in words)]
    assert bare == []


def test_no_box_of_choices_counts_events() -> None:
    assert issubclass(ChoiceBox, QComboBox)
    bare = [path.name for path in sources("gui") if "QComboBox()" in path.read_text("utf-8")
            or "(QComboBox)" in path.read_text("utf-8") and path.name != "wheel.py"]
    assert bare == []


def test_the_head_comes_as_near_in_fifteen_fine_turns_as_in_one(qtbot: QtBot) -> None:
    heads = [HeadViewport(), HeadViewport()]
    for head in heads:
        qtbot.addWidget(head)
    wheel(heads[0], 120)
    for _ in range(15):
        wheel(heads[1], 8)
    assert heads[1].orbit.zoom == pytest.approx(heads[0].orbit.zoom) and heads[0].orbit.zoom > 1
