"""Pictures that Pillow reads: each opened as the kind it is, its size looked at before a pixel is decoded."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import IO, TYPE_CHECKING

import numpy as np

from engine.base.text import Text
from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.limits import check_size
from engine.photo.media_boxes import colours, deep
from engine.photo.metadata import Metadata
from engine.photo.strips import StoredRows

if TYPE_CHECKING:
    from PIL.Image import Image

_SILENT = logging.NullHandler()
_STRIP_BYTES = 1 << 17
_CHANNELS = {"L": 1, "RGB": 3, "RGBA": 4}

EIGHT_BITS = Text("its samples became whole numbers of 8 bits")
CMYK_TURNED = Text("its CMYK colours became sRGB")


@contextmanager
def opened(data: "bytes | IO[bytes]", *formats: str) -> Iterator["Image"]:
    """The picture in a file, or in its bytes, of one of these kinds, not decoded yet."""
    from PIL import Image

    # Pillow's own limit would warn at 89 million pixels; ours is checked right after the header is read.
    Image.MAX_IMAGE_PIXELS = None
    logging.getLogger("PIL").addHandler(_SILENT)  # else its complaints go to standard error when nobody logs
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns about odd tags of files it reads well
        with Image.open(BytesIO(data) if isinstance(data, bytes) else data, formats=formats) as image:
            yield image


def decode_with_pillow(data: bytes, name: str, kind: str) -> Decoded:
    """The first picture in a file of a kind that Pillow calls `kind`."""
    with opened(data, kind) as image:
        check_size(*image.size, name, 4, kind)
        several = getattr(image, "is_animated", False)  # to count them, Pillow goes through all
        notes = (FIRST_OF_SEVERAL,) if several else ()
        return decode_opened(image, name, kind, notes)


def decode_avif(data: bytes, name: str) -> Decoded:
    """The same of an AVIF, with the colours that its boxes say."""
    profile = colours(data, name)
    decoded = decode_with_pillow(data, name, "AVIF")
    notes = (*decoded.notes, EIGHT_BITS) if deep(data) else decoded.notes
    return replace(decoded, profile=decoded.profile or profile, notes=notes)


def decode_opened(image: "Image", name: str, kind: str, notes: tuple[Text, ...] = ()) -> Decoded:
    """The same of a picture that is open already and not too large."""
    profile = image.info.get("icc_profile")
    native = None
    if image.mode == "CMYK":
        from engine.photo.colour import cmyk_to_srgb

        native, profile, notes = samples(cmyk_to_srgb(image, profile)), None, (*notes, CMYK_TURNED)
    if native is None:
        native = samples(image)
    return Decoded(native, kind, profile or None, _beside(image), notes=notes)


def _beside(image: "Image") -> Metadata:
    """What Pillow tells of a WebP, an AVIF or a BMP."""
    exif, xmp, dots = (image.info.get(name) for name in ("exif", "xmp", "dpi"))
    return Metadata(exif.removeprefix(b"Exif\0\0") or None if isinstance(exif, bytes) else None,
                    xmp or None if isinstance(xmp, bytes) else None,
                    resolution=(float(dots[0]), float(dots[1])) if isinstance(dots, tuple) and min(dots) > 0 else None)


def samples(image: "Image") -> np.ndarray:
    """(H, W, 1|3|4) uint8, or uint16 for gray of 16 bits."""
    stored = stored_with_pillow(image)
    pixels = np.empty(stored.shape, stored.dtype)
    top = 0
    for part in stored.rows:
        pixels[top : top + len(part)] = part
        top += len(part)
    return pixels


def stored_with_pillow(image: "Image") -> StoredRows:
    """The same strip by strip: Pillow keeps four bytes a pixel of its own, and would make every step whole."""
    image.load()
    mode = _mode(image)
    deep = image.mode.startswith("I;16")
    channels = 1 if deep else _CHANNELS[mode]
    width, height = image.size
    return StoredRows((height, width, channels), np.dtype(np.uint16 if deep else np.uint8),
                      _rows(image, mode, deep, channels))


def _rows(image: "Image", mode: str, deep: bool, channels: int) -> Iterator[np.ndarray]:
    width, height = image.size
    rows = max(1, _STRIP_BYTES // (4 * width))
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        strip = image.crop((0, top, width, bottom))
        if strip.mode == "L" and isinstance(image.info.get("transparency"), int):
            yield _keyed(np.asarray(strip), image.info["transparency"])
            continue
        if not deep and strip.mode != mode:
            strip = strip.convert(mode)
        yield np.asarray(strip).reshape(bottom - top, width, channels)


def _keyed(gray: np.ndarray, key: int) -> np.ndarray:
    """(h, w) uint8 as (h, w, 4), all of one gray transparent: what Pillow's own conversion gives, in a fifth of the
    time."""
    from engine.base.opencv import cv2

    opaque = np.full(256, 255, np.uint8)
    opaque[key & 255] = 0
    return cv2.merge([gray, gray, gray, cv2.LUT(gray, opaque)])


def _mode(image: "Image") -> str:
    """The mode with 1, 3 or 4 channels of 8 bits that keeps what there is."""
    clear = "transparency" in image.info
    if image.mode in ("1", "L"):
        return "RGBA" if clear else "L"
    return "RGBA" if clear or image.mode in ("LA", "La", "PA", "RGBA", "RGBa") else "RGB"
