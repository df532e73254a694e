"""The photos of the tray as a row: what is in it, how each is drawn, and the hands on it."""

from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.controls.tip import show_tip
from gui.model.tray import Tray
from gui.style.icons import pixmap
from gui.style.theme import tokens
from gui.words.engine_texts import shown_error
from gui.words.plain import one_line

SIDE = 56
"""Of a picture, logical pixels."""
_AROUND = 5
_ROUND = 5.0

_Index = QModelIndex | QPersistentModelIndex


class _Photos(QAbstractListModel):
    """The tray's entries."""

    def __init__(self, tray: Tray, parent: QWidget) -> None:
        super().__init__(parent)
        self._tray = tray
        tray.reset.connect(self._reset)
        tray.changed.connect(self._changed)
        tray.pictures.came.connect(self._picture_came)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._tray.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._tray.entries):
            return None
        entry = self._tray.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(entry.name)
        return ", ".join(self.words(index.row())) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def words(self, row: int) -> list[str]:
        """What there is to say of an entry: its name, then line by line the rest."""
        entry = self._tray.entries[row]
        words = [one_line(entry.name)]
        if self._tray.unsaved(entry):
            words.append(self.tr("has unsaved changes"))
        if entry.trouble is not None:
            words.append(shown_error(entry.trouble))
        return words

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _changed(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _picture_came(self, path: object) -> None:
        for row, entry in enumerate(self._tray.entries):
            if entry.path == path:
                self._changed(row)


class _Frame(QStyledItemDelegate):
    """A small picture: ringed when its photo is open, with a point when something on it is unsaved."""

    def __init__(self, tray: Tray, photos: _Photos, parent: QListView) -> None:
        super().__init__(parent)
        self._tray, self._photos, self._view = tray, photos, parent

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
                  index: _Index) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        show_tip(event.globalPos(), "\n".join(self._photos.words(index.row())), view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(SIDE + 2 * _AROUND, SIDE + 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, colours = self._tray.entries[index.row()], tokens()
        room: QRect = option.rect
        area = QRectF(room.x() + _AROUND, room.y() + (room.height() - SIDE) // 2, SIDE, SIDE)
        image = self._tray.picture(entry)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self._view.devicePixelRatioF()
        if image is None or entry.trouble is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(area, _ROUND, _ROUND)
            broken = entry.trouble is not None
            sign = pixmap("warning" if broken else "face", 24, ratio, colours.warn if broken else colours.text_faint)
            painter.drawPixmap(area.center() - QPointF(12, 12), sign)
        else:
            self._paint_picture(painter, area, image, ratio)
        self._paint_ring(painter, area, index.row(), bool(state & QStyle.StateFlag.State_MouseOver))
        if self._tray.unsaved(entry):
            painter.setPen(QPen(QColor(colours.panel), 2.0))
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(area.topRight() + QPointF(-3, 3), 5.5, 5.5)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRectF, image: QImage, ratio: float) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(area, _ROUND, _ROUND)
        painter.save()
        painter.setClipPath(outline)
        side = round(SIDE * ratio)
        small = image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(area, small)
        painter.restore()

    def _paint_ring(self, painter: QPainter, area: QRectF, row: int, hovered: bool) -> None:
        colours, painted = tokens(), None
        if row == self._tray.row:
            painted = QPen(QColor(colours.accent), 2.0)
            if row != self._tray.open_row:  # not there yet
                painted.setStyle(Qt.PenStyle.DotLine)
        elif hovered:
            painted = QPen(QColor(colours.text_faint), 1.5)
        if painted is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(painted)
        painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), _ROUND + 2, _ROUND + 2)
        if row == self._tray.row and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1.0))
            painter.drawRoundedRect(area.adjusted(-4, -4, 4, 4), _ROUND + 4, _ROUND + 4)


class TrayList(QListView):
    """Click or Left and Right open a photo; only what is in sight is read.

    removing: a photo (its row) is to be taken out. menu_wanted: (its row, or -1; where, on the screen).
    """

    removing = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, tray: Tray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self.setAccessibleName(self.tr("Tray"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { border: none; border-radius: 0; background: transparent; padding: 0 2px; }")
        self.setFixedHeight(SIDE + 2 * _AROUND + self.horizontalScrollBar().sizeHint().height())
        photos = _Photos(tray, self)
        self.setModel(photos)
        self.setItemDelegate(_Frame(tray, photos, self))
        self.clicked.connect(lambda index: tray.go(index.row()))
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._want)
        self.horizontalScrollBar().valueChanged.connect(self._look_again)
        tray.reset.connect(self._follow)
        tray.moved.connect(self._follow)
        tray.changed.connect(self._look_again)
        self._follow()

    def _follow(self) -> None:
        """The open photo is in sight."""
        index = self.model().index(self._tray.row, 0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()
        self._look.start()

    def _look_again(self, _: int) -> None:
        self._look.start()

    def _want(self) -> None:
        """Ask for the pictures in sight, then for those that come into sight next."""
        entries, width = self._tray.entries, SIDE + 2 * _AROUND
        first = max(0, self.horizontalScrollBar().value() // width)
        shown = self.viewport().width() // width + 2
        rows = (*range(first, first + shown), *range(first + shown, first + 2 * shown),
                *range(first - shown, first)) if self.isVisible() else ()
        self._tray.pictures.want([path for row in rows if 0 <= row < len(entries)
                                  and (path := entries[row].path) is not None])

    # ---- hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row, last = event.key(), self._tray.row, len(self._tray.entries) - 1
        acts = {Qt.Key.Key_Left: partial(self._tray.step, -1), Qt.Key.Key_Right: partial(self._tray.step, 1),
                Qt.Key.Key_Home: partial(self._tray.go, 0), Qt.Key.Key_End: partial(self._tray.go, last)}
        if row >= 0:  # else nothing of it is open, and nothing is meant
            acts[Qt.Key.Key_Delete] = partial(self.removing.emit, row)
        act = acts.get(Qt.Key(key)) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        if act is not None and last >= 0:
            act()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos()
        self.menu_wanted.emit(index.row() if index.isValid() else -1, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.start()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
