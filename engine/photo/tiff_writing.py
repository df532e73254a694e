"""A baseline TIFF (TIFF revision 6.0), little-endian: deflated strips, the ICC profile, and what a photo carries."""

import struct
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

import numpy as np

from engine.base.files import mapped
from engine.photo.metadata import Metadata
from engine.photo.strips import StoredRows
from engine.photo.tiff_directory import (
    ACROSS,
    BITS,
    CHANNELS,
    COMPRESSION,
    DOWN,
    EXTRA,
    IPTC,
    LENGTH,
    PHOTOMETRIC,
    PLANES,
    PROFILE,
    ROWS,
    UNIT,
    WIDTH,
    XMP,
    Field,
    directories,
    fields_of,
    written,
)

_SHORT, _LONG, _RATIONAL, _BYTE, _UNDEFINED = 3, 4, 5, 1, 7
_STRIP_OFFSETS, _STRIP_LENGTHS = 273, 279
_STRIP_BYTES = 1 << 20
_DEFLATE = 8


def write_tiff(file: IO[bytes], native: np.ndarray, profile: bytes | None, metadata: Metadata) -> None:
    """Write (H, W, 1|3|4) uint8 or uint16, strip by strip, into a file that is empty and can be sought in. OSError."""
    height, width, channels = native.shape
    bits = 8 * native.dtype.itemsize
    rows = max(1, _STRIP_BYTES // (width * channels * native.dtype.itemsize))
    places, lengths = [8], []
    file.write(b"II*\0" + bytes(4))  # where the directory is shows in the end
    for top in range(0, height, rows):
        strip = zlib.compress(native[top : top + rows].astype(f"<u{bits // 8}").data, 6)
        lengths.append(len(strip))
        strip += b"\0" * (len(strip) % 2)
        file.write(strip)
        places.append(places[-1] + len(strip))
    fields = [
        _numbers(WIDTH, _LONG, width), _numbers(LENGTH, _LONG, height), _numbers(BITS, _SHORT, *[bits] * channels),
        _numbers(COMPRESSION, _SHORT, _DEFLATE),
        _numbers(PHOTOMETRIC, _SHORT, 1 if channels == 1 else 2),  # black is zero; RGB
        _numbers(_STRIP_OFFSETS, _LONG, *places[:-1]), _numbers(CHANNELS, _SHORT, channels),
        _numbers(ROWS, _LONG, rows), _numbers(_STRIP_LENGTHS, _LONG, *lengths),
        _numbers(PLANES, _SHORT, 1),  # channels side by side
    ]
    if channels == 4:
        fields.append(_numbers(EXTRA, _SHORT, 2))  # straight alpha
    if metadata.resolution is not None:
        for tag, dots in zip((ACROSS, DOWN), metadata.resolution, strict=True):
            fields.append(Field(tag, _RATIONAL, 1, struct.pack("<2I", min(round(dots * 1000), 2**32 - 1), 1000)))
        fields.append(_numbers(UNIT, _SHORT, 2))
    fields += [Field(tag, kind, len(content), content) for tag, kind, content in (
        (XMP, _BYTE, metadata.xmp), (IPTC, _UNDEFINED, metadata.iptc), (PROFILE, _UNDEFINED, profile)) if content]
    described, camera = fields_of(metadata.exif) if metadata.exif else ([], [])
    file.write(written([*fields, *described], camera, places[-1]))
    file.seek(4)
    file.write(struct.pack("<I", places[-1]))


def stored_tiff(file: BinaryIO) -> StoredRows:
    """What `write_tiff` wrote. ValueError, struct.error or zlib.error, also of the rows, for what is damaged or was
    written by somebody else."""
    with mapped(file) as data:
        page = directories(data)[0]
        width, height, rows = (page.number(tag, 0) for tag in (WIDTH, LENGTH, ROWS))
        channels, bits = page.number(CHANNELS, 0), page.number(BITS, 0)
        strips = list(zip(page.numbers(_STRIP_OFFSETS), page.numbers(_STRIP_LENGTHS), strict=True))
        if page.number(COMPRESSION, 0) != _DEFLATE or page.number(PLANES, 0) != 1 or bits not in (8, 16):
            raise ValueError("another kind")
    dtype = np.dtype(f"<u{bits // 8}")
    return StoredRows((height, width, channels), dtype, _rows(file, strips, dtype, (rows, width, channels)))


def _rows(file: IO[bytes], strips: list[tuple[int, int]], dtype: np.dtype,
          shape: tuple[int, int, int]) -> Iterator[np.ndarray]:
    most = shape[0] * shape[1] * shape[2] * dtype.itemsize
    for place, length in strips:
        file.seek(place)
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(file.read(length), most)
        if not unpacker.eof:
            raise ValueError("a strip is not whole")
        yield np.frombuffer(content, dtype).reshape(-1, *shape[1:])


def _numbers(tag: int, kind: int, *values: int) -> Field:
    return Field(tag, kind, len(values), struct.pack(f"<{len(values)}{'H' if kind == _SHORT else 'I'}", *values))
