"""Opening the window's dialogs: each is imported when it is first wanted, and goes away when it is closed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.inversions import GENERATOR, Inversions
from gui.model.session import Session


class Dialogs(QObject):
    """The commands that open a dialog over the window."""

    def __init__(self, session: Session, choice: FinalRendererChoice, inversions: Inversions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._choice, self._inversions, self._window = session, choice, inversions, window

    def export(self) -> None:
        self._export(rig=False)

    def export_rig(self) -> None:
        self._export(rig=True)

    def models(self) -> None:
        self._models("")

    def generator(self) -> None:
        """The models, at the face generator's."""
        self._models(GENERATOR)

    def _models(self, model_id: str) -> None:
        from gui.dialogs.models import ModelsDialog

        dialog = ModelsDialog(self._session.thread_, self._window)
        dialog.finished.connect(self._choice.check)
        dialog.finished.connect(self._inversions.check)
        dialog.open()
        if model_id:
            dialog.show_model(model_id)

    def batch(self) -> None:
        from gui.dialogs.batch import BatchDialog

        BatchDialog(self._session.document, self._session.thread_, self._choice, self._window).show()

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

    def _export(self, rig: bool) -> None:
        from gui.dialogs.export import ExportDialog

        self._session.document.end_gesture()
        dialog = ExportDialog(self._session.document, self._session.thread_, self._window, self._choice)
        dialog.show_rig(rig)
        dialog.open()
