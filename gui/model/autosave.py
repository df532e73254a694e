"""Keeps unsaved work in the recovery folder, so that a crash costs ten seconds at most."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, single
from engine.base.text import Text
from engine.project.project import Origin, Project
from engine.project.project_file import read_project
from engine.project.recovery import RecoverySession, Snapshot
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.model.settings import AUTOSAVE_SECONDS


class Autosave(QObject):
    """Writes a snapshot every so often while there is unsaved work, whatever else runs; none when there is not.

    All that is done with the snapshot is done in the files' lane, in the order it was asked for, from states that
    nobody changes any more.
    interval: seconds between two; None for what the settings say.
    origin:   the project file that the work came from.
    """

    def __init__(self, document: ProjectDocument, thread: EngineThread, session: RecoverySession,
                 interval: float | None = None, parent: QObject | None = None,
                 origin: Callable[[], Origin | None] = lambda: None) -> None:
        super().__init__(parent)
        self._document, self._thread, self._session, self._origin = document, thread, session, origin
        self._kept: tuple[int, Origin | None] | None = None
        self._keeping: Ask[None] | None = None
        self._overdue = False
        self._told = False
        self._recovered: tuple[Snapshot, ...] = ()
        self._begun = 0
        self.unsaved = False
        self._timer = QTimer(self)
        self._interval = interval
        self._timer.timeout.connect(self.save)
        document.dirty_changed.connect(self._follow)
        document.gesture_changed.connect(self._follow_hand)
        document.photo_changed.connect(self._forget_recovered)

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
        self.unsaved = True
        self._begun += 1
        if not self._timer.isActive():  # never from the start by another change: steady edits would put it off for ever
            seconds = self._interval if self._interval is not None else AUTOSAVE_SECONDS.value()
            self._timer.start(round(seconds * 1000))

    def _drop(self) -> None:
        self._kept, self.unsaved, self._overdue = None, False, False
        if self._keeping is not None:
            self._keeping.drop()
        begun, session = self._begun, self._session

        def clear() -> None:
            if begun == self._begun:  # else there is unsaved work again, which a crash may have kept already
                session.clear()

        Ask(self, "autosave", lambda: single(clear), Rank.QUIET, lane=Lane.FILES).start(self._thread)

    def save(self) -> None:
        """A snapshot in the background, unless the last one still holds. While one is being written the next waits
        for that, and then for nothing else."""
        if self._keeping is not None and self._keeping.active:
            self._overdue = True
        else:
            self._keep()

    def take_over(self, snapshot: Snapshot) -> None:
        """Work that was recovered is the document's now: keep it, and let its snapshot go once that can be read.

        Should that fail the snapshot stays, until the work could be kept or saved after all.
        """
        self._recovered = (*self._recovered, snapshot)
        self._keep()

    def saved(self) -> None:
        """All of the work is in a project file that was read back: what it was recovered from is not needed."""
        recovered = self._recovered
        self._forget_recovered()
        if recovered:
            Ask(self, "autosave", lambda: _discard(recovered), Rank.QUIET, lane=Lane.FILES).start(self._thread)

    def _keep(self) -> None:
        project, state = self.project(), (self._document.revision, self._origin())
        if project is None or self._kept == state:
            return
        recovered, session = self._recovered, self._session
        self._keeping = Ask(self, "autosave", lambda: _snapshot(session, project, recovered), Rank.QUIET,
                            lane=Lane.FILES).then(lambda _: self._done(state, recovered)).failed(self._failed)
        self._keeping.ended(self._go_on).start(self._thread)

    def save_now(self) -> None:
        """A snapshot on this very thread: for the moment of a crash. Never raises."""
        try:
            project = self.project()
            if project is not None and self.unsaved:
                self._session.save(project)
        except Exception:  # the program is ending: nothing that fails here may hide what ended it
            return

    def move_to(self, session: RecoverySession) -> RecoverySession:
        """Other work is about to be opened: from now on it is kept in `session`. Gives where the work was kept that is
        open still; nothing of this writes there any more."""
        before, self._session = self._session, session
        self._kept, self._overdue = None, False
        self._begun += 1
        if self._keeping is not None:
            self._keeping.drop()
        return before

    @property
    def recovered(self) -> tuple[Snapshot, ...]:
        """What the work that is open was recovered from, as long as that lies there still."""
        return self._recovered

    @property
    def session(self) -> RecoverySession:
        """Where the work that is open is kept."""
        return self._session

    def project(self) -> Project | None:
        """What a snapshot holds of the work that is open; None while there is none."""
        project = self._document.project()
        return replace(project, origin=self._origin()) if project is not None else None

    def stop(self) -> None:
        self._timer.stop()

    def _done(self, state: tuple[int, Origin | None], recovered: tuple[Snapshot, ...]) -> None:
        self._kept, self._told = state, False
        self._recovered = tuple(snapshot for snapshot in self._recovered if snapshot not in recovered)

    def _failed(self, error: EngineError) -> None:
        if not self._told:  # once, until it works again; it is tried again and again
            self._told = True
            self._thread.failed.emit(EngineError(Text("The work could not be kept for recovery."), error.message,
                                                 error.detail))

    def _go_on(self) -> None:
        if self._overdue:
            self._overdue = False
            self._keep()

    def _forget_recovered(self) -> None:
        """Other work is open: what was not kept again stays where it was, for the next start."""
        self._recovered = ()


def _snapshot(session: RecoverySession, project: Project, instead_of: tuple[Snapshot, ...]) -> Job[None]:
    """instead_of: what is not needed any more once the new one was written and read back."""
    yield Progress(0, 1)
    session.save(project)
    if instead_of:
        read_project(session.path)
        yield from _discard(instead_of)


def _discard(snapshots: tuple[Snapshot, ...]) -> Job[None]:
    yield Progress(0, 1)
    for snapshot in snapshots:
        snapshot.discard()
