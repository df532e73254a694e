"""A face as it is set now, small: the photo around it with what was drawn laid over."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from engine.photo.face import Box
from engine.render.request import Frame
from gui.model.photo_image import PhotoImage

PART = 1.7
"""Side of the square that is shown, in faces' sides: some hair and neck."""


def around(box: Box, size: QSizeF) -> QRectF:
    """The square of a photo that shows a face, as far as the photo is large enough for one. size: the photo's."""
    side = min(PART * max(box.width, box.height), size.width(), size.height())
    x = min(max((box.x0 + box.x1 - side) / 2, 0.0), size.width() - side)
    y = min(max((box.y0 + box.y1 - side) / 2, 0.0), size.height() - side)
    return QRectF(x, y, side, side)


def face_picture(photo: PhotoImage, part: QRectF, frames: Sequence[Frame], side: int) -> QImage:
    """A square of a photo with these frames over it. side: pixels."""
    scale = side / part.width()
    level = photo.level(scale)
    zoom = level.width() / photo.size.width()
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    source = QRectF(part.topLeft() * zoom, part.size() * zoom)
    painter.drawImage(QRectF(0, 0, side, side), level, source)
    for frame in frames:
        if frame.patch is not None:
            place = QPointF(frame.box.x0, frame.box.y0) - part.topLeft()
            size = QSizeF(frame.box.width, frame.box.height) * scale
            painter.drawImage(QRectF(place * scale, size), _small(frame.patch, size))
    painter.end()
    return picture


def _small(patch: np.ndarray, size: QSizeF) -> QImage:
    """A patch, (h, w, 4) uint8 straight alpha, in about the size it is painted in: Qt alone would leave pixels out."""
    height, width = patch.shape[:2]
    image = QImage(np.ascontiguousarray(patch).data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.scaled(max(1, round(size.width())), max(1, round(size.height())),
                        Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
