"""PNG files, chunk by chunk (PNG specification, third edition): pixels by Pillow, or by OpenCV where they have 16 bits.

Decoders are given a file of the chunks that the pixels need. What is beside them is read here: it may be damaged, or
larger than anybody expects, and the picture is sound all the same.
"""

import struct
import zlib
from collections.abc import Iterator

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.limits import MOST_NOTE_BYTES, check_size

_PIXEL_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 4, 6: 4}  # by colour type; gray with alpha is opened as colour with alpha
_HEADER_END = 8 + 12 + 13  # signature, then the header chunk: length, name and sum around 13 bytes
_STRIP = 256


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int, bool]]:
    """(name, where the content begins, where it ends, whether its checksum is right) of every whole chunk."""
    place = 8
    view = memoryview(data)
    while place + 12 <= len(data):
        start = place + 8
        end = start + int.from_bytes(view[place : place + 4], "big")
        if end + 4 > len(data):
            return
        name = data[place + 4 : start]
        yield name, start, end, int.from_bytes(view[end : end + 4], "big") == zlib.crc32(view[place + 4 : end])
        if name == b"IEND":
            return
        place = end + 4


def needed_chunks(data: bytes) -> bytes:
    """A PNG file with only the chunks its pixels need, each complete and of the right checksum; else ValueError.

    OpenCV's reader sets aside as much memory as a chunk claims to have, and takes animations for granted.
    """
    kept: list[bytes | memoryview] = [data[:8]]
    view, ended = memoryview(data), False
    for name, start, end, sound in chunks(data):
        if name in _PIXEL_CHUNKS:
            if not sound:
                raise ValueError(f"chunk {name!r} is damaged")
            kept.append(view[start - 8 : end + 4])
        elif not name[:1].islower() or not name.isalpha():  # a small first letter: not needed for the pixels
            raise ValueError(f"chunk {name!r} is not known")
        ended = name == b"IEND"
    if not ended:
        raise ValueError("no end")
    return b"".join(kept)


def decode_png(data: bytes, name: str) -> Decoded:
    """A PNG's pixels; of an animation the still picture. EngineError for too large a one; whatever Pillow and OpenCV
    raise for a damaged one."""
    if len(data) < _HEADER_END:
        raise ValueError("no header")
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    check_size(width, height, name, _CHANNELS.get(colour, 4) * (2 if depth == 16 else 1))
    profile = exif = None
    notes: list[Text] = []
    for kind, start, end, sound in chunks(data):
        if kind == b"acTL":
            notes.append(FIRST_OF_SEVERAL)
        elif sound and kind == b"iCCP" and profile is None:
            profile = _profile(data[start:end])
        elif sound and kind == b"eXIf" and end - start <= MOST_NOTE_BYTES:
            exif = data[start:end]
    native = _sixteen_bits(needed_chunks(data), name) if depth == 16 else _eight_bits(needed_chunks(data), name)
    return Decoded(native, "PNG", profile, exif, notes=tuple(dict.fromkeys(notes)))


def inflated(packed: bytes) -> bytes | None:
    """What a chunk holds packed; None where it is damaged or larger than anybody needs."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, MOST_NOTE_BYTES)
    except zlib.error:
        return None
    return content if unpacker.eof else None


def _profile(content: bytes) -> bytes | None:
    """An ICC profile: its name, a zero, the way it is packed (0), and packed."""
    _, zero, packed = content.partition(b"\0")
    return inflated(packed[1:]) if zero and packed[:1] == b"\0" else None


def _eight_bits(data: bytes, name: str) -> np.ndarray:
    from engine.photo.pillow_pictures import opened, samples

    with opened(data, "PNG") as image:
        return samples(image)


def _sixteen_bits(data: bytes, name: str) -> np.ndarray:
    from engine.base.opencv import cv2
    from engine.photo.quiet import quiet_stderr

    level = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        with quiet_stderr():  # libpng says there what is wrong with a file; we say it ourselves
            pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise ValueError(str(error)) from error
    finally:
        cv2.utils.logging.setLogLevel(level)
    width, height = struct.unpack(">II", data[16:24])
    if pixels is None or pixels.dtype != np.uint16 or pixels.shape[:2] != (height, width):
        raise EngineError(Text("{0} is damaged, or of a 16-bit kind that cannot be read", name))
    if pixels.ndim == 2:
        return pixels[:, :, None]
    for top in range(0, height, _STRIP):  # in place: a second copy of a large picture would not fit
        strip = pixels[top : top + _STRIP]
        strip[..., :3] = strip[..., 2::-1].copy()
    return pixels
