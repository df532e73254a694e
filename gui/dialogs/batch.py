"""Looks on many photos: which, where to, drawn by whom; then one job that goes on when a photo fails."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.facade import EngineFacade
from engine.photo.picture_files import pictures_in
from engine.photo.picture_kinds import PICTURE_PATTERNS, is_picture_name
from engine.render.batch import CONTACT_SHEET, BatchReport, batch
from gui.controls.label import label
from gui.controls.line_list import LineList
from gui.controls.renderer_box import RendererBox
from gui.controls.tip import set_tip
from gui.dialogs.job_dialog import JobDialog
from gui.dialogs.look_list import LookList
from gui.dialogs.show_folder import show_folder
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.durations import rendering_kind
from gui.model.engine_thread import EngineThread
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.incoming import IncomingFiles, incoming, may_come
from gui.model.lanes import Rank
from gui.words.engine_texts import sentence, shown
from gui.words.plain import one_line, short, unmarked

_LINES = 8
"""Of the report; the rest is in its tool tip."""


class BatchDialog(JobDialog):
    """Writes FOLDER/<look>/<photo>.png for each of both, and a contact sheet of all. Photos may be dropped on it."""

    def __init__(self, document: ProjectDocument, engine_thread: EngineThread, choice: FinalRendererChoice,
                 parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Looks on many photos"))
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self.document, self._thread, self._choice, self._settings = document, engine_thread, choice, QSettings()
        self.job.ended.connect(self._update)
        self._build()
        self.button(self.tr("Close"), self.reject)
        self.start_button = self.button(self.tr("Draw all"), self.start, default=True)
        photo = document.photo
        if photo is not None and photo.picture.path:
            self.add([Path(photo.picture.path)])
        self._update()

    # -- building ----------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.photos = LineList()
        self.photos.setAccessibleName(self.tr("Photos"))
        self.photos.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.photos.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.photos, self.remove,
                  context=Qt.ShortcutContext.WidgetShortcut)
        self.renderer_box = RendererBox(self._choice)
        self.renderer_box.currentIndexChanged.connect(lambda _: self._renderer_chosen())
        self.preset_list = LookList(self.document, self._thread, self.renderer_box.renderer)
        self.preset_list.setAccessibleName(self.tr("Looks"))
        self.preset_list.changed.connect(self._update)
        self.folder = QLineEdit(str(self._settings.value("folders/batch", Path.home() / "Facewright")))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.textChanged.connect(lambda _: self._update())
        self.strip = QCheckBox(self.tr("Leave out what the photos carry: camera, captions, credits, notes"))
        self.strip.setChecked(bool(self._settings.value("export/strip", False, bool)))
        self.note = label("", "small")
        self.content = QWidget()
        grid = QGridLayout(self.content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(self.tr("Photos"), "heading"), 0, 0)
        grid.addWidget(label(self.tr("Looks"), "heading"), 0, 1)
        grid.addWidget(self.photos, 1, 0)
        grid.addWidget(self.preset_list, 1, 1)
        grid.addLayout(self._row((self.tr("Add…"), self._ask_photos), (self.tr("Remove"), self.remove)), 2, 0)
        grid.addLayout(self._row((self.tr("All"), lambda: self.preset_list.tick(True)),
                                 (self.tr("None"), lambda: self.preset_list.tick(False))), 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 1)
        lower = QGridLayout()
        lower.setHorizontalSpacing(12)
        lower.setVerticalSpacing(8)
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        lower.addWidget(label(self.tr("Folder")), 0, 0)
        lower.addWidget(self.folder, 0, 1)
        lower.addWidget(browse, 0, 2)
        lower.addWidget(label(self.tr("Drawn by")), 1, 0)
        lower.addWidget(self.renderer_box, 1, 1, Qt.AlignmentFlag.AlignLeft)
        lower.addWidget(self.strip, 2, 1, 1, 2)
        lower.setColumnStretch(1, 1)
        grid.addLayout(lower, 3, 0, 1, 2)
        for widget, share in ((self.content, 1), (self.note, 0), (self.report, 0), (self.job, 0)):
            self.body.addWidget(widget, share)

    def _row(self, *buttons: tuple[str, Callable[[], object]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, action in buttons:
            button = QPushButton(unmarked(text))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, action=action: action())
            row.addWidget(button)
        row.addStretch(1)
        return row

    # -- what to do --------------------------------------------------------------------------------------------
    @property
    def paths(self) -> list[Path]:
        return [Path(self.photos.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.photos.count())]

    def add(self, paths: Sequence[Path]) -> None:
        """Photos, or folders of photos, that are not in the list yet."""
        known = set(self.paths)
        for path in paths:
            inside = pictures_in(path) if path.is_dir() else [path]
            for photo in (one for one in inside if is_picture_name(one) and one not in known):
                known.add(photo)
                item = QListWidgetItem(one_line(photo.name), self.photos)
                set_tip(item, str(photo))
                item.setData(Qt.ItemDataRole.UserRole, str(photo))
        self._update()

    def remove(self) -> None:
        """Take the selected photos off the list."""
        for item in self.photos.selectedItems():
            self.photos.takeItem(self.photos.row(item))
        self._update()

    def _ask_photos(self) -> None:
        start = str(self._settings.value("folders/open", ""))
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add photos"), start, self.tr("Pictures")
                                                + f" ({PICTURE_PATTERNS})")
        self.add([Path(name) for name in names])

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write into a folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _renderer_chosen(self) -> None:
        self.preset_list.set_renderer(self.renderer_box.renderer)
        self._update()

    def _update(self) -> None:
        if not hasattr(self, "start_button"):
            return
        pictures = self.photos.count() * len(self.preset_list.chosen)
        if pictures:
            words = self.tr("Writes {0} pictures as LOOK/PHOTO.png, and {1}").format(pictures, CONTACT_SHEET)
        else:
            words = self.tr("Add photos (or drop them here) and tick at least one look.")
        self.note.setText(words)
        self.content.setEnabled(not self.job.busy)
        self.start_button.setEnabled(bool(pictures and self.folder.text().strip()) and not self.job.busy)

    # -- doing it ----------------------------------------------------------------------------------------------
    def start(self) -> None:
        """Draw and write everything; pictures that are there from an earlier run are replaced."""
        folder = Path(self.folder.text()).expanduser()
        self._settings.setValue("folders/batch", str(folder))
        self._settings.setValue("export/strip", self.strip.isChecked())
        paths, presets, rendering = self.paths, self.preset_list.chosen, self.renderer_box.rendering
        document, strip = self.document, self.strip.isChecked()

        def shown(photo_id: str) -> bool:
            return document.photo is not None and document.photo.id == photo_id

        def job(engine: EngineFacade) -> Job[BatchReport]:
            return batch(engine, paths, presets, folder, rendering=rendering, keep=shown, strip=strip)

        self.report.hide()
        kind, pictures = f"batch/{rendering_kind(rendering)}", len(paths) * len(presets)
        self.job.watch(Ask(self, self.tr("Drawing all"), job, Rank.PATIENT).timed(kind, pictures).then(self._done)
                       .failed(self.say_failed).cancelled(self._cancelled).start(self._thread))
        self._update()

    def _done(self, report: BatchReport) -> None:
        written = sum(len(photo.outputs) for photo in report.photos)
        lines = [self.tr("✓ {0} pictures written").format(written)] if written else []
        lines += [f"✗ {short(photo.photo.name)}: {shown(photo.error.message)}"
                  for photo in report.failed if photo.error is not None]
        lines += [f"• {sentence(note)}" for note in report.notes]
        set_tip(self.report, "\n".join(lines))
        if len(lines) > _LINES:
            lines[_LINES - 1 :] = [self.tr("… and {0} more").format(len(lines) - _LINES + 1)]
        self.say("\n".join(lines), "good" if not report.failed else "warn" if written else "bad")
        if report.sheet is not None and not hasattr(self, "show_button"):
            self.show_button = self.button(self.tr("Open the folder"), self._open_folder)
            self.buttons.insertWidget(0, self.show_button)

    def _open_folder(self) -> None:
        show_folder(Path(self.folder.text()).expanduser())

    def _cancelled(self) -> None:
        self.say(self.tr("Cancelled; the pictures that were finished are kept."), "dim")


    # -- drops -------------------------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_come(event.mimeData()) and not self.job.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # never move a file away from where it is
        event.accept()
        self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        """Add what was dropped, or say why it is not added."""
        try:
            what = incoming(data, str)
        except EngineError as error:
            self.say_failed(error)
            return
        if not isinstance(what, IncomingFiles):
            self.say(self.tr("Save the picture as a file first."), "warn")
            return
        photos = [path for path in what.paths if is_picture_name(path)]
        self.add(photos)
        left_out = [path.name for path in what.paths if path not in photos] + list(what.left_out)
        if left_out:
            self.say(self.tr("Left out, for it is no picture: {0}").format(", ".join(map(short, left_out[:_LINES]))),
                     "warn")
