"""What this machine's own last runs say of the next one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.render.request import LIVE, Quality, RenderRequest
from engine.systems import LOOK_CONTROLS
from gui.model.ask import Ask
from gui.model.durations import (
    KEPT,
    MOST,
    Durations,
    drawing_kind,
    kept_durations,
    read_durations,
    size_class,
    write_durations,
)
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.kept_durations import KeptDurations
from gui.model.lanes import Lane, Rank
from gui.words.duration import about, left
from tests.gui.fakes import FakeEngine


def test_the_median_of_the_last_runs_and_nothing_when_there_was_none() -> None:
    durations = Durations()
    assert durations.expected("inversion/draft") is None
    for seconds in (500.0, 20.0, 55.0, 50.0, 60.0, 54.0):
        durations.note("inversion/draft", seconds)
    assert durations.expected("inversion/draft") == 54.0 and durations.expected("inversion/full") is None


def test_a_batch_is_told_by_its_pictures() -> None:
    durations = Durations()
    durations.note("batch/puppet", 30.0, 10)
    assert durations.expected("batch/puppet", 4) == pytest.approx(12.0)


def test_it_stays_small_and_forgets_the_oldest_kind() -> None:
    durations = Durations()
    for number in range(MOST + 3):
        for _ in range(KEPT + 2):
            durations.note(f"kind {number}", 1.0)
    durations.note("kind 3", 2.0)
    runs = durations.runs
    assert len(runs) == MOST and "kind 2" not in runs and max(map(len, runs.values())) == KEPT
    assert list(runs)[-1] == "kind 3"


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf"), 1e9])
def test_what_no_job_took_is_not_noted(seconds: float) -> None:
    durations = Durations()
    durations.note("kind", seconds)
    assert durations.runs == {}


def test_what_was_written_is_read_and_newer_runs_count_as_newer(tmp_path: Path) -> None:
    path = tmp_path / "durations.json"
    assert read_durations(path) == {}
    write_durations(path, {"a": (1.0, 2.5), "b": (3.0,)})
    assert read_durations(path) == {"a": (1.0, 2.5), "b": (3.0,)}
    durations = Durations()
    durations.note("a", 9.0)
    durations.take(read_durations(path))
    assert durations.runs["a"] == (1.0, 2.5, 9.0)


@given(st.one_of(st.binary(max_size=200), st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(("version", "seconds", "x")), inner, max_size=4), max_leaves=12).map(
            lambda value: json.dumps(value).encode())))
def test_a_damaged_file_is_one_clear_line_and_counts_as_none(tmp_path_factory: pytest.TempPathFactory,
                                                             data: bytes) -> None:
    path = tmp_path_factory.mktemp("durations") / "durations.json"
    path.write_bytes(data)
    try:
        runs = read_durations(path)
    except EngineError as error:
        assert str(path) in str(error.message)
        runs = {}
    assert kept_durations(path) == runs
    assert all(0.0 < run for some in runs.values() for run in some)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "durations.json"
    path.write_bytes(b" " * (1 << 20))
    with pytest.raises(EngineError):
        read_durations(path)


def test_a_folder_that_cannot_be_looked_into_counts_as_nothing_known(tmp_path: Path) -> None:
    assert kept_durations(tmp_path / ("x" * 300) / "durations.json") == {}


def test_another_size_is_another_kind() -> None:
    look = Look.of(LOOK_CONTROLS, {"AU26": 3.0})
    small, large = (drawing_kind(RenderRequest("x", 0, look, side, Quality.FINAL)) for side in (512, 1024))
    assert small != large and LIVE.renderer in small and "expression" in small and "attributes" not in small
    assert size_class(1000, 1000) == size_class(1100, 1000) != size_class(4000, 3000)


def test_words_are_no_finer_than_anybody_knows() -> None:
    assert [about(seconds) for seconds in (0.2, 4.4, 53.0, 57.0, 61.0, 170.0, 7300.0)] == [
        "about 1 s", "about 4 s", "about 55 s", "about 55 s", "about 1 min", "about 3 min", "about 2 h"]
    assert left(12.0) == "10 s left"


def test_a_job_is_timed_from_its_beginning_and_kept_for_the_next_start(qtbot, tmp_path: Path) -> None:  # noqa: ANN001
    now = [100.0]
    thread = EngineThread(FakeEngine, clock=lambda: now[0])
    path = tmp_path / "durations.json"
    write_durations(path, {"kind": (40.0,)})
    thread.start()
    kept = KeptDurations(thread, path, thread)
    qtbot.waitUntil(lambda: thread.durations.expected("kind") == 40.0)

    def job(_: object) -> Job[None]:
        yield Progress(0, 2)
        yield Progress(1, 2)

    seen: list[float | None] = []

    def halfway(_: Progress) -> None:
        if len(seen) == 0:
            now[0] += 10.0
            seen.append(ask.ticket.left)
            now[0] += 10.0

    ask = Ask(thread, "x", job).timed("kind").progress(halfway)
    with qtbot.waitSignal(thread.timed):
        ask.start(thread)
    assert seen == [30.0] and thread.durations.runs["kind"] == (40.0, 20.0)
    qtbot.waitUntil(lambda: read_durations(path)["kind"] == (40.0, 20.0))
    with qtbot.waitSignal(thread.job_ended):
        Ask(thread, "y", job).start(thread)  # of no kind
    assert set(thread.durations.runs) == {"kind"} and kept is not None
    thread.stop()


def test_the_bar_goes_by_the_clock_that_says_what_is_left_and_never_back(qtbot) -> None:  # noqa: ANN001
    now = [100.0]
    thread = EngineThread(FakeEngine, clock=lambda: now[0])
    thread.durations.note("kind", 40.0)
    ticket = JobTicket(thread, 1, "x", Rank.NORMAL, Lane.ENGINE)
    ticket.kind = "kind"
    assert ticket.fraction is None and ticket.left == 40.0  # it waits in line
    ticket.began, ticket.latest = 100.0, Progress(97, 100)
    for clock, fraction, left_ in ((130.0, 0.75, 10.0), (139.9, 0.97, 0.1), (160.0, 0.97, None)):
        now[0] = clock
        assert ticket.fraction == pytest.approx(fraction) and ticket.left == (left_ and pytest.approx(left_))
    ticket.latest = Progress(99, 100)
    assert ticket.fraction == 0.99  # it takes longer than it did, and only its steps know
    other = JobTicket(thread, 2, "y", Rank.NORMAL, Lane.ENGINE)
    other.latest = Progress(1, 4)
    assert other.fraction == 0.25 and other.left is None
