"""A Unity script (C#) that reads a schema's `.bytes` from a TextAsset: the names of its values, and where each is."""

import json
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.files.layout_codec import order_mark
from engine.rig.layout import FileLayout, ShapePart, ValuesPart
from engine.rig.schema import load_schema

LARGEST_FILE = 1 << 20

_SCRIPT = """\
// Written by Facewright: reads the .bytes of the rig schema "{schema}". Put NAME.bytes into Assets; Unity makes a
// TextAsset of it. Then: var rig = {type}.Read(asset.bytes); float value = rig["{first}"];
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

public sealed class {type}
{{
    public static readonly string[] Names =
    {{
{names}
    }};

    public readonly float[] Values = new float[Names.Length];
{shape_field}
    static readonly Dictionary<string, int> Places = new Dictionary<string, int>();

    static {type}()
    {{
        for (int i = 0; i < Names.Length; i++)
            Places[Names[i]] = i;
    }}

    public float this[string name]
    {{
        get {{ return Values[Places[name]]; }}
    }}

    public static {type} Read(byte[] data)
    {{
        var rig = new {type}();
        try
        {{
            using (var reader = new BinaryReader(new MemoryStream(data))) // little-endian on every machine
            {{
{header}
                for (int i = 0; i < Names.Length; i++)
                {{
                    rig.Values[i] = reader.ReadSingle();
                    if (float.IsNaN(rig.Values[i]) || float.IsInfinity(rig.Values[i]))
                        throw new InvalidDataException("a value is no number");
                }}
            }}
        }}
        catch (EndOfStreamException)
        {{
            throw new InvalidDataException("the rig file is cut short");
        }}
        return rig;
    }}
}}
"""
_HEADERS = {
    "shape": """\
                rig.Shape = {shape};
                if (rig.Shape != {male} && rig.Shape != {female})
                    throw new InvalidDataException("not a {schema} file");""",
    "ours": """\
                if (Encoding.ASCII.GetString(reader.ReadBytes(4)) != "FWRG" || reader.ReadUInt16() != 1)
                    throw new InvalidDataException("not a rig file of this kind");
                if (Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadUInt16())) != "{schema}")
                    throw new InvalidDataException("of another rig schema than {schema}");
                if (reader.ReadUInt32() != {mark}u || reader.ReadUInt32() != Names.Length)
                    throw new InvalidDataException("of another version of {schema}");""",
}


def encode_loader(schema_name: str) -> bytes:
    """The script's bytes. EngineError for a schema that there is not, or whose file no such script reads."""
    schema = load_schema(schema_name)
    parts, first = schema.layout.part, schema.layout.part[0]
    shaped = parts[1:] == (ValuesPart(),) and isinstance(first, ShapePart) and first.type == "i32"
    if schema.layout.byte_order != "little" or not (shaped or parts == FileLayout().part):
        raise EngineError(Text("there is no Unity script for the files of {0}", schema_name),
                          Text("read them as its schema says: docs/your-own-rig.md"))
    header = _HEADERS["shape" if shaped else "ours"].format(
        schema=schema_name, mark=order_mark(schema), shape="reader.ReadInt32()",
        male=first.male if isinstance(first, ShapePart) else 0,
        female=first.female if isinstance(first, ShapePart) else 0)
    ids = [slot.id for slot in schema.slots]
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in schema_name).title().split()
    field = ""
    if isinstance(first, ShapePart):
        field = f"    public int Shape; // {first.male} male, {first.female} female\n"
    return _SCRIPT.format(
        schema=schema_name, type="".join(["Rig", *words]), first=ids[0], header=header,
        names="\n".join(f'        {json.dumps(name)},' for name in ids), shape_field=field).encode("utf-8")


def write_loader(path: Path, schema_name: str) -> None:
    """Write, read back, compare. EngineError."""
    data = encode_loader(schema_name)

    def check(written: Path) -> None:
        if read_limited(written, LARGEST_FILE) != data:
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, data, check)
