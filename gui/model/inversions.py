"""Which faces the generator can draw: what is known of each, and the jobs that look for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, retold, single
from engine.base.look import Look
from engine.facade import EngineFacade
from engine.generator.inversion.result import Inversion, InversionQuality
from engine.systems import split
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.lanes import Rank

if TYPE_CHECKING:
    from engine.attributes.face_attributes import FacePortrait
    from engine.attributes.told import Shortfall

GENERATOR = "mobilestylegan"
"""The face generator, in the catalogue of models."""

DRAFT_SIDE = 512
"""Side of the patch that a knob's drafts are drawn for: always the same, since what they need is made once for each."""

PICTURE = 160
"""Side of the small pictures of a face, device pixels."""


@dataclass(eq=False)
class FaceInversion:
    """What the window knows of one face.

    asked:     it was asked whether it was found before.
    inversion: its latents; None when it was not found yet.
    search:    the one under way, for `quality`; picture: (s, s, 3) uint8 how far it is.
    declined:  a search was stopped or failed: no other begins by itself. trouble: why it failed.
    source, drawn: (s, s, 3) uint8, the face in the photo and as the generator draws it; None when not there yet.
    shortfalls: ends of knobs that show less than they should on it; looked at when there is nothing else to do.
    """

    asked: bool = False
    inversion: Inversion | None = None
    search: "Ask[FacePortrait] | None" = None
    quality: InversionQuality = "draft"
    done: float = 0.0
    total: float = 0.0
    picture: np.ndarray | None = None
    declined: bool = False
    trouble: EngineError | None = None
    source: np.ndarray | None = None
    drawn: np.ndarray | None = None
    shortfalls: "Sequence[Shortfall]" = ()

    @property
    def searching(self) -> bool:
        return self.search is not None


class Inversions(QObject):
    """Looks for faces in the generator when attribute values are set on them, or when it is told to.

    known:   it has been looked whether there is a generator here.
    changed: what is known of a face.
    found:   a face can be drawn with its attribute values from now on, or better than before.
    missed:  it has been looked, and the face was never found.
    told:    what its knobs do not show on a face is known.
    """

    known = Signal()
    changed = Signal(int)
    found = Signal(int)
    missed = Signal(int)
    told = Signal(int)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self._faces: dict[int, FaceInversion] = {}
        self._check: Ask[EngineError | None] | None = None
        self.looked = False
        self.lacking: EngineError | None = None
        """Why there is no generator here; None when there is one or nobody has looked yet."""
        document.selection_changed.connect(self.ask_known)
        document.photo_changed.connect(self._photo_changed)
        document.look_changed.connect(self._look_changed)
        engine.engine_ready.connect(self.check)
        if engine.ready:
            self.check()

    # ---- what is known

    @property
    def possible(self) -> bool:
        """Whether there is a generator to draw with, as far as is known."""
        return self.looked and self.lacking is None

    def face(self, face: int) -> FaceInversion:
        """What is known of a face of the photo."""
        return self._faces.setdefault(face, FaceInversion())

    def drawable(self, face: int) -> Look:
        """What is set on a face, without attribute values while the generator cannot draw them."""
        look = self._document.look(face)
        if self.possible and self.face(face).inversion is not None:
            return look
        expression, attributes = split(look)
        return expression if attributes else look

    def waits(self, face: int) -> bool:
        """Whether attribute values are set that are not drawn yet."""
        return self.drawable(face) != self._document.look(face)

    # ---- looking

    def check(self, *_: object) -> None:
        """Look again whether there is a generator here; `known` follows."""
        self._check = Ask(self, "generator", lambda engine: single(engine.attributes.lacking), Rank.QUIET) \
            .then(self._checked).failed(self._checked).start(self._engine, replacing=self._check)

    def _checked(self, lacking: EngineError | None) -> None:
        self.looked, self.lacking = True, lacking
        self.known.emit()
        for face in range(self._document.face_count):
            if face == self._document.selected or self.waits(face):
                self.ask_known(face)

    def ask_known(self, face: int) -> None:
        """Ask whether a face was found before."""
        photo, state = self._document.photo, self.face(face)
        if photo is None or not 0 <= face < len(photo.faces) or not self.possible or state.asked or state.searching:
            return
        state.asked = True
        key = (photo.id, face)
        # Where it is known the generator is read, and draws it: half a second that a hand on a slider would feel.
        rank = Rank.QUIET if self.waits(face) else Rank.IDLE
        Ask(self, "latents", lambda engine: _known(engine, key), rank) \
            .then(partial(self._answered, key)).start(self._engine)

    def find(self, face: int, quality: InversionQuality = "draft") -> None:
        """Look for a face in the generator; "full" goes on from what is known."""
        photo, state = self._document.photo, self.face(face)
        if photo is None or not 0 <= face < len(photo.faces) or not self.possible or state.searching:
            return
        key = (photo.id, face)
        title = self.tr("Finding the face") if quality == "draft" else self.tr("Refining the face")
        state.search = Ask(self, title, lambda engine: _found(engine, key, quality), Rank.PATIENT) \
            .timed(_kind(quality)).progress(partial(self._progress, face)).then(partial(self._search_done, key)) \
            .failed(partial(self._search_over, face)).cancelled(partial(self._search_over, face)).start(self._engine)
        state.quality, state.declined, state.trouble = quality, False, None
        state.done = state.total = 0.0
        state.picture = None
        self.changed.emit(face)

    def expected(self, quality: InversionQuality) -> float | None:
        """Seconds that a search took on this machine, last; None when there was none."""
        return self._engine.durations.expected(_kind(quality))

    def find_once(self, face: int) -> None:
        """Look for a face roughly unless that was stopped by hand or failed before."""
        state = self.face(face)
        if state.inversion is None and not state.declined and state.asked and not self._asking(face):
            self.find(face)

    def cancel(self, face: int) -> None:
        """Stop looking for a face; the best so far is kept."""
        search = self.face(face).search
        if search is not None:
            search.cancel()

    def stop(self) -> None:
        """Stop every search and hear nothing more of it: the photo goes."""
        for state in self._faces.values():
            if state.search is not None:
                state.search.drop()
                state.search = None

    # ---- following the document

    def _photo_changed(self) -> None:
        self.stop()
        self._faces = {}
        for face in range(self._document.face_count):
            if self.waits(face):
                self.ask_known(face)

    def _look_changed(self, face: int) -> None:
        """The first touch of a knob, a pasted look, an undo: attribute values are there and cannot be drawn yet."""
        state = self.face(face)
        if self.possible and state.inversion is None and not state.searching and self.waits(face):
            if not state.asked:
                self.ask_known(face)
            self.find_once(face)

    def _asking(self, face: int) -> bool:
        """Whether the answer of `ask_known` is still to come."""
        return self.face(face).source is None and self.face(face).trouble is None

    # ---- what jobs say; those of a photo that is closed were dropped

    def _progress(self, face: int, progress: Progress) -> None:
        state = self.face(face)
        if progress.total > 0:
            state.done, state.total = progress.done, progress.total
        if progress.preview is not None:
            state.picture = progress.preview
        self.changed.emit(face)

    def _search_done(self, key: FaceKey, portrait: "FacePortrait") -> None:
        self.face(key[1]).search = None
        self._answered(key, portrait)

    def _answered(self, key: FaceKey, portrait: "FacePortrait") -> None:
        photo, face = self._document.photo, key[1]
        if photo is None or photo.id != key[0]:
            return
        state = self.face(face)
        state.inversion, state.source, state.drawn = portrait.inversion, portrait.source, portrait.drawn
        self.changed.emit(face)
        if state.inversion is not None:
            self.found.emit(face)
            Ask(self, "knobs", lambda engine: engine.attributes.shortfalls(*key), Rank.IDLE) \
                .then(partial(self._told, key)).start(self._engine)
        else:
            self._look_changed(face)
            self.missed.emit(face)

    def _told(self, key: FaceKey, shortfalls: "Sequence[Shortfall]") -> None:
        photo, face = self._document.photo, key[1]
        if photo is not None and photo.id == key[0]:
            self.face(face).shortfalls = shortfalls
            self.told.emit(face)

    def _search_over(self, face: int, error: EngineError | None = None) -> None:
        """Failed, or stopped by hand: what was found until then is asked for."""
        state = self.face(face)
        state.search, state.declined, state.trouble = None, True, error
        state.asked = False
        self.ask_known(face)
        self.changed.emit(face)


def _kind(quality: InversionQuality) -> str:
    return f"inversion/{GENERATOR}/{quality}"


def _known(engine: EngineFacade, key: FaceKey) -> "Job[FacePortrait]":
    """On the engine's thread: whether a face was found before, with small pictures of it."""
    return engine.attributes.portrait(*key, PICTURE, DRAFT_SIDE)


def _found(engine: EngineFacade, key: FaceKey, quality: InversionQuality) -> "Job[FacePortrait]":
    """On the engine's thread: look for a face, then show what was found."""
    yield from engine.attributes.invert(*key, quality)
    return (yield from retold(_known(engine, key), lambda progress: Progress(0, 0, progress.message)))
