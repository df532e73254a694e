"""MagicFace's picture over the live one, with an engine whose diffusion is a flat blue."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.expression.magicface.background import MaskPolicy
from engine.expression.magicface.settings import SETTINGS, MagicFaceSettings
from engine.project.face_state import LOOK
from engine.render.request import Frame, Quality, RenderRequest
from gui.model.final_renderer_choice import FinalRendererChoice
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY, PAINT, FakeEngine

LIVE, MAGICFACE = "live", "magicface"
BLUE = (10, 30, 220)
STEPS = 4


class Diffuser(FakeEngine):
    """Draws in STEPS steps on a thread of their own; `hold` stops it in the middle of a step."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: tuple[Text, ...] = ()
        self.missing: EngineError | None = None
        self.drawn: list[tuple[RenderRequest, MagicFaceSettings]] = []
        self.in_step, self.hold = threading.Event(), threading.Event()
        self.hold.set()
        self.trouble: EngineError | None = None

    def lacking(self, renderer: str) -> EngineError | None:
        if renderer == MAGICFACE:
            return self.missing
        return EngineError(Text("no generator")) if renderer != LIVE else None

    def draw(self, request: RenderRequest) -> Job[Frame]:
        if request.rendering.renderer == LIVE:
            return super().draw(request)
        self.drawn.append((request, MagicFaceSettings.of(request.rendering.settings)))
        return on_thread(self._steps(request))

    def _steps(self, request: RenderRequest) -> Job[Frame]:
        for step in range(STEPS):
            self.in_step.set()
            self.hold.wait(10)
            yield Progress(step + 1, STEPS, "drawing", np.full((8, 8, 3), 50 * step, np.uint8))
        if self.trouble is not None:
            raise self.trouble
        frame = self.render(request)
        self.rendered.remove(request)
        assert frame.patch is not None
        frame.patch[...] = (*BLUE, 255)
        return Frame(request, frame.patch, frame.box, 12_345.6, self.notes)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    QSettings().setValue("final/renderer", MAGICFACE)
    desk = Desk(qtbot, tmp_path, make=Diffuser)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    desk.session.final._rest.setInterval(60)
    qtbot.waitUntil(lambda: desk.session.choice.looked)
    yield desk
    desk.engine.hold.set()
    desk.close()


def set_jaw(desk: Desk, value: float) -> None:
    desk.session.document.set_controls({"AU26": value}, "Jaw")


def shown(desk: Desk, face: int = 0) -> tuple[str, float]:
    """Who drew the frame on the canvas, and the jaw it shows."""
    frame = desk.window.canvas.frame(face)
    return ("", 0.0) if frame is None else (frame.request.rendering.renderer, frame.request.look.get("AU26", 0.0))


def wait_for(desk: Desk, renderer: str, jaw: float, face: int = 0) -> None:
    desk.qtbot.waitUntil(lambda: shown(desk, face) == (renderer, jaw), timeout=10_000)


def colour(desk: Desk) -> tuple[int, ...]:
    return tuple(desk.shown[130, 90])


def held(desk: Desk, jaw: float) -> None:
    """MagicFace is in the middle of a step of this jaw, the live picture on the canvas."""
    desk.engine.hold.clear()
    desk.engine.in_step.clear()
    set_jaw(desk, jaw)
    desk.qtbot.waitUntil(lambda: desk.engine.in_step.is_set())
    wait_for(desk, LIVE, jaw)


# ---- rest the hand

def test_the_final_picture_comes_over_the_live_one(desk: Desk) -> None:
    canvas = desk.window.canvas
    held(desk, 4.0)
    desk.qtbot.waitUntil(lambda: canvas.frame(0).quality is Quality.FINAL)
    assert colour(desk) == PAINT and desk.window.viewer.bar.words.text == "Draft"
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 4.0)
    assert colour(desk) == BLUE
    assert desk.window.viewer.bar.words.text == "Final · MagicFace"
    (request, settings), = desk.engine.drawn
    assert request.quality is Quality.FINAL and request.size == desk.session.preview.final_limit
    assert settings == MagicFaceSettings()
    canvas.zoom_by(2.0)
    desk.qtbot.wait(300)  # another zoom asks for no other picture, live or not
    assert shown(desk) == (MAGICFACE, 4.0) and len(desk.engine.drawn) == 1


def test_a_change_stops_it_in_the_middle_of_a_step(desk: Desk) -> None:
    held(desk, 4.0)
    (asked,) = desk.session.final._drawing.values()
    with desk.qtbot.waitSignal(asked.ticket.cancelled):  # the step is still held: nobody waits for it
        set_jaw(desk, 5.0)
    wait_for(desk, LIVE, 5.0)
    assert not desk.engine.hold.is_set() and colour(desk) == PAINT
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 5.0)
    assert [request.look["AU26"] for request, _ in desk.engine.drawn] == [4.0, 5.0]


