"""What is drawn over the photo: face brackets, the wipe line, small labels. All of it quiet, none of it saved."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gui.style.scale import px
from gui.style.theme import tokens

_SHADE = QColor(0, 0, 0, 150)


def paint_brackets(painter: QPainter, box: QRectF, chosen: bool, hovered: bool, number: int | None) -> None:
    """Four corners around a face. number: written at the upper left when several faces can be chosen."""
    arm = max(8.0, min(box.width(), box.height()) * 0.16)
    path = QPainterPath()
    for corner, across, down in ((box.topLeft(), 1, 1), (box.topRight(), -1, 1), (box.bottomRight(), -1, -1),
                                 (box.bottomLeft(), 1, -1)):
        radius = min(6.0, arm / 2)
        path.moveTo(corner + QPointF(0, down * arm))
        path.lineTo(corner + QPointF(0, down * radius))
        path.quadTo(corner, corner + QPointF(across * radius, 0))
        path.lineTo(corner + QPointF(across * arm, 0))
    colour = QColor(tokens().accent) if chosen else QColor(255, 255, 255)
    colour.setAlpha(255 if chosen or hovered else 170)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 110), 3.6), QPen(colour, 2.4 if hovered else 1.8)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
    if number is not None and (hovered or chosen):
        # Above the corner, not in it: the face is what one wants to see.
        paint_label(painter, box.topLeft() - QPointF(2, 28), str(number), colour if chosen else None)


def paint_wipe(painter: QPainter, x: float, area: QRectF, before: str, after: str) -> None:
    """The wipe line at x with its handle, and what is to its left and right."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 120), 3.0))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    painter.setPen(QPen(QColor(255, 255, 255, 235), 1.5))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    middle = QPointF(x, area.center().y())
    painter.setPen(QPen(QColor(0, 0, 0, 90), 1.0))
    painter.setBrush(QColor(255, 255, 255, 240))
    painter.drawEllipse(middle, 14, 14)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(40, 42, 50), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for side in (-1, 1):
        tip = middle + QPointF(side * 8.5, 0)
        painter.drawPolyline([tip + QPointF(-side * 3.5, -4), tip, tip + QPointF(-side * 3.5, 4)])
    top = area.top() + 12
    width = label_size(painter.font(), before).width()
    if x - 12 - width > area.left():
        paint_label(painter, QPointF(x - 12 - width, top), before)
    if x + 12 + label_size(painter.font(), after).width() < area.right():
        paint_label(painter, QPointF(x + 12, top), after)


def paint_drop(painter: QPainter, area: QRectF, text: str) -> None:
    """The whole canvas says that it will take what is held over it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    veil = QColor(tokens().accent_strong)
    veil.setAlpha(70)
    painter.setPen(QPen(QColor(tokens().accent), 2.0))
    painter.setBrush(veil)
    painter.drawRoundedRect(area.adjusted(12, 12, -12, -12), 12, 12)
    size = label_size(painter.font(), text)
    paint_label(painter, area.center() - QPointF(size.width() / 2, size.height() / 2), text)


def label_size(font: QFont, text: str) -> QRectF:
    metrics = QFontMetricsF(_small(font))
    return QRectF(0, 0, metrics.horizontalAdvance(text) + 16, max(22.0, metrics.height() + 6))


def paint_label(painter: QPainter, corner: QPointF, text: str, dot: QColor | None = None) -> QRectF:
    """A dark pill with white text, readable on any photo; dot: a coloured point before the text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = label_size(painter.font(), text).translated(corner)
    if dot is not None:
        box.setWidth(box.width() + 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    words = box.adjusted(8, 0, -8, 0)
    if dot is not None:
        painter.setBrush(dot)
        painter.drawEllipse(QPointF(box.left() + 12, box.center().y()), 3.5, 3.5)
        words.setLeft(words.left() + 12)
    painter.setFont(_small(painter.font()))
    painter.setPen(QColor(255, 255, 255, 235))
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(px(12))
    return small
