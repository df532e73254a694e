"""Snapshots: found after a crash, left alone while their editor lives, gone when it ended well."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.project.project import EmbeddedPhoto, Project
from engine.project.project_file import read_project, write_project
from engine.project.recovery import RecoverySession, abandoned

PROJECT = Project(EmbeddedPhoto("a.png", b"picture"))
CRASH = """
import os, sys
from pathlib import Path
from engine.project.project import EmbeddedPhoto, Project
from engine.project.recovery import RecoverySession
session = RecoverySession(Path(sys.argv[1]))
session.save(Project(EmbeddedPhoto("a.png", b"picture")))
if sys.argv[2] == "crash":
    os._exit(1)
print("saved", flush=True)
sys.stdin.read()
"""


def test_an_editor_that_ended_well_leaves_nothing(tmp_path: Path) -> None:
    session = RecoverySession(tmp_path)
    session.save(PROJECT)
    session.close()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_once_it_ended(tmp_path: Path) -> None:
    session = RecoverySession(tmp_path)
    session.close()
    session.save(PROJECT)  # it was asked for before, on another thread
    session.close()
    assert list(tmp_path.iterdir()) == []


def test_the_end_waits_for_a_snapshot_that_is_being_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, writing, go_on = RecoverySession(tmp_path), threading.Event(), threading.Event()

    def slowly(path: Path, project: Project) -> None:
        writing.set()
        go_on.wait()
        write_project(path, project)

    monkeypatch.setattr("engine.project.recovery.write_project", slowly)
    with ThreadPoolExecutor(2) as threads:
        saved = threads.submit(session.save, PROJECT)
        writing.wait()
        closed = threads.submit(session.close)
        go_on.set()
        saved.result()
        closed.result()
    assert list(tmp_path.iterdir()) == []


def test_a_crash_leaves_work_to_be_found(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH, str(tmp_path), "crash"], check=False)
    (snapshot,) = abandoned(tmp_path)
    assert read_project(snapshot.path) == PROJECT
    snapshot.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_living_editor_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", CRASH, str(tmp_path), "live"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"saved\n"
        assert abandoned(tmp_path) == ()
        other.kill()
    assert len(abandoned(tmp_path)) == 1


def test_own_session_is_not_abandoned(tmp_path: Path) -> None:
    session = RecoverySession(tmp_path)
    session.save(PROJECT)
    assert abandoned(tmp_path) == ()
    session.clear()
    assert not session.path.exists()
    session.close()


def test_a_folder_that_can_only_be_read_still_offers_what_lies_there(tmp_path: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([sys.executable, "-c", CRASH, str(tmp_path), "crash"], check=False)
    open_ = Path.open

    def only_to_read(path: Path, mode: str = "r", *arguments: object) -> object:
        if mode != "rb":
            raise PermissionError(13, "Permission denied")
        return open_(path, mode, *arguments)

    monkeypatch.setattr(Path, "open", only_to_read)
    assert len(abandoned(tmp_path)) == 1


def test_no_folder_yet(tmp_path: Path) -> None:
    assert abandoned(tmp_path / "none") == ()
