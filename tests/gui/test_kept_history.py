"""A reopened project goes back and forth through its steps, in words and pictures; its tile shows what it was."""

import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.project.face_state import rig_namespace
from engine.project.history import PART
from engine.project.project import SUFFIX, EmbeddedPhoto, Part, Project
from engine.project.project_file import read_project, write_project
from gui.model import history_pictures
from gui.model.face_picture import face_picture
from gui.model.recent import thumbnail
from gui.panels.history import PICTURE
from gui.style.theme import tokens
from gui.words import language
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY, PAINT, FakeEngine


class Engine(FakeEngine):
    """Draws a look's thumbnail as bright as its jaw is open, and counts them."""

    drawn: list[Look] = []

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        yield Progress(0, len(looks))
        for number, look in enumerate(looks):
            self.drawn.append(look)
            shade = 20 * round(look.get("AU26", 0.0))
            yield Progress(number + 1, len(looks), "", np.full((size, size, 3), shade, np.uint8))
        return []


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, photo: Path) -> Iterator[Desk]:
    Engine.drawn.clear()
    desk = Desk(qtbot, tmp_path, make=Engine)
    desk.open(photo)
    yield desk
    desk.close()


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Path:
    """Four steps, of which the last is undone."""
    document = desk.session.document
    document.set_controls({"AU26": 2.0}, "Jaw drop")
    document.set_values(rig_namespace("face-nn"), {"forehead.width": 0.9}, "Forehead, width")
    document.set_look(Look(), Text("Reset the face"))
    document.set_controls({"AU26": 5.0}, "Jaw drop")
    document.undo()
    path = tmp_path / f"work{SUFFIX}"
    save(desk, path)
    return path


def save(desk: Desk, path: Path) -> None:
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(path)


def words(desk: Desk) -> list[str]:
    stack = desk.session.document.undo_stack
    return [stack.text(index) for index in range(stack.count())]


def test_a_reopened_project_goes_back_and_forth(desk: Desk, project: Path, photo: Path) -> None:
    document, told = desk.session.document, words(desk)
    desk.open(photo)
    assert words(desk) == [] and not document.undo_stack.canUndo()
    desk.open(project)
    assert words(desk) == told and len(told) == 4
    assert not document.dirty and document.look() == Look() and document.undo_stack.isClean()
    document.redo()
    assert dict(document.look()) == {"AU26": 5.0} and document.dirty
    for expected in ({}, {"AU26": 2.0}, {"AU26": 2.0}, {}):
        document.undo()
        assert dict(document.look()) == expected
    assert document.values(rig_namespace("face-nn")) == {} and not document.undo_stack.canUndo()
    document.undo_stack.setIndex(3)
    assert not document.dirty  # as it is on the disk
    document.set_controls({"AU26": 1.0}, "Jaw drop")
    save(desk, project)
    desk.open(project)
    assert len(words(desk)) == 4 and words(desk)[:3] == told[:3]


def test_steps_are_told_in_the_language_of_the_window_that_opens_them(desk: Desk, project: Path) -> None:
    language.install_language("zh_CN")
    try:
        desk.open(project)
        jaw, rig, reset, _ = words(desk)
        assert jaw.startswith("张嘴 +2.0") and reset.startswith(language.translated("engine", "Reset the face"))
        assert "Forehead" not in rig
    finally:
        language.remove_language()
        QLocale.setDefault(QLocale.c())


def changed_by_an_older_version(path: Path) -> None:
    work = read_project(path)
    state = work.faces[0].with_values("look", {"AU26": 4.0})
    write_project(path, replace(work, faces=(state, *work.faces[1:])))


def damaged(path: Path) -> None:
    write_project(path, replace(read_project(path), parts=(Part(PART, b"\xff"),)))


@pytest.mark.parametrize("what", [changed_by_an_older_version, damaged])
def test_a_history_that_cannot_be_used_is_dropped_with_a_word(desk: Desk, project: Path, what,  # noqa: ANN001
                                                              photo: Path) -> None:
    notes: list[str] = []
    desk.session.noted.connect(notes.append)
    what(project)
    desk.open(photo)
    desk.open(project)
    document = desk.session.document
    assert words(desk) == [] and len(notes) == 1 and "begins anew" in notes[0] and desk.errors == []
    assert document.path == project and not document.dirty
    document.set_controls({"AU26": 1.0}, "Jaw drop")
    save(desk, project)
    notes.clear()
    desk.open(project)
    assert len(words(desk)) == 1 and notes == []


def test_recovered_work_has_its_history_and_counts_as_unsaved(desk: Desk, project: Path, tmp_path: Path) -> None:
    document = desk.session.document
    document.set_controls({"AU26": 3.0}, "Jaw drop")
    desk.session.autosave.save_now()
    (kept,) = (tmp_path / "recovery").glob(f"*{SUFFIX}")
    left = kept.with_name(f"left{SUFFIX}")
    left.write_bytes(kept.read_bytes())
    told = words(desk)
    (snapshot,) = desk.session.abandoned()
    with desk.qtbot.waitSignal(desk.session.photo_opened):
        desk.session.recover(snapshot)
    assert words(desk) == told and document.dirty
    document.undo()
    assert document.look() == Look() and document.dirty  # it was never saved as it is here


