"""Which of the jobs under way the window tells of, and in what words: the one sign of every wait."""

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.base.jobs import Progress
from gui.controls.state_line import BETWEEN
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Rank
from gui.words.duration import left
from gui.words.engine_texts import shown

SHOW_AFTER = 0.2
"""Seconds after which somebody who waits must see that there is something to wait for; what is quicker would only
flicker."""
SHOW_FOR = 500
"""Milliseconds that the last sign stays when its job has ended."""
_EVERY = 500
"""Milliseconds between two looks at the time left."""


class JobSign(QObject):
    """Follows the jobs that are shown (`Rank.shown`), those that wait in line included: the newest that has begun, else
    the first that waits.

    text: what is told of it. fraction: how far it is, 0..1, None when it does not say.
    changed: what there is to tell. preview: (h, w, 3|4) uint8, the picture of the job told of so far.
    """

    changed = Signal()
    preview = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.ticket: JobTicket | None = None
        self.text = ""
        self.fraction: float | None = None
        self._late, self._linger, self._clock = QTimer(self), QTimer(self), QTimer(self)
        for timer, interval, slot in ((self._late, round(1000 * SHOW_AFTER), self.look),
                                      (self._linger, SHOW_FOR, self.changed.emit)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(slot)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self._tell)
        engine.job_asked.connect(self._asked)
        engine.job_started.connect(self._asked)
        engine.job_progress.connect(self._progress)
        engine.job_ended.connect(self.look)
        self.look()

    @property
    def visible(self) -> bool:
        """Whether there is a job to tell of, or was a moment ago."""
        return self.ticket is not None or self._linger.isActive()

    def cancel(self) -> None:
        """Stop the job that is told of."""
        if self.ticket is not None:
            self.ticket.cancel()
            self._tell()

    def look(self, *_: object) -> None:
        """Look again which job is to be told of."""
        now, tickets = self._engine.clock(), self._engine.shown
        late = [ticket for ticket in tickets if now - ticket.asked >= SHOW_AFTER]
        if len(late) < len(tickets) and not self._late.isActive():
            self._late.start()
        going = [ticket for ticket in late if not ticket.cancelling]
        begun = [ticket for ticket in going if ticket.begun]
        before, self.ticket = self.ticket, next(iter((*begun[-1:], *going[:1], *late[-1:])), None)
        if self.ticket is not before:
            if self.ticket is None:
                self._linger.start()
                self._clock.stop()
            else:
                self._linger.stop()
                self._clock.start()
                self._show_preview(self.ticket.latest)
            self._tell()

    def _asked(self, ticket: JobTicket) -> None:
        if ticket.rank.shown:
            self.look()

    def _progress(self, ticket: JobTicket, progress: Progress) -> None:
        if ticket is self.ticket:
            if progress.preview is not None:
                self.preview.emit(progress.preview)
            self._tell()

    def _show_preview(self, progress: Progress | None) -> None:
        picture: np.ndarray | None = progress.preview if progress is not None else None
        self.preview.emit(picture)

    def _tell(self) -> None:
        ticket = self.ticket
        if ticket is not None:
            progress = ticket.latest
            self.fraction = ticket.fraction
            self.text = self.tr("Stopping…") if ticket.cancelling else self._words(ticket, progress)
        self.changed.emit()

    @staticmethod
    def _words(ticket: JobTicket, progress: Progress | None) -> str:
        """What, how long yet, and at which point of it."""
        rest, parts = ticket.left, [ticket.title]
        if rest is not None:
            parts.append(left(rest))
        if progress is not None and progress.message:
            words = shown(progress.message)
            counts = ticket.rank is Rank.PATIENT and progress.total > 0 and not any(map(str.isdigit, words))
            parts.append(f"{words} {int(progress.done)}/{int(progress.total)}" if counts else words)
        return BETWEEN.join(parts)
