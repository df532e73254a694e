"""The directories of a TIFF file (revision 6.0, and BigTIFF), and of an EXIF block, which is one: read and written."""

import mmap
import struct
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of one value, by the type of its field."""
_CODES = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_MOST_DIRECTORIES = 64
_MOST_ENTRIES = 4096

SUBFILE, WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC = 254, 256, 257, 258, 259, 262
ORIENTATION, CHANNELS, ROWS, PLANES, COLOURS, TILE_WIDTH, TILE_LENGTH = 274, 277, 278, 284, 320, 322, 323
EXTRA, FORMAT, DEPTH, XMP, IPTC, PROFILE, DNG = 338, 339, 32997, 700, 33723, 34675, 50706
ACROSS, DOWN, UNIT, EXIF = 282, 283, 296, 34665
_MAKER_NOTE, _INTEROPERABILITY = 0x927C, 0xA005
_DESCRIBING = frozenset({269, 270, 271, 272, 285, 305, 306, 315, 316, 18246, 18249, 33432, *range(40091, 40096)})
"""What is in the picture, who made it, with what, when: the tags of a TIFF that are not about its samples."""
_LONGEST_FIELD = 1 << 16


@dataclass(frozen=True, order=True)
class Field:
    """A tag, the type of its values, how many there are, and the values, little-endian."""

    tag: int
    kind: int
    count: int
    content: bytes


@dataclass(frozen=True)
class Directory:
    """One picture's tags. entries: by tag the type of its field, how many values, and where they are."""

    data: "bytes | mmap.mmap"
    order: str
    entries: dict[int, tuple[int, int, int]]

    def numbers(self, tag: int) -> tuple[int, ...]:
        """Whole numbers; empty where the tag is not there or of another type. ValueError for too many."""
        kind, count, place = self.entries.get(tag, (0, 0, 0))
        code = _CODES.get(kind)
        if code is None:
            return ()
        if count > MOST_VALUES:  # not none: libtiff would read them, and set aside what they ask for
            raise ValueError(f"{count} numbers of {tag}")
        return struct.unpack_from(f"{self.order}{count}{code}", self.data, place)

    def number(self, tag: int, default: int) -> int:
        """The first of a tag's numbers."""
        return next(iter(self.numbers(tag)), default)

    def ratio(self, tag: int) -> float:
        """A fraction; 0 where it is not there."""
        kind, _, place = self.entries.get(tag, (0, 0, 0))
        if kind != 5:
            return 0.0
        above, below = struct.unpack_from(self.order + "II", self.data, place)
        return above / below if below else 0.0

    def fields(self, tags: Collection[int] | None = None) -> "Iterator[Field]":
        """Every field, or those of some tags, as a little-endian file has them; large and nested ones are left out."""
        for tag, (kind, count, _) in self.entries.items():
            content = self.content(tag)
            if (tags is None or tag in tags) and tag not in (EXIF, _INTEROPERABILITY, _MAKER_NOTE) and kind <= 12 \
                    and content is not None and len(content) <= _LONGEST_FIELD:
                width = {5: 4, 10: 4}.get(kind, _SIZES[kind])
                if self.order == ">" and width > 1:
                    content = np.frombuffer(content, f">u{width}").astype(f"<u{width}").tobytes()
                yield Field(tag, kind, count, content)

    def content(self, tag: int) -> bytes | None:
        """A tag's very bytes, None where it is not there."""
        if tag not in self.entries:
            return None
        kind, count, place = self.entries[tag]
        return self.data[place : place + count * _SIZES[kind]]


MOST_VALUES = 3 << 16
"""Of a tag whose values are looked at here: a palette of 16 bits has so many."""


def directories(data: "bytes | mmap.mmap") -> Sequence[Directory]:
    """The directories in a file, in its order, sub-directories left out. ValueError or struct.error when it is
    damaged, or made to be expensive: tags whose values are larger than the file."""
    order = "<" if data[:2] == b"II" else ">"
    big = data[2:4] in (b"+\0", b"\0+")
    place = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)[0]
    found: list[Directory] = []
    seen: set[int] = set()
    while place and place not in seen and len(found) < _MOST_DIRECTORIES:
        seen.add(place)
        directory, place = _directory(data, order, big, place)
        found.append(directory)
    return found


def _directory(data: "bytes | mmap.mmap", order: str, big: bool, place: int) -> tuple[Directory, int]:
    """One directory, and where the next one is."""
    head, entry, where = ("Q", "HHQ", "Q") if big else ("H", "HHI", "I")
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
    return Directory(data, order, entries), struct.unpack_from(order + where, data, place + count * step)[0]


def described(page: Directory) -> bytes | None:
    """What a TIFF says of its picture, its camera and its maker, as an EXIF block; None when it says nothing."""
    fields = [*page.fields(_DESCRIBING)]
    nested: list[Field] = []
    inner = page.number(EXIF, 0)
    if inner:
        big = page.data[2:4] in (b"+\0", b"\0+")
        try:
            nested = [*_directory(page.data, page.order, big, inner)[0].fields()]
        except (ValueError, struct.error):
            nested = []
    return b"II*\0\x08\0\0\0" + written(fields, nested, 8) if fields or nested else None


def fields_of(block: bytes) -> tuple[list[Field], list[Field]]:
    """The fields of an EXIF block that a TIFF keeps among its own, and those of the camera's directory."""
    (first, *_), order = directories(block), "<" if block[:2] == b"II" else ">"
    inner = first.number(EXIF, 0)
    nested = [*_directory(block, order, False, inner)[0].fields()] if inner else []
    return [*first.fields(_DESCRIBING)], nested


def written(fields: Iterable[Field], nested: Sequence[Field], place: int) -> bytes:
    """A directory that stands at `place` in a little-endian file, with the camera's in it where there are such fields;
    no other follows."""
    entries = sorted([*fields, *([Field(EXIF, 4, 1, bytes(4))] if nested else [])])
    spill_at = place + 2 + 12 * len(entries) + 4
    directory, spill = struct.pack("<H", len(entries)), b""
    pointer = 0
    for entry in entries:
        if entry.tag == EXIF and nested:
            pointer = len(directory) + 8
        if len(entry.content) > 4:
            held = struct.pack("<I", spill_at + len(spill))
            spill += entry.content + b"\0" * (len(entry.content) % 2)
        else:
            held = entry.content.ljust(4, b"\0")
        directory += struct.pack("<HHI", entry.tag, entry.kind, entry.count) + held
    if nested:
        inner = spill_at + len(spill)
        directory = directory[:pointer] + struct.pack("<I", inner) + directory[pointer + 4 :]
        spill += written(nested, (), inner)
    return directory + b"\0\0\0\0" + spill
