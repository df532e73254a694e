"""Presets on many photos: DIR/<preset>/<photo>.png, and one page with all of them side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.file_names import file_name
from engine.base.jobs import Job, Progress, retold
from engine.base.look import Look
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text, verbatim
from engine.render.picture_export import writing
from engine.render.request import LIVE, Rendering

if TYPE_CHECKING:
    from engine.photo.open_photo import OpenPhoto
    from engine.render.pictures import FinishedPicture

Result = TypeVar("Result")

THUMBNAIL = 192
CONTACT_SHEET = "contact-sheet.png"
RESULT = ".png"


class NamedLook(Protocol):
    """A preset, as far as a batch knows it. id: the folder its pictures go into."""

    @property
    def id(self) -> str: ...

    @property
    def look(self) -> Look: ...


class BatchPhotos(Protocol):
    """engine.render.photos"""

    def open(self, path: Path) -> "Job[OpenPhoto]": ...

    def forget(self, photo_id: str) -> None: ...


class BatchPictures(Protocol):
    """engine.render.pictures"""

    def refusal(self, renderer: str, look: Look) -> UsageError | None: ...

    def finish(self, photo_id: str, looks: Mapping[int, Look],
               rendering: Rendering = LIVE) -> "Job[FinishedPicture]": ...

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   rendering: Rendering = LIVE) -> Job[list[np.ndarray]]: ...


class BatchEngine(Protocol):
    """What a batch needs of an engine."""

    @property
    def photos(self) -> BatchPhotos: ...

    @property
    def pictures(self) -> BatchPictures: ...


@dataclass(frozen=True)
class PhotoDone:
    """What became of one photo: the pictures written, or why there are none (some may have been written even so).
    notes: what is to be known of how it was read."""

    photo: Path
    outputs: tuple[Path, ...] = ()
    error: EngineError | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class BatchReport:
    """One entry a photo, in the order given. sheet: the contact sheet; None when no photo could be done. notes: what
    the artist should know of how they were drawn."""

    photos: tuple[PhotoDone, ...]
    sheet: Path | None
    notes: tuple[Text, ...] = ()

    @property
    def failed(self) -> tuple[PhotoDone, ...]:
        return tuple(photo for photo in self.photos if photo.error is not None)


def batch(engine: BatchEngine, photos: Sequence[Path], presets: Sequence[NamedLook], folder: Path, face: int = 0,
          rendering: Rendering = LIVE, failed: Callable[[PhotoDone], None] = lambda _: None,
          keep: Callable[[str], bool] = lambda _: False, strip: bool = False) -> Job[BatchReport]:
    """Write every preset on every photo. A photo that cannot be done is told and the others go on.

    face:   which face of each photo, 0 the largest.
    failed: called for each photo that could not be done, when it happens.
    keep:   whether a photo, by its id, must stay open in the engine (an editor shows it).
    strip:  see `export_picture`.
    Raises UsageError before anything is drawn when the renderer cannot follow a preset or a photo would be written
    over. A stopped batch leaves the pictures it has finished, each of them whole.
    """
    from engine.photo.contact_sheet import contact_sheet
    from engine.photo.writing import write_picture

    refuse_presets(presets, partial(engine.pictures.refusal, rendering.renderer))
    rows: list[tuple[str, list[np.ndarray]]] = []
    notes: list[Text] = []
    done: list[PhotoDone] = []
    names = file_names(photos)
    refuse_to_overwrite([folder / CONTACT_SHEET,
                         *(folder / preset.id / name for preset in presets for name in names)], photos)
    for number, (path, name) in enumerate(zip(photos, names, strict=True)):
        outputs = tuple(folder / preset.id / name for preset in presets)
        work = _photo(engine, path, outputs, presets, face, rendering, keep, strip)
        try:
            thumbnails, said, read = yield from _part(work, number, len(photos), path.name)
        except UsageError:
            raise
        except EngineError as error:
            done.append(PhotoDone(path, error=error))
            failed(done[-1])
            continue
        rows.append((name.removesuffix(RESULT), thumbnails))
        notes += [note for note in said if note not in notes]
        notes += [Text("{0}: {1}", path.name, note) for note in read]
        done.append(PhotoDone(path, outputs, notes=read))
    if not rows:
        return BatchReport(tuple(done), None)
    sheet = folder / CONTACT_SHEET
    yield Progress(len(photos), len(photos), verbatim(sheet.name))
    write_picture(sheet, contact_sheet(["source", *(preset.id for preset in presets)], rows))
    return BatchReport(tuple(done), sheet, tuple(notes))


def refuse_presets(presets: Sequence[NamedLook], refusal: Callable[[Look], UsageError | None]) -> None:
    """UsageError for a preset that cannot be followed. refusal: what cannot be followed of a look, None for nothing."""
    for preset in presets:
        refused = refusal(preset.look)
        if refused is not None:
            raise UsageError(Text("the preset {0}: {1}", preset.id, refused.message), refused.hint)


def file_names(photos: Sequence[Path]) -> list[str]:
    """A name for each photo's results: its own with the results' ending, numbered where two would be the same."""
    names: list[str] = []
    taken: set[str] = set()
    for photo in photos:
        stem, number = photo.stem or "photo", 2
        name = file_name(stem, RESULT)
        while name.casefold() in taken:
            name, number = file_name(stem, f"-{number}{RESULT}"), number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _photo(engine: BatchEngine, path: Path, outputs: Sequence[Path], presets: Sequence[NamedLook], face: int,
           rendering: Rendering,
           keep: Callable[[str], bool], strip: bool) -> Job[tuple[list[np.ndarray], list[Text], tuple[Text, ...]]]:
    """Write one photo's pictures; its thumbnails, the source first, and what there is to say of how they were drawn,
    and of how the photo was read."""
    from engine.photo.writing import write_picture

    photo = yield from _part(engine.photos.open(path), 0, len(presets) + 1)
    try:
        source = engine.pictures.thumbnails(photo.id, face, [Look()], THUMBNAIL)
        thumbnails = yield from _part(source, 0, len(presets) + 1)
        notes: list[Text] = []
        for number, (preset, output) in enumerate(zip(presets, outputs, strict=True), 1):
            drawing = engine.pictures.finish(photo.id, {face: preset.look}, rendering)
            finished = yield from _part(drawing, number, len(presets) + 1, preset.id)
            written = writing(partial(write_picture, output, finished.native, photo.picture.profile,
                                      None if strip else photo.picture))
            yield from _part(written, number + 1, len(presets) + 1, preset.id)
            notes += [note for note in finished.notes if note not in notes]
            small = engine.pictures.thumbnails(photo.id, face, [preset.look], THUMBNAIL, rendering)
            thumbnails += yield from _part(small, number + 1, len(presets) + 1, preset.id)
        return thumbnails, notes, photo.notes
    finally:
        if not keep(photo.id):
            engine.photos.forget(photo.id)


def _part(job: Job[Result], number: int, count: int, name: str = "") -> Job[Result]:
    """The same job as one of `count` parts of equal size, so that the whole goes from 0 to `count`."""
    def words(progress: Progress) -> Progress:
        share = min(progress.done / progress.total, 1.0) if progress.total > 0 else 0.0
        message = (Text("{0} · {1}", name, progress.message) if name and progress.message
                   else progress.message or verbatim(name))
        return Progress(min(number + share, count), count, message, progress.preview)

    return retold(job, words)
