"""Where a project belongs that has no file of its own yet: beside its photo, where that can be."""

import os
from pathlib import Path

from engine.base.file_names import file_name
from engine.project.project import SUFFIX
from gui.model.opening import SAMPLES


def folder_beside(path: Path | None) -> Path | None:
    """The folder that a photo lies in; None when it is in no file, or in a folder where nothing of ours belongs or
    nothing can be written."""
    folder = path.absolute().parent if path is not None else None
    usable = folder is not None and folder != SAMPLES and os.path.isdir(folder) and os.access(folder, os.W_OK)
    return folder if usable else None


def project_place(path: Path | None, name: str, elsewhere: str) -> Path:
    """Where the project of a photo belongs, whatever lies there. name: what the photo is called. elsewhere: the folder
    for what belongs beside no photo."""
    return (folder_beside(path) or Path(elsewhere)) / file_name(Path(name).stem or "portrait", SUFFIX)


def free(place: Path) -> Path:
    """The same where nothing lies there yet, else under the next name with a number that is free."""
    path, number = place, 1
    while os.path.lexists(path):
        number += 1
        path = place.with_name(file_name(place.stem, f"-{number}{SUFFIX}"))
    return path
