"""The other end of `engine.process.child`: one task, asked for on standard input and answered on standard output."""

import importlib
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Any

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.process.child import PATIENCE
from engine.process.group import end_own_group
from engine.process.messages import LONGEST_LINE, Ending, ending_line, progress_line, read_request

TASKS: frozenset[str] = frozenset({
    "engine.process.check:count",
    "engine.rig.imitator.training:train_imitator",
    "engine.rig.regressor.training:train_regressor",
})
"""Every function that may be called in a child, "module:function". Nothing that comes from outside names another."""


def serve_task(tasks: Collection[str]) -> int:
    """Do the task that is asked for, and return the process's exit status, 0 when there is a result.

    tasks: those that may be. When standard input ends, somebody changed their mind or is gone: the task is stopped at
    its next yield, and this process ends in any case.
    """
    answers = os.fdopen(os.dup(1), "wb", buffering=0)  # for us alone: libraries print to the other one
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    unwanted = threading.Event()
    request = _first_line()
    threading.Thread(target=_watch, args=(unwanted,), daemon=True).start()
    told = _Told(answers.write, unwanted.set)
    status = 1
    try:
        task, arguments = read_request(request)
        ending = Ending(run(_job(task, arguments, tasks), told.tell, unwanted.is_set))
        line, status = ending_line(ending), 0
    except (EngineError, Cancelled) as error:
        if isinstance(error, EngineError):
            error.detail = error.detail or traceback.format_exc()
        line = ending_line(Ending(error=error))
    except BaseException as error:  # noqa: BLE001 - told where it can be seen
        line = ending_line(Ending(error=EngineError(
            Text("a child process failed: {0}", f"{type(error).__name__}: {error}"), detail=traceback.format_exc())))
    told.write(line)
    if unwanted.is_set():
        end_own_group()  # whoever would see off what the task has started may be gone
    return status


def _job(task: str, arguments: dict[str, Any], tasks: Collection[str]) -> Job[Any]:
    if task not in tasks:
        raise EngineError(Text("there is no task {0} for a child process", repr(task)))
    module, _, name = task.partition(":")
    return getattr(importlib.import_module(module), name)(**arguments)


class _Told:
    """Says progress, once."""

    def __init__(self, write: Callable[[memoryview], int | None], gone: Callable[[], None]) -> None:
        self._write, self._gone = write, gone
        self._latest: tuple[float, float, str] | None = None

    def tell(self, progress: Progress) -> None:
        words = progress.done, progress.total, progress.message
        if words != self._latest or progress.preview is not None:
            self._latest = words
            self.write(progress_line(progress))

    def write(self, line: bytes) -> None:
        rest = memoryview(line)
        try:
            while rest:
                rest = rest[self._write(rest) or 0:]
        except OSError:
            self._gone()


def _first_line() -> bytes:
    """Not through a buffer, which would take more than the line."""
    line = bytearray()
    with suppress(OSError):  # there is no standard input
        while not line.endswith(b"\n") and len(line) <= LONGEST_LINE:
            news = os.read(0, 1 << 16)
            if not news:
                break
            line += news
    return bytes(line)


def _watch(unwanted: threading.Event) -> None:
    with suppress(OSError):
        while os.read(0, 1 << 12):
            pass
    unwanted.set()
    time.sleep(PATIENCE)
    end_own_group()
