"""Keeps unsaved work in the recovery folder, so that a crash costs a minute at most."""

from PySide6.QtCore import QObject, QTimer

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.project.project import Project
from engine.project.recovery import RecoverySession
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Rank
from gui.model.settings import AUTOSAVE_SECONDS


class Autosave(QObject):
    """Writes a snapshot on the engine's thread every so often while there is unsaved work; none when there is not.

    interval: seconds between two; None for what the settings say.
    """

    def __init__(self, document: ProjectDocument, engine: EngineThread, session: RecoverySession,
                 interval: float | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine, self._session = document, engine, session
        self._kept = -1
        self._ticket: JobTicket | None = None
        self._timer = QTimer(self)
        self._interval = interval
        self._timer.timeout.connect(self.save)

    def follow(self, dirty: bool) -> None:
        """There is unsaved work now, or there is none any more."""
        if dirty:
            seconds = self._interval if self._interval is not None else AUTOSAVE_SECONDS.value()
            self._timer.start(round(seconds * 1000))
        else:
            self._timer.stop()
            self._drop()

    def _drop(self) -> None:
        self._kept = -1
        if self._ticket is not None:
            self._ticket.cancel()
        self._session.clear()

    def save(self) -> None:
        """A snapshot in the background, unless the last one still holds."""
        project = self._document.project()
        if project is None or self._ticket is not None or self._kept == self._document.revision:
            return
        revision = self._document.revision
        ticket = self._engine.submit("autosave", lambda engine: _snapshot(self._session, project), Rank.QUIET)
        self._ticket = ticket
        ticket.done.connect(lambda _: self._saved(revision))
        ticket.failed.connect(self._failed)
        ticket.cancelled.connect(self._over)

    def save_now(self) -> None:
        """A snapshot on this very thread: for the moment of a crash. Never raises."""
        project = self._document.project()
        if project is not None and self._document.dirty:
            try:
                self._session.save(project)
            except EngineError:
                return

    def stop(self) -> None:
        self._timer.stop()

    def _saved(self, revision: int) -> None:
        self._ticket = None
        self._kept = revision
        if not self._document.dirty:  # it was saved properly while the snapshot was being written
            self._drop()

    def _failed(self, error: EngineError) -> None:
        self._ticket = None
        self._engine.failed.emit(EngineError(Text("The work could not be kept for recovery."), error.message,
                                             error.detail))
        self._timer.stop()  # said once; the next change of the saved state starts it again

    def _over(self) -> None:
        self._ticket = None


def _snapshot(session: RecoverySession, project: Project) -> Job[None]:
    yield Progress(0, 1)
    session.save(project)
