"""Locks on files, which the system lets go of when the program that holds them dies, in whatever way."""

import errno
import os
import sys
from pathlib import Path
from typing import IO

from engine.base.errors import EngineError
from engine.base.files import is_unusual
from engine.base.text import Text

_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""What systems say when another holds a lock; whatever else they say means that there are none."""
_TRIES = 3


def try_hold(path: Path) -> IO[bytes] | None:
    """Open a file and lock it for as long as it stays open; None when another program, or this one, holds it.

    Makes the file, and its folder, when they are missing. EngineError when it cannot be opened.
    """
    for _ in range(_TRIES):
        file = _opened(path)
        if try_lock(file) is False:
            file.close()
            return None
        if _is_there(file, path):
            return file
        file.close()  # whoever held it took it away in between: nobody holds the one that is made next
    return None


def _opened(path: Path) -> IO[bytes]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if is_unusual(path):  # opening a pipe would wait for a reader
            raise EngineError(Text("{0} is not an ordinary file", path))
        return path.open("ab")
    except OSError as error:
        raise EngineError(Text("{0}: cannot be written: {1}", path, error.strerror or error)) from None


def _is_there(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is still the one of that name: whoever held it before may have taken it away."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def hold(path: Path) -> IO[bytes]:
    """The same; EngineError when another holds it."""
    file = try_hold(path)
    if file is None:
        raise EngineError(Text("{0}: in use by another Facewright", path))
    return file


def held(path: Path) -> bool:
    """Whether a living program holds this lock file. OSError when it cannot be opened."""
    if not path.exists() or is_unusual(path):
        return False
    file: IO[bytes]
    try:
        file = path.open("ab")
    except OSError:  # a folder that can only be read: nobody can write there, but what lies there can be looked at
        file = path.open("rb")
    with file:
        return try_lock(file) is False


def try_lock(file: IO[bytes]) -> bool | None:
    """Lock an open file until it is closed. False when another holds it, None where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file.fileno(), 0, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True
