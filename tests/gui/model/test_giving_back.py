"""Once the engine rests after a job, what nobody uses any more goes."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, Progress, on_thread
from engine.render.request import Frame, Quality, RenderRequest
from tests.gui.fakes import FakeEngine, counting
from tests.gui.model.test_engine_thread import Host, request


class Tidy(FakeEngine):
    """Counts how often it was to give memory back."""

    def __init__(self) -> None:
        super().__init__()
        self.given_back: list[int] = []

    def give_back(self) -> None:
        self.given_back.append(len(self.rendered))


@pytest.fixture
def tidy(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setattr("gui.model.engine_loop.GIVE_BACK_SECONDS", 0.05)
    host = Host(Tidy)
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    yield host
    host.engine.gate.set()
    host.thread.stop()


def test_after_jobs_memory_is_given_back_once_at_rest_and_not_after_frames(tidy: Host, qtbot: QtBot) -> None:
    engine = tidy.engine
    assert isinstance(engine, Tidy)
    tidy.thread.show(request(1))
    qtbot.waitUntil(lambda: len(tidy.frames) == 1)
    due_in = tidy.thread._loop._giving_back.due_in
    assert due_in() is None
    tidy.thread.submit("work", lambda _: counting(3))
    qtbot.waitUntil(lambda: len(engine.given_back) == 1)
    tidy.thread.show(request(2))
    qtbot.waitUntil(lambda: len(tidy.frames) == 2)
    assert due_in() is None and len(engine.given_back) == 1


def test_nothing_is_given_back_while_a_job_waits_for_its_thread(tidy: Host, qtbot: QtBot) -> None:
    engine, gate = tidy.engine, threading.Event()
    assert isinstance(engine, Tidy)

    def held() -> Job[None]:
        yield Progress(0, 1)
        gate.wait(20)

    tidy.thread.submit("work", lambda _: on_thread(held()))
    qtbot.waitUntil(lambda: tidy.thread._loop._giving_back.due_in() == 0.0)
    assert engine.given_back == []
    gate.set()
    qtbot.waitUntil(lambda: len(engine.given_back) == 1)


def test_after_minutes_networks_go_and_the_engine_hears_what_it_drew_last(qtbot: QtBot,
                                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.model.engine_loop.RELEASE_SECONDS", 0.05)
    host = Host()
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    host.thread.show(request(1), request(1))
    qtbot.waitUntil(lambda: len(host.engine.rested) > 0)
    assert set(host.engine.rested) == {request(1)}
    host.thread.forget()
    host.thread.submit("close", lambda _: counting(1))
    qtbot.waitUntil(lambda: host.engine.rested[-1] is None)
    host.thread.stop()


def test_what_a_stopped_job_still_worked_with_is_given_back_when_its_step_has_ended(tidy: Host, qtbot: QtBot) -> None:
    engine, gate, in_step = tidy.engine, threading.Event(), threading.Event()
    assert isinstance(engine, Tidy)

    def held() -> Job[None]:
        yield Progress(0, 1)
        in_step.set()
        gate.wait(20)

    ticket = tidy.thread.submit("work", lambda _: on_thread(held()))
    assert in_step.wait(20)
    ticket.cancel()
    qtbot.waitUntil(lambda: len(engine.given_back) == 1)
    assert tidy.thread._loop._giving_back.due_in() is None
    gate.set()
    qtbot.waitUntil(lambda: len(engine.given_back) == 2)


class Drawing(Tidy):
    """Its finals are drawn on a thread of their own, as a generator's are."""

    def draw(self, request: RenderRequest) -> Job[Frame]:
        if request.quality is Quality.FINAL:
            yield from on_thread(counting(2))
        return (yield from super().draw(request))


def test_after_a_final_that_was_drawn_elsewhere_memory_is_given_back_once(qtbot: QtBot,
                                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.model.engine_loop.GIVE_BACK_SECONDS", 0.05)
    host = Host(Drawing)
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    engine = host.engine
    assert isinstance(engine, Drawing)
    host.thread.show(request(1))
    qtbot.waitUntil(lambda: len(host.frames) == 1)
    assert host.thread._loop._giving_back.due_in() is None
    host.thread.show(request(2, Quality.FINAL))
    qtbot.waitUntil(lambda: len(host.frames) == 2 and engine.given_back != [])
    assert engine.given_back == [2] and host.thread._loop._giving_back.due_in() is None
    host.thread.stop()


def test_it_has_settled_when_nothing_is_left_to_do_or_to_give_back(tidy: Host, qtbot: QtBot) -> None:
    engine, gate = tidy.engine, threading.Event()
    assert isinstance(engine, Tidy)
    qtbot.waitUntil(lambda: tidy.thread.settled)

    def held() -> Job[None]:
        yield Progress(0, 1)
        gate.wait(20)

    ticket = tidy.thread.submit("work", lambda _: on_thread(held()))
    assert not tidy.thread.settled
    with qtbot.waitSignal(ticket.done):
        gate.set()
    assert tidy.thread._loop._giving_back.due_in() is not None or engine.given_back != []
    qtbot.waitUntil(lambda: tidy.thread.settled)
    qtbot.waitUntil(lambda: len(engine.given_back) == 1)
