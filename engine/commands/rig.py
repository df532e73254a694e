"""``facewright rig``: a face as a game character's parameters. Files are .bytes or .json; both hold the same values."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.commands.parser import Parser, count, given, written
from engine.commands.photos import open_photo
from engine.commands.rig_database import add_database
from engine.commands.rig_export import add_export
from engine.commands.rig_fit_imitator import add_method, fitter
from engine.commands.rig_imitator import add_imitator
from engine.commands.rig_link import add_link
from engine.commands.rig_options import output_option, set_option, values_argument
from engine.commands.rig_render import add_render
from engine.rig.exporters import exporter_for, suffixes

if TYPE_CHECKING:
    from engine.rig.values import RigValues

DEFAULT_SCHEMA = "face-nn"


def add_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="rig_command", metavar="ACTION", required=True,
                                    parser_class=Parser)
    _add_fit(actions)
    add_render(actions)
    _add_random(actions)
    add_export(actions)
    _add_convert(actions)
    _add_controls(actions)
    add_database(actions)
    add_imitator(actions)
    add_link(actions)


def _add_fit(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("fit", help="a photo to parameters, with the residual that stays")
    parser.add_argument("photo", metavar="PHOTO", type=given)
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")
    _schema_options(parser)
    set_option(parser)
    output_option(parser, "OUT.bytes", "values to write; beside a .bytes file the same goes into a .json")
    add_method(parser)
    parser.add_argument("--json", action="store_true", help="print values and residuals as JSON")
    parser.set_defaults(action=fit)


def _add_random(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("random", help="values of somebody new")
    _schema_options(parser)
    set_option(parser)
    parser.add_argument("--seed", type=count, default=None, metavar="N", help="the same seed gives the same face")
    parser.add_argument("--strength", type=float, default=1.0, metavar="X", help="how unusual: 0 to 2 (default: 1)")
    output_option(parser, "OUT.bytes", "values to write")
    parser.add_argument("--json", action="store_true", help="print the values as JSON")
    parser.set_defaults(action=random)


def _add_convert(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("convert", help="values from one file or schema into another")
    values_argument(parser)
    parser.add_argument("target", metavar="OUT", type=written, help=f"the values to write: {suffixes(['values'])}")
    parser.add_argument("--schema", metavar="NAME", help="the nearest head in this schema (default: the same schema)")
    parser.add_argument("--shape", choices=["male", "female"], help="role shape, where the schema has them")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=convert)


def _add_controls(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("controls", help="every value of a schema, with its range and its place in the file")
    parser.add_argument("--schema", metavar="NAME", default=DEFAULT_SCHEMA)
    parser.add_argument("--json", action="store_true", help="print as JSON")
    parser.set_defaults(action=controls)


def _schema_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--schema", metavar="NAME", default=DEFAULT_SCHEMA,
                        help=f"whose parameters (default: {DEFAULT_SCHEMA}; the other is facewright-head)")
    parser.add_argument("--shape", choices=["male", "female"], default="",
                        help="role shape, where the schema has them (default: female)")


# ---- what they do

def fit(options: argparse.Namespace) -> None:
    from functools import partial

    from engine.commands.output import print_json
    from engine.rig.files.json_file import refuse_beside
    from engine.rig.schema import load_schema

    exporter_for(options.output, "values")
    beside = options.output.with_suffix(".json")
    if options.output.suffix.lower() == ".bytes":
        refuse_to_overwrite([beside], [options.photo])
        refuse_beside(beside)
    schema = load_schema(options.schema)
    schema.controls.assign(dict(options.set))
    fitted, measures, words = (fitter(options) or partial(_fit_by_head, options))()
    values = schema.set(fitted, dict(options.set))
    _write(options.output, values)
    if options.output.suffix.lower() == ".bytes":
        _write(beside, values)
    if options.json:
        print_json({"output": str(options.output), "schema": schema.name, "shape": values.shape, **measures,
                    "values": _named(values)})
    else:
        print(words)


def _fit_by_head(options: argparse.Namespace) -> "tuple[RigValues, dict[str, Any], str]":
    """Values, what there is to report of them, and the same in words."""
    from contextlib import closing

    from engine.commands.output import finish
    from engine.engine import Engine
    from engine.rig.schema import load_schema

    schema = load_schema(options.schema)
    with closing(Engine()) as engine:
        photo = open_photo(engine, options.photo)
        found = finish(engine.rigs.fit(photo.id, options.face, schema.name, options.shape))
    measures = {"residual_mm": found.residual_mm, "residual_max_mm": found.residual_max_mm,
                "landmark_px": found.landmark_px, "landmark_max_px": found.landmark_max_px,
                "landmark_relative": found.landmark_relative}
    return found.values, measures, (
        f"{schema.label}: surface {found.residual_mm:.1f} mm from the photo's head (largest "
        f"{found.residual_max_mm:.1f} mm), landmarks {found.landmark_px:.1f} px "
        f"({found.landmark_relative or 0:.1%} of the face)")


def random(options: argparse.Namespace) -> None:
    import secrets

    from engine.commands.output import print_json
    from engine.rig.schema import load_schema
    from engine.rig.variation import random_rig

    exporter_for(options.output, "values")
    schema = load_schema(options.schema)
    settings = dict(options.set)
    seed = secrets.randbelow(2**31) if options.seed is None else options.seed
    start = schema.set(schema.defaults(options.shape), settings)
    values = random_rig(schema.name, seed, options.strength, tuple(settings), start)
    _write(options.output, values)
    if options.json:
        print_json({"output": str(options.output), "schema": schema.name, "shape": values.shape, "seed": seed,
                    "values": _named(values)})
    else:
        print(f"seed {seed}")


def convert(options: argparse.Namespace) -> None:
    from dataclasses import replace

    from engine.commands.output import print_json
    from engine.rig.files.reading import read_values
    from engine.rig.fit import convert as converted
    from engine.rig.schema import load_schema

    exporter_for(options.target, "values")
    values = read_values(options.values)
    schema = load_schema(options.schema or values.schema)
    if options.shape and options.shape not in schema.shapes:
        raise UsageError(Text("{0} has no role shapes", schema.name))
    found = converted(values, schema.name, options.shape or "")
    values = replace(found.values, shape=options.shape) if options.shape else found.values
    _write(options.target, values)
    if options.json:
        print_json({"output": str(options.target), "schema": schema.name, "shape": values.shape,
                    "residual_mm": found.residual_mm, "residual_max_mm": found.residual_max_mm,
                    "values": _named(values)})
    elif found.residual_mm:
        print(f"{schema.label}: the nearest head, {found.residual_mm:.1f} mm away")


def controls(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.schema import load_schema

    schema = load_schema(options.schema)
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


# ---- files

def _write(path: Path, values: "RigValues") -> None:
    from engine.rig.files.bytes_file import write_bytes
    from engine.rig.files.json_file import write_json

    (write_json if path.suffix.lower() == ".json" else write_bytes)(path, values)


def _named(values: "RigValues") -> dict[str, float]:
    from engine.rig.schema import load_schema

    return {slot.id: value for slot, value in zip(load_schema(values.schema).slots, values.values, strict=True)}
