"""The timeline without its strip: what moves a look, what becomes a key, and how time passes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from engine.base.look import Look
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.keying import KeyPlace
from engine.motion.timeline import PlacedTake, Timeline
from engine.project.face_state import LOOK, TIMELINE
from engine.project.history import history_of, without_history
from engine.project.timeline_file import timeline_of
from gui.model.document import ProjectDocument
from gui.model.timeline import TimelineModel
from tests.engine.motion.takes import constant
from tests.gui.fakes import TABLE, make_original, make_photo

JAW = Curve("AU26", (Keyframe(0, 0, Interpolation.LINEAR), Keyframe(2, 8)))
FILM = Timeline(curves=(JAW,))


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def document(qapp: QObject, clock: Clock) -> ProjectDocument:
    document = ProjectDocument(TABLE, clock=clock)
    document.open_photo(make_photo(), make_original())
    return document


@pytest.fixture
def model(document: ProjectDocument) -> Iterator[TimelineModel]:
    model = TimelineModel(document)
    model.show(True)
    yield model
    model.pause()


def test_a_face_shows_its_timeline_where_the_playhead_stands(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_controls({"AU12": 3.0}, "Smile")
    document.set_timeline(FILM, "Film")
    told: list[int] = []
    document.look_changed.connect(told.append)
    model.go(1.0)
    assert document.control("AU26") == 4.0 and document.control("AU12L") == 3.0 and told == [0]
    model.show(False)
    assert document.look() == document.state().look and "AU26" not in document.look(), "what is set, and nothing else"
    model.show(True)
    assert document.control("AU26") == 4.0 and document.look(1) == Look()


def test_the_playhead_changes_nothing_that_is_saved(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    revision, steps = document.revision, document.undo_stack.count()
    model.go(1.5)
    assert (document.revision, document.undo_stack.count()) == (revision, steps)


def test_recording_turns_what_is_set_into_keys(document: ProjectDocument, model: TimelineModel) -> None:
    model.record(True)
    model.go(2.0)
    document.begin_gesture("Jaw")
    for value in (1.0, 5.0, 8.0):
        document.drag(LOOK, {"AU26": value})
        assert document.control("AU26") == value
    document.end_gesture()
    assert model.timeline.curve("AU26") == Curve("AU26", (Keyframe(0, 0), Keyframe(2, 8)))
    assert document.state().look == Look(), "set is what was set before"
    assert document.undo_stack.count() == 1
    model.go(1.0)
    assert document.control("AU26") == 4.0
    document.undo()
    assert model.timeline == Timeline() and document.look() == Look()
    document.redo()
    assert document.control("AU26") == 4.0


def test_without_recording_only_what_moves_gets_keys(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.go(1.0)
    document.set_controls({"AU12": 5.0, "AU26": 2.0}, "Both")
    assert model.timeline.curve("AU12L") is None and document.state().look == Look.of(TABLE, {"AU12": 5.0})
    curve = model.timeline.curve("AU26")
    assert curve is not None and curve.at(1.0) == 2.0 and len(curve.keys) == 3


def test_another_look_leaves_what_only_a_take_moves(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(Timeline((PlacedTake(constant("AU26", 4.0)),)), "Take")
    model.go(0.5)
    document.set_look(Look.of(TABLE, {"AU12": 5.0}), "Preset")
    assert not model.timeline.curves and document.control("AU26") == 4.0 and document.control("AU12L") == 5.0
    document.set_controls({"AU26": 7.0}, "Jaw")
    assert document.control("AU26") == 7.0 and document.state().look["AU26"] == 3.0, "so much more than the take has it"
    assert not model.timeline.curves, "and the take goes on moving it"
    model.record(True)
    document.set_controls({"AU26": 9.0}, "Jaw")
    assert document.control("AU26") == 9.0 and model.timeline.curve("AU26") is not None


def test_keys_set_by_hand_outlive_a_take_turned_into_keys(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(Timeline((PlacedTake(constant("AU26", 4.0), 10.0),), (JAW,)), "Both")
    before = [model.timeline.look_at(time, Look(), TABLE) for time in (1.0, 10.5)]
    model.bake(0, (Curve("AU26", (Keyframe(10, 4),)), Curve("AU12L", (Keyframe(10, 2),))))
    assert model.timeline.curve("AU26") == JAW and model.timeline.curve("AU12L") is not None
    assert [model.timeline.look_at(time, Look(), TABLE)["AU26"] for time in (1.0, 10.5)] == [
        look["AU26"] for look in before]


def test_what_a_hand_holds_is_saved_as_it_is_then(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.choose(frozenset({KeyPlace("AU26", 2.0)}))
    model.take_hold("Move keys")
    revision = document.revision
    model.drag_keys(1.0, 0.0)
    assert document.revision != revision, "there is something to keep"
    saved = document.project()
    assert saved is not None
    kept = timeline_of(saved.faces[0], saved.parts)
    assert kept is not None and kept.end == 3.0
    model.let_go()
    assert model.timeline == kept


def test_nothing_stays_held_when_the_timeline_goes(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.hold(True)
    assert document.moving
    model.show(False)
    assert not document.moving
    model.show(True)
    model.hold(True)
    document.open_photo(make_photo(), make_original())
    assert not document.moving


def test_what_was_undone_under_a_hand_stays_so(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.choose(frozenset({KeyPlace("AU26", 2.0)}))
    model.take_hold("Move keys")
    model.drag_keys(1.0, 0.0)
    document.undo()
    model.drag_keys(2.0, 0.0)
    assert not model.chosen - {KeyPlace("AU26", 2.0)} and model.timeline == FILM


def test_a_project_keeps_timelines_and_their_steps(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(Timeline((PlacedTake(constant("AU26", 4.0)),)), "Take")
    document.set_timeline(FILM, "Film")
    document.undo()
    document.undo()
    document.set_timeline(Timeline(curves=(JAW,), trim=(0.5, 1.5)), "Film")
    project = document.project()
    assert project is not None
    names = [part.name for part in without_history(project.parts)]
    assert len(names) == 1 and names[0].startswith("timelines/"), "what was undone for good is not saved"
    other = ProjectDocument(TABLE)
    other.open_photo(make_photo(), make_original(), project)
    history = history_of(project.parts, project.faces, other.namespaces)
    assert history is not None and other.restore(history)
    assert other.timeline().trim == (0.5, 1.5)
    other.undo()
    assert other.timeline() == Timeline() and other.values(TIMELINE) == {}


def test_a_damaged_timeline_is_told_and_kept(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    project = document.project()
    assert project is not None
    broken = ProjectDocument(TABLE)
    lacking = type(project)(project.photo, project.faces, project.selected)
    broken.open_photo(make_photo(), make_original(), lacking)
    broken.set_playhead(1.0)
    assert broken.look() == Look() and broken.timeline() == Timeline()
    assert TimelineModel(broken).trouble is not None and broken.values(TIMELINE) != {}


def test_time_passes_as_the_clock_does_and_frames_may_be_left_out(document: ProjectDocument, model: TimelineModel,
                                                                  clock: Clock) -> None:
    document.set_timeline(FILM, "Film")
    moving: list[bool] = []
    document.moving_changed.connect(moving.append)
    model.play()
    assert model.playing and model.time == 0 and moving == [True]
    clock.now += 0.75
    model.tick()
    assert model.time == pytest.approx(0.75) and document.control("AU26") == pytest.approx(3.0)
    clock.now += 1.5
    model.tick()
    assert model.time == pytest.approx(0.25), "again from the beginning, no time lost"
    model.loops = False
    clock.now += 9.0
    model.tick()
    assert not model.playing and model.time == 2.0 and moving == [True, False]
    model.play()
    assert model.time == 0.0, "from the end it begins anew"


def test_a_hand_on_a_slider_stops_it(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.play()
    document.begin_gesture("Smile")
    assert not model.playing
    document.end_gesture()


def test_chosen_keys_are_dragged_in_one_step(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.choose(frozenset({KeyPlace("AU26", 2.0)}))
    model.take_hold("Move keys")
    for by in (0.1, 0.5, 1.0):
        model.drag_keys(by, -0.1)
    assert model.chosen == {KeyPlace("AU26", 3.0)} and document.undo_stack.count() == 1
    model.let_go()
    assert document.undo_stack.count() == 2
    assert model.timeline.curve("AU26") == Curve("AU26", (JAW.keys[0], Keyframe(3, 6)))
    document.undo()
    assert model.timeline == FILM and not model.chosen


def test_steps_keys_copies_and_ends(document: ProjectDocument, model: TimelineModel) -> None:
    document.set_timeline(FILM, "Film")
    model.to_key(1)
    assert model.time == 2.0
    model.to_key(-1)
    assert model.time == 0.0
    model.step(3)
    assert model.time == pytest.approx(0.1)
    model.choose(frozenset({KeyPlace("AU26", 2.0)}))
    assert model.copy()
    model.go(4.0)
    model.paste()
    assert model.timeline.curve("AU26").times == (0, 2, 4)  # type: ignore[union-attr]
    model.set_way(Interpolation.STEP)
    model.delete_chosen()
    assert model.timeline == FILM
    model.put(PlacedTake(constant("AU26", 4.0), 1.0))
    model.delete_chosen()
    assert model.timeline == FILM and model.chosen_take is None
