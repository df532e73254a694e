"""Writing files: whole or not at all."""

import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import is_unusual
from engine.base.text import Text

_LONGEST_WRITE = 3600.0
"""Seconds after which nobody is writing a file any more."""


def write_whole(path: Path, data: bytes, check: Callable[[Path], None] | None = None) -> None:
    """Put `data` at `path`: written aside, flushed to the disk, checked, then renamed over the old file.

    The file is the old one or the new one, never half of it. `check` gets the file written aside and raises
    EngineError when it is not what it should be; the old file then stays. Makes the folder when it is missing.
    Raises EngineError.
    """
    if not path.name:
        raise EngineError(Text("{0}: is a folder, not a file name", path))
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        if is_unusual(path):  # what is renamed over /dev/null takes its place
            raise EngineError(Text("{0} is not an ordinary file", path))
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(aside)
        os.replace(aside, path)
    except (OSError, ValueError) as error:
        raise EngineError(Text("{0}: cannot be written: {1}", path,
                               getattr(error, "strerror", None) or error)) from None
    finally:
        with suppress(OSError, ValueError):  # never in place of the error that says what went wrong
            aside.unlink()


def sweep_parts(path: Path) -> None:
    """Take away what programs that were killed while they wrote `path` left beside it; never raises."""
    with suppress(OSError, ValueError):
        for left in path.parent.iterdir():
            if (left.name.startswith(f".{path.name}.") and left.suffix == ".part"
                    and time.time() - left.stat().st_mtime > _LONGEST_WRITE):
                left.unlink()
