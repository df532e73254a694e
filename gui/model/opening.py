"""Opening pictures and projects, and saving them: the jobs, and what they give. No widgets."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.paths import RESOURCES
from engine.base.text import Text, verbatim
from engine.facade import EngineFacade
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, decode_picture, read_bytes
from engine.photo.picture_kinds import is_picture_name
from engine.project.history import History, history_of
from engine.project.namespaces import Namespaces
from engine.project.project import SUFFIX, EmbeddedPhoto, Origin, Project
from engine.project.project_file import LARGEST_FILE, read_project, read_stamped, write_stamped
from engine.project.project_lock import ProjectInUse, ProjectLock, lock_project
from engine.project.stamp import ProjectChanged, Stamp
from engine.rig.schema_parts import notes_on
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
    RECOVER = "recover"
    """A snapshot: as the project that its work came from, if that is still what it was."""


@dataclass(frozen=True, eq=False)
class ProjectOnDisk:
    """The file of the project that is open.

    lock:     None when it is only read, or where no lock can be written.
    detached: why work that was recovered cannot simply be saved where it came from; None when it can.
    """

    path: Path
    stamp: Stamp
    lock: ProjectLock | None = None
    read_only: bool = False
    detached: Text | None = None

    @property
    def asks(self) -> bool:
        """Whether saving asks for a name first."""
        return self.read_only or self.detached is not None

    @property
    def origin(self) -> Origin:
        """What is kept of it with unsaved work."""
        return Origin(Path(os.path.abspath(self.path)), self.stamp)

    def release(self) -> None:
        """Let go of it."""
        if self.lock is not None:
            self.lock.release()


Ours = Callable[[Path], ProjectOnDisk | None]
"""From where a project lies to what we hold of it; None when it is not open here."""


def _nothing(_: Path) -> None:
    return None


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A picture or project that was read; nobody has looked for faces yet.

    project: what was set on the faces, None for a plain picture.
    on_disk: the project file, None for a picture and for recovered work that was never saved.
    history: the steps that led to what was set; None when there are none, or none that can be used.
    notes:   what is to be known of them.
    """

    picture: Picture
    image: PhotoImage
    original: EmbeddedPhoto
    project: Project | None = None
    on_disk: ProjectOnDisk | None = None
    history: History | None = None
    notes: tuple[Text, ...] = ()

    @property
    def path(self) -> Path | None:
        return self.on_disk.path if self.on_disk is not None else None


@dataclass(frozen=True, eq=False)
class Opened:
    """Everything the window needs to show a file that was opened."""

    photo: OpenPhoto
    file: ReadFile


def read_file(path: Path, namespaces: Namespaces, access: Access = Access.READ, ours: Ours = _nothing) -> Job[ReadFile]:
    """Read a picture or a project, whichever the file is, and make its picture ready to paint. EngineError when it is
    neither; ProjectInUse. Needs no engine; takes a second for a large picture.

    ours: the project of ours that lies somewhere: to read it again takes no new lock.
    """
    yield Progress(0, 3, verbatim(path.name))
    project, on_disk = _read_project(path, namespaces, access, ours) if path.suffix.lower() == SUFFIX else (None, None)
    try:
        original = project.photo if project is not None else EmbeddedPhoto(path.name, read_bytes(path))
        yield Progress(1, 3, verbatim(path.name))
        picture = decode_picture(original.data, original.name, None if project is not None else path)
        yield Progress(2, 3, verbatim(path.name))
        history, notes = read_history(project, namespaces)
        notes = (*notes, *(notes_on(project.parts) if project is not None else ()))
        return ReadFile(picture, PhotoImage.of(picture), original, project, on_disk, history, notes)
    except BaseException:
        if on_disk is not None:
            _give_up(on_disk.lock, on_disk.path, ours)
        raise


def read_history(project: Project | None, namespaces: Namespaces) -> tuple[History | None, tuple[Text, ...]]:
    """The steps that led to a project, and what is to be said when they cannot be used."""
    try:
        return history_of(project.parts, project.faces, namespaces) if project is not None else None, ()
    except EngineError as error:
        return None, (error.message,)


def _read_project(path: Path, namespaces: Namespaces, access: Access,
                  ours: Ours) -> tuple[Project, ProjectOnDisk | None]:
    """A project, once it is locked; None for where it lies when it is kept work that was never saved."""
    if access is Access.RECOVER:
        project = read_project(path, namespaces)
        return replace(project, origin=None), back_to(project.origin, ours) if project.origin is not None else None
    lock = None if access is Access.READ else _locked(path, ours, take_over=access is Access.TAKE_OVER)
    try:
        project, stamp = read_stamped(path, namespaces)
    except BaseException:
        _give_up(lock, path, ours)
        raise
    return replace(project, origin=None), ProjectOnDisk(path, stamp, lock, lock is None and access is Access.READ)


def back_to(origin: Origin, ours: Ours) -> ProjectOnDisk:
    """The project that kept work came from: locked, if the work can be saved there without a loss."""
    path, stamp, name = origin.path, origin.stamp, origin.path.name
    if not os.path.lexists(path):
        return ProjectOnDisk(path, stamp, detached=Text("{0} is not there any more: saving asks for a name", name))
    if not stamp.holds(path, LARGEST_FILE):
        return ProjectOnDisk(path, stamp, detached=Text("{0} was changed since then: saving asks for a name", name))
    try:
        return ProjectOnDisk(path, stamp, _locked(path, ours))
    except ProjectInUse as error:
        return ProjectOnDisk(path, stamp, detached=Text("{0}: saving asks for a name", error.message))


def _locked(path: Path, ours: Ours, take_over: bool = False) -> ProjectLock | None:
    """The lock of a project: the one we have, or a new one. ProjectInUse."""
    here = ours(path)
    if here is not None and here.lock is not None and here.lock.ours:
        return here.lock
    return lock_project(path, take_over=take_over)


def _give_up(lock: ProjectLock | None, path: Path, ours: Ours) -> None:
    """Let go of a lock that was taken for nothing."""
    here = ours(path)
    if lock is not None and (here is None or lock is not here.lock):
        lock.release()


def is_same(path: Path, other: Path) -> bool:
    """Whether two names are of one file, links followed."""
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
    if before is not None and not before.asks and is_same(path, before.path):
        lock = before.lock if before.lock is not None and not before.lock.released else None
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
