"""The keys over the whole window, for one look; any key or click puts them away, but for those that turn to what has no
room on the first page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.controls.help_topic import Entry, Topic
from gui.controls.key_caps import cap_height, caps_width, paint_caps
from gui.controls.wheel import WheelSteps
from gui.style.scale import px
from gui.style.theme import tokens

_SIZES = (13, 12, 11, 10)
"""Sizes of words to try, the largest first."""
_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}
_MARGIN, _GAP, _BETWEEN = 28.0, 32.0, 10.0


@dataclass(frozen=True)
class _Line:
    """A heading, or what keys do."""

    title: str = ""
    entry: Entry | None = None


@dataclass(frozen=True)
class _Page:
    """How the lines stand: columns of them, each with the room for its keys and its whole width, px."""

    size: int
    high: float
    columns: tuple[tuple[tuple[_Line, ...], float, float], ...]

    @property
    def width(self) -> float:
        return sum(wide for _, _, wide in self.columns) + _GAP * (len(self.columns) - 1)


class ShortcutOverlay(QWidget):
    """Lies over a window from the moment it is made until it is closed."""

    closed = Signal()

    def __init__(self, topics: Sequence[Topic], window: QWidget) -> None:
        super().__init__(window)
        self._topics, self._window = tuple(topics), window
        self._number, self._steps = 0, WheelSteps()
        self._before = QApplication.focusWidget()  # has the focus again afterwards, if it is still there
        if self._before is not None:
            self._before.destroyed.connect(self._forget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setAccessibleDescription("\n".join(f"{entry.keys}: {entry.does}" for topic in topics
                                                for entry in topic.entries))
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---- where everything stands

    def page(self) -> _Page:
        """What is seen now."""
        pages = self.pages()
        return pages[self.number_of(len(pages))]

    def pages(self) -> list[_Page]:
        """On as few pages as any size of words needs, in the largest of these sizes."""
        return min((self._pages_at(px(size)) for size in _SIZES), key=len)

    def _pages_at(self, size: int) -> list[_Page]:
        room, pages, begun = self.width() - 2 * _MARGIN, list[_Page](), 0
        for end in range(1, len(self._topics) + 1):
            if end - begun > 1 and self._page_at(size, self._topics[begun:end]).width > room:
                pages.append(self._page_at(size, self._topics[begun : end - 1]))
                begun = end - 1
        return [*pages, self._page_at(size, self._topics[begun:])]

    def turn(self, by: int) -> None:
        """To the next page (1), or the one before (-1)."""
        pages = len(self.pages())
        self._number = min(max(self.number_of(pages) + by, 0), pages - 1)
        self.update()

    def number_of(self, pages: int) -> int:
        """Of the page that is seen: there are fewer of them once the window is larger."""
        return min(self._number, pages - 1)

    def _page_at(self, size: int, topics: Sequence[Topic]) -> _Page:
        font = self._font(size)
        high = cap_height(font) + max(2.0, size / 4)
        most = max(3, int((self.height() - 2 * _MARGIN - 2 * high) // high))
        columns, column = [], list[_Line]()
        for topic in topics:
            lines = [_Line(title=topic.title), *(_Line(entry=entry) for entry in topic.entries)]
            if column and len(column) + 1 + min(len(lines), 3) > most:  # no heading alone at the foot of a column
                columns.append(column)
                column = []
            if column:
                column.append(_Line())
            for line in lines:
                if len(column) == most:
                    columns.append(column)
                    column = []
                column.append(line)
        columns.append(column)
        return _Page(size, high, tuple(self._measured(lines, font) for lines in columns))

    def _measured(self, lines: Sequence[_Line], font: QFont) -> tuple[tuple[_Line, ...], float, float]:
        metrics = QFontMetricsF(font)
        entries = [line.entry for line in lines if line.entry is not None]
        keys = max((caps_width(font, entry.ways[:1]) for entry in entries), default=0.0)
        words = max((metrics.horizontalAdvance(entry.does) for entry in entries), default=0.0)
        return tuple(lines), keys, math.ceil(keys + _BETWEEN + words) + 2

    def _font(self, size: int, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        return font

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, page, pages = tokens(), self.page(), len(self.pages())
        painter = QPainter(self)
        veil = QColor(colours.window)
        veil.setAlpha(250)
        painter.fillRect(self.rect(), veil)
        left = max(_MARGIN, (self.width() - page.width) / 2)
        top = max(_MARGIN, (self.height() - 2 * page.high - page.high * max(
            len(lines) for lines, _, _ in page.columns)) / 2)
        for lines, keys, wide in page.columns:
            for number, line in enumerate(lines):
                box = QRectF(left, top + number * page.high, wide, page.high)
                self._paint_line(painter, line, box, keys, page.size)
            left += wide + _GAP
        painter.setFont(self._font(page.size))
        painter.setPen(QColor(colours.text_dim))
        painter.drawText(QRectF(0, self.height() - _MARGIN - page.high, self.width(), page.high),
                         Qt.AlignmentFlag.AlignCenter, self.tr("Any key closes this. F1 opens help.") if pages == 1
                         else self.tr("{0} of {1}: ← and → turn the page, any other key closes this. F1 opens help.")
                         .format(self.number_of(pages) + 1, pages))

    def _paint_line(self, painter: QPainter, line: _Line, box: QRectF, keys: float, size: int) -> None:
        colours, middle = tokens(), Qt.AlignmentFlag.AlignVCenter
        if line.entry is None:
            painter.setFont(self._font(size, bold=True))
            painter.setPen(QColor(colours.accent))
            painter.drawText(box, middle, line.title)
            return
        painter.setFont(self._font(size))
        paint_caps(painter, box.left(), box.center().y(), line.entry.ways[:1])
        words = box.adjusted(keys + _BETWEEN, 0, 0, 0)
        painter.setPen(QColor(colours.text))
        painter.drawText(words, middle, painter.fontMetrics().elidedText(
            line.entry.does, Qt.TextElideMode.ElideRight, round(words.width())))

    # ---- going away

    def _forget(self) -> None:
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURNS and len(self.pages()) > 1:
            self.turn(_TURNS[Qt.Key(event.key())])
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr,
                               Qt.Key.Key_Meta):
            self.close()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # no command runs by the key that only closes
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return False  # Tab is a key like any other

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-self._steps.add(event))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None
        super().hideEvent(event)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)
