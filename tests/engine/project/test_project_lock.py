"""A project is one editor's at a time: who it is can be told, and one that is gone keeps nobody out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.project import project_lock
from engine.project.project_lock import Owner, ProjectInUse, lock_path, lock_project

ROOT = Path(__file__).resolve().parents[3]
OTHER = """
import sys
from pathlib import Path
from engine.project.project_lock import lock_project
lock = lock_project(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def another(path: Path) -> "subprocess.Popen[bytes]":
    """An editor in a process of its own that has the project open."""
    other = subprocess.Popen([sys.executable, "-c", OTHER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             cwd=ROOT)
    assert other.stdout is not None and other.stdout.readline().strip() == b"held"
    return other


def test_the_second_is_told_who_has_it_and_since_when(tmp_path: Path) -> None:
    path = tmp_path / "anna.facewright"
    with another(path) as other:
        with pytest.raises(ProjectInUse, match="anna.facewright is open in another Facewright: .*@") as told:
            lock_project(path)
        owner = told.value.owner
        assert owner is not None and owner.process == other.pid and owner.who.split("@")[1] and owner.since > 1e9
        other.kill()
    lock = lock_project(path)  # the first is gone: nobody is asked
    assert lock is not None and lock.ours
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_one_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    with another(tmp_path / "anna.facewright") as other:
        assert len(list(tmp_path.iterdir())) == 1
        other.communicate()
    assert list(tmp_path.iterdir()) == []


def test_who_is_taken_over_from_knows_by_whom_and_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "anna.facewright"
    first = lock_project(path)
    with pytest.raises(ProjectInUse):
        lock_project(path)
    second = lock_project(path, take_over=True)
    assert first is not None and second is not None and second.ours and not first.ours
    assert first.taken_by() == second.owner
    first.release()
    assert second.ours and lock_path(path).exists()
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_what_another_machine_left_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "anna.facewright"
    lock_path(path).write_text(" " + json.dumps(
        {"user": "ben\x1b[31m", "host": "elsewhere", "since": 1.7e9, "process": 1, "token": "00"}))
    with pytest.raises(ProjectInUse) as told:
        lock_project(path)
    assert told.value.owner is not None and told.value.owner.who == "ben[31m@elsewhere"
    lock = lock_project(path, take_over=True)
    assert lock is not None and lock.ours
    lock.release()


def test_where_the_system_has_no_locks_a_living_process_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_lock, "try_lock", lambda file: None)
    path = tmp_path / "anna.facewright"
    with another(path) as other:
        with pytest.raises(ProjectInUse):
            lock_project(path)
        other.kill()
    lock = lock_project(path)
    assert lock is not None
    lock.release()


def test_two_names_of_one_file_are_one_project(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    path, link = tmp_path / "there" / "anna.facewright", tmp_path / "link.facewright"
    path.write_bytes(b"")
    link.symlink_to(path)
    lock = lock_project(path)
    with pytest.raises(ProjectInUse):
        lock_project(link)
    assert lock is not None
    lock.release()


@pytest.mark.parametrize("junk", [b"", b"x", b" {}", b" [[[[", b" " + b"[" * 5000, bytes(range(256)) * 100,
                                  b' {"user": 1, "host": 2, "since": "x", "process": 1e99, "token": []}'])
def test_a_lock_file_that_says_nothing_keeps_nobody_out(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "anna.facewright"
    lock_path(path).write_bytes(junk)
    lock = lock_project(path)
    assert lock is not None and lock.ours
    lock.release()


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "anna.facewright"
    os.mkfifo(lock_path(path))
    assert lock_project(path) is None and lock_path(path).exists()
    long = tmp_path / ("x" * 244 + ".facewright")
    lock = lock_project(long)
    assert lock is not None and len(lock.place.name) < 60
    lock.release()


def test_one_that_nobody_knows_any_more_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "anna.facewright"
    lock = lock_project(path)
    del lock
    assert list(tmp_path.iterdir()) == []
    assert Owner("a" * 1000, "b\n", 0, 0, "").who == "a" * 100 + "@b"
