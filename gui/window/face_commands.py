"""The commands that act on the chosen face as a whole: copy, paste and reset what is set on it, go to the next one."""

from PySide6.QtCore import QObject, Signal

from engine.base.look import Look
from engine.base.text import Text
from gui.model.session import Session


class FaceCommands(QObject):
    """What the window's menus do to a face. copied: there is something else to paste."""

    copied = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document

    def copy_look(self) -> None:
        self._session.copied_look = self._document.look()
        self.copied.emit()
        self._session.message.emit(self.tr("Settings copied"))

    def paste_look(self) -> None:
        if self._session.copied_look is not None:
            self._document.set_look(self._session.copied_look, Text("Paste settings"))

    def reset_look(self) -> None:
        self._document.set_look(Look(), Text("Reset the face"))

    def next_face(self) -> None:
        self._step(1)

    def last_face(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._document.face_count:
            self._document.select((self._document.selected + by) % self._document.face_count)
