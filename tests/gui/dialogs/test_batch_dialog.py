"""Looks on many photos from the window, and who draws what is written, with an engine that paints flat colours."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.text import Text, verbatim
from engine.expression.presets import find_preset
from engine.expression.units import CONTROLS
from engine.photo.metadata import Metadata
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, read_picture
from engine.project.face_state import LOOK
from engine.render.pictures import FinishedPicture
from engine.render.request import Rendering
from engine.systems import rendering
from gui.dialogs.batch import BatchDialog
from gui.dialogs.export import ExportDialog
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.presets_over import set_presets_over
from gui.style.theme import apply_theme
from tests.gui.dialogs.test_dialogs import show
from tests.gui.fakes import GRAY, FakeEngine, make_photo
from tests.gui.test_canvas import pixels_of

LIVE, MAGICFACE = "live", "magicface"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Painter(FakeEngine):
    """Opens every path but those called broken; remembers by whom each picture was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: EngineError | None = None
        self.asked: list[tuple[Any, ...]] = []
        self.forgotten: list[str] = []

    def lacking(self, renderer: str) -> EngineError | None:
        return self.missing

    def open(self, path: Path) -> Job[OpenPhoto]:
        yield Progress(0, 1, "reading")
        self.gate.wait(10)
        if path.stem == "broken":
            raise EngineError(f"{path.name} is no picture")
        pixels = np.zeros((40, 30, 3), np.uint8)
        carried = Metadata(resolution=(300.0, 300.0))
        return OpenPhoto(Picture(pixels, pixels, None, path.stem, path, "PNG", carried), make_photo().faces)

    def forget(self, photo: str) -> None:
        self.forgotten.append(photo)

    def finish(self, photo: str, looks: Mapping[int, Look], rendering: Rendering) -> Job[FinishedPicture]:
        self.asked.append((photo, looks[0], rendering))
        yield Progress(0, 1, Text("drawing"))
        return FinishedPicture(np.full((40, 30, 3), 200, np.uint8))

    def export_picture(self, photo: str, looks: Mapping[int, Look], path: Path,
                       rendering: Rendering) -> Job[list[Text]]:
        yield Progress(0, 1, Text("drawing"))
        self.asked.append((photo, looks[0], rendering))
        return [verbatim(path.name)]


