"""What killed programs left in the program's own folders, and folders for downloads that leave nothing.

A download has a folder of its own in `.downloads`, with a lock beside it that the system lets go of when the program
ends in whatever way: a folder that nobody holds is taken away.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.lock_file import try_hold, try_lock
from engine.base.parts import sweep_own
from engine.base.paths import data_folder, models_folder
from engine.base.text import Text

DOWNLOADS = ".downloads"
_LOCK = ".lock"
_TRIES = 3
_STALE = 24 * 3600.0
"""Seconds after which a download that can be gone on with is given up, and one of an earlier version, without lock."""


def tidy() -> None:
    """At the start: take away what killed programs left behind; never raises."""
    data, models = data_folder(), models_folder()
    sweep_own(data)
    if data not in models.parents:
        sweep_own(models)
    sweep_downloads(models / DOWNLOADS)


@contextmanager
def download_folder(downloads: Path, name: str) -> Iterator[Path]:
    """An empty folder for one download, gone afterwards. EngineError when it cannot be made."""
    made(downloads)
    for _ in range(_TRIES):  # one who sweeps may see a lock before it is held; some shared folders know no locks
        folder = downloads / f"{name}-{os.getpid()}-{time.monotonic_ns()}"
        path = _lock_of(folder)
        lock = try_hold(path)
        if lock is not None and path.exists():
            break
    try:
        yield made(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            lock.close()
        with suppress(OSError):
            path.unlink()


def sweep_downloads(downloads: Path) -> None:
    """Take away the folders of downloads that were killed; never raises."""
    with suppress(OSError):
        for entry in list(downloads.iterdir()):
            with suppress(OSError):
                if entry.suffix == _LOCK:
                    _sweep_locked(entry)
                elif not _lock_of(entry).exists() and _is_stale(entry):
                    shutil.rmtree(entry, ignore_errors=True)


def _sweep_locked(lock: Path) -> None:
    """Take away a lock and its folder unless somebody holds it, or, where there are no locks, may."""
    with lock.open("r+b") as file:
        free = try_lock(file)
        if free is False or free is None and not _is_stale(lock):
            return
        shutil.rmtree(lock.with_name(lock.name.removesuffix(_LOCK)), ignore_errors=True)
        if os.name != "nt":  # while it is held: who is just about to hold it sees that it is gone
            lock.unlink(missing_ok=True)
    if os.name == "nt":
        lock.unlink(missing_ok=True)


def _is_stale(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > _STALE


def made(folder: Path) -> Path:
    """The folder, made when it is missing. EngineError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(Text("cannot write to {0}: {1}", folder, error.strerror or error)) from error
    return folder


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)
