"""The newest patches as QImages, and the photo as it is on the canvas, drawn once for each view."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from engine.photo.face import Box
from engine.render.request import Frame
from gui.model.photo_image import PhotoImage, premultiplied
from gui.model.view import View

_CHECK = 8
"""Side of a square under what is see-through, logical pixels."""


@dataclass(frozen=True, eq=False)
class PaintedPatch:
    """The newest frame of one face, ready to paint. image is None when the source itself is shown."""

    frame: Frame
    image: QImage | None
    box: QRectF

    @classmethod
    def of(cls, frame: Frame, photo: PhotoImage | None = None) -> "PaintedPatch":
        """photo: what it lies on."""
        image = None
        if frame.patch is not None:
            image = premultiplied(frame.patch) if photo is None else photo.lay(frame.patch, frame.box)
        return cls(frame, image, rectangle(frame.box))

    def paint(self, painter: QPainter, view: View) -> None:
        if self.image is None:
            return
        as_it_is = view.exact and self.image.width() == self.box.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < 4.0 and not as_it_is)
        painter.drawImage(view.to_canvas(self.box), self.image, QRectF(self.image.rect()))


class Backdrop:
    """The canvas with the photo on it, drawn once per view, so that a new frame costs one copy and its patch."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()

    def get(self, photo: PhotoImage, view: View, colour: QColor) -> QPixmap:
        key = (id(photo), view, colour.rgb())
        if key != self._key:
            # The old one is used again when it has the right size; a pixmap of a big window is many megabytes.
            width, height = (math.ceil(side * view.ratio) for side in (view.canvas.width(), view.canvas.height()))
            if (self._pixmap.width(), self._pixmap.height()) != (width, height):
                self._pixmap = QPixmap(max(1, width), max(1, height))
            self._pixmap.setDevicePixelRatio(view.ratio)
            self._pixmap.fill(colour)
            painter = QPainter(self._pixmap)
            if photo.alpha is not None:
                paint_checks(painter, view.target.intersected(QRectF(QPointF(0, 0), view.canvas)))
            photo.paint(painter, view)
            painter.end()
            self._key = key
        return self._pixmap

    def clear(self) -> None:
        self._key, self._pixmap = None, QPixmap()


def paint_checks(painter: QPainter, area: QRectF) -> None:
    """What is to be seen where a picture is see-through."""
    tile = QPixmap(2 * _CHECK, 2 * _CHECK)
    tile.fill(QColor(150, 150, 150))
    squares = QPainter(tile)
    for corner in (0, _CHECK):
        squares.fillRect(corner, corner, _CHECK, _CHECK, QColor(112, 112, 112))
    squares.end()
    painter.save()
    painter.setBrushOrigin(area.topLeft())
    painter.fillRect(area, QBrush(tile))
    painter.restore()


def rectangle(box: Box) -> QRectF:
    """A box in photo pixels as Qt's rectangle."""
    return QRectF(box.x0, box.y0, box.width, box.height)