def test_while_the_hand_moves_the_puppet_answers_and_nothing_blanks(desk: Desk) -> None:
    set_jaw(desk, 2.0)
    wait_for(desk, MAGICFACE, 2.0)
    document = desk.session.document
    document.begin_gesture("Jaw")
    for step in range(30):
        document.drag(LOOK, {"AU26": 2.0 + step / 10})
        desk.qtbot.wait(8)
        frame = desk.window.canvas.frame(0)
        assert frame is not None and frame.patch is not None
    desk.qtbot.wait(150)  # a hand that holds still has not let go
    assert shown(desk)[0] == LIVE and len(desk.engine.drawn) == 1
    document.drag(LOOK, {"AU26": 2.0})
    wait_for(desk, LIVE, 2.0)  # passing what was drawn before does not make the picture jump
    document.drag(LOOK, {"AU26": 4.9})
    document.end_gesture()
    wait_for(desk, MAGICFACE, 4.9)


def test_undo_and_redo_show_at_once_what_was_drawn(desk: Desk) -> None:
    for jaw in (3.0, 6.0):
        set_jaw(desk, jaw)
        wait_for(desk, MAGICFACE, jaw)
    for action, jaw in (("undo", 3.0), ("redo", 6.0), ("undo", 3.0)):
        desk.window.actions_[action].trigger()
        assert shown(desk) == (MAGICFACE, jaw)
    desk.qtbot.wait(300)  # neither a late live frame nor another job takes its place
    assert shown(desk) == (MAGICFACE, 3.0) and len(desk.engine.drawn) == 2
    desk.window.actions_["undo"].trigger()
    desk.qtbot.waitUntil(lambda: colour(desk) == (GRAY,) * 3)


def test_each_face_has_its_own(desk: Desk) -> None:
    held(desk, 4.0)
    document = desk.session.document
    document.select(1)
    set_jaw(desk, 6.0)  # another face: the first one's picture goes on
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 4.0)
    wait_for(desk, MAGICFACE, 6.0, face=1)
    assert len(desk.engine.drawn) == 2


# ---- when it does not draw

def test_a_look_it_cannot_follow_keeps_the_live_picture(desk: Desk) -> None:
    desk.session.document.set_controls({"AU26": 3.0, "cheekPuff": 0.5}, "Puff")
    desk.rest()
    desk.qtbot.wait(200)
    assert desk.engine.drawn == [] and shown(desk) == (LIVE, 3.0)
    assert desk.window.viewer.bar.words.text == "Final · MagicFace cannot follow Cheek puff"
    desk.session.document.set_look(desk.session.document.look().changed(
        desk.session.document.table, {"cheekPuff": 0.0, "AU12L": 3.0}), "Uneven")
    desk.rest()
    assert desk.window.viewer.bar.words.text.endswith("MagicFace moves both sides alike: Lip corner puller")
    assert desk.errors == [] and desk.engine.drawn == []


def test_stopped_by_hand_it_waits_for_the_next_change(desk: Desk) -> None:
    held(desk, 4.0)
    bar = desk.window.viewer.bar
    desk.qtbot.waitUntil(lambda: bar.sign.text.startswith("MagicFace") and bar.cancel.isVisible())
    QTest.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert not bar.cancel.isEnabled()
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)
    desk.engine.hold.set()
    desk.qtbot.waitUntil(lambda: not bar.progress.isVisible())
    assert len(desk.engine.drawn) == 1 and desk.window.viewer.bar.words.text == "Final"
    choice = desk.session.choice
    choice.change(MAGICFACE, {"steps": 20, "mask": 1})
    wait_for(desk, MAGICFACE, 4.0)
    assert desk.engine.drawn[-1][1] == MagicFaceSettings(steps=20, mask=MaskPolicy.FACE)


def test_a_failure_is_told_once_and_the_live_picture_stays(desk: Desk) -> None:
    desk.engine.trouble = EngineError(Text("the face parser sees no face there"), Text("use a sharper picture"))
    set_jaw(desk, 4.0)
    desk.qtbot.waitUntil(lambda: len(desk.errors) == 1)
    desk.qtbot.wait(200)
    assert shown(desk) == (LIVE, 4.0) and len(desk.engine.drawn) == 1 and len(desk.errors) == 1
    assert desk.window.notice.text.text() == "The face parser sees no face there"


def test_what_the_renderer_remarks_is_shown(desk: Desk) -> None:
    desk.engine.notes = (Text("memory was short: it took longer"),)
    set_jaw(desk, 4.0)
    wait_for(desk, MAGICFACE, 4.0)
    assert desk.window.viewer.bar.state.text == "Memory was short: it took longer"
    assert desk.window.viewer.bar.renderer.panel.notes.text() == "Memory was short: it took longer"


