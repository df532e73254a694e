"""A process and everything it starts, ended together.

On POSIX they are a group of their own. On Windows only the process itself is ended, and what it started when it lets
go of it.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

_POSIX = os.name == "posix"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has, and needs, it

Stream = int | IO[bytes]


NOWHERE = Path(sys.prefix)
"""The folder that processes work in which are given none: Python's own, where nobody's files lie. Whatever they are to
read or write is named to them in full."""
_MEANT_FOR_PYTHON = ("PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONBREAKPOINT", "PYTHONWARNINGS",
                     "PYTHONUSERBASE", "PYTHONPLATLIBDIR")
"""Variables that name code to Python, for sessions at a keyboard and for debugging."""
_PATHS = "PYTHONPATH"


def start_group(command: Sequence[str], output: Stream, errors: Stream,
                environment: Mapping[str, str] | None = None, folder: Path = NOWHERE) -> subprocess.Popen[bytes]:
    """Start a process; its standard input is a pipe, unbuffered, as are the others where they are pipes. OSError.

    It works in `folder`, with this process's variables but those that could bring code into Python.
    """
    return subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=output, stderr=errors, cwd=folder,
                            env={**clean_environment(), **(environment or {})}, start_new_session=_POSIX,
                            creationflags=_NO_WINDOW)


def clean_environment() -> dict[str, str]:
    """This process's variables, without those that could bring code into a Python that is started with them. Folders of
    packages that the user names stay, as far as they are named in full: this process has its own from there."""
    kept = {name: value for name, value in os.environ.items() if name not in (*_MEANT_FOR_PYTHON, _PATHS)}
    folders = [one for one in os.environ.get(_PATHS, "").split(os.pathsep) if os.path.isabs(one)]
    return {**kept, **({_PATHS: os.pathsep.join(folders)} if folders else {})}


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
