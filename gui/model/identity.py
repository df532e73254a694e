"""Measures, when the hand rests, how far the edited face has moved away from the person."""

from PySide6.QtCore import QObject, QTimer, Signal

from engine.base.errors import EngineError
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank

REST_MS = 500


class IdentityMeter(QObject):
    """Asks the engine for the identity distance of the chosen face some time after its look last changed.

    measured: `distance` is another one.
    """

    measured = Signal()

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self.distance: float | None = None
        """dlib's distance between the edited and the original face; None while nothing is set, or it is not known."""
        self._measuring: Ask[float] | None = None
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self._measure)
        document.look_changed.connect(self._changed)
        document.selection_changed.connect(self._changed)
        document.photo_changed.connect(self._photo_changed)

    def stop(self) -> None:
        """Measure nothing any more: the end."""
        self._soon.stop()
        self._drop()

    def _photo_changed(self) -> None:
        self.stop()
        self._set(None)

    def _changed(self, face: int) -> None:
        if face != self._document.selected:
            return
        self._drop()
        if len(self._document.look()) == 0:
            self._soon.stop()
            self._set(None)
        else:
            self._soon.start()

    def _measure(self) -> None:
        photo, face, look = self._document.photo, self._document.selected, self._document.look()
        if photo is None or face < 0 or self._document.moving:
            return
        photo_id = photo.id
        self._measuring = Ask(self, "identity",
                              lambda engine: engine.pictures.identity_distance(photo_id, face, look), Rank.QUIET) \
            .then(self._set).failed(self._failed).start(self._engine, replacing=self._measuring)

    def _drop(self) -> None:
        if self._measuring is not None:
            self._measuring.drop()
            self._measuring = None

    def _set(self, distance: float | None) -> None:
        self.distance = distance
        self.measured.emit()

    def _failed(self, _: EngineError) -> None:
        # No model for it, or no face in the edited picture: then there is no number to show, and no harm.
        self._set(None)
