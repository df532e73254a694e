"""Files that are being written, beside the ones whose place they will take, and what killed programs left of them.

A part is called `.facewright-1a2b3c4d.part`, whatever it will become: a name made of the target's would be too long
where the target's is as long as the system allows. While a program writes one it holds a lock on it, which the system
lets go of when the program ends in whatever way. A part that nobody holds was left behind, and is taken away by whoever
next writes there, and in the program's own folders when it starts.
"""

import os
import re
import secrets
import stat
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from engine.base.lock_file import try_lock

_NAME = re.compile(r"\.facewright-[0-9a-f]{8}\.part")
_EARLIER_NAMES = re.compile(r"\..+\.[0-9a-f]{8}\.part|.+\.\d+-[0-9a-f]{8}\.part")
"""How parts were called before; others call theirs so, too, and these were not locked."""
_LONGEST_WRITE = 3600.0
"""Seconds after which nobody is writing any more, for parts that cannot be, or were not, locked."""
_NOT_KEPT = 0o666

_swept: set[str] = set()
_sweeping = threading.Lock()


def open_part(folder: Path, mode: int = _NOT_KEPT) -> tuple[Path, IO[bytes]]:
    """A new part in a folder, open and locked. mode: as for `os.open`, the umask is taken from it. OSError."""
    while True:
        path = folder / f".facewright-{secrets.token_hex(4)}.part"
        try:
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        except FileExistsError:
            continue
        file = os.fdopen(number, "wb")
        # Somebody who sweeps may have seen it before it was locked.
        if _try_lock(file) is not False and (sys.platform == "win32" or os.fstat(number).st_nlink):
            return path, file
        file.close()


def sweep_once(folder: Path) -> None:
    """`sweep` a folder, the first time that this program asks for it: what it leaves itself it takes away itself."""
    with _sweeping:
        if str(folder) in _swept:
            return
        _swept.add(str(folder))
    sweep(folder)


def sweep(folder: Path) -> None:
    """Take away the parts that were left behind in a folder; never raises."""
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name):
                _take_away(Path(entry.path))


def sweep_own(folder: Path) -> None:
    """The same in one of the program's own folders and all that lie in it, with those of earlier versions."""
    for place, _, names in os.walk(folder):
        for name in names:
            if _NAME.fullmatch(name):
                _take_away(Path(place, name))
            elif _EARLIER_NAMES.fullmatch(name):
                _take_away(Path(place, name), locked=False)


def _take_away(path: Path, locked: bool = True) -> None:
    """locked: whether whoever writes it holds a lock on it, where there are locks."""
    with suppress(OSError):
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or sys.platform != "win32" and found.st_uid != os.getuid():
            return
        if not locked:
            _unlink_old(path, found.st_mtime)
            return
        with path.open("r+b") as file:
            free = _try_lock(file)
            if free:
                path.unlink()  # while it is locked: who has just made it sees that it is gone
        if free is None:
            _unlink_old(path, found.st_mtime)


def _unlink_old(path: Path, changed: float) -> None:
    if time.time() - changed > _LONGEST_WRITE:
        path.unlink()


def _try_lock(file: IO[bytes]) -> bool | None:
    """Whether the lock was got; None where there are none. (A locked file cannot be renamed on Windows.)"""
    return None if sys.platform == "win32" else try_lock(file)
