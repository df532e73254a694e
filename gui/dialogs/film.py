"""The film of a timeline: where it goes, how large it is, and how many frames a second it has."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.reenact.timeline_film import TimelineFilm
from gui.controls.label import label
from gui.controls.wheel import ChoiceBox
from gui.dialogs.job_dialog import JobDialog
from gui.dialogs.save_path import ask_save_path, may_replace
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.style.scale import px
from gui.words.engine_texts import sentence

if TYPE_CHECKING:
    from engine.reenact.timeline_film import TimelineReport

SUFFIX = ".mp4"
_RATES = (24, 25, 30, 50, 60)
_SIDES = (2160, 1440, 1080, 720, 512)


class FilmDialog(JobDialog):
    """Of the face that is chosen when it opens, as its timeline is then. Stopped, what was drawn is kept, and used when
    the same film is wanted again."""

    def __init__(self, document: ProjectDocument, rate: float, engine_thread: EngineThread,
                 parent: QWidget | None = None) -> None:
        """rate: frames a second that are usual for this timeline."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export film"))
        self._document, self._thread, self._settings = document, engine_thread, QSettings()
        self._face = document.selected
        self.path = QLineEdit(str(self._start()))
        self.path.setAccessibleName(self.tr("File"))
        self.path.textChanged.connect(lambda _: self._update())
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.rate, self.side = ChoiceBox(), ChoiceBox()
        for choice in sorted({*_RATES, round(rate)}):
            self.rate.addItem(str(choice), choice)
        self.rate.setCurrentIndex(self.rate.findData(round(rate)))
        self.side.addItem(self.tr("As the photo"), 0)
        for side in _SIDES:
            if side < self._longer:
                self.side.addItem(self.tr("{0} px").format(side), side)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for line, (name, field) in enumerate(((self.tr("Longer side"), self.side),
                                              (self.tr("Frames a second"), self.rate)), 1):
            field.setAccessibleName(name)
            grid.addWidget(label(name), line, 0)
            grid.addWidget(field, line, 1)
        grid.addWidget(label(self.tr("File")), 0, 0)
        grid.addLayout(row, 0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.report)
        self.body.addWidget(self.job)
        self.job.ended.connect(self._update)
        document.photo_changed.connect(self._photo_closed)
        self.button(self.tr("Close"), self.reject)
        self.export_button = self.button(self.tr("Write film"), self.export, default=True)
        self._update()
        self.resize(self.sizeHint().expandedTo(QSize(px(520), 0)))

    @property
    def _longer(self) -> int:
        """Pixels of the photo's longer side."""
        photo = self._document.photo
        return max(photo.picture.size) if photo is not None else 0

    def _start(self) -> Path:
        """Beside the photo, or where films went last."""
        photo = self._document.photo
        kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        source = Path(photo.picture.path) if photo is not None and photo.picture.path else \
            (Path(kept) if kept and Path(kept).is_dir() else Path.home()) / (self._document.photo_name or "portrait")
        return Path(str(self._settings.value("folders/film", source.parent))) / f"{source.stem}{SUFFIX}"

    def _browse(self) -> None:
        path = ask_save_path(self, self.tr("Export film"), Path(self.path.text()), [("MP4", SUFFIX)], asked_later=True)
        if path is not None:
            self.path.setText(str(path))

    def _update(self) -> None:
        name = Path(self.path.text().strip())
        self.export_button.setEnabled(name.suffix.lower() == SUFFIX and not self.job.busy
                                      and self._document.timeline(self._face).duration > 0)
        for field in (self.path, self.rate, self.side):
            field.setEnabled(not self.job.busy)

    def export(self) -> None:
        """Write it."""
        photo, path = self._document.photo, Path(self.path.text().strip()).expanduser()
        if photo is None or not may_replace(self, self.tr("Export film"), [path]):
            return
        self._settings.setValue("folders/film", str(path.parent))
        try:
            film = TimelineFilm(photo.id, self._face, self._document.timeline(self._face),
                                self._document.state(self._face).look, self._document.table,
                                Fraction(self.rate.currentData()), self.side.currentData() or None)
        except EngineError as error:
            self.say_failed(error)
            return
        self.report.hide()
        ask = Ask(self, self.tr("Export film"), lambda engine: engine.films.film_timeline(film, path), Rank.PATIENT)
        ask.then(self._done).failed(self.say_failed)
        ask.cancelled(lambda: self.say(self.tr("Stopped. What was drawn is kept and used the next time."), "dim"))
        self.job.watch(ask.start(self._thread))
        self._update()

    def _done(self, report: "TimelineReport") -> None:
        words = self.tr("Written: {0} frames, {1} s").format(report.frames, f"{report.seconds:.2f}")
        self.say("\n".join([f"✓ {words}", *map(sentence, report.notes)]), "good")

    def _photo_closed(self) -> None:
        """What stands here is of a photo that is not open any more."""
        if self.job.busy:
            self._thread.tell(EngineError(Text("the film was stopped: its photo was closed; what was drawn is kept")))
        self.reject()
