"""Who draws what is written to files: a field for dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from gui.final_choice import LIVE, MAGICFACE, FinalChoice


class DrawnBy(QComboBox):
    """Live puppet or MagicFace, to begin with whoever draws the final picture on the canvas; `renderer` says which.

    MagicFace is grey, and says why, while it cannot draw on this machine.
    """

    def __init__(self, choice: FinalChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setAccessibleName(self.tr("Drawn by"))
        self.addItem(self.tr("Live puppet"), LIVE)
        self.addItem("MagicFace", MAGICFACE)
        self.setCurrentIndex(1 if choice.by_magicface else 0)
        choice.known.connect(self._show)
        self._show()

    @property
    def renderer(self) -> str:
        return self.currentData()

    def _show(self) -> None:
        choice, model = self._choice, self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(1).setEnabled(choice.possible)
        lacking = choice.lacking
        words = f"{lacking.message}\n{lacking.hint}" if lacking is not None else ""
        self.setItemData(1, words, Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(words)
        if not choice.possible:
            self.setCurrentIndex(0)
