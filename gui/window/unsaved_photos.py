"""Unsaved work on several photos of the tray: one question for all of it, and saving it in one go."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.controls.message import MessageBox
from gui.model.session import Session
from gui.model.tray import TrayEntry
from gui.window.project_place import folder_beside, free, project_place
from gui.words.plain import short

_MOST_NAMED = 4


class UnsavedPhotos(QObject):
    """elsewhere: the folder for what belongs beside no photo."""

    def __init__(self, session: Session, window: QWidget, elsewhere: Callable[[], str]) -> None:
        super().__init__(window)
        self._session, self._window, self._elsewhere = session, window, elsewhere

    def may_go(self, entries: Sequence[TrayEntry], then: Callable[[], object]) -> bool:
        """Whether what is set on these photos may go. When it has to be saved first this is False, and `then` is called
        once all of it is."""
        if not entries:
            return True
        button = QMessageBox.StandardButton
        words = self.tr("{0} photos have unsaved changes.").format(len(entries)) if len(entries) > 1 else \
            self.tr("Save the changes to “{0}”?").format(short(entries[0].name))
        named = ", ".join(short(entry.name) for entry in entries[:_MOST_NAMED]) \
            + (" …" if len(entries) > _MOST_NAMED else "")
        more = self._what_saving_does(entries, named)
        box = MessageBox(MessageBox.Icon.Question, self.tr("Unsaved changes"), words, more,
                         button.SaveAll | button.Discard | button.Cancel, self._window)
        box.setDefaultButton(button.SaveAll)
        box.button(button.SaveAll).setText(self.tr("Save all") if len(entries) > 1 else self.tr("Save"))
        answer = box.exec()
        if answer == button.SaveAll:
            self._save(list(entries), then)
        return answer == button.Discard

    def _what_saving_does(self, entries: Sequence[TrayEntry], named: str) -> str:
        new = [entry for entry in entries if self._own(entry) is None]
        beside = all(folder_beside(entry.path) is not None for entry in new)
        folder = short(Path(self._elsewhere()).name or self._elsewhere())
        if len(entries) > 1 and beside:
            return self.tr("{0}. Each is saved as a project beside its photo; the photos themselves stay as they are. "
                           "Otherwise the changes are lost.").format(named)
        if len(entries) > 1:
            return self.tr("{0}. Each is saved as a project beside its photo, or in “{1}” where it cannot lie there; "
                           "the photos themselves stay as they are. Otherwise the changes are lost.").format(
                               named, folder)
        if not new:
            return self.tr("They go into the project; the photo itself stays as it is. Otherwise they are lost.")
        if beside:
            return self.tr("They are saved as a project beside the photo; the photo itself stays as it is. Otherwise "
                           "they are lost.")
        return self.tr("They are saved as a project in “{0}”; the photo itself stays as it is. Otherwise they are "
                       "lost.").format(folder)

    def _save(self, entries: list[TrayEntry], then: Callable[[], object]) -> None:
        """One after the other; what cannot be saved is told, and ends it."""
        if not entries:
            then()
            return
        entry, tray = entries.pop(0), self._session.tray
        if not tray.unsaved(entry):
            self._save(entries, then)
            return
        path = self._own(entry) or free(project_place(entry.path, entry.name, self._elsewhere()))
        ask = self._session.save(path) if self._is_open(entry) else tray.save(entry, path)
        if ask is not None:
            ask.then(lambda _: self._save(entries, then))

    def _is_open(self, entry: TrayEntry) -> bool:
        tray = self._session.tray
        return tray.open_row >= 0 and tray.entries[tray.open_row] is entry

    def _own(self, entry: TrayEntry) -> Path | None:
        """The project that it is saved in without a question; None when it needs a new one."""
        if self._is_open(entry) and self._session.document.path is not None and not self._session.saving_asks:
            return self._session.document.path
        on_disk = entry.work.place.on_disk if entry.work is not None else None
        return on_disk.path if on_disk is not None and not on_disk.asks else None
