"""The bar under the canvas: what it says, what it stops, and that nothing in it is ever cut."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.render.request import Frame, Quality, RenderRequest
from gui.canvas.paint_rate import PaintRate
from gui.model.ask import Ask
from gui.model.lanes import Rank
from gui.window.job_sign import SHOW_AFTER
from gui.window.viewer_bar import ViewerBar
from tests.gui.desk import Desk, drag_slider, slider_of
from tests.gui.fakes import GRAY, PAINT, FakeEngine
from tests.gui.test_canvas import pixels_of
from tests.gui.test_slider import move

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Slow(FakeEngine):
    """Its pictures in full quality come in ten steps, the fifth when the door opens."""

    def __init__(self) -> None:
        super().__init__()
        self.door = threading.Event()
        self.door.set()

    def draw(self, request: RenderRequest) -> Job[Frame]:
        for done in range(10):
            yield Progress(done, 10, Text("drawing"))
            while done == 4 and not self.door.wait(0.001):
                yield Progress(done, 10, Text("drawing"))
        return self.render(request)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=Slow)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    qtbot.waitUntil(lambda: not desk.session.thread_.busy and not desk.window.viewer.bar.sign.visible)
    yield desk
    desk.engine.door.set()
    desk.close()


def at_work(desk: Desk, title: str, go_on: threading.Event, rank: Rank = Rank.NORMAL) -> "Ask[None]":
    """A job that yields until it may end."""
    def job(_: object) -> Job[None]:
        while not go_on.wait(0.001):
            yield Progress(1, 4, Text("half-way"))

    return Ask(desk.session, title, job, rank).start(desk.session.thread_)


# ---- how quickly frames reach the eye

def test_frames_are_counted_in_the_last_second_and_since_the_hand_took_hold() -> None:
    now = [10.0]
    rate = PaintRate(lambda: now[0])
    rate.begin()
    assert rate.per_second() is None
    for _ in range(7):
        now[0] += 0.0625
        rate.painted()
    now[0] = 10.5
    assert rate.per_second() == 14.0  # 7 in half a second
    for _ in range(14):
        now[0] += 0.0625
        rate.painted()
    assert rate.per_second() == pytest.approx(16.0, abs=1.0)
    now[0] += 5.0
    assert rate.per_second() is None
    rate.begin()
    assert rate.per_second() is None


def test_a_drag_says_how_many_frames_were_painted_not_how_quickly_one_was_drawn(desk: Desk) -> None:
    now, counted = [0.0], []
    canvas, bar = desk.window.canvas, desk.window.viewer.bar

    class Counted(PaintRate):
        def painted(self) -> None:
            counted.append(now[0])
            super().painted()

    canvas.rate = Counted(lambda: now[0])
    slider = slider_of(desk, "AU26")
    start = QPoint(round(slider.x_of(slider.amount)), slider.height() // 2)
    QTest.mousePress(slider, LEFT, NONE, start)
    for step in range(1, 6):
        came = len(counted)
        now[0] += 0.1
        move(slider, start + QPoint(6 * step, 0))
        desk.qtbot.waitUntil(lambda came=came: len(counted) > came)
    canvas.repaint()  # nothing new: it does not count
    now[0] = 0.5
    frames = len(counted)
    assert desk.window.viewer._rate.isActive()
    desk.window.viewer._rate.timeout.emit()  # not waited for: a hand that rests meanwhile has its final picture
    assert bar.words.text == f"Draft · {round(frames / 0.5)} fps" and "drawn in 12 ms" in bar.words.more
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(30, 0))
    desk.rest()
    assert bar.words.text == "Final"


# ---- every wait has a sign

def test_a_wait_is_told_after_a_fifth_of_a_second_also_in_line(desk: Desk) -> None:
    now, go_on = [100.0], threading.Event()
    thread, bar = desk.session.thread_, desk.window.viewer.bar
    thread.clock = lambda: now[0]
    first, second = at_work(desk, "Fitting", go_on), at_work(desk, "Waiting its turn", go_on)
    desk.qtbot.waitUntil(lambda: first.ticket.begun)
    now[0] += 0.9 * SHOW_AFTER
    bar.sign.look()
    assert bar.sign.ticket is None and not bar.cancel.isVisible() and not bar.progress.isVisible()
    now[0] += 0.2 * SHOW_AFTER
    bar.sign.look()
    assert bar.sign.ticket is first.ticket and bar.cancel.isVisible() and bar.progress.isVisible()
    desk.qtbot.waitUntil(lambda: bar.state.text == "Fitting · half-way")
    assert bar.progress.fraction == 0.25 and bar.state.text != bar.words.text
    line = pixels_of(bar.grab().toImage())[1]
    assert (line[5] != line[-5]).any()  # a quarter of the edge is filled
    first.cancel()
    desk.qtbot.waitUntil(lambda: bar.sign.ticket is second.ticket)
    go_on.set()
    desk.qtbot.waitUntil(lambda: not bar.progress.isVisible() and bar.sign.ticket is None)
    assert not bar.cancel.isVisible()


def test_time_left_comes_from_the_last_runs_and_else_nothing_is_said(desk: Desk) -> None:
    now, go_on = [100.0], threading.Event()
    thread, bar = desk.session.thread_, desk.window.viewer.bar
    thread.clock = lambda: now[0]

    def job(_: object) -> Job[None]:
        while not go_on.wait(0.001):
            yield Progress(1, 4)

    def text(kind: str) -> str:
        ask = Ask(desk.session, "Looking", job).timed(kind).start(thread)
        desk.qtbot.waitUntil(lambda: ask.ticket.begun)
        now[0] += 15.0
        bar.sign.look()
        said = bar.state.text
        ask.cancel()
        desk.qtbot.waitUntil(lambda: not ask.active)
        return said

    assert text("inversion") == "Looking"
    thread.durations.note("inversion", 55.0)
    assert text("inversion") == "Looking · 40 s left"
    go_on.set()


def test_a_picture_in_full_quality_that_takes_long_is_told_of_and_can_be_stopped(desk: Desk) -> None:
    bar, engine = desk.window.viewer.bar, desk.engine
    engine.door.clear()
    drag_slider(desk, "AU26")
    desk.qtbot.waitUntil(lambda: bar.state.text == "Drawing in full quality · drawing")
    assert bar.progress.fraction == 0.4 and bar.words.text == "Draft"
    QTest.mouseClick(bar.cancel, LEFT)
    desk.qtbot.waitUntil(lambda: bar.sign.ticket is None)
    engine.door.set()
    desk.qtbot.waitUntil(lambda: bar.state.text == "Draft")  # as it was when the hand let go
    assert desk.window.canvas.frame(0).quality is Quality.DRAFT and not desk.session.thread_.busy
    drag_slider(desk, "AU26", -10)
    desk.rest()
    assert bar.words.text == "Final" and desk.errors == []


def test_one_text_at_a_time(desk: Desk) -> None:
    now, go_on = [100.0], threading.Event()
    desk.session.thread_.clock = lambda: now[0]
    bar = desk.window.viewer.bar
    ask = at_work(desk, "Fitting", go_on)
    desk.qtbot.waitUntil(lambda: ask.ticket.begun)
    now[0] += 1.0
    bar.sign.look()
    bar.show_message("Saved anna.facewright")
    assert bar.state.text == "Saved anna.facewright" and bar.cancel.isVisible()
    bar._passing.stop()
    bar._passing.timeout.emit()
    desk.qtbot.waitUntil(lambda: bar.state.text == "Fitting · half-way")
    go_on.set()
    desk.qtbot.waitUntil(lambda: bar.state.text == bar.words.text == "Original")


# ---- room

@pytest.mark.parametrize("width", [1400, 900, 640, 520, 400, 300])
@pytest.mark.parametrize("busy", [False, True])
def test_nothing_is_cut_and_what_has_no_room_is_in_the_menu(desk: Desk, width: int, busy: bool) -> None:
    now, go_on = [100.0], threading.Event()
    desk.session.thread_.clock = lambda: now[0]
    actions = desk.window.actions_
    bar = ViewerBar(desk.session, actions)
    desk.qtbot.addWidget(bar)
    bar.show_identity(0.23)
    bar.show_zoom(0.52)
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    if busy:
        ask = at_work(desk, "Finding the face in the generator", go_on)
        desk.qtbot.waitUntil(lambda: ask.ticket.begun)
        now[0] += 1.0
        bar.sign.look()
    desk.qtbot.wait(1)
    shown = [widget for widget in (*bar.findChildren(QToolButton), bar.state, bar.identity) if widget.isVisible()]
    places = [QRect(widget.mapTo(bar, QPoint()), widget.size()) for widget in shown]
    for widget, place in zip(shown, places, strict=True):
        assert bar.width() == width and bar.rect().contains(place), widget.accessibleName()
        assert widget is bar.state or widget.width() >= widget.sizeHint().width(), widget.accessibleName()
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    named = {action.text() for action in bar.tools.menu_.actions()}
    here = {widget.defaultAction().text() for widget in shown
            if isinstance(widget, QToolButton) and widget.defaultAction() is not None}
    every = {actions[name].text() for name in ("wipe", "beside", "fit", "actual", "zoom out", "zoom in")}
    assert every <= named | here and not named & here
    assert (actions["zoom in"].text() in here) == (actions["zoom out"].text() in here)
    assert bar.identity.isVisible() or "Looks like the photo" in named
    assert bar.tools.more.isVisible() == bool(named)
    go_on.set()


def test_what_moved_to_the_bar_is_not_in_the_tool_bar_any_more(desk: Desk) -> None:
    texts = {action.text() for action in desk.window.tool_bar.actions()}
    assert not texts & {desk.window.actions_[name].text() for name in ("wipe", "fit", "actual", "zoom in", "zoom out")}
    assert desk.window.tabs.cornerWidget() is None


# ---- side by side

def test_the_original_and_the_edited_photo_stand_beside_one_another_in_one_view(desk: Desk) -> None:
    bar, canvas, actions = desk.window.viewer.bar, desk.window.canvas, desk.window.actions_
    drag_slider(desk, "AU26")
    desk.rest()
    button = next(one for one in bar.tools.findChildren(QToolButton) if one.defaultAction() is actions["beside"])
    QTest.mouseClick(button, LEFT)
    assert canvas.beside and actions["beside"].isChecked() and not actions["wipe"].isChecked()
    canvas.fit()
    canvas.set_editing(True)

    def halves() -> tuple[np.ndarray, np.ndarray]:
        """What is at a point of the edited face, in either half."""
        grabbed = pixels_of(canvas.grab().toImage())
        spot = canvas.view.to_canvas(canvas._faces[0]).center().toPoint()
        shift = round(canvas.width() - canvas.pane.width())
        return grabbed[spot.y(), spot.x()], grabbed[spot.y(), spot.x() + shift]

    left, right = halves()
    assert (left == GRAY).all() and (right == PAINT).all()
    middle = QPointF(canvas.rect().center())
    zoom, at = canvas.view.zoom, canvas.view.point_to_photo(canvas._in_pane(middle))
    QTest.mousePress(canvas, LEFT, NONE, QPoint(40, 200))
    move(canvas, QPoint(60, 200))
    move(canvas, QPoint(70, 210))
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(70, 210))
    assert canvas.view.point_to_photo(canvas._in_pane(middle)) != at and canvas.view.zoom == zoom
    left, right = halves()
    assert (left == GRAY).all() and (right == PAINT).all()
    canvas.set_comparing(True)
    left, right = halves()
    assert (left == GRAY).all() and (right == GRAY).all()
    canvas.set_comparing(False)
    actions["wipe"].trigger()
    assert canvas.wipe is not None and not canvas.beside and not actions["beside"].isChecked()
    actions["beside"].trigger()
    assert canvas.wipe is None and canvas.beside
    QTest.mouseClick(canvas, LEFT, NONE, canvas.view.to_canvas(canvas._faces[1]).center().toPoint())
    assert desk.session.document.selected == 1  # the original's faces can be clicked, too
