"""The menu of the files opened last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.controls.tip import set_tip
from gui.model.recent import distinct_names, forget_all, recent_files
from gui.words.plain import short, unmarked


class RecentMenu(QMenu):
    """path_chosen: a Path to open. cleared: no file is remembered any more."""

    path_chosen = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open recent"))
        self.fill()

    def fill(self) -> None:
        """List what there is now. Asked for as the menu above it opens: a submenu that is disabled never shows, and
        would stay so."""
        self.clear()
        paths = recent_files()
        for path, (_, folder) in zip(paths, distinct_names(paths), strict=True):
            name = short(path.name) if not folder else f"{short(path.name)}  ·  {short(folder)}"
            action = self.addAction(unmarked(name))
            set_tip(action, str(path))
            action.triggered.connect(lambda _=False, path=path: self.path_chosen.emit(path))
        if paths:
            self.addSeparator()
            self.addAction(self.tr("Clear the list")).triggered.connect(self._forget)
        self.menuAction().setEnabled(bool(paths))

    def _forget(self) -> None:
        forget_all()
        self.fill()
        self.cleared.emit()
