"""The engine's thread: newest first, jobs in between, quick to stop, quiet when it goes, honest when it fails."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, single
from engine.base.look import Look
from engine.render.request import Frame, Quality, RenderRequest
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Rank
from tests.gui.fakes import FakeEngine, counting


def request(value: float, quality: Quality = Quality.DRAFT) -> RenderRequest:
    return RenderRequest("photo", 0, Look((("AU26", value),)), 64, quality)


class Host:
    """A running thread with its fake engine and what it told."""

    def __init__(self, make: Callable[[], FakeEngine] = FakeEngine) -> None:
        self.engine = FakeEngine()
        self.thread = EngineThread(self._make)
        self._factory = make
        self.frames: list[Frame] = []
        self.errors: list[EngineError] = []
        self.thread.frame_ready.connect(self.frames.append)
        self.thread.failed.connect(self.errors.append)

    def _make(self) -> FakeEngine:
        self.engine = self._factory()
        return self.engine


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    host = Host()
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    yield host
    host.engine.gate.set()
    host.thread.stop()
    assert not host.thread.running


def test_the_engine_is_made_and_used_on_its_own_thread(host: Host, qtbot: QtBot) -> None:
    host.thread.show(request(1))
    qtbot.waitUntil(lambda: len(host.frames) == 1)
    assert host.engine.thread is not threading.main_thread()


def test_of_a_hundred_requests_only_the_first_and_the_newest_are_drawn(host: Host, qtbot: QtBot) -> None:
    host.engine.gate.clear()
    host.thread.show(request(0))
    assert host.engine.started.wait(5)
    for value in range(1, 101):
        host.thread.show(request(value))
    host.engine.gate.set()
    qtbot.waitUntil(lambda: len(host.frames) == 2)
    assert [frame.request for frame in host.frames] == [request(0), request(100)]
    assert host.engine.rendered == [request(0), request(100)]


@pytest.fixture
def long_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hand that is never taken for resting, however slow the machine; `rest` says when it does."""
    monkeypatch.setattr("gui.model.lanes.REST_SECONDS", 1000.0)


def test_frames_arrive_in_order_and_end_with_the_newest_in_final_quality(long_rest: None, host: Host,
                                                                         qtbot: QtBot) -> None:
    for value in range(30):
        host.thread.show(request(value), request(value, Quality.FINAL))
        qtbot.wait(2)
    host.thread.rest()
    qtbot.waitUntil(lambda: bool(host.frames) and host.frames[-1].quality is Quality.FINAL)
    drawn = [frame.request.look["AU26"] for frame in host.frames]
    assert drawn == sorted(drawn) and drawn[-1] == 29
    assert [frame.quality for frame in host.frames].count(Quality.FINAL) == 1


class Slow(FakeEngine):
    """FinalFrames take many steps, and end only when nobody stops them."""

    begun = closed_finals = 0

    def draw(self, request: RenderRequest) -> Job[Frame]:
        ended = False
        self.begun += 1
        try:
            for step in range(60):
                self.started.set()
                yield Progress(step, 60)
                time.sleep(0.005)
            ended = True
        finally:
            self.closed_finals += not ended
        return self.render(request)


@pytest.fixture
def slow(qtbot: QtBot) -> Iterator[Host]:
    host = Host(Slow)
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    yield host
    host.thread.stop()


def test_a_final_makes_way_for_the_hand(slow: Host, qtbot: QtBot) -> None:
    slow.thread.show(request(1), request(1, Quality.FINAL))
    slow.thread.rest()
    qtbot.waitUntil(lambda: slow.engine.begun == 1)
    slow.thread.show(request(2), request(2, Quality.FINAL))
    qtbot.waitUntil(lambda: len(slow.frames) == 2)
    assert slow.frames[-1].request == request(2) and slow.engine.closed_finals == 1
    slow.thread.rest()
    qtbot.waitUntil(lambda: slow.frames[-1].quality is Quality.FINAL)
    assert [frame.request.quality for frame in slow.frames].count(Quality.FINAL) == 1


def test_another_face_does_not_cost_a_face_its_final(slow: Host, qtbot: QtBot) -> None:
    other = RenderRequest("photo", 1, Look((("AU26", 3.0),)), 64)
    slow.thread.show(request(1, Quality.FINAL))
    assert slow.engine.started.wait(5)
    slow.thread.show(other)
    qtbot.waitUntil(lambda: len(slow.frames) == 2)
    assert [frame.request for frame in slow.frames] == [other, request(1, Quality.FINAL)]


