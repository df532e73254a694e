"""TIFF files (revision 6.0, and BigTIFF): the directory read here, strips and tiles by libtiff, samples as their tags
say."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.base.text import Text
from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded, not_read
from engine.photo.limits import LONGEST_SIDE, MOST_SAMPLE_BYTES, check_size
from engine.photo.pillow_pictures import EIGHT_BITS, decode_opened, opened
from engine.photo.recognised import raw_file
from engine.photo.tiff_samples import CMYK, SAVE_PLAIN, Samples, native_samples

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of one value, by the type of its field."""
_CODES = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_MOST_DIRECTORIES = 64
_MOST_ENTRIES = 4096

SUBFILE, WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC = 254, 256, 257, 258, 259, 262
ORIENTATION, CHANNELS, ROWS, PLANES, COLOURS, TILE_WIDTH, TILE_LENGTH = 274, 277, 278, 284, 320, 322, 323
EXTRA, FORMAT, DEPTH, PROFILE, DNG = 338, 339, 32997, 34675, 50706
_REDUCED, _MASK = 1, 4
_OLD_JPEG = 6


@dataclass(frozen=True)
class Directory:
    """One picture's tags. entries: by tag the type of its field, how many values, and where they are."""

    data: bytes
    order: str
    entries: dict[int, tuple[int, int, int]]

    def numbers(self, tag: int) -> tuple[int, ...]:
        """Whole numbers; empty where the tag is not there or of another type."""
        kind, count, place = self.entries.get(tag, (0, 0, 0))
        code = _CODES.get(kind)
        if code is None or count > MOST_VALUES:
            return ()
        return struct.unpack_from(f"{self.order}{count}{code}", self.data, place)

    def number(self, tag: int, default: int) -> int:
        """The first of a tag's numbers."""
        return next(iter(self.numbers(tag)), default)

    def content(self, tag: int) -> bytes | None:
        """A tag's very bytes, None where it is not there."""
        if tag not in self.entries:
            return None
        kind, count, place = self.entries[tag]
        return self.data[place : place + count * _SIZES[kind]]


MOST_VALUES = 3 << 16
"""Of a tag whose values are looked at here: a palette of 16 bits has so many."""


def directories(data: bytes) -> Sequence[Directory]:
    """The directories in a file, in its order, sub-directories left out. ValueError or struct.error when it is
    damaged, or made to be expensive: tags whose values are larger than the file."""
    order = "<" if data[:2] == b"II" else ">"
    big = data[2:4] in (b"+\0", b"\0+")
    head, entry, where = ("Q", "HHQ", "Q") if big else ("H", "HHI", "I")
    place = struct.unpack_from(order + where, data, 8 if big else 4)[0]
    found: list[Directory] = []
    seen: set[int] = set()
    while place and place not in seen and len(found) < _MOST_DIRECTORIES:
        seen.add(place)
        count = struct.unpack_from(order + head, data, place)[0]
        if count > _MOST_ENTRIES:
            raise ValueError(f"{count} tags")
        place += struct.calcsize(order + head)
        field, step, total = struct.calcsize(order + where), struct.calcsize(order + entry + where), 0
        entries: dict[int, tuple[int, int, int]] = {}
        for at in range(place, place + count * step, step):
            tag, kind, values = struct.unpack_from(order + entry, data, at)
            size = _SIZES.get(kind, 1) * values
            total += size
            here = at + step - field
            start = here if size <= field else struct.unpack_from(order + where, data, here)[0]
            if start + size <= len(data) and kind in _SIZES:
                entries.setdefault(tag, (kind, values, start))
        if total > len(data):
            raise ValueError(f"{total} bytes of tags in {len(data)}")
        found.append(Directory(data, order, entries))
        place = struct.unpack_from(order + where, data, place + count * step)[0]
    return found


def decode_tiff(data: bytes, name: str) -> Decoded:
    """The first whole picture of a TIFF. EngineError for too large a one and for kinds that are not read; whatever
    libtiff's readers raise for a damaged one."""
    from engine.photo.quiet import quiet_stderr

    pages = directories(data)
    whole = [number for number, page in enumerate(pages) if not page.number(SUBFILE, 0) & (_REDUCED | _MASK)]
    if not whole or any(DNG in page.entries for page in pages):
        raise raw_file(name)
    page = pages[whole[0]]
    stored = _stored(page, name)
    several: tuple[Text, ...] = (FIRST_OF_SEVERAL,) if len(whole) > 1 else ()
    with quiet_stderr():  # libtiff says there what is wrong with a file; we say it ourselves
        if stored.photometric == CMYK or page.number(COMPRESSION, 1) == _OLD_JPEG:
            return _with_pillow(data, name, whole[0], several if stored.bits <= 8 else (*several, EIGHT_BITS))
        raw = _raw(data, whole[0])
    native, said = native_samples(raw, stored, name)
    return Decoded(native, "TIFF", page.content(PROFILE), orientation=page.number(ORIENTATION, 1),
                   notes=(*several, *said))


def _stored(page: Directory, name: str) -> Samples:
    """What the tags say of the samples, checked."""
    channels = page.number(CHANNELS, 1)
    bits, formats = set(page.numbers(BITS)[:channels]) or {1}, set(page.numbers(FORMAT)[:channels]) or {1}
    photometric = page.number(PHOTOMETRIC, 2 if channels >= 3 else 1)
    width, height = page.number(WIDTH, 0), page.number(LENGTH, 0)
    if len(bits) > 1 or len(formats) > 1:
        raise not_read(name, Text("a TIFF whose channels differ in depth"), SAVE_PLAIN)
    check_size(width, height, name, max(1, channels * max(bits) // 8))
    if page.number(DEPTH, 1) > 1:
        raise not_read(name, Text("a TIFF of a volume"), SAVE_PLAIN)
    tile = page.number(TILE_WIDTH, 0), page.number(TILE_LENGTH, 0)
    if max(tile) > LONGEST_SIDE or tile[0] * tile[1] * channels * max(bits) // 8 > MOST_SAMPLE_BYTES // 4:
        raise ValueError(f"tiles of {tile}")
    return Samples(photometric, channels, bits.pop(), formats.pop(), page.number(PLANES, 1) == 2,
                   page.numbers(EXTRA), page.numbers(COLOURS))


def _raw(data: bytes, number: int) -> np.ndarray:
    """The samples of the directory of that number as libtiff gives them: (H, W), (H, W, C), or (C, H, W) in planes."""
    import imagecodecs

    return imagecodecs.tiff_decode(data, index=number)


def _with_pillow(data: bytes, name: str, number: int, notes: tuple[Text, ...]) -> Decoded:
    """CMYK, which Pillow converts by its profile, and JPEG of the old way, which its libtiff puts together."""
    with opened(data, "TIFF") as image:
        image.seek(number)
        found = decode_opened(image, name, "TIFF", notes)
    return replace(found, exif=None, orientation=1)  # Pillow turns a TIFF itself
