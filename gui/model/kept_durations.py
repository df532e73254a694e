"""The durations of jobs in a file of our data folder, from start to start."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from engine.base.errors import EngineError
from engine.base.jobs import single
from gui.model.ask import Ask
from gui.model.durations import kept_durations, write_durations
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank


class KeptDurations(QObject):
    """Reads what earlier runs of the program noted, and writes it down after each job that has a kind."""

    def __init__(self, thread: EngineThread, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._thread, self._path = thread, path
        self._read = False
        thread.timed.connect(self._noted)
        Ask(self, "durations", lambda: single(lambda: kept_durations(path)), Rank.QUIET, lane=Lane.FILES) \
            .then(self._taken).start(thread)

    def _taken(self, earlier: dict[str, tuple[float, ...]]) -> None:
        self._thread.durations.take(earlier)
        self._read = True

    def _noted(self) -> None:
        if not self._read:
            return  # what is there would be written over
        runs = self._thread.durations.runs

        def write() -> None:
            with suppress(EngineError):  # a full disk costs what is said of the time left, and nobody a word
                write_durations(self._path, runs)

        Ask(self, "durations", lambda: single(write), Rank.QUIET, lane=Lane.FILES).start(self._thread)