def test_settings_and_renderer_take_effect_at_once(desk: Desk) -> None:
    set_jaw(desk, 4.0)
    wait_for(desk, MAGICFACE, 4.0)
    panel = desk.window.viewer.bar.renderer.panel
    panel.radios[LIVE].click()
    wait_for(desk, LIVE, 4.0)
    assert panel.forms[MAGICFACE].isHidden() and desk.window.viewer.bar.renderer.text() == "Live puppet"
    panel.radios[MAGICFACE].click()
    assert shown(desk) == (MAGICFACE, 4.0)  # drawn before
    seed = panel.forms[MAGICFACE].fields["seed"]
    seed.setText("7")
    seed.editingFinished.emit()
    wait_for(desk, LIVE, 4.0)
    desk.qtbot.waitUntil(lambda: len(desk.engine.drawn) == 2)
    wait_for(desk, MAGICFACE, 4.0)
    assert desk.engine.drawn[-1][1].seed == 7
    again = FinalRendererChoice(desk.session.thread_, desk.session)
    assert again.rendering(MAGICFACE).settings == Look((("seed", 7.0),))


def test_another_theme_keeps_the_pictures_and_lets_the_job_go_on(desk: Desk) -> None:
    set_jaw(desk, 4.0)
    wait_for(desk, MAGICFACE, 4.0)
    held(desk, 5.0)
    desk.window.theme_chosen.emit("light")
    old = desk.window
    desk.qtbot.waitUntil(lambda: desk.window is not old)
    assert desk.session.thread_.busy and shown(desk) == (LIVE, 5.0)
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 5.0)
    desk.window.actions_["undo"].trigger()
    wait_for(desk, MAGICFACE, 4.0)
    assert len(desk.engine.drawn) == 2


# ---- what is said meanwhile

def test_the_viewer_bar_counts_steps_and_shows_the_picture_so_far(desk: Desk) -> None:
    bar = desk.window.viewer.bar
    desk.session.choice.change(MAGICFACE, {"steps": STEPS})
    held(desk, 4.0)
    desk.qtbot.waitUntil(bar.progress.isVisible)
    seen: list[tuple[str, str, float | None]] = []
    desk.session.thread_.job_progress.connect(
        lambda ticket, progress: seen.append((bar.state.text, bar.picture.toolTip(), bar.progress.fraction)))
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 4.0)
    text, picture, value = seen[-1]
    assert text == f"MagicFace · drawing {STEPS}/{STEPS}" and "base64" in picture and value == 1.0
    desk.qtbot.waitUntil(lambda: not bar.progress.isVisible())
    assert bar.state.text == "Final · MagicFace" and bar.picture.isHidden() and not bar.cancel.isVisible()


def test_saving_goes_before_it(desk: Desk, tmp_path: Path) -> None:
    held(desk, 4.0)
    with desk.qtbot.waitSignal(desk.session.saved):
        desk.session.save(tmp_path / "work.facewright")
    assert not desk.engine.hold.is_set() and desk.session.thread_.busy
    bar = desk.window.viewer.bar
    desk.qtbot.waitUntil(lambda: bar.sign.text.startswith("MagicFace"))  # it came back to it
    desk.engine.hold.set()
    wait_for(desk, MAGICFACE, 4.0)


# ---- without it

def test_without_its_weights_it_is_grey_and_says_how_to_get_them(desk: Desk) -> None:
    desk.engine.missing = EngineError("the model magicface is not on this machine", "get it with `facewright models")
    window = desk.window
    window.viewer.bar.renderer.open()
    desk.qtbot.waitUntil(lambda: desk.session.choice.lacking(MAGICFACE) is not None)
    panel = window.viewer.bar.renderer.panel
    assert not panel.radios[MAGICFACE].isEnabled() and panel.forms[MAGICFACE].isHidden() and panel.models.isVisible()
    assert "get it with" in panel.radios[MAGICFACE].toolTip() and "get it with" in panel.lacking[MAGICFACE].text()
    assert "not on this machine" in window.viewer.bar.renderer.toolTip()
    set_jaw(desk, 4.0)
    desk.rest()
    desk.qtbot.wait(200)
    assert desk.engine.drawn == [] and window.viewer.bar.words.text == "Final"
    desk.engine.missing = None
    desk.session.choice.check()
    wait_for(desk, MAGICFACE, 4.0)
    panel.hide()


@pytest.mark.parametrize("stored", ["x", "-1", None, ["1"], "1e400"])
def test_a_broken_setting_is_the_usual_one(desk: Desk, stored: object) -> None:
    names = [control.id for control in SETTINGS]
    for name in ("renderer", *names, *(f"{MAGICFACE}/{name}" for name in names)):
        QSettings().setValue(f"final/{name}", stored)
    choice = FinalRendererChoice(desk.session.thread_, desk.session)
    assert choice.rendering(MAGICFACE).settings == Look() and choice.renderer == LIVE
