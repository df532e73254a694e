"""Opening pictures and projects, and saving them: the jobs, and what they give. No widgets."""

from dataclasses import dataclass
from pathlib import Path

from engine.base.jobs import Job, Progress
from engine.base.paths import RESOURCES
from engine.base.text import verbatim
from engine.facade import EngineFacade
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, decode_picture, read_bytes
from engine.photo.picture_kinds import is_picture_name
from engine.project.namespaces import Namespaces
from engine.project.project import SUFFIX, EmbeddedPhoto, Project
from engine.project.project_file import read_project, write_project
from gui.model.incoming import IncomingPicture
from gui.model.photo_image import PhotoImage

SAMPLES = RESOURCES / "samples"


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A picture or project that was read; nobody has looked for faces yet.

    project: what was set on the faces, None for a plain picture.
    path:    the project file, None for a picture or for recovered work.
    """

    picture: Picture
    image: PhotoImage
    original: EmbeddedPhoto
    project: Project | None = None
    path: Path | None = None


@dataclass(frozen=True, eq=False)
class Opened:
    """Everything the window needs to show a file that was opened."""

    photo: OpenPhoto
    file: ReadFile


def read_file(path: Path, namespaces: Namespaces) -> Job[ReadFile]:
    """Read a picture or a project, whichever the file is, and make its picture ready to paint. EngineError when it is
    neither. Needs no engine; takes a second for a large picture."""
    yield Progress(0, 3, verbatim(path.name))
    project = read_project(path, namespaces) if path.suffix.lower() == SUFFIX else None
    original = project.photo if project is not None else EmbeddedPhoto(path.name, read_bytes(path))
    yield Progress(1, 3, verbatim(path.name))
    picture = decode_picture(original.data, original.name, None if project is not None else path)
    yield Progress(2, 3, verbatim(path.name))
    return ReadFile(picture, PhotoImage.of(picture), original, project, path if project is not None else None)


def read_incoming(picture: IncomingPicture) -> Job[ReadFile]:
    """Make a picture that is in no file ready to paint. EngineError when it is none that can be read."""
    yield Progress(0, 2, verbatim(picture.name))
    original = EmbeddedPhoto(picture.name, picture.coded())
    yield Progress(1, 2, verbatim(picture.name))
    decoded = decode_picture(original.data, original.name)
    return ReadFile(decoded, PhotoImage.of(decoded), original)


def find_faces(engine: EngineFacade, file: ReadFile) -> Job[Opened]:
    """Look for the faces in what was read, and keep the photo open in the engine."""
    return Opened((yield from engine.photos.open_picture(file.picture)), file)


def save_file(path: Path, project: Project) -> Job[Path]:
    """Write a project; the file is the old one or the whole new one."""
    yield Progress(0, 1, verbatim(path.name))
    write_project(path, project)
    return path


def sample_portraits() -> tuple[Path, ...]:
    """The pictures that come with the program."""
    return tuple(sorted(path for path in SAMPLES.glob("*") if is_picture_name(path)))
