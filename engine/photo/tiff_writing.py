"""A baseline TIFF (TIFF revision 6.0), little-endian: deflated strips, the ICC profile, and what a photo carries."""

import struct
import zlib

import numpy as np

from engine.photo.metadata import Metadata
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
    fields_of,
    written,
)

_SHORT, _LONG, _RATIONAL, _BYTE, _UNDEFINED = 3, 4, 5, 1, 7
_STRIP_OFFSETS, _STRIP_LENGTHS = 273, 279
_STRIP_BYTES = 1 << 20


def encode_tiff(native: np.ndarray, profile: bytes | None, metadata: Metadata) -> bytes:
    """TIFF bytes of (H, W, 1|3|4) uint8 or uint16."""
    height, width, channels = native.shape
    bits = 8 * native.dtype.itemsize
    rows = max(1, _STRIP_BYTES // (width * channels * native.dtype.itemsize))
    strips = [zlib.compress(native[top : top + rows].astype(f"<u{bits // 8}").tobytes(), 6)
              for top in range(0, height, rows)]
    padded = [strip + b"\0" * (len(strip) % 2) for strip in strips]
    places = [8]
    for strip in padded:
        places.append(places[-1] + len(strip))
    fields = [
        _numbers(WIDTH, _LONG, width), _numbers(LENGTH, _LONG, height), _numbers(BITS, _SHORT, *[bits] * channels),
        _numbers(COMPRESSION, _SHORT, 8),  # Adobe deflate
        _numbers(PHOTOMETRIC, _SHORT, 1 if channels == 1 else 2),  # black is zero; RGB
        _numbers(_STRIP_OFFSETS, _LONG, *places[:-1]), _numbers(CHANNELS, _SHORT, channels),
        _numbers(ROWS, _LONG, rows), _numbers(_STRIP_LENGTHS, _LONG, *map(len, strips)),
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
    return b"".join((b"II*\0", struct.pack("<I", places[-1]), *padded,
                     written([*fields, *described], camera, places[-1])))


def _numbers(tag: int, kind: int, *values: int) -> Field:
    return Field(tag, kind, len(values), struct.pack(f"<{len(values)}{'H' if kind == _SHORT else 'I'}", *values))
