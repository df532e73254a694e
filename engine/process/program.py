"""Another program run as part of a job: watched, and ended when the job is cancelled."""

import os
import secrets
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has, and needs, it
_POLL = 0.005
"""Seconds between looks. Short, because a live preview may be drawn on the same thread between two of them."""
_PATIENCE = 3.0
"""Seconds a program is given to end by itself before it is killed."""


def run_program(command: Sequence[str], progress: Callable[[str], Progress], environment: Mapping[str, str],
                folder: Path) -> Job[tuple[int, str]]:
    """Run a program in `folder`; returns its exit status and what it wrote (standard output and error together).

    progress: gets the newest whole line ("" when there is none) and says how far the work is.
    When the job is closed the program and, on POSIX, everything it started is ended. EngineError when it is not there.
    """
    log = folder / f"output-{secrets.token_hex(4)}.log"
    try:
        # The program writes to a file, so that nothing here ever waits for it, and a second handle reads: a shared one
        # would share its place too.
        with open(log, "xb") as output, open(log, "rb") as written:
            process = _start(command, environment, folder, output)
            try:
                line = ""
                while process.poll() is None:
                    yield progress(line)
                    line = _last_line(written.read()) or line
                    time.sleep(_POLL)
            finally:
                _end(process)
            return process.returncode, log.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise EngineError(Text("cannot write to {0}: {1}", folder, error.strerror or error)) from error
    finally:
        with suppress(OSError):
            log.unlink(missing_ok=True)


def _start(command: Sequence[str], environment: Mapping[str, str], folder: Path,
           output: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=folder,
                                env={**os.environ, **environment}, start_new_session=os.name == "posix",
                                creationflags=_NO_WINDOW)
    except OSError as error:
        raise EngineError(Text("the program {0} could not be started: {1}", command[0],
                               error.strerror or error)) from error


def _last_line(news: bytes) -> str:
    """The last whole line of what was written since the last look; "" when there is none."""
    lines = news.replace(b"\r", b"\n").split(b"\n")[:-1]
    return lines[-1].decode("utf-8", "replace").strip() if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    _signal(process, gently=True)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        _signal(process, gently=False)
        process.wait()


def _signal(process: subprocess.Popen[bytes], gently: bool) -> None:
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGTERM if gently else signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass
