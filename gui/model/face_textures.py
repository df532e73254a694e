"""What game heads wear of the faces: textures and hair, made in the engine when first wanted, and what is to be known
of them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.base.errors import EngineError
from engine.base.jobs import Job, single
from engine.base.note import Note
from engine.facade import EngineFacade
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.helped import is_helped, present_of, wanted_models
from gui.model.lanes import Rank
from gui.model.person_photos import More, PersonPhotos, opened

_Key = tuple[FaceKey, tuple[str, ...]]
_Notes = tuple[Note, ...]


class FaceTextures(QObject):
    """One at a time. changed: another is there, or known better. problem: an EngineError, one could not be baked; it
    is not tried again until the photos are others or `check` is called."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, document: ProjectDocument, thread: EngineThread, photos: PersonPhotos,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._thread, self._photos = document, thread, photos
        self._baked: dict[_Key, _Notes | None] = {}  # what is to be known of each; None: it could not be
        self._hair: dict[FaceKey, _Notes | None] = {}  # the same of hair; None: it is being asked for
        self._newest: dict[FaceKey, More] = {}  # the photos of the one that was there last
        self._baking: Ask[_Notes] | None = None
        document.photo_changed.connect(self._photo_changed)
        photos.changed.connect(self.changed)

    # -- reading -----------------------------------------------------------------------------------------------
    def more(self, face: FaceKey) -> More:
        """The further photos of the texture that a face can wear now: those that it names, or, until that is baked,
        those of the one before."""
        for more in (self._photos.more(face[1]), self._newest.get(face, ())):
            if self.has(face, more):
                return more
        return ()

    def has(self, face: FaceKey, more: More) -> bool:
        """Whether the texture of a face and these further photos is baked."""
        return self._baked.get(_key(face, more)) is not None

    def notes(self, face: FaceKey) -> tuple[Note, ...]:
        """On the texture that a face can wear now."""
        return self._baked.get(_key(face, self.more(face))) or ()

    def has_hair(self, face: FaceKey) -> bool:
        """Whether the photo's hair is shaped, so that drawing it takes no longer than another head."""
        return self._hair.get(face) is not None

    def hair_notes(self, face: FaceKey) -> tuple[Note, ...]:
        """On the photo's hair."""
        return self._hair.get(face) or ()

    # -- baking ------------------------------------------------------------------------------------------------
    def want(self, face: FaceKey) -> None:
        """Bake what a face lacks: the texture of all its photos, of its own alone where that cannot be."""
        for more in (self._photos.more(face[1]), ()):
            if _key(face, more) not in self._baked:
                self._bake(face, more)
                return
            if self.has(face, more):
                self._newest[face] = more
                return

    def want_hair(self, face: FaceKey) -> None:
        """Shape the photo's hair."""
        if face in self._hair:
            return
        self._hair[face] = None
        # One that fails counts as known: drawing it will say why.
        Ask(self, QCoreApplication.translate("FaceTextures", "Shaping the hair"),
            lambda engine: engine.rigs.worn_instead(*face)).timed("photo hair") \
            .then(lambda note: self._hair_known(face, () if note is None else (note,))) \
            .failed(lambda _: self._hair_known(face, ())).cancelled(lambda: self._hair.pop(face, None)) \
            .start(self._thread)

    def _hair_known(self, face: FaceKey, notes: _Notes) -> None:
        if face in self._hair:
            self._hair[face] = notes
            self.changed.emit()

    def check(self, *_: object) -> None:
        """Models may have come: what was baked without one that is there now, or could not be, is baked anew where it
        is wanted."""
        models = wanted_models(note for notes in (*self._baked.values(), *self._hair.values()) for note in notes or ())
        if models or None in self._baked.values():
            Ask(self, "models", lambda engine: present_of(engine, models), Rank.PROMPT) \
                .then(self._renew).start(self._thread)

    def _renew(self, present: frozenset[str]) -> None:
        stale = [key for key, notes in self._baked.items() if notes is None or _may_be_better(notes, present)]
        for key in stale:
            del self._baked[key]
        unsure = [face for face, notes in self._hair.items() if notes and _may_be_better(notes, present)]
        for face in unsure:
            del self._hair[face]
        photo_ids = {one for (photo_id, _), more in stale for one in (photo_id, *more)} | {one for one, _ in unsure}
        if photo_ids:
            Ask(self, "textures", lambda engine: single(lambda: _forget(engine, photo_ids)), Rank.PROMPT) \
                .then(lambda _: self.changed.emit()).start(self._thread)

    def _bake(self, face: FaceKey, more: More) -> None:
        if self._baking is not None:
            return

        def done(made: _Notes | None) -> None:
            self._baking = None
            self._baked[_key(face, more)] = made
            self.changed.emit()

        def failed(error: EngineError) -> None:
            done(None)
            self.problem.emit(error)

        def cancelled() -> None:
            self._baking = None

        title = QCoreApplication.translate("FaceTextures", "Laying the photo on the head") if not more else \
            QCoreApplication.translate("FaceTextures", "Laying the photos on the head")
        self._baking = Ask(self, title, lambda engine: _made(engine, face, more)) \
            .timed("photo texture", 1 + len(more)).then(done).failed(failed).cancelled(cancelled).start(self._thread)

    def _photo_changed(self) -> None:
        """Only this photo is open from now on; of others nothing is baked, as far as this knows, or being baked."""
        photo = self._document.photo
        self._baked = {key: made for key, made in self._baked.items() if photo is not None and key[0][0] == photo.id}
        self._hair.clear()
        self._newest.clear()
        if self._baking is not None:
            self._baking.drop()
            self._baking = None
        self.changed.emit()


def _key(face: FaceKey, more: More) -> _Key:
    return face, tuple(photo.digest for photo in more)


def _forget(engine: EngineFacade, photo_ids: Iterable[str]) -> None:
    for photo_id in photo_ids:
        engine.rigs.forget(photo_id)


def _may_be_better(notes: _Notes, present: frozenset[str]) -> bool:
    return any(is_helped(note, present) for note in notes)


def _made(engine: EngineFacade, face: FaceKey, more: More) -> Job[_Notes]:
    ids = yield from opened(engine, more)
    texture = yield from engine.rigs.texture(*face, more=ids)
    strangers = engine.rigs.strangers([face[0], *ids], face[1]) if ids else ()
    return (*strangers, *texture.notes)
