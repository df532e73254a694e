"""Knobs over a generator: looking for the face, what is drawn until it is found, locks, random."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from engine.attributes.knobs import KNOBS, LOCK
from engine.attributes.told import Shortfall
from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.systems import LOOK_CONTROLS, split
from gui.controls.ink import ink
from gui.controls.knob import Knob
from gui.controls.knob_cell import KnobCell
from gui.controls.seed_cell import Die
from gui.dialogs.models import ModelsDialog
from gui.model.ask import Ask
from gui.model.inversions import GENERATOR
from gui.model.lanes import Rank
from gui.panels.attribute_scores import level, score_of
from gui.panels.attributes import TURNED
from gui.panels.inversion_card import InversionCard
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY
from tests.gui.latents import Finder

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SMILE = "attribute.smile"


def open_gray(desk: Desk) -> None:
    path = desk.folder / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """An editor with nothing open, the attributes in front."""
    desk = Desk(qtbot, tmp_path, make=Finder)
    desk.window.tabs.setCurrentWidget(desk.attributes)
    qtbot.waitUntil(lambda: desk.session.inversions.looked)
    yield desk
    desk.engine.latents.hold.set()
    desk.close()


@pytest.fixture
def desk(bare: Desk) -> Desk:
    open_gray(bare)
    bare.qtbot.waitUntil(lambda: bare.session.inversions.face(0).source is not None)
    return bare


def knob(desk: Desk, name: str = SMILE) -> Knob:
    return desk.attributes.panel.row(name).slider()


def turn(desk: Desk, by: int = 30, name: str = SMILE) -> None:
    """Take hold of a knob and pull it upwards with the mouse."""
    held = knob(desk, name)
    start = QPoint(27, 27)
    QTest.mousePress(held, LEFT, NONE, start)
    for step in range(1, 11):
        QTest.mouseMove(held, start - QPoint(0, by * step // 10))
        desk.qtbot.wait(2)
    QTest.mouseRelease(held, LEFT, NONE, start - QPoint(0, by))


def find(desk: Desk) -> None:
    desk.attributes.card.find_button.click()
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion is not None)


def drawn_with(desk: Desk, name: str) -> list[float]:
    return [request.look.get(name, 0.0) for request in desk.engine.rendered]


# ---- finding the face

def test_the_first_touch_of_a_knob_looks_for_the_face_and_then_draws(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    turn(desk)
    value = desk.session.document.look()[SMILE]
    assert value == pytest.approx(0.9, abs=0.01) and desk.session.document.undo_stack.count() == 1
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    card = desk.attributes.card
    assert card.cancel_button.isVisible() and card.bar.isVisible() and not card.find_button.isVisible()
    assert card.words.text() == "The knobs take effect when it is found."
    desk.qtbot.wait(250)
    assert drawn_with(desk, SMILE) in ([], [0.0, 0.0]) and desk.errors == []  # ten turns, nothing to draw anew
    desk.engine.latents.hold.set()
    desk.rest()
    assert set(drawn_with(desk, SMILE)) <= {0.0, value} and drawn_with(desk, SMILE)[-1] == value
    assert desk.engine.latents.sought == [(0, "draft")]
    assert card.heading.text() == "Likeness: good" and "24.3 dB · LPIPS 0.18 · ID 0.93" in card.heading.toolTip()
    assert all(card.pair.pictures) and card.refine_button.isVisible() and not card.cancel_button.isVisible()


def test_expression_sliders_stay_quick_while_a_face_is_looked_for(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    turn(desk)
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    desk.session.document.set_controls({"AU26": 4.0}, "Jaw")
    desk.qtbot.waitUntil(lambda: 4.0 in drawn_with(desk, "AU26"))
    assert not desk.engine.latents.hold.is_set() and drawn_with(desk, SMILE) == [0.0] * len(desk.engine.rendered)
    desk.engine.latents.hold.set()
    desk.rest()
    assert desk.window.canvas.frame(0).request.look == desk.session.document.look()


def test_the_button_looks_for_it_and_refining_goes_on(desk: Desk) -> None:
    card = desk.attributes.card
    assert card.find_button.isVisible() and card.heading.text() == "Not found yet"
    find(desk)
    assert card.words.text() == "Found roughly."
    desk.qtbot.waitUntil(lambda: len(desk.engine.prepared) == 1)  # before the first turn of a knob
    card.refine_button.click()
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion.quality == "full")
    assert desk.engine.latents.sought == [(0, "draft"), (0, "full")]
    assert card.words.text() == "Refined." and not card.refine_button.isVisible()


def test_a_double_click_on_the_button_only_begins_and_leaves_the_keys_where_they_were(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    card, handle = desk.attributes.card, desk.window.windowHandle()
    focus = desk.window.focusWidget()
    place = card.find_button.mapTo(desk.window, card.find_button.rect().center())
    QTest.mouseClick(handle, LEFT, NONE, place)
    desk.qtbot.waitUntil(card.cancel_button.isVisible)
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    QTest.mouseDClick(handle, LEFT, NONE, place)
    assert desk.session.inversions.face(0).searching and desk.window.focusWidget() is focus
    desk.engine.latents.hold.set()
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion is not None)


def test_the_keys_go_from_the_button_to_the_one_that_cancels(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    card = desk.attributes.card
    card.find_button.setFocus()
    QTest.keyClick(card.find_button, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(card.cancel_button.isVisible)
    assert desk.window.focusWidget() is card.cancel_button
    desk.engine.latents.hold.set()
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion is not None)


def test_stopping_keeps_the_best_so_far(desk: Desk) -> None:
    find(desk)
    desk.engine.latents.hold.clear()
    desk.engine.latents.in_step.clear()
    card = desk.attributes.card
    card.refine_button.click()
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    card.cancel_button.click()
    desk.qtbot.waitUntil(lambda: not desk.session.inversions.face(0).searching)
    assert not desk.engine.latents.hold.is_set()  # nobody waits for the step
    desk.qtbot.waitUntil(lambda: card.refine_button.isVisible())
    assert desk.session.inversions.face(0).inversion.quality == "draft" and card.heading.text() == "Likeness: good"


def test_stopped_before_anything_was_found_nothing_begins_by_itself(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    turn(desk)
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    desk.attributes.card.cancel_button.click()
    desk.qtbot.waitUntil(lambda: not desk.session.inversions.face(0).searching)
    desk.engine.latents.hold.set()
    turn(desk, 10)
    desk.qtbot.wait(100)
    assert len(desk.engine.latents.sought) == 1 and desk.errors == []
    find(desk)
    desk.rest()
    assert desk.engine.rendered[-1].look == desk.session.document.look()


def test_a_failure_is_told_in_the_panel_with_another_try(desk: Desk) -> None:
    desk.engine.latents.trouble = EngineError("this machine has not enough memory for that", "close other programs")
    card = desk.attributes.card
    card.find_button.click()
    desk.qtbot.waitUntil(lambda: card.heading.text() == "The face was not found")
    assert "not enough memory" in card.words.text() and card.find_button.text() == "Try again"
    desk.engine.latents.trouble = None
    find(desk)
    assert card.heading.text() == "Likeness: good"


def test_a_face_found_another_day_is_there_at_once(bare: Desk) -> None:
    open_gray(bare)
    bare.qtbot.waitUntil(lambda: bare.session.inversions.face(0).source is not None)
    find(bare)
    bare.window.theme_chosen.emit("light")
    old = bare.window
    bare.qtbot.waitUntil(lambda: bare.window is not old)
    bare.qtbot.waitUntil(lambda: bare.session.inversions.face(0).inversion is not None)
    assert bare.engine.latents.sought == [(0, "draft")]


@pytest.mark.parametrize("waited_for", [False, True])
def test_a_face_is_looked_up_in_the_hands_rest_unless_its_knobs_wait_for_it(desk: Desk, waited_for: bool,
                                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    inversions, ranks = desk.session.inversions, []

    class Heard(Ask):
        def __init__(self, owner: QObject, title: str, make: Callable[[EngineFacade], Job[object]],
                     rank: Rank) -> None:
            ranks.append(rank)
            super().__init__(owner, title, make, rank)

    monkeypatch.setattr("gui.model.inversions.Ask", Heard)
    monkeypatch.setattr(inversions, "waits", lambda face: waited_for)
    inversions.face(0).asked = False
    inversions.ask_known(0)
    assert ranks == [Rank.QUIET if waited_for else Rank.IDLE]


def test_each_face_has_its_own_state(desk: Desk) -> None:
    find(desk)
    card = desk.attributes.card
    desk.session.document.select(1)
    assert card.find_button.isVisible()
    turn(desk)
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(1).inversion is not None)
    assert desk.engine.latents.sought == [(0, "draft"), (1, "draft")]
    desk.session.document.select(0)
    assert card.refine_button.isVisible() and knob(desk).amount == 0


def test_a_project_with_attributes_looks_for_its_faces_by_itself(desk: Desk, tmp_path: Path) -> None:
    find(desk)
    turn(desk)
    desk.session.document.select(1)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(tmp_path / "work.facewright")
    desk.engine.latents.found.clear()
    desk.engine.latents.sought.clear()
    desk.open(tmp_path / "work.facewright")
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion is not None)
    desk.qtbot.waitUntil(lambda: desk.window.canvas.frame(0) is not None
                         and desk.window.canvas.frame(0).request.look == desk.session.document.look(0))
    assert desk.engine.latents.sought == [(0, "draft")] and desk.errors == []


# ---- without a generator

def test_without_a_generator_it_says_so_and_leads_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    try:
        open_gray(desk)
        window = desk.window
        window.tabs.setCurrentWidget(desk.attributes)
        qtbot.waitUntil(lambda: desk.session.inversions.looked)
        card = desk.attributes.card
        assert card.get_button.isVisible() and not card.find_button.isVisible()
        assert "not on this machine" in card.words.text() and not desk.attributes.panel.isEnabled()
        desk.session.document.set_controls({"AU26": 3.0, SMILE: 1.0}, "Both")
        qtbot.waitUntil(lambda: any(len(request.look) for request in desk.engine.rendered))
        assert {key for request in desk.engine.rendered for key in request.look} == {"AU26"} and desk.errors == []
        assert desk.attributes.panel.isEnabled()  # what is set can be taken back
        desk.attributes.panel.reset_all()
        assert dict(desk.session.document.look()) == {"AU26": 3.0} and not desk.attributes.panel.isEnabled()
        card.get_button.click()
        dialog = window.findChild(ModelsDialog)
        assert dialog.isVisible() and dialog.focusWidget() is dialog.rows[GENERATOR].get
        dialog.reject()
    finally:
        desk.close()


def test_once_it_is_there_the_knobs_open(desk: Desk) -> None:
    latents = desk.engine.latents
    latents.missing = EngineError("the model mobilestylegan is not on this machine", "get it")
    inversions = desk.session.inversions
    inversions.check()
    desk.qtbot.waitUntil(lambda: inversions.lacking is not None)
    assert not desk.attributes.panel.isEnabled()
    latents.missing = None
    inversions.check()
    desk.qtbot.waitUntil(lambda: inversions.possible)
    assert desk.attributes.panel.isEnabled() and desk.attributes.card.find_button.isVisible()


# ---- knobs

def test_every_direction_has_a_knob_with_its_score(desk: Desk) -> None:
    panel = desk.attributes.panel
    for control in TURNED:
        row = panel.row(control.id)
        assert isinstance(row, KnobCell) and isinstance(row.slider(), Die if control.id == "mix.seed" else Knob)
        assert (row.score is not None) == row.lockable == control.id.startswith("attribute.")
    smile = score_of(KNOBS[SMILE])
    assert smile is not None and smile.level >= 2 and any("AUC" in line for line in smile.lines)
    assert "AUC" in panel.row(SMILE)._tip(QPoint(40, 30)) and "Double click" in panel.row(SMILE)._tip(QPoint(40, 30))


@pytest.mark.parametrize(("auc", "effect", "besides", "expected"), [
    (0.96, 0.9, 0.3, 3), (0.96, 0.6, 0.8, 2), (0.85, 0.9, 0.1, 2), (0.75, 0.9, 0.1, 1), (0.95, 0.4, 0.9, 1)])
def test_the_mark_tells_what_was_measured(auc: float, effect: float, besides: float, expected: int) -> None:
    assert level(auc, effect, besides) == expected


def test_a_knob_is_typed_nudged_and_reset(desk: Desk) -> None:
    find(desk)
    document = desk.session.document
    held = knob(desk)
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Up)
    assert document.look()[SMILE] == pytest.approx(KNOBS[SMILE].step)
    QTest.keyClicks(held, "2")
    editor = desk.attributes.panel.row(SMILE).field().editor
    assert editor is not None
    QTest.keyClicks(editor, ".5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert document.look()[SMILE] == 2.5
    QTest.mouseDClick(held, LEFT, NONE, QPoint(27, 27))
    assert SMILE not in document.look()


def test_expression_and_attributes_are_one_look_with_one_undo(desk: Desk) -> None:
    find(desk)
    document = desk.session.document
    document.set_controls({"AU26": 4.0}, "Jaw")
    turn(desk)
    desk.rest()
    expression, attributes = split(desk.engine.rendered[-1].look)
    assert dict(expression) == {"AU26": 4.0} and set(attributes) == {SMILE}
    desk.window.actions_["undo"].trigger()
    assert dict(document.look()) == {"AU26": 4.0} and knob(desk).amount == 0
    desk.window.actions_["redo"].trigger()
    desk.window.actions_["copy look"].trigger()
    document.select(1)
    desk.window.actions_["paste look"].trigger()
    assert document.look(1) == document.look(0)
    desk.window.actions_["reset look"].trigger()
    assert not document.look(1)


def test_a_preset_leaves_the_person_alone_and_carries_none(desk: Desk) -> None:
    find(desk)
    turn(desk)
    document, panel = desk.session.document, desk.expression
    value = document.look()[SMILE]
    panel.strip.tiles["happy"].click()
    assert document.look()[SMILE] == value and document.look()["AU12L"] == 8.0
    assert panel.strip.tiles["happy"].isChecked()
    panel.save_preset_as("mine")
    assert not set(panel.strip.tiles["mine"].preset.look) & {control.id for control in KNOBS}
    panel.strip.tiles["neutral"].click()
    assert dict(document.look()) == {SMILE: value, **panel.strip.tiles["neutral"].preset.look}


def test_random_leaves_locked_knobs_alone(desk: Desk) -> None:
    find(desk)
    document, panel = desk.session.document, desk.attributes.panel
    document.set_controls({SMILE: 1.5, "AU26": 2.0}, "Both")
    panel.row(SMILE).toggle_locked()
    assert document.look()["lock.smile"] == 1.0 and document.undo_stack.undoText() == "Lock Smile"
    desk.attributes.random_button.click()
    look = document.look()
    assert look[SMILE] == 1.5 and look["AU26"] == 2.0 and len(split(look)[1]) > 3
    assert all(LOOK_CONTROLS[key].check(value) == value for key, value in look.items())
    document.undo()
    assert dict(document.look()) == {SMILE: 1.5, "AU26": 2.0, "lock.smile": 1.0}
    document.undo()
    assert not panel.row(SMILE).locked and not panel.locked()
    document.redo()
    assert panel.row(SMILE).locked and {LOCK + "smile"} == {key for key in document.look() if key.startswith(LOCK)}


def test_a_throw_of_the_die_is_another_face_to_mix_in(desk: Desk) -> None:
    find(desk)
    document, panel = desk.session.document, desk.attributes.panel
    die = panel.row("mix.seed").slider()
    seen = set()
    for _ in range(6):
        QTest.mouseClick(die, LEFT, NONE, QPoint(27, 27))
        seen.add(document.control("mix.seed"))
    seed = round(document.control("mix.seed"))
    desk.qtbot.waitUntil(lambda: seed in desk.engine.others and die.picture is not None)
    assert len(seen) > 3 and all(value == round(value) for value in seen) and document.undo_stack.count() == 6
    rendered = len(desk.engine.rendered)
    panel.row("mix.coarse").slider().apply(40.0)
    desk.rest()
    assert desk.engine.rendered[-1].look["mix.coarse"] == 40.0 and len(desk.engine.rendered) > rendered
    die.setFocus()
    before = document.control("mix.seed")
    QTest.keyClick(die, Qt.Key.Key_Up)
    assert document.control("mix.seed") == min(before + 1, 9999)


def test_tiles_fill_the_width_and_every_one_is_whole(desk: Desk) -> None:
    panel = desk.attributes.panel
    for width in (360, 520):
        desk.window.resizeDocks([desk.window.panel_dock], [width], Qt.Orientation.Horizontal)
        desk.qtbot.wait(30)
        for group in panel.groups.values():
            group.make_rows()
            boxes = [row.geometry() for row in group.rows.values()]
            assert all(group.rect().contains(box) for box in boxes)
            assert all(not one.intersects(other) for one in boxes for other in boxes if one is not other)
            assert group.columns == max(1, (group.width() - 10) // 80)


def test_the_card_speaks_when_there_is_no_face(bare: Desk) -> None:
    card: InversionCard = bare.attributes.card
    assert card.heading.text() == "No face is chosen" and not card.find_button.isVisible()


# ---- what a face does not show

GLASSES, AGE = "attribute.glasses", "attribute.age"
HALF = Shortfall("glasses", "more", 0.5, Text("on this face glasses reach about {0} % of a frame", 50))
HARDLY = Shortfall("age", "less", 0.1, Text("on this face about {0} years come off", 2))


def filled_dots(cell: KnobCell) -> int:
    """Dots below the name that are not as pale as the track, on the screen."""
    picture, line = cell.grab().toImage(), cell.boxes.label.bottom() + 6
    track = ink(cell).track
    seen = [picture.pixelColor(round(cell.width() / 2 + 6 * (mark - 1)), line) for mark in range(3)]
    return sum(abs(one.lightness() - track.lightness()) > 12 for one in seen)


def tip_under_the_pointer(desk: Desk, cell: KnobCell) -> str:
    """Rest the pointer on a knob's name until its tool tip comes."""
    desk.attributes.panel.scroll_area.ensureWidgetVisible(cell)
    QToolTip.hideText()
    desk.qtbot.waitUntil(lambda: not QToolTip.isVisible())
    place = cell.mapTo(desk.window, cell.boxes.label.center())
    QTest.mouseMove(desk.window.windowHandle(), place - QPoint(3, 0))
    QTest.mouseMove(desk.window.windowHandle(), place)
    desk.qtbot.waitUntil(QToolTip.isVisible)
    return QToolTip.text()