def shade(desk: Desk, row: int) -> int | None:
    """The middle of a step's picture."""
    picture = desk.session.history_pictures.picture(row)
    return None if picture is None else picture.pixelColor(picture.width() // 2, picture.height() // 2).red()


def test_pictures_of_steps_are_drawn_frames_and_are_drawn_again_when_reopened(desk: Desk, project: Path,
                                                                              photo: Path) -> None:
    document = desk.session.document
    document.redo()
    desk.qtbot.waitUntil(lambda: shade(desk, 4) == PAINT[0])  # the frame on the canvas
    before = list(Engine.drawn)
    assert Look((("AU26", 5.0),)) not in before
    document.undo()
    save(desk, project)
    desk.open(photo)
    desk.open(project)
    desk.qtbot.waitUntil(lambda: [shade(desk, row) for row in range(5)] == [0, 40, 40, 0, 100])
    after = Engine.drawn[len(before):]
    assert len(after) == len(set(after))  # each once
    desk.window.actions_["history"].setChecked(True)
    desk.qtbot.waitUntil(lambda: desk.window.history.isVisible())
    view = desk.window.history.view
    box = view.visualRect(view.model().index(4, 0))
    image = desk.window.history.grab().toImage()
    at, middle = image.devicePixelRatio(), view.viewport().mapTo(desk.window.history, box.center())
    seen = image.pixelColor(round(middle.x() * at), round((middle.y() - PICTURE // 2) * at))
    paper = QColor(tokens().panel).red()
    assert abs(seen.red() - (100 * 0.4 + paper * 0.6)) <= 2  # undone, and so paler


class Broken(Engine):
    """Cannot draw an open jaw, and of a closed one says nothing."""

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        self.drawn.extend(looks)
        yield Progress(0, len(looks))
        if any(len(look) for look in looks):
            raise EngineError("no jaw")
        return []


def test_a_step_that_cannot_be_drawn_is_told_once_and_not_asked_for_again(qtbot: QtBot, tmp_path: Path, photo: Path,
                                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_pictures, "_AT_ONCE", 1)
    monkeypatch.setattr(history_pictures, "REST_MS", 1)
    Engine.drawn.clear()
    desk = Desk(qtbot, tmp_path, make=Broken)
    try:
        desk.open(photo)
        document, pictures = desk.session.document, desk.session.history_pictures
        for value in (1.0, 2.0, 0.0, 3.0):
            document.set_controls({"AU26": value}, Text("Jaw drop"))
            document.clock = lambda more=value: 1000.0 * more  # each a step of its own
        for row in range(document.undo_stack.count() + 1):
            pictures.picture(row)
        qtbot.waitUntil(lambda: {look.get("AU26", 0.0) for look in Engine.drawn} >= {0.0, 1.0, 2.0})
        for _ in range(4):
            with qtbot.waitSignal(pictures._rest.timeout):
                pictures._rest.start()
            qtbot.waitUntil(lambda: pictures._drawing is not None and not pictures._drawing.active)
        assert len(Engine.drawn) == len(set(Engine.drawn))
        assert [error.message for error in desk.errors] == ["no jaw"]
    finally:
        desk.close()


def test_what_nobody_looks_at_is_not_made_and_nothing_is_on_the_windows_thread(
        desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[threading.Thread] = []

    def made(*what) -> QImage:  # noqa: ANN002
        threads.append(threading.current_thread())
        return face_picture(*what)

    monkeypatch.setattr(history_pictures, "face_picture", made)
    document, pictures = desk.session.document, desk.session.history_pictures
    desk.window.actions_["history"].setChecked(False)
    document.set_controls({"AU26": 5.0}, "Jaw drop")
    desk.rest()
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)
    assert threads == []
    assert pictures.picture(1) is None
    desk.qtbot.waitUntil(lambda: shade(desk, 1) == PAINT[0])
    assert len(threads) == 1 and threads[0] is not threading.current_thread()


def test_the_tile_of_a_project_shows_the_face_as_it_was_saved(desk: Desk, tmp_path: Path, photo: Path) -> None:
    path = tmp_path / f"work{SUFFIX}"
    document = desk.session.document
    document.set_controls({"AU26": 5.0}, "Jaw drop")
    desk.rest()
    save(desk, path)

    def middle(of: Path) -> tuple[int, ...]:
        picture = thumbnail(of)
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).getRgb()[:3]

    assert middle(path) == PAINT
    desk.qtbot.waitUntil(lambda: not thumbnail(photo).isNull())
    assert middle(photo) == (GRAY,) * 3
    desk.open(photo)
    desk.open(path)  # opening it leaves the picture as it is
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)
    assert middle(path) == PAINT


def test_the_tile_of_a_project_that_was_replaced_is_made_anew(desk: Desk, tmp_path: Path, photo: Path) -> None:
    path, data = tmp_path / f"work{SUFFIX}", cv2.imencode(".png", np.full((300, 400, 3), 200, np.uint8))[1].tobytes()
    save(desk, path)
    desk.open(photo)
    write_project(path, Project(EmbeddedPhoto("other.png", data)))
    later = path.stat().st_mtime_ns + 3600 * 10**9
    os.utime(path, ns=(later, later))
    desk.open(path)
    desk.qtbot.waitUntil(lambda: not thumbnail(path).isNull() and thumbnail(path).pixelColor(96, 96).red() == 200)
