"""Asking for files: open, save, close, and never losing unsaved work on the way."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.base.errors import EngineError
from engine.photo.picture_kinds import PICTURE_PATTERNS
from engine.project.project import SUFFIX
from engine.project.project_lock import Owner, ProjectInUse
from gui.controls.message import MessageBox
from gui.dialogs.save_path import ask_save_path
from gui.model.incoming import IncomingPicture
from gui.model.opening import Access
from gui.model.session import Session
from gui.window.project_place import folder_beside, project_place
from gui.window.unsaved_photos import UnsavedPhotos
from gui.words.plain import short


class Files(QObject):
    """The window's file commands."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._then: Callable[[], object] | None = None
        self.photos = UnsavedPhotos(session, window, lambda: self._folder("folders/save"))
        session.saved.connect(self._saved)
        session.failed.connect(self._not_saved)
        session.may_replace = self.may_replace
        session.in_use.connect(self._ask_access)
        session.not_saved.connect(self._ask_to_replace)

    def ask_open(self) -> None:
        both, pictures = self.tr("Pictures and projects"), self.tr("Pictures")  # lupdate reads no text in an f-string
        projects, everything = self.tr("Facewright projects"), self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open portraits or projects"), self._folder("folders/open"),
            ";;".join((f"{both} ({PICTURE_PATTERNS} *{SUFFIX})", f"{pictures} ({PICTURE_PATTERNS})",
                       f"{projects} (*{SUFFIX})", f"{everything} (*)")))
        if names:
            QSettings().setValue("folders/open", str(Path(names[0]).parent))
            self.open_all([Path(name) for name in names])

    def open(self, path: Path) -> bool:
        """Open a file in place of what is open, after asking about unsaved work; where there is a tray, beside it.
        False when something goes before."""
        if self._session.tray.active:
            self._session.tray.add([path])
            return True
        return self._open(lambda: self._session.open(path))

    def open_all(self, paths: Sequence[Path]) -> bool:
        """Open several files beside each other, the first to be seen."""
        if len(paths) == 1:
            return self.open(paths[0])
        self._session.tray.add(paths)
        return True

    def open_picture(self, picture: IncomingPicture) -> bool:
        """The same with a picture that is in no file."""
        return self._open(lambda: self._session.open_picture(picture))

    def _open(self, start: Callable[[], object]) -> bool:
        if not self.may_replace(start):
            return False
        start()
        return True

    def close_photo(self) -> None:
        """Close the photo that is open; where there is a tray its neighbour follows."""
        tray = self._session.tray
        if tray.keeps_open_work:
            self.take_out(tray.open_row)
        elif self._session.document.photo is not None and self._may_lose(self._session.close_photo):
            self._session.close_photo()

    def take_out(self, row: int) -> None:
        """Take a photo out of the tray, after asking about what is set on it."""
        tray = self._session.tray
        entry = tray.entries[row]
        self._session.document.end_gesture()

        def remove() -> None:
            if entry in tray.entries:
                tray.remove(tray.entries.index(entry))

        if not tray.unsaved(entry) or self.photos.may_go([entry], remove):
            remove()

    def close_tray(self) -> None:
        """No tray any more, after asking about what is set on its photos; the one that is open stays."""
        if self.photos.may_go(self._session.tray.unsaved_others, self._session.tray.clear):
            self._session.tray.clear()

    def _ask_access(self, path: Path, error: ProjectInUse) -> None:
        """Another editor has the project that was to be opened: look at it, take it over, or leave it."""
        button = QMessageBox.StandardButton
        box = self._box(self.tr("Project in use"), self._opened_by(path, error.owner),
                        self.tr("You can look at it and save it under another name. Take it over only if you know "
                                "the other editor: it will be asked before it saves over your work."),
                        button.Open | button.Retry | button.Cancel)
        box.button(button.Open).setText(self.tr("Open read-only"))
        box.button(button.Retry).setText(self.tr("Take over"))
        answer = box.exec()
        if answer == button.Open:
            self._session.open(path, Access.READ)
        elif answer == button.Retry:
            self._session.open(path, Access.TAKE_OVER)

    def _ask_to_replace(self, path: Path, error: EngineError) -> None:
        """Somebody else saved that file, or has it open: nobody's work goes without a word."""
        button = QMessageBox.StandardButton
        if isinstance(error, ProjectInUse):
            words = self._opened_by(path, error.owner)
        else:
            words = self.tr("“{0}” was changed by somebody else since you opened it.").format(short(path.name))
        box = self._box(self.tr("Save the project"), words,
                        self.tr("Replacing it loses what they saved. Your work is not saved yet."),
                        button.Save | button.Yes | button.Cancel)
        box.button(button.Save).setText(self.tr("Save as…"))
        box.button(button.Yes).setText(self.tr("Replace"))
        answer, then = box.exec(), self._then
        if answer == button.Yes:
            self._session.save(path, replacing=True)
        elif answer != button.Save or not self.save_as():
            then = None
        self._then = then

    def _opened_by(self, path: Path, owner: Owner | None) -> str:
        name = short(path.name)
        if owner is None:
            return self.tr("“{0}” is open in another Facewright.").format(name)
        since = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(owner.since)), QLocale.FormatType.ShortFormat)
        return self.tr("“{0}” is open in another Facewright: {1}, since {2}.").format(name, owner.who, since)

    def _box(self, title: str, text: str, hint: str, buttons: QMessageBox.StandardButton) -> MessageBox:
        """A warning; Enter changes nothing."""
        box = MessageBox(MessageBox.Icon.Warning, title, text, hint, buttons, self._window)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        return box

    def save(self) -> bool:
        """Save where it was saved before, else ask. False when nothing was started."""
        path = self._session.document.path
        return self.save_as() if path is None or self._session.saving_asks else self._session.save(path) is not None

    def save_as(self) -> bool:
        document = self._session.document
        start = document.path or project_place(self._photo_path, document.name, self._folder("folders/save"))
        path = ask_save_path(self._window, self.tr("Save the project"), start,
                             [(self.tr("Facewright projects"), SUFFIX)])
        if path is None:
            return False
        QSettings().setValue("folders/save", str(path.parent))
        return self._session.save(path) is not None

    @property
    def _photo_path(self) -> Path | None:
        """The picture file that is open; None when the picture is in none."""
        photo = self._session.document.photo
        return Path(photo.picture.path) if photo is not None and photo.picture.path else None

    def may_close(self, then: Callable[[], object]) -> bool:
        """Whether all that is open may go. When it has to be saved first this is False, and `then` is called once it
        is."""
        tray = self._session.tray
        self._session.document.end_gesture()
        if not tray.unsaved_others:
            return self._may_lose(then)
        return self.photos.may_go([entry for entry in tray.entries if tray.unsaved(entry)], then)

    def may_replace(self, then: Callable[[], object]) -> bool:
        """The same of the photo that is open, when another is to take its place: in the tray nothing of it is lost."""
        return self._session.tray.keeps_open_work or self._may_lose(then)

    def _may_lose(self, then: Callable[[], object]) -> bool:
        document = self._session.document
        document.end_gesture()
        if not document.dirty:
            return True
        button = QMessageBox.StandardButton
        box = MessageBox(MessageBox.Icon.Question, self.tr("Unsaved changes"),
                         self.tr("Save the changes to “{0}”?").format(short(document.name)),
                         self._what_saving_does(), button.Save | button.Discard | button.Cancel,
                         self._window)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        if answer == button.Discard:
            return True
        if answer == button.Save:
            self._then = then
            if not self.save():
                self._then = None
        return False

    def _what_saving_does(self) -> str:
        """Nobody need fear for the photo."""
        if self._session.document.path is not None and not self._session.saving_asks:
            return self.tr("They go into the project; the photo itself stays as it is. Otherwise they are lost.")
        if self._session.document.path is None and folder_beside(self._photo_path) is not None:
            return self.tr("They are saved as a project beside the photo; the photo itself stays as it is. Otherwise "
                           "they are lost.")
        return self.tr("They are saved as a project where you choose; the photo itself stays as it is. Otherwise they "
                       "are lost.")

    def _saved(self, path: Path) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _not_saved(self, error: object) -> None:
        self._then = None

    @staticmethod
    def _folder(key: str) -> str:
        folder = QSettings().value(key, "")
        return str(folder) if folder and Path(str(folder)).is_dir() else str(Path.home())
