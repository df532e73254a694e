"""Another theme or language builds the window anew: what lasts stays, and nothing of the old window is left."""

import gc
import threading
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import SIGNAL, QMetaMethod, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.base import allocator
from engine.base.jobs import Job, Progress, run
from engine.base.opencv import cv2
from engine.rig.fit import RigFit
from engine.rig.schema import load_schema
from gui.controls.control_row import ControlRow
from gui.model.collector import Collector
from gui.model.engine_thread import JobTicket
from gui.model.session import Session
from gui.panels.live_link import LiveLinkButton
from gui.panels.panel import Panel
from gui.panels.registry import PANELS
from gui.window.main_window import MainWindow
from tests.gui.desk import Desk, slider_of
from tests.gui.fakes import GRAY
from tests.gui.latents import Finder

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
TIMES = 20


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=Finder)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    qtbot.waitUntil(lambda: desk.session.inversions.face(0).source is not None)
    yield desk
    desk.engine.latents.hold.set()
    desk.close()


def receivers(desk: Desk) -> dict[str, int]:
    """How many listen to each signal of everything that outlives the window. Jobs come and go, and with them what
    ties them to whoever asked for them (plain objects)."""
    session = desk.session
    counts: Counter[str] = Counter()
    for thing in (session, *session.findChildren(QObject)):
        if isinstance(thing, JobTicket) or type(thing) is QObject:
            continue
        kind = thing.metaObject()
        for place in range(kind.methodCount()):
            method = kind.method(place)
            if method.methodType() == QMetaMethod.MethodType.Signal and method.name().data() != b"destroyed":
                signature = method.methodSignature().data().decode()
                counts[f"{kind.className()}.{signature}"] += thing.receivers(SIGNAL(signature))
    return counts


