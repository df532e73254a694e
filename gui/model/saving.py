"""Writing a project, and beside it the small picture by which the lists of files show it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from engine.base.jobs import Job
from engine.project.project import Project
from gui.model.opening import ProjectOnDisk, save_file
from gui.model.recent import keep_thumbnail

Tile = Callable[[], QImage | None]
"""Makes the face as it is set, for a project's tile, on whatever thread; None where there is no face."""


def save_with_tile(path: Path, project: Project, tile: Tile, before: ProjectOnDisk | None = None,
                   replacing: bool = False) -> Job[ProjectOnDisk]:
    """`save_file`, and its tile."""
    saved = yield from save_file(path, project, before, replacing)
    picture = tile()
    if picture is not None:
        keep_thumbnail(saved.path, picture)
    return saved
