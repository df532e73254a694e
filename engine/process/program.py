"""Another program run as part of a job: watched, and ended when the job is closed or when this program is gone."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.text import Text
from engine.process.group import see_off, start_group
from engine.process.itself import PROGRAM, own_command

_TOLD_EVERY = 0.25
"""Seconds between two looks at how far it is. That it has ended is noticed at once."""
_PATIENCE = 5.0
"""Seconds in which the process between this program and the other one must have ended it; it takes a tenth of that."""


def run_program(command: Sequence[str], progress: Callable[[str], Progress], environment: Mapping[str, str],
                folder: Path) -> Job[tuple[int, str]]:
    """Run a program in `folder`; returns its exit status and what it wrote (standard output and error together).

    Python is to be given -P, so that it imports nothing that lies in that folder.
    progress: gets the newest whole line ("" when there is none) and says how far the work is; called on another thread.
    When the job is closed, and when this program ends in whatever way, the program is ended, and on POSIX everything
    it started. EngineError when it is not there.
    """
    found = shutil.which(command[0], path=environment.get("PATH", os.environ.get("PATH")))
    if found is None:
        raise EngineError(Text("the program {0} could not be started: {1}", command[0], Text("there is none")))
    log = folder / f"output-{secrets.token_hex(4)}.log"
    try:
        # The program writes to a file, so that it never waits for anybody here, and a second handle reads: a shared one
        # would share its place too.
        with open(log, "xb") as output, open(log, "rb") as written:
            process = start_group([*own_command(PROGRAM), found, *command[1:]], output, subprocess.STDOUT, environment,
                                  folder)
            try:
                yield from on_thread(_watched(process, written, progress))
            finally:
                if process.stdin is not None:
                    process.stdin.close()
                see_off(process, _PATIENCE)
            return process.returncode, log.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise EngineError(Text("cannot write to {0}: {1}", folder, error.strerror or error)) from error
    finally:
        with suppress(OSError):
            log.unlink(missing_ok=True)


def _watched(process: "subprocess.Popen[bytes]", written: IO[bytes], progress: Callable[[str], Progress]) -> Job[None]:
    line = ""
    while True:
        yield progress(line)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TOLD_EVERY)
            return
        line = _last_line(written.read()) or line


def _last_line(news: bytes) -> str:
    """The last whole line of what was written since the last look; "" when there is none."""
    lines = news.replace(b"\r", b"\n").split(b"\n")[:-1]
    return lines[-1].decode("utf-8", "replace").strip() if lines else ""
