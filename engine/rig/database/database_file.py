"""`db_description`: the parameters of many rendered characters, as the face-nn tools write and read them.

Little-endian: int32 count, then per record the name (length in 7-bit groups, lowest first, then UTF-8), float32[95]
bones and float32[4] paint. The picture of a record lies beside the file as NAME.jpg; the name's last digit is the role
shape (3 male, 4 female). Of another rig each record has as many numbers as that has values: where in its range each is,
0 to 1. Names are `db_` + index of five digits or more + `_` + shape; older files use four digits.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole

COUNT = 99
LARGEST_FILE = 1 << 28
"""Bytes: more than half a million characters, read in some seconds."""
LONGEST_NAME = 1024


@dataclass(frozen=True, eq=False)
class Database:
    """names: one per record. values: (n, 99, or as many as the rig has) float32. problems: what a lenient reader passed
    over, one line each."""

    names: tuple[str, ...]
    values: np.ndarray
    problems: tuple[Text, ...] = ()


def record_name(index: int, shape: int) -> str:
    """The name of a record: db_00042_4."""
    return f"db_{index:05d}_{shape}"


def role_shape(name: str) -> int:
    """3 male or 4 female, from a record's name. EngineError when its last character says neither."""
    if not name.endswith(("3", "4")):
        raise EngineError(Text("{0}: a record's name must end with the role shape 3 or 4", repr(name[:40])))
    return int(name[-1])


def encode_database(names: Iterable[str], values: np.ndarray, count: int = COUNT) -> bytes:
    """The file's bytes. values: (n, count), finite. EngineError."""
    names = tuple(names)
    array = np.ascontiguousarray(values, "<f4")
    if array.shape != (len(names), count) or not np.isfinite(array).all():
        raise EngineError(Text("a database needs {0} finite values for each of its {1} names", count, len(names)))
    parts = [struct.pack("<i", len(names))]
    for name, row in zip(names, array, strict=True):
        text = name.encode("utf-8")
        if len(text) > LONGEST_NAME:
            raise EngineError(Text("{0}...: the name is too long for a database", name[:40]))
        parts += [_length(len(text)), text, row.tobytes()]
    return b"".join(parts)


def decode_database(data: bytes, strict: bool = True, name: str = "db_description",
                    count: int = COUNT) -> Database:
    """The records in a file's bytes, each of `count` values.

    strict:  anything but exactly what the count promises raises EngineError.
    lenient: bytes after the last record (older tools do not cut the file when they overwrite it) and a last record cut
             short are passed over and named in `problems`; what cannot be a database still raises EngineError.
    """
    if len(data) < 4:
        raise EngineError(Text("{0}: too short for a database", name))
    records = struct.unpack_from("<i", data)[0]
    smallest = 1 + 4 * count
    if records < 0 or (strict and records > (len(data) - 4) // smallest):
        raise EngineError(Text("{0}: promises {1} records, which it cannot hold", name, records),
                          hint=Text("it is cut short or foreign"))
    names: list[str] = []
    rows: list[bytes] = []
    problems: list[Text] = []
    at = 4
    while len(names) < records:
        try:
            text, at = _record_name_at(data, at)
            if at + 4 * count > len(data):
                raise _CutShortError
        except _CutShortError:
            problems.append(Text("cut short in record {0} of {1}", len(names), records))
            at = len(data)
            break
        except ValueError:
            raise EngineError(Text("{0}: record {1} has no readable name", name, len(names)),
                              hint=Text("damaged or foreign")) from None
        names.append(text)
        rows.append(data[at:at + 4 * count])
        at += 4 * count
    if at < len(data):
        problems.append(Text("{0} bytes after the last record", len(data) - at))
    if strict and problems:
        raise EngineError(Text("{0}: {1}", name, problems[0]), hint=Text("a lenient reader takes what is whole"))
    packed = b"".join(rows)
    rows.clear()  # a large file is not held four times
    values = np.frombuffer(packed, "<f4").astype(np.float32).reshape(len(names), count)
    finite = np.isfinite(values).all(1)
    if not finite.all():
        raise EngineError(Text("{0}: record {1} holds values that are not finite numbers", name, int(finite.argmin())))
    return Database(tuple(names), values, tuple(problems))


def read_database(path: Path, strict: bool = True, count: int = COUNT) -> Database:
    """Read a `db_description`. Raises EngineError."""
    return decode_database(read_limited(path, LARGEST_FILE), strict, str(path), count)


def write_database(path: Path, names: Iterable[str], values: np.ndarray, count: int = COUNT) -> None:
    """Write a `db_description`, read it back and compare before it takes the place of an old one. EngineError."""
    data = encode_database(names, values, count)

    def check(written: Path) -> None:
        found = read_database(written, count=count)
        if encode_database(found.names, found.values, count) != data:
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, data, check)


class _CutShortError(Exception):
    """The file ends inside a record."""


def _length(number: int) -> bytes:
    """7 bits a byte, lowest first, the top bit saying that more follow."""
    encoded = bytearray()
    while number >= 0x80:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def _record_name_at(data: bytes, at: int) -> tuple[str, int]:
    """(name, where its record's values begin). ValueError when there is no name, _CutShortError when the data end."""
    length = shift = 0
    while True:
        if at >= len(data):
            raise _CutShortError
        byte = data[at]
        at += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            break
        if shift > 28:
            raise ValueError("name length")
    if length > LONGEST_NAME:
        raise ValueError("name length")
    if at + length > len(data):
        raise _CutShortError
    return data[at:at + length].decode("utf-8"), at + length
