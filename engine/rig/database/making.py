"""A database of our own head: many random characters, their pictures, and what each was drawn from.

    FOLDER/database.json                  how it is drawn; written first, so that a stopped one is gone on with
    FOLDER/trainset_female/db_00000_4.jpg ...
    FOLDER/trainset_female/db_description written last: it names no picture that is not there
    FOLDER/testset_female/...             the share that no training sees
    FOLDER/database.lock                  held by who draws

The folders and files are named as the face-nn tools name theirs, which read the role shape out of the folder's name.
"""

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain, read_limited
from engine.base.jobs import Job, Progress, retold
from engine.base.json_text import parse_json
from engine.base.lock_file import hold
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.process.workers import Workers
from engine.rig.database.database_file import read_database, record_name, write_database
from engine.rig.database.draws import SCHEMA, TEST, TRAIN, drawn_values, noisy_label
from engine.rig.database.portrait_setting import ZOOM, PortraitSetting, Record
from engine.rig.schema import BUILT_IN, load_schema
from engine.rig.values import SHAPES

DESCRIPTION, RECIPE = "db_description", "database.json"
_LOCK = "database.lock"
_FORMAT = "facewright database 1"
LARGEST_RECIPE = 1 << 16
_HALVES = {TRAIN: "trainset", TEST: "testset"}


@dataclass(frozen=True)
class DatabasePlan:
    """count: pictures in all; test_share: how much of them, 0 to 1, is set apart. shape: "male" or "female" (what our
    head looks like does not depend on it; it goes into names and files). size: side in pixels. noise: label noise, see
    `noisy_label`. schema: whose characters; noise is of face-nn alone. varied: heads turned, lit, coloured, dressed and
    moved at random, see `variety`."""

    count: int
    seed: int = 0
    shape: str = "female"
    size: int = 512
    noise: bool = False
    test_share: float = 0.2
    schema: str = SCHEMA
    varied: bool = False

    @property
    def records(self) -> list[Record]:
        """Every record: those of training, then those set apart."""
        apart = round(self.count * self.test_share)
        return [(TRAIN, index) for index in range(self.count - apart)] + [(TEST, index) for index in range(apart)]

    def folder(self, half: int) -> str:
        return f"{_HALVES[half]}_{self.shape}"

    def name(self, record: Record) -> str:
        return record_name(record[1], SHAPES[self.shape])

    def picture(self, record: Record) -> str:
        """Place of a record's picture in the database's folder."""
        return f"{self.folder(record[0])}/{self.name(record)}.jpg"

    def label(self, record: Record) -> np.ndarray:
        """(n,) float32: what the file says of a record."""
        values = drawn_values(self.seed, *record, self.schema)
        return noisy_label(values, self.seed, *record) if self.noise else values

    @property
    def recipe(self) -> Mapping[str, object]:
        """What makes two databases one that goes on: all but how many pictures, and how they are divided."""
        recipe: dict[str, object] = {"format": _FORMAT, "seed": self.seed, "shape": self.shape, "size": self.size,
                                     "noise": self.noise, "zoom": ZOOM}
        if self.varied:
            recipe["varied"] = True
        if self.schema == SCHEMA:
            return recipe
        schema = load_schema(self.schema)
        return {**recipe, "schema": schema.name, "values": len(schema.slots), "source": zlib.crc32(schema.source)}


def make_database(folder: Path, plan: DatabasePlan, workers: Workers) -> Job[int]:
    """Draw what is missing of a database; returns how many pictures were drawn now.

    Stopped or killed, what was drawn stays, and the next call with the same plan, or a larger count, goes on from
    there; pictures do not depend on how often that happened or who drew them (on another graphics driver their last
    bits differ). A picture that is empty or cut short is drawn anew. EngineError when the folder holds something else
    or more than the plan has, is being drawn into already, or cannot be written.
    """
    _refuse_foreign(folder, plan)
    with hold(folder / _LOCK):
        return (yield from _drawn(folder, plan, workers))


def _drawn(folder: Path, plan: DatabasePlan, workers: Workers) -> Job[int]:
    _begin(folder, plan)
    _refuse_fewer(folder, plan)
    todo = [record for record in plan.records if not _is_whole(folder / plan.picture(record))]
    done, drawn = len(plan.records) - len(todo), 0

    def take(place: int, jpeg: bytes) -> None:
        nonlocal drawn
        write_whole(folder / plan.picture(todo[place]), jpeg)
        drawn += 1

    def told(_: Progress) -> Progress:
        return Progress(done + drawn, plan.count, Text("Drawing: {0} of {1} pictures", done + drawn, plan.count))

    yield from retold(workers.map(_setting(plan), todo, take), told)
    for half in _HALVES:
        records = [record for record in plan.records if record[0] == half]
        if records:
            write_database(folder / plan.folder(half) / DESCRIPTION, map(plan.name, records),
                           np.stack([plan.label(record) for record in records]), len(load_schema(plan.schema).slots))
    return drawn


def _setting(plan: DatabasePlan) -> PortraitSetting:
    source = b"" if plan.schema in BUILT_IN else load_schema(plan.schema).source
    return PortraitSetting(plan.seed, plan.shape, plan.size, plan.schema, source, plan.varied)


def _is_whole(picture: Path) -> bool:
    """Whether a JPEG has its beginning and its end: of one that is empty or was cut short they are not there."""
    try:
        with open_plain(picture) as file:
            begins = file.read(2)
            file.seek(-2, os.SEEK_END)
            return begins == b"\xff\xd8" and file.read(2) == b"\xff\xd9"
    except (OSError, EngineError):
        return False


def _refuse_foreign(folder: Path, plan: DatabasePlan) -> None:
    if (folder / RECIPE).exists():
        return
    for place in (folder, *(folder / plan.folder(half) for half in _HALVES)):
        if (place / DESCRIPTION).exists():
            raise EngineError(Text("{0}: holds a database that was not drawn by this program", place),
                              Text("choose another folder"))


def _refuse_fewer(folder: Path, plan: DatabasePlan) -> None:
    """A list is never made shorter: what it names would be lost to who reads it."""
    count = len(load_schema(plan.schema).slots)
    for half in _HALVES:
        path = folder / plan.folder(half) / DESCRIPTION
        wanted = sum(record[0] == half for record in plan.records)
        there = len(read_database(path, strict=False, count=count).names) if wanted and path.exists() else 0
        if there > wanted:
            raise EngineError(Text("{0}: has {1} pictures already, and {2} are fewer", path.parent, there, wanted),
                              Text("ask for more, or choose another folder"))


def _begin(folder: Path, plan: DatabasePlan) -> None:
    path = folder / RECIPE
    if not path.exists():
        write_whole(path, json.dumps(dict(plan.recipe), indent=1).encode())
    try:
        same = parse_json(read_limited(path, LARGEST_RECIPE)) == plan.recipe
    except ValueError:
        same = False
    if not same:
        raise EngineError(Text("{0}: holds a database that was drawn with other settings", folder),
                          Text("give the same seed, shape, size and noise, or choose another folder"))
