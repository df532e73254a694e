"""Work that a crash left knows which project it came from: it goes back there, unless that is not what it was."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.project.face_state import LOOK, FaceState
from engine.project.project import SUFFIX, EmbeddedPhoto, Origin, Project
from engine.project.project_file import encode_project, read_project, write_project
from engine.project.project_lock import lock_project
from engine.project.recovery import Snapshot
from engine.project.stamp import Stamp
from gui.dialogs.recovery import RecoveryDialog
from gui.model.incoming import IncomingPicture
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY


@dataclass
class Left:
    """A project in which the jaw is at 1, and the snapshot of an editor that crashed with it at 5."""

    project: Path
    snapshot: Path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    return path


@pytest.fixture
def left(qtbot: QtBot, tmp_path: Path, photo: Path) -> Left:
    desk = Desk(qtbot, tmp_path, autosave=1000.0)
    desk.open(photo)
    project = tmp_path / "work" / f"anna{SUFFIX}"
    project.parent.mkdir()
    desk.session.document.set_controls({"AU26": 1.0}, "Jaw")
    with qtbot.waitSignal(desk.session.saved):
        desk.session.save(project)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    desk.session.autosave.save_now()
    (kept,) = (tmp_path / "recovery").glob(f"*{SUFFIX}")
    data = kept.read_bytes()
    desk.close()
    snapshot = tmp_path / "recovery" / f"left{SUFFIX}"
    snapshot.write_bytes(data)
    return Left(project, snapshot)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, left: Left) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, autosave=1000.0)
    yield desk
    desk.close()


@pytest.fixture
def noted(desk: Desk) -> list[str]:
    notes: list[str] = []
    desk.session.noted.connect(notes.append)
    return notes


def recover(desk: Desk, left: Left) -> None:
    with desk.qtbot.waitSignal(desk.session.photo_opened):
        desk.session.recover(Snapshot(left.snapshot, 0.0))
    desk.qtbot.waitUntil(lambda: not left.snapshot.exists())


def jaw(path: Path) -> object:
    return dict(read_project(path).faces[0].look)["AU26"]


def answering(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the question for a name; what each was asked with first."""
    asked: list[str] = []

    def answer(_: object, __: str, start: str, *___: object) -> tuple[str, str]:
        asked.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_it_is_offered_and_opened_as_its_project_and_saved_there(desk: Desk, left: Left, noted: list[str],
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, left.project.with_name(f"other{SUFFIX}"))
    desk.editor.offer_recovery()
    dialog = desk.window.findChild(RecoveryDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.list.item(0).text().startswith(f"{left.project.name} · kept on "))
    with desk.qtbot.waitSignal(desk.session.photo_opened):
        dialog.open_button.click()
    document = desk.session.document
    assert (document.path, document.name, document.dirty) == (left.project, "anna", True)
    assert document.control("AU26") == 5.0 and jaw(left.project) == 1.0
    with pytest.raises(Exception, match="open in another"):
        lock_project(left.project)  # it is ours
    desk.qtbot.waitUntil(lambda: not left.snapshot.exists())
    (kept,) = left.snapshot.parent.glob(f"*{SUFFIX}")
    origin = read_project(kept).origin
    assert origin is not None and origin.path == left.project  # a second crash loses nothing of this
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.files.save()
    assert jaw(left.project) == 5.0 and not document.dirty and noted == [] and asked == []
    assert read_project(left.project).origin is None


def changed(project: Path) -> None:
    work = read_project(project)
    write_project(project, Project(work.photo, (FaceState.of({LOOK: {"AU26": 2.0}}),)))


@pytest.mark.parametrize("what, said, kept", [
    (changed, "was changed since then", 2.0),
    (lambda project: project.unlink(), "is not there any more", None),
    (lambda project: project.parent.rename(project.parent.with_name("moved")), "is not there any more", None)],
    ids=["changed", "gone", "folder gone"])
