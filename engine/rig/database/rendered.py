"""A database of rendered characters as it lies in a folder, drawn by us or exported by a game engine."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.database.database_file import read_database, role_shape
from engine.rig.database.making import DESCRIPTION

_LONGEST_NAME = 255 - len(".jpg")
"""Bytes; file systems take no longer ones."""


@dataclass(frozen=True, eq=False)
class RenderedDatabase:
    """folder: where the pictures lie, NAME.jpg each. names: of the records that have one. values: (n, 99) float32,
    what each was drawn from. problems: what was passed over, one line each."""

    folder: Path
    names: tuple[str, ...]
    values: np.ndarray
    problems: tuple[Text, ...]

    def __len__(self) -> int:
        return len(self.names)

    def picture(self, place: int) -> np.ndarray:
        """(h, w, 3) uint8 RGB of one record. EngineError when it cannot be read."""
        from engine.photo.picture import read_picture

        return read_picture(self.path(place)).pixels[..., :3]

    def path(self, place: int) -> Path:
        """Where a record's picture lies."""
        return self.folder / f"{self.names[place]}.jpg"


def open_database(folder: Path) -> RenderedDatabase:
    """The database whose `db_description` lies in a folder. EngineError.

    Bytes that older tools left at the end, a last record cut short and records without a picture are passed over and
    named; a name that leads out of the folder is refused.
    """
    found = read_database(folder / DESCRIPTION, strict=False)
    for name in found.names:
        role_shape(name)
        if (Path(name).name != name or any(sign in name for sign in "\\:\0")
                or len(name.encode("utf-8")) > _LONGEST_NAME):
            raise EngineError(Text("{0}: {1} is no name of a picture in this folder", folder / DESCRIPTION,
                                   repr(name[:40])))
    there = [place for place, name in enumerate(found.names) if (folder / f"{name}.jpg").is_file()]
    problems = list(found.problems)
    if len(there) < len(found.names):
        problems.append(Text("{0} of {1} records have no picture", len(found.names) - len(there), len(found.names)))
    if not there:
        raise EngineError(Text("{0}: there is no picture of any of its {1} records", folder / DESCRIPTION,
                               len(found.names)))
    return RenderedDatabase(folder, tuple(found.names[place] for place in there), found.values[there], tuple(problems))


def databases_in(folder: Path) -> dict[str, RenderedDatabase]:
    """The databases of a folder by name: "" for its own, or those of its trainset_… and testset_… folders.

    EngineError when there is none, or one cannot be read.
    """
    if (folder / DESCRIPTION).exists():
        return {"": open_database(folder)}
    found = {place.parent.name: open_database(place.parent)
             for place in sorted(folder.glob(f"*set_*/{DESCRIPTION}"))}
    if not found:
        raise EngineError(Text("{0}: there is no {1}, here or in a trainset_… or testset_… folder", folder,
                               DESCRIPTION))
    return found
