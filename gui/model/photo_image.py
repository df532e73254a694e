"""A photo as QImages that paint quickly at any size. Made on another thread than the window's: no widget, no pixmap."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from engine.photo.face import Box
from engine.photo.picture import Picture
from gui.model.view import View

SMALLEST_LEVEL = 512


class PhotoImage:
    """A photo with halved copies of itself, so that a 12-megapixel picture is never scaled down as a whole.

    Build it on the engine's thread: QImage may live on any, and OpenCV lets the window's thread run meanwhile.
    """

    def __init__(self, pixels: np.ndarray, alpha: np.ndarray | None = None) -> None:
        """pixels: (H, W, 3) uint8 sRGB, on white where they are not solid. alpha: (H, W) uint8, None where all are."""
        from engine.base.opencv import cv2

        height, width, _ = pixels.shape
        # Blue first and four bytes a pixel is what Qt paints without converting.
        self._buffers = [cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA)]
        self.alpha = alpha if alpha is not None and (alpha < 255).any() else None
        if self.alpha is not None:
            # The pixels lie on white already: without its share of white each is as Qt wants it, premultiplied.
            white = cv2.merge([255 - self.alpha] * 3 + [np.zeros_like(self.alpha)])
            self._buffers[0] = cv2.subtract(self._buffers[0], white)
            self._buffers[0][..., 3] = self.alpha
        while max(self._buffers[-1].shape[:2]) > SMALLEST_LEVEL * 2:
            last = self._buffers[-1]
            half = (max(1, last.shape[1] // 2), max(1, last.shape[0] // 2))
            self._buffers.append(cv2.resize(last, half, interpolation=cv2.INTER_AREA))
        self.levels = [QImage(buffer.data, buffer.shape[1], buffer.shape[0], buffer.strides[0],
                              QImage.Format.Format_RGB32 if self.alpha is None
                              else QImage.Format.Format_ARGB32_Premultiplied) for buffer in self._buffers]
        self.size = QSizeF(width, height)

    @classmethod
    def of(cls, picture: Picture) -> "PhotoImage":
        """A picture as it is shown, see-through where its file is."""
        native = picture.native
        if native.shape[2] != 4:
            return cls(picture.pixels)
        alpha = native[..., 3]
        return cls(picture.pixels, (alpha >> 8).astype(np.uint8) if alpha.dtype == np.uint16 else alpha)

    def lay(self, rgba: np.ndarray, box: Box) -> QImage:
        """A patch at a box, (h, w, 4) uint8 straight alpha, ready to paint and see-through where the photo under it is.

        Exact where that is solid or not there at all; where it is half see-through the patch covers a little too much.
        """
        if self.alpha is None:
            return premultiplied(rgba)
        from engine.base.opencv import cv2

        height, width = rgba.shape[:2]
        scale = np.array([[box.width / width, 0, box.x0], [0, box.height / height, box.y0]])
        scale[:, 2] += (scale[0, 0] - 1) / 2, (scale[1, 1] - 1) / 2  # from pixel centre to pixel centre
        under = cv2.warpAffine(self.alpha, scale, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        image = premultiplied(rgba)
        # What the patch covers stands on white too, as the photo that it was made from.
        cover = cv2.multiply(np.ascontiguousarray(rgba[..., 3]), 255 - under, scale=1 / 255)
        rows = np.frombuffer(image.bits(), np.uint8).reshape(height, image.bytesPerLine())
        painted = rows[:, : 4 * width].reshape(height, width, 4)
        painted[...] = cv2.subtract(painted, cv2.merge([cover] * 4))
        return image

    def paint(self, painter: QPainter, view: View) -> None:
        """Draw what is in sight."""
        image = self.level(view.zoom)
        seen = view.target.intersected(QRectF(QPointF(0, 0), view.canvas))
        if seen.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.smooth)
        part = QRectF(view.point_to_photo(seen.topLeft()), view.point_to_photo(seen.bottomRight()))
        across, down = image.width() / self.size.width(), image.height() / self.size.height()
        source = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        painter.drawImage(seen, image, source)

    def level(self, zoom: float) -> QImage:
        """The smallest copy that still has a pixel for every device pixel."""
        for image in reversed(self.levels):
            if image.width() >= self.size.width() * zoom * 0.999:
                return image
        return self.levels[0]


def premultiplied(rgba: np.ndarray) -> QImage:
    """(h, w, 4) uint8 straight-alpha RGBA as the image format that Qt blends quickest. The result owns its memory."""
    rgba = np.ascontiguousarray(rgba)
    height, width, _ = rgba.shape
    wrapped = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return wrapped.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
