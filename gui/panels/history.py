"""Every step back to the beginning, in words; a click goes there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QUndoView, QVBoxLayout, QWidget

from gui.document import ProjectDocument
from gui.icons import icon


class HistoryPanel(QWidget):
    """The undo stack as a list."""

    def __init__(self, document: ProjectDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self._stack: QUndoStack = document.undo_stack
        self.view = QUndoView(self._stack)
        self.view.setEmptyLabel(self.tr("Original"))
        self.view.setCleanIcon(icon("save"))
        self.view.setAccessibleName(self.tr("History"))
        self.view.setFrameShape(QUndoView.Shape.NoFrame)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setIconSize(QSize(14, 14))
        self._back = self._button("undo", self.tr("Undo"))
        self._back.clicked.connect(document.undo)
        self._forth = self._button("redo", self.tr("Redo"))
        self._forth.clicked.connect(document.redo)
        title = QLabel(self.tr("History"))
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 4, 4)
        head.setSpacing(0)
        head.addWidget(title, 1)
        head.addWidget(self._back)
        head.addWidget(self._forth)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.view.setStyleSheet(
            "QUndoView { border: none; border-radius: 0; background: transparent; padding: 4px 8px; }")
        self._stack.canUndoChanged.connect(self._back.setEnabled)
        self._stack.canRedoChanged.connect(self._forth.setEnabled)
        self._back.setEnabled(self._stack.canUndo())
        self._forth.setEnabled(self._stack.canRedo())

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def sizeHint(self) -> QSize:
        return QSize(200, 320)