def test_a_frame_of_a_forgotten_photo_never_arrives(host: Host, qtbot: QtBot) -> None:
    host.engine.gate.clear()
    host.thread.show(request(1))
    assert host.engine.started.wait(5)
    host.thread.forget()
    host.engine.gate.set()
    host.thread.show(request(2))
    qtbot.waitUntil(lambda: len(host.frames) == 1)
    assert host.frames[0].request == request(2)


def test_a_job_reports_and_gives_its_result_on_the_window_thread(host: Host, qtbot: QtBot) -> None:
    seen: list[tuple[str, QThread]] = []
    ticket = host.thread.submit("count", lambda engine: counting(5, 0.04))
    ticket.started.connect(lambda: seen.append(("started", QThread.currentThread())))
    ticket.progress.connect(lambda progress: seen.append((progress.message, QThread.currentThread())))
    with qtbot.waitSignal(ticket.done) as done:
        pass
    assert done.args == [5] and not ticket.active
    assert [word for word, _ in seen] == ["started", *(f"step {n}" for n in range(5))]
    assert {thread for _, thread in seen} == {QThread.currentThread()}


def test_jobs_come_one_after_the_other_and_quiet_ones_step_aside(host: Host, qtbot: QtBot) -> None:
    order: list[str] = []

    def noted(name: str) -> Job[None]:
        order.append(f"{name} begins")
        yield Progress(0, 1)
        time.sleep(0.01)
        yield Progress(1, 1)
        order.append(f"{name} ends")

    host.engine.gate.clear()
    host.thread.show(request(0))
    assert host.engine.started.wait(5)
    tickets = [host.thread.submit("q", lambda engine: noted("quiet"), Rank.QUIET),
               host.thread.submit("a", lambda engine: noted("first")),
               host.thread.submit("b", lambda engine: noted("second"))]
    assert host.thread.busy
    with qtbot.waitSignals([ticket.done for ticket in tickets]):
        host.engine.gate.set()
    assert order == ["first begins", "first ends", "second begins", "second ends", "quiet begins", "quiet ends"]
    assert not host.thread.busy


def test_the_live_slot_is_answered_while_a_job_runs(host: Host, qtbot: QtBot) -> None:
    ticket = host.thread.submit("long", lambda engine: counting(10_000))
    with qtbot.waitSignal(ticket.progress):
        pass
    host.thread.show(request(1))
    qtbot.waitUntil(lambda: len(host.frames) == 1)
    assert ticket.active
    ticket.cancel()
    with qtbot.waitSignal(ticket.cancelled):
        pass


def test_a_job_gets_on_while_the_hand_never_stops(host: Host, qtbot: QtBot) -> None:
    ticket = host.thread.submit("count", lambda engine: counting(5, 0))
    ended: list[object] = []
    ticket.done.connect(ended.append)
    for value in range(2000):
        host.thread.show(request(value))
        if ended:
            break
        qtbot.wait(1)
    assert ended == [5]


@pytest.mark.parametrize("rank", [Rank.QUIET, Rank.PATIENT])
def test_such_work_waits_until_the_hand_rests(long_rest: None, host: Host, qtbot: QtBot, rank: Rank) -> None:
    steps: list[int] = []

    def job() -> Job[None]:
        for step in range(3):
            steps.append(len(host.engine.rendered))
            yield Progress(step, 3)

    host.engine.gate.clear()
    host.thread.show(request(0), request(0, Quality.FINAL))
    assert host.engine.started.wait(5)
    ticket = host.thread.submit("thumbnails", lambda engine: job(), rank)
    with qtbot.waitSignal(ticket.done):
        host.engine.gate.set()
        for value in range(1, 6):
            host.thread.show(request(value), request(value, Quality.FINAL))
            qtbot.waitUntil(lambda value=value: request(value) in host.engine.rendered)
        assert steps == []
        host.thread.rest()
    assert host.engine.rendered[-1] == request(5, Quality.FINAL) and set(steps) == {len(host.engine.rendered)}


