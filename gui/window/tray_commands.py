"""The tray in its window: when it shows, and the commands that walk through it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from engine.base.errors import EngineError
from engine.base.text import Text
from gui.model.session import Session
from gui.model.tray import MOST
from gui.window.actions import Actions
from gui.window.dialog_opener import Dialogs
from gui.window.files import Files
from gui.window.tray import TrayBar


class TrayCommands(QObject):
    """bar: to be put under the photo."""

    def __init__(self, session: Session, files: Files, dialogs: Dialogs, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tray, self._actions, self._window = session, session.tray, actions, window
        self.bar = TrayBar(self._tray, files.take_out, files.close_tray, dialogs.batch)
        actions["next photo"].triggered.connect(lambda: self._tray.step(1))
        actions["last photo"].triggered.connect(lambda: self._tray.step(-1))
        actions["tray"].triggered.connect(self._choose)
        actions["full screen"].toggled.connect(lambda _: self._show())
        for signal in (self._tray.reset, self._tray.moved):
            signal.connect(self._show)
        self._tray.cut.connect(self._tell_cut)
        window.installEventFilter(self)
        self._show()

    def _choose(self, on: bool) -> None:
        """Asked for, or not wanted: whatever the window's height."""
        self._tray.wanted = on
        self._show()

    def _show(self) -> None:
        alone = self._actions["full screen"].isChecked()  # then nothing but the photo is there
        self.bar.show_in(self._window.height(), False if alone else self._tray.wanted)
        active = self._tray.active
        for name in ("next photo", "last photo"):
            self._actions[name].setEnabled(active)
        self._actions["tray"].setEnabled(active and not alone)
        self._actions["tray"].setChecked(not self.bar.isHidden())

    def _tell_cut(self, count: int) -> None:
        self._session.failed.emit(EngineError(Text("{0} files are more than the tray holds; the first {1} are in it",
                                                   count, MOST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show()
        return False
