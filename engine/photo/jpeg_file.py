"""JPEG files: what Pillow is not asked to decode, and what is missing at the end."""

from dataclasses import replace

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.decoded import Decoded, not_read
from engine.photo.face import Box
from engine.photo.jpeg_layout import layout, without_notes
from engine.photo.jpeg_notes import beside
from engine.photo.jpeg_truncated import END, told, what_came
from engine.photo.limits import MOST_SCANNED, MOST_SCANS, check_size

_LOSSLESS = (0xC3, 0xC7, 0xCB, 0xCF)
_AS_PNG = Text("save it as PNG, TIFF or an ordinary JPEG")


def decode_jpeg(data: bytes, name: str, least: int = 0) -> Decoded:
    """A JPEG's pixels, or those that are there where its end is missing. EngineError for too large a one and for kinds
    that are not read; whatever Pillow raises for a damaged one.

    least: pixels; other than 0, it may be decoded at a half, a quarter or an eighth of its size, as long as no side
           becomes shorter than that (libjpeg's scaled inverse DCT: quicker, and in as little memory as it says).
    """
    from engine.photo.pillow_pictures import decode_opened, opened

    there = layout(data)
    if there.frame in _LOSSLESS or there.precision > 8:
        raise not_read(name, Text("a JPEG of a kind for medical pictures ({0} bits)", there.precision), _AS_PNG)
    if not there.frame:
        raise ValueError("no frame")
    check_size(*there.size, name, there.channels)
    if there.scans > MOST_SCANS or there.scans * there.size[0] * there.size[1] > MOST_SCANNED:
        raise EngineError(Text("{0} is a JPEG of so many layers that reading it would take minutes", name),
                          Text("save it again in another program"))
    notes: tuple[Text, ...] = ()
    missing, metadata = None, beside(data, there)
    data = without_notes(data, there)
    if there.scans and not there.ended:
        rows, lost = what_came(data, there)
        data += END  # libjpeg fills up what is missing, as browsers do, and Pillow does not wait for more
        notes = (told(there, lost),)
        missing = Box(0, rows, *there.size) if rows < there.size[1] else None
    with opened(data, "JPEG") as image:
        if image.size != there.size:  # what was checked is not what would be decoded
            raise ValueError(f"frames of {there.size} and {image.size}")
        if least:
            image.draft(image.mode, (least, least))
            across, down = (small / whole for small, whole in zip(image.size, there.size, strict=True))
            missing = missing and Box(0, missing.y0 * down, missing.x1 * across, missing.y1 * down)
        return replace(decode_opened(image, name, "JPEG", notes), metadata=metadata, missing=missing)


def look_over(data: bytes, name: str) -> tuple[int, int]:
    """Width and height of a JPEG after all of it has been decoded, at an eighth of its size and so in little memory.
    EngineError when it is damaged or its end is missing."""
    from engine.photo.pillow_pictures import opened

    try:
        if not layout(data).ended:
            raise ValueError("no end")
        with opened(data, "JPEG") as image:
            size = image.size
            image.draft(image.mode, (size[0] // 8, size[1] // 8))
            image.load()
    except Exception as error:  # whatever Pillow raises for a damaged one
        raise EngineError(Text("{0} is damaged and cannot be read", name),
                          detail=f"{type(error).__name__}: {error}") from error
    return size
