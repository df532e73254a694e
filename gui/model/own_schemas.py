"""The artist's own schemas: loaded from files, and remembered for the next time."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from engine.base.errors import EngineError
from engine.rig.schema_file import SUFFIX, schema_called

_KEY = "rig/own-schemas"


def load_own_schema(path: Path, settings: QSettings) -> str:
    """Know the schema in a file from now on, also after the next start; its name. EngineError."""
    schema = schema_called(os.path.abspath(path))
    settings.setValue(_KEY, [*(one for one in _paths(settings) if one != os.path.abspath(path)), os.path.abspath(path)])
    return schema.name


def learn_remembered(settings: QSettings) -> None:
    """Know those that were loaded before. A file that is gone, or no schema any more, is passed over and stays
    remembered: it may lie on a disk that is not there now."""
    for path in _paths(settings):
        try:
            schema_called(path)
        except EngineError:
            continue


def _paths(settings: QSettings) -> list[str]:
    found = settings.value(_KEY, [])
    return [str(path) for path in (found if isinstance(found, list) else [found]) if str(path).lower().endswith(SUFFIX)]
