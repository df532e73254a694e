"""Which of several people in another photo is meant: a picture of each to choose from."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.controls.label import label
from gui.style.pixels import to_pixmap
from gui.words.plain import short

SIDE = 96
"""Of a picture, logical pixels."""
_IN_A_ROW, _ROWS = 4, 2


class FaceChoice(QDialog):
    """A click, or arrows and Enter, take a face; Esc takes none. chosen: its number."""

    chosen = Signal(int)

    def __init__(self, name: str, pictures: Sequence[np.ndarray], parent: QWidget | None = None) -> None:
        """name: of the photo. pictures: (side, side, 3) uint8, one for each face."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Copy the expression of a photo"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Faces"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setIconSize(QSize(SIDE, SIDE))
        for number, picture in enumerate(pictures, 1):
            QListWidgetItem(QIcon(to_pixmap(picture)), self.tr("Face {0}").format(number), self.list)
        cell = QSize(SIDE + 24, SIDE + 24 + self.list.fontMetrics().height())
        self.list.setGridSize(cell)
        across = min(len(pictures), _IN_A_ROW)
        down = min(-(-len(pictures) // _IN_A_ROW), _ROWS)
        self.list.setMinimumSize(across * cell.width() + 28, down * cell.height() + 16)
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Whose expression in “{0}”?").format(short(name))))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.setFocus()

    def _take(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a double click is told twice
            self.accept()
            self.chosen.emit(self.list.row(item))
