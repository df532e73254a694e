"""Another program run as part of a job: watched, and ended when the job is cancelled."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from engine.errors import EngineError
from engine.jobs import Job, Progress

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
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=folder,
                env={**os.environ, **environment}, start_new_session=os.name == "posix",
                creationflags=_NO_WINDOW)
        except OSError as error:
            raise EngineError(f"the program {command[0]} could not be started: {error.strerror or error}") from error
        try:
            line, seen = "", 0
            while process.poll() is None:
                yield progress(line)
                size = os.fstat(output.fileno()).st_size
                if size > seen:
                    line, seen = _last_line(output, size) or line, size
                time.sleep(_POLL)
        finally:
            _end(process)
        output.seek(0)
        return process.returncode, output.read().decode("utf-8", "replace")


def _last_line(output: IO[bytes], size: int) -> str:
    """The last whole line in a file the child writes to; read without moving the place at which it writes."""
    start = max(0, size - 4096)
    if hasattr(os, "pread"):
        tail = os.pread(output.fileno(), size - start, start)
    else:  # Windows: the child has its own handle but shares the position
        place = output.tell()
        output.seek(start)
        tail = output.read(size - start)
        output.seek(place)
    lines = tail.replace(b"\r", b"\n").split(b"\n")[:-1]
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
