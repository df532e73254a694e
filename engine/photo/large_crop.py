"""A crop of a large photo, read without holding its pixels twice."""

from dataclasses import dataclass

import numpy as np

from engine.photo.crop import Crop, cut_window
from engine.photo.paste import colour

_BAND = 128
"""Rows that are looked at together."""


@dataclass(frozen=True, eq=False)
class LargeCrop:
    """A crop's colours (side, side, 3), cut from the photo where they are asked for: of a face that fills a photo of a
    hundred megapixels they would be another one.

    native: (H, W, C) of the photo, uint8 or uint16, C = 1, 3 or 4.
    """

    native: np.ndarray
    crop: Crop

    @property
    def shape(self) -> tuple[int, int, int]:
        return self.crop.side, self.crop.side, 3

    @property
    def ndim(self) -> int:
        return 3

    @property
    def dtype(self) -> np.dtype:
        return self.native.dtype

    @property
    def nbytes(self) -> int:
        """Held beside the photo itself: none."""
        return 0

    def __getitem__(self, window: tuple[slice, slice]) -> np.ndarray:
        """Rows and columns, as of an array of that shape: (h, w, 3), edge pixels repeated beyond the photo."""
        (y0, y1, _), (x0, x1, _) = (span.indices(self.crop.side) for span in window)
        left, top = self.crop.x0, self.crop.y0
        return np.ascontiguousarray(colour(cut_window(self.native, left + x0, top + y0, left + x1, top + y1)))

    def smaller(self, size: int) -> np.ndarray:
        """(size, size, 3) of the photo's type, each pixel the mean of the area it covers, as OpenCV's INTER_AREA; size
        is at most the side."""
        from engine.base.opencv import cv2

        side, step = self.crop.side, self.crop.side / size
        total = np.zeros((size, size, 3), np.float32)
        edges = np.arange(size + 1) * step
        for top in range(0, side, _BAND):
            bottom = min(side, top + _BAND)
            band = cv2.resize(self[top:bottom, 0:side].astype(np.float32), (size, bottom - top),
                              interpolation=cv2.INTER_AREA)
            first, last = int(top / step), min(size, int(np.ceil(bottom / step)))
            rows = np.arange(top, bottom)
            shares = np.clip(np.minimum(edges[first + 1 : last + 1, None], rows + 1)
                             - np.maximum(edges[first:last, None], rows), 0, None).astype(np.float32) / step
            total[first:last] += np.tensordot(shares.astype(np.float32), band, 1)
        return np.rint(total).astype(self.dtype)


@dataclass(frozen=True, eq=False)
class MendedCrop(LargeCrop):
    """The same with another picture in a part of it: mended (h, w, 3) of the photo's type, its corner left, top."""

    mended: np.ndarray
    left: int
    top: int

    @property
    def nbytes(self) -> int:
        return int(self.mended.nbytes)

    def __getitem__(self, window: tuple[slice, slice]) -> np.ndarray:
        (y0, y1, _), (x0, x1, _) = (span.indices(self.crop.side) for span in window)
        found = np.array(super().__getitem__(window))
        height, width = self.mended.shape[:2]
        top, bottom = max(y0, self.top), min(y1, self.top + height)
        left, right = max(x0, self.left), min(x1, self.left + width)
        if top < bottom and left < right:
            found[top - y0:bottom - y0, left - x0:right - x0] = \
                self.mended[top - self.top:bottom - self.top, left - self.left:right - self.left]
        return found


SquarePixels = np.ndarray | LargeCrop
"""The square picture of a face: (side, side, 3) uint8 or uint16."""


def shrunk_to(pixels: SquarePixels, size: int) -> np.ndarray:
    """(size, size, 3), averaged down; an array of that very size itself."""
    if isinstance(pixels, LargeCrop):
        return pixels.smaller(size)
    if pixels.shape[0] == size:
        return pixels
    from engine.base.opencv import cv2

    return cv2.resize(pixels, (size, size), interpolation=cv2.INTER_AREA)
