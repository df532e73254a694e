"""Polish of the live puppet: keys of the same person, drawn by the generator in the background, for whoever wants."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from engine.base.errors import EngineError
from engine.generator.inversion.result import Inversion
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.inversions import Inversions
from gui.model.lanes import Rank
from gui.model.live_preview import LivePreview

if TYPE_CHECKING:
    from engine.expression.polish import PolishReport

REST_MS = 800
"""After the last change of face before polishing begins."""

Key = tuple[str, int]
"""A photo's id and the number of a face."""


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
                 done: dict[Key, Polished]) -> None:
        """done: what was polished already, kept by whoever outlives the window."""
        super().__init__(live)
        self._document, self._engine, self._inversions, self._live = document, engine, inversions, live
        self._store, self._done = QSettings(), done
        self._wanted = self._store.value("final/polish", "false") in (True, "true")
        self._ticket: JobTicket | None = None
        self._working: tuple[Key, Inversion] | None = None
        self._declined: set[Key] = set()  # stopped by hand, or failed: not begun again by itself
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
        return self._ticket is not None

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
            self.stop()
            for key in [key for key in self._done if key[0] == self._photo()]:
                del self._done[key]
                self._undo(key)
        self.changed.emit()

    def stop(self) -> None:
        """Cancel what is under way: the window goes, or nobody wants it."""
        self._rest.stop()
        if self._ticket is not None:
            self._ticket.cancel()

    def _photo(self) -> str:
        return self._document.photo.id if self._document.photo is not None else ""

    def _key(self) -> Key:
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

    def _undo(self, key: Key) -> None:
        ticket = self._engine.submit("polish", lambda engine: engine.expressions.unpolish(*key), Rank.QUIET)
        ticket.done.connect(self._live.ask_all)
        ticket.failed.connect(self._engine.failed)

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
        ticket = self._engine.submit(self.tr("Polishing"), lambda engine: engine.expressions.polish(*key), Rank.PATIENT)
        self._ticket, self._working = ticket, (key, inversion)
        ticket.done.connect(self._polished)
        ticket.failed.connect(self._ended)
        ticket.cancelled.connect(self._ended)
        self.changed.emit()

    def _polished(self, report: "PolishReport") -> None:
        assert self._working is not None
        key, inversion = self._working
        self._ticket = self._working = None
        if key[0] == self._photo():
            if self._wanted:
                self._done[key] = Polished(inversion, report)
                self._live.ask(key[1])
                self._rest.start()  # the chosen face may be another by now
            else:
                self._undo(key)
        self.changed.emit()

    def _ended(self, error: EngineError | None = None) -> None:
        if self._working is not None:
            self._declined.add(self._working[0])
        self._ticket = self._working = None
        if error is not None:
            self._engine.failed.emit(error)
        if self._wanted:
            self._rest.start()
        self.changed.emit()
