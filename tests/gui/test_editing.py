"""The whole editor on a real portrait: real sliders, the real engine, judged by the pixels on the canvas."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.engine import Engine
from engine.models.store import ModelStore
from engine.project.face_state import LOOK
from gui.model.opening import SAMPLES
from tests.gui.desk import Desk, drag_slider, drop, slider_of

BROW = 105
"""MediaPipe's landmark on the subject's right brow."""


@pytest.fixture
def portrait(tmp_path: Path) -> Path:
    """The neutral sample at half its size: the same face in a quarter of the time."""
    picture = cv2.imread(str(SAMPLES / "neutral.jpg"))
    path = tmp_path / "portrait.png"
    cv2.imwrite(str(path), cv2.resize(picture, (512, 512), interpolation=cv2.INTER_AREA))
    return path


@pytest.fixture
def desk(model_store: ModelStore, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=lambda: Engine(model_store, gl="software"), size=(1000, 760))
    yield desk
    desk.close()


def test_a_smile_is_dragged_seen_undone_and_redone(desk: Desk, portrait: Path) -> None:
    desk.open(portrait)
    before = desk.whole
    photo = desk.session.document.photo
    assert photo is not None and np.array_equal(before, photo.picture.pixels)
    drag_slider(desk, "AU12", 40)
    desk.rest()
    after = desk.whole
    changed = (before != after).any(axis=2)
    landmarks = photo.faces[0].landmarks
    left, right = int(landmarks[61, 0]), int(landmarks[291, 0])
    mouth = changed[int(landmarks[0, 1]) : int(landmarks[17, 1]), left:right]
    assert mouth.mean() > 0.5
    forehead = slice(0, int(landmarks[BROW, 1]) - 30)
    assert np.abs(before[forehead].astype(int) - after[forehead]).mean() < 0.5  # a smile leaves the forehead alone
    moved = np.argwhere(changed)
    box = desk.window.canvas.frame(0)
    assert box is not None and moved[:, 1].min() >= box.box.x0 and moved[:, 1].max() < box.box.x1
    desk.window.actions_["undo"].trigger()
    desk.rest()
    assert np.array_equal(desk.whole, before)
    desk.window.actions_["redo"].trigger()
    desk.rest()
    assert np.array_equal(desk.whole, after)


def test_frames_keep_coming_while_the_hand_moves_and_end_final(desk: Desk, portrait: Path, qtbot: QtBot) -> None:
    desk.open(portrait)
    desk.session.document.set_controls({"AU26": 0.5}, "Jaw")
    desk.rest()
    seen: list[str] = []
    desk.session.thread_.frame_ready.connect(lambda frame: seen.append(frame.quality.value))
    document = desk.session.document
    document.begin_gesture("Jaw")
    for step in range(60):
        document.drag(LOOK, {"AU26": 0.5 + step / 10})
        qtbot.wait(15)
        assert desk.window.canvas.frame(0) is not None
    during = len(seen)
    document.end_gesture()
    desk.rest()
    assert during >= 5 and seen[-1] == "final" and document.undo_stack.count() == 2


def test_the_wipe_shows_the_edit_on_one_side_only(desk: Desk, portrait: Path) -> None:
    desk.open(portrait)
    before = desk.whole
    desk.session.document.set_controls({"AU26": 7.0}, "Jaw")
    desk.rest()
    after = desk.whole
    desk.window.actions_["wipe"].trigger()
    line = desk.window.canvas.wipe
    assert line is not None
    shown, middle = desk.whole, round(line * before.shape[1])
    assert np.array_equal(shown[100:240, : middle - 20], before[100:240, : middle - 20])
    assert np.array_equal(shown[280:450, : middle - 20], before[280:450, : middle - 20])
    right = shown[280:450, middle + 20 :].astype(int)
    assert np.abs(right - after[280:450, middle + 20 :]).max() <= 2  # clipping moves Qt's rounding a little
    assert np.abs(right - before[280:450, middle + 20 :]).max() > 60


def test_a_portrait_dropped_on_the_window_can_be_edited(desk: Desk, portrait: Path) -> None:
    drop(desk, portrait)
    assert slider_of(desk, "AU26").isEnabled()
    drag_slider(desk, "AU26", 30)
    desk.rest()
    frame = desk.window.canvas.frame(0)
    assert frame is not None and frame.patch is not None and desk.errors == []


def test_the_identity_meter_tells_after_the_hand_rests(desk: Desk, portrait: Path, qtbot: QtBot) -> None:
    desk.window.resize(1200, 760)  # in a narrow one it is in the bar's menu
    desk.open(portrait)
    desk.session.document.set_controls({"AU12": 8.0}, "Smile")
    qtbot.waitUntil(lambda: desk.window.viewer.bar.identity.isVisible(), timeout=60_000)
    distance = desk.session.meter.distance
    assert distance is not None and 0.0 < distance < 0.45
    assert f"{distance:.2f}" in desk.window.viewer.bar.identity.toolTip()
    desk.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not desk.window.viewer.bar.identity.isVisible())
