"""How takes, keys and curves look in their rows."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from engine.motion.curve import Interpolation, Keyframe
from engine.motion.keying import KeyPlace
from gui.controls.ink import Ink, mix
from gui.controls.label import draw_elided
from gui.timeline.lane_rows import CurveRow, TakeRow
from gui.timeline.time_view import TimeView

KEY = 4.5
"""Half the side of a key, px."""
_EVERY = 2
"""Pixels between two points of a drawn curve."""
_SHOWN = ("jawOpen", "mouthSmileLeft", "eyeBlinkLeft", "browInnerUp")
"""Channels of which the first that a take has is drawn on it, so that one sees where it talks."""


def paint_take(painter: QPainter, row: TakeRow, view: TimeView, width: float, colours: Ink, chosen: bool) -> None:
    placed = row.placed
    box = QRectF(view.x_of(placed.offset), row.top + 2, (placed.ends - placed.offset) * view.scale, row.height - 4)
    outline = QPainterPath()
    outline.addRoundedRect(box, 5, 5)
    painter.fillPath(outline, mix(colours.paper, colours.accent, 0.34 if chosen else 0.2))
    painter.save()
    painter.setClipPath(outline)
    _paint_motion(painter, row, view, width, mix(colours.paper, colours.accent, 0.75))
    for start, end in placed.take.gaps:
        first, last = (placed.offset + edge - placed.first for edge in (start, end))
        lost = QColor(colours.warn)
        lost.setAlpha(90)
        painter.fillRect(QRectF(view.x_of(first), box.top(), max((last - first) * view.scale, 2), box.height()), lost)
    if placed.fade:
        wide = min(placed.fade * view.scale, box.width() / 2)
        painter.setPen(QPen(colours.text, 1))
        painter.drawLine(box.bottomLeft(), QPointF(box.left() + wide, box.top()))
        painter.drawLine(box.bottomRight(), QPointF(box.right() - wide, box.top()))
    painter.restore()
    painter.setPen(QPen(colours.accent if chosen else mix(colours.paper, colours.accent, 0.6), 2 if chosen else 1))
    painter.drawPath(outline)
    seen = box.intersected(QRectF(0, row.top, width, row.height)).adjusted(8, 0, -8, 0)
    if seen.width() > 30:
        painter.setPen(colours.text)
        draw_elided(painter, seen.toRect(), Qt.AlignmentFlag.AlignLeft, row.label)


def _paint_motion(painter: QPainter, row: TakeRow, view: TimeView, width: float, colour: QColor) -> None:
    placed = row.placed
    names = placed.take.names
    shown = next((name for name in _SHOWN if name in names), names[0] if names else "")
    first, last = max(view.x_of(placed.offset), 0.0), min(view.x_of(placed.ends), width)
    if not shown or last - first < 4:
        return
    track = placed.take.track(shown)
    xs = np.arange(first, last, _EVERY)
    times = placed.first + (view.start + xs / view.scale - placed.offset)
    values = track.sampled(times)[:, track.column(shown)]
    low, high = float(track.values[:, track.column(shown)].min()), float(track.values[:, track.column(shown)].max())
    if high - low < 1e-6:
        return
    shares = (values - low) / (high - low)
    ys = row.top + row.height - 4 - shares * (row.height - 10)
    painter.setPen(QPen(colour, 1.2))
    painter.drawPolyline(QPolygonF([QPointF(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]))


def paint_curve(painter: QPainter, row: CurveRow, view: TimeView, width: float, colours: Ink,
                chosen: frozenset[KeyPlace], at: float) -> None:
    """at: seconds of the playhead."""
    control, curve = row.controls[0], row.curves[0]
    if row.is_open:
        painter.setPen(QPen(mix(colours.paper, colours.text, 0.16), 1, Qt.PenStyle.DashLine))
        rest = row.y_of(control.default)
        painter.drawLine(QPointF(0, rest), QPointF(width, rest))
        line = [QPointF(x, row.y_of(curve.at(view.time_at(x)))) for x in _columns(row, view, width)]
        painter.setPen(QPen(colours.accent, 1.6))
        painter.drawPolyline(QPolygonF(line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text)
        painter.drawEllipse(QPointF(view.x_of(at), row.y_of(curve.at(at))), 2.5, 2.5)
    else:
        first, last = view.x_of(curve.times[0]), view.x_of(curve.times[-1])
        painter.fillRect(QRectF(first, row.top + row.height / 2 - 1, last - first, 2),
                         mix(colours.paper, colours.accent, 0.45))
    for key in curve.keys:
        x = view.x_of(key.time)
        if -KEY <= x <= width + KEY:
            _paint_key(painter, QPointF(x, row.y_of(key.value)), key, colours,
                       bool(row.places(key) & chosen))


def _columns(row: CurveRow, view: TimeView, width: float) -> list[float]:
    """Where the drawn curve has its points: evenly, and at the keys, or a step would not be upright."""
    even = [float(x) for x in range(0, int(width) + _EVERY, _EVERY)]
    keys = [view.x_of(key.time) for key in row.curves[0].keys]
    near = [x for key in keys for x in (key - 0.01, key) if 0 <= x <= width]
    return sorted([*even, *near])


def _paint_key(painter: QPainter, centre: QPointF, key: Keyframe, colours: Ink, chosen: bool) -> None:
    """Square, diamond or disc: as the curve goes on from it."""
    painter.setPen(QPen(colours.paper, 1))
    painter.setBrush(colours.accent if chosen else colours.text)
    size = KEY + 1 if chosen else KEY
    if key.interpolation is Interpolation.STEP:
        painter.drawRect(QRectF(centre.x() - size + 0.5, centre.y() - size + 0.5, 2 * size - 1, 2 * size - 1))
    elif key.interpolation is Interpolation.LINEAR:
        painter.drawPolygon(QPolygonF([centre + QPointF(0, -size - 0.5), centre + QPointF(size + 0.5, 0),
                                       centre + QPointF(0, size + 0.5), centre + QPointF(-size - 0.5, 0)]))
    else:
        painter.drawEllipse(centre, size, size)
