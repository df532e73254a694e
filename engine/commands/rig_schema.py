"""``facewright rig schema``: which rigs there are, and an artist's own."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.commands.parser import Parser, given, given_or_named, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.rig.schema import RigSchema
    from engine.rig.schema_text import Mistake


def add_schema(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("schema", help="which rigs there are, and how to describe a game of your own")
    verbs = parser.add_subparsers(title="actions", dest="schema_command", metavar="ACTION", required=True,
                                  parser_class=Parser)
    listing = verbs.add_parser("list", help="the rigs that come with Facewright")
    listing.add_argument("--json", action="store_true", help="print as JSON")
    listing.set_defaults(action=list_schemas)
    showing = verbs.add_parser("show", help="a schema's text, to read or to begin an own one with")
    showing.add_argument("schema", metavar="NAME", type=given_or_named, help="a rig's name, or a schema's file")
    showing.add_argument("--json", action="store_true", help="print what it says as JSON")
    showing.set_defaults(action=show)
    checking = verbs.add_parser("check", help="everything that is wrong with a schema, with its line")
    checking.add_argument("schema", metavar="FILE.toml", type=given)
    checking.add_argument("--json", action="store_true", help="print the findings as JSON")
    checking.set_defaults(action=check)
    beginning = verbs.add_parser("new", help="a schema to begin with, every line explained")
    beginning.add_argument("-o", "--output", metavar="FILE.toml", type=written, required=True, help="the file to write")
    beginning.set_defaults(action=new)
    ranging = verbs.add_parser("ranges", help="the face-nn game's own ranges: male.bytes, female.bytes",
                               description="Without -o: what such a file holds. With -o: a schema whose sliders have "
                                           "these numbers, and whose files are the same.")
    ranging.add_argument("ranges", metavar="FILE.bytes", type=given)
    ranging.add_argument("--schema", metavar="NAME|FILE.toml", type=given_or_named, default="face-nn",
                         help="whose values they are (default: face-nn)")
    ranging.add_argument("-o", "--output", metavar="FILE.toml", type=written, help="the schema to write")
    ranging.add_argument("--json", action="store_true", help="print the ranges as JSON")
    ranging.set_defaults(action=ranges)


def list_schemas(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.schema import load_schema, schema_names

    schemas = [load_schema(name) for name in schema_names()]
    if options.json:
        print_json({"schemas": [{"name": schema.name, "label": schema.label, "version": schema.version,
                                 "values": len(schema.slots), "shapes": schema.shapes} for schema in schemas]})
        return
    width = max(len(schema.name) for schema in schemas)
    for schema in schemas:
        print(f"{schema.name:{width}}  {len(schema.slots):4} values  {schema.label}")


def show(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.schema_file import schema_called

    schema = schema_called(options.schema)
    if options.json:
        print_json(_as_data(schema))
    else:
        print(schema.source.decode("utf-8"), end="")


def check(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.schema_doubts import doubts
    from engine.rig.schema_text import SchemaError

    try:
        schema = _sound(options.schema)
    except SchemaError as error:
        if options.json:
            print_json({"file": str(options.schema), "sound": False, "findings": _listed(error.mistakes)})
        else:
            for one in error.mistakes:
                print(f"{options.schema}:{one.line or 1}: {one.message}")
        many = len(error.mistakes)
        raise EngineError(Text("{0}: something is wrong with it", options.schema) if many == 1 else
                          Text("{0}: {1} things are wrong with it", options.schema, many)) from None
    odd = doubts(schema)
    if options.json:
        print_json({"file": str(options.schema), "sound": True, "findings": [], "doubts": _listed(odd),
                    **_as_data(schema)})
    else:
        for one in odd:
            print(f"{options.schema}:{one.line or 1}: odd: {one.message}")
        print(f"{options.schema}: sound; {_told(schema)}")


def _sound(path: Path) -> "RigSchema":
    """The schema in a file, whose name is free and whose file can hold a head at rest. SchemaError, EngineError."""
    from engine.rig.files.bytes_file import encode
    from engine.rig.schema import BUILT_IN
    from engine.rig.schema_file import read_schema
    from engine.rig.schema_text import Mistake, SchemaError

    schema = read_schema(path)
    if schema.name in BUILT_IN:
        raise SchemaError(str(path), [Mistake(("name",), Text(
            "{0} is the name of one of the program's own schemas", schema.name))])
    try:
        for shape in schema.shapes or ("",):
            encode(schema.defaults(shape), schema)
    except EngineError as error:
        raise SchemaError(str(path), [Mistake(("file",), Text("at default {0}", error.message))]) from None
    return schema


def _listed(found: "Sequence[Mistake]") -> list[dict[str, object]]:
    return [{"line": one.line, "key": one.place, "message": str(one.message)} for one in found]


def new(options: argparse.Namespace) -> None:
    from engine.base.writing import write_whole
    from engine.rig.schema_file import read_schema, template

    _check_new(options.output)

    def sound(path: Path) -> None:
        read_schema(path)

    write_whole(options.output, template(), sound)
    print(f"{options.output}: change it, then `facewright rig schema check {options.output}`")


def _check_new(path: Path) -> None:
    """UsageError for a path at which no new schema can be: only what ends in .toml is taken for one."""
    from engine.rig.schema_file import SUFFIX

    if path.suffix.lower() != SUFFIX:
        raise UsageError(Text("{0}: a schema's file ends in {1}", path, SUFFIX), Text("choose another name"))
    if os.path.lexists(path):
        raise UsageError(Text("{0} is there already", path), Text("choose another name"))


def ranges(options: argparse.Namespace) -> None:
    from engine.base.writing import write_whole
    from engine.commands.output import print_json
    from engine.rig.files.range_file import CHANNELS, read_ranges
    from engine.rig.ranged import ranged_schema, told
    from engine.rig.schema_file import read_schema, schema_called

    found = read_ranges(options.ranges)
    if options.output is not None:
        _check_new(options.output)
        text = ranged_schema(schema_called(options.schema), found, options.output.stem)

        def sound(path: Path) -> None:
            read_schema(path)

        write_whole(options.output, text.encode("utf-8"), sound)
    if options.json:
        print_json({"channels": [{"bone": one.bone, "what": CHANNELS[one.kind], "least": one.least,
                                  "greatest": one.greatest} for one in found.channels], "groups": found.groups})
    elif options.output is None:
        for number, group in enumerate(found.groups):
            print(f"{number:3}  " + "; ".join(told(found.channels[place]) for place in group))
    else:
        print(f"{options.output}: {len(found.groups)} values with the ranges of {len(found.channels)} channels")


def _told(schema: "RigSchema") -> str:
    from engine.rig.files.bytes_file import encode

    shaping = sum(slot.state == "live" for slot in schema.slots)
    painting = sum(bool(slot.paints) for slot in schema.slots)
    shape = schema.shapes[-1] if schema.shapes else ""
    size = len(encode(schema.defaults(shape), schema))
    return (f"{schema.name}: {len(schema.slots)} values, {shaping} shape the head, {painting} paint it; "
            f"a .bytes file has {size} bytes")


def _as_data(schema: "RigSchema") -> dict[str, object]:
    import msgspec

    return {"schema": schema.name, "label": schema.label, "version": schema.version, "shapes": schema.shapes,
            "choices": {schema.slots[places[0]].choice: [schema.slots[place].id for place in places]
                        for places in schema.one_hot},
            "file": msgspec.to_builtins(schema.layout),
            "values": [{"id": slot.id, "label": slot.label, "group": slot.group, "kind": slot.kind,
                        "state": slot.state, "minimum": slot.minimum, "maximum": slot.maximum, "default": slot.default,
                        "options": slot.options, "drives": dict(slot.drives), "paints": slot.paints}
                       for slot in schema.slots]}
