"""Measures, when the hand rests, how far the edited face has moved away from the person."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Rank

REST_MS = 500


class IdentityMeter(QObject):
    """Asks the engine for the identity distance of the chosen face some time after its look last changed."""

    measured = Signal(object)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self._ticket: JobTicket | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._ask)
        document.look_changed.connect(self._changed)
        document.selection_changed.connect(self._changed)

    def _changed(self, face: int) -> None:
        if face != self._document.selected:
            return
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        if len(self._document.look()) == 0:
            self._soon.stop()
            self.measured.emit(None)
        else:
            self._soon.start()

    def _ask(self) -> None:
        photo, face, look = self._document.photo, self._document.selected, self._document.look()
        if photo is None or face < 0 or self._document.in_gesture:
            return
        ticket = self._engine.submit("identity", lambda engine: engine.pictures.identity_distance(photo.id, face, look),
                                     Rank.QUIET)
        ticket.done.connect(self._done)
        ticket.failed.connect(self._failed)
        self._ticket = ticket

    def _done(self, distance: float) -> None:
        if self._ticket is not None and not self._ticket.active:
            self._ticket = None
            self.measured.emit(distance)

    def _failed(self, error: object) -> None:
        # No model for it, or no face in the edited picture: then there is no number to show, and no harm.
        self._ticket = None
        self.measured.emit(None)
