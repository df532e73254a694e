"""Unsaved work is kept whatever the hand and the engine do, and never given up for something that cannot be read."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.project.face_state import LOOK
from engine.project.project import Project
from engine.project.project_file import read_project, write_project
from engine.project.recovery import RecoverySession, Snapshot
from gui.model.session import Session
from tests.gui.fakes import GRAY, TABLE, FakeEngine


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    return path


class Desk:
    """A session with a photo open, and everything it told."""

    def __init__(self, qtbot: QtBot, folder: Path, interval: float = 0.05) -> None:
        self.qtbot, self.recovery = qtbot, folder / "recovery"
        self.engine = FakeEngine()
        self.session = Session(TABLE, self._make, self.recovery, interval)
        self.errors: list[EngineError] = []
        self.session.failed.connect(self.errors.append)
        self.session.start()

    def _make(self) -> FakeEngine:
        self.engine = FakeEngine()
        return self.engine

    def open(self, path: Path) -> None:
        with self.qtbot.waitSignal(self.session.photo_opened):
            self.session.open(path)

    def kept(self) -> list[dict[str, object]]:
        """The chosen face's look in every snapshot."""
        return [dict(read_project(path).faces[0].look) for path in self.recovery.glob("*.facewright")]

    def until_kept(self, value: float) -> None:
        self.qtbot.waitUntil(lambda: self.kept() == [{"AU26": value}])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, photo: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    made.open(photo)
    yield made
    made.engine.gate.set()
    made.session.close()
    assert list(made.recovery.iterdir()) == []


def test_a_hand_that_never_lets_go_and_an_engine_that_never_answers_cost_no_work(desk: Desk) -> None:
    document = desk.session.document
    desk.engine.gate.clear()  # the engine's thread hangs inside a frame from the first touch on
    document.begin_gesture("Jaw")
    document.drag(LOOK, {"AU26": 1.0})
    assert desk.engine.started.wait(30)
    for value in (2.0, 3.0, 4.0):
        document.drag(LOOK, {"AU26": value})
        desk.until_kept(value)
    assert not document.dirty
    document.drag(LOOK, {"AU26": 0.0})
    document.end_gesture()  # as it was: nothing is unsaved
    desk.qtbot.waitUntil(lambda: desk.kept() == [])


def test_what_is_undone_or_saved_leaves_no_snapshot(desk: Desk, tmp_path: Path) -> None:
    document = desk.session.document
    document.set_controls({"AU26": 2.0}, "Jaw")
    desk.until_kept(2.0)
    document.undo_stack.undo()
    desk.qtbot.waitUntil(lambda: desk.kept() == [])
    document.undo_stack.redo()
    desk.until_kept(2.0)
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(tmp_path / "work.facewright")
    desk.qtbot.waitUntil(lambda: desk.kept() == [])


def test_what_cannot_be_kept_is_told_once_and_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Project] = []
    save = RecoverySession.save

    def full(session: RecoverySession, project: Project) -> None:
        tries.append(project)
        raise EngineError(Text("no space left on device"))

    monkeypatch.setattr(RecoverySession, "save", full)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    desk.qtbot.waitUntil(lambda: len(tries) >= 3)
    assert [error.message for error in desk.errors] == ["The work could not be kept for recovery."]
    monkeypatch.setattr(RecoverySession, "save", save)
    desk.until_kept(2.0)
    monkeypatch.setattr(RecoverySession, "save", full)
    desk.session.document.set_controls({"AU26": 3.0}, "Jaw")
    desk.qtbot.waitUntil(lambda: len(desk.errors) == 2)  # it had worked in between


def test_recovered_work_is_given_up_only_for_what_can_be_read_again(qtbot: QtBot, tmp_path: Path, photo: Path,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(qtbot, tmp_path, interval=1000.0)
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    project = desk.session.document.project()
    assert project is not None
    write_project(desk.recovery / "left.facewright", project)
    snapshot = Snapshot(desk.recovery / "left.facewright", 0.0)
    with monkeypatch.context() as disk:
        disk.setattr(RecoverySession, "save", lambda session, project: session.path.write_bytes(b"half a pro"))
        desk.session.recover(snapshot)
        qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert read_project(snapshot.path) == project
    desk.session.recover(snapshot)
    qtbot.waitUntil(lambda: not snapshot.path.exists())
    assert desk.kept() == [{"AU26": 2.0}]
    desk.session.close()
