"""Pixel arrays as pictures that widgets can paint."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap


def to_pixmap(pixels: np.ndarray, size: QSize | None = None, ratio: float = 1.0) -> QPixmap:
    """(h, w, 3|4) uint8 RGB or straight-alpha RGBA as a pixmap; scaled to fill `size` logical pixels when given."""
    pixels = np.ascontiguousarray(pixels)
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    # QPixmap copies, so the array may go away afterwards
    pixmap = QPixmap.fromImage(QImage(pixels.data, width, height, channels * width, kind))
    if size is not None:
        pixmap = pixmap.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                               Qt.TransformationMode.SmoothTransformation)
        pixmap.setDevicePixelRatio(ratio)
    return pixmap
