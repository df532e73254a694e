"""Further photos of the chosen face's person: they lie in the project, and the head is made of all together."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, single
from engine.base.text import Text, verbatim
from engine.facade import EngineFacade
from engine.photo.picture import decode_picture, read_bytes
from engine.project.face_state import PHOTOS
from engine.project.person_photos import LARGEST, MOST, PersonPhoto, embedded, kept_photos, photo_part, photos_of
from engine.project.project import EmbeddedPhoto
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.lanes import Lane, Rank

More = tuple[EmbeddedPhoto, ...]
"""Further photos with their bytes."""


@dataclass(frozen=True)
class _Seen:
    """What came of looking at photos: those with a face, and why each of the others is none."""

    photos: More
    refused: tuple[EngineError, ...]


def more_photos(document: ProjectDocument) -> More:
    """Those of the chosen face; without what the project lacks, of which `PersonPhotos` tells."""
    found = []
    for photo in photos_of(document.state()):
        with suppress(EngineError):
            found.append(embedded(photo, document.parts))
    return tuple(found)


def opened(engine: EngineFacade, more: More) -> Job[tuple[str, ...]]:
    """Their ids, open in the engine, whoever closed them before. EngineError for one that is no picture of a face."""
    for done, photo in enumerate(more):
        if not _is_open(engine, photo):
            yield Progress(done, len(more), verbatim(photo.name))
            picture = yield from on_thread(single(partial(decode_picture, photo.data, photo.name)))
            found = yield from engine.photos.open_picture(picture)
            if not found.faces:
                engine.photos.forget(found.id)
                raise EngineError(Text("{0}: no face was found in the picture", photo.name))
    return tuple(photo.digest for photo in more)


def _is_open(engine: EngineFacade, photo: EmbeddedPhoto) -> bool:
    try:
        return bool(engine.photos[photo.digest].id)
    except EngineError:
        return False


class PersonPhotos(QObject):
    """Adding and removing is an undo step of the face. One adding at a time.

    changed: other photos belong to the chosen face. busy_changed: what `busy` says. refused: an EngineError that
    answers what was to be added. failed: one of a photo that the project has.
    """

    changed = Signal()
    busy_changed = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, document: ProjectDocument, thread: EngineThread,
                 coming: Callable[[str], bool] = lambda photo_id: False, parent: QObject | None = None) -> None:
        """coming: whether a photo is about to be opened, so that it is not to be closed."""
        super().__init__(parent)
        self._document, self._thread, self._coming = document, thread, coming
        self._files: dict[str, EmbeddedPhoto | None] = {}  # by digest; None for what the project lacks
        self._adding: Ask[list[EmbeddedPhoto | EngineError]] | Ask[_Seen] | None = None
        document.values_changed.connect(self._values_changed)
        document.selection_changed.connect(lambda _: self.changed.emit())
        document.photo_changed.connect(self._photo_changed)

    # -- reading -----------------------------------------------------------------------------------------------
    @property
    def busy(self) -> bool:
        """Whether photos are being looked at."""
        return self._adding is not None

    @property
    def room(self) -> int:
        """How many more there may be."""
        return MOST - len(self.named())

    def named(self, face: int | None = None) -> tuple[PersonPhoto, ...]:
        """Those of a face, the chosen one unless told another."""
        return photos_of(self._document.state(face))

    def more(self, face: int | None = None) -> More:
        """The same with their bytes; one that the project lacks is told of once, and passed over."""
        found = (self._file(photo) for photo in self.named(face))
        return tuple(photo for photo in found if photo is not None)

    def wants(self, photo_id: str) -> bool:
        """Whether a face names this photo, so that the engine should keep it open."""
        return any(photo.digest == photo_id for state in self._document.states() for photo in photos_of(state))

    def _file(self, photo: PersonPhoto) -> EmbeddedPhoto | None:
        if photo.digest not in self._files:
            try:
                self._files[photo.digest] = embedded(photo, self._document.parts)
            except EngineError as error:
                self._files[photo.digest] = None
                self.failed.emit(error)
        return self._files[photo.digest]

    # -- changing ----------------------------------------------------------------------------------------------
    def add(self, paths: Sequence[Path]) -> None:
        """Look at picture files, and add those that show a face."""
        key = self._key()
        if key is None or self.busy or not paths:
            return
        title = QCoreApplication.translate("PersonPhotos", "Looking at the photos")
        self._adding = Ask(self, title, lambda: on_thread(_read(paths)), lane=Lane.FILES) \
            .then(lambda read: self._look(key, read)).failed(self._not_added).cancelled(self._ended) \
            .start(self._thread)
        self.busy_changed.emit()

    def _look(self, key: FaceKey, read: list[EmbeddedPhoto | EngineError]) -> None:
        photos = [one for one in read if isinstance(one, EmbeddedPhoto)]
        known = {key[0], *(photo.digest for photo in self.named())}
        new = {photo.digest: photo for photo in photos if photo.digest not in known}
        refused = [one for one in read if isinstance(one, EngineError)]
        refused += [EngineError(Text("{0}: this photo is there already", photo.name)) for photo in photos
                    if photo.digest in known]
        self._adding = Ask(self, QCoreApplication.translate("PersonPhotos", "Looking at the photos"),
                           lambda engine: _looked_at(engine, tuple(new.values()))) \
            .then(lambda seen: self._seen(key, seen, refused)).failed(self._not_added).cancelled(self._ended) \
            .start(self._thread)

    def _seen(self, key: FaceKey, seen: _Seen, refused: list[EngineError]) -> None:
        self._ended()
        if self._key() != key:
            return
        kept, size = list(self.named()), sum(len(photo.data) for photo in self.more())
        refused += seen.refused
        for photo in seen.photos:
            if len(kept) == MOST:
                refused.append(EngineError(Text("{0}: a head is made of {1} photos at most", photo.name, MOST + 1)))
            elif size + len(photo.data) > LARGEST:
                refused.append(EngineError(Text("{0}: with it the photos are too large for a project", photo.name)))
            else:
                size += len(photo.data)
                kept.append(PersonPhoto(photo.digest, photo.name[-255:]))
                self._files[photo.digest] = photo
        self._document.add_parts([photo_part(photo) for photo in seen.photos
                                  if any(one.digest == photo.digest for one in kept)])
        self._document.set_values(PHOTOS, kept_photos(kept), Text("Add photos of this person"))
        for error in refused:
            self.refused.emit(error)

    def remove(self, digest: str) -> None:
        """The head is made without this photo."""
        self._document.set_values(PHOTOS, kept_photos([one for one in self.named() if one.digest != digest]),
                                  Text("Remove a photo of this person"))

    def cancel(self) -> None:
        """Add nothing after all."""
        if self._adding is not None:
            self._adding.cancel()

    # -- following ---------------------------------------------------------------------------------------------
    def _not_added(self, error: EngineError) -> None:
        self._ended()
        self.refused.emit(error)

    def _ended(self) -> None:
        self._adding = None
        self.busy_changed.emit()

    def _key(self) -> FaceKey | None:
        photo, face = self._document.photo, self._document.selected
        return (photo.id, face) if photo is not None and face >= 0 else None

    def _values_changed(self, face: int, namespace: str) -> None:
        if namespace == PHOTOS and face == self._document.selected:
            self.changed.emit()

    def _photo_changed(self) -> None:
        """What was open for the photo before is closed, unless it is wanted again by then."""
        before = [digest for digest, photo in self._files.items() if photo is not None]
        self._files.clear()
        if self._adding is not None:
            self._adding.cancel()
        if before:
            Ask(self, "close", lambda engine: single(lambda: self._close(engine, before)), Rank.QUIET) \
                .start(self._thread)
        self.changed.emit()

    def _close(self, engine: EngineFacade, photo_ids: Sequence[str]) -> None:
        open_photo = self._document.photo
        for photo_id in photo_ids:
            wanted = self._coming(photo_id) or self.wants(photo_id)
            if not wanted and (open_photo is None or open_photo.id != photo_id):
                engine.photos.forget(photo_id)


def _read(paths: Sequence[Path]) -> Job[list[EmbeddedPhoto | EngineError]]:
    """The files, and for each that cannot be read why."""
    read: list[EmbeddedPhoto | EngineError] = []
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), verbatim(path.name))
        try:
            read.append(EmbeddedPhoto(path.name, read_bytes(path)))
        except EngineError as error:
            read.append(error)
    return read


def _looked_at(engine: EngineFacade, photos: More) -> Job[_Seen]:
    good: list[EmbeddedPhoto] = []
    refused: list[EngineError] = []
    for photo in photos:
        try:
            yield from opened(engine, (photo,))
            good.append(photo)
        except EngineError as error:
            refused.append(error)
    return _Seen(tuple(good), tuple(refused))