def test_a_project_that_is_not_what_it_was_is_told_and_saving_asks(
        desk: Desk, left: Left, noted: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
        what: Callable[[Path], object], said: str, kept: float | None) -> None:
    elsewhere = tmp_path / f"elsewhere{SUFFIX}"
    asked = answering(monkeypatch, elsewhere)
    what(left.project)
    recover(desk, left)
    assert len(noted) == 1 and said in noted[0] and left.project.name in noted[0]
    assert desk.session.document.name == "anna" and "(read-only)" not in desk.window.windowTitle()
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.files.save()
    assert asked == [str(left.project)] and jaw(elsewhere) == 5.0
    assert (jaw(left.project) if left.project.exists() else None) == kept
    desk.session.document.set_controls({"AU26": 6.0}, "Jaw")
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.files.save()
    assert jaw(elsewhere) == 6.0 and len(asked) == 1  # it has its place now


def test_a_project_that_another_has_open_is_told_and_saving_asks(desk: Desk, left: Left, noted: list[str],
                                                                 monkeypatch: pytest.MonkeyPatch,
                                                                 tmp_path: Path) -> None:
    asked = answering(monkeypatch, tmp_path / f"elsewhere{SUFFIX}")
    theirs = lock_project(left.project)
    assert theirs is not None
    recover(desk, left)
    assert len(noted) == 1 and "is open in another Facewright" in noted[0]
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.files.save()
    assert len(asked) == 1 and jaw(left.project) == 1.0
    theirs.release()


def test_what_it_came_from_is_asked_again_when_it_changes_after_it_was_opened(
        desk: Desk, left: Left, monkeypatch: pytest.MonkeyPatch) -> None:
    recover(desk, left)
    changed(left.project)
    said: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        said.append(box.text())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    desk.window.files.save()
    desk.qtbot.waitUntil(lambda: bool(said))
    assert "changed by somebody else" in said[0] and jaw(left.project) == 2.0 and desk.session.document.dirty


def test_where_an_ordinary_project_says_it_came_from_is_not_believed(desk: Desk, left: Left) -> None:
    stranger = left.project.with_name(f"sent{SUFFIX}")
    stranger.write_bytes(left.snapshot.read_bytes())
    desk.open(stranger)
    assert desk.session.document.path == stranger


def test_the_first_save_begins_beside_the_photo(desk: Desk, photo: Path, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, tmp_path / "folder" / f"anna{SUFFIX}")
    (tmp_path / "folder").mkdir()
    for _ in range(2):  # also when another project was saved elsewhere before
        desk.open(photo)
        desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
        with desk.qtbot.waitSignal(desk.session.saved):
            desk.window.files.save()
    assert asked == [str(tmp_path / f"gray{SUFFIX}")] * 2


@pytest.mark.parametrize("where", ["beside", "pasted", "read-only folder"])
def test_what_saving_does_is_told_as_it_is(desk: Desk, photo: Path, where: str,
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    hints: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: hints.append(box.informativeText())
                        or QMessageBox.StandardButton.Cancel)
    if where == "read-only folder":
        monkeypatch.setattr(os, "access", lambda *_: False)
    if where == "pasted":
        with desk.qtbot.waitSignal(desk.session.photo_opened):
            desk.session.open_picture(IncomingPicture(photo.read_bytes(), "pasted.png"))
    else:
        desk.open(photo)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    assert not desk.window.files.may_close(lambda: None)
    (hint,) = hints
    assert ("beside the photo" in hint) == (where == "beside") and ("where you choose" in hint) == (where != "beside")


def test_a_name_that_is_no_text_and_one_that_no_file_has(tmp_path: Path) -> None:
    project = Project(EmbeddedPhoto("a.png", b"picture"))
    path = tmp_path / f"kept{SUFFIX}"
    stamp = Stamp((1, 2**63, 2**64 - 1), "0" * 64)
    odd = replace(project, origin=Origin(Path("/home/\udcff/a b%41.facewright"), stamp))
    write_project(path, odd)
    assert read_project(path) == odd
    never = replace(project, origin=Origin(Path("/a\0b"), Stamp((1, 2, 3), "")))
    path.write_bytes(encode_project(never))
    assert read_project(path).origin is None
