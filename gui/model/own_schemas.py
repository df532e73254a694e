"""The artist's own schemas: loaded from files, and remembered for the next time."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.schema import RigSchema, is_learnt, learn_schema
from engine.rig.schema_file import SUFFIX, read_schema, schema_called

_KEY = "rig/own-schemas"


def load_own_schema(path: Path, settings: QSettings) -> str:
    """Know the schema in a file from now on, also after the next start; its name. EngineError."""
    schema = schema_called(os.path.abspath(path))
    kept = [one for one in remembered_paths(settings) if one != os.path.abspath(path)]
    settings.setValue(_KEY, [*kept, os.path.abspath(path)])
    return schema.name


def read_remembered(paths: Sequence[str]) -> Job[list[RigSchema]]:
    """Those that were loaded before. A file that is gone, or no schema any more, is passed over and stays remembered:
    it may lie on a disk that is not there now."""
    found: list[RigSchema] = []
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), Text("reading {0}", Path(path).name))
        with suppress(EngineError):
            found.append(read_schema(Path(path)))
    return found


def learn_new(schemas: Iterable[RigSchema]) -> bool:
    """Know those of which none was loaded by that name by now; whether there were any. What a project brought of that
    name meanwhile gives way, as it would have had it come later."""
    new = [schema for schema in schemas if not is_learnt(schema.name)]
    for schema in new:
        learn_schema(schema)
    return bool(new)


def remembered_paths(settings: QSettings) -> list[str]:
    """The files that were loaded before."""
    found = settings.value(_KEY, [])
    return [str(path) for path in (found if isinstance(found, list) else [found]) if str(path).lower().endswith(SUFFIX)]
