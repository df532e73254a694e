"""Export, models, settings, about and the system report."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, single
from engine.base.look import Look
from engine.base.text import Text
from engine.doctor import NOTE, OK, PROBLEM, Finding
from engine.expression.units import CONTROLS
from engine.models.catalogue import load_catalogue
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.project.face_state import rig_namespace
from engine.render.request import Rendering
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.values import RigValues
from gui.dialogs import doctor as doctor_dialog
from gui.dialogs.about import CREDITS, AboutDialog
from gui.dialogs.doctor import DoctorDialog
from gui.dialogs.export import ExportDialog
from gui.dialogs.models import ModelRow, ModelsDialog, size_text
from gui.dialogs.settings import SettingsDialog
from gui.model import settings as preferences
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.inversions import GENERATOR
from tests.gui.fakes import FakeEngine, make_photo
from tests.gui.running import running

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Store:
    """A model store that only pretends; which models are here can be set."""

    folder = Path("somewhere")
    offline = False

    def __init__(self) -> None:
        self.here: set[str] = set()
        self.agreed: set[str] = set()
        self.did: list[tuple[str, str]] = []
        self.slow = False

    def present(self, model_id: str) -> bool:
        return model_id in self.here

    def accepted(self, model_id: str) -> bool:
        return load_catalogue()[model_id].commercial or model_id in self.agreed

    def trusted(self, model_id: str) -> bool:
        return load_catalogue()[model_id].pinned

    def get(self, model_id: str, accept_licence: bool = False, trust: bool = False) -> Job[None]:
        for done in range(1000 if self.slow else 3):
            yield Progress(done, 1000, "downloading")
            if self.slow:
                import time

                time.sleep(0.002)
        if model_id == "dlib-identity":
            raise EngineError("the file is not the one expected", "try again")
        self.did.append(("get", model_id))
        self.here.add(model_id)
        self.agreed.add(model_id)

    def verify(self, model_id: str) -> Job[None]:
        yield Progress(0, 1)
        self.did.append(("verify", model_id))

    def import_file(self, model_id: str, path: Path) -> Job[None]:
        yield Progress(0, 1)
        self.did.append((path.name, model_id))
        self.here.add(model_id)

    def remove(self, model_id: str) -> None:
        self.here.discard(model_id)


class Engine(FakeEngine):
    """Exports by writing empty files."""

    model_store = Store()
    exported: list[tuple[Any, ...]] = []
    made: "Engine"

    def __init__(self) -> None:
        super().__init__()
        self.store: Any = self.model_store
        Engine.made = self

    def export_picture(self, photo: str, looks: Mapping[int, Look], path: Path,
                       rendering: Rendering) -> Job[list[Text]]:
        yield Progress(0, 1, Text("drawing"))
        if not path.parent.is_dir():
            raise EngineError(f"{path.parent} is no folder", "choose another")
        self.exported.append((photo, dict(looks), path))
        path.write_bytes(b"")
        return [Text("{0}: read back, equal", path.name)]

    def export_rig(self, values: RigValues, paths: Mapping[str, Path], photo: str | None, face: int) -> Job[list[str]]:
        yield Progress(0, 1, "writing")
        self.exported.append((values, dict(paths)))
        return [Text("{0}: read back, equal", path.name) for path in paths.values()]


@pytest.fixture
def store() -> Store:
    Engine.model_store, Engine.exported = Store(), []
    return Engine.model_store


@pytest.fixture
def thread(qtbot, store: Store) -> Iterator[EngineThread]:  # noqa: ANN001
    with running(qtbot, Engine) as made:
        yield made


@pytest.fixture
def document(tmp_path: Path) -> ProjectDocument:
    made = ProjectDocument(CONTROLS)
    photo = make_photo()
    picture = Picture(photo.picture.pixels, photo.picture.native, None, photo.id, tmp_path / "anna.jpeg", "JPEG")
    made.open_photo(OpenPhoto(picture, photo.faces))
    return made


def show(qtbot: Any, dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test closes it itself
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)


# -- export ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def export(qtbot, document: ProjectDocument, thread: EngineThread) -> ExportDialog:  # noqa: ANN001
    made = ExportDialog(document, thread)
    show(qtbot, made)
    return made


def test_the_picture_goes_beside_the_photo_and_is_told(export: ExportDialog, document: ProjectDocument, qtbot,  # noqa: ANN001
                                                       tmp_path: Path) -> None:
    assert export.picture_path.text() == str(tmp_path / "anna-edited.jpg")
    document.set_controls({"AU12": 4.0}, "smile")
    export.picture_path.setText(str(tmp_path / "out.png"))
    export.export_button.click()
    qtbot.waitUntil(lambda: not export.job.busy and not export.report.isHidden())
    assert Engine.exported == [("a" * 64, {0: document.look()}, tmp_path / "out.png")]
    assert export.report.text() == "✓ out.png: read back, equal" and export.report.property("role") == "good"
    assert QSettings().value("folders/export") == str(tmp_path)


def test_a_failed_export_says_why(export: ExportDialog, qtbot, tmp_path: Path) -> None:  # noqa: ANN001
    export.picture_path.setText(str(tmp_path / "nowhere" / "out.png"))
    export.export()
    qtbot.waitUntil(lambda: not export.job.busy and not export.report.isHidden())
    assert "is no folder" in export.report.text() and export.report.property("role") == "bad"


@pytest.mark.parametrize(("name", "possible"), [("a.png", True), ("a.TIFF", True), ("a.jpeg", True), ("a.gif", False),
                                                ("a", False), ("", False)])
def test_only_kinds_that_can_be_written(export: ExportDialog, name: str, possible: bool) -> None:
    export.picture_path.setText(name)
    assert export.export_button.isEnabled() == possible


@pytest.mark.parametrize(("name", "words"), [
    ("a.png", "400 × 300 pixels, 16 bits a channel kept, transparency kept, colour profile kept"),
    ("a.jpg", "400 × 300 pixels, JPEG is lossy: untouched pixels change a little, too, 16 bits become 8, "
              "transparency is lost, colour profile kept"),
])
def test_what_the_file_keeps_is_said(export: ExportDialog, document: ProjectDocument, name: str, words: str) -> None:
    photo = make_photo()
    native = np.zeros((300, 400, 4), np.uint16)
    picture = Picture(photo.picture.pixels, native, b"profile", photo.id, None, "PNG")
    document.open_photo(OpenPhoto(picture, photo.faces))
    export.picture_path.setText(name)
    assert export.picture_note.text() == words


def test_what_is_there_is_not_replaced_unasked(export: ExportDialog, tmp_path: Path, qtbot,  # noqa: ANN001
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "there.png"
    target.write_bytes(b"mine")
    export.picture_path.setText(str(target))
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.No)
    export.export()
    assert not export.job.busy and target.read_bytes() == b"mine"
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Yes)
    export.export()
    qtbot.waitUntil(lambda: not export.job.busy)
    assert target.read_bytes() == b""


def test_the_rig_page_shows_its_targets_and_exports_them(export: ExportDialog, document: ProjectDocument, qtbot,  # noqa: ANN001
                                                         tmp_path: Path) -> None:
    document.set_values(rig_namespace("face-nn"), {"forehead.width": 0.75, "role.shape": 3.0}, "x")
    export.tabs.setCurrentIndex(1)
    export.schema_box.setCurrentIndex(export.schema_box.findData("face-nn"))
    export.folder.setText(str(tmp_path))
    export.name.setText("hero")
    for kind, box in export.formats.items():
        box.setChecked(kind in ("bytes", "glb"))
    assert export.rig_note.text() == "Writes hero.bytes, hero.glb"
    export.export_button.click()
    qtbot.waitUntil(lambda: not export.job.busy and not export.report.isHidden())
    values, paths = Engine.exported[0]
    assert paths == {"bytes": tmp_path / "hero.bytes", "glb": tmp_path / "hero.glb"}
    assert values.shape == "male" and values.values[0] == 0.75
    for box in export.formats.values():
        box.setChecked(False)
    assert not export.export_button.isEnabled()


def test_a_model_wears_the_photo_and_has_an_engines_names(export: ExportDialog, qtbot, tmp_path: Path) -> None:  # noqa: ANN001
    export.tabs.setCurrentIndex(1)
    export.folder.setText(str(tmp_path))
    export.name.setText("hero")
    wishes = export.wishes
    for kind, box in export.formats.items():
        box.setChecked(kind == "json")
    assert not wishes.photo_box.isEnabled() and not wishes.side_box.isEnabled()  # values wear nothing
    wishes.engine_box.setCurrentIndex(wishes.engine_box.findData("unreal"))
    wishes.engine_box.activated.emit(wishes.engine_box.currentIndex())
    assert {kind for kind, box in export.formats.items() if box.isChecked()} == {"json", "glb", "arkit.json"}
    assert wishes.photo_box.isChecked() and wishes.side_box.isEnabled()
    wishes.side_box.setCurrentIndex(wishes.side_box.findData(4096))
    export.export_button.click()
    qtbot.waitUntil(lambda: not export.job.busy and not export.report.isHidden())
    likeness, wanted = Engine.made.export_wishes[-1]
    assert likeness == HeadLikeness(1.0, 1.0) and wanted.texture_side == 4096
    assert wanted.engine is not None and wanted.engine.id == "unreal"
    wishes.photo_box.click()
    assert not wishes.side_box.isEnabled() and wishes.likeness == PLAIN and wishes.wishes.texture_side is None


# -- models ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def models(qtbot, thread: EngineThread, store: Store) -> ModelsDialog:  # noqa: ANN001
    store.here = {"face-landmarker"}
    made = ModelsDialog(thread, None, store)
    show(qtbot, made)
    made.show_all()
    return made


def test_the_models_that_are_out_of_sight_come_a_row_an_event(qtbot, thread: EngineThread,  # noqa: ANN001
                                                              store: Store) -> None:
    dialog = ModelsDialog(thread, None, store)
    at_once, there = len(dialog.rows), {model.id for model in load_catalogue()}
    assert 0 < at_once < len(there)
    counts = [at_once]
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: counts.append(len(dialog.rows)))
    ticking.start()
    show(qtbot, dialog)
    qtbot.waitUntil(lambda: set(dialog.rows) == there)
    ticking.stop()
    assert max(later - before for before, later in itertools.pairwise(counts)) <= 2
    shown = [row.model.id for row in dialog.findChildren(ModelRow)]
    assert shown == [model.id for model in load_catalogue()]


def test_a_model_out_of_sight_can_be_shown_at_once(qtbot, thread: EngineThread, store: Store) -> None:  # noqa: ANN001
    dialog = ModelsDialog(thread, None, store)
    last = [model.id for model in load_catalogue()][-1]
    assert last not in dialog.rows
    dialog.show_model(last)
    assert last in dialog.rows
    dialog.close()


def test_every_model_of_the_catalogue_has_a_row_with_its_state(models: ModelsDialog) -> None:
    assert set(models.rows) == {model.id for model in load_catalogue()}
    here, away = models.rows["face-landmarker"], models.rows["dlib-identity"]
    assert here.get.isHidden() and not here.remove.isHidden() and here.state.property("role") == "good"
    assert not away.get.isHidden() and away.check.isHidden()
    assert size_text(3_758_596) == "3.8 MB" and size_text(2_400_000_000) == "2.4 GB" and size_text(900) == "1 kB"


def first(wanted: Callable[[Any], bool]) -> Any:
    return next(model for model in load_catalogue() if wanted(model))


def test_a_model_that_forbids_commerce_asks_first(models: ModelsDialog, store: Store, qtbot,  # noqa: ANN001
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    model = first(lambda model: not model.commercial and model.sources)
    questions: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        questions.append(box.text())
        return QMessageBox.StandardButton.No if len(questions) == 1 else QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", answer)
    models.rows[model.id].get.click()
    assert model.licence in questions[0] and not models.job.busy
    models.rows[model.id].get.click()
    qtbot.waitUntil(lambda: not models.job.busy)
    assert store.did == [("get", model.id)] and models.rows[model.id].get.isHidden()


def test_a_licence_is_asked_for_once_and_also_for_files_that_were_brought(
        models: ModelsDialog, store: Store, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN001
    questions: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        questions.append(box.text())
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", answer)
    generator = load_catalogue()[GENERATOR]
    row = models.rows[GENERATOR]
    models.import_path(generator, Path("brought"))
    qtbot.waitUntil(lambda: not models.job.busy)
    assert row.get.isHidden() and not row.accept.isHidden()
    models.show_model(GENERATOR)
    assert models.focusWidget() is row.accept
    row.accept.click()
    qtbot.waitUntil(lambda: not models.job.busy)
    assert len(questions) == 1 and generator.licence in questions[0] and row.accept.isHidden()
    store.here.clear()
    models.refresh()
    row.get.click()
    qtbot.waitUntil(lambda: not models.job.busy)
    assert len(questions) == 1 and GENERATOR in store.here  # agreed to before


def test_what_a_model_requires_is_asked_for_with_it(models: ModelsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = load_catalogue()
    model = first(lambda model: any(not catalogue[other].commercial for other in model.requires))
    questions: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: questions.append(box.text()))
    models.rows[model.id].get.click()
    assert len(questions) == 1 and not models.job.busy
    assert all(catalogue[other].licence in questions[0] for other in model.requires if not catalogue[other].commercial)


def test_a_wrong_file_is_told(models: ModelsDialog, qtbot) -> None:  # noqa: ANN001
    models.rows["dlib-identity"].get.click()
    assert not models.rows["face-landmarker"].check.isEnabled()  # one thing at a time
    qtbot.waitUntil(lambda: not models.job.busy)
    assert "not the one expected" in models.report.text() and models.report.property("role") == "bad"
    assert models.rows["face-landmarker"].check.isEnabled()


def test_a_download_can_be_cancelled(models: ModelsDialog, store: Store, qtbot) -> None:  # noqa: ANN001
    store.slow = True
    model = first(lambda model: model.commercial and model.sources and model.id not in store.here)
    models.get(model)
    qtbot.waitUntil(lambda: models.job.bar.maximum() == 1000)
    assert "downloading" in models.job.text.text()
    QTest.mouseClick(models.job.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not models.job.busy, timeout=1000)
    assert store.did == [] and models.job.isHidden()


def test_check_import_and_remove(models: ModelsDialog, store: Store, qtbot,  # noqa: ANN001
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Yes)
    row = models.rows["face-landmarker"]
    row.check.click()
    qtbot.waitUntil(lambda: not models.job.busy)
    assert store.did == [("verify", "face-landmarker")] and models.report.property("role") == "good"
    row.remove.click()
    qtbot.waitUntil(lambda: not models.job.busy)
    assert not store.here and not row.get.isHidden()
    models.import_path(row.model, Path("file.task"))
    qtbot.waitUntil(lambda: not models.job.busy)
    assert store.here == {"face-landmarker"} and models.report.property("role") == "good"
    monkeypatch.setattr(store, "import_file", lambda model_id, path: single(lambda: None))  # one file of two
    models.import_path(models.rows["dlib-identity"].model, Path("half"))
    qtbot.waitUntil(lambda: not models.job.busy)
    assert "still missing" in models.report.text() and models.report.property("role") == "warn"


def test_closing_cancels(models: ModelsDialog, store: Store, qtbot) -> None:  # noqa: ANN001
    store.slow = True
    models.get(first(lambda model: model.commercial and model.sources and model.id not in store.here))
    ask = models.job.ask
    models.reject()
    qtbot.waitUntil(lambda: not ask.active, timeout=1000)
    assert store.did == []


def test_a_dialog_that_is_gone_hears_nothing_more(thread: EngineThread, store: Store, document: ProjectDocument,
                                                  qtbot, tmp_path: Path) -> None:  # noqa: ANN001
    store.slow = True
    dialog = ModelsDialog(thread, None, store)
    dialog.show()
    dialog.get(first(lambda model: model.commercial and model.sources))
    ask = dialog.job.ask
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    qtbot.waitUntil(lambda: not ask.active)
    export = ExportDialog(document, thread)
    export.show()
    export.picture_path.setText(str(tmp_path / "late.png"))
    export.export()
    with qtbot.waitSignal(export.destroyed):
        export.reject()
    qtbot.wait(50)


# -- settings --------------------------------------------------------------------------------------------------------
def test_settings_count_only_when_accepted(qtbot) -> None:  # noqa: ANN001
    dialog = SettingsDialog()
    show(qtbot, dialog)
    dialog.autosave_box.setCurrentIndex(dialog.autosave_box.findData(5))
    dialog.reject()
    assert preferences.AUTOSAVE_SECONDS.value() == preferences.AUTOSAVE_SECONDS.default
    told: list[str] = []
    dialog.theme_chosen.connect(told.append)
    dialog.language_chosen.connect(told.append)
    dialog.preview_box.setCurrentIndex(dialog.preview_box.findData(512))
    dialog.theme_box.setCurrentIndex(dialog.theme_box.findData("light"))
    dialog.language_box.setCurrentIndex(dialog.language_box.findData("zh_TW"))
    dialog.accept()
    assert told == ["light", "zh_TW"]
    assert preferences.AUTOSAVE_SECONDS.value() == 5 and preferences.PREVIEW_SIDE.value() == 512


@pytest.mark.parametrize("stored", ["many", -1, 31, None, [1, 2], "1e9", float("inf")])
def test_a_broken_preference_is_the_default(stored: object) -> None:
    QSettings().setValue(preferences.AUTOSAVE_SECONDS.key, stored)
    assert preferences.AUTOSAVE_SECONDS.value() == preferences.AUTOSAVE_SECONDS.default
    with pytest.raises(ValueError):
        preferences.AUTOSAVE_SECONDS.set(31)


# -- about and report ------------------------------------------------------------------------------------------------
def test_about_names_what_it_stands_on(qtbot) -> None:  # noqa: ANN001
    dialog = AboutDialog()
    show(qtbot, dialog)
    text = dialog.credits.toPlainText()
    assert all(name in text and licence in text for name, _, licence in CREDITS)


def test_the_report_puts_problems_first_and_copies_as_text(qtbot, thread: EngineThread,  # noqa: ANN001
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Finding("fine", "all <well>", OK), Finding("slow", "no GPU", NOTE),
             Finding("broken", "torch is missing", PROBLEM, "pip install torch")]
    monkeypatch.setattr(doctor_dialog, "examine", lambda store: found)
    dialog = DoctorDialog(thread)
    show(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(dialog._findings))
    text = dialog.report.toPlainText()
    assert text.index("broken") < text.index("slow") < text.index("fine") and "all <well>" in text
    assert "1" in dialog.summary.text() and dialog.summary.property("role") == "warn"
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert "[problem] broken: torch is missing -> pip install torch" in QGuiApplication.clipboard().text()
