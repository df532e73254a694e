"""Opening pictures and projects, and saving them: the jobs, and what they give. No widgets."""

import os
from dataclasses import dataclass
from enum import Enum
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
from engine.project.project_file import LARGEST_FILE, read_stamped, write_stamped
from engine.project.project_lock import ProjectInUse, ProjectLock, lock_project
from engine.project.stamp import ProjectChanged, Stamp
from gui.model.incoming import IncomingPicture
from gui.model.photo_image import PhotoImage

SAMPLES = RESOURCES / "samples"


class Access(Enum):
    """How a project is opened."""

    EDIT = "edit"
    """As ours; not while another editor has it."""
    TAKE_OVER = "take over"
    """As ours, also from another editor."""
    READ = "read"
    """To look at, and to be saved under another name."""


@dataclass(frozen=True, eq=False)
class ProjectOnDisk:
    """The file of the project that is open. lock: None when it is only read, or where no lock can be written."""

    path: Path
    stamp: Stamp
    lock: ProjectLock | None = None
    read_only: bool = False

    def release(self) -> None:
        """Let go of it."""
        if self.lock is not None:
            self.lock.release()


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A picture or project that was read; nobody has looked for faces yet.

    project: what was set on the faces, None for a plain picture.
    on_disk: the project file, None for a picture or for recovered work.
    """

    picture: Picture
    image: PhotoImage
    original: EmbeddedPhoto
    project: Project | None = None
    on_disk: ProjectOnDisk | None = None

    @property
    def path(self) -> Path | None:
        return self.on_disk.path if self.on_disk is not None else None


@dataclass(frozen=True, eq=False)
class Opened:
    """Everything the window needs to show a file that was opened."""

    photo: OpenPhoto
    file: ReadFile


def read_file(path: Path, namespaces: Namespaces, access: Access = Access.READ,
              ours: ProjectOnDisk | None = None) -> Job[ReadFile]:
    """Read a picture or a project, whichever the file is, and make its picture ready to paint. EngineError when it is
    neither; ProjectInUse. Needs no engine; takes a second for a large picture.

    ours: the project that is open: to read it again takes no new lock.
    """
    yield Progress(0, 3, verbatim(path.name))
    project, on_disk = _read_project(path, namespaces, access, ours) if path.suffix.lower() == SUFFIX else (None, None)
    try:
        original = project.photo if project is not None else EmbeddedPhoto(path.name, read_bytes(path))
        yield Progress(1, 3, verbatim(path.name))
        picture = decode_picture(original.data, original.name, None if project is not None else path)
        yield Progress(2, 3, verbatim(path.name))
        return ReadFile(picture, PhotoImage.of(picture), original, project, on_disk)
    except BaseException:
        if on_disk is not None and (ours is None or on_disk.lock is not ours.lock):
            on_disk.release()
        raise


def _read_project(path: Path, namespaces: Namespaces, access: Access,
                  ours: ProjectOnDisk | None) -> tuple[Project, ProjectOnDisk]:
    """A project, once it is locked."""
    lock = None
    if ours is not None and ours.lock is not None and ours.lock.ours and _is_same(path, ours.path):
        lock = ours.lock
    elif access is not Access.READ:
        lock = lock_project(path, take_over=access is Access.TAKE_OVER)
    try:
        project, stamp = read_stamped(path, namespaces)
    except BaseException:
        if lock is not None and (ours is None or lock is not ours.lock):
            lock.release()
        raise
    return project, ProjectOnDisk(path, stamp, lock, lock is None and access is Access.READ)


def _is_same(path: Path, other: Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


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


def save_file(path: Path, project: Project, before: ProjectOnDisk | None = None,
              replacing: bool = False) -> Job[ProjectOnDisk]:
    """Write a project; the file is the old one or the whole new one.

    before:    the file of the project that is open.
    replacing: also what somebody else has written, or has open; otherwise ProjectChanged, ProjectInUse.
    """
    yield Progress(0, 1, verbatim(path.name))
    lock = None
    if before is not None and not before.read_only and _is_same(path, before.path):
        lock = before.lock
        if not replacing and lock is not None and not lock.ours:
            raise ProjectInUse(path, lock.taken_by())
        if not replacing and not before.stamp.holds(path, LARGEST_FILE):
            raise ProjectChanged(path)
    if lock is not None and lock.ours:
        return ProjectOnDisk(path, write_stamped(path, project), lock)
    lock = lock_project(path, take_over=replacing) if path.parent.is_dir() else None
    try:
        return ProjectOnDisk(path, write_stamped(path, project), lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def sample_portraits() -> tuple[Path, ...]:
    """The pictures that come with the program."""
    return tuple(sorted(path for path in SAMPLES.glob("*") if is_picture_name(path)))
