"""Polish of the live puppet: keys of the same person, drawn by the generator in the background, for whoever wants."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from engine.base.errors import EngineError
from engine.generator.inversion.result import Inversion
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.inversions import Inversions
from gui.model.lanes import Rank
from gui.model.live_preview import LivePreview

if TYPE_CHECKING:
    from engine.expression.polish import PolishReport

REST_MS = 800
"""After the last change of face before polishing begins."""


@dataclass(frozen=True, eq=False)
class Polished:
    """A face that was polished: of what it was drawn, and what came of it."""

    inversion: Inversion
    report: "PolishReport"


class Polish(QObject):
    """Polishes the chosen face while that is wanted; a setting of the program.

    changed: what `wanted`, `busy` and `report` say.
    """

    changed = Signal()

    def __init__(self, document: ProjectDocument, engine: EngineThread, inversions: Inversions, live: LivePreview,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine, self._inversions, self._live = document, engine, inversions, live
        self._store = QSettings()
        self._done: dict[FaceKey, Polished] = {}
        self._wanted = self._store.value("final/polish", "false") in (True, "true")
        self._job: Ask[PolishReport] | None = None
        self._declined: set[FaceKey] = set()  # stopped by hand, or failed: not begun again by itself
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._photo_changed)
        inversions.known.connect(self._face_changed)
        inversions.found.connect(self._face_changed)
        inversions.missed.connect(self._face_changed)
        self._face_changed()

    @property
    def wanted(self) -> bool:
        return self._wanted

    @property
    def busy(self) -> bool:
        """Whether a face is being polished."""
        return self._job is not None

    @property
    def failed(self) -> bool:
        """Whether polishing the chosen face was stopped or failed; it does not begin again by itself."""
        return self._key() in self._declined

    def report(self) -> "PolishReport | None":
        """What came of polishing the chosen face; None while it is as plain as ever."""
        key = self._key()
        return self._done[key].report if key in self._done else None

    def set_wanted(self, on: bool) -> None:
        """Polish from now on, or draw the plain puppets again."""
        if on == self._wanted:
            return
        self._wanted = on
        self._store.setValue("final/polish", on)
        self._declined.clear()
        if on:
            self._rest.start()
        else:
            self._rest.stop()
            if self._job is not None:
                self._job.cancel()
            for key in [key for key in self._done if key[0] == self._photo()]:
                del self._done[key]
                self._undo(key)
        self.changed.emit()

    def stop(self) -> None:
        """Stop what is under way and hear nothing more of it: the photo goes."""
        self._rest.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _photo(self) -> str:
        return self._document.photo.id if self._document.photo is not None else ""

    def _key(self) -> FaceKey:
        return self._photo(), self._document.selected

    def _photo_changed(self) -> None:
        self.stop()
        self._declined.clear()
        for key in [key for key in self._done if key[0] != self._photo()]:
            del self._done[key]
        self._face_changed()

    def _face_changed(self, *_: object) -> None:
        if self._wanted:
            self._rest.start()
        self.changed.emit()

    def _undo(self, key: FaceKey) -> None:
        Ask(self, "polish", lambda engine: engine.expressions.unpolish(*key), Rank.QUIET) \
            .then(self._undone).start(self._engine)

    def _undone(self, _: None) -> None:
        self._live.ask_all()

    def _begin(self) -> None:
        key = self._key()
        if not self._wanted or self.busy or key[1] < 0 or key in self._declined or not self._inversions.possible:
            return
        inversion = self._inversions.face(key[1]).inversion
        if inversion is None:
            self._inversions.find_once(key[1])
            return
        if key in self._done and self._done[key].inversion is inversion:
            return
        self._job = Ask(self, self.tr("Polishing"), lambda engine: engine.expressions.polish(*key), Rank.PATIENT) \
            .timed("polish").then(partial(self._polished, key, inversion)).failed(partial(self._not_polished, key)) \
            .cancelled(partial(self._not_polished, key)).ended(self._ended).start(self._engine)
        self.changed.emit()

    def _polished(self, key: FaceKey, inversion: Inversion, report: "PolishReport") -> None:
        if self._wanted:
            self._done[key] = Polished(inversion, report)
            self._live.ask(key[1])
        else:
            self._undo(key)

    def _not_polished(self, key: FaceKey, error: EngineError | None = None) -> None:
        self._declined.add(key)
        if error is not None:
            self._engine.tell(error)

    def _ended(self) -> None:
        self._job = None
        if self._wanted:
            self._rest.start()  # the chosen face may be another by now
        self.changed.emit()
