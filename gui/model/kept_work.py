"""Work that is set aside while another photo of the tray is open."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from engine.base.jobs import Job, Progress, on_thread, single
from engine.photo.picture import decode_picture
from engine.project.namespaces import Namespaces
from engine.project.project import Project
from engine.project.project_file import read_project
from engine.project.recovery import RecoverySession
from gui.model.opening import Ours, ProjectOnDisk, ReadFile, back_to, read_history
from gui.model.own_projects import Place
from gui.model.photo_image import PhotoImage
from gui.model.saving import Tile, save_with_tile


class KeptWork:
    """What was set on one photo, with its history, as autosave keeps that of the photo that is open: in the recovery
    folder, so that a crash loses none of it. It is held in memory only until it lies there.

    recovery: where it is kept. place: where its project lies, which stays ours.
    photo:    the picture file that it was made of, None where that is in no file.
    digest:   of the picture's bytes. unsaved: whether something was set that no project file has.
    """

    def __init__(self, project: Project, recovery: RecoverySession, place: Place, photo: Path | None,
                 unsaved: bool, tile: Tile) -> None:
        """tile: holds the photo and what was drawn; let go of once it is made."""
        self.recovery, self.place, self.photo, self.unsaved = recovery, place, photo, unsaved
        self.digest = project.photo.digest
        self._project: Project | None = project
        self._tile = tile
        self._picture: QImage | None = None

    @property
    def picture(self) -> QImage | None:
        """The face as it was set, once it is kept; None before, and where there is no face."""
        return self._picture

    def keep(self) -> Job[None]:
        """Write it to the recovery folder. EngineError; then it stays in memory."""
        yield Progress(0, 1)
        project = self._project
        if project is not None:
            yield from on_thread(single(self._make_tile))
            yield from on_thread(single(lambda: self.recovery.save(project)))
            self._project = None

    def keep_now(self) -> None:
        """The same on this very thread: for the moment of a crash."""
        if self._project is not None:
            self.recovery.save(self._project)

    def read(self, namespaces: Namespaces, ours: Ours) -> Job[ReadFile]:
        """Read it to go on with it, as a file is read. EngineError."""
        yield Progress(0, 2)
        project = self._read(namespaces)
        on_disk = back_to(project.origin, ours) if project.origin is not None else None
        picture = decode_picture(project.photo.data, project.photo.name, self.photo)
        yield Progress(1, 2)
        return ReadFile(picture, PhotoImage.of(picture), project.photo, replace(project, origin=None), on_disk,
                        *read_history(project, namespaces))

    def save(self, path: Path, namespaces: Namespaces) -> Job[ProjectOnDisk]:
        """Write it as a project. EngineError when it cannot be; then it is still kept."""
        yield Progress(0, 1)
        return (yield from save_with_tile(path, replace(self._read(namespaces), origin=None), self._tile,
                                          self.place.on_disk))

    def _make_tile(self) -> None:
        made = self._picture = self._tile()
        self._tile = lambda: made

    def _read(self, namespaces: Namespaces) -> Project:
        return self._project or read_project(self.recovery.path, namespaces)
