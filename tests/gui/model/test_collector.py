"""Python's collector works on the window's thread while there are others: what it finds dies there."""

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.base import allocator
from engine.base.jobs import Job, single
from gui.model.ask import Ask
from gui.model.collector import LIBRARY, Collector
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane
from tests.gui.fakes import FakeEngine

HERE = threading.get_ident()


class Circle:
    """Only the collector finds it."""

    def __init__(self, thing: object = None) -> None:
        self.itself, self.thing = self, thing


class Panel(QWidget):
    """A widget of our own: PySide brings home only its own classes."""


@pytest.fixture(autouse=True)
def nothing_stays_set_aside() -> Iterator[None]:
    yield
    gc.unfreeze()


def deaths(thing: QObject) -> list[int]:
    """The threads on which it will have died."""
    found: list[int] = []
    thing.destroyed.connect(lambda: found.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)
    return found


def many() -> list[list[int]]:
    """So many new objects that Python would look for circles again and again."""
    return [[number] for number in range(20_000)]


@pytest.mark.parametrize("kind", [Panel, QObject])
@pytest.mark.parametrize("lane", [Lane.ENGINE, Lane.FILES])
def test_a_lane_that_makes_objects_destroys_none_of_qts(thread: EngineThread, qtbot: QtBot, lane: Lane,
                                                        kind: Callable[[], QObject]) -> None:
    thing = kind()
    died = deaths(thing)
    Circle(thing)
    del thing
    owner, kept = QObject(), []
    if lane is Lane.ENGINE:
        ask = Ask(owner, "many", lambda engine: single(many)).then(kept.append).start(thread)
    else:
        ask = Ask(owner, "many", lambda: single(many), lane=Lane.FILES).then(kept.append).start(thread)
    qtbot.waitUntil(lambda: not ask.active and bool(died))
    assert died == [HERE]


def test_what_a_lane_asks_to_be_collected_dies_on_the_windows_thread(thread: EngineThread, qtbot: QtBot) -> None:
    panel = Panel()
    died = deaths(panel)
    Circle(panel)
    del panel
    gc.freeze()  # it lasts, as what was there before the libraries came
    frozen = gc.get_freeze_count()

    def work(_: object) -> Job[None]:
        return single(allocator.collect)

    Ask(QObject(thread), "collect", work).start(thread)
    qtbot.waitUntil(lambda: bool(died))  # a lane waits no longer than its patience
    assert died == [HERE]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > frozen // 2)  # set aside again


def test_python_goes_its_own_way_before_and_after(qtbot: QtBot) -> None:
    assert gc.isenabled()
    made = EngineThread(FakeEngine)
    made.start()
    assert not gc.isenabled()
    made.stop()
    made.stop()
    assert gc.isenabled()
    gone = weakref.ref(Circle())
    allocator.collect()
    assert gone() is None


def test_the_young_are_gone_through_as_often_as_python_would(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    collector = Collector()
    for counts in ((700, 10, 10), (701, 0, 0), (701, 11, 3), (0, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collector.tick()
    assert asked == [0, 1, 2]


def test_what_comes_with_a_library_is_set_aside_and_not_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    collector = Collector()
    monkeypatch.setattr(sys, "modules", {**sys.modules, **{f"library.{number}": sys for number in range(LIBRARY)}})
    before = gc.get_freeze_count()
    try:
        collector.tick()
        aside = gc.get_freeze_count()
        assert aside > before
        kept = Circle()
        collector.tick()
        assert gc.get_freeze_count() <= aside and gc.is_tracked(kept)  # once for each library
    finally:
        gc.unfreeze()


def test_circles_go_while_the_window_rests(thread: EngineThread, qtbot: QtBot) -> None:
    circle = Circle()
    there = weakref.ref(circle)
    del circle
    kept = many()
    qtbot.waitUntil(lambda: there() is None)
    assert len(kept) == 20_000
