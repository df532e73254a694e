"""Slider, knob and number: every gesture an artist tries in the first minute, with real mouse and key events."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.base.controls import Choice, Control
from gui.controls import gesture
from gui.controls.gesture import ValueControl
from gui.controls.knob import Knob
from gui.controls.slider import Slider
from gui.controls.value_field import ValueField
from gui.words import number
from tests.gui.hands import wheel

# The offscreen platform has no window stacking; a tool tip asks for it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

UNIT = Control("AU12", "Lip corner puller", "Mouth", -10, 10, step=0.1)
SHARE = Control("jaw", "Jaw", "Mouth", 0, 1, default=0.5, step=0.01)
HAIRCUT = Control("haircut", "Haircut", "Hair", 0, 3, whole=True,
                  choices=tuple(Choice(place, label) for place, label in enumerate(("Bald", "Short", "Bob", "Long"))))
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT, CONTROL = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                        Qt.KeyboardModifier.ControlModifier)


class Heard:
    """What a control said, in order."""

    def __init__(self, control: ValueControl) -> None:
        self.said: list[tuple[str, float | None]] = []
        control.gesture_started.connect(lambda: self.said.append(("started", None)))
        control.changing.connect(lambda value: self.said.append(("changing", value)))
        control.changed.connect(lambda value: self.said.append(("changed", value)))

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.said]

    def last(self, kind: str) -> float | None:
        return [value for said, value in self.said if said == kind][-1]


@pytest.fixture
def slider(qtbot) -> Slider:  # noqa: ANN001
    window = QWidget()
    window.resize(240, 60)
    made = Slider(UNIT, window)
    made.setGeometry(12, 12, 216, 24)  # 200 px of travel: 0.1 a pixel
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made.window_ = window
    return made


def at(slider: Slider, value: float) -> QPoint:
    return QPoint(round(slider.x_of(value)), 12)


def drag(slider: QWidget, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE, steps: int = 4) -> None:
    QTest.mousePress(slider, LEFT, modifiers, start)
    for step in range(1, steps + 1):
        move(slider, start + (end - start) * step / steps, modifiers)
    QTest.mouseRelease(slider, LEFT, modifiers, end)


def send_move(widget: QWidget, position: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    place = QPointF(position)
    event = QMouseEvent(QEvent.Type.MouseMove, place, QPointF(widget.mapToGlobal(position)), Qt.MouseButton.NoButton,
                        LEFT, modifiers)
    QApplication.sendEvent(widget, event)


def move(widget: QWidget, position: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    send_move(widget, position, modifiers)
    QTest.qWait(gesture.PACE + 4)  # what a control puts off for its pace has come


def test_a_drag_tells_every_tick_and_ends_once(slider: Slider) -> None:
    heard = Heard(slider)
    drag(slider, at(slider, 0), at(slider, 5))
    kinds = heard.kinds()
    assert kinds[0] == "started" and kinds[-1] == "changed" and kinds.count("changed") == kinds.count("started") == 1
    assert kinds.count("changing") >= 3
    assert slider.amount == pytest.approx(5.0) and heard.last("changed") == slider.amount


def test_a_press_beside_the_handle_jumps_there(slider: Slider) -> None:
    heard = Heard(slider)
    QTest.mouseClick(slider, LEFT, NONE, at(slider, -6))
    assert slider.amount == pytest.approx(-6.0) and heard.kinds() == ["started", "changing", "changed"]


def test_a_press_on_the_handle_changes_nothing(slider: Slider) -> None:
    heard = Heard(slider)
    QTest.mouseClick(slider, LEFT, NONE, at(slider, 0) + QPoint(5, 0))
    assert slider.amount == 0 and heard.kinds() == ["started"]


def test_shift_is_ten_times_finer_and_never_jumps(slider: Slider) -> None:
    drag(slider, at(slider, -8), at(slider, -8) + QPoint(40, 0), SHIFT)
    assert slider.amount == pytest.approx(0.4)


def test_control_snaps_to_whole_numbers(slider: Slider) -> None:
    heard = Heard(slider)
    drag(slider, at(slider, 0), at(slider, 3.4), CONTROL, steps=20)
    assert slider.amount == 3
    assert all(value == round(value) for kind, value in heard.said if kind == "changing" and value is not None)


def test_past_the_end_and_back_stays_with_the_pointer(slider: Slider) -> None:
    QTest.mousePress(slider, LEFT, NONE, at(slider, 0))
    move(slider, at(slider, 0) + QPoint(160, 0))
    assert slider.amount == 10
    move(slider, at(slider, 0) + QPoint(80, 0))
    assert slider.amount == pytest.approx(8.0)
    QTest.mouseRelease(slider, LEFT, NONE, at(slider, 8))


def test_the_default_holds_for_a_few_pixels(slider: Slider) -> None:
    drag(slider, at(slider, 5), at(slider, 0) + QPoint(2, 0))
    assert slider.amount == 0


@pytest.mark.parametrize("how", ["double click", "Delete", "Backspace"])
def test_one_gesture_resets(slider: Slider, how: str) -> None:
    slider.set_amount(7.0)
    slider.setFocus()
    heard = Heard(slider)
    if how == "double click":
        QTest.mouseDClick(slider, LEFT, NONE, at(slider, 7))
    else:
        QTest.keyClick(slider, getattr(Qt.Key, f"Key_{how}"))
    assert slider.amount == 0 and heard.last("changed") == 0 and heard.kinds().count("changed") == 1


def test_escape_takes_a_drag_back(slider: Slider) -> None:
    slider.set_amount(2.0)
    slider.setFocus()
    heard = Heard(slider)
    QTest.mousePress(slider, LEFT, NONE, at(slider, 2))
    move(slider, at(slider, 8))
    assert slider.amount == pytest.approx(8.0)
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert slider.amount == 2 and heard.last("changed") == 2
    move(slider, at(slider, 5))
    QTest.mouseRelease(slider, LEFT, NONE, at(slider, 5))
    assert slider.amount == 2 and heard.kinds().count("changed") == 1


def test_the_wheel_turns_only_with_a_modifier(slider: Slider, qtbot) -> None:  # noqa: ANN001
    slider.setFocus()
    assert not wheel(slider, 120) and slider.amount == 0
    heard = Heard(slider)
    for _ in range(3):
        assert wheel(slider, 120, held=Qt.KeyboardModifier.AltModifier)
    assert slider.amount == pytest.approx(0.3)
    qtbot.waitUntil(lambda: "changed" in heard.kinds(), timeout=3000)
    assert heard.kinds() == ["started", "changing", "changing", "changing", "changed"]


def test_holding_an_arrow_key_is_one_gesture(slider: Slider) -> None:
    slider.setFocus()
    heard = Heard(slider)
    for _ in range(5):
        QTest.keyPress(slider, Qt.Key.Key_Right)
    QTest.keyRelease(slider, Qt.Key.Key_Right)
    assert slider.amount == pytest.approx(0.5) and heard.kinds() == ["started", *["changing"] * 5, "changed"]
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.amount == pytest.approx(-0.5)
    QTest.keyClick(slider, Qt.Key.Key_Up, SHIFT)
    assert slider.amount == pytest.approx(-0.49)


def test_home_and_end_go_to_the_limits(slider: Slider) -> None:
    heard = Heard(slider)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.amount == 10
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.amount == -10 and heard.kinds() == ["started", "changing", "changed"] * 2
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert slider.amount == 0


def test_a_reader_is_told_the_number_as_it_is_shown(slider: Slider, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(gesture, "QAccessible", SimpleNamespace(
        isActive=lambda: True, updateAccessibility=lambda event: told.append(event.message())))
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    drag(slider, at(slider, -10), at(slider, 3))
    assert told == ["+0.1", "−10.0"]


def test_a_value_from_elsewhere_is_silent_and_ends_the_hands_hold(slider: Slider) -> None:
    heard = Heard(slider)
    slider.set_amount(4.0)
    assert slider.amount == 4 and heard.said == []
    QTest.mousePress(slider, LEFT, NONE, at(slider, 4))
    move(slider, at(slider, 6))
    slider.set_amount(slider.amount)  # the echo of its own move
    move(slider, at(slider, 7))
    assert slider.amount == pytest.approx(7.0)
    said = list(heard.said)
    slider.set_amount(-9.0)
    move(slider, at(slider, 2))
    QTest.mouseRelease(slider, LEFT, NONE, at(slider, 2))
    assert slider.amount == -9.0 and not slider.is_moving and heard.said == said


def test_losing_focus_or_sight_ends_the_gesture(slider: Slider) -> None:
    heard = Heard(slider)
    QTest.mousePress(slider, LEFT, NONE, at(slider, 0))
    move(slider, at(slider, 3))
    slider.hide()
    assert heard.kinds()[-1] == "changed" and not slider.is_moving


def test_the_right_button_and_the_menu_key_ask_for_a_menu_and_move_nothing(slider: Slider) -> None:
    asked: list[QPoint] = []
    slider.menu_requested.connect(asked.append)
    slider.set_amount(5.0)
    QTest.mouseClick(slider, RIGHT, NONE, at(slider, -3))
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(slider, QContextMenuEvent(reason, QPoint(5, 5), slider.mapToGlobal(QPoint(5, 5))))
    assert asked == [slider.mapToGlobal(QPoint(5, 5)), slider.mapToGlobal(slider.rect().center())]
    assert slider.amount == 5.0


def test_a_screen_reader_sees_and_sets_a_slider(slider: Slider) -> None:
    interface = QAccessible.queryAccessibleInterface(slider)
    assert interface.role() == QAccessible.Role.Slider
    slider.set_amount(2.5)
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (-100, 25, 100)  # the last digit shown
    heard = Heard(slider)
    value.setCurrentValue(-40)
    assert slider.amount == pytest.approx(-4.0) and heard.last("changed") == pytest.approx(-4.0)


def test_it_paints_its_fill_between_default_and_value(slider: Slider) -> None:
    empty = slider.grab().toImage()
    slider.set_amount(8.0)
    filled = slider.grab().toImage()
    middle = slider.height() // 2
    right, left = round(slider.x_of(4)), round(slider.x_of(-4))
    assert filled.pixelColor(right, middle) != empty.pixelColor(right, middle)
    assert filled.pixelColor(left, middle) == empty.pixelColor(left, middle)


def test_a_disabled_slider_does_not_move(slider: Slider) -> None:
    slider.setEnabled(False)
    drag(slider, at(slider, 0), at(slider, 5))
    assert slider.amount == 0


def test_a_knob_turns_up_and_right(qtbot) -> None:  # noqa: ANN001
    knob = Knob(SHARE)
    qtbot.addWidget(knob)
    knob.resize(48, 48)
    knob.show()
    heard = Heard(knob)
    QTest.mouseClick(knob, LEFT, NONE, QPoint(4, 4))
    assert knob.amount == 0.5 and "changing" not in heard.kinds()
    drag(knob, QPoint(24, 40), QPoint(24, 20))
    assert knob.amount == pytest.approx(0.6)
    drag(knob, QPoint(10, 24), QPoint(30, 24))
    assert knob.amount == pytest.approx(0.7)
    QTest.mouseDClick(knob, LEFT, NONE, QPoint(24, 24))
    assert knob.amount == 0.5
    assert not knob.grab().isNull()


# -- the number ------------------------------------------------------------------------------------------------------
@pytest.fixture
def field(qtbot) -> ValueField:  # noqa: ANN001
    made = ValueField(UNIT)
    qtbot.addWidget(made)
    made.resize(60, 24)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_into(field: ValueField, text: str, key: Qt.Key = Qt.Key.Key_Return) -> list[float]:
    entered: list[float] = []
    field.entered.connect(entered.append)
    QTest.mouseClick(field, LEFT, NONE, QPoint(20, 12))
    assert field.editor is not None
    field.editor.selectAll()
    field.editor.insert(text)  # QTest cannot type a true minus sign
    QTest.keyClick(field.editor, key)
    field.entered.disconnect()
    return entered


@pytest.mark.parametrize(("text", "value"), [("3.5", 3.5), ("-2", -2), ("−2", -2), ("1,5", 1.5), ("+4", 4)])
def test_enter_commits_what_was_typed(field: ValueField, text: str, value: float) -> None:
    assert type_into(field, text) == [value] and field.editor is None


def test_escape_leaves_the_value_alone(field: ValueField) -> None:
    assert type_into(field, "7", Qt.Key.Key_Escape) == [] and field.editor is None


@pytest.mark.parametrize("text", ["11", "-10.01", "nan", "inf", "1e999", "abc", "", "1_0", "/=0"])
def test_what_is_no_value_is_told_and_kept_open(field: ValueField, text: str) -> None:
    assert type_into(field, text) == []
    assert field.editor is not None
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)


def test_a_change_may_be_typed(field: ValueField) -> None:
    field.show_value(4.0)
    assert type_into(field, "+=2") == [6.0]
    assert type_into(field, "*=0.5") == [2.0]


@pytest.mark.parametrize(("control", "value", "text"), [
    (UNIT, 0.0, "0.0"), (UNIT, 3.0, "+3.0"), (UNIT, -2.25, "−2.2"), (UNIT, 0.04, "+0.04"), (SHARE, 0.5, "0.50"),
    (Control("yaw", "Turn", "Head", -15, 15, step=0.5, unit="°"), 7.5, "+7.5°"),
    (Control("amount", "Amount", "", 0, 100, step=5, unit="%"), 45, "45%"),
])
def test_numbers_are_written_for_people(control: Control, value: float, text: str) -> None:
    assert number.written(control, value) == text


@given(st.floats(-10, 10), st.sampled_from([number.quantum(UNIT), number.snap_step(UNIT), 0.01]))
def test_rounding_stays_in_range_and_on_the_grid(value: float, grid: float) -> None:
    result = number.rounded(UNIT, value, grid)
    assert -10 <= result <= 10 and abs(result - value) <= grid
    assert number.rounded(UNIT, result, grid) == result


@given(st.text(max_size=30))
def test_reading_what_was_typed_gives_a_number_or_a_value_error(text: str) -> None:
    read: Callable[[], float] = lambda: number.read(UNIT, text, 1.0)  # noqa: E731
    try:
        assert read() == read()
    except ValueError:
        pass


def test_of_moves_that_follow_each_other_closely_only_the_last_is_told(slider):
    heard, start = Heard(slider), QPoint(round(slider.x_of(0)), 12)
    QTest.mousePress(slider, LEFT, NONE, start)
    for pixels in range(10, 60):  # closely, as of a mouse that tells a thousand times a second
        send_move(slider, start + QPoint(pixels, 0))
    told = heard.kinds().count("changing")
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(59, 0))
    assert 1 <= told < 50
    assert heard.last("changing") == heard.last("changed") == slider.amount == pytest.approx(5.9)


def test_a_hand_that_stops_is_followed_to_where_it_stopped(slider, qtbot):
    heard, start = Heard(slider), QPoint(round(slider.x_of(0)), 12)
    QTest.mousePress(slider, LEFT, NONE, start)
    send_move(slider, start + QPoint(10, 0))
    send_move(slider, start + QPoint(40, 0))
    qtbot.waitUntil(lambda: heard.last("changing") == pytest.approx(4.0))
    assert "changed" not in heard.kinds()
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(40, 0))


def test_a_drag_that_its_own_last_value_ends_is_told_of_once(slider):
    heard, start = Heard(slider), QPoint(round(slider.x_of(0)), 12)
    slider.changing.connect(lambda value: slider.setEnabled(value < 2))
    QTest.mousePress(slider, LEFT, NONE, start)
    send_move(slider, start + QPoint(10, 0))
    send_move(slider, start + QPoint(40, 0))  # put off: it comes with the release
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(40, 0))
    assert heard.kinds() == ["started", "changing", "changing", "changed"]


def test_a_last_value_that_is_overruled_is_not_told_as_what_the_hand_set(slider):
    heard, start = Heard(slider), QPoint(round(slider.x_of(0)), 12)
    slider.changing.connect(lambda value: slider.set_amount(1.0) if value > 2 else None)
    QTest.mousePress(slider, LEFT, NONE, start)
    send_move(slider, start + QPoint(10, 0))
    send_move(slider, start + QPoint(40, 0))
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(40, 0))
    assert heard.kinds() == ["started", "changing", "changing"]
    assert slider.amount == 1.0


def test_escape_takes_back_what_was_put_off_too(slider, qtbot):
    heard, start = Heard(slider), QPoint(round(slider.x_of(0)), 12)
    QTest.mousePress(slider, LEFT, NONE, start)
    send_move(slider, start + QPoint(10, 0))
    send_move(slider, start + QPoint(40, 0))
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    QTest.qWait(2 * gesture.PACE)
    assert heard.last("changing") == heard.last("changed") == slider.amount == 0
    assert 4.0 not in [value for _, value in heard.said]


def test_what_has_names_is_dragged_from_name_to_name(qtbot):
    slider = Slider(HAIRCUT)
    slider.setGeometry(0, 0, 216, 24)
    qtbot.addWidget(slider)
    heard = Heard(slider)
    start = slider.rect().center()
    QTest.mousePress(slider, LEFT, NONE, QPoint(10, start.y()))
    for x in range(10, 216, 7):
        QTest.mouseMove(slider, QPoint(x, start.y()))
        QTest.qWait(gesture.PACE + 4)
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(213, start.y()))
    values = [value for kind, value in heard.said if kind == "changing"]
    assert values == [1, 2, 3]
    QTest.mousePress(slider, LEFT, SHIFT, QPoint(200, start.y()))
    QTest.mouseMove(slider, QPoint(80, start.y()))
    QTest.mouseRelease(slider, LEFT, SHIFT, QPoint(80, start.y()))
    assert slider.amount == int(slider.amount)  # a slow drag, too, knows nothing between


def test_a_name_is_shown_and_can_be_typed(qtbot):
    field = ValueField(HAIRCUT)
    qtbot.addWidget(field)
    field.resize(80, 22)
    field.show()
    field.show_value(2)
    assert field.text() == "Bob"
    assert type_into(field, " long ") == [3]
    assert type_into(field, "1") == [1]
    assert type_into(field, "1.5", Qt.Key.Key_Return) == []
