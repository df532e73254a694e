"""An engine's thread for the length of a test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from engine.facade import EngineFacade
from gui.model.engine_thread import EngineThread


@contextmanager
def running(qtbot: QtBot, make: Callable[[], EngineFacade]) -> Iterator[EngineThread]:
    """The thread of the engine that `make` makes, ready; it ends with the block."""
    thread = EngineThread(make)
    thread.start()
    qtbot.waitUntil(lambda: thread.ready)
    yield thread
    thread.stop()
