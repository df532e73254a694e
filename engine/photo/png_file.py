"""PNG files, chunk by chunk (PNG specification, third edition): pixels by Pillow, or by OpenCV where they have 16 bits.

Decoders are given a file of the chunks that the pixels need. What is beside them is read here: it may be damaged, or
larger than anybody expects, and the picture is sound all the same.
"""

import struct

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.limits import check_size
from engine.photo.png_notes import HEADER_END, beside, chunks

_PIXEL_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 4, 6: 4}  # by colour type; gray with alpha is opened as colour with alpha
_STRIP = 256


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
    if len(data) < HEADER_END:
        raise ValueError("no header")
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    check_size(width, height, name, _CHANNELS.get(colour, 4) * (2 if depth == 16 else 1))
    profile, metadata, animated = beside(data)
    native = _sixteen_bits(needed_chunks(data), name) if depth == 16 else _eight_bits(needed_chunks(data), name)
    return Decoded(native, "PNG", profile, metadata, notes=(FIRST_OF_SEVERAL,) if animated else ())


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
