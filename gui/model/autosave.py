"""Keeps unsaved work in the recovery folder, so that a crash costs a minute at most."""

from PySide6.QtCore import QObject, QTimer

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, single
from engine.base.text import Text
from engine.project.project import Project
from engine.project.project_file import read_project
from engine.project.recovery import RecoverySession, Snapshot
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.model.settings import AUTOSAVE_SECONDS


class Autosave(QObject):
    """Writes a snapshot every so often while there is unsaved work, whatever else runs; none when there is not.

    All that is done with the snapshot is done in the files' lane, in the order it was asked for.
    interval: seconds between two; None for what the settings say.
    """

    def __init__(self, document: ProjectDocument, thread: EngineThread, session: RecoverySession,
                 interval: float | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._thread, self._session = document, thread, session
        self._kept = -1
        self._keeping: Ask[None] | None = None
        self._told = False
        self._timer = QTimer(self)
        self._interval = interval
        self._timer.timeout.connect(self.save)
        document.dirty_changed.connect(self._follow)
        document.gesture_changed.connect(self._follow_hand)

    def _follow(self, dirty: bool) -> None:
        """There is unsaved work now, or there is none any more."""
        if dirty:
            self._begin()
        else:
            self._timer.stop()
            self._drop()

    def _follow_hand(self, holds: bool) -> None:
        """What a hand holds counts as unsaved although it is no step yet: it may hold a slider for minutes."""
        if holds:
            self._begin()
        elif not self._document.dirty:
            self._follow(False)

    def _begin(self) -> None:
        if not self._timer.isActive():
            seconds = self._interval if self._interval is not None else AUTOSAVE_SECONDS.value()
            self._timer.start(round(seconds * 1000))

    def _drop(self) -> None:
        self._kept = -1
        if self._keeping is not None:
            self._keeping.drop()
        Ask(self, "autosave", lambda: single(self._session.clear), Rank.QUIET, lane=Lane.FILES).start(self._thread)

    def save(self) -> None:
        """A snapshot in the background, unless the last one still holds or one is being written."""
        if self._keeping is None or not self._keeping.active:
            self._keep()

    def take_over(self, snapshot: Snapshot) -> None:
        """Work that was recovered is the document's now: keep it, and let its snapshot go once that can be read."""
        self._keep(snapshot)

    def _keep(self, instead_of: Snapshot | None = None) -> None:
        project, revision = self._document.project(), self._document.revision
        if project is None or self._kept == revision:
            return
        self._keeping = Ask(self, "autosave", lambda: _snapshot(self._session, project, instead_of), Rank.QUIET,
                            lane=Lane.FILES).then(lambda _: self._saved(revision)).failed(self._failed)
        self._keeping.start(self._thread)

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
        self._kept, self._told = revision, False

    def _failed(self, error: EngineError) -> None:
        if not self._told:  # once, until it works again; it is tried again and again
            self._told = True
            self._thread.failed.emit(EngineError(Text("The work could not be kept for recovery."), error.message,
                                                 error.detail))


def _snapshot(session: RecoverySession, project: Project, instead_of: Snapshot | None) -> Job[None]:
    """instead_of: what is not needed any more once the new one was written and read back."""
    yield Progress(0, 1)
    session.save(project)
    if instead_of is not None:
        read_project(session.path)
        instead_of.discard()