def rebuild(desk: Desk, time: int) -> None:
    """By theme and by language in turn; until the old window is destroyed."""
    with desk.qtbot.waitSignal(desk.window.destroyed, timeout=60_000):
        if time % 2:
            desk.window.language_chosen.emit(("en", "zh_CN")[time // 2 % 2])
        else:
            desk.window.theme_chosen.emit(("light", "dark")[time // 2 % 2])


def test_twenty_windows_leave_nothing_behind(desk: Desk) -> None:
    """A search runs all the time, and each time a slider is held."""
    session, thread, document = desk.session, desk.session.thread_, desk.session.document
    document.set_controls({"AU26": 4.0}, "Jaw")
    desk.rest()
    desk.engine.latents.hold.clear()
    session.inversions.find(0)
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    search = session.inversions.face(0).search
    ended: list[object] = []
    thread.job_ended.connect(ended.append)
    rebuild(desk, 1)
    before, old = receivers(desk), []
    assert sum(before.values()) > 50
    for time in range(TIMES):
        old.append(weakref.ref(desk.window))
        slider = slider_of(desk, "AU26")
        middle = QPoint(round(slider.x_of(slider.amount)), slider.height() // 2)
        QTest.mousePress(slider, LEFT, NONE, middle)
        QTest.mouseMove(slider, middle + QPoint(6, 0))
        assert document.in_gesture
        del slider
        rebuild(desk, time)
        assert not document.in_gesture and desk.window.canvas.frame(0) is not None
    assert receivers(desk) == before
    allocator.collect()
    assert [window() for window in old] == [None] * TIMES
    assert search is session.inversions.face(0).search and search.active and not search.ticket.cancelling
    assert desk.attributes.card.cancel_button.isVisibleTo(desk.attributes)
    assert [ticket.title for ticket in ended if ticket.title == "Finding the face"] == []
    desk.engine.latents.hold.set()
    desk.qtbot.waitUntil(lambda: session.inversions.face(0).inversion is not None)
    assert desk.engine.latents.sought == [(0, "draft")] and desk.errors == []


@pytest.fixture
def no_collector(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing is found by the collector."""
    gc.collect()
    assert not gc.isenabled()  # it is not Python's own
    monkeypatch.setattr(Collector, "tick", lambda collector: None)
    monkeypatch.setattr(gc, "collect", lambda *_: 0)


def test_an_old_window_keeps_no_picture_until_the_collector_comes_for_it(desk: Desk, no_collector: None) -> None:
    kept = weakref.ref(desk.session.image)
    rebuild(desk, 0)
    assert kept() is not None
    path = desk.folder / "white.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), 255, np.uint8))
    desk.open(path)
    desk.qtbot.waitUntil(lambda: kept() is None)


def test_a_closed_photo_is_kept_by_nobody(desk: Desk, no_collector: None) -> None:
    kept = weakref.ref(desk.session.image), weakref.ref(desk.session.document.photo)
    desk.session.close_photo()
    desk.qtbot.waitUntil(lambda: all(thing() is None for thing in kept))


def test_a_panel_that_cannot_be_built_is_left_out_and_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(session: Session) -> Panel:
        raise ValueError("no such table")

    name = next(reversed(PANELS))
    monkeypatch.setitem(PANELS, name, replace(PANELS[name], build=broken))
    rebuild(desk, 0)
    assert desk.window.isEnabled() and set(desk.window.panels) == set(PANELS) - {name}
    assert ["no such table" in str(error.message) for error in desk.errors] == [True]
    desk.errors.clear()


def test_a_window_that_cannot_be_built_leaves_the_old_one_in_use(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    desk.editor.guard.install()  # tells of every exception in a slot
    desk.editor.guard.failed.connect(lambda error: said.append(error.detail))

    def broken(*_: object, **__: object) -> None:
        raise ValueError("no window")

    old = desk.window
    with monkeypatch.context() as patch:
        patch.setattr("gui.window.rebuilding.MainWindow", broken)
        old.theme_chosen.emit("light")
        desk.qtbot.waitUntil(lambda: not old.isEnabled())
        desk.qtbot.waitUntil(old.isEnabled)
    assert desk.window is old and len(said) == 1 and "no window" in said[0]
    old.viewer.bar.renderer.open()  # its panel went, and comes again
    old.viewer.bar.renderer.panel.hide()
    desk.errors.clear()
    rebuild(desk, 1)
    assert desk.window is not old and set(desk.window.panels) == set(PANELS)


def test_what_the_old_window_asked_for_comes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def fit(photo: str, face: int, schema: str, shape: str) -> Job[RigFit]:
        while not gate.is_set():
            yield Progress(0, 1)
            gate.wait(0.01)
        known = load_schema(schema)
        return RigFit(known.defaults(shape), 0.84, 2.51, 1.2, 4.0, 0.01)

    monkeypatch.setattr(desk.engine, "fit_rig", fit)
    assert desk.rig.actions_row.fit() is not None and not desk.rig.actions_row.fit_button.isEnabled()
    rebuild(desk, 0)
    assert not desk.rig.actions_row.fit_button.isEnabled() and desk.rig.actions_row.fit() is None
    gate.set()
    desk.qtbot.waitUntil(desk.rig.actions_row.fit_button.isEnabled)
    assert desk.session.document.undo_stack.count() == 1
    note = "Fit: 0.8 mm off, 2.5 mm at most; 1.2 px in the photo"
    assert desk.rig.stage.view.note == note
    rebuild(desk, 0)
    assert desk.rig.stage.view.note == note and desk.errors == []


def test_the_new_window_says_what_the_old_one_said(desk: Desk) -> None:
    desk.session.document.set_controls({"AU26": 4.0}, "Jaw")
    desk.rest()
    desk.qtbot.waitUntil(lambda: desk.session.meter.distance is not None)
    frame, drawn = desk.window.canvas.frame(0), len(desk.engine.rendered)
    desk.window.canvas.actual_size()
    rebuild(desk, 0)
    window = desk.window
    assert window.canvas.frame(0) is frame and len(desk.engine.rendered) == drawn  # there at once, not drawn again
    bar = window.viewer.bar
    assert "0.10" in bar.identity.toolTip()
    assert bar.identity.isVisibleTo(bar) or "Looks like the photo" in {one.text() for one in bar.tools.menu_.actions()}
    assert window.viewer.bar.renderer.panel.device.text() == "Drawn with: a pencil"


def test_a_live_link_stays_on(desk: Desk) -> None:
    run(desk.engine.rigs.link("vmc"))
    rebuild(desk, 1)
    button = desk.window.findChild(LiveLinkButton)
    desk.qtbot.waitUntil(button.isChecked)
    assert desk.engine.links == ["vmc"]


def test_the_photo_stays_where_it_was_looked_at(desk: Desk) -> None:
    desk.window.canvas.fit()
    rebuild(desk, 0)
    assert desk.window.canvas.view.fitted and desk.window.canvas.wipe is None
    canvas = desk.window.canvas
    canvas.zoom_by(3.0, QPointF(40.0, 60.0))
    canvas.set_wipe(0.25)
    zoom, centre = canvas.view.zoom, canvas.view.centre
    rebuild(desk, 1)
    canvas = desk.window.canvas
    assert canvas.view.zoom == pytest.approx(zoom) and not canvas.view.fitted
    assert canvas.view.centre == centre
    assert canvas.wipe == 0.25 and desk.window.actions_["wipe"].isChecked()
    assert desk.window.viewer.bar.zoom.text() == f"{round(100 * zoom)} %"


def test_no_step_of_a_rebuilding_dresses_what_nobody_sees_any_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a step costs is the widgets it goes through: a style sheet is set once the panels are gone, and not at all
    for another language; each panel is built in an event of its own."""
    dressed: list[int] = []
    built: list[int] = []
    events = [0]
    original = QApplication.setStyleSheet

    def set_style_sheet(application: QApplication, sheet: str) -> None:
        dressed.append(len(desk.window.findChildren(ControlRow)))
        original(application, sheet)

    def count() -> None:
        events[0] += 1

    monkeypatch.setattr(QApplication, "setStyleSheet", set_style_sheet)
    for name, spec in PANELS.items():
        def build(session: Session, build: Callable[[Session], Panel] = spec.build) -> Panel:
            built.append(events[0])
            return build(session)
        monkeypatch.setitem(PANELS, name, replace(spec, build=build))
    ticking = QTimer(interval=0)
    ticking.timeout.connect(count)
    assert desk.window.findChildren(ControlRow)
    ticking.start()
    rebuild(desk, 0)
    assert dressed == [0] and len(set(built)) == len(PANELS)
    rebuild(desk, 3)
    ticking.stop()
    assert dressed == [0]


def test_the_program_may_end_while_the_window_is_being_rebuilt(qtbot: QtBot, tmp_path: Path) -> None:
    for steps in (0, 3, 8):
        desk = Desk(qtbot, tmp_path)
        desk.window.theme_chosen.emit("light")
        for _ in range(steps):
            qtbot.wait(1)
        desk.close()  # and nothing is left behind, as of every test


def test_no_window_outlives_the_session_it_looks_at(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    desk.window.theme_chosen.emit("light")
    qtbot.waitUntil(lambda: desk.editor._rebuilding._new is not None)
    desk.editor.close()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)] == []
    desk.close()


def test_faces_may_be_chosen_and_drawn_while_the_window_is_being_rebuilt(desk: Desk) -> None:
    """Panels of the old window go before it does, and those of the new come after it: each hears for itself."""
    document = desk.session.document
    said: list[str] = []
    desk.editor.guard.install()  # tells of every exception in a slot
    desk.editor.guard.failed.connect(lambda error: said.append(error.detail))
    with desk.qtbot.waitSignal(desk.window.destroyed, timeout=60_000):
        desk.window.theme_chosen.emit("light")
        turning = QTimer(interval=0)
        turning.timeout.connect(lambda: document.select(1 - document.selected))
        turning.start()
    turning.stop()
    assert said == []


def test_a_choice_made_while_the_window_is_being_rebuilt_builds_it_once_more(desk: Desk) -> None:
    windows = [desk.window]

    def built() -> int:
        if desk.window is not windows[-1]:
            windows.append(desk.window)
        return len(windows)

    desk.window.theme_chosen.emit("light")
    desk.qtbot.waitUntil(lambda: not windows[0].isEnabled())  # it has begun
    desk.window.theme_chosen.emit("dark")
    desk.qtbot.waitUntil(lambda: built() == 3, timeout=60_000)
    assert desk.window.isEnabled() and set(desk.window.panels) == set(PANELS)


def test_panels_that_were_put_away_before_the_photo_was_alone_stay_so(desk: Desk) -> None:
    act = desk.window.actions_
    act["panels"].setChecked(False)
    act["full screen"].setChecked(True)
    rebuild(desk, 0)
    act = desk.window.actions_
    assert act["full screen"].isChecked()
    act["full screen"].setChecked(False)
    assert not act["panels"].isChecked()
