"""PNG files, chunk by chunk (PNG specification, third edition): pixels by libpng, in the package imagecodecs.

It is given a file of the chunks that the pixels need. What is beside them is read here: it may be damaged, or
larger than anybody expects, and the picture is sound all the same.
"""

import struct
import zlib

import numpy as np

from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.limits import check_size
from engine.photo.png_notes import HEADER_END, MOST_INFLATED, beside, chunks
from engine.photo.strips import strips

_PIXEL_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"IEND")
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a pixel, by colour type
_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 4, 6: 4}  # by colour type; gray with alpha is opened as colour with alpha


_PIECE, _SPARE = 1 << 16, 1 << 16


def needed_chunks(data: bytes) -> tuple[bytes, bool]:
    """A PNG file with only the chunks its pixels need, each complete and of the right checksum, and whether one says
    what is transparent; ValueError for others."""
    kept: list[bytes | memoryview] = [data[:8]]
    view, ended, clear = memoryview(data), False, False
    for name, start, end, sound in chunks(data):
        if name in _PIXEL_CHUNKS:
            if not sound:
                raise ValueError(f"chunk {name!r} is damaged")
            kept.append(view[start - 8 : end + 4])
        elif not name[:1].islower() or not name.isalpha():  # a small first letter: not needed for the pixels
            raise ValueError(f"chunk {name!r} is not known")
        ended, clear = name == b"IEND", clear or name == b"tRNS"
    if not ended:
        raise ValueError("no end")
    return b"".join(kept), clear


def decode_png(data: bytes, name: str) -> Decoded:
    """A PNG's pixels; of an animation the still picture. EngineError for too large a one; whatever libpng raises for a
    damaged one."""
    if len(data) < HEADER_END:
        raise ValueError("no header")
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    sample_bytes = 2 if depth == 16 else 1
    check_size(width, height, name, _CHANNELS.get(colour, 4) * sample_bytes)
    needed, clear = needed_chunks(data)
    if clear:  # opened as colour with alpha
        check_size(width, height, name, 4 * sample_bytes)
    _check_unpacked(needed, height * (1 + width * _SAMPLES.get(colour, 4) * depth // 8))
    profile, metadata, animated = beside(data)
    native = _pixels(needed, (height, width))
    return Decoded(native, "PNG", profile, metadata, notes=(FIRST_OF_SEVERAL,) if animated else ())


def _check_unpacked(data: bytes, rows: int) -> None:
    """ValueError for a file whose packed rows unpack to far more than the picture takes: libpng goes through all of
    them, behind the last row, too. rows: bytes they should unpack to."""
    left = 2 * rows + _SPARE
    if len(data) * MOST_INFLATED <= left:
        return
    unpacker, view = zlib.decompressobj(), memoryview(data)
    for name, start, end, _ in chunks(data, sums=False):
        if name != b"IDAT":
            continue
        for at in range(start, end, _PIECE):
            piece: bytes | memoryview = view[at : min(end, at + _PIECE)]
            while piece and not unpacker.eof:
                left -= len(unpacker.decompress(piece, _PIECE))
                piece = unpacker.unconsumed_tail
                if left < 0:
                    raise ValueError("more than its pixels")


def _pixels(data: bytes, size: tuple[int, int]) -> np.ndarray:
    """(H, W, 1|3|4) uint8 or uint16, by libpng."""
    import imagecodecs

    from engine.photo.quiet import quiet_stderr

    with quiet_stderr():  # libpng says there what is odd about a file
        pixels = imagecodecs.png_decode(data)
    if pixels.shape[:2] != size or pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"{pixels.shape} {pixels.dtype}")
    if pixels.ndim == 2:
        return pixels[:, :, None]
    return pixels if pixels.shape[2] != 2 else _in_colour(pixels)


def _in_colour(pixels: np.ndarray) -> np.ndarray:
    """Gray with alpha as colour with alpha, some rows at a time."""
    from engine.base.opencv import cv2

    colour = np.empty((*pixels.shape[:2], 4), pixels.dtype)
    for rows in strips(pixels):
        gray, alpha = cv2.split(pixels[rows])
        cv2.merge([gray, gray, gray, alpha], dst=colour[rows])
    return colour
