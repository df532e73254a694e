"""Small signs drawn with the pen, so that they follow the palette and every screen scale without icon files."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.controls.ink import Ink, ink, mix
from gui.controls.tip import set_tip

GLYPHS = ("reset", "star", "star_full", "changed", "lock", "lock_open", "link", "unlink", "chevron_down",
          "chevron_left", "chevron_right")


def paint_glyph(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw the named sign into the square `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16.0, box.height() / 16.0)
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAW[name](painter, colour)
    painter.restore()


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _reset(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath()
    path.arcMoveTo(QRectF(3, 3, 10, 10), 160)
    path.arcTo(QRectF(3, 3, 10, 10), 160, -300)
    painter.drawPath(path)
    _lines(painter, (2.6, 2.8), (3.2, 6.4), (6.8, 5.8))


def _star_path() -> QPainterPath:
    points = []
    for corner in range(10):
        reach, turn = 6.4 if corner % 2 == 0 else 2.7, corner * pi / 5
        points.append(QPointF(8 + reach * sin(turn), 8.4 - reach * cos(turn)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _star(painter: QPainter, colour: QColor) -> None:
    painter.drawPath(_star_path())


def _star_full(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPath(_star_path())


def _changed(painter: QPainter, colour: QColor) -> None:
    _lines(painter, (2, 5), (14, 5))
    _lines(painter, (2, 11), (14, 11))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(10.5, 5), 1.9, 1.9)
    painter.drawEllipse(QPointF(5.5, 11), 1.9, 1.9)


def _lock(painter: QPainter, colour: QColor, open_: bool = False) -> None:
    path = QPainterPath(QPointF(5.2, 7.5))
    path.lineTo(5.2, 5.2)
    path.arcTo(QRectF(5.2, 2.4, 5.6, 5.6), 180, -180)
    if not open_:
        path.lineTo(10.8, 7.5)
    painter.drawPath(path)
    if not open_:
        painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(3.5, 7.5, 9, 6.2), 1.2, 1.2)


def _lock_open(painter: QPainter, colour: QColor) -> None:
    _lock(painter, colour, open_=True)


def _link(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(1.5, 5.2, 7.2, 5.6), 2.8, 2.8)
    painter.drawRoundedRect(QRectF(7.3, 5.2, 7.2, 5.6), 2.8, 2.8)


def _unlink(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(0.8, 5.2, 5.2, 5.6), 2.6, 2.6)
    painter.drawRoundedRect(QRectF(10.0, 5.2, 5.2, 5.6), 2.6, 2.6)


def _chevron_down(painter: QPainter, colour: QColor) -> None:
    _lines(painter, (4, 6.2), (8, 10.2), (12, 6.2))


def _chevron_left(painter: QPainter, colour: QColor) -> None:
    _lines(painter, (9.8, 4), (5.8, 8), (9.8, 12))


def _chevron_right(painter: QPainter, colour: QColor) -> None:
    _lines(painter, (6.2, 4), (10.2, 8), (6.2, 12))


_DRAW = {name: globals()[f"_{name}"] for name in GLYPHS}


def by_keys(event: QFocusEvent) -> bool:
    """Whether the keyboard brought the focus, which then has to be seen; a mouse knows where it clicked."""
    reason = Qt.FocusReason
    return event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason, reason.ShortcutFocusReason)


class GlyphButton(QAbstractButton):
    """A flat square button showing one sign, or two when it can be checked (off, on)."""

    def __init__(self, glyph: str, text: str, parent: QWidget | None = None, *, checked_glyph: str = "",
                 size: int = 26) -> None:
        super().__init__(parent)
        self._glyph, self._checked_glyph = glyph, checked_glyph
        self._marked = False
        self._by_keys = False  # how the focus came: a ring stays nowhere a mouse has been
        self.setCheckable(bool(checked_glyph))
        set_tip(self, text)
        self.setAccessibleName(text)
        self.setFixedSize(size, size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._by_keys = by_keys(event)
        super().focusInEvent(event)

    def set_marked(self) -> None:
        """While it is checked, it stands out: what else is seen depends on it."""
        self._marked = True

    def _plate(self, colours: Ink) -> QColor:
        return mix(colours.paper, colours.accent, 0.28) if self._marked and self.isChecked() else colours.hover

    def paintEvent(self, event) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if hot or self.isDown() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track if self.isDown() else self._plate(colours))
            painter.drawRoundedRect(frame, 4, 4)
        if self.hasFocus() and self._by_keys:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 4, 4)
        side = min(16.0, self.width() - 8.0)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        glyph = self._checked_glyph if self.isChecked() else self._glyph
        colour = colours.accent if self.isChecked() else colours.text if hot else colours.faint
        paint_glyph(painter, glyph, box, colour)
