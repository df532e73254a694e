"""Workers that are processes of this machine, each with its own of everything."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.workers import Answer, Item, one_thread

_PATIENCE = 5.0
"""Seconds that a worker that was told to end is waited for, before it is killed."""
_NO_MEMORY = Text("often there is not enough memory: use fewer processes")


class Pool:
    """At most so many processes. Items and answers should be small: they are sent from the thread that runs the job.

    hint: what to do when one dies.
    """

    def __init__(self, count: int, hint: Text = _NO_MEMORY) -> None:
        self._count, self._hint = count, hint

    def map(self, setting: Callable[[], Callable[[Item], Answer]], items: Sequence[Item],
            take: Callable[[int, Answer], object]) -> Job[None]:
        """See `Workers`. Each worker computes on one thread. Closing waits until they are ended, which is at once."""
        workers: list[_Worker] = []
        listening = ThreadPoolExecutor(1, thread_name_prefix="pool")
        try:
            waiting = iter(enumerate(items))
            for task in [next(waiting) for _ in range(min(self._count, len(items)))]:
                yield Progress(0, len(items))
                workers.append(_Worker(setting, self._hint))
                workers[-1].give(task)
            done = 0
            while done < len(items):
                said = listening.submit(wait, [worker.connection for worker in workers])
                while not said.done():
                    yield Progress(done, len(items), waiting=said)
                for worker in [worker for worker in workers if worker.connection in said.result()]:
                    place, answer = worker.take()
                    worker.give(next(waiting, None))
                    done += 1
                    take(place, answer)
                yield Progress(done, len(items))
        finally:
            for worker in workers:
                worker.end()
            for worker in workers:
                worker.see_off()
            listening.shutdown()  # it has heard that they are gone
            for worker in workers:
                worker.connection.close()


class _Worker:
    def __init__(self, setting: Callable[[], Callable[[Any], Any]], hint: Text) -> None:
        self._hint = hint
        context = get_context("spawn")  # forked, torch and mediapipe would hang on locks of threads that are not there
        self.connection, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, setting), daemon=True, name="worker")
        with _safe_path():
            self._process.start()
        there.close()  # or its end would not be noticed

    def give(self, task: tuple[int, Any] | None) -> None:
        if task is not None:
            with suppress(OSError):  # that it is dead, `take` says
                self.connection.send(task)

    def take(self) -> tuple[int, Any]:
        try:
            place, answer, failure = self.connection.recv()
        except (EOFError, OSError):
            self._process.join(_PATIENCE)
            raise EngineError(Text("a worker process ended by itself (exit code {0})", self._process.exitcode),
                              self._hint) from None
        if failure is not None:
            raise EngineError(*failure)
        return place, answer

    def end(self) -> None:
        self._process.terminate()

    def see_off(self) -> None:
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


_SAFE_PATH = "PYTHONSAFEPATH"
_starting = threading.Lock()


@contextmanager
def _safe_path() -> Iterator[None]:
    """Python starts a worker as `python -c`, which imports what lies in the folder that it works in, the user's; unless
    this variable is set."""
    with _starting:
        before = os.environ.get(_SAFE_PATH)
        os.environ[_SAFE_PATH] = "1"
        try:
            yield
        finally:
            if before is None:
                del os.environ[_SAFE_PATH]
            else:
                os.environ[_SAFE_PATH] = before


def _serve(connection: Connection, setting: Callable[[], Callable[[Any], Any]]) -> None:
    """What a worker does: one item after the other, until nobody is there any more."""
    try:
        work = one_thread(setting)
        while True:
            place, item = connection.recv()
            connection.send((place, work(item), None))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return  # whoever asked is gone, or everything is stopped by the keyboard
    except EngineError as error:
        failure = (error.message, error.hint, error.detail)
    except Exception as error:  # noqa: BLE001 - told where it can be seen
        failure = (Text("a worker process failed: {0}", f"{type(error).__name__}: {error}"), Text(), repr(error))
    with suppress(OSError):
        connection.send((-1, None, failure))
