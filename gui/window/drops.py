"""Whatever is dropped on the window or pasted into it is opened, or answered in one line."""

from PySide6.QtCore import QDateTime, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from engine.base.errors import EngineError
from engine.base.text import Text, listed
from gui.model.incoming import Incoming, IncomingFiles, incoming, may_come, promises_picture
from gui.model.session import Session
from gui.window.files import Files
from gui.window.notice import Notice

_MOST_NAMED = 3


class Drops(QObject):
    """The window's answers to the hand that holds something over it, and to Ctrl+V."""

    def __init__(self, session: Session, files: Files, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._files, self._notice = session, files, notice
        self._others: IncomingFiles | None = None  # what came beside the file that is being opened
        session.photo_opened.connect(self._opened)
        session.failed.connect(self._not_opened)

    def enters(self, event: QDragEnterEvent) -> bool:
        """Take it, for whatever is let go here is answered. Whether it looks as if it could be opened."""
        if not may_come(event.mimeData()):
            return False
        _copy(event)
        return promises_picture(event.mimeData())

    def dropped(self, event: QDropEvent) -> None:
        _copy(event)
        self.take(event.mimeData())

    def paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Open what there is, in place of what is open, after asking about unsaved work."""
        try:
            what = incoming(data, self._title)
        except EngineError as error:
            self._notice.show_error(error)
            return
        self._take(what)

    def _take(self, what: Incoming) -> None:
        if not isinstance(what, IncomingFiles):
            self._files.open_picture(what)
        else:
            self._others = what  # told when it is open, which may be after what is open has been saved
            self._files.open_all(what.paths)

    def _opened(self) -> None:
        what, self._others = self._others, None
        document = self._session.document
        opened = document.path or (document.photo.picture.path if document.photo is not None else None)
        if what is not None and opened == what.paths[0]:
            self._tell_left_out(what)

    def _tell_left_out(self, what: IncomingFiles) -> None:
        if what.left_out:
            more = len(what.left_out) - _MOST_NAMED
            names = listed(what.left_out[:_MOST_NAMED])
            self._notice.show_error(EngineError(
                Text("Left out, for these are no pictures or projects: {0} and {1} more", names, more) if more > 0
                else Text("Left out, for this is no picture or project: {0}", names)))

    def _not_opened(self, _: object) -> None:
        self._others = None

    def _title(self) -> str:
        words = self.tr("Pasted picture")
        return f"{words} {QDateTime.currentDateTime().toString('yyyy-MM-dd HH.mm.ss')}"


def _copy(event: QDropEvent) -> None:
    """Never move: a file manager would take the file away from where it was."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
