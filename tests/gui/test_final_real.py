"""The editor with the real engine and the real MagicFace, its networks tiny and random: what is drawn is noise, the
way it goes is the true one. Only the face parser is a stand-in."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.engine import Engine
from engine.expression.magicface.renderer import MagicFaceRenderer
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from gui.dialogs.export import ExportDialog
from gui.model.opening import SAMPLES
from tests.engine.expression.magicface.doubles import OvalParser
from tests.engine.networks.stand_ins import stand_in
from tests.gui.desk import Desk

LIVE, MAGICFACE = "live", "magicface"


def make_model() -> object:
    from engine.expression.magicface.model import MagicFace
    from engine.expression.magicface.random_weights import random_networks

    return MagicFace(random_networks(full=False))


class WithMagicFace(Engine):
    """An engine whose MagicFace needs no files."""

    def __init__(self, store: ModelStore) -> None:
        super().__init__(store, gl="software")
        drawn_by = MagicFaceRenderer(self.shared.zoo, stand_in("magicface", make_model),
                                     stand_in("face parser", lambda: OvalParser(120, 160, 14)))
        self.renderers._made[MAGICFACE] = drawn_by

    def lacking(self, renderer: str) -> EngineError | None:
        return None


@pytest.fixture
def desk(one_thread: None, model_store: ModelStore, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    QSettings().setValue("final/renderer", MAGICFACE)
    desk = Desk(qtbot, tmp_path, make=lambda: WithMagicFace(model_store), size=(1000, 760))
    desk.session.choice.change(MAGICFACE, {"steps": 2, "guidance": 1.0})  # even a tiny network takes a second a step
    yield desk
    desk.close()


def renderer_shown(desk: Desk) -> str:
    frame = desk.window.canvas.frame(0)
    return "" if frame is None else frame.request.rendering.renderer


def test_rest_see_change_undo_export(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "portrait.png"
    cv2.imwrite(str(path), cv2.resize(cv2.imread(str(SAMPLES / "neutral.jpg")), (512, 512)))
    desk.open(path)
    document = desk.session.document
    before = desk.whole
    document.set_controls({"AU12": 6.0}, "Smile")
    qtbot.waitUntil(lambda: bool(desk.session.final._drawing), timeout=60_000)
    (asked,) = desk.session.final._drawing.values()
    previews: list[object] = []
    asked.progress(lambda progress: previews.append(progress.preview))
    qtbot.waitUntil(lambda: any(preview is not None for preview in previews), timeout=180_000)
    with qtbot.waitSignal(asked.ticket.cancelled):
        document.set_controls({"AU26": 5.0}, "Jaw")
    desk.rest()
    assert renderer_shown(desk) == LIVE
    live = desk.whole
    assert (live != before).any()

    qtbot.waitUntil(lambda: renderer_shown(desk) == MAGICFACE, timeout=60_000)
    final = desk.whole
    changed = np.argwhere((final != before).any(axis=2))
    box = document.photo.faces[0].box
    assert (final != live).any() and desk.window.viewer.bar.words.text == "Final · MagicFace"
    assert abs(changed.mean(axis=0) - np.array(box.centre)[::-1]).max() < 40  # on the face, where the parser saw it
    assert (final[:30] == before[:30]).all()

    desk.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: renderer_shown(desk) == LIVE, timeout=60_000)
    desk.window.actions_["redo"].trigger()
    assert renderer_shown(desk) == MAGICFACE and np.array_equal(desk.whole, final)

    dialog = ExportDialog(document, desk.session.thread_, desk.window, desk.session.choice)
    dialog.open()
    assert dialog.renderer_box.renderer == MAGICFACE
    dialog.picture_path.setText(str(tmp_path / "out.png"))
    dialog.export()
    qtbot.waitUntil(lambda: not dialog.job.busy, timeout=60_000)
    assert dialog.report.text().startswith("✓ out.png"), dialog.report.text()
    dialog.close()
    written = read_picture(tmp_path / "out.png").pixels.astype(int)
    assert np.abs(written - final).max() <= 2  # Qt blends the patch a little differently
    assert desk.errors == []
