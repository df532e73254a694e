"""Reading small files without surprises: nothing but an ordinary file, and no more of it than such a file has."""

import stat
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.text import Text


def read_limited(path: Path, limit: int) -> bytes:
    """A file's bytes. Raises EngineError when it cannot be read, is a device or a pipe, or is larger than `limit`
    bytes."""
    try:
        if is_unusual(path):  # looked at before it is opened: opening a named pipe would wait for ever
            raise EngineError(Text("{0} is not an ordinary file", path))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise EngineError(Text("{0}: cannot be read: {1}", path, getattr(error, "strerror", None) or error)) from None
    if len(data) > limit:
        raise EngineError(Text("{0}: larger than {1} bytes, which no such file is", path, limit))
    return data


def is_unusual(path: Path) -> bool:
    """Whether there is something that is neither a file nor a folder. OSError, ValueError."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))
