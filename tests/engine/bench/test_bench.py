"""The bench: it counts and judges rightly, and what it times in other processes really runs."""

import json
import time
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.bench.live import PORTRAIT, Figure, Report, _child, _dragged_looks, _version, table
from engine.bench.rig import bench_rig


def test_percentiles_and_verdict() -> None:
    figure = Figure("drag", "512", tuple(float(ms) for ms in range(1, 101)), 90.0)
    assert figure.p50 == pytest.approx(50.5) and figure.p95 == pytest.approx(95.05)
    assert figure.over
    assert not Figure("drag", "512", figure.times, 90.0, "p50").over
    assert not Figure("drag", "512", figure.times).over


def test_report_as_data_and_as_table() -> None:
    report = Report({"cores": 2}, (Figure("drag", "512", (10.0, 30.0), 25.0), Figure("fit", "", (5.0,))),
                    (("window", "no reason"),))
    data = json.loads(json.dumps(report.as_data()))
    assert not data["ok"] and data["skipped"] == {"window": "no reason"}
    assert [figure["over"] for figure in data["figures"]] == [True, False]
    text = table(report)
    assert "**over**" in text and "not measured: no reason" in text and len(text.splitlines()) == 5


def test_a_head_is_measured_by_the_clock_and_by_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.bench.rig._MOVES", 2)
    monkeypatch.setattr("engine.bench.rig._TIMES", 1)
    report = run(bench_rig())
    assert report.skipped == ()
    names = [figure.name for figure in report.figures]
    for name, conditions in (("rig fit", 1), ("texture", 1), ("slider to head", 4), ("export .glb", 2)):
        assert names.count(name) == names.count(f"{name}, processors") == conditions
    assert all(len(figure.times) == (2 if figure.name.startswith("slider") else 1) for figure in report.figures)
    assert all(time > 0 for figure in report.figures for time in figure.times)


def test_the_hand_moves_at_every_step() -> None:
    looks = list(_dragged_looks())
    assert len(looks) >= 50
    assert all(one != next_ for one, next_ in zip(looks, looks[1:], strict=False))


def test_version_is_timed_in_a_process_that_answers() -> None:
    from engine.base.version import VERSION

    assert _child(["-m", "main", "--version"]).strip() == f"facewright {VERSION}"
    assert len(_version(2).times) == 2


def test_a_child_that_fails_is_told() -> None:
    with pytest.raises(EngineError, match="no module|No module"):
        _child(["-m", "gui.no_such_module"])


def test_the_window_is_painted_in_a_process_of_its_own(tmp_path: Path) -> None:
    started = time.time()
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    answer = json.loads(_child(["-m", "gui.bench_editor"], environment))
    assert started < answer["painted_at"] <= time.time()
    assert not (tmp_path / ".config").exists()  # the user's settings stay as they are


def test_frames_are_counted_under_a_mouse_that_drags(tmp_path: Path) -> None:
    """Real mouse events on a real slider: without a frame of its own on the canvas nothing is counted."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    answer = json.loads(_child(["-m", "gui.bench_editor", str(PORTRAIT)], environment))
    assert len(answer["drag_ms"]) == 5 * 12 and answer["side"] == 512
    assert len(answer["gap_ms"]) > 2 and min(answer["gap_ms"]) > 0
