"""An engine's thread for the length of a test, and programs of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from engine.facade import EngineFacade
from gui.model.engine_thread import EngineThread

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def running(qtbot: QtBot, make: Callable[[], EngineFacade]) -> Iterator[EngineThread]:
    """The thread of the engine that `make` makes, ready; it ends with the block."""
    thread = EngineThread(make)
    thread.start()
    qtbot.waitUntil(lambda: thread.ready)
    yield thread
    thread.stop()


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own, which finds what this one finds."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120,
                          env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])})
