"""Arrays of numbers out of MATLAB's files of version 5, read by hand: inert, and never more than was asked for.

The layout (MathWorks, MAT-File Format, chapter 1): a head of 128 bytes, then elements, each a kind and a length and so
many bytes, filled up to eight. An array is an element of elements: flags, lengths, name, numbers; it may be packed with
zlib, one array at a time. The numbers may be kept in a smaller kind than the array's own.
"""

import math
import struct
import zlib
from collections.abc import Collection, Iterator

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text

MOST_BYTES = 1 << 28
"""Of all arrays that are taken from one file, unpacked: the Basel Face Model's front needs 70 million."""
_MOST_ELEMENTS = 10_000
_HEAD, _VERSION = 128, 0x0100
_MATRIX, _PACKED, _BYTES, _WHOLE, _UNSIGNED = 14, 15, 1, 5, 6
_KINDS = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
"""Of elements that are numbers."""
_CLASSES = {6: "f8", 7: "f4", 8: "i1", 9: "u1", 10: "i2", 11: "u2", 12: "i4", 13: "u4", 14: "i8", 15: "u8"}
"""Of arrays that are numbers."""
_COMPLEX = 0x0800
_LONGEST_NAME, _MOST_DIMENSIONS = 64, 8
_BEFORE = 512
"""Bytes of an array within which its flags, lengths and name stand."""


def read_mat(data: bytes, names: Collection[str]) -> dict[str, np.ndarray]:
    """The arrays of these names that a file holds, by columns as MATLAB has them. Raises only EngineError, naming no
    file, whatever the bytes are; arrays of other names are passed over."""
    try:
        return _read(data, frozenset(names))
    except (struct.error, zlib.error, ValueError, KeyError, IndexError, OverflowError) as error:
        raise EngineError(Text("is no MATLAB file of version 5, or damaged"), detail=repr(error)) from None


def _read(data: bytes, names: frozenset[str]) -> dict[str, np.ndarray]:
    order = {b"IM": "<", b"MI": ">"}[data[126:128]]
    if struct.unpack_from(f"{order}H", data, 124)[0] != _VERSION:
        raise ValueError("version")
    found: dict[str, np.ndarray] = {}
    left = MOST_BYTES
    for count, (kind, element) in enumerate(_elements(data, _HEAD, order)):
        if count > _MOST_ELEMENTS:
            raise ValueError("too many elements")
        if kind == _PACKED:
            before = zlib.decompressobj().decompress(element, _BEFORE)
            kind, length, start = _tag(before, 0, order)
            if kind != _MATRIX or _name(before[start:], order) not in names:
                continue
            if length > left:
                raise ValueError("too large")
            element = memoryview(zlib.decompressobj().decompress(element, start + length))[start:]
        elif kind != _MATRIX or _name(element[:_BEFORE], order) not in names:
            continue
        else:
            length = len(element)
        left -= length
        if left < 0 or len(element) != length:
            raise ValueError("length")
        name, values = _array(element, order)
        found[name] = values
    return found


def _elements(data: bytes | memoryview, at: int, order: str) -> Iterator[tuple[int, memoryview]]:
    """(kind, bytes) of elements one after the other."""
    view = memoryview(data)
    while at < len(view):
        kind, length, start = _tag(view, at, order)
        if length > len(view) - start:
            raise ValueError("an element reaches past the end")
        yield kind, view[start:start + length]
        small = start - at == 4
        at = at + 8 if small else start + length + (-length % 8 if kind != _PACKED else 0)


def _tag(data: bytes | memoryview, at: int, order: str) -> tuple[int, int, int]:
    """Kind and length of an element, and where its bytes begin; those of up to four bytes stand in the tag itself."""
    kind, length = struct.unpack_from(f"{order}II", data, at)
    if kind >> 16:
        if kind >> 16 > 4:
            raise ValueError("a small element of more than four bytes")
        return kind & 0xFFFF, kind >> 16, at + 4
    return kind, length, at + 8


def _before(matrix: bytes | memoryview, order: str) -> tuple[int, tuple[int, ...], str, int]:
    """Flags, lengths and name of an array, and where its numbers begin."""
    at, parts = 0, []
    for wanted in (_UNSIGNED, _WHOLE, _BYTES):
        kind, length, start = _tag(matrix, at, order)
        if kind != wanted or length > len(matrix) - start:
            raise ValueError("an array's head")
        parts.append(bytes(matrix[start:start + length]))
        at = at + 8 if start - at == 4 else start + length + -length % 8
    flags, lengths, name = parts
    shape = struct.unpack(f"{order}{len(lengths) // 4}i", lengths)
    if len(name) > _LONGEST_NAME or len(shape) > _MOST_DIMENSIONS or any(length < 0 for length in shape):
        raise ValueError("an array's head")
    return struct.unpack_from(f"{order}I", flags)[0], shape, name.decode("latin-1"), at


def _name(matrix: bytes | memoryview, order: str) -> str:
    """An array's name, "" when its head is not within what was looked at, or is none."""
    try:
        return _before(matrix, order)[2]
    except (ValueError, struct.error):
        return ""


def _array(matrix: memoryview, order: str) -> tuple[str, np.ndarray]:
    flags, shape, name, at = _before(matrix, order)
    kind, length, start = _tag(matrix, at, order)
    own, kept = np.dtype(order + _CLASSES[flags & 0xFF]), np.dtype(order + _KINDS[kind])
    count = math.prod(shape)
    if flags & _COMPLEX or length != count * kept.itemsize or length > len(matrix) - start:
        raise ValueError(f"the array {name}")
    if count * own.itemsize > MOST_BYTES:
        raise ValueError(f"the array {name} is too large")
    values = np.frombuffer(matrix, kept, count, start)
    return name, values.reshape(shape, order="F").astype(own.newbyteorder("="))
