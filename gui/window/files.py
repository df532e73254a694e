"""Asking for files: open, save, close, and never losing unsaved work on the way."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.base.file_names import file_name
from engine.photo.picture_kinds import PICTURE_PATTERNS
from engine.project.project import SUFFIX
from gui.controls.message import MessageBox
from gui.model.incoming import IncomingPicture
from gui.model.session import Session
from gui.words.plain import short


class Files(QObject):
    """The window's file commands."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._then: Callable[[], object] | None = None
        session.saved.connect(self._saved)
        session.failed.connect(self._not_saved)
        session.may_replace = self.may_close

    def ask_open(self) -> None:
        both, pictures = self.tr("Pictures and projects"), self.tr("Pictures")  # lupdate reads no text in an f-string
        projects, everything = self.tr("Facewright projects"), self.tr("All files")
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a portrait or a project"), self._folder("folders/open"),
            ";;".join((f"{both} ({PICTURE_PATTERNS} *{SUFFIX})", f"{pictures} ({PICTURE_PATTERNS})",
                       f"{projects} (*{SUFFIX})", f"{everything} (*)")))
        if path:
            QSettings().setValue("folders/open", str(Path(path).parent))
            self.open(Path(path))

    def open(self, path: Path) -> bool:
        """Open a file in place of what is open, after asking about unsaved work. False when that goes before."""
        return self._open(lambda: self._session.open(path))

    def open_picture(self, picture: IncomingPicture) -> bool:
        """The same with a picture that is in no file."""
        return self._open(lambda: self._session.open_picture(picture))

    def _open(self, start: Callable[[], object]) -> bool:
        if not self.may_close(start):
            return False
        start()
        return True

    def close_photo(self) -> None:
        if self._session.document.photo is not None and self.may_close(self._session.close_photo):
            self._session.close_photo()

    def save(self) -> bool:
        """Save where it was saved before, else ask. False when nothing was started."""
        path = self._session.document.path
        return self.save_as() if path is None else self._session.save(path) is not None

    def save_as(self) -> bool:
        document = self._session.document
        name = Path(document.name).stem or "portrait"
        projects = self.tr("Facewright projects")
        start = document.path or Path(self._folder("folders/save")) / file_name(name, SUFFIX)
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the project"), str(start),
                                              f"{projects} (*{SUFFIX})")
        if not path:
            return False
        QSettings().setValue("folders/save", str(Path(path).parent))
        return self._session.save(Path(path)) is not None

    def may_close(self, then: Callable[[], object]) -> bool:
        """Whether what is open may go. When it has to be saved first this is False, and `then` is called once it is."""
        document = self._session.document
        document.end_gesture()
        if not document.dirty:
            return True
        button = QMessageBox.StandardButton
        box = MessageBox(MessageBox.Icon.Question, self.tr("Unsaved changes"),
                         self.tr("Save the changes to “{0}”?").format(short(document.name)),
                         self.tr("Otherwise they are lost."), button.Save | button.Discard | button.Cancel,
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
