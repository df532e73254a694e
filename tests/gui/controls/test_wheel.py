"""Fine wheels and touch pads: many small turns are one step, wherever a wheel turns something."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from engine.base.controls import Control
from gui.controls.control_row import ControlRow, RowFeatures
from gui.controls.gesture import ValueControl
from gui.controls.knob import Knob
from gui.controls.slider import Slider
from gui.controls.wheel import ChoiceBox
from gui.panels.head_viewport import HeadViewport
from tests.test_structure import sources

CONTROL = Control("AU12", "Lip corner puller", "Mouth", -10, 10, step=0.5)
PHASE = Qt.ScrollPhase


def wheel(widget: QWidget, angle: int = 0, phase: Qt.ScrollPhase = PHASE.NoScrollPhase, pixels: int = 0,
          at: QPoint | None = None) -> bool:
    place = at or widget.rect().center()
    event = QWheelEvent(QPointF(place), QPointF(widget.mapToGlobal(place)), QPoint(0, pixels), QPoint(0, angle),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


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
        assert wheel(control, angle)
        assert control.amount == 0
    wheel(control, angle)
    assert control.amount == pytest.approx(0.5)
    for _ in range(count):
        wheel(control, -angle)
    assert control.amount == 0


def test_pixels_count_where_no_angle_is_told(control: ValueControl) -> None:
    for _ in range(6):
        wheel(control, pixels=10)
    assert control.amount == pytest.approx(0.5)


def test_turning_back_begins_anew(control: ValueControl) -> None:
    wheel(control, 112)
    wheel(control, -8)
    wheel(control, 112)
    assert control.amount == 0
    wheel(control, 8)
    assert control.amount == pytest.approx(0.5)


def test_a_value_does_not_glide_on_when_the_fingers_have_left(control: ValueControl) -> None:
    wheel(control, 100, PHASE.ScrollUpdate)
    for _ in range(10):
        assert wheel(control, 120, PHASE.ScrollMomentum)
    wheel(control, 100, PHASE.ScrollBegin)
    assert control.amount == 0
    wheel(control, 20, PHASE.ScrollUpdate)
    assert control.amount == pytest.approx(0.5)


def test_the_number_beside_a_slider_is_a_part_of_it(qtbot: QtBot) -> None:
    row = ControlRow((CONTROL,), RowFeatures())
    qtbot.addWidget(row)
    row.resize(340, 27)
    row.show()
    row.slider().setFocus()
    qtbot.waitUntil(row.slider().hasFocus)
    for _ in range(15):
        wheel(row, 8, at=row.field().geometry().center())
    assert row.values() == {"AU12": 0.5}


def test_a_box_of_choices_goes_one_entry_a_notch(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["a", "b", "c", "d"])
    box.model().item(1).setEnabled(False)  # type: ignore[attr-defined]
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    for _ in range(14):
        wheel(box, -8)
    assert box.currentIndex() == 0 and chosen == []
    wheel(box, -8)
    assert box.currentIndex() == 2 and chosen == [2]


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
