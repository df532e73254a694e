"""One of our own tasks in a process of its own, as a job: for work of hours that no drag may ever feel.

The child is ended when the job is closed, and ends by itself when this program is gone, in whatever way.
"""

import io
import subprocess
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import IO, Any

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.memory import printed_of_memory
from engine.base.text import Text
from engine.process.group import see_off, start_group
from engine.process.itself import TASK, own_command
from engine.process.messages import JSON, LONGEST_LINE, Ending, read_answer, request_line

PATIENCE = 10.0
"""Seconds a child that is no longer wanted may take to stop where it likes, before it is killed: a step of a training,
and keeping it."""
_SHORT = (-9, 137, 0xC0000017)
"""Exit codes of what the system ended for want of memory: killed, the same told by a shell, and Windows' own."""
_KEPT = 1 << 16
"""Bytes kept of what a child's libraries print, for a report."""


def run_child(task: str, arguments: Mapping[str, JSON], command: Sequence[str] | None = None) -> Job[Any]:
    """Run a task in a process of its own; its progress and its result, JSON, are the job's.

    task: "module:function", one of `engine.process.child_main.TASKS`; called there with the arguments as keywords it
    gives a job. command: how the child is started; in the usual way when None.
    EngineError: what the task raised, and when the child cannot be started, ends by itself or says what nobody
    can read.
    Closing the job never waits: the child then stops at its job's next yield, and is killed when that takes too long.
    """
    child = _Child([*(own_command(TASK) if command is None else command)], request_line(task, arguments))
    try:
        latest = Progress(0, 0)
        while True:
            news = child.news
            if not news.done():
                yield replace(latest, preview=None, waiting=news)
                continue
            progress, ending = child.take()
            if progress is not None:
                latest = progress
                yield latest
            if ending is not None:
                if ending.error is not None:
                    raise ending.error
                return ending.result
    finally:
        child.end()


class _Child:
    """A process, what is newest of what it said, and a future that is done when there is news."""

    def __init__(self, command: Sequence[str], request: bytes) -> None:
        try:
            self._process = start_group(command, subprocess.PIPE, subprocess.PIPE)
        except OSError as error:
            raise EngineError(Text("a child process could not be started: {0}", error.strerror or error)) from error
        self._lock = threading.Lock()
        self._progress: Progress | None = None
        self._ending: Ending | None = None
        self.news: Future[None] = Future()
        self._printed: deque[bytes] = deque()
        # Should nobody ever close the job, these must not keep the program from ending.
        self._printing = threading.Thread(target=self._collect, name="child's words", daemon=True)
        self._printing.start()
        # What it leaves behind when it dies holds its end of the pipe, and nobody would hear that it is gone.
        self._death = threading.Thread(target=see_off, args=(self._process, None), name="child's death", daemon=True)
        self._death.start()
        threading.Thread(target=self._listen, args=(request,), name="child", daemon=True).start()

    def take(self) -> tuple[Progress | None, Ending | None]:
        """The newest progress that was not taken yet, and how it ended, when it has."""
        with self._lock:
            progress, self._progress = self._progress, None
            if self._ending is None and self.news.done():
                self.news = Future()
            return progress, self._ending

    def end(self) -> None:
        """Let it know that it is not wanted any more, and see to it elsewhere that it ends."""
        with suppress(OSError):
            _stream(self._process.stdin).close()
        threading.Thread(target=self._see_off, name="child's end").start()

    def _listen(self, request: bytes) -> None:
        try:
            ending = self._conversation(request)
        except EngineError as error:
            ending = Ending(error=error)
        with self._lock:
            self._ending = ending
            if not self.news.done():
                self.news.set_result(None)

    def _conversation(self, request: bytes) -> Ending:
        with suppress(OSError, ValueError):  # it is gone, or not wanted any more: seen below
            rest = memoryview(request)
            while rest:
                rest = rest[_stream(self._process.stdin).write(rest):]
        with io.BufferedReader(_stream(self._process.stdout)) as answers:  # type: ignore[type-var]
            while True:
                line = answers.readline(LONGEST_LINE + 1)
                if not line.endswith(b"\n"):
                    return Ending(error=self._gone(line))
                answer = read_answer(line)
                if isinstance(answer, Ending):
                    return answer
                self._put(answer)

    def _put(self, progress: Progress) -> None:
        with self._lock:
            before = self._progress
            if before is not None and progress.preview is None:  # a picture nobody has seen yet
                progress = replace(progress, preview=before.preview)
            self._progress = progress
            if not self.news.done():
                self.news.set_result(None)

    def _gone(self, line: bytes) -> EngineError:
        """Why there are no more whole lines."""
        if len(line) > LONGEST_LINE:
            return EngineError(Text("a child process said something that cannot be read"), detail=repr(line[:1000]))
        self._see_off()
        self._printing.join(1.0)
        printed = b"".join(self._printed).decode("utf-8", "replace")
        return EngineError(Text("a child process ended by itself (exit code {0})", self._process.returncode),
                           _likely(self._process.returncode, printed), printed)

    def _see_off(self) -> None:
        """Not twice: the number of a process that is gone may be another's by then."""
        self._death.join(PATIENCE)
        if self._death.is_alive():
            see_off(self._process, 0.0)

    def _collect(self) -> None:
        """The last of what its libraries print."""
        held = 0
        with _stream(self._process.stderr) as printed:
            while words := printed.read(1 << 12):
                self._printed.append(words)
                held += len(words)
                while held > _KEPT:
                    held -= len(self._printed.popleft())


def _likely(status: int, printed: str) -> Text:
    """Why a child has died, as far as that can be told."""
    if status in _SHORT or printed_of_memory(printed):
        return Text("often there is not enough memory: close other programs")
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    return Text("the last it said was: {0}", lines[-1][:200]) if lines else Text("it said nothing before")


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # all three were asked for
    return stream
