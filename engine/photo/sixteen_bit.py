"""16 bits a channel in colour, which Pillow cannot do, with the ICC profile, which OpenCV cannot do.

PNG: pixels by OpenCV, with the chunks iCCP and eXIf put in (PNG specification, third edition).
TIFF: a baseline file (TIFF revision 6.0) of one deflated strip, with ICC profile tag 34675.
"""

import struct
import zlib

import numpy as np

_PIXEL_CHUNKS = (b"IHDR", b"IDAT", b"tRNS", b"IEND")
_SHORT, _LONG, _UNDEFINED = 3, 4, 7


def needed_chunks(data: bytes) -> bytes:
    """A PNG file with only the chunks its pixels need, each complete and of the right checksum; else ValueError.

    OpenCV's reader sets aside as much memory as a chunk claims to have, and takes animations for granted.
    """
    kept, place = bytearray(data[:8]), 8
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        end = place + 12 + length
        name = data[place + 4 : place + 8]
        if end > len(data) or int.from_bytes(data[end - 4 : end], "big") != zlib.crc32(data[place + 4 : end - 4]):
            raise ValueError(f"chunk {name!r} is damaged")
        if name in _PIXEL_CHUNKS:
            kept += data[place:end]
        if name == b"IEND":
            return bytes(kept)
        place = end
    raise ValueError("no end")


def encode_png(native: np.ndarray, profile: bytes | None, exif: bytes | None) -> bytes:
    """PNG bytes of (H, W, 1|3|4) uint16."""
    from engine.base.opencv import cv2

    done, encoded = cv2.imencode(".png", native[:, :, [0] if native.shape[2] == 1 else [2, 1, 0, 3][: native.shape[2]]])
    if not done:
        raise ValueError("OpenCV could not encode a PNG")
    data = encoded.tobytes()
    extra = b""
    if profile is not None:
        extra += _chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(profile))
    if exif is not None:
        extra += _chunk(b"eXIf", exif.removeprefix(b"Exif\0\0"))
    header_end = 8 + 12 + 13  # signature, then the header chunk: length, name and sum around 13 bytes
    return data[:header_end] + extra + data[header_end:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def encode_tiff(native: np.ndarray, profile: bytes | None) -> bytes:
    """TIFF bytes of (H, W, 1|3|4) uint16, little-endian."""
    height, width, channels = native.shape
    strip = zlib.compress(native.astype("<u2").tobytes(), 6)
    strip += b"\0" * (len(strip) % 2)
    tags: list[tuple[int, int, int, bytes]] = [
        (256, _LONG, 1, struct.pack("<I", width)),
        (257, _LONG, 1, struct.pack("<I", height)),
        (258, _SHORT, channels, struct.pack(f"<{channels}H", *[16] * channels)),
        (259, _SHORT, 1, struct.pack("<H", 8)),  # Adobe deflate
        (262, _SHORT, 1, struct.pack("<H", 1 if channels == 1 else 2)),  # black is zero; RGB
        (273, _LONG, 1, struct.pack("<I", 8)),  # the strip follows the eight bytes of the header
        (277, _SHORT, 1, struct.pack("<H", channels)),
        (278, _LONG, 1, struct.pack("<I", height)),
        (279, _LONG, 1, struct.pack("<I", len(strip))),
        (284, _SHORT, 1, struct.pack("<H", 1)),  # channels side by side
    ]
    if channels == 4:
        tags.append((338, _SHORT, 1, struct.pack("<H", 2)))  # straight alpha
    if profile is not None:
        tags.append((34675, _UNDEFINED, len(profile), profile))
    directory_at = 8 + len(strip)
    spill_at = directory_at + 2 + 12 * len(tags) + 4
    directory, spill = struct.pack("<H", len(tags)), b""
    for tag, kind, count, value in tags:
        if len(value) > 4:
            place = struct.pack("<I", spill_at + len(spill))
            spill += value + b"\0" * (len(value) % 2)
        else:
            place = value.ljust(4, b"\0")
        directory += struct.pack("<HHI", tag, kind, count) + place
    return b"II*\0" + struct.pack("<I", directory_at) + strip + directory + b"\0\0\0\0" + spill
