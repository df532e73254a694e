"""`.bytes` files: a character's parameters, and nothing else.

face-nn, 400 bytes, little-endian, as the game tool reads it:

    offset  0   int32        role shape: 3 male, 4 female
    offset  4   float32[95]  bones
    offset 384  float32[4]   brow grey, then brow style one-hot

Longer files are read too, their tail ignored, because the game tool ignores it and some writers leave one.

Every other schema, little-endian:

    offset  0   4 bytes      "FWRG"
    offset  4   uint16       version of this layout, 1
    offset  6   uint16       length n of the schema's name
    offset  8   n bytes      the name, UTF-8
    then        uint32       CRC-32 of the value ids joined by line feeds, UTF-8: the order of the values
    then        uint32       count of values
    then        float32[count]
    then the end of the file
"""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.schema import RigSchema, load_schema, schema_names
from engine.rig.values import SHAPES, RigValues

FACE_NN, FACE_NN_COUNT, FACE_NN_SIZE = "face-nn", 99, 400
MAGIC, VERSION = b"FWRG", 1
LARGEST_FILE = 1 << 20

_SHAPE_NAMES = {number: name for name, number in SHAPES.items()}


@dataclass(frozen=True)
class BytesFile:
    """What a `.bytes` file held, and how many bytes after it were ignored."""

    values: RigValues
    ignored: int


def encode(values: RigValues) -> bytes:
    """The file's bytes. EngineError when the values do not fit their schema."""
    schema = load_schema(values.schema)
    schema.check_count(values)
    if values.schema == FACE_NN:
        if values.shape not in SHAPES:
            raise EngineError(Text("a face-nn .bytes file needs a role shape"), hint=Text("male or female"))
        return struct.pack("<i", SHAPES[values.shape]) + values.array().astype("<f4").tobytes()
    name = values.schema.encode("utf-8")
    head = MAGIC + struct.pack("<HH", VERSION, len(name)) + name
    return head + struct.pack("<II", order_mark(schema), len(values.values)) + values.array().astype("<f4").tobytes()


def decode(data: bytes, name: str = ".bytes") -> BytesFile:
    """The values in a file's bytes. Raises EngineError for anything that is not such a file."""
    return _decode_tagged(data, name) if data[:4] == MAGIC else _decode_face_nn(data, name)


def read_bytes(path: Path) -> BytesFile:
    """Read a `.bytes` file of any schema. Raises EngineError."""
    return decode(read_limited(path, LARGEST_FILE), str(path))


def write_bytes(path: Path, values: RigValues) -> None:
    """Write a `.bytes` file; success means that it was read back and held the very same values. EngineError."""
    def check(written: Path) -> None:
        found = read_bytes(written)
        if found.ignored or not found.values.same_as(values):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, encode(values), check)


def order_mark(schema: RigSchema) -> int:
    """CRC-32 of the schema's value ids: tells a file of an older order of values from one of this order."""
    return zlib.crc32("\n".join(slot.id for slot in schema.slots).encode("utf-8"))


def _decode_face_nn(data: bytes, name: str) -> BytesFile:
    if len(data) < FACE_NN_SIZE:
        raise EngineError(Text("{0}: {1} bytes, but a face-nn file has {2}", name, len(data), FACE_NN_SIZE),
                          hint=Text("it is cut short"))
    shape = struct.unpack_from("<i", data)[0]
    if shape not in _SHAPE_NAMES:
        raise EngineError(Text("{0}: not a .bytes rig file", name),
                          hint=Text("it must begin with the role shape 3 or 4"))
    array = np.frombuffer(data, "<f4", FACE_NN_COUNT, 4)
    if not np.isfinite(array).all():
        raise EngineError(Text("{0}: holds values that are not finite numbers", name))
    return BytesFile(RigValues.of(FACE_NN, array, _SHAPE_NAMES[shape]), len(data) - FACE_NN_SIZE)


def _decode_tagged(data: bytes, name: str) -> BytesFile:
    try:
        version, length = struct.unpack_from("<HH", data, 4)
        if version > VERSION:
            raise EngineError(Text("{0}: made by a newer Facewright (layout {1})", name, version),
                              hint=Text("update Facewright"))
        if version < 1:
            raise EngineError(Text("{0}: a rig file without a version", name))
        schema_name = data[8:8 + length].decode("utf-8")
        mark, count = struct.unpack_from("<II", data, 8 + length)
    except (struct.error, UnicodeDecodeError):
        raise EngineError(Text("{0}: the rig file is damaged or cut short", name)) from None
    if schema_name == FACE_NN or schema_name not in schema_names():
        raise EngineError(Text("{0}: unknown rig schema {1}", name, repr(schema_name[:40])))
    schema = load_schema(schema_name)
    start = 16 + length
    if count != len(schema.slots) or mark != order_mark(schema):
        raise EngineError(Text("{0}: written for another version of the rig schema {1}", name, schema_name))
    if len(data) != start + 4 * count:
        raise EngineError(Text("{0}: the rig file is damaged or cut short", name))
    array = np.frombuffer(data, "<f4", count, start)
    if not np.isfinite(array).all():
        raise EngineError(Text("{0}: holds values that are not finite numbers", name))
    return BytesFile(RigValues.of(schema_name, array), 0)
