"""Another program as a job: heard, and never left behind."""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.text import verbatim
from engine.process.program import run_program
from tests.engine.process.test_child import gone, step_until_it_tells, toy

POSIX = pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX")


def python(code: str, folder: Path, **environment: str) -> Job[tuple[int, str]]:
    return run_program([sys.executable, "-c", code], lambda line: Progress(0, 0, verbatim(line)), environment, folder)


def test_what_it_writes_and_how_it_ends(tmp_path: Path) -> None:
    code = "import os, sys; print(os.environ['WORD']); print('wrong', file=sys.stderr); sys.exit(3)"
    assert run(python(code, tmp_path, WORD="hello")) == (3, "hello\nwrong\n")
    assert list(tmp_path.iterdir()) == []


def test_its_newest_line_is_told_while_it_runs(tmp_path: Path) -> None:
    code = ("import pathlib, time\nprint('one\\rtwo\\nthr', end='', flush=True)\n"
            "while not pathlib.Path('go').exists(): time.sleep(0.01)")
    seen = []

    def report(progress: Progress) -> None:
        seen.append(progress.message)
        if progress.message == "two":
            (tmp_path / "go").touch()

    assert run(python(code, tmp_path), report) == (0, "one\rtwo\nthr") and "two" in seen


@POSIX
def test_a_signal_is_told_as_shells_do(tmp_path: Path) -> None:
    assert run(python("import os; os.kill(os.getpid(), 9)", tmp_path))[0] == 128 + signal.SIGKILL


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="the program no-such-program could not be started"):
        run(run_program(["no-such-program"], lambda line: Progress(0, 0), {}, tmp_path))
    with pytest.raises(EngineError, match="cannot write to"):
        run(python("", tmp_path / "no-such-folder"))


def noted(folder: Path, job: Job[object]) -> int:
    """Step until the program has noted its number."""
    while not (folder / "noted").exists():
        next(job)
    return int((folder / "noted").read_text(encoding="utf-8"))


@POSIX
@pytest.mark.parametrize("deaf", [False, True])
def test_closed_the_program_is_gone_at_once(tmp_path: Path, deaf: bool) -> None:
    code = ("import os, pathlib, signal, time\n"
            + ("signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" if deaf else "")
            + "pathlib.Path('note').write_text(str(os.getpid())); os.rename('note', 'noted'); time.sleep(600)")
    with closing(python(code, tmp_path)) as job:
        number = noted(tmp_path, job)
        assert psutil.pid_exists(number)
    assert not psutil.pid_exists(number) or psutil.Process(number).status() == psutil.STATUS_ZOMBIE
    assert [path.name for path in tmp_path.iterdir()] == ["noted"]


@POSIX
def test_it_ends_when_this_program_is_killed(tmp_path: Path) -> None:
    job = toy("program", folder=str(tmp_path))
    child = int(step_until_it_tells(job).done)
    number = noted(tmp_path, job)
    os.kill(child, signal.SIGKILL)
    gone(number)
    job.close()
