"""Autosaved work, and finding it again after a crash.

Each running editor owns one session: a snapshot beside a lock file that the operating system holds for it. A
snapshot whose lock nobody holds belongs to an editor that is gone: it crashed, and its work can be offered. A lock
that is held belongs to an editor that is alive, and is left alone. A session that ends well takes both files away.
"""

import secrets
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.base.lock_file import held, hold
from engine.base.paths import data_folder
from engine.project.project import SUFFIX, Project
from engine.project.project_file import write_project


@dataclass(frozen=True)
class Snapshot:
    """Work left behind by an editor that is gone. saved_at: seconds since the epoch."""

    path: Path
    saved_at: float

    def discard(self) -> None:
        """Take it away; it was restored or is not wanted."""
        for path in (self.path, _lock_path(self.path)):
            with suppress(OSError):
                path.unlink()


class RecoverySession:
    """One running editor's place for snapshots. Close it when the editor ends well."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or recovery_folder()) / f"{secrets.token_hex(6)}{SUFFIX}"
        self._lock: IO[bytes] | None = None
        self._one = threading.Lock()
        self._closed = False

    def save(self, project: Project) -> None:
        """Keep the work as it is now; it replaces the snapshot before once it was read back. Raises EngineError.

        From any thread: what was asked for first is written first. Once it is closed nothing is kept any more.
        """
        with self._one:
            if self._closed:
                return
            if self._lock is None:
                self._lock = hold(_lock_path(self.path))
            write_project(self.path, project)

    def clear(self) -> None:
        """Nothing is unsaved any more: take the snapshot away."""
        with suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """The editor ends well: nothing stays behind, not even of a snapshot that is being written on another thread,
        for whose end this waits. Safe to call twice."""
        with self._one:
            self._closed = True
            self.clear()
            if self._lock is not None:
                self._lock.close()
                self._lock = None
                with suppress(OSError):
                    _lock_path(self.path).unlink()


def recovery_folder() -> Path:
    """Where snapshots lie. Not created here."""
    return data_folder() / "recovery"


def abandoned(folder: Path | None = None) -> tuple[Snapshot, ...]:
    """Snapshots of editors that are gone, newest first."""
    return tuple(sorted(_abandoned(folder or recovery_folder()), key=lambda found: found.saved_at, reverse=True))


def _abandoned(folder: Path) -> Iterator[Snapshot]:
    try:
        paths = list(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return
    for path in paths:
        with suppress(OSError):
            if not held(_lock_path(path)):
                yield Snapshot(path, path.stat().st_mtime)


def _lock_path(path: Path) -> Path:
    return path.with_suffix(".lock")
