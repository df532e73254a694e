"""The frames of a document without any window: who holds them, what they wait for, how large they are."""


import pytest
from pytestqt.qtbot import QtBot

from engine.base.jobs import single
from engine.base.text import Text
from engine.render.request import Frame, Quality
from engine.systems import LOOK_CONTROLS
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.inversions import Inversions
from gui.model.live_preview import LivePreview
from tests.gui.fakes import FakeEngine, make_photo


@pytest.fixture
def document() -> ProjectDocument:
    return ProjectDocument(LOOK_CONTROLS)


@pytest.fixture
def preview(document: ProjectDocument, thread: EngineThread) -> LivePreview:
    return LivePreview(document, thread, Inversions(document, thread, thread), thread)


def final(preview: LivePreview, face: int = 0) -> Frame | None:
    frame = preview.frame(face)
    return frame if frame is not None and frame.quality is Quality.FINAL else None


def test_frames_are_there_for_whoever_shows_them(preview: LivePreview, document: ProjectDocument,
                                                 qtbot: QtBot) -> None:
    came: list[int] = []
    preview.frame_changed.connect(came.append)
    document.open_photo(make_photo())
    assert preview.frame(0) is None
    document.select(1)
    document.set_controls({"AU26": 4.0}, "Jaw")
    qtbot.waitUntil(lambda: final(preview, 1) is not None)
    assert set(came) == {1} and preview.frame(0) is None
    assert preview.frame(1).request.look == document.look(1)
    document.open_photo(make_photo(digest="b" * 64))
    assert preview.frame(1) is None


def test_what_cannot_move_is_known_before_anything_moves(preview: LivePreview, document: ProjectDocument,
                                                         monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    covered = Text("The mouth is covered: jaw and lip sliders show nothing there")
    monkeypatch.setattr(FakeEngine, "prepare", lambda _, photo, face: single(lambda: (covered,) if face == 0 else ()))
    told: list[int] = []
    preview.notes_changed.connect(told.append)
    document.open_photo(make_photo())
    qtbot.waitUntil(lambda: preview.notes(0) == (covered,))
    assert preview.frame(0) is None and told[-1] == 0
    document.select(1)
    qtbot.waitUntil(lambda: told[-1] == 1)
    assert preview.notes(1) == () and preview.notes(0) == (covered,)
    document.open_photo(make_photo(digest="b" * 64))
    assert preview.notes(0) == ()


def test_what_is_seen_larger_is_drawn_larger(preview: LivePreview, document: ProjectDocument, qtbot: QtBot) -> None:
    document.open_photo(make_photo())
    document.set_controls({"AU26": 4.0}, "Jaw")
    qtbot.waitUntil(lambda: final(preview) is not None)
    small = final(preview).request.size
    preview.set_view(4.0)
    qtbot.waitUntil(lambda: final(preview).request.size > small)
    preview.set_view(100.0)
    qtbot.waitUntil(lambda: final(preview).request.size == preview.final_limit)


def test_a_head_is_made_ready_to_turn_once_nobody_works(preview: LivePreview, document: ProjectDocument,
                                                        monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(FakeEngine, "prepare_turn", lambda _, *key: single(lambda: asked.append(key)))
    photo = make_photo()
    document.open_photo(photo)
    qtbot.waitUntil(lambda: asked == [(photo.id, 0)])
    document.select(1)
    qtbot.waitUntil(lambda: asked == [(photo.id, 0), (photo.id, 1)])
