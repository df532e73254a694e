"""Further photos of the chosen face's person: they lie in the project, and the head is made of all together."""

from collections.abc import Callable, Mapping, Sequence
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
from engine.project.person_photos import (
    LARGEST,
    MOST,
    PersonPhoto,
    embedded,
    kept_photos,
    photo_part,
    photos_of,
    sizes,
)
from engine.project.project import EmbeddedPhoto
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.lanes import Lane, Rank

More = tuple[EmbeddedPhoto, ...]
"""Further photos with their bytes."""
_TOLD = 3
"""Names in one line."""


@dataclass(frozen=True)
class _Found:
    """What came of reading files or looking at photos: those that will do, and why the others will not."""

    photos: More
    refused: tuple[EngineError, ...]


@dataclass(frozen=True)
class _Bounds:
    """What may be added. known: photos that are there already. room: how many more there may be. sizes: bytes of the
    photos that the project keeps by now, by digest; one of these costs nothing."""

    known: frozenset[str]
    room: int
    sizes: Mapping[str, int]

    @property
    def left(self) -> int:
        """Bytes."""
        return LARGEST - sum(self.sizes.values())

    def cost(self, photo: EmbeddedPhoto) -> int:
        return 0 if photo.digest in self.sizes else len(photo.data)


def _named(document: ProjectDocument, face: int | None = None) -> tuple[PersonPhoto, ...]:
    """What a face names, but for the photo that is open: that is the first of them."""
    open_id = document.photo.id if document.photo is not None else ""
    return tuple(photo for photo in photos_of(document.state(face)) if photo.digest != open_id)


def more_photos(document: ProjectDocument) -> More:
    """Those of the chosen face; without what the project lacks, of which `PersonPhotos` tells."""
    found = []
    for photo in _named(document):
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
        self._adding: Ask[_Found] | None = None
        self._given_up = False  # what is being added
        self._opened: list[str] = []  # for it, in the engine
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
        return _named(self._document, face)

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
        """Look at picture files, and add those that show a face. No more of them are read and opened than may be
        added; of those that are not, nothing stays open."""
        key = self._key()
        if key is None or self.busy or not paths:
            return
        self._given_up, bounds = False, self._bounds(key)
        title = QCoreApplication.translate("PersonPhotos", "Looking at the photos")
        self._adding = Ask(self, title, lambda: on_thread(_read(paths, bounds)), lane=Lane.FILES) \
            .then(lambda read: self._look(key, read)).failed(self._not_added).cancelled(self._ended) \
            .start(self._thread)
        self.busy_changed.emit()

    def _bounds(self, key: FaceKey) -> _Bounds:
        return _Bounds(frozenset((key[0], *(photo.digest for photo in self.named()))), self.room,
                       sizes(self._document.kept_parts(undone=False)))

    def _look(self, key: FaceKey, read: _Found) -> None:
        if self._given_up:
            self._ended()
            return
        mine = self._opened
        self._adding = Ask(self, QCoreApplication.translate("PersonPhotos", "Looking at the photos"),
                           lambda engine: _looked_at(engine, read.photos, mine)) \
            .then(lambda seen: self._seen(key, seen, read.refused)).failed(self._not_added).cancelled(self._ended) \
            .start(self._thread)

    def _seen(self, key: FaceKey, seen: _Found, unread: tuple[EngineError, ...]) -> None:
        if self._given_up or self._key() != key:
            self._ended()
            return
        fitting = _Fitting(self._bounds(key))  # a step may have been undone meanwhile
        for photo in seen.photos:
            fitting.take(photo)
        if fitting.photos:
            self._files.update({photo.digest: photo for photo in fitting.photos})
            self._document.add_parts([photo_part(photo) for photo in fitting.photos])
            added = [PersonPhoto(photo.digest, photo.name[-255:]) for photo in fitting.photos]
            self._document.set_values(PHOTOS, kept_photos([*self.named(), *added]), Text("Add photos of this person"))
        self._ended()
        for error in (*unread, *seen.refused, *fitting.refused()):
            self.refused.emit(error)

    def remove(self, digest: str) -> None:
        """The head is made without this photo."""
        self._document.set_values(PHOTOS, kept_photos([one for one in self.named() if one.digest != digest]),
                                  Text("Remove a photo of this person"))

    def cancel(self) -> None:
        """Add nothing after all."""
        self._given_up = True
        if self._adding is not None:
            self._adding.cancel()

    # -- following ---------------------------------------------------------------------------------------------
    def _not_added(self, error: EngineError) -> None:
        self._ended()
        self.refused.emit(error)

    def _ended(self) -> None:
        """What was opened and is not named now is closed."""
        self._adding = None
        opened_for_it, self._opened = self._opened, []
        self._let_go(opened_for_it)
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
        self.cancel()
        self._let_go(before)
        self.changed.emit()

    def _let_go(self, photo_ids: Sequence[str]) -> None:
        if photo_ids:
            Ask(self, "close", lambda engine: single(lambda: self._close(engine, photo_ids)), Rank.QUIET) \
                .start(self._thread)

    def _close(self, engine: EngineFacade, photo_ids: Sequence[str]) -> None:
        open_photo = self._document.photo
        for photo_id in photo_ids:
            wanted = self._coming(photo_id) or self.wants(photo_id)
            if not wanted and (open_photo is None or open_photo.id != photo_id):
                engine.photos.forget(photo_id)


