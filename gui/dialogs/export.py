"""Export: the edited picture, and the rig in the files that games and 3D programs read."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.file_names import file_name
from engine.base.jobs import Job
from engine.base.look import Look
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.photo.picture_kinds import WRITTEN_KINDS, kind_of, kind_to_write
from engine.render.picture_export import losses
from engine.rig.exporters import STILL_EXPORTERS
from engine.rig.likeness import PLAIN
from engine.rig.schema import load_schema, schema_names
from engine.systems import RENDERERS
from gui.controls.label import label
from gui.controls.renderer_box import RendererBox
from gui.controls.wheel import ChoiceBox
from gui.dialogs.job_dialog import JobDialog, Page
from gui.dialogs.rig_wishes import RigWishes
from gui.dialogs.save_path import ask_save_path, may_replace
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.durations import rendering_kind, size_class
from gui.model.engine_thread import EngineThread
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.lanes import Rank
from gui.model.person_photos import More, more_photos, opened
from gui.model.rig_values import rig_values
from gui.model.rig_wear import possible_wear
from gui.style.scale import px
from gui.words import language
from gui.words.engine_texts import sentence
from gui.words.plain import unmarked
from gui.words.renderers import not_followed

PAGES = ("picture", "rig")
_VALUES = {exporter.id for exporter in STILL_EXPORTERS if exporter.holds == "values"}


class ExportDialog(JobDialog):
    """Two pages, one button. Everything that is written is read back and compared before success is told.

    Jobs asked of the engine: `pictures.export` and `rigs.export`; both give lines that say what was written and how it
    was checked.
    """

    def __init__(self, document: ProjectDocument, engine_thread: EngineThread, parent: QWidget | None = None,
                 choice: FinalRendererChoice | None = None) -> None:
        """choice: who draws the final picture on the canvas, offered first; the one remembered when None."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export"))
        self.document, self._thread = document, engine_thread
        self._settings = QSettings()
        self._choice = choice or FinalRendererChoice(engine_thread, self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.addTab(self._picture_page(), self.tr("Picture"))
        self.tabs.addTab(self._rig_page(), self.tr("Rig"))
        self.tabs.currentChanged.connect(lambda _: self._update())
        self.job.ended.connect(self._update)
        document.photo_changed.connect(self._photo_closed)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.report)
        self.body.addWidget(self.job)
        self.button(self.tr("Close"), self.reject)
        self.export_button = self.button(self.tr("Export"), self.export, default=True)
        self._update()
        self.resize(self.sizeHint().expandedTo(QSize(px(540), 0)))  # Qt alone would take two thirds of a low screen

    # -- picture -----------------------------------------------------------------------------------------------
    def _picture_page(self) -> QWidget:
        page = QWidget()
        self.picture_path = QLineEdit(str(self._picture_start()))
        self.picture_path.setAccessibleName(self.tr("File"))
        self.picture_path.textChanged.connect(lambda _: self._update())
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse_picture)
        row = QHBoxLayout()
        row.addWidget(self.picture_path, 1)
        row.addWidget(browse)
        self.renderer_box = RendererBox(self._choice)
        self.renderer_box.currentIndexChanged.connect(lambda _: self._update())
        by = QHBoxLayout()
        by.setSpacing(12)
        words = label(self.tr("Drawn by"))
        words.setWordWrap(False)
        by.addWidget(words)
        by.addWidget(self.renderer_box)
        by.addStretch(1)
        self.strip = QCheckBox(self.tr("Leave out what the photo carries: camera, captions, credits, notes"))
        self.strip.setChecked(bool(self._settings.value("export/strip", False, bool)))
        self.strip.toggled.connect(lambda _: self._update())
        self.picture_note = label("", "small")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("The whole photo with every face as edited, at its own size.")))
        layout.addLayout(row)
        layout.addLayout(by)
        layout.addWidget(self.strip)
        layout.addWidget(self.picture_note)
        layout.addStretch(1)
        return Page(page)

    def _picture_start(self) -> Path:
        """Beside the photo, under another name, as the photo's own kind of file where that can be written."""
        photo = self.document.photo
        if photo is not None and photo.picture.path:
            source = Path(photo.picture.path)
        else:  # pasted, or from a project: where pictures are kept
            kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
            folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
            source = folder / (self.document.photo_name or "portrait.png")
        folder = Path(str(self._settings.value("folders/export", source.parent)))
        return folder / file_name(source.stem, f"-edited{kind_to_write(source).suffixes[0]}")

    def _browse_picture(self) -> None:
        kinds = [(kind.suffixes[0][1:].upper(), kind.suffixes[0]) for kind in WRITTEN_KINDS]
        path = ask_save_path(self, self.tr("Export the picture"), Path(self.picture_path.text()), kinds,
                             [suffix for kind in WRITTEN_KINDS for suffix in kind.suffixes], asked_later=True)
        if path is not None:
            self.picture_path.setText(str(path))

    def _picture_words(self) -> tuple[str, bool]:
        """What the chosen kind of file keeps of the photo, and whether it can be written."""
        kind = kind_of(self.picture_path.text())
        photo = self.document.photo
        if photo is None:
            return self.tr("There is no photo."), False
        if kind is None or not kind.written:
            endings = ", ".join(one.suffixes[0] for one in WRITTEN_KINDS)
            return self.tr("Choose a file ending in {0}.").format(endings), False
        unfollowed = not_followed(self.renderer_box.renderer, self.document.table, self._looks().values())
        if unfollowed:
            return unfollowed, False
        native = photo.picture.native
        deep, alpha = native.dtype.itemsize > 1, native.ndim == 3 and native.shape[2] == 4
        words = [self.tr("{0} × {1} pixels").format(native.shape[1], native.shape[0])]
        if not kind.lossless:
            words.append(self.tr("JPEG is lossy: untouched pixels change a little, too"))
        if deep:
            words.append(self.tr("16 bits a channel kept") if kind.deep else self.tr("16 bits become 8"))
        if alpha:
            words.append(self.tr("transparency kept") if kind.alpha else self.tr("transparency is lost"))
        if photo.picture.profile is not None and kind.profile:
            words.append(self.tr("colour profile kept"))
        lost = losses(photo.picture, Path(self.picture_path.text()), self.strip.isChecked())
        told = [sentence(note) for note in (*photo.picture.notes, *lost)]
        return "\n".join([self.tr(", ").join(words), *told]), True

    def _looks(self) -> dict[int, Look]:
        return {face: look for face in range(self.document.face_count) if (look := self.document.look(face))}

    # -- rig ---------------------------------------------------------------------------------------------------
    def _rig_page(self) -> QWidget:
        page = QWidget()
        self.schema_box = ChoiceBox()
        self.schema_box.setAccessibleName(self.tr("Rig"))
        for name in schema_names():
            self.schema_box.addItem(language.translated("schemas", load_schema(name).label), name)
        self.schema_box.setCurrentIndex(max(0, self.schema_box.findData(self._settings.value("rig/schema", ""))))
        self.folder = QLineEdit(str(self._picture_start().parent))
        self.folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse_folder)
        self.name = QLineEdit(self._picture_start().stem.removesuffix("-edited"))
        self.name.setAccessibleName(self.tr("Name"))
        for field in (self.folder, self.name):
            field.textChanged.connect(lambda _: self._update())
        usual = [exporter.id for exporter in STILL_EXPORTERS if exporter.usual]
        remembered = self._settings.value("rig/formats", usual)
        chosen = [remembered] if isinstance(remembered, str) else list(remembered or [])  # type: ignore[call-overload]
        self.formats = {exporter.id: QCheckBox(unmarked(language.translated("exporters", exporter.label)))
                        for exporter in STILL_EXPORTERS}
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 14, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(self.tr("Rig")), 0, 0)
        grid.addWidget(self.schema_box, 0, 1, 1, 2)
        grid.addWidget(label(self.tr("Folder")), 1, 0)
        grid.addWidget(self.folder, 1, 1)
        grid.addWidget(browse, 1, 2)
        grid.addWidget(label(self.tr("Name")), 2, 0)
        grid.addWidget(self.name, 2, 1, 1, 2)
        formats, half = QGridLayout(), (len(self.formats) + 1) // 2
        formats.setHorizontalSpacing(24)
        formats.setVerticalSpacing(8)
        for place, (kind, box) in enumerate(self.formats.items()):
            box.setChecked(kind in chosen)
            box.toggled.connect(lambda _: self._update())
            formats.addWidget(box, place % half, place // half)
        formats.setColumnStretch(2, 1)
        grid.addLayout(formats, 3, 1, 1, 2)
        self.wishes = RigWishes()
        self.wishes.engine_chosen.connect(self._tick)
        self.rig_note = label("", "small")
        below = grid.rowCount()
        grid.addWidget(self.wishes, below, 1, 1, 2)
        below += 1
        grid.addWidget(self.rig_note, below, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(below + 1, 1)
        return Page(page)

    def _tick(self, formats: set[str]) -> None:
        """What the engine takes, and with it the values."""
        for kind, box in self.formats.items():
            box.setChecked(kind in formats or (kind in _VALUES and box.isChecked()))

    def _browse_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to a folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def rig_paths(self) -> dict[str, Path]:
        """Where each chosen format goes."""
        folder, name = Path(self.folder.text()).expanduser(), self.name.text().strip()
        return {exporter.id: folder / f"{name}{exporter.suffix}" for exporter in STILL_EXPORTERS
                if self.formats[exporter.id].isChecked()}

    def show_page(self, page: str) -> None:
        """page: "picture" or "rig"."""
        self.tabs.setCurrentIndex(PAGES.index(page))

    # -- doing it ----------------------------------------------------------------------------------------------
    def _update(self) -> None:
        words, possible = self._picture_words()
        self.picture_note.setText(words)
        paths = self.rig_paths()
        self.rig_note.setText(self.tr("Writes {0}").format(", ".join(path.name for path in paths.values())) if paths
                              else self.tr("Choose at least one format."))
        self.wishes.show_formats(set(paths), self.document.selected >= 0)
        if self.tabs.currentIndex() == 1:
            possible = bool(paths and self.name.text().strip() and self.folder.text().strip()
                            and self.document.selected >= 0)
        self.export_button.setEnabled(possible and not self.job.busy)
        self.tabs.setEnabled(not self.job.busy)

    def export(self) -> None:
        """Write what the page in front says."""
        if self.tabs.currentIndex() == 0:
            self._export_picture(Path(self.picture_path.text()).expanduser())
        else:
            self._export_rig(self.rig_paths())

    def _export_picture(self, path: Path) -> None:
        photo = self.document.photo
        if photo is None or not may_replace(self, self.tr("Export"), [path]):
            return
        looks, rendering = self._looks(), self.renderer_box.rendering
        strip = self.strip.isChecked()
        self._settings.setValue("folders/export", str(path.parent))
        self._settings.setValue("export/strip", strip)

        self._start(Ask(self, self.tr("Exporting the picture"),
                        lambda engine: engine.pictures.export(photo.id, looks, path, rendering, strip),
                        Rank.NORMAL if RENDERERS[rendering.renderer].live else Rank.PATIENT)
                    .timed(f"export/{rendering_kind(rendering)}/{size_class(*photo.picture.size)}", len(looks)))

    def _export_rig(self, paths: Mapping[str, Path]) -> None:
        if not paths or not may_replace(self, self.tr("Export"), list(paths.values())):
            return
        values = rig_values(self.document, load_schema(self.schema_box.currentData()))
        photo_id, face = self.document.photo.id if self.document.photo else None, self.document.selected
        self._settings.setValue("folders/export", self.folder.text())
        self._settings.setValue("rig/formats", sorted(paths))
        self.wishes.remember()
        likeness, wishes = self.wishes.likeness, self.wishes.wishes
        kind = f"export/rig/{wishes.texture_side or 0}"
        wear = possible_wear(None if photo_id is None or face < 0 else (photo_id, face), likeness)
        more = more_photos(self.document) if likeness != PLAIN else ()
        self._start(Ask(self, self.tr("Exporting the rig"),
                        lambda engine: _exported(engine, more, lambda ids: engine.rigs.export(
                            values, dict(paths), photo_id, face, likeness, wishes, wear, ids)))
                    .timed(kind, len(paths)))

    def _start(self, ask: Ask[list[Text]]) -> None:
        self.report.hide()
        self.job.watch(ask.then(self._done).failed(self.say_failed).cancelled(self._cancelled).start(self._thread))
        self._update()

    def _photo_closed(self) -> None:
        """What stands here is of a photo that is not open any more."""
        if self.job.busy:
            self._thread.tell(EngineError(Text("the export was stopped: its photo was closed; files that were finished "
                                               "are kept")))
        self.reject()

    def _done(self, lines: list[Text]) -> None:
        self.say("\n".join(f"✓ {sentence(line)}" for line in lines), "good")

    def _cancelled(self) -> None:
        self.say(self.tr("Cancelled; files that were finished are kept."), "dim")


def _exported(engine: EngineFacade, more: More,
              write: Callable[[tuple[str, ...]], Job[list[Text]]]) -> Job[list[Text]]:
    """With further photos, which are opened first where they are not."""
    return (yield from write((yield from opened(engine, more))))
