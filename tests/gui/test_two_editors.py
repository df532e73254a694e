"""Two editors on one project: the second is told, and the last one to save never wins unseen."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.project.project import SUFFIX, Project
from engine.project.project_file import read_project, write_project, write_stamped
from engine.project.stamp import Stamp
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY

Button = QMessageBox.StandardButton


class Answers:
    """Answers the window's questions in turn, and keeps what they said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.answers: list[Button] = []
        monkeypatch.setattr(QMessageBox, "exec", lambda box: self._answer(box))

    def _answer(self, box: QMessageBox) -> Button:
        self.asked.append(box.text())
        return self.answers.pop(0)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Makes editors; each with recovery of its own."""
    desks: list[Desk] = []

    def make() -> Desk:
        folder = tmp_path / f"editor{len(desks)}"
        folder.mkdir()
        desks.append(Desk(qtbot, folder))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".lock")] == []


@pytest.fixture
def project(tmp_path: Path, new: Callable[[], Desk]) -> Path:
    """A saved project in which the jaw is at 1."""
    photo, path = tmp_path / "gray.png", tmp_path / f"work{SUFFIX}"
    cv2.imwrite(str(photo), np.full((300, 400, 3), GRAY, np.uint8))
    desk = new()
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 1.0}, "Jaw")
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(path)
    desk.session.close_photo()
    desk.qtbot.waitUntil(lambda: not list(path.parent.glob(".*.lock")))
    return path


def jaw(path: Path) -> object:
    return dict(read_project(path).faces[0].look)["AU26"]


def save(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.window.files.save()


def ask_to_open(desk: Desk, path: Path, answers: Answers, answer: Button) -> None:
    answers.answers.append(answer)
    desk.window.files.open(path)
    desk.qtbot.waitUntil(lambda: not answers.answers)
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)


def test_the_second_is_told_and_can_look_or_leave(new: Callable[[], Desk], project: Path, answers: Answers,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = new(), new()
    first.open(project)
    ask_to_open(second, project, answers, Button.Cancel)
    assert f"“{project.name}” is open in another Facewright: " in answers.asked[0] and "@" in answers.asked[0]
    assert second.session.document.photo is None
    ask_to_open(second, project, answers, Button.Open)
    document = second.session.document
    assert document.control("AU26") == 1.0 and "(read-only)" in second.window.windowTitle()
    document.set_controls({"AU26": 3.0}, "Jaw")
    other = project.with_name(f"other{SUFFIX}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    save(second)
    assert (jaw(project), jaw(other)) == (1.0, 3.0) and "(read-only)" not in second.window.windowTitle()
    first.session.document.set_controls({"AU26": 2.0}, "Jaw")
    save(first)
    assert jaw(project) == 2.0 and len(answers.asked) == 2


@pytest.mark.parametrize("answer, now, other", [(Button.Cancel, 3.0, None), (Button.Yes, 2.0, None),
                                                (Button.Save, 3.0, 2.0)])
def test_who_was_taken_over_from_is_told_when_saving(new: Callable[[], Desk], project: Path, answers: Answers,
                                                     answer: Button, now: float, other: float | None,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = new(), new()
    first.open(project)
    ask_to_open(second, project, answers, Button.Retry)
    second.session.document.set_controls({"AU26": 3.0}, "Jaw")
    save(second)
    first.session.document.set_controls({"AU26": 2.0}, "Jaw")
    elsewhere = project.with_name(f"other{SUFFIX}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    answers.answers.append(answer)
    first.window.files.save()
    first.qtbot.waitUntil(lambda: not answers.answers)
    first.qtbot.waitUntil(lambda: not first.session.thread_.busy)
    assert len(answers.asked) == 2 and jaw(project) == now
    assert first.session.document.dirty is (answer == Button.Cancel)
    assert (jaw(elsewhere) if elsewhere.exists() else None) == other


def test_a_project_that_changed_on_the_disk_is_noticed(new: Callable[[], Desk], project: Path,
                                                       answers: Answers) -> None:
    desk = new()
    desk.open(project)
    document = desk.session.document
    document.set_controls({"AU26": 2.0}, "Jaw")
    copy = project.read_bytes()
    os.utime(project, ns=(1, 1))
    project.write_bytes(copy)  # touched and copied back: it is what it was
    save(desk)
    assert jaw(project) == 2.0 and answers.asked == []
    theirs = document.project()
    assert theirs is not None
    document.set_controls({"AU26": 4.0}, "Jaw")
    newest = document.project()
    assert newest is not None
    write_project(project, newest)  # a colleague's, over the network
    document.set_controls({"AU26": 5.0}, "Jaw")
    answers.answers.append(Button.Cancel)
    desk.window.files.save()
    desk.qtbot.waitUntil(lambda: not answers.answers)
    assert "changed by somebody else" in answers.asked[0] and jaw(project) == 4.0 and document.dirty
    answers.answers.append(Button.Yes)
    save(desk)
    assert jaw(project) == 5.0 and not document.dirty
    document.set_controls({"AU26": 6.0}, "Jaw")
    project.unlink()  # there is nothing that could be lost
    save(desk)
    assert jaw(project) == 6.0 and len(answers.asked) == 2


def test_saving_over_a_project_that_another_has_open_is_asked_about(new: Callable[[], Desk], project: Path,
                                                                    answers: Answers,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = new(), new()
    first.open(project)
    second.open(project.with_name("gray.png"))
    second.session.document.set_controls({"AU26": 7.0}, "Jaw")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(project), ""))
    answers.answers.append(Button.Cancel)
    second.window.files.save()
    second.qtbot.waitUntil(lambda: not answers.answers)
    assert "is open in another Facewright" in answers.asked[0] and jaw(project) == 1.0
    assert second.session.document.dirty


def test_closing_waits_for_the_answer(new: Callable[[], Desk], project: Path, answers: Answers) -> None:
    desk = new()
    desk.open(project)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    newest = desk.session.document.project()
    assert newest is not None
    write_project(project, newest)
    desk.session.document.set_controls({"AU26": 3.0}, "Jaw")
    answers.answers += [Button.Save, Button.Yes]  # save before closing; replace
    desk.window.close()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert jaw(project) == 3.0


def test_what_is_opened_again_or_given_up_is_let_go_of(new: Callable[[], Desk], project: Path,
                                                       answers: Answers) -> None:
    first, second = new(), new()
    for _ in range(2):
        first.open(project)  # again by itself: nobody is asked
    first.open(project.with_name("gray.png"))
    first.qtbot.waitUntil(lambda: not list(project.parent.glob(".*.lock")))
    second.open(project)
    assert answers.asked == [] and second.session.document.control("AU26") == 1.0


def test_what_was_still_being_saved_when_other_work_was_opened_is_not_where_that_is_saved(
        new: Callable[[], Desk], project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, go_on, written = new(), threading.Event(), threading.Event()

    def slowly(path: Path, project: Project) -> Stamp:
        go_on.wait(60)
        try:
            return write_stamped(path, project)
        finally:
            written.set()

    desk.open(project)
    monkeypatch.setattr("gui.model.opening.write_stamped", slowly)
    copy = tmp_path / f"copy{SUFFIX}"
    with desk.qtbot.waitSignal(desk.session.message):
        desk.session.save(copy)
        with desk.qtbot.waitSignal(desk.session.photo_opened):
            desk.session.open(tmp_path / "gray.png")
        go_on.set()
        assert written.wait(60)
    assert jaw(copy) == 1.0 and desk.session.document.path is None
    desk.qtbot.waitUntil(lambda: not list(tmp_path.glob(".*.lock")))


def test_a_save_in_line_is_not_told_that_its_own_project_is_in_use(new: Callable[[], Desk], project: Path,
                                                                   answers: Answers, tmp_path: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Two saves are asked for, and other work is opened, then the same again, before the first is written."""
    desk, go_on, written = new(), threading.Event(), []

    def slowly(path: Path, project: Project) -> Stamp:
        go_on.wait(60)
        written.append(dict(project.faces[0].look)["AU26"])
        return write_stamped(path, project)

    desk.open(project)
    monkeypatch.setattr("gui.model.opening.write_stamped", slowly)
    for value in (2.0, 3.0):
        desk.session.document.set_controls({"AU26": value}, "Jaw")
        desk.session.save(project)
    for other in (tmp_path / "gray.png", project, tmp_path / "gray.png"):
        with desk.qtbot.waitSignal(desk.session.photo_opened):
            desk.session.open(other)
    go_on.set()
    desk.qtbot.waitUntil(lambda: len(written) == 2 and not desk.session.thread_.busy)
    assert written == [2.0, 3.0] and jaw(project) == 3.0
    assert answers.asked == [] and desk.errors == []
    assert desk.session.document.path is None
    desk.qtbot.waitUntil(lambda: not list(tmp_path.glob(".*.lock")))
