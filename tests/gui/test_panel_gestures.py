"""What a hand on a panel becomes in the document: one step a gesture, whoever else ends it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.project.face_state import LOOK
from gui.controls.control_panel import ControlPanel
from gui.model.document import ProjectDocument
from tests.gui.fakes import make_photo
from tests.gui.small_panel import TABLE, small_panel
from tests.gui.test_slider import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot) -> ControlPanel:  # noqa: ANN001
    return small_panel(qtbot)


@pytest.fixture
def document(panel: ControlPanel) -> ProjectDocument:
    """What the panel's gestures change, and what it shows."""
    made = ProjectDocument(TABLE)
    made.open_photo(make_photo())
    panel.gesture_started.connect(made.begin_gesture)
    panel.changing.connect(lambda values: made.follow(LOOK, values))
    panel.changed.connect(lambda values, name: made.end_gesture())
    made.look_changed.connect(lambda face: panel.set_values(made.look()))
    return made


def test_a_drag_is_one_undo_step_of_the_document(panel: ControlPanel, document: ProjectDocument) -> None:
    slider = panel.row("AU26").slider()
    QTest.mousePress(slider, LEFT, NONE, QPoint(round(slider.x_of(0)), 12))
    for step in range(1, 6):
        move(slider, QPointF(slider.x_of(step), 12).toPoint())
    assert document.control("AU26") == pytest.approx(5.0, abs=0.2) and document.undo_stack.count() == 0
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(round(slider.x_of(5)), 12))
    assert document.undo_stack.count() == 1 and document.undo_stack.undoText() == "Jaw drop"
    document.undo()
    assert slider.amount == 0 and panel.values() == {}
    document.redo()
    assert slider.amount == pytest.approx(5.0, abs=0.2)
    panel.reset_all()
    assert document.undo_stack.count() == 2 and not document.look()


def test_undo_in_the_middle_of_a_drag_takes_the_drag_back_and_ends_it(panel: ControlPanel,
                                                                      document: ProjectDocument) -> None:
    slider = panel.row("AU26").slider()
    QTest.mousePress(slider, LEFT, NONE, QPoint(round(slider.x_of(0)), 12))
    move(slider, QPoint(round(slider.x_of(5)), 12))
    document.undo()
    move(slider, QPoint(round(slider.x_of(8)), 12))
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(round(slider.x_of(8)), 12))
    assert document.control("AU26") == 0.0 and slider.amount == 0.0 and document.undo_stack.index() == 0


@pytest.mark.parametrize("before", [0.0, 6.0])
def test_a_double_click_on_the_track_is_one_reset_and_no_jump(panel: ControlPanel, before: float) -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo())
    document.set_controls({"AU26": before}, "before")
    steps = document.undo_stack.count()
    panel.set_values(document.look())
    panel.gesture_started.connect(document.begin_gesture)
    panel.changing.connect(lambda values: document.follow(LOOK, values))
    panel.changed.connect(lambda values, name: document.end_gesture())
    panel.retracted.connect(document.retract)
    document.look_changed.connect(lambda face: panel.set_values(document.look()))
    slider = panel.row("AU26").slider()
    place = QPoint(round(slider.x_of(-5)), 12)
    seen: list[float] = []
    slider.changed.connect(seen.append)
    QTest.mouseClick(slider, LEFT, NONE, place)
    assert seen == [pytest.approx(-5.0, abs=0.2)]  # the first click alone is a jump
    QTest.mouseDClick(slider, LEFT, NONE, place)
    assert document.control("AU26") == 0.0 and slider.amount == 0.0
    assert document.undo_stack.count() == steps + (1 if before else 0) and not document.undo_stack.canRedo()
    if before:
        document.undo()
        assert document.control("AU26") == before


@pytest.mark.parametrize("ended_by", ["saving", "undo"])
def test_a_drag_whose_gesture_ends_under_the_hand_goes_on_as_one_more_step(panel, document, ended_by) -> None:
    slider = panel.row("AU26").slider()
    QTest.mousePress(slider, LEFT, NONE, QPoint(round(slider.x_of(0)), 12))
    if ended_by == "saving":
        move(slider, QPointF(slider.x_of(2), 12).toPoint())
        document.end_gesture()
    else:
        document.undo()
    move(slider, QPointF(slider.x_of(3), 12).toPoint())
    move(slider, QPointF(slider.x_of(5), 12).toPoint())
    QTest.mouseRelease(slider, LEFT, NONE, QPointF(slider.x_of(5), 12).toPoint())
    names = [document.undo_stack.text(number) for number in range(document.undo_stack.count())]
    assert ["Jaw drop" in name for name in names] == [True] * (2 if ended_by == "saving" else 1)
