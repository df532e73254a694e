"""Every step back to the beginning, as a row of small pictures with their names; a click goes there."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QIcon, QPainter, QPainterPath, QPen, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from gui.controls.ink import ink, mix
from gui.controls.label import draw_elided
from gui.controls.side_scroll import SideEdges
from gui.controls.tip import show_tip
from gui.controls.top_strip import TopStrip
from gui.model.document import ProjectDocument
from gui.model.history_pictures import HistoryPictures
from gui.model.steps import Step
from gui.style.icons import icon
from gui.style.scale import px
from gui.words.step_text import StepText

PICTURE = 48
"""Side of the picture of a step, logical pixels."""
_SIGN = 14
"""Side of the sign on the step that is saved, px."""
_WIDE, _LINE = 84, 16
"""Width of a step, height of a line of its words, at the usual font size."""
_ABOVE, _BETWEEN = 4, 3

_Index = QModelIndex | QPersistentModelIndex


def step_size() -> QSize:
    """Of every step, px: all are of one width, so that a long history is laid out at once."""
    return QSize(px(_WIDE), _ABOVE + PICTURE + _BETWEEN + 2 * px(_LINE))


class _Tile(QStyledItemDelegate):
    """A step: what it led to, below that its name, and the value, or where there are several faces which one."""

    def __init__(self, stack: QUndoStack, view: QListView, ground: QWidget, pictures: HistoryPictures | None) -> None:
        """ground: what lies below the view, which has no colour of its own."""
        super().__init__(view)
        self._stack, self._view, self._ground, self._pictures = stack, view, ground, pictures

    def _words(self, index: _Index) -> StepText:
        step = self._stack.command(index.row() - 1) if index.row() else None
        return step.words if isinstance(step, Step) else StepText(str(index.data()))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return step_size()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
                  index: _Index) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        show_tip(event.globalPos(), str(self._words(index)), view)  # a long name is cut short in its line
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours, words, room = ink(self._ground), self._words(index), QRect(option.rect)
        now, undone = index.row() == self._stack.index(), index.row() > self._stack.index()
        box = QRectF(room.left() + (room.width() - PICTURE) // 2, room.top() + _ABOVE, PICTURE, PICTURE)
        picture = self._pictures.picture(index.row()) if self._pictures is not None else None
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(box, 6, 6)
        painter.setOpacity(0.4 if undone else 1.0)
        if picture is None:
            painter.fillPath(outline, mix(colours.paper, colours.text, 0.14))
        else:
            painter.setClipPath(outline)
            painter.drawImage(box, picture)
            painter.setClipping(False)
        painter.setOpacity(1.0)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if now or hot:
            painter.setPen(QPen(colours.accent if now else colours.faint, 2.0 if now else 1.25))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)
        if now and self._view.hasFocus():
            painter.setPen(QPen(colours.text, 1.0))
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 9, 9)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(sign, QIcon):
            self._paint_sign(painter, box, sign)
        painter.setPen(colours.faint if undone else colours.text)
        line = QRect(room.left() + 3, round(box.bottom()) + _BETWEEN, room.width() - 6, px(_LINE))
        draw_elided(painter, line, Qt.AlignmentFlag.AlignHCenter, words.name)
        painter.setPen(colours.faint)
        draw_elided(painter, line.translated(0, px(_LINE)), Qt.AlignmentFlag.AlignHCenter,
                    "  ·  ".join(filter(None, (words.value, words.face))))
        painter.restore()

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: QIcon) -> None:
        """In the picture's corner, on paper, or nobody would see it on a photo."""
        paper = QRectF(box.topRight() - QPointF(_SIGN + 4, 0), QPointF(box.right(), box.top() + _SIGN + 4))
        outline = QPainterPath()
        outline.addRoundedRect(paper, 4, 4)
        painter.fillPath(outline, ink(self._ground).paper)
        sign.paint(painter, paper.adjusted(2, 2, -2, -2).toRect())


class HistoryStrip(TopStrip):
    """The undo stack in one row that scrolls sideways; it folds away as the presets do. Its header is made to stand
    elsewhere: folded, it has no height of its own.

    pictures: of what each step led to; None for words alone.
    """

    def __init__(self, document: ProjectDocument, pictures: HistoryPictures | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("HistoryStrip", "History"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self._stack: QUndoStack = document.undo_stack
        view = self.view = QUndoView(self._stack)
        view.setEmptyLabel(self.tr("Original"))
        view.setCleanIcon(icon("save"))
        view.setAccessibleName(self.header.title)
        view.setFrameShape(QUndoView.Shape.NoFrame)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setWrapping(False)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setItemDelegate(_Tile(self._stack, view, self.body, pictures))
        view.setStyleSheet("QUndoView { border: none; border-radius: 0; background: transparent; padding: 0; }")
        self.edges = SideEdges(view, step_size().height())
        if pictures is not None:
            pictures.came.connect(view.viewport().update)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(4, 0, 4, 3)
        column.addWidget(view)
