"""Where the parts of a film lie until they are joined: a killed program goes on where it was.

A folder in the program's cache for each film, named by everything that decides about its pictures. Whoever makes the
film holds a lock on it; another who wants the same one at the same time makes it in a folder of its own.
"""

import hashlib
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.base.lock_file import try_hold
from engine.base.paths import cache_folder

_KEPT = 7 * 24 * 3600.0
"""Seconds after which a film that nobody went on with is given up."""
_LOCK = "in-use.lock"


def digest_of(*parts: bytes | str) -> str:
    """One name for all of these, in hexadecimal."""
    sums = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        sums.update(len(data).to_bytes(8, "little") + data)
    return sums.hexdigest()[:32]


@contextmanager
def workplace(name: str) -> Iterator[Path]:
    """The folder of a film. What is in it stays when the film does not come about. EngineError."""
    films = cache_folder() / "films"
    _sweep(films)
    folder = films / name
    lock = try_hold(folder / _LOCK)
    if lock is None:
        folder = films / digest_of(name, repr(time.time_ns()))
        lock = try_hold(folder / _LOCK)
    done = False
    try:
        yield folder
        done = True
    finally:
        if done:
            shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            lock.close()
        if done:  # where what is locked cannot be taken away
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(films: Path) -> None:
    """Give up films that were left long ago."""
    with suppress(OSError):
        for folder in films.iterdir():
            lock = folder / _LOCK
            if lock.exists() and time.time() - folder.stat().st_mtime > _KEPT:
                held = try_hold(lock)
                if held is not None:
                    held.close()
                    shutil.rmtree(folder, ignore_errors=True)
