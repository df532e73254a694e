"""PNG with 16 bits a channel (PNG specification, third edition), which Pillow cannot do in colour: written, and read
back, some rows at a time, so that a large picture is not held twice."""

import struct
import zlib
from collections.abc import Iterator
from typing import IO

import numpy as np

from engine.photo.png_notes import chunk
from engine.photo.strips import StoredRows

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = {1: 0, 3: 2, 4: 6}
"""What a file calls a picture of so many channels."""
_STRIP_BYTES = 1 << 20
_FROM_THE_LEFT = 1
"""The filter of every row: the difference to the pixel before."""


def write_sixteen_bits(file: IO[bytes], native: np.ndarray, beside: bytes = b"") -> None:
    """Write (H, W, 1|3|4) uint16 as a PNG. beside: chunks between the header and the pixels. OSError."""
    height, width, channels = native.shape
    header = struct.pack(">IIBBBBB", width, height, 16, _COLOURS[channels], 0, 0, 0)
    file.write(_SIGNATURE + chunk(b"IHDR", header) + beside)
    # Samples of photos hardly repeat: looking for more than runs of one byte takes three times as long for 3 %.
    packer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_RLE)
    step = 2 * channels
    rows = max(1, _STRIP_BYTES // (width * step))
    for top in range(0, height, rows):
        plain = native[top : top + rows].astype(">u2").view(np.uint8).reshape(-1, width * step)
        filtered = np.empty((len(plain), 1 + width * step), np.uint8)
        filtered[:, 0] = _FROM_THE_LEFT
        filtered[:, 1 : 1 + step] = plain[:, :step]
        np.subtract(plain[:, step:], plain[:, :-step], out=filtered[:, 1 + step :])
        packed = packer.compress(filtered.data)
        if packed:
            file.write(chunk(b"IDAT", packed))
    file.write(chunk(b"IDAT", packer.flush()) + chunk(b"IEND", b""))


def stored_sixteen_bits(file: IO[bytes]) -> StoredRows:
    """What `write_sixteen_bits` wrote. ValueError, struct.error or zlib.error, also of the rows, for what is damaged or
    was written by somebody else."""
    signature, (name, header) = file.read(len(_SIGNATURE)), _next_chunk(file)
    width, height, depth, colours, *others = struct.unpack(">IIBBBBB", header)
    if (signature, name, depth, others) != (_SIGNATURE, b"IHDR", 16, [0, 0, 0]):
        raise ValueError("another header")
    channels = {colour: count for count, colour in _COLOURS.items()}[colours]
    return StoredRows((height, width, channels), np.dtype(np.uint16), _rows(file, height, width, channels))


def _rows(file: IO[bytes], height: int, width: int, channels: int) -> Iterator[np.ndarray]:
    step, unpacker, inflated, name = 2 * channels, zlib.decompressobj(), b"", b""
    length, left = 1 + width * step, height
    while name != b"IEND":
        name, packed = _next_chunk(file)
        if name != b"IDAT":
            continue
        inflated += unpacker.decompress(packed)
        count = len(inflated) // length
        filtered = np.frombuffer(inflated, np.uint8, count * length).reshape(count, length)
        inflated = inflated[count * length :]
        if (filtered[:, 0] != _FROM_THE_LEFT).any():
            raise ValueError("another filter")
        left -= count
        if count:
            plain = np.cumsum(filtered[:, 1:].reshape(count, width, step), axis=1, dtype=np.uint8)
            yield plain.view(">u2")
    if left or inflated or not unpacker.eof:
        raise ValueError("rows are missing")


def _next_chunk(file: IO[bytes]) -> tuple[bytes, bytes]:
    head = file.read(8)
    length = int.from_bytes(head[:4], "big")
    content, given = file.read(length), file.read(4)
    if len(given) < 4 or int.from_bytes(given, "big") != zlib.crc32(content, zlib.crc32(head[4:])):
        raise ValueError("a damaged chunk")
    return head[4:], content
