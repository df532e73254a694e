"""Opening pictures and projects: the job that runs on the engine's thread, and what it gives. No widgets."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from engine.base.jobs import Job, Progress
from engine.base.paths import RESOURCES
from engine.base.text import verbatim
from engine.facade import EngineFacade
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import read_bytes
from engine.photo.picture_kinds import is_picture_name
from engine.project.namespaces import Namespaces
from engine.project.project import SUFFIX, EmbeddedPhoto, Project
from engine.project.project_file import read_project, write_project
from gui.model.photo_image import PhotoImage

SAMPLES = RESOURCES / "samples"


@dataclass(frozen=True, eq=False)
class Opened:
    """Everything the window needs to show a file that was opened.

    project: what was set on the faces, None for a plain picture.
    path:    the project file, None for a picture or for recovered work.
    """

    photo: OpenPhoto
    image: PhotoImage
    original: EmbeddedPhoto
    project: Project | None = None
    path: Path | None = None


def open_file(engine: EngineFacade, path: Path, namespaces: Namespaces) -> Job[Opened]:
    """Open a picture or a project, whichever the file is. EngineError when it is neither."""
    yield Progress(0, 3, verbatim(path.name))
    if path.suffix.lower() == SUFFIX:
        project = read_project(path, namespaces)
        yield Progress(1, 3, verbatim(path.name))
        return (yield from _open(engine, project.photo, project, path))
    data = read_bytes(path)
    yield Progress(1, 3, verbatim(path.name))
    return (yield from _open(engine, EmbeddedPhoto(path.name, data), None, path))


def _open(engine: EngineFacade, original: EmbeddedPhoto, project: Project | None, path: Path) -> Job[Opened]:
    photo = yield from engine.photos.open_data(original.data, original.name, None if project else path)
    yield Progress(2, 3, verbatim(original.name))
    image = PhotoImage.of(photo.picture)
    return Opened(photo, image, original, project, path if project else None)


def save_file(path: Path, project: Project) -> Job[Path]:
    """Write a project; the file is the old one or the whole new one."""
    yield Progress(0, 1, verbatim(path.name))
    write_project(path, project)
    return path


def is_openable(path: Path) -> bool:
    """Whether the name looks like something that can be opened; what is in it shows when it is."""
    return is_picture_name(path) or path.suffix.lower() == SUFFIX


def dropped_path(data: QMimeData) -> Path | None:
    """The first file in what is held over the window that can be opened, None when there is none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if is_openable(path)), None)


def sample_portraits() -> tuple[Path, ...]:
    """The pictures that come with the program."""
    return tuple(sorted(path for path in SAMPLES.glob("*") if is_picture_name(path)))
