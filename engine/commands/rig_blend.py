"""``facewright rig blend`` and ``rig random``: characters that nobody measured."""

import argparse
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.base.typed_number import typed_number
from engine.commands.parser import Parser, count, given
from engine.commands.rig_options import (
    named,
    output_option,
    schema_name,
    schema_option,
    schema_options,
    set_option,
    write_values,
)
from engine.rig.exporters import exporter_for

if TYPE_CHECKING:
    from engine.rig.schema import RigSchema


def add_blend(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("blend", help="several heads made into one, by weights and by regions")
    parser.add_argument("values", metavar="FILE", type=given, nargs="+",
                        help="two to six: .bytes or .json; called A to F")
    parser.add_argument("--weights", metavar="A,B,…", type=weights, default=[],
                        help="how much of each, as 2,1 (default: all the same)")
    parser.add_argument("--region", metavar="NAME=WHOSE", type=_region, action="append", default=[],
                        help="a region of one head, as eyes=B, or by weights of its own, as nose=1,3")
    schema_option(parser, "whose parameters: a rig's name, or a schema of your own (default: those of the first)")
    output_option(parser, "OUT.bytes", "values to write")
    parser.add_argument("--json", action="store_true", help="print the values as JSON")
    parser.set_defaults(action=blend)


def add_random(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("random", help="values of somebody new")
    schema_options(parser)
    set_option(parser)
    parser.add_argument("--seed", type=count, default=None, metavar="N", help="the same seed gives the same face")
    parser.add_argument("--strength", type=float, default=1.0, metavar="X", help="how unusual: 0 to 2 (default: 1)")
    parser.add_argument("--from", dest="start", metavar="FILE", type=given,
                        help="whose values those that are locked keep: .bytes or .json")
    parser.add_argument("--lock", metavar="NAME", action="append", default=[],
                        help="a value or a region that stays as in --from")
    parser.add_argument("--asymmetry", type=float, default=1.0, metavar="X",
                        help="how much left and right may differ: 0, both alike, to 1 (the default)")
    output_option(parser, "OUT.bytes", "values to write")
    parser.add_argument("--json", action="store_true", help="print the values as JSON")
    parser.set_defaults(action=random)


def weights(text: str) -> list[float]:
    """An argparse type: numbers with commas between."""
    try:
        return [typed_number(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of numbers, as 2,1") from None


def _region(text: str) -> tuple[str, str]:
    name, separator, whose = text.partition("=")
    if not separator or not name.strip() or not whose.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=WHOSE, as eyes=B")
    return name.strip(), whose.strip()


def blend(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.rig.blend import blended, in_schema
    from engine.rig.files.reading import read_values
    from engine.rig.schema import load_schema

    exporter_for(options.output, "values")
    wanted = schema_name(options.schema)
    heads = [read_values(path, likely=wanted) for path in options.values]
    schema = load_schema(wanted or heads[0].schema)
    regions = {_named_region(schema, name): _whose(whose, len(heads)) for name, whose in options.region}
    values = blended(in_schema(heads, schema.name), options.weights, regions)
    write_values(options.output, values)
    if options.json:
        print_json({"output": str(options.output), "schema": schema.name, "shape": values.shape,
                    "values": named(values)})


def _named_region(schema: "RigSchema", name: str) -> str:
    """A region in the schema's own spelling. UsageError for one that there is not."""
    from engine.rig.blend import regions_of

    known = regions_of(schema)
    for region in known:
        if region.casefold() == name.casefold():
            return region
    raise UsageError(Text("{0} has no region {1}", schema.name, repr(name)), Text("known: {0}", ", ".join(known)))


def _whose(text: str, heads: int) -> list[float]:
    """Weights for a head's letter, or those that are written. UsageError."""
    from engine.rig.blend import LETTERS, only

    letter = text.upper()
    if letter in LETTERS[:heads]:
        return only(LETTERS.index(letter), heads)
    try:
        return weights(text)
    except argparse.ArgumentTypeError:
        raise UsageError(Text("{0} is neither a head nor a list of numbers", repr(text)),
                         Text("heads: {0}", ", ".join(LETTERS[:heads]))) from None


def random(options: argparse.Namespace) -> None:
    import secrets

    from engine.commands.output import print_json
    from engine.rig.files.reading import read_values
    from engine.rig.fit import convert
    from engine.rig.schema import load_schema
    from engine.rig.variation import lopsided, random_rig

    exporter_for(options.output, "values")
    schema = load_schema(schema_name(options.schema))
    settings = dict(options.set)
    if options.lock and options.start is None:
        raise UsageError(Text("--lock keeps values of a file"), Text("name it with --from"))
    seed = secrets.randbelow(2**31) if options.seed is None else options.seed
    start = schema.defaults(options.shape)
    if options.start is not None:
        start = convert(read_values(options.start, likely=schema.name), schema.name, options.shape).values
    locks = [value for name in options.lock for value in _locked(schema, name)]
    kept = schema.set(start, settings)
    values = random_rig(schema.name, seed, options.strength, (*locks, *settings), kept)
    stays = {control for name in (*locks, *settings) for control in schema.controls.ids(name)}
    even = schema.as_settings(lopsided(values, options.asymmetry))
    if options.asymmetry != 1:
        values = schema.set(values, {name: value for name, value in even.items() if name not in stays})
    write_values(options.output, values)
    if options.json:
        print_json({"output": str(options.output), "schema": schema.name, "shape": values.shape, "seed": seed,
                    "values": named(values)})
    else:
        print(f"seed {seed}")


def _locked(schema: "RigSchema", name: str) -> list[str]:
    """The values that a name stands for: one, a pair, or a whole region. UsageError."""
    slots = [slot.id for slot in schema.slots if slot.group.casefold() == name.casefold()]
    return slots or list(schema.controls.ids(name))
