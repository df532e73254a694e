"""Who works on a project: a lock file beside it, so that two editors never replace each other's work unseen.

The system holds the lock for the editor that lives, so on one machine a file without its lock was left by one that is
gone, and is taken over without a word. Between machines that share a folder the lock may not be seen, so what another
machine left is asked about. A lock can be taken over; whoever had it is told when saving.
"""

import getpass
import json
import os
import secrets
import socket
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

import msgspec

from engine.base.errors import EngineError
from engine.base.lock_file import try_lock
from engine.base.text import Text, verbatim

_LONGEST_NAME = 255
"""Bytes, on every file system we know."""
_LARGEST = 4096
_LONGEST_WORD = 100


class Owner(msgspec.Struct, frozen=True):
    """Who has a project open.

    user, host: as the system calls them. since: seconds since the epoch. process: its number there. token: by which an
    editor knows its own lock.
    """

    user: str
    host: str
    since: float
    process: int
    token: str

    @property
    def who(self) -> str:
        return f"{_plain(self.user)}@{_plain(self.host)}"


class ProjectInUse(EngineError):  # noqa: N818 - named for what is wrong
    """Another editor has the project open. owner: None when its lock file does not say who."""

    def __init__(self, path: Path, owner: Owner | None) -> None:
        super().__init__(Text("{0} is open in another Facewright: {1}", path.name,
                              verbatim(owner.who) if owner is not None else Text("it does not say whose")))
        self.path, self.owner = path, owner


@dataclass(eq=False)
class ProjectLock:
    """A project of ours: made by `lock_project`, held until `release`, or until nobody knows it any more.

    path: the project, links followed.
    """

    path: Path
    place: Path
    owner: Owner
    file: IO[bytes] | None

    @property
    def ours(self) -> bool:
        """Whether nobody has taken it over."""
        return self.file is not None and _same(self.file, self.place) and _owner(self.file) == self.owner

    @property
    def released(self) -> bool:
        """Whether it was let go of here."""
        return self.file is None

    def taken_by(self) -> Owner | None:
        """Who has it now; None when that cannot be told."""
        try:
            with _open(self.place, make=False) as file:
                return _owner(file)
        except OSError:
            return None

    def release(self) -> None:
        """Let it go, and take its file away unless somebody has taken it over. Safe to call twice."""
        if self.file is None:
            return
        ours, file, self.file = self.ours, self.file, None
        with suppress(OSError):
            if ours and os.name != "nt":  # while it is held, so that nobody's new one goes
                self.place.unlink()
            file.close()
            if ours and os.name == "nt":
                self.place.unlink()

    def __del__(self) -> None:
        """What was opened for nothing (somebody chose another file meanwhile) is not held for ever."""
        self.release()


def lock_project(path: Path, take_over: bool = False) -> ProjectLock | None:
    """Say that a project is ours. None where no lock file can be written; nobody can save there, either.

    take_over: also from an editor that lives. Else ProjectInUse when there is one, or when one of another machine may
    be.
    """
    target = Path(os.path.realpath(path))
    place = lock_path(target)
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    owner = Owner(user, socket.gethostname(), time.time(), os.getpid(), secrets.token_hex(8))
    while True:
        try:
            file = _open(place, make=True)
        except OSError:
            return None
        locked = try_lock(file)
        before = _owner(file)
        if not take_over and (locked is False or _may_live(before, owner, locked)):
            file.close()
            raise ProjectInUse(path, before)
        try:
            if locked is False and os.name != "nt":  # whoever holds it keeps a file that nobody finds any more
                file.close()
                place.unlink(missing_ok=True)
            elif _same(file, place):
                file.seek(0)
                file.truncate()
                file.write(b" " + json.dumps(msgspec.to_builtins(owner)).encode("ascii"))
                file.flush()
                return ProjectLock(target, place, owner, file)
            else:  # it was taken away before it was locked
                file.close()
        except OSError:
            file.close()
            return None


def lock_path(project: Path) -> Path:
    """Where the lock of a project lies: beside it, hidden."""
    name = f".{project.name}.lock"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{sha256(os.fsencode(project.name)).hexdigest()[:32]}.lock"
    return project.with_name(name)


def _may_live(before: Owner | None, owner: Owner, locked: bool | None) -> bool:
    """Whether an editor may live whose lock cannot be seen from here."""
    if before is None:
        return False
    if before.host != owner.host:
        return True
    return locked is None and before.process != owner.process and _alive(before.process)


def _alive(process: int) -> bool:
    if os.name == "nt":  # asking would end it; locks are always seen there
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _open(place: Path, make: bool) -> IO[bytes]:
    """OSError, also when there is something that is no ordinary file: a pipe would wait for ever."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(place, flags | (os.O_CREAT if make else 0), 0o666)
    file = os.fdopen(number, "r+b", buffering=0)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        file.close()
        raise OSError("not an ordinary file")
    return file


def _owner(file: IO[bytes]) -> Owner | None:
    """What a lock file says. Its first byte is left alone: where Windows locks, it cannot be read."""
    try:
        file.seek(1)
        return msgspec.json.decode(file.read(_LARGEST), type=Owner)
    except (OSError, ValueError, RecursionError):
        return None


def _same(file: IO[bytes], place: Path) -> bool:
    """Whether an open file is still the one that lies there."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), place.stat())
    except OSError:
        return False


def _plain(word: str) -> str:
    return "".join(letter for letter in word if letter.isprintable())[:_LONGEST_WORD]
