"""Asking for work: what came of it is heard once, by an owner that still lives."""

import gc
import threading
import weakref
from typing import Literal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, single
from engine.base.text import Text
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from tests.gui.fakes import FakeEngine, counting


@pytest.fixture
def owner() -> QObject:
    return QObject()


class Ears:
    """Everything an ask says, in order."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def listen(self, ask: Ask[int]) -> Ask[int]:
        return (ask.then(lambda result: self.heard.append(("done", result)))
                .cancelled(lambda: self.heard.append("cancelled")).ended(lambda: self.heard.append("ended")))


def failing(error: Exception) -> Job[int]:
    yield Progress(0, 1)
    raise error


def destroy(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def test_the_result_comes_once_and_it_knows_what_it_was_asked_for(thread: EngineThread, owner: QObject,
                                                                   qtbot: QtBot) -> None:
    ears, steps = Ears(), []
    ask = ears.listen(Ask(owner, "count", lambda engine: counting(3), about=("photo", 1)))
    ask.progress(lambda progress: steps.append(progress.done))
    assert not ask.active
    ask.start(thread)
    assert ask.active and ask.about == ("photo", 1)
    qtbot.waitUntil(lambda: not ask.active)
    assert ears.heard == [("done", 3), "ended"] and steps[0] == 0
    ask.cancel()
    ask.drop()


def test_what_fails_is_told_by_the_thread_unless_somebody_listens(thread: EngineThread, owner: QObject,
                                                                  qtbot: QtBot) -> None:
    told: list[EngineError] = []
    heard: list[EngineError] = []
    thread.failed.connect(told.append)
    error = EngineError(Text("no"))
    plain = Ask(owner, "fails", lambda engine: failing(error)).start(thread)
    listened = Ask(owner, "fails", lambda engine: failing(error)).failed(heard.append).start(thread)
    qtbot.waitUntil(lambda: not plain.active and not listened.active)
    assert told == [error] and heard == [error]


def test_an_engine_that_cannot_start_is_told_once(owner: QObject, qtbot: QtBot) -> None:
    def make() -> FakeEngine:
        raise ImportError("libGL.so.1 is missing")

    thread = EngineThread(make)
    told: list[EngineError] = []
    thread.failed.connect(told.append)
    early = [Ask(owner, "early", lambda engine: counting(1)).start(thread) for _ in range(3)]
    thread.start()
    qtbot.waitUntil(lambda: not any(ask.active for ask in early))
    assert len(told) == 1
    Ask(owner, "late", lambda engine: counting(1)).start(thread)
    qtbot.waitUntil(lambda: len(told) == 2)
    thread.stop()


def test_only_the_newest_counts(thread: EngineThread, owner: QObject, qtbot: QtBot) -> None:
    ears = Ears()
    old = ears.listen(Ask(owner, "old", lambda engine: counting(10_000))).start(thread)
    new = ears.listen(Ask(owner, "new", lambda engine: counting(2))).start(thread, replacing=old)
    qtbot.waitUntil(lambda: not new.active and not old.active)
    assert ears.heard == [("done", 2), "ended"]


def test_cancelling_is_told(thread: EngineThread, owner: QObject, qtbot: QtBot) -> None:
    ears = Ears()
    ask = ears.listen(Ask(owner, "long", lambda engine: counting(10_000))).start(thread)
    ask.cancel()
    qtbot.waitUntil(lambda: not ask.active)
    assert ears.heard == ["cancelled", "ended"]


@pytest.mark.parametrize("rank", [Rank.NORMAL, Rank.PATIENT])
def test_it_dies_with_its_owner(thread: EngineThread, qtbot: QtBot, rank: Rank) -> None:
    gate, in_step = threading.Event(), threading.Event()

    def hours() -> int:
        in_step.set()
        gate.wait(30)
        return 1

    panel = QWidget()
    row = QLabel("row")
    QVBoxLayout(panel).addWidget(row)
    ears = Ears()
    ask = ears.listen(Ask(row, "hours", lambda engine: on_thread(single(hours)), rank))
    ask.then(lambda result: row.setText(str(result))).progress(lambda progress: row.setText("on"))
    ask.start(thread)
    assert in_step.wait(30)
    destroy(panel)
    qtbot.waitUntil(lambda: not ask.active)
    gate.set()
    with qtbot.waitSignal(Ask(thread, "after", lambda engine: counting(1)).start(thread).ticket.done):
        pass
    assert ears.heard == []


def test_a_result_on_its_way_to_an_owner_that_goes_meanwhile_is_not_delivered(thread: EngineThread,
                                                                              qtbot: QtBot) -> None:
    owner, ears = QLabel(), Ears()
    first = Ask(owner, "first", lambda engine: counting(1, 0)).then(lambda _: destroy(owner))
    second = ears.listen(Ask(owner, "second", lambda engine: counting(1, 0)))
    ears.listen(first)
    first.start(thread)
    second.start(thread)
    qtbot.waitUntil(lambda: not first.active and not second.active)
    assert ears.heard == []


@pytest.mark.parametrize("lane", [Lane.FILES, Lane.PROCESSES])
def test_no_lane_waits_for_another(thread: EngineThread, owner: QObject, qtbot: QtBot,
                                   lane: Literal[Lane.FILES, Lane.PROCESSES]) -> None:
    gate, in_step = threading.Event(), threading.Event()

    def stuck() -> Job[int]:  # a step that never ends, in the lane's own thread
        in_step.set()
        gate.wait(30)
        yield Progress(0, 1)
        return 7

    long = Ask(owner, "long", stuck, lane=lane).start(thread)
    assert in_step.wait(30)
    others = [Ask(owner, "other", lambda: counting(2), lane=other).start(thread)
              for other in (Lane.FILES, Lane.PROCESSES) if other is not lane]
    others.append(Ask(owner, "engine", lambda engine: counting(2)).start(thread))
    qtbot.waitUntil(lambda: not any(ask.active for ask in others))
    assert long.active and thread.shown == [long.ticket]
    ears = Ears()
    ears.listen(long)
    gate.set()
    qtbot.waitUntil(lambda: not long.active)
    assert ears.heard == [("done", 7), "ended"]


def test_a_download_holds_no_save_up_and_is_cancelled_at_once(thread: EngineThread, owner: QObject,
                                                              qtbot: QtBot) -> None:
    gate, in_step = threading.Event(), threading.Event()

    def download() -> int:
        in_step.set()
        gate.wait(30)
        return 1

    ears = Ears()
    held = ears.listen(Ask(owner, "download", lambda: on_thread(single(download)), lane=Lane.FILES)).start(thread)
    assert in_step.wait(30)
    save = Ask(owner, "save", lambda: counting(2), lane=Lane.FILES).start(thread)
    qtbot.waitUntil(lambda: not save.active)
    assert held.active
    held.cancel()
    qtbot.waitUntil(lambda: not held.active)  # while its step still hangs
    assert ears.heard == ["cancelled", "ended"]
    gate.set()


def test_without_an_engine_files_are_still_written(owner: QObject, qtbot: QtBot) -> None:
    def make() -> FakeEngine:
        raise ImportError("libGL.so.1 is missing")

    thread = EngineThread(make)
    with qtbot.waitSignal(thread.failed):
        thread.start()
    ears = Ears()
    save = ears.listen(Ask(owner, "save", lambda: counting(1), lane=Lane.FILES)).start(thread)
    qtbot.waitUntil(lambda: not save.active)
    assert ears.heard == [("done", 1), "ended"]
    thread.stop()


def test_an_owner_that_outlives_its_asks_keeps_none_of_them(thread: EngineThread, owner: QObject,
                                                            qtbot: QtBot) -> None:
    asks = [Ask(owner, "count", lambda engine: counting(1)).start(thread)]
    qtbot.waitUntil(lambda: not asks[0].active)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gone = weakref.ref(asks.pop())
    gc.collect()
    assert gone() is None


def test_one_that_has_ended_keeps_nothing_of_what_it_worked_on(thread: EngineThread, owner: QObject,
                                                               qtbot: QtBot) -> None:
    """Whoever keeps it to know what was asked last would otherwise keep a whole photo by it."""
    class Photo:
        pass

    photo, ended = Photo(), [False]
    kept = weakref.ref(photo)
    ask = Ask(owner, "Looking", lambda engine, photo=photo: single(lambda: str(photo))) \
        .ended(lambda: ended.__setitem__(0, True)).start(thread)
    del photo
    qtbot.waitUntil(lambda: ended[0] and kept() is None)
    assert not ask.active
