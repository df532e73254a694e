"""Reading files from anywhere without surprises: nothing but an ordinary file, and no more of it than such a file has.

Whatever the program reads from outside is opened here and nowhere else (a test of the house's structure holds that).
"""

import errno
import mmap
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from engine.base.errors import EngineError
from engine.base.text import Text

_FLAGS = (os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
          | getattr(os, "O_NONBLOCK", 0))
"""Opening a named pipe would wait for whoever writes into it; with O_NONBLOCK it does not."""


def open_plain(path: Path) -> BufferedReader:
    """An ordinary file, open for reading. EngineError when it is not there, or is a pipe, a device or a socket.

    Looked at before it is opened, since opening a device can set something off; and again when it is open, since by
    then something else may lie there.
    """
    try:
        if is_unusual(path):
            raise _unusual(path)
        handle = os.open(path, _FLAGS)
        try:
            _check_kind(path, os.fstat(handle).st_mode)
            return os.fdopen(handle, "rb")
        except BaseException:
            os.close(handle)
            raise
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise unreadable(path, error) from None


def read_limited(path: Path, limit: int) -> bytes:
    """A file's bytes. Raises EngineError when it cannot be read, is a device or a pipe, or is larger than `limit`
    bytes; a larger one is not read at all."""
    with open_plain(path) as file:
        try:
            size = os.fstat(file.fileno()).st_size
            data = file.read(size + 1) if size <= limit else b""
            if size <= limit and len(data) > size:  # it grew, or is one that does not say how large it is
                data += file.read(limit + 1 - len(data))
        except OSError as error:
            raise unreadable(path, error) from None
    if max(size, len(data)) > limit:
        raise EngineError(Text("{0}: larger than {1} bytes, which no such file is", path, limit))
    return data


def mapped(file: BinaryIO) -> mmap.mmap:
    """The bytes of a file that `open_plain` opened, of which no more is read than is looked at. ValueError, OSError."""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def read_head(path: Path, count: int) -> bytes:
    """The first bytes of a file, by which it shows of what kind it is before all of it is read. EngineError."""
    with open_plain(path) as file:
        try:
            return file.read(count)
        except OSError as error:
            raise unreadable(path, error) from None


def is_unusual(path: Path) -> bool:
    """Whether there is something that is neither a file nor a folder. OSError, ValueError."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))


def unreadable(path: Path, error: Exception) -> EngineError:
    """That a file cannot be read, and why the system says so."""
    if isinstance(error, OSError) and error.errno == errno.ENXIO:  # a socket, put there since it was looked at
        return _unusual(path)
    return EngineError(Text("{0}: cannot be read: {1}", path, getattr(error, "strerror", None) or error))


def _check_kind(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise _unusual(path)


def _unusual(path: Path) -> EngineError:
    return EngineError(Text("{0} is not an ordinary file", path))
