"""Opening the window's dialogs: each is imported when it is first wanted, and goes away when it is closed."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from engine.project.project import SUFFIX
from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import HeadLikeness
from gui.model.person_photos import More
from gui.model.session import Session
from gui.model.shown_rig import ShownRig


class Dialogs(QObject):
    """The commands that open a dialog over the window."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def export(self) -> None:
        self.export_at("")

    def export_at(self, page: str) -> None:
        """page: the id of the page to begin with, "" for the first."""
        from gui.dialogs.export import ExportDialog

        self._session.document.end_gesture()
        dialog = ExportDialog(self._session.document, self._session.thread_, self._window, self._session.choice)
        if page:
            dialog.show_page(page)
        dialog.open()

    def film(self) -> None:
        """Of the chosen face's timeline."""
        from gui.dialogs.film import FilmDialog

        self._session.timeline.pause()
        self._session.document.end_gesture()
        FilmDialog(self._session.document, self._session.timeline.rate, self._session.thread_, self._window).open()

    def blend(self, rig: ShownRig, locked: frozenset[str], worn: tuple[HeadLikeness, HeadWear, More]) -> None:
        """Blend the head of a rig with others; ids that are locked stay. worn: what the head wears."""
        from gui.dialogs.rig_blend import RigBlendDialog

        self._session.document.end_gesture()
        RigBlendDialog(rig, self._session.thread_, locked, self._others(), worn, self._window).open()

    def person_photos(self) -> None:
        """Further photos of the chosen face's person."""
        from gui.dialogs.person_photos import PersonPhotosDialog

        self._session.document.end_gesture()
        pictures = [(name, path) for name, path in self._others() if path.suffix.lower() != SUFFIX]
        PersonPhotosDialog(self._session.document, self._session.person_photos, self._session.thread_, pictures,
                           self._window).open()

    def _others(self) -> list[tuple[str, Path]]:
        """Files of the tray that are not open, by name."""
        tray = self._session.tray
        return [(entry.name, entry.path) for row, entry in enumerate(tray.entries)
                if entry.path is not None and row != tray.open_row]

    def models(self) -> None:
        self.models_at("")

    def models_at(self, model_id: str) -> None:
        """model_id: the one to begin with, "" for the first."""
        from gui.dialogs.models import ModelsDialog

        dialog = ModelsDialog(self._session.thread_, self._window)
        dialog.finished.connect(self._session.choice.check)
        dialog.finished.connect(self._session.inversions.check)
        dialog.finished.connect(self._session.face_textures.check)
        dialog.finished.connect(self._session.rig_fits.check)
        dialog.open()
        if model_id:
            dialog.show_model(model_id)

    def batch(self) -> None:
        """Of all photos in the tray; of the one that is open where there is no tray."""
        from gui.dialogs.batch import BatchDialog

        paths = [path for path in self._session.tray.paths if path.suffix.lower() != SUFFIX]
        dialog = BatchDialog(self._session.document, self._session.thread_, self._session.choice, self._window)
        if paths:
            dialog.photos.clear()
            dialog.add(paths)
        dialog.show()

    def train(self) -> None:
        """One, however often it is asked for; it stands beside the window."""
        from gui.dialogs.training import TrainingDialog

        dialog = self._window.findChild(TrainingDialog)
        if dialog is None:
            dialog = TrainingDialog(self._session.thread_, self._window)
            dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def help(self) -> None:
        """One page, however often it is asked for; it stands beside the window."""
        from gui.dialogs.help import HelpDialog
        from gui.window.help_topics import commands, gestures

        page = self._window.findChild(HelpDialog)
        if page is None:
            page = HelpDialog([*gestures(), *commands(self._window.menuBar())], self._window)
            page.show()
        page.raise_()
        page.activateWindow()

    def shortcuts(self) -> None:
        from gui.window.help_topics import commands, gestures
        from gui.window.shortcut_overlay import ShortcutOverlay

        ShortcutOverlay([*commands(self._window.menuBar()), *gestures()], self._window)

    def settings(self) -> None:
        from gui.dialogs.settings import SettingsDialog

        SettingsDialog(self._window).open()

    def about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()

    def report(self) -> None:
        from gui.dialogs.doctor import DoctorDialog

        DoctorDialog(self._session.thread_, self._window).open()

    def engine(self) -> None:
        from gui.dialogs.engine_status import EngineStatusDialog

        EngineStatusDialog(self._session.thread_, self._window).open()