class _Fitting:
    """Photos one after another, as far as there is room for them."""

    def __init__(self, bounds: _Bounds) -> None:
        self._bounds, self._left = bounds, bounds.left
        self._there: set[str] = set(bounds.known)
        self._too_many: list[str] = []
        self._too_large: list[str] = []
        self._known: list[str] = []
        self.photos: list[EmbeddedPhoto] = []

    def may_read(self, path: Path) -> bool:
        """Whether there may be room for a file. It is not opened; one that cannot be looked at may be read."""
        if len(self.photos) >= self._bounds.room:
            self._too_many.append(path.name)
            return False
        with suppress(OSError, ValueError):
            size = path.stat().st_size
            if size > self._left and size not in self._bounds.sizes.values():
                self._too_large.append(path.name)
                return False
        return True

    def take(self, photo: EmbeddedPhoto) -> None:
        cost = self._bounds.cost(photo)
        if photo.digest in self._there:
            self._known.append(photo.name)
        elif len(self.photos) >= self._bounds.room:
            self._too_many.append(photo.name)
        elif cost > self._left:
            self._too_large.append(photo.name)
        else:
            self._left -= cost
            self._there.add(photo.digest)
            self.photos.append(photo)

    def refused(self) -> tuple[EngineError, ...]:
        """Why photos are not among `photos`: a line for each reason."""
        lines = ((self._known, Text("{0}: this photo is there already", _names(self._known))),
                 (self._too_many, Text("{0}: a head is made of {1} photos at most", _names(self._too_many), MOST + 1)),
                 (self._too_large, Text("{0}: with it the photos are too large for a project",
                                        _names(self._too_large))))
        return tuple(EngineError(line) for names, line in lines if names)


def _names(names: Sequence[str]) -> str:
    """Of many the first."""
    return ", ".join((*names[:_TOLD], "…") if len(names) > _TOLD else names)


def _read(paths: Sequence[Path], bounds: _Bounds) -> Job[_Found]:
    """The files, one by one, as far as there is room; and for those that are not read why."""
    fitting, unreadable = _Fitting(bounds), list[EngineError]()
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), verbatim(path.name))
        if fitting.may_read(path):
            try:
                fitting.take(EmbeddedPhoto(path.name, read_bytes(path)))
            except EngineError as error:
                unreadable.append(error)
    return _Found(tuple(fitting.photos), (*unreadable, *fitting.refused()))


def _looked_at(engine: EngineFacade, photos: More, mine: list[str]) -> Job[_Found]:
    """mine: gets the ids of those that this opens."""
    good: list[EmbeddedPhoto] = []
    refused: list[EngineError] = []
    for photo in photos:
        if not _is_open(engine, photo):
            mine.append(photo.digest)
        try:
            yield from opened(engine, (photo,))
            good.append(photo)
        except EngineError as error:
            refused.append(error)
    return _Found(tuple(good), tuple(refused))
