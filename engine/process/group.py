"""A process and everything it starts, ended together.

On POSIX they are a group of their own. On Windows only the process itself is ended, and what it started when it lets
go of it.
"""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

_POSIX = os.name == "posix"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has, and needs, it

Stream = int | IO[bytes]


def start_group(command: Sequence[str], output: Stream, errors: Stream, environment: Mapping[str, str] | None = None,
                folder: Path | None = None) -> subprocess.Popen[bytes]:
    """Start a process; its standard input is a pipe, unbuffered, as are the others where they are pipes. OSError."""
    return subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=output, stderr=errors, cwd=folder,
                            env={**os.environ, **(environment or {})}, start_new_session=_POSIX,
                            creationflags=_NO_WINDOW)


def see_off(process: subprocess.Popen[bytes], patience: float | None) -> None:
    """Wait for a process that was asked to end; after `patience` seconds end it, and whatever it started in any case.

    patience: None to wait for however long it takes.
    """
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        pass
    if _POSIX:
        _signal(process.pid, signal.SIGKILL)  # whatever it left behind
    else:
        process.kill()
    process.wait()


def leads_group() -> bool:
    """Whether this process was started with `start_group`, on POSIX; else its group is somebody else's."""
    return _POSIX and os.getpgrp() == os.getpid()


def end_own_group() -> None:
    """End this process and everything it started."""
    if leads_group():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _signal(group: int, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # macOS: not permitted to those that have ended
        os.killpg(group, number)
