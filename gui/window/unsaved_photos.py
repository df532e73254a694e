"""Unsaved work on several photos of the tray: one question for all of it, and saving it in one go."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.base.file_names import file_name
from engine.project.project import SUFFIX
from gui.controls.message import MessageBox
from gui.model.opening import SAMPLES
from gui.model.session import Session
from gui.model.tray import TrayEntry
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
        more = self.tr("{0}. Each is saved as a project beside its photo; the photos themselves stay as they are. "
                       "Otherwise the changes are lost.").format(named) if len(entries) > 1 else \
            self.tr("They are saved as a project beside the photo; the photo itself stays as it is. Otherwise they are "
                    "lost.")
        box = MessageBox(MessageBox.Icon.Question, self.tr("Unsaved changes"), words, more,
                         button.SaveAll | button.Discard | button.Cancel, self._window)
        box.setDefaultButton(button.SaveAll)
        box.button(button.SaveAll).setText(self.tr("Save all") if len(entries) > 1 else self.tr("Save"))
        answer = box.exec()
        if answer == button.SaveAll:
            self._save(list(entries), then)
        return answer == button.Discard

    def _save(self, entries: list[TrayEntry], then: Callable[[], object]) -> None:
        """One after the other; what cannot be saved is told, and ends it."""
        if not entries:
            then()
            return
        entry, tray = entries.pop(0), self._session.tray
        if not tray.unsaved(entry):
            self._save(entries, then)
            return
        open_now = tray.open_row >= 0 and tray.entries[tray.open_row] is entry
        path = self._path(entry, open_now)
        ask = self._session.save(path) if open_now else tray.save(entry, path)
        if ask is not None:
            ask.then(lambda _: self._save(entries, then))

    def _path(self, entry: TrayEntry, open_now: bool) -> Path:
        """Where its project is, or where a new one belongs, under a name that is free."""
        if open_now and self._session.document.path is not None and not self._session.saving_asks:
            return self._session.document.path
        on_disk = entry.work.place.on_disk if entry.work is not None else None
        if on_disk is not None and not on_disk.asks:
            return on_disk.path
        folder = entry.path.parent if entry.path is not None else None
        if folder is None or folder == SAMPLES or not os.access(folder, os.W_OK):
            folder = Path(self._elsewhere())
        stem, number = Path(entry.name).stem or "portrait", 1
        path = folder / file_name(stem, SUFFIX)
        while os.path.lexists(path):
            number += 1
            path = folder / file_name(stem, f"-{number}{SUFFIX}")
        return path
