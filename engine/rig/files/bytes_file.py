"""`.bytes` files: a character's parameters, and nothing else, as the schema lays them out (engine/rig/layout.py).

face-nn, as the game tool reads it: int32 role shape, float32[95] bones, float32[4] paint. Schemas that do not say
otherwise: "FWRG", uint16 1, uint16 length and the schema's name, uint32 CRC-32 of the ids, uint32 count,
float32[count], the end; little-endian.
"""

from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.files.layout_codec import LayoutReader, LayoutWriter, certainty
from engine.rig.schema import RigSchema, load_schema, schema_names
from engine.rig.values import RigValues

LARGEST_FILE = 1 << 20
_CERTAIN = 4
"""Bytes that must say of which rig a file is, where nobody else does."""


@dataclass(frozen=True)
class BytesFile:
    """What a `.bytes` file held, and how many bytes after it were ignored."""

    values: RigValues
    ignored: int


def encode(values: RigValues, schema: RigSchema | None = None) -> bytes:
    """The file's bytes. EngineError when the values do not fit their schema, or its file's numbers.

    schema: theirs, where it is not known by its name.
    """
    schema = schema or load_schema(values.schema)
    schema.check_count(values)
    return LayoutWriter(schema, values).whole()


def decode(data: bytes, name: str = ".bytes", schema_name: str = "", likely: str = "") -> BytesFile:
    """The values in a file's bytes. Raises EngineError for anything that is not such a file, UsageError for an unknown
    schema.

    schema_name: whose they are; where nobody says, the file must: layouts that do not begin with what tells them from
    others are not tried, but for that of the rig which is `likely`.
    """
    if schema_name:
        return BytesFile(*LayoutReader(load_schema(schema_name), data, name).whole())
    schemas = sorted(map(load_schema, schema_names()), key=certainty, reverse=True)
    furthest, told = 0, EngineError(Text("{0}: not a .bytes rig file", name), hint=Text("if it is, name its schema"))
    for reader in (LayoutReader(schema, data, name) for schema in schemas
                   if certainty(schema) >= _CERTAIN or schema.name == likely):
        try:
            return BytesFile(*reader.whole())
        except EngineError as error:
            if reader.passed > furthest:
                furthest, told = reader.passed, error
    raise told


def read_bytes(path: Path, schema_name: str = "", likely: str = "") -> BytesFile:
    """Read a `.bytes` file of any schema, see `decode`. Raises EngineError."""
    return decode(read_limited(path, LARGEST_FILE), str(path), schema_name, likely)


def write_bytes(path: Path, values: RigValues) -> None:
    """Write a `.bytes` file; success means that it was read back and held the same values, bit for bit or as near as
    the numbers of its layout come. EngineError."""
    data = encode(values)

    def check(written: Path) -> None:
        found = read_bytes(written, values.schema)
        if found.ignored or encode(found.values) != data:
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, data, check)
