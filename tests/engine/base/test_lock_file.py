"""A lock on a file is held by one, and by nobody when that one is gone."""

import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from engine.base import lock_file
from engine.base.errors import EngineError
from engine.base.lock_file import held, hold, try_hold


def test_one_holds_it_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    assert not held(path)
    with hold(path):
        assert held(path) and try_hold(path) is None
        with pytest.raises(EngineError, match="lock: in use by another Facewright"):
            hold(path)
    assert not held(path)
    again = try_hold(path)
    assert again is not None
    again.close()


def test_one_that_is_killed_lets_go(tmp_path: Path) -> None:
    code = f"""
import time
from pathlib import Path
from engine.base.lock_file import hold
file = hold(Path({str(tmp_path / "lock")!r}))
print("held", flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE,
                          cwd=Path(__file__).resolve().parents[3]) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"held"
        assert held(tmp_path / "lock")
        other.kill()
    assert not held(tmp_path / "lock")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="cannot be written"):
        hold(tmp_path / "file" / "lock")


def test_a_lock_whose_file_was_taken_away_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever held it takes it away between another's opening and locking: a third would hold a new one beside."""
    path, lock = tmp_path / "lock", lock_file.try_lock

    def late(file: IO[bytes]) -> bool | None:
        path.unlink()
        return lock(file)

    monkeypatch.setattr(lock_file, "try_lock", late)
    assert lock_file.try_hold(path) is None
    monkeypatch.undo()
    with lock_file.hold(path):
        assert lock_file.held(path)


def test_a_lock_that_is_taken_away_while_it_is_taken_is_made_anew(tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    path, lock, gone = tmp_path / "lock", lock_file.try_lock, list[bool]()

    def late_once(file: IO[bytes]) -> bool | None:
        if not gone:
            gone.append(True)
            path.unlink()
        return lock(file)

    monkeypatch.setattr(lock_file, "try_lock", late_once)
    with lock_file.hold(path):
        assert path.exists() and lock_file.try_hold(path) is None
