"""GIF files (GIF89a specification), block by block: Pillow is given the first picture alone.

It keeps every comment, in pieces of up to 255 bytes, and goes on to the second picture to know that it is there.
"""

from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.limits import check_size

_EXTENSION, _PICTURE, _END, _CONTROL = 0x21, 0x2C, 0x3B, 0xF9
_MOST_BLOCKS = 1 << 22
"""Blocks and pieces of them: a gigabyte in pieces of 255 bytes."""


def decode_gif(data: bytes, name: str) -> Decoded:
    """The first picture of a GIF. EngineError for too large a one; whatever Pillow raises for a damaged one."""
    from engine.photo.pillow_pictures import decode_opened, opened

    first, several = first_picture(data)
    with opened(first, "GIF") as image:
        check_size(*image.size, name, 4, "GIF")
        return decode_opened(image, name, "GIF", (FIRST_OF_SEVERAL,) if several else ())


def first_picture(data: bytes) -> tuple[bytes, bool]:
    """A GIF with the first picture alone, and whether there are more. ValueError for more blocks than any program
    writes; what breaks off is left to whoever decodes it."""
    place = head = 13 + _colours(data, 10)
    control, made, left = b"", b"", _MOST_BLOCKS
    while place < len(data) and data[place] != _END:
        begin, kind = place, data[place]
        if kind == _PICTURE:
            if made:
                return made, True
            place += 11 + _colours(data, place + 9)
            place, left = _behind(data, place, left)
            made = data[:head] + control + data[begin:place] + b";" * (place < len(data))
        elif kind == _EXTENSION:
            place, left = _behind(data, place + 2, left)
            if data[begin + 1 : begin + 2] == bytes([_CONTROL]):
                control = data[begin:place]
        else:  # as Pillow does
            place, left = place + 1, left - 1
        if left < 0:
            raise ValueError("too many blocks")
    return made or data[:head] + control + b";", False


def _colours(data: bytes, place: int) -> int:
    """Bytes of the table of colours that the flags at `place` announce."""
    flags = data[place] if place < len(data) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind(data: bytes, place: int, left: int) -> tuple[int, int]:
    """Where the pieces that begin at `place` end, and how many blocks may still come."""
    while place < len(data) and data[place] and left >= 0:
        place, left = place + 1 + data[place], left - 1
    return min(place + 1, len(data)), left - 1
