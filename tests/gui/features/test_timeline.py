"""The timeline by hand: recorded, scrubbed, played, dragged, and taken along in the project."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.motion.curve import Interpolation
from gui.dialogs.film import FilmDialog
from gui.timeline.lane_rows import CurveRow
from gui.timeline.strip import TimelineStrip
from tests.gui.fakes import GRAY
from tests.gui.features.pointer import CTRL, SHIFT, click, double_click, drag, key
from tests.gui.features.window import Window

NEUTRAL = (GRAY, GRAY, GRAY)


@pytest.fixture
def strip(window: Window) -> TimelineStrip:
    """Opened by its key."""
    key(window.window, Qt.Key.Key_T, CTRL)
    strip = window.window.timeline.strip
    assert isinstance(strip, TimelineStrip) and strip.isVisible()
    return strip


def at(strip: TimelineStrip, seconds: float) -> QPoint:
    """Where a time is on the ruler."""
    names = strip.ruler.width() - round(strip.scale.width)
    return QPoint(names + round(strip.scale.view.x_of(seconds)), 8)


def button(strip: TimelineStrip, name: str) -> None:
    action = strip.transport.actions_[name]
    click(next(one for one in strip.transport.tools.findChildren(type(strip.transport.tools.more))
               if one.defaultAction() is action))


def recorded(window: Window, strip: TimelineStrip) -> None:
    """A jaw that drops from 0 s to 2 s."""
    button(strip, "record")
    click(strip.ruler, at(strip, 2.0))
    window.drag("AU26", 30)
    button(strip, "record")
    window.rest()


def test_it_is_not_there_until_it_is_wanted(window: Window) -> None:
    assert window.window.timeline.strip is None and not window.session.timeline.shown


def test_a_slider_that_is_moved_while_recording_is_a_key(window: Window, strip: TimelineStrip) -> None:
    recorded(window, strip)
    there, level = window.face(), window.level("AU26")
    assert there != NEUTRAL and window.steps() == 1
    click(strip.ruler, at(strip, 0.0))
    window.rest()
    assert window.face() == NEUTRAL and window.level("AU26") == 0
    click(strip.ruler, at(strip, 1.0))
    window.rest()
    assert NEUTRAL[0] < window.face()[0] < there[0] and 0 < window.level("AU26") < level
    key(window.window, Qt.Key.Key_T, CTRL)
    window.rest()
    assert window.face() == NEUTRAL, "put away, the face wears what is set on it"
    key(window.window, Qt.Key.Key_T, CTRL)
    key(window.window, Qt.Key.Key_Z, CTRL)
    window.rest()
    assert window.face() == NEUTRAL and not window.session.timeline.timeline.curves


def test_it_plays_and_the_face_moves(window: Window, strip: TimelineStrip) -> None:
    recorded(window, strip)
    click(strip.ruler, at(strip, 0.0))
    window.rest()
    strip.ruler.setFocus()
    key(window.window, Qt.Key.Key_Space)
    window.qtbot.waitUntil(lambda: window.face()[0] > NEUTRAL[0])
    key(window.window, Qt.Key.Key_Space)
    window.rest()
    model = window.session.timeline
    assert not model.playing and 0 < model.time <= 2.0


def test_keys_are_dragged_added_and_led_on(window: Window, strip: TimelineStrip) -> None:
    recorded(window, strip)
    model, lanes = window.session.timeline, strip.lanes
    row = lanes.rows[0]
    assert isinstance(row, CurveRow)
    last = row.curves[0].keys[-1]
    click(lanes, QPoint(12, row.top + row.height // 2))
    row = lanes.rows[0]
    assert isinstance(row, CurveRow) and row.is_open
    start = lanes.place_of(row, last.time, last.value)
    drag(lanes, start, QPoint(round(0.5 * strip.scale.view.scale), 10))
    moved = model.timeline.curves[0].keys[-1]
    assert moved.time == pytest.approx(2.5, abs=0.05) and moved.value < last.value and window.steps() == 2
    assert round(moved.time * 30) == pytest.approx(moved.time * 30), "on a frame"
    button(strip, "linear")
    assert model.timeline.curves[0].keys[-1].interpolation is Interpolation.LINEAR
    key(window.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    double_click(lanes, lanes.place_of(lanes.rows[0], 1.0, 5.0))
    assert len(model.timeline.curves[0].keys) == 3
    lanes.setFocus()
    key(window.window, Qt.Key.Key_Delete)
    assert len(model.timeline.curves[0].keys) == 2


def test_a_take_is_loaded_moved_cut_weighed_and_turned_into_keys(window: Window, strip: TimelineStrip,
                                                                 tmp_path: Path) -> None:
    model, lanes = window.session.timeline, strip.lanes
    window.session.takes.load(tmp_path / "clip.csv")
    window.qtbot.waitUntil(lambda: bool(model.timeline.takes))
    click(strip.ruler, at(strip, 1.0))
    window.rest()
    whole = window.level("AU26")
    assert whole == pytest.approx(5.0, abs=0.2) and strip.settings.isVisible()
    strip.settings.rows["take.weight"].slider().apply(50)
    window.rest()
    assert window.level("AU26") == pytest.approx(whole / 2, abs=0.1)
    placed = model.timeline.takes[0]
    middle = lanes.place_of(lanes.rows[0], placed.offset + 1.0)
    drag(lanes, middle, QPoint(round(0.5 * strip.scale.view.scale), 0))
    assert model.timeline.takes[0].offset == pytest.approx(0.5, abs=0.05)
    end = lanes.place_of(lanes.rows[0], model.timeline.takes[0].ends)
    drag(lanes, end, QPoint(-round(0.5 * strip.scale.view.scale), 0))
    assert model.timeline.takes[0].ends == pytest.approx(2.0, abs=0.1)
    before = model.timeline.look_at(1.5, window.session.document.state().look, window.session.document.table)
    button(strip, "bake")
    window.qtbot.waitUntil(lambda: not model.timeline.takes)
    model.go(1.5)
    assert window.level("AU26") == pytest.approx(before["AU26"], abs=0.3)


def test_it_is_in_the_project(window: Window, strip: TimelineStrip, tmp_path: Path) -> None:
    recorded(window, strip)
    timeline = window.session.timeline.timeline
    path = tmp_path / "film.facewright"
    with window.qtbot.waitSignal(window.session.saved):
        window.session.save(path)
    window.open(path)
    assert window.session.timeline.timeline == timeline and window.session.timeline.shown
    click(strip.ruler, at(strip, 2.0))
    window.rest()
    assert window.face() != NEUTRAL


def test_another_theme_finds_it_where_it_was(window: Window, strip: TimelineStrip) -> None:
    recorded(window, strip)
    old = window.window
    old.theme_chosen.emit("light")
    window.qtbot.waitUntil(lambda: window.window is not old)
    again = window.window.timeline.strip
    assert again is not None and again.isVisible() and window.session.timeline.shown


def test_a_film_is_written_from_the_file_menu(window: Window, strip: TimelineStrip, tmp_path: Path) -> None:
    film = window.window.actions_["film"]
    assert not film.isEnabled(), "nothing lies on it"
    recorded(window, strip)
    assert film.isEnabled()
    key(window.window, Qt.Key.Key_F, CTRL | SHIFT)
    dialog = window.window.findChild(FilmDialog)
    assert dialog is not None
    dialog.path.setText(str(tmp_path / "film.mp4"))
    click(dialog.export_button)
    window.qtbot.waitUntil(lambda: (tmp_path / "film.mp4").exists() and not dialog.job.busy)
    lines = (tmp_path / "film.mp4").read_text().splitlines()
    assert len(lines) == 60 and lines[0] == "[]" and "AU26" in lines[-1]
    assert "60" in dialog.report.text() and "Drawn by hand" in dialog.report.text()
    dialog.reject()
