"""Picture files made in memory for the tests of reading and writing."""

import io
import struct
import zlib
from functools import cache

import numpy as np
from PIL import Image, ImageCms

SMOOTH = np.stack(np.meshgrid(np.arange(0, 96, 3), np.arange(0, 80, 4)), -1)[..., [0, 1, 0]].astype(np.uint8) + 40
"""A smooth picture that survives JPEG: (20, 32, 3) uint8."""


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def png(width: int, height: int, depth: int, colour: int, rows: bytes, extra: bytes = b"") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


@cache
def wide_profile() -> bytes:
    """sRGB with its red and green primaries exchanged: not a real space, but one whose effect is plain to see."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)