class Bench:
    """An engine at work, a document with a photo called "anna", and what was chosen for the final picture."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.engines: list[Painter] = []
        self.thread = EngineThread(self._make)
        self.document = ProjectDocument(CONTROLS)
        photo = make_photo()
        picture = Picture(photo.picture.pixels, photo.picture.native, None, "anna", folder / "anna.png", "PNG")
        self.document.open_photo(OpenPhoto(picture, photo.faces))
        self.thread.start()
        qtbot.waitUntil(lambda: self.thread.ready)
        self.choice = FinalRendererChoice(self.thread)
        qtbot.waitUntil(lambda: self.choice.looked)

    def _make(self) -> Painter:
        self.engines.append(Painter())
        return self.engines[0]

    @property
    def engine(self) -> Painter:
        return self.engines[0]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    QSettings().setValue("folders/batch", str(tmp_path / "out"))
    made = Bench(qtbot, tmp_path)
    yield made
    made.engine.gate.set()
    made.thread.stop()


def batch_dialog(bench: Bench, qtbot: QtBot, *presets: str) -> BatchDialog:
    made = BatchDialog(bench.document, bench.thread, bench.choice)
    show(qtbot, made)
    for row in range(made.preset_list.count()):
        item = made.preset_list.item(row)
        item.setCheckState(Qt.CheckState.Checked if item.data(Qt.ItemDataRole.UserRole) in presets
                           else Qt.CheckState.Unchecked)
    return made


def test_the_boxes_of_the_looks_stand_apart(bench: Bench, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")  # whose boxes are higher than a line of words
    dialog = BatchDialog(bench.document, bench.thread, bench.choice)
    show(qtbot, dialog)
    looks = dialog.preset_list
    lines = [looks.visualItemRect(looks.item(row)) for row in range(3)]
    assert all(below.top() > above.bottom() for above, below in pairwise(lines))


def test_all_are_written_and_what_failed_is_listed(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = batch_dialog(bench, qtbot, "happy", "sad")
    dialog.add([tmp_path / "broken.jpg", tmp_path / "bob.png", tmp_path / "bob.png", tmp_path / "notes.txt"])
    assert [path.name for path in dialog.paths] == ["anna.png", "broken.jpg", "bob.png"]  # the open photo first
    assert dialog.note.text() == "Writes 6 pictures as LOOK/PHOTO.png, and contact-sheet.png"
    dialog.start_button.click()
    assert dialog.job.busy and not dialog.content.isEnabled()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    out = tmp_path / "out"
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.png")) == [
        "contact-sheet.png", "happy/anna.png", "happy/bob.png", "sad/anna.png", "sad/bob.png"]
    assert (read_picture(out / "sad" / "bob.png").pixels == 200).all()
    assert dialog.report.text() == "✓ 4 pictures written\n✗ broken.jpg: broken.jpg is no picture"
    assert dialog.report.property("role") == "warn" and dialog.content.isEnabled()
    assert bench.engine.forgotten == ["bob"]  # anna is open in the editor
    assert {rendering.renderer for _, _, rendering in bench.engine.asked} == {LIVE}


@pytest.mark.parametrize("strip", [False, True])
def test_what_the_photos_carry_is_left_out_when_that_is_ticked(bench: Bench, qtbot: QtBot, tmp_path: Path,
                                                               strip: bool) -> None:
    dialog = batch_dialog(bench, qtbot, "happy")
    assert not dialog.strip.isChecked()
    dialog.strip.setChecked(strip)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    kept = read_picture(tmp_path / "out" / "happy" / "anna.png").metadata.resolution
    assert (kept is None) is strip
    assert batch_dialog(bench, qtbot, "happy").strip.isChecked() is strip  # as it was, next time


def test_many_failures_stay_a_short_report(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = batch_dialog(bench, qtbot, "happy")
    dialog.add([tmp_path / str(number) / "broken.png" for number in range(20)])
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    lines = dialog.report.text().splitlines()
    assert len(lines) == 8 and lines[-1] == "… and 14 more" and len(dialog.report.toolTip().splitlines()) == 21


def test_it_can_be_cancelled_and_what_is_done_stays(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = batch_dialog(bench, qtbot, "happy")
    dialog.add([tmp_path / f"{number}.png" for number in range(50)])
    dialog.start()
    qtbot.waitUntil((tmp_path / "out" / "happy" / "anna.png").exists)
    bench.engine.gate.clear()  # held while it opens one of the next
    dialog.job.cancel.click()
    bench.engine.gate.set()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    assert dialog.report.text() == "Cancelled; the pictures that were finished are kept."
    assert not (tmp_path / "out" / "contact-sheet.png").exists()


def test_by_magicface_only_presets_that_it_can_follow(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.choice.choose(MAGICFACE)
    bench.choice.change(MAGICFACE, {"steps": 20})
    dialog = batch_dialog(bench, qtbot, "neutral", "happy")
    assert dialog.renderer_box.renderer == MAGICFACE
    assert [preset.id for preset in dialog.preset_list.chosen] == ["happy"]  # neutral takes away what the photo shows
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    assert bench.engine.asked == [("anna", find_preset("happy").look, rendering(MAGICFACE, {"steps": 20}))]
    dialog.renderer_box.setCurrentIndex(0)
    assert [preset.id for preset in dialog.preset_list.chosen] == ["neutral", "happy"]


def test_nothing_chosen_nothing_to_do(bench: Bench, qtbot: QtBot) -> None:
    dialog = batch_dialog(bench, qtbot)
    assert not dialog.start_button.isEnabled() and "tick at least one" in dialog.note.text()
    dialog.preset_list.tick(True)
    assert dialog.start_button.isEnabled() and len(dialog.preset_list.chosen) == len(dialog.preset_list.presets)
    dialog.photos.selectAll()
    dialog.remove()
    assert not dialog.start_button.isEnabled()


def test_presets_are_laid_on_as_the_panel_was_told_to(bench: Bench, qtbot: QtBot) -> None:
    for over in (False, True):
        set_presets_over(over)
        dialog = BatchDialog(bench.document, bench.thread, bench.choice)
        qtbot.addWidget(dialog)
        assert ("unsmile" in dialog.preset_list.presets["angry"].look) is not over


def test_closing_cancels(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = batch_dialog(bench, qtbot, "happy")
    dialog.add([tmp_path / f"{number}.png" for number in range(200)])
    dialog.start()
    qtbot.waitUntil((tmp_path / "out" / "happy" / "anna.png").exists)
    dialog.close()
    qtbot.waitUntil(lambda: not bench.thread.busy)
    assert not (tmp_path / "out" / "contact-sheet.png").exists()


# ---- export

def test_export_by_magicface(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.choice.choose(MAGICFACE)
    bench.choice.change(MAGICFACE, {"steps": 10})
    bench.document.set_controls({"AU26": 4.0}, "Jaw")
    dialog = ExportDialog(bench.document, bench.thread, None, bench.choice)
    show(qtbot, dialog)
    assert dialog.renderer_box.renderer == MAGICFACE and dialog.export_button.isEnabled()
    dialog.picture_path.setText(str(tmp_path / "out.png"))
    dialog.export()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    assert bench.engine.asked == [("anna", bench.document.look(), rendering(MAGICFACE, {"steps": 10}))]
    bench.document.set_controls({"cheekPuff": 0.5}, "Puff")
    dialog.renderer_box.setCurrentIndex(0)
    assert dialog.export_button.isEnabled()
    dialog.renderer_box.setCurrentIndex(1)
    assert not dialog.export_button.isEnabled() and dialog.picture_note.text() == "MagicFace cannot follow Cheek puff"


def test_what_cannot_draw_here_cannot_be_chosen(bench: Bench, qtbot: QtBot) -> None:
    bench.choice.choose(MAGICFACE)
    dialog = batch_dialog(bench, qtbot, "happy")
    bench.engine.missing = EngineError("the model magicface is not on this machine", "get it")
    with qtbot.waitSignal(bench.choice.known):
        bench.choice.check()
    assert dialog.renderer_box.renderer == LIVE and "get it" in dialog.renderer_box.toolTip()
    assert not dialog.renderer_box.model().flags(dialog.renderer_box.model().index(1, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_the_look_that_is_set_now_is_drawn_on_every_photo_and_shows_its_picture(
        bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.document.set_controls({"AU12": 6.0}, "smile")
    look = bench.document.look()
    dialog = BatchDialog(bench.document, bench.thread, bench.choice)
    show(qtbot, dialog)
    first = dialog.preset_list.item(0)
    assert first.checkState() == Qt.CheckState.Checked and first.flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.waitUntil(lambda: not first.icon().isNull())
    assert (pixels_of(first.icon().pixmap(40, 40).toImage()) == GRAY).all()  # what the engine draws
    dialog.preset_list.tick(False)
    at = dialog.preset_list.visualItemRect(first)
    QTest.mouseClick(dialog.preset_list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     QPoint(at.left() + 14, at.center().y()))
    dialog.add([tmp_path / "bob.png"])
    dialog.start_button.click()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    assert [(photo, drawn) for photo, drawn, _ in bench.engine.asked] == [("anna", look), ("bob", look)]
    assert {path.parent.name for path in (tmp_path / "out").glob("*/*.png")} == {"current-look"}
    dialog.reject()


def test_the_current_look_follows_the_face_and_is_grey_while_nothing_is_set(bench: Bench, qtbot: QtBot) -> None:
    dialog = BatchDialog(bench.document, bench.thread, bench.choice)
    show(qtbot, dialog)
    first = dialog.preset_list.item(0)
    assert not first.flags() & Qt.ItemFlag.ItemIsEnabled and "Nothing is set" in first.toolTip()
    bench.document.set_controls({"AU26": 3.0}, "jaw")
    assert first.checkState() == Qt.CheckState.Checked and dialog.preset_list.chosen[0].look == bench.document.look()
    bench.document.undo()
    assert not first.flags() & Qt.ItemFlag.ItemIsEnabled
    dialog.reject()


def test_a_hand_on_a_slider_does_not_wait_for_the_list(bench: Bench, qtbot: QtBot) -> None:
    dialog = BatchDialog(bench.document, bench.thread, bench.choice)
    show(qtbot, dialog)
    told: list[object] = []
    dialog.preset_list.changed.connect(lambda: told.append(None))
    bench.document.begin_gesture("jaw")
    bench.document.drag(LOOK, {"AU26": 0.5})
    first = len(told)
    for step in range(2, 21):
        bench.document.drag(LOOK, {"AU26": step / 2})
    assert len(told) == first
    bench.document.end_gesture()
    qtbot.waitUntil(lambda: len(told) > first)  # when the hand rests
    assert dialog.preset_list.chosen[0].look == bench.document.look()
    dialog.reject()


def test_what_can_be_drawn_is_looked_at_once_for_each_change(bench: Bench, qtbot: QtBot,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    dialog, looked = batch_dialog(bench, qtbot), list[str]()
    monkeypatch.setattr("gui.dialogs.look_list.beyond", lambda renderer, look: looked.append(renderer) or ())
    looks = len(dialog.preset_list.presets)
    bench.document.set_controls({"AU26": 5.0}, "Jaw")
    assert len(looked) == looks + 1  # the presets, and the look that is set
    looked.clear()
    dialog.renderer_box.setCurrentIndex(2)
    assert looked == [dialog.renderer_box.renderer] * (looks + 1)
