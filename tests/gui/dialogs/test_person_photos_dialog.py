"""Further photos of a person, added and taken away by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.dialogs.export import ExportDialog
from gui.dialogs.person_photos import PersonPhotosDialog
from tests.gui.features.pointer import click
from tests.gui.features.test_rig import rig
from tests.gui.features.window import Window
from tests.gui.test_incoming import picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "Mouse event at")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(qtbot, tmp_path, size=(1230, 780))
    made.open(picture(tmp_path / "photo.png"))
    made.in_front()
    yield made
    made.close()


def opened(window: Window) -> PersonPhotosDialog:
    click(rig(window).photos_button)
    dialog = window.window.findChild(PersonPhotosDialog)
    assert isinstance(dialog, PersonPhotosDialog)
    return dialog


def test_photos_are_chosen_from_files_shown_in_a_list_and_taken_away(
        window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, bad = picture(tmp_path / "one.png", 40), tmp_path / "bad.png"
    bad.write_text("none")
    dialog, photos, qtbot = opened(window), window.session.person_photos, window.qtbot
    assert len(dialog.rows) == 1 and not dialog.tray_button.isVisible()
    monkeypatch.setattr("gui.dialogs.person_photos.QFileDialog.getOpenFileNames",
                        lambda *_: ([str(one), str(bad)], ""))
    click(dialog.add_button)
    qtbot.waitUntil(lambda: len(dialog.rows) == 2 and not photos.busy)
    digest = photos.named()[0].digest
    qtbot.waitUntil(lambda: not dialog.rows[digest].picture.pixmap().isNull())
    assert dialog.report.isVisible() and "bad.png" in dialog.report.text() and not dialog.rows[digest].note.isVisible()
    assert window.steps() == 1
    window.engine.strangers.add(digest)
    photos.changed.emit()
    qtbot.waitUntil(lambda: dialog.rows[digest].note.text() == "This may be somebody else.")
    qtbot.waitUntil(lambda: (*window.engine.more_photos, ())[-2] == (digest,))  # the head follows
    away = dialog.rows[digest].row.itemAt(3).widget()
    click(away)
    assert len(dialog.rows) == 1 and photos.named() == () and window.steps() == 2
    qtbot.waitUntil(lambda: window.engine.more_photos[-1] == ())
    click(dialog.findChildren(type(dialog.add_button))[-1])  # Close
    qtbot.waitUntil(lambda: window.window.findChild(PersonPhotosDialog) is None)


def test_the_trays_pictures_are_offered_and_the_export_has_them(window: Window, tmp_path: Path) -> None:
    photo, other = tmp_path / "photo.png", picture(tmp_path / "other.png", 60)
    window.window.files.open_all([photo, other])
    window.qtbot.waitUntil(lambda: window.session.tray.open_row == 0)
    dialog, photos = opened(window), window.session.person_photos
    menu = dialog.menu()
    menu.actions()[0].trigger()
    menu.deleteLater()
    window.qtbot.waitUntil(lambda: [one.name for one in photos.named()] == ["other.png"])
    dialog.reject()
    export = ExportDialog(window.session.document, window.session.thread_)
    window.qtbot.addWidget(export)
    export.show_page("rig")
    export.folder.setText(str(tmp_path))
    export.name.setText("hero")
    export.formats["glb"].setChecked(True)
    export.export()
    window.qtbot.waitUntil(lambda: not export.job.busy)
    assert window.engine.exported_photos == [(photos.named()[0].digest,)], export.report.text()
    assert rig(window).photos_button.toolTip() == "The head is made of 2 photos of this person…"
    assert rig(window).photos_button.isChecked()
    window.session.document.undo()
    assert rig(window).photos_button.toolTip() == "More photos of this person…"
    assert not rig(window).photos_button.isChecked()
