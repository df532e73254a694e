"""A face as a small picture: its crop with a patch laid over it, and the part of it that thumbnails show."""

import numpy as np

from engine.photo.crop import cut
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.render.changed_photos import resized

THUMBNAIL_PART = 0.68
"""Side of a thumbnail's picture in sides of the face's crop: the face, with little around it."""


def thumbnail_window(photo: OpenPhoto, face: int, whole: int, size: int) -> tuple[slice, slice]:
    """Rows and columns of a thumbnail in a face's crop drawn `whole` pixels wide: its middle, or as near to the
    middle as the photo reaches."""
    crop = photo.crop(face)
    scale = whole / crop.side

    def window(start: int, extent: int) -> slice:
        middle = (whole - size) // 2
        first, last = round(-start * scale), round((extent - start) * scale) - size
        at = min(max(middle, first), last) if first <= last else middle
        at = min(max(at, 0), whole - size)
        return slice(at, at + size)

    width, height = photo.picture.size
    return window(crop.y0, height), window(crop.x0, width)


def shown(photo: OpenPhoto, face: int, patch: np.ndarray | None, size: int) -> np.ndarray:
    """A face's crop with a patch laid over it, (size, size, 3) uint8."""
    source = cut(photo.picture.pixels, photo.crop(face))
    if patch is not None:  # laid on at its own size: straight alpha must not be resampled
        source = resized(source, patch.shape[0])
        paste(source, patch, 0, 0)
    return resized(source, size)
