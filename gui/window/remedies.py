"""What a window offers against an error: a button with words that does what the command line would have typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from engine.base.errors import EngineError
from engine.base.remedy import Cure, Remedy
from gui.window.dialog_opener import Dialogs


class Remedies(QObject):
    """Knows the way to each cure."""

    def __init__(self, dialogs: Dialogs, show_panel: Callable[[str], object], parent: QObject) -> None:
        """show_panel: brings a panel to the front, by its id."""
        super().__init__(parent)
        self._dialogs, self._show_panel = dialogs, show_panel

    def offer(self, error: EngineError) -> tuple[str, Callable[[], object]] | None:
        """The words on the button and what it does; None where nothing can be done by one."""
        remedy = error.hint
        if not isinstance(remedy, Remedy) or remedy.cure is Cure.NOTHING:
            return None
        what, dialogs = remedy.what, self._dialogs
        ways: dict[Cure, tuple[str, Callable[[], object]]] = {
            Cure.MODEL: (self.tr("Get the model…"), lambda: dialogs.models_at(what)),
            Cure.MODELS: (self.tr("Models…"), lambda: dialogs.models_at(what)),
            Cure.NETWORK: (self.tr("Settings…"), dialogs.settings),
            Cure.GRAPHICS: (self.tr("Settings…"), dialogs.settings),
            Cure.FACE: (self.tr("Find this face…"), lambda: self._show_panel("attributes")),
        }
        return ways[remedy.cure]
