"""What several of the rig's commands take: values in a file, single values, colours, a file to write."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.commands.parser import given, setting, written
from engine.commands.photos import open_photo

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.rig.values import RigValues


def values_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("values", metavar="FILE", type=given, help=".bytes or .json")


def set_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", type=setting, action="append", default=[], metavar="NAME=VALUE",
                        help="change one value: facewright rig controls")


def looks_options(parser: argparse.ArgumentParser) -> None:
    """Whom the head looks like: in its colours, or altogether."""
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--colours-from", metavar="PHOTO", type=given, help="skin, lips and eyes as in this photo")
    who.add_argument("--photo", metavar="PHOTO", type=given,
                     help="the head as the person in this photo: its texture, and what of the shape the rig cannot say")


def output_option(parser: argparse.ArgumentParser, metavar: str, what: str) -> None:
    parser.add_argument("-o", "--output", metavar=metavar, type=written, required=True, help=what)


def read_rig(options: argparse.Namespace) -> "RigValues":
    """The values of the file that is named, with those that were set by name."""
    from engine.rig.files.reading import read_values
    from engine.rig.schema import load_schema

    values = read_values(options.values)
    return load_schema(values.schema).set(values, dict(options.set))


def lender(engine: "Engine", path: Path) -> str:
    """The photo whose largest face lends its looks, opened."""
    photo = open_photo(engine, path)
    if not photo.faces:
        raise EngineError(Text("{0}: no face was found in the picture", path))
    return photo.id


def colours(engine: "Engine", options: argparse.Namespace) -> str | None:
    """The photo that `--colours-from` names, opened; None for plain colours."""
    return None if options.colours_from is None else lender(engine, options.colours_from)
