"""Keys drawn as keys: small caps with a letter on each, as a hand finds them on a keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.help_topic import Entry
from gui.style.scale import px
from gui.style.theme import tokens

_GAP = 3.0
_BETWEEN = " / "


def cap_height(font: QFont) -> float:
    return QFontMetricsF(font).height() + 4


def caps_width(font: QFont, ways: Sequence[Sequence[str]]) -> float:
    """How much room they take, px."""
    metrics = QFontMetricsF(font)
    return sum(sum(_wide(metrics, key) + _GAP for key in way) for way in ways) \
        + (len(ways) - 1) * metrics.horizontalAdvance(_BETWEEN)


def paint_caps(painter: QPainter, left: float, middle: float, ways: Sequence[Sequence[str]]) -> None:
    """In the painter's font, from `left` on, around the height `middle`."""
    colours, metrics = tokens(), QFontMetricsF(painter.font())
    high = cap_height(painter.font())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, way in enumerate(ways):
        if number:
            wide = metrics.horizontalAdvance(_BETWEEN)
            painter.setPen(QColor(colours.text_dim))
            painter.drawText(QRectF(left, middle - high / 2, wide, high), Qt.AlignmentFlag.AlignCenter, "/")
            left += wide
        for key in way:
            box = QRectF(left + 0.5, middle - high / 2 + 0.5, _wide(metrics, key) - 1, high - 1)
            painter.setPen(QPen(QColor(colours.line_strong), 1.0))
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(colours.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            left += _wide(metrics, key) + _GAP


def _wide(metrics: QFontMetricsF, key: str) -> float:
    return max(metrics.height() + 4, metrics.horizontalAdvance(key) + 12)


class KeyCaps(QWidget):
    """Keys beside what they do."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = entry.ways
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.keys)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(12))
        return font

    def sizeHint(self) -> QSize:
        return QSize(round(caps_width(self._font(), self._ways)) + 1, round(cap_height(self._font())) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        paint_caps(painter, 0, self.height() / 2, self._ways)
