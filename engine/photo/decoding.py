"""From a file's bytes to upright native pixels, with what they cost checked before anything is decoded."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.apart import decode_apart
from engine.photo.decoded import Decoded
from engine.photo.exif import cleaned as cleaned_exif
from engine.photo.face import Box
from engine.photo.gif_file import decode_gif
from engine.photo.jpeg_file import decode_jpeg
from engine.photo.pillow_pictures import decode_avif, decode_with_pillow
from engine.photo.png_file import decode_png
from engine.photo.recognised import kind_in, other_kind
from engine.photo.tiff_file import decode_tiff
from engine.photo.xmp import cleaned as cleaned_xmp

_DECODERS: dict[str, Callable[[bytes, str], Decoded]] = {
    "PNG": decode_png, "JPEG": decode_jpeg, "TIFF": decode_tiff, "GIF": decode_gif,
    **{kind: partial(decode_with_pillow, kind=kind) for kind in ("WEBP", "BMP")},
    "AVIF": decode_avif, **{kind: partial(decode_apart, kind=kind) for kind in ("HEIF", "JXL")},
}
"""By the name of the kind."""


def decode(data: bytes, name: str, least: int = 0) -> Decoded:
    """Decode a picture of one of `PICTURE_KINDS`, the first where there are several: upright, its metadata cleaned.
    EngineError for everything that is not a sound one. least: see `decode_picture`."""
    kind = kind_in(data)
    if kind is None:
        raise other_kind(data, name)
    try:
        decoded = decode_jpeg(data, name, least) if least and kind == "JPEG" else _DECODERS[kind](data, name)
    except EngineError:
        raise
    except MemoryError:
        raise EngineError(Text("{0} is too large for this machine's memory", name)) from None
    except Exception as error:  # the decoders raise whatever they like on damaged files: OSError, SyntaxError, ...
        raise EngineError(Text("{0} is damaged and cannot be read", name),
                          detail=f"{type(error).__name__}: {error}") from error
    found = decoded.metadata
    turned, exif = cleaned_exif(found.exif)
    described, xmp = cleaned_xmp(found.xmp)
    orientation = next((turn for turn in (decoded.orientation, turned, described) if turn is not None), 1)
    return replace(decoded, native=np.ascontiguousarray(upright(decoded.native, orientation)), orientation=1,
                   metadata=replace(found, exif=exif, xmp=xmp),
                   missing=_turned(decoded.missing, decoded.native.shape[:2], orientation))


def _turned(box: Box | None, size: tuple[int, ...], orientation: int) -> Box | None:
    """A rectangle in a picture of (height, width) when that is turned upright."""
    if box is None:
        return None
    places = np.empty((2, 2, 2))
    places[:, :, 0], places[:, :, 1] = [box.x0, box.x1], [[box.y0], [box.y1]]
    corners = upright(places, orientation)
    # Where the picture's own corners come to lie tells how x and y are counted then.
    height, width = size
    flips = upright(np.array([[[0, 0], [width, 0]], [[0, height], [width, height]]]), orientation)
    first = flips[0, 0]
    x = np.abs(corners[:, :, 0] - first[0])
    y = np.abs(corners[:, :, 1] - first[1])
    if orientation in (5, 6, 7, 8):
        x, y = y, x
    return Box(float(x.min()), float(y.min()), float(x.max()), float(y.max()))


def upright(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """Undo EXIF orientation 1..8 (EXIF 2.3, tag 0x0112)."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels
