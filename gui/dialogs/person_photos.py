"""Further photos of the chosen face's person: the game head is made of them and of the one that is open."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import Job, on_thread, single
from engine.facade import EngineFacade
from engine.photo.face import Box
from engine.photo.picture import Picture
from engine.photo.picture_kinds import PICTURE_PATTERNS, is_picture_name
from engine.project.person_photos import MOST
from gui.controls.context_menu import ContextMenu
from gui.controls.label import ElidedLabel, Label, label, set_role
from gui.dialogs.job_dialog import Dialog, Page
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.face_picture import around, face_picture
from gui.model.lanes import Rank
from gui.model.person_photos import More, PersonPhotos, opened
from gui.model.photo_image import PhotoImage
from gui.panels.tool_button import tool_button
from gui.style.scale import px
from gui.words.engine_texts import shown_error
from gui.words.plain import one_line

_SIDE = 56
"""Of a face's picture, logical pixels."""
_Pictures = tuple[dict[str, QImage], frozenset[str]]
"""Small faces by photo, and which photos show somebody else."""


class _PhotoRow(QFrame):
    """A number, the face, the file's name, what is to be known of it, and a button that takes it away."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.picture, self.name, self.note = Label(), ElidedLabel(one_line(name)), label("", "small")
        self.picture.setFixedSize(px(_SIDE), px(_SIDE))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addStretch(1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 6, 6, 6)
        self.row.setSpacing(10)
        self.row.addWidget(Label(str(number)))
        self.row.addWidget(self.picture)
        self.row.addLayout(words, 1)
        self.note.hide()

    def show_picture(self, picture: QImage | None) -> None:
        if picture is not None:
            pixmap = QPixmap.fromImage(picture)
            pixmap.setDevicePixelRatio(picture.width() / px(_SIDE))
            self.picture.setPixmap(pixmap)

    def say(self, text: str, role: str) -> None:
        self.note.setText(text)
        set_role(self.note, role)
        self.note.setVisible(bool(text))


class PersonPhotosDialog(Dialog):
    """Every change is a step of the face at once; the head follows. others: pictures of the tray, by name."""

    def __init__(self, document: ProjectDocument, photos: PersonPhotos, thread: EngineThread,
                 others: Sequence[tuple[str, Path]] = (), parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Photos of this person"))
        self.setAcceptDrops(True)
        self._document, self._photos, self._thread, self._others = document, photos, thread, list(others)
        self._settings = QSettings()
        self._looking: Ask[_Pictures] | None = None
        self.rows: dict[str, _PhotoRow] = {}
        self.body.addWidget(label(self.tr(
            "The head's skin and shape are made of all of them: at each place of the photo that shows it best. "
            "Hair, pose and expression are those of photo 1. They are kept in the project.")))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.body.addWidget(Page(inside), 1)
        self.report = label("", "warn")
        self.report.hide()
        self.body.addWidget(self.report)
        self.add_button, self.tray_button = QPushButton(self.tr("Add files…")), QPushButton(self.tr("From the tray"))
        self.add_button.clicked.connect(self._browse)
        self.tray_button.clicked.connect(self._open_menu)
        self.busy = label("", "small")
        adding = QHBoxLayout()
        adding.setSpacing(8)
        for button in (self.add_button, self.tray_button):
            button.setAutoDefault(False)
            adding.addWidget(button)
        self.tray_button.setVisible(bool(self._others))
        adding.addWidget(self.busy, 1)
        self.body.addLayout(adding)
        self.button(self.tr("Close"), self.reject, default=True)
        photos.changed.connect(self._show)
        photos.busy_changed.connect(self._show_busy)
        photos.refused.connect(self._refused)
        document.photo_changed.connect(self.reject)
        self.resize(px(460), px(440))
        self._show()

    # -- showing -----------------------------------------------------------------------------------------------
    def _face(self) -> FaceKey | None:
        photo, face = self._document.photo, self._document.selected
        return (photo.id, face) if photo is not None and face >= 0 else None

    def _show(self) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        face = self._face()
        if face is None:
            return
        first = self.rows[face[0]] = _PhotoRow(1, self._document.photo_name or self.tr("The photo that is open"))
        first.say(self.tr("The photo that is open"), "small")
        self._put(first)
        for number, photo in enumerate(self._photos.named(), 2):
            row = self.rows[photo.digest] = _PhotoRow(number, photo.name)
            away = tool_button("close", self.tr("Without photo {0}").format(number),
                               partial(self._photos.remove, photo.digest))
            row.row.addWidget(away)
            self._put(row)
        self._show_busy()
        side, more = round(px(_SIDE) * self.devicePixelRatioF()), self._photos.more()
        self._looking = Ask(self, self.tr("Looking at the photos"),
                            lambda engine: _pictures(engine, face, more, side), Rank.PROMPT) \
            .then(self._seen).failed(self._refused).start(self._thread, self._looking)

    def _put(self, row: _PhotoRow) -> None:
        self._column.insertWidget(self._column.count() - 1, row)  # before the stretch

    def _seen(self, found: _Pictures) -> None:
        pictures, strange = found
        for digest, row in self.rows.items():
            row.show_picture(pictures.get(digest))
            if digest in strange:
                row.say(self.tr("This may be somebody else."), "warn")

    def _show_busy(self) -> None:
        busy, room = self._photos.busy, self._photos.room
        for button in (self.add_button, self.tray_button):
            button.setEnabled(not busy and room > 0)
        self.busy.setText(self.tr("Looking at the photos…") if busy else
                          self.tr("{0} photos at most").format(MOST + 1) if room <= 0 else "")

    # -- adding ------------------------------------------------------------------------------------------------
    def add(self, paths: Sequence[Path]) -> None:
        self.report.setText("")
        self.report.hide()
        self._photos.add(paths)

    def _refused(self, error: EngineError) -> None:
        self.report.setText("\n".join(line for line in (self.report.text(), shown_error(error)) if line))
        self.report.show()

    def _browse(self) -> None:
        photo = self._document.photo
        beside = Path(photo.picture.path).parent if photo is not None and photo.picture.path else ""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("More photos of this person"),
                                                str(self._settings.value("folders/open", beside)),
                                                self.tr("Pictures") + f" ({PICTURE_PATTERNS})")
        if names:
            self.add([Path(name) for name in names])

    def _open_menu(self) -> None:
        self.menu().open_at(self.tray_button.mapToGlobal(QPoint(0, self.tray_button.height())))

    def menu(self) -> ContextMenu:
        """The pictures of the tray."""
        menu = ContextMenu(self.tray_button)
        for name, path in self._others:
            menu.add(name, partial(self.add, [path]))
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self._dropped(event) and self.add_button.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.add(self._dropped(event))

    def _dropped(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if is_picture_name(path)]

    def reject(self) -> None:
        """Closing it adds nothing that is still being looked at."""
        self._photos.cancel()
        super().reject()


def _small(picture: Picture, box: Box, side: int) -> QImage:
    image = PhotoImage.of(picture)
    return face_picture(image, around(box, image.size), [], side)


def _pictures(engine: EngineFacade, face: FaceKey, more: More, side: int) -> Job[_Pictures]:
    ids = [face[0], *(yield from opened(engine, more))]
    pictures = {}
    for place, photo_id in enumerate(ids):
        photo = engine.photos[photo_id]
        box = photo.faces[0 if place else face[1]].box
        pictures[photo_id] = yield from on_thread(single(partial(_small, photo.picture, box, side)))
    strange = engine.rigs.strange(ids, face[1])
    return pictures, frozenset(photo_id for number, photo_id in enumerate(ids, 1) if number in strange)
