"""A task in a process of its own: it tells, it ends, it is ended, and it never outlives who asked."""

import os
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from engine.base.errors import EngineError, ModelMissing
from engine.base.jobs import Job, Progress, run
from engine.process.child import run_child
from tests.engine.process.toys import COMMAND

MAIN = Path(__file__).resolve().parents[3] / "main.py"
POSIX = pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX")


def toy(name: str, **arguments: Any) -> Job[Any]:
    return run_child(f"toys:{name}", arguments, COMMAND)


def step_until_it_tells(job: Job[Any]) -> Progress:
    """The first progress that the child itself told: its process id."""
    while True:
        progress = next(job)
        if progress.done:
            return progress
        if progress.waiting is not None:
            progress.waiting.result(60)


def gone(number: int) -> None:
    """Wait for a process to be gone, whoever should take note of it."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(number)
        for _ in range(1200):
            if process.status() == psutil.STATUS_ZOMBIE:
                return
            with suppress(psutil.TimeoutExpired):
                process.wait(0.05)
        pytest.fail("it is still there")


def test_progress_texts_pictures_and_the_result_arrive() -> None:
    seen: list[Progress] = []
    assert run(toy("draw", side=40), seen.append) == {"drawn": [40, None, "ü"]}
    told = [progress for progress in seen if progress.message]
    assert told[-1].message == "drawn" and (told[-1].done, told[-1].total) == (2, 2)
    pictures = [progress.preview for progress in seen if progress.preview is not None]
    assert len(pictures) == 1 and pictures[0].shape == (40, 40, 3) and abs(int(pictures[0].mean()) - 200) < 4


def test_what_libraries_print_disturbs_nobody() -> None:
    assert run(toy("chatter")) == "said nothing"


def test_errors_arrive_as_themselves() -> None:
    with pytest.raises(ModelMissing, match="the model moon is not here .get it.") as failed:
        run(toy("refuse"))
    assert failed.value.message.template == "the model {0} is not here" and "refuse" in failed.value.detail
    with pytest.raises(EngineError, match="a child process failed: ZeroDivisionError: the moon") as failed:
        run(toy("stumble"))
    assert "stumble" in failed.value.detail
    with pytest.raises(EngineError, match="a child process failed: TypeError"):
        run(toy("not_json"))


def test_a_child_that_dies_is_told_with_its_last_words() -> None:
    with pytest.raises(EngineError, match=r"ended by itself \(exit code 7\)") as failed:
        run(toy("die"))
    assert "last words" in failed.value.detail
    assert "last words" in failed.value.hint and "memory" not in failed.value.hint


@pytest.mark.parametrize(("how", "hint"), [
    ("os.kill(os.getpid(), 9)", "not enough memory"),
    ("print('numpy._core._exceptions._ArrayMemoryError: Unable to', file=sys.stderr); sys.exit(1)",
     "not enough memory"),
    ("print('no such card', file=sys.stderr); sys.exit(1)", "the last it said was: no such card"),
    ("os._exit(1)", "it said nothing before")])
def test_only_what_died_of_memory_is_said_to_have(how: str, hint: str) -> None:
    if "kill" in how and os.name != "posix":
        pytest.skip("only POSIX kills by number")
    with pytest.raises(EngineError, match="ended by itself") as failed:
        run(run_child("x", {}, [sys.executable, "-c", f"import os, sys; {how}"]))
    assert hint in failed.value.hint and ("memory" in hint or "memory" not in failed.value.hint)


def test_only_what_is_listed_may_be_called() -> None:
    for task in ("os:system", "toys:COMMAND", "toys", "engine.process.check:Progress"):
        with pytest.raises(EngineError, match="there is no task"):
            run(run_child(task, {}, COMMAND))
    with pytest.raises(EngineError, match="there is no task 'toys:draw'"):
        run(run_child("toys:draw", {"side": 3}))


def test_a_child_that_says_garbage() -> None:
    words = [sys.executable, "-c", "import sys; sys.stdin.readline(); print('Segmentation fault'); sys.stdin.read()"]
    with pytest.raises(EngineError, match="said something that cannot be read") as failed:
        run(run_child("x", {}, words))
    assert "Segmentation fault" in failed.value.detail


def test_a_line_without_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.process.child.LONGEST_LINE", 1000)
    words = [sys.executable, "-c", "import sys\nwhile True: sys.stdout.write('x' * 999)"]
    with pytest.raises(EngineError, match="said something that cannot be read"):
        run(run_child("x", {}, words))


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(EngineError, match="a child process could not be started"):
        run(run_child("x", {}, ["no-such-program"]))


def test_closed_it_stops_where_it_likes(tmp_path: Path) -> None:
    with closing(toy("go_on", folder=str(tmp_path))) as job:
        number = int(step_until_it_tells(job).done)
    gone(number)
    assert (tmp_path / "closed").exists()


@POSIX
def test_closed_it_is_killed_with_all_it_started_when_it_does_not_stop(tmp_path: Path,
                                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.process.child.PATIENCE", 0.1)
    with closing(toy("stand_still", folder=str(tmp_path))) as job:
        number = int(step_until_it_tells(job).done)
    gone(number)
    gone(int((tmp_path / "helper").read_text(encoding="utf-8")))


@POSIX
@pytest.mark.parametrize("parent", ["parent", "parent_of_one_that_stops"])
def test_it_ends_when_its_parent_is_killed(tmp_path: Path, parent: str) -> None:
    job = toy(parent, folder=str(tmp_path))
    number = int(step_until_it_tells(job).done)  # the grandchild's
    os.kill(psutil.Process(number).ppid(), signal.SIGKILL)
    with pytest.raises(EngineError, match="ended by itself"):
        run(job)
    gone(number)
    gone(int((tmp_path / "helper").read_text(encoding="utf-8")))


def test_the_usual_way_to_start_one() -> None:
    assert run(run_child("engine.process.check:count", {"to": 4})) == {"counted": 4}


@POSIX
def test_what_a_dead_child_leaves_behind_keeps_nobody_waiting() -> None:
    helper = ("import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); "
              "sys.exit(3)")
    with pytest.raises(EngineError, match=r"ended by itself \(exit code 3\)"):
        run(run_child("x", {}, [sys.executable, "-c", helper]))


def by_hand(*arguments: str, **streams: Any) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, str(MAIN), "--child", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **streams)


def test_started_by_hand_with_nonsense() -> None:
    for arguments in ([], ["nonsense"], ["program"], ["task", "more"]):
        answer = by_hand(*arguments, stdin=subprocess.DEVNULL)
        assert answer.returncode == 2 and answer.stdout == b"" and len(answer.stderr.splitlines()) == 1
    for asked in (b"", b"nonsense\n", b'{"task": "os:system", "arguments": {"command": "true"}}\n'):
        answer = by_hand("task", input=asked)
        assert answer.returncode == 1 and answer.stdout.startswith(b'{"error":') and answer.stderr == b""


@POSIX
def test_started_by_hand_without_input() -> None:
    closed = {"stdin": None, "preexec_fn": lambda: os.close(0)}
    answer = by_hand("task", **closed)
    assert answer.returncode == 1 and answer.stdout.startswith(b'{"error":') and answer.stderr == b""
    # In a group of its own with somebody else, who must not be ended with it.
    sleeping = f'"{sys.executable}" -c "import time; time.sleep(600)"'
    script = f'"{sys.executable}" "{MAIN}" --child program {sleeping} <&-\necho on'
    alive = subprocess.run(["sh", "-c", script], capture_output=True, check=False, start_new_session=True)
    assert alive.stdout == b"on\n" and alive.stderr == b""
