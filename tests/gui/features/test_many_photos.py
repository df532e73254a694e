"""Looks on many photos: from the menu to the files, with progress and a way out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from engine.expression.presets import find_preset
from engine.photo.picture import read_picture
from gui.dialogs.batch import BatchDialog
from tests.gui.fakes import GRAY
from tests.gui.features.painter import colour_of
from tests.gui.features.pointer import CTRL, SHIFT, click, key
from tests.gui.features.window import Window


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    QSettings().setValue("folders/batch", str(folder))
    return folder


def open_batches() -> list[BatchDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, BatchDialog) and one.isVisible()]


def batch_of(window: Window) -> BatchDialog:
    key(window.window, Qt.Key.Key_E, CTRL | SHIFT)
    (dialog,) = open_batches()
    return dialog


def tick(dialog: BatchDialog, *names: str) -> None:
    """None but these looks, by mouse."""
    looks = dialog.preset_list
    for row in range(looks.count()):
        item = looks.item(row)
        wanted = item.data(Qt.ItemDataRole.UserRole) in names
        if item.flags() & Qt.ItemFlag.ItemIsEnabled and wanted != (item.checkState() == Qt.CheckState.Checked):
            looks.scrollToItem(item)
            place = looks.visualItemRect(item)
            place.setWidth(30)
            click(looks.viewport(), place.center())
        assert (item.checkState() == Qt.CheckState.Checked) is wanted


def test_looks_are_ticked_and_drawn_on_the_photo(window: Window, out: Path) -> None:
    dialog = batch_of(window)
    tick(dialog, "happy", "surprised")
    click(dialog.start_button)
    window.qtbot.waitUntil(lambda: not dialog.job.busy)
    for name in ("happy", "surprised"):
        pixels = read_picture(out / name / "photo.png").pixels
        assert tuple(pixels[130, 90]) == colour_of(find_preset(name).look) and (pixels[10] == GRAY).all()
    assert "2 pictures written" in dialog.report.text()
    key(dialog, Qt.Key.Key_Escape)
    assert not open_batches()


def test_it_is_stopped_by_its_button(window: Window, out: Path) -> None:
    window.engine.hold_finish.clear()
    dialog = batch_of(window)
    tick(dialog, "happy", "surprised")
    click(dialog.start_button)
    window.qtbot.waitUntil(window.engine.finishing.is_set)
    window.qtbot.waitUntil(dialog.job.cancel.isVisible)
    click(dialog.job.cancel)
    window.engine.hold_finish.set()
    window.qtbot.waitUntil(lambda: not dialog.job.busy)
    assert dialog.report.text().startswith("Cancelled") and list(out.rglob("photo.png")) == []
    key(dialog, Qt.Key.Key_Escape)