def test_what_nobody_asked_for_waits_until_nothing_was_done_for_a_while(qtbot: QtBot,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.model.engine_loop.IDLE_SECONDS", 1000.0)
    host = Host()
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    try:
        begun: list[str] = []
        with qtbot.waitSignal(host.thread.submit("ahead", lambda engine: single(lambda: begun.append("at once")),
                                                 Rank.IDLE).done):
            pass
        host.thread.show(request(1))
        qtbot.waitUntil(lambda: len(host.frames) == 1)
        host.thread.submit("ahead", lambda engine: single(lambda: begun.append("between two frames")), Rank.IDLE)
        later = host.thread.submit("thumbnail", lambda engine: single(lambda: begun.append("thumbnail")), Rank.QUIET)
        with qtbot.waitSignal(later.done):
            host.thread.show(request(2))
        assert begun == ["at once", "thumbnail"]
    finally:
        host.thread.stop()


def test_what_nobody_asked_for_is_done_in_the_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.model.engine_loop.IDLE_SECONDS", 0.05)
    host = Host()
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    try:
        host.thread.show(request(1), request(1, Quality.FINAL))
        with qtbot.waitSignal(host.thread.submit("ahead", lambda engine: counting(5, 0), Rank.IDLE).done):
            host.thread.rest()
    finally:
        host.thread.stop()


def test_cancelling_closes_the_job_at_its_next_step(host: Host, qtbot: QtBot) -> None:
    closed = threading.Event()
    steps: list[float] = []

    def job() -> Job[None]:
        try:
            for done in range(100_000):
                steps.append(done)
                yield Progress(done, 100_000)
                time.sleep(0.01)
        finally:
            closed.set()

    ticket = host.thread.submit("long", lambda engine: job())
    ended: list[str] = []
    for name in ("done", "failed"):
        getattr(ticket, name).connect(lambda *_, name=name: ended.append(name))
    with qtbot.waitSignal(ticket.progress):
        pass
    with qtbot.waitSignal(ticket.cancelled):
        asked = len(steps)
        ticket.cancel()
        ticket.cancel()
    # Counted in steps, not seconds: the step under way may end and be the last (contract: a step is under 100 ms).
    assert closed.is_set() and ended == [] and not ticket.active and len(steps) <= asked + 2


def test_a_waiting_job_that_is_cancelled_never_begins(host: Host, qtbot: QtBot) -> None:
    begun: list[int] = []

    def job() -> Job[None]:
        begun.append(1)
        yield Progress(0, 1)

    host.engine.gate.clear()
    host.thread.show(request(0))
    assert host.engine.started.wait(5)
    ticket = host.thread.submit("never", lambda engine: job())
    ticket.cancel()
    with qtbot.waitSignal(ticket.cancelled):
        host.engine.gate.set()
    assert begun == []


def failing(error: BaseException) -> Job[None]:
    yield Progress(0, 1)
    raise error


@pytest.mark.parametrize("error", [ValueError("no"), MemoryError(), EngineError("not a picture", "open another")])
def test_what_fails_becomes_an_engine_error_and_the_thread_lives(host: Host, qtbot: QtBot, error: Exception) -> None:
    ticket = host.thread.submit("fails", lambda engine: failing(error))
    with qtbot.waitSignal(ticket.failed) as failed:
        pass
    told = failed.args[0]
    assert isinstance(told, EngineError) and told.message and type(error).__name__ in told.detail
    if isinstance(error, EngineError):
        assert (told.message, told.hint) == ("not a picture", "open another")
    host.engine.error = error
    host.thread.show(request(1))
    qtbot.waitUntil(lambda: len(host.errors) == 1)
    host.engine.error = None
    host.thread.show(request(2))
    qtbot.waitUntil(lambda: len(host.frames) == 1)


def test_stopping_in_the_middle_of_a_job_leaves_nothing(qtbot: QtBot) -> None:
    host = Host()
    closed = threading.Event()
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    ticket = host.thread.submit("long", lambda engine: counting(10_000, ended=closed.set))
    waiting = host.thread.submit("behind it", lambda engine: counting(3))
    with qtbot.waitSignal(ticket.progress):
        pass
    ended: list[JobTicket] = []
    host.thread.job_ended.connect(ended.append)
    host.thread.stop()
    host.thread.stop()
    assert closed.is_set() and host.engine.closed and not host.thread.running
    assert set(ended) == {ticket, waiting}


def test_an_engine_that_cannot_start_fails_every_job_instead_of_hanging(qtbot: QtBot) -> None:
    def make() -> FakeEngine:
        raise ImportError("libGL.so.1 is missing")

    host = Host(make)
    early = host.thread.submit("early", lambda engine: counting(1))
    with qtbot.waitSignals([host.thread.failed, early.failed]):
        host.thread.start()
    late = host.thread.submit("late", lambda engine: counting(1))
    with qtbot.waitSignal(late.failed) as failed:
        pass
    assert "libGL" in failed.args[0].detail and not host.thread.ready
    host.thread.stop()


def test_a_ticket_is_told_after_its_owner_is_gone_without_harm(host: Host, qtbot: QtBot) -> None:
    owner = QObject()
    ticket = host.thread.submit("count", lambda engine: counting(3))
    ticket.done.connect(owner.setObjectName)
    owner.deleteLater()
    del owner
    with qtbot.waitSignal(host.thread.job_ended):
        pass


def test_who_stops_a_job_is_told_before_a_frame_takes_its_time(host: Host, qtbot: QtBot) -> None:
    stepping, hold = threading.Event(), threading.Event()

    def job() -> Job[None]:
        while True:
            stepping.set()
            hold.wait(10)
            yield Progress(0, 0)

    ticket = host.thread.submit("long", lambda engine: job())
    assert stepping.wait(5)
    host.engine.gate.clear()  # the frame will not be ready
    ticket.cancel()
    host.thread.show(request(1))
    with qtbot.waitSignal(ticket.cancelled):
        hold.set()
    host.engine.gate.set()


class OnThreads(FakeEngine):
    """Finals are drawn on a thread; `hold` keeps them there."""

    def __init__(self) -> None:
        super().__init__()
        self.hold, self.in_step = threading.Event(), threading.Event()

    def draw(self, request: RenderRequest) -> Job[Frame]:
        def step() -> None:
            self.in_step.set()
            self.hold.wait(30)

        yield from on_thread(single(step))
        return self.render(request)


@pytest.fixture
def threaded(qtbot: QtBot) -> Iterator[Host]:
    host = Host(OnThreads)
    with qtbot.waitSignal(host.thread.engine_ready):
        host.thread.start()
    yield host
    host.engine.hold.set()
    host.thread.stop()


def test_while_a_job_waits_for_its_thread_the_hand_and_other_jobs_go_on(host: Host, qtbot: QtBot) -> None:
    gate, in_step = threading.Event(), threading.Event()

    def hours() -> None:
        in_step.set()
        gate.wait(30)

    long = host.thread.submit("hours", lambda engine: on_thread(single(hours)))
    assert in_step.wait(30)
    with qtbot.waitSignal(host.thread.submit("open", lambda engine: counting(3)).done):
        pass
    host.thread.show(request(1))
    qtbot.waitUntil(lambda: len(host.frames) == 1)
    assert long.active
    with qtbot.waitSignal(long.done):  # nobody but the thread's end wakes the loop
        gate.set()


def test_a_job_that_waits_for_its_thread_is_cancelled_at_once(host: Host, qtbot: QtBot) -> None:
    gate, in_step = threading.Event(), threading.Event()

    def hours() -> None:
        in_step.set()
        gate.wait(30)

    ticket = host.thread.submit("hours", lambda engine: on_thread(single(hours)))
    assert in_step.wait(30)
    with qtbot.waitSignal(ticket.cancelled):
        ticket.cancel()
    gate.set()


def test_while_a_final_is_drawn_on_a_thread_jobs_go_on_and_the_hand_takes_its_place(threaded: Host,
                                                                                   qtbot: QtBot) -> None:
    engine = threaded.engine
    threaded.thread.show(request(1, Quality.FINAL))
    assert engine.in_step.wait(30)
    quiet = threaded.thread.submit("thumbnails", lambda engine: counting(1), Rank.QUIET)
    with qtbot.waitSignal(threaded.thread.submit("open", lambda engine: counting(3)).done):
        pass
    assert quiet.active and threaded.frames == []
    other = RenderRequest("photo", 1, Look((("AU26", 3.0),)), 64)
    threaded.thread.show(other)
    qtbot.waitUntil(lambda: len(threaded.frames) == 1)
    assert threaded.frames[0].request == other
    engine.hold.set()
    qtbot.waitUntil(lambda: len(threaded.frames) == 2)
    assert threaded.frames[1].request == request(1, Quality.FINAL)
    qtbot.waitUntil(lambda: not quiet.active)


def test_the_newest_word_of_a_job_that_falls_silent_arrives(host: Host, qtbot: QtBot) -> None:
    gate = threading.Event()

    def steps() -> Job[None]:
        for step in range(50):  # quicker than eyes
            yield Progress(step, 50, f"step {step}")
        gate.wait(30)

    ticket = host.thread.submit("hours", lambda engine: on_thread(steps()))
    words: list[str] = []
    ticket.progress.connect(lambda progress: words.append(progress.message))
    qtbot.waitUntil(lambda: words[-1:] == ["step 49"])
    assert len(words) < 50 and ticket.latest is not None and ticket.latest.message == "step 49"
    gate.set()
    with qtbot.waitSignal(ticket.done):
        pass


def test_what_is_under_way_is_known(host: Host, qtbot: QtBot) -> None:
    gate = threading.Event()
    ticket = host.thread.submit("hours", lambda engine: on_thread(single(lambda: gate.wait(30))), Rank.PATIENT)
    quiet = host.thread.submit("thumbnails", lambda engine: single(lambda: None), Rank.QUIET)
    assert host.thread.shown == [ticket] and quiet.active
    with qtbot.waitSignal(ticket.started):
        pass
    assert host.thread.shown == [ticket] and ticket.begun
    ticket.cancel()
    with qtbot.waitSignal(ticket.cancelled):
        gate.set()
