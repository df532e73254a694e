"""Unsaved work is kept whatever the hand and the engine do, and never given up for something that cannot be read."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.project import recovery
from engine.project.face_state import LOOK, FaceState
from engine.project.project import Project
from engine.project.project_file import read_project, write_project, write_stamped
from engine.project.recovery import RecoverySession, Snapshot
from engine.project.stamp import Stamp
from gui.model import opening
from gui.model.ask import Ask
from gui.model.lanes import Lane
from gui.model.session import Session
from gui.model.settings import AUTOSAVE_SECONDS
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
        found = []
        for path in self.recovery.glob("*.facewright"):
            try:
                found.append(dict(read_project(path).faces[0].look))
            except EngineError:
                if path.exists():  # else it was taken away since it was listed
                    raise
        return found

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


class Slow:
    """A disk that waits inside the first snapshot it writes until told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.inside, self.go_on = threading.Event(), threading.Event()

        def slow(path: Path, project: Project) -> None:
            if not self.inside.is_set():
                self.inside.set()
                assert self.go_on.wait(30)
            write_project(path, project)

        monkeypatch.setattr(recovery, "write_project", slow)


@pytest.fixture
def calm(qtbot: QtBot, tmp_path: Path, photo: Path) -> Iterator[Desk]:
    """Whose timer never fires: snapshots come when the test asks."""
    made = Desk(qtbot, tmp_path, interval=1000.0)
    made.open(photo)
    yield made
    made.session.close()


def test_no_setting_lets_a_crash_cost_more_than_ten_seconds() -> None:
    assert max(AUTOSAVE_SECONDS.choices) <= 5 and AUTOSAVE_SECONDS.default in AUTOSAVE_SECONDS.choices
    for old in (10, 30, 300, 10**9, -1, "often"):
        QSettings().setValue(AUTOSAVE_SECONDS.key, old)
        assert AUTOSAVE_SECONDS.value() == AUTOSAVE_SECONDS.default


def test_what_changed_while_a_snapshot_was_written_waits_for_nothing_else(calm: Desk,
                                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    slow, document = Slow(monkeypatch), calm.session.document
    document.set_controls({"AU26": 2.0}, "Jaw")
    calm.session.autosave.save()
    assert slow.inside.wait(30)
    document.set_controls({"AU26": 3.0}, "Jaw")
    calm.session.autosave.save()
    slow.go_on.set()
    calm.until_kept(3.0)


def test_a_slow_disk_that_is_saved_to_does_not_hold_up_autosave(calm: Desk, tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    inside, go_on, written = threading.Event(), threading.Event(), []

    def slow(path: Path, project: Project) -> Stamp:
        inside.set()
        assert go_on.wait(30)
        written.append(dict(project.faces[0].look)["AU26"])
        return write_stamped(path, project)

    monkeypatch.setattr(opening, "write_stamped", slow)
    document, target = calm.session.document, tmp_path / "work.facewright"
    for value in (2.0, 3.0, 4.0):
        document.set_controls({"AU26": value}, "Jaw")
        calm.session.save(target)
    assert inside.wait(30)
    document.set_controls({"AU26": 5.0}, "Jaw")
    calm.session.autosave.save()
    calm.until_kept(5.0)
    go_on.set()
    calm.qtbot.waitUntil(lambda: len(written) == 3 and target.exists() and not calm.session.thread_.busy)
    assert written == [2.0, 3.0, 4.0] and dict(read_project(target).faces[0].look) == {"AU26": 4.0}
    assert document.dirty


def test_what_a_crash_kept_is_not_taken_away_by_what_was_asked_before(calm: Desk,
                                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    slow, document, autosave = Slow(monkeypatch), calm.session.document, calm.session.autosave
    document.set_controls({"AU26": 2.0}, "Jaw")
    autosave.save()
    assert slow.inside.wait(30)
    document.undo()  # nothing is unsaved: the snapshot is to go as soon as it is written
    document.set_controls({"AU26": 3.0}, "Jaw")
    slow.go_on.set()
    autosave.save_now()
    ended: list[bool] = []
    Ask(calm.session, "after", lambda: single(lambda: None), lane=Lane.FILES) \
        .then(lambda _: ended.append(True)).start(calm.session.thread_)
    calm.qtbot.waitUntil(lambda: bool(ended))
    assert calm.kept() == [{"AU26": 3.0}]


def test_a_crash_keeps_also_what_is_in_the_hand(calm: Desk) -> None:
    calm.session.document.begin_gesture("Jaw")
    calm.session.document.drag(LOOK, {"AU26": 4.0})
    calm.session.autosave.save_now()
    assert calm.kept() == [{"AU26": 4.0}]


def left_behind(desk: Desk, value: float) -> Snapshot:
    """A snapshot of an editor that is gone."""
    project = desk.session.document.project()
    assert project is not None
    path = desk.recovery / f"left{value}.facewright"
    desk.recovery.mkdir(exist_ok=True)
    write_project(path, replace(project, faces=(FaceState.of({LOOK: {"AU26": value}}),)))
    return Snapshot(path, 0.0)


@pytest.mark.parametrize("how", ["kept", "saved"])
def test_recovered_work_that_could_not_be_kept_goes_once_it_could(calm: Desk, tmp_path: Path, how: str,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = left_behind(calm, 2.0)
    with monkeypatch.context() as disk:
        disk.setattr(RecoverySession, "save", _full)
        calm.session.recover(snapshot)
        calm.qtbot.waitUntil(lambda: len(calm.errors) == 1)
    assert read_project(snapshot.path).faces[0].look["AU26"] == 2.0
    if how == "kept":
        calm.session.autosave.save()
    else:
        calm.session.save(tmp_path / "work.facewright")
    calm.qtbot.waitUntil(lambda: not snapshot.path.exists())


def test_recovered_work_that_was_never_kept_stays_when_other_work_is_opened(calm: Desk, photo: Path,
                                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = left_behind(calm, 2.0)
    with monkeypatch.context() as disk:
        disk.setattr(RecoverySession, "save", _full)
        calm.session.recover(snapshot)
        calm.qtbot.waitUntil(lambda: len(calm.errors) == 1)
    calm.open(photo)
    calm.session.document.set_controls({"AU26": 5.0}, "Jaw")
    calm.session.autosave.save()
    calm.qtbot.waitUntil(lambda: len(calm.kept()) == 2)
    assert read_project(snapshot.path).faces[0].look["AU26"] == 2.0


def _full(session: RecoverySession, project: Project) -> None:
    raise EngineError(Text("no space left on device"))
