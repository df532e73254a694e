"""A database of rendered characters as it lies in a folder, drawn by us or exported by a game engine."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.rig.database.database_file import COUNT, read_database, role_shape
from engine.rig.database.draws import SCHEMA
from engine.rig.database.making import DESCRIPTION, LARGEST_RECIPE, RECIPE
from engine.rig.schema_text import MOST_VALUES

_LONGEST_NAME = 255 - len(".jpg")
"""Bytes; file systems take no longer ones."""


@dataclass(frozen=True, eq=False)
class RenderedDatabase:
    """folder: where the pictures lie, NAME.jpg each. names: of the records that have one. values: (n, 99) float32,
    what each was drawn from. problems: what was passed over, one line each. schema: name of the rig whose values they
    are."""

    folder: Path
    names: tuple[str, ...]
    values: np.ndarray
    problems: tuple[Text, ...]
    schema: str = SCHEMA

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

    Bytes that older tools left at the end, a last record cut short and records without a picture (or an empty one) are
    passed over and named; a name that leads out of the folder is refused.
    """
    schema, count = _said_of(folder)
    found = read_database(folder / DESCRIPTION, strict=False, count=count)
    alone = dict.fromkeys(found.names, False)
    for name in alone:
        if not _is_name_of_picture(name):
            raise EngineError(Text("{0}: {1} is no name of a picture in this folder", folder / DESCRIPTION,
                                   repr(name[:40])))
        role_shape(name)
        alone[name] = _has_bytes(f"{folder}/{name}.jpg")
    there = [place for place, name in enumerate(found.names) if alone[name]]
    problems = list(found.problems)
    if len(there) < len(found.names):
        problems.append(Text("{0} of {1} records have no picture", len(found.names) - len(there), len(found.names)))
    if len(alone) < len(found.names):
        problems.append(Text("{0} records have the name, and the picture, of another", len(found.names) - len(alone)))
    if not there:
        raise EngineError(Text("{0}: there is no picture of any of its {1} records", folder / DESCRIPTION,
                               len(found.names)))
    return RenderedDatabase(folder, tuple(found.names[place] for place in there), found.values[there], tuple(problems),
                            schema)


def _said_of(folder: Path) -> tuple[str, int]:
    """Whose values a record has, and how many: those of face-nn, unless a `database.json` in the folder or around it
    says it."""
    for place in (folder / RECIPE, folder.parent / RECIPE):
        if place.exists():
            try:
                said = parse_json(read_limited(place, LARGEST_RECIPE))
            except ValueError:
                continue
            said = said if isinstance(said, dict) else {}
            name, count = said.get("schema", SCHEMA), said.get("values", COUNT)
            if type(count) is not int or not 1 <= count <= MOST_VALUES:
                raise EngineError(Text("{0}: its number of values is none", place))
            return name if isinstance(name, str) else "", count
    return SCHEMA, COUNT


def _is_name_of_picture(name: str) -> bool:
    """Whether NAME.jpg is a file of the folder, and not one of somewhere else."""
    return bool(name) and not any(sign in name for sign in "/\\:\0") and len(name.encode("utf-8")) <= _LONGEST_NAME


def _has_bytes(path: str) -> bool:
    """Whether there is a file, and anything in it. By its path as text: there may be hundreds of thousands."""
    try:
        found = os.stat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > 0


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


def halves_of(folder: Path) -> tuple[RenderedDatabase, RenderedDatabase | None]:
    """What is learnt from a folder, and what is set apart there: its trainset and its testset, or the only database
    and None. EngineError."""
    found = databases_in(folder)
    learnt = [one for name, one in found.items() if not name.startswith("testset")]
    apart = [one for name, one in found.items() if name.startswith("testset")]
    if len(learnt) != 1 or len(apart) > 1:
        raise EngineError(Text("{0}: holds several databases, or none to learn from", folder),
                          Text("give the folder of one of them"))
    return learnt[0], apart[0] if apart else None
