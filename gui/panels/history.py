"""Every step back to the beginning, in words; a click goes there."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QHelpEvent, QIcon, QImage, QPainter, QPainterPath, QUndoStack
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
from gui.model.history_pictures import HistoryPictures
from gui.model.steps import Step
from gui.style.icons import icon
from gui.style.theme import tokens
from gui.words.step_text import StepText

_SIGN = 14
"""Side of the sign that stands before the step that is saved, px."""
_PICTURE = 32
"""Side of the picture of a step, px."""


_Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """A step: its name, the value at the right, and where there are several faces, which one below; with pictures, the
    picture, and beside it the name above value and face.

    Room for the sign, and for the picture, stays free before those that have none, so that all names begin below each
    other.
    """

    def __init__(self, stack: QUndoStack, parent: QWidget, pictures: HistoryPictures | None) -> None:
        super().__init__(parent)
        self._stack, self._view, self._pictures = stack, parent, pictures

    def _words(self, index: _Index) -> StepText:
        step = self._stack.command(index.row() - 1) if index.row() else None
        return step.words if isinstance(step, Step) else StepText(str(index.data()))

    def _second(self, words: StepText) -> str:
        """What stands below the name: beside a picture there is room for the value, too."""
        return words.face if self._pictures is None else "  ·  ".join(filter(None, (words.value, words.face)))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        words = line + 10 + (line - 1 if self._second(self._words(index)) else 0)
        return QSize(80, words if self._pictures is None else max(words, _PICTURE + 6))

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
        second = self._second(words)
        lines = 2 * line - 1 if second else line
        place = option.rect.top() + (option.rect.height() - lines) // 2
        top = QRect(option.rect.left() + 10, place, option.rect.width() - 20, line)
        sign.paint(painter, QRect(top.left(), option.rect.center().y() - _SIGN // 2, _SIGN, _SIGN))
        top.setLeft(top.left() + _SIGN + 6)
        undone, value = index.row() > self._stack.index(), words.value
        if self._pictures is not None:
            field = QRect(top.left() - 2, option.rect.center().y() - _PICTURE // 2 + 1, _PICTURE, _PICTURE)
            self._paint_picture(painter, field, self._pictures.picture(index.row()), undone)
            top.setLeft(field.right() + 9)
            value = ""
        painter.setPen(QColor(colours.text_dim))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
        if second:
            font = QFont(option.font)
            font.setPixelSize(max(10, QFontInfo(option.font).pixelSize() - 2))
            painter.save()
            painter.setFont(font)
            painter.drawText(top.translated(0, line), Qt.AlignmentFlag.AlignVCenter, second)
            painter.restore()
        painter.setPen(QColor(colours.text_faint if undone else colours.text))
        room = top.width() - (option.fontMetrics.horizontalAdvance(value) + 8 if value else 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter,
                         option.fontMetrics.elidedText(words.name, Qt.TextElideMode.ElideRight, room))

    def _paint_picture(self, painter: QPainter, place: QRect, picture: QImage | None, undone: bool) -> None:
        """What a step led to, fainter when it is undone; a plain field while there is no picture."""
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(place), 4, 4)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if picture is None:
            painter.fillPath(rounded, QColor(tokens().raised))
        else:
            painter.setClipPath(rounded)
            painter.setOpacity(0.45 if undone else 1.0)
            painter.drawImage(place, picture)
        painter.restore()


class HistoryPanel(QWidget):
    """The undo stack as a list. pictures: of what each step led to; None for a list of words alone."""

    def __init__(self, document: ProjectDocument, pictures: HistoryPictures | None = None,
                 parent: QWidget | None = None) -> None:
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
        self.view.setItemDelegate(_Line(self._stack, self.view, pictures))
        if pictures is not None:
            pictures.came.connect(self.view.viewport().update)
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
