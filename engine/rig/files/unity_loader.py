"""A Unity script (C#) that reads a schema's `.bytes` from a TextAsset: the names of its values, and where each is."""

from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.files.layout_codec import order_mark
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
_FACE_NN_HEADER = """\
                rig.Shape = reader.ReadInt32();
                if (rig.Shape != 3 && rig.Shape != 4)
                    throw new InvalidDataException("not a {schema} file");"""
_TAGGED_HEADER = """\
                if (Encoding.ASCII.GetString(reader.ReadBytes(4)) != "{magic}" || reader.ReadUInt16() != {version})
                    throw new InvalidDataException("not a rig file of this kind");
                if (Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadUInt16())) != "{schema}")
                    throw new InvalidDataException("of another rig schema than {schema}");
                if (reader.ReadUInt32() != {mark}u || reader.ReadUInt32() != Names.Length)
                    throw new InvalidDataException("of another version of {schema}");"""


def encode_loader(schema_name: str) -> bytes:
    """The script's bytes. EngineError for a schema that there is not."""
    schema = load_schema(schema_name)
    ours = schema_name == "face-nn"
    header = (_FACE_NN_HEADER if ours else _TAGGED_HEADER).format(
        schema=schema_name, magic="FWRG", version=1, mark=order_mark(schema))
    ids = [slot.id for slot in schema.slots]
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in schema_name).title().split()
    return _SCRIPT.format(
        schema=schema_name, type="".join(["Rig", *words]), first=ids[0], header=header,
        names="\n".join(f'        "{name}",' for name in ids),
        shape_field="    public int Shape; // 3 male, 4 female\n" if ours else "").encode("utf-8")


def write_loader(path: Path, schema_name: str) -> None:
    """Write, read back, compare. EngineError."""
    data = encode_loader(schema_name)

    def check(written: Path) -> None:
        if read_limited(written, LARGEST_FILE) != data:
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, data, check)
