"""Rig values as JSON, for people and scripts:

    {"format": "facewright-rig", "version": 1, "schema": "face-nn", "schema_version": 1, "shape": "female",
     "values": {"forehead.width": 0.5, ...}}

Numbers are written so that they read back as the very same float32. Values not named are at default.
"""

import json
import math
import os
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.schema import load_schema, schema_names
from engine.rig.values import SHAPES, RigValues

FORMAT, VERSION = "facewright-rig", 1
LARGEST_FILE = 1 << 20
_GREATEST = float(np.finfo(np.float32).max)
"""Values are float32, and those of a `.bytes` file may be any."""


def encode_json(values: RigValues) -> bytes:
    """The file's bytes. EngineError when the values do not fit their schema."""
    schema = load_schema(values.schema)
    schema.check_count(values)
    document: dict[str, Any] = {
        "format": FORMAT, "version": VERSION, "schema": schema.name, "schema_version": schema.version,
        "shape": values.shape,
        "values": {slot.id: value for slot, value in zip(schema.slots, values.values, strict=True)},
    }
    return (json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")


def decode_json(data: bytes, name: str = "rig JSON") -> RigValues:
    """The values in a file's bytes. Raises EngineError for anything that is not such a file."""
    try:
        document = parse_json(data)
    except ValueError as error:
        raise EngineError(Text("{0}: not a rig file: {1}", name, error)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise EngineError(Text("{0}: not a rig file", name))
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise EngineError(Text("{0}: a rig file without a version", name))
    if version > VERSION:
        raise EngineError(Text("{0}: made by a newer Facewright (rig version {1})", name, version),
                          hint=Text("update Facewright"))
    schema_name, shape, values = document.get("schema"), document.get("shape", ""), document.get("values")
    if not isinstance(schema_name, str) or schema_name not in schema_names():
        raise EngineError(Text("{0}: unknown rig schema {1}", name, repr(str(schema_name)[:40])))
    schema = load_schema(schema_name)
    if not isinstance(shape, str) or (shape and (shape not in SHAPES or shape not in schema.shapes)):
        raise EngineError(Text("{0}: unknown role shape {1}", name, repr(str(shape)[:40])))
    if not isinstance(values, dict):
        raise EngineError(Text("{0}: has no values", name))
    numbers = list(schema.defaults().values)
    for key, value in values.items():
        if key not in schema.controls:
            raise EngineError(Text("{0}: {1} has no value {2}", name, schema_name, repr(key[:40])))
        numbers[schema.index(key)] = _number(f"{name}: {key}", value)
    return RigValues.of(schema_name, numbers, shape or (schema.defaults().shape))


def read_json(path: Path) -> RigValues:
    """Read a rig JSON file. Raises EngineError."""
    return decode_json(read_limited(path, LARGEST_FILE), str(path))


def refuse_beside(path: Path) -> None:
    """UsageError when a JSON that was not asked for by its own name would replace one that holds something else."""
    if not os.path.lexists(path):
        return
    try:
        read_json(path)
    except EngineError:
        raise UsageError(Text("{0} holds something else, and would be written as well", path),
                         Text("choose another name")) from None


def write_json(path: Path, values: RigValues) -> None:
    """Write, read back and compare; only then take the place of an old file. Raises EngineError."""
    def check(written: Path) -> None:
        if not read_json(written).same_as(values):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, encode_json(values), check)


def _number(where: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise EngineError(Text("{0}: {1} is not a number", where, repr(str(value)[:40])))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number) or abs(number) > _GREATEST:
        raise EngineError(Text("{0}: not a sensible number", where))
    return number