def test_a_knob_says_what_it_does_not_show_on_this_face(desk: Desk) -> None:
    panel = desk.attributes.panel
    glasses, age, smile = (panel.row(name) for name in (GLASSES, AGE, SMILE))
    before = [filled_dots(one) for one in (glasses, age, smile)]
    assert before == [glasses.score.level, age.score.level, smile.score.level] and min(before) > 1
    desk.engine.missed[0] = [HALF, HARDLY]
    with desk.qtbot.waitSignal(desk.session.inversions.told):
        find(desk)
    assert [filled_dots(one) for one in (glasses, age, smile)] == [2, 1, before[2]]
    assert "On this face glasses reach about 50 % of a frame" in tip_under_the_pointer(desk, glasses)
    assert "AUC" in QToolTip.text() and "On this face" not in tip_under_the_pointer(desk, smile)


def test_another_face_has_its_own_dots(desk: Desk) -> None:
    desk.engine.missed[0] = [HARDLY]
    with desk.qtbot.waitSignal(desk.session.inversions.told):
        find(desk)
    age = desk.attributes.panel.row(AGE)
    assert filled_dots(age) == 1
    desk.session.document.select(1)
    assert filled_dots(age) == age.score.level > 1
    desk.session.document.select(0)
    assert filled_dots(age) == 1 and "2 years" in tip_under_the_pointer(desk, age)
