"""Who draws what is written to files: a field for dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from gui.model.final_renderer_choice import FinalChoice
from gui.model.renderers import LIVE, SLOW, renderer_name
from gui.words.engine_texts import shown_error


class DrawnBy(QComboBox):
    """The renderers, to begin with whoever draws the final picture on the canvas; `renderer` says which.

    One that cannot draw on this machine is grey and says why.
    """

    def __init__(self, choice: FinalChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setAccessibleName(self.tr("Drawn by"))
        for renderer in (LIVE, *SLOW):
            self.addItem(renderer_name(renderer), renderer)
        self.setCurrentIndex(self.findData(choice.drawing))
        choice.known.connect(self._show)
        self._show()

    @property
    def renderer(self) -> str:
        return self.currentData()

    def _show(self) -> None:
        choice, model = self._choice, self.model()
        assert isinstance(model, QStandardItemModel)
        missing = []
        for place, renderer in enumerate(SLOW, 1):
            model.item(place).setEnabled(choice.possible(renderer))
            lacking = choice.lacking(renderer)
            words = shown_error(lacking) if lacking is not None else ""
            self.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)
            missing += [f"{renderer_name(renderer)}: {words}"] if words else []
        self.setToolTip("\n".join(missing))
        if not choice.possible(self.renderer):
            self.setCurrentIndex(0)
