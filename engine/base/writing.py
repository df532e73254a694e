"""Writing files: whole or not at all. Everything the program writes goes through here.

The file that is replaced keeps its mode, owner, extended attributes and access list, as far as the system lets us. A
symbolic link stays one: what it leads to is replaced, or made. A file of several names (hard links) is replaced under
the one that was asked for; the others keep what they had.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from engine.base.errors import EngineError
from engine.base.files import is_unusual
from engine.base.parts import open_part, sweep_once
from engine.base.text import Text

_PRIVATE = 0o600
_KEPT = ("user.", "system.", "security.selinux")
"""Extended attributes; an access list is one of the system's. What else there is says something of the old content."""


def write_whole(path: Path, data: bytes | Callable[[IO[bytes]], None],
                check: Callable[[Path], None] | None = None) -> None:
    """Put `data` at `path`: written aside, flushed to the disk, checked, then renamed over the old file.

    data: all of it; or who writes it, piece by piece, into the file that is given (empty, and it can be sought in).
    The file is the old one or the new one, never half of it. `check` gets the file written aside and raises
    EngineError when it is not what it should be; the old file then stays. Makes the folder when it is missing.
    Raises EngineError.
    """
    try:
        with replacing(path) as part:
            if isinstance(data, bytes):
                part.file.write(data)
            else:
                data(part.file)
            part.flush()
            if check is not None:
                check(part.path)
            part.take_place()
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def write_private(path: Path, data: bytes) -> None:
    """The same for what nobody but its owner may read. EngineError."""
    try:
        with replacing(path, private=True) as part:
            part.file.write(data)
            part.flush()
            part.take_place(_PRIVATE)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def check_place(path: Path) -> None:
    """EngineError when a file cannot be written at `path`: for who would find that out too late. Leaves nothing."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with replacing(path):
            pass
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> EngineError:
    return EngineError(Text("{0}: cannot be written: {1}", path, getattr(error, "strerror", None) or error))


class Aside:
    """What is being written, and whose place it will take."""

    def __init__(self, path: Path, file: IO[bytes], target: Path) -> None:
        self.path, self.file, self._target = path, file, target
        self.taken = False

    def flush(self) -> None:
        """All that was written is on the disk. OSError."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def take_place(self, mode: int | None = None) -> None:
        """Be the target from now on. mode: of the file, when it is not the old one's. OSError."""
        with suppress(FileNotFoundError):
            _become_like(self._target, self.file.fileno())
        if mode is not None:
            os.chmod(self.path, mode)
        if os.name == "nt":  # an open file cannot be renamed there
            self.file.close()
        os.replace(self.path, self._target)
        self.taken = True


@contextmanager
def replacing(path: Path, private: bool = False) -> Iterator[Aside]:
    """What is written into the part takes the place of `path` when `take_place` is called, and is gone otherwise.
    private: nobody else may read the part either.

    OSError, ValueError (a name no file can have), and EngineError when there is something that is no file.
    """
    if not path.name:
        raise EngineError(Text("{0}: is a folder, not a file name", path))
    if is_unusual(path):  # what is renamed over /dev/null takes its place
        raise EngineError(Text("{0} is not an ordinary file", path))
    made = _make(path.parent)
    part = None
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        made += _make(target.parent)
        there = os.path.lexists(target)
        if there and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        sweep_once(target.parent)
        name, file = open_part(target.parent, _PRIVATE) if there or private else open_part(target.parent)
        part = Aside(name, file, target)
        yield part
        if part.taken:
            made.clear()
    finally:
        if part is not None:
            with suppress(OSError, ValueError):  # never in place of the error that says what went wrong
                if os.name == "nt":
                    part.file.close()
                part.path.unlink()
            with suppress(OSError, ValueError):
                part.file.close()
        for folder in made:  # empty, as the file did not come about
            with suppress(OSError):
                folder.rmdir()


def _make(folder: Path) -> list[Path]:
    """Make a folder; it and those that were made for it, the innermost first. OSError."""
    missing = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        missing.append(place)
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _become_like(old: Path, number: int) -> None:
    """Give a new file what is kept of the one it replaces. FileNotFoundError when there is none."""
    found = old.stat()
    if os.name == "nt":
        return
    for name in os.listxattr(old) if sys.platform == "linux" else ():
        if name.startswith(_KEPT):
            with suppress(OSError):
                os.setxattr(number, name, os.getxattr(old, name))
    mode, new = stat.S_IMODE(found.st_mode), os.fstat(number)
    if (found.st_uid, found.st_gid) != (new.st_uid, new.st_gid):
        try:
            os.fchown(number, found.st_uid, found.st_gid)
        except OSError:
            mode &= 0o777  # it is not for its new owner to run it as the old one
            try:
                os.fchown(number, -1, found.st_gid)
            except OSError:  # what the old group might do, another one must not
                mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    os.fchmod(number, mode)
