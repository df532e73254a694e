"""Every step back to the beginning, in words; a click goes there."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QHelpEvent, QIcon, QPainter, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from gui.controls.label import Label
from gui.controls.tip import set_tip, show_tip
from gui.model.document import ProjectDocument
from gui.model.steps import Step
from gui.style.icons import icon
from gui.style.theme import tokens
from gui.words.step_text import StepText

_SIGN = 14
"""Side of the sign that stands before the step that is saved, px."""


_Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """A step: its name, the value at the right, and where there are several faces, which one below.

    Room for the sign stays free before those that have none, so that all names begin below each other.
    """

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack, self._view = stack, parent

    def _words(self, index: _Index) -> StepText:
        step = self._stack.command(index.row() - 1) if index.row() else None
        return step.words if isinstance(step, Step) else StepText(str(index.data()))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(80, line + 10 + (line - 1 if self._words(index).face else 0))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
                  index: _Index) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        show_tip(event.globalPos(), str(self._words(index)), view)  # a long name is cut short in its line
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        plain, words = QStyleOptionViewItem(option), self._words(index)
        self.initStyleOption(plain, index)
        sign = QIcon(plain.icon)  # a copy: what the option gives is its own, and emptied next
        plain.text, plain.icon = "", QIcon()
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, self._view)
        colours, line = tokens(), option.fontMetrics.height()
        top = QRect(option.rect.left() + 10, option.rect.top() + 5, option.rect.width() - 20, line)
        sign.paint(painter, QRect(top.left(), top.top() + (line - _SIGN) // 2, _SIGN, _SIGN))
        top.setLeft(top.left() + _SIGN + 6)
        undone = index.row() > self._stack.index()
        painter.setPen(QColor(colours.text_dim))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.value)
        if words.face:
            font = QFont(option.font)
            font.setPixelSize(max(10, QFontInfo(option.font).pixelSize() - 2))
            painter.save()
            painter.setFont(font)
            painter.drawText(top.translated(0, line), Qt.AlignmentFlag.AlignVCenter, words.face)
            painter.restore()
        painter.setPen(QColor(colours.text_faint if undone else colours.text))
        room = top.width() - (option.fontMetrics.horizontalAdvance(words.value) + 8 if words.value else 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter,
                         option.fontMetrics.elidedText(words.name, Qt.TextElideMode.ElideRight, room))


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
        self.view.setIconSize(QSize(_SIGN, _SIGN))
        self.view.setItemDelegate(_Line(self._stack, self.view))
        self._back = self._button("undo", self.tr("Undo"))
        self._back.clicked.connect(document.undo)
        self._forth = self._button("redo", self.tr("Redo"))
        self._forth.clicked.connect(document.redo)
        title = Label(self.tr("History"))
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
        set_tip(button, text)
        button.setAccessibleName(text)
        return button

    def sizeHint(self) -> QSize:
        return QSize(200, 320)
