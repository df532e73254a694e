"""The editor with the real engine and a generator of a few lines: knob, search, picture, undo, export, project."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.engine import Engine
from engine.models.store import ModelStore
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import read_picture
from gui.dialogs.export import ExportDialog
from gui.model.opening import SAMPLES
from tests.engine.attributes.test_on_photo import Latents, blue_in
from tests.gui.desk import Desk

SMILE = "attribute.smile"


class Drawing(Latents):
    """The more it should smile, the larger a blue disc it paints at the mouth."""

    def drawn(self, photo: OpenPhoto, face: int, size: int) -> np.ndarray:
        assert self.found is not None
        return self.draw(self.found.code, size)


class WithGenerator(Engine):
    """An engine whose generator needs no files."""

    def __init__(self, store: ModelStore) -> None:
        self.latents = Drawing()
        super().__init__(store, gl="none", latents=lambda _: self.latents, parser=lambda _: None)  # type: ignore


@pytest.fixture
def desk(model_store: ModelStore, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=lambda: WithGenerator(model_store), size=(1000, 760))
    pixels = cv2.imread(str(SAMPLES / "neutral.jpg"))
    cv2.imwrite(str(tmp_path / "portrait.png"), cv2.resize(pixels, (360, 360)))
    desk.open(tmp_path / "portrait.png")
    desk.window.tabs.setCurrentWidget(desk.attributes)
    yield desk
    desk.close()


def test_turn_find_see_undo_save_and_export(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    document, inversions = desk.session.document, desk.session.inversions
    qtbot.waitUntil(lambda: inversions.face(0).source is not None, timeout=60_000)
    before = desk.whole
    assert blue_in(before) == 0 and inversions.face(0).inversion is None
    document.set_controls({SMILE: 2.0}, "Smile")
    desk.rest()
    assert inversions.face(0).inversion is not None
    smiling = desk.whole
    assert blue_in(smiling) > 60 and (smiling[:30] == before[:30]).all()

    document.set_controls({SMILE: 3.0}, "Smile")
    desk.rest()
    assert blue_in(desk.whole) > 1.3 * blue_in(smiling)
    desk.window.actions_["undo"].trigger()
    desk.rest()
    assert np.array_equal(desk.whole, smiling)

    dialog = ExportDialog(document, desk.session.thread_, desk.window, desk.session.choice)
    dialog.open()
    dialog.picture_path.setText(str(tmp_path / "out.png"))
    dialog.export()
    qtbot.waitUntil(lambda: not dialog.job.busy, timeout=60_000)
    assert dialog.report.text().startswith("✓ out.png"), dialog.report.text()
    dialog.close()
    written = read_picture(tmp_path / "out.png").pixels
    assert abs(blue_in(written) - blue_in(smiling)) < 0.2 * blue_in(smiling)

    with qtbot.waitSignal(desk.session.saved, timeout=60_000):
        desk.session.save(tmp_path / "work.facewright")
    desk.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: np.array_equal(desk.whole, before), timeout=60_000)  # zero is the photo itself
    desk.window.actions_["redo"].trigger()  # as saved, so that nobody asks
    desk.rest()
    desk.open(tmp_path / "work.facewright")
    assert desk.window.canvas.frame(0) is None
    qtbot.waitUntil(lambda: desk.window.canvas.frame(0) is not None, timeout=60_000)
    desk.rest()
    assert dict(document.look()) == {SMILE: 2.0} and blue_in(desk.whole) == blue_in(smiling)
    assert desk.errors == [] and desk.engine.latents.asked == ["draft"]
