"""What several of the rig's commands take: values in a file, single values, colours, a file to write."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.commands.parser import count, given, given_or_named, setting, written
from engine.commands.photos import open_photo
from engine.commands.renderers import tell_notes
from engine.project.person_photos import MOST

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.rig.hair.wear import HeadWear
    from engine.rig.values import RigValues

DEFAULT_SCHEMA = "face-nn"
MOST_PHOTOS = 1 + MOST
"""Of one person."""


def values_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("values", metavar="FILE", type=given, help=".bytes or .json")


def schema_option(parser: argparse.ArgumentParser, what: str, default: str = "") -> None:
    """--schema: a rig of the program's by name, or an own one in a file."""
    parser.add_argument("--schema", metavar="NAME|FILE.toml", type=given_or_named, default=default, help=what)


def whose_option(parser: argparse.ArgumentParser) -> None:
    """--schema of a command that reads values."""
    schema_option(parser, "whose values FILE holds, where it does not say itself: a rig's name, or a schema of your "
                          "own")


def set_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", type=setting, action="append", default=[], metavar="NAME=VALUE",
                        help="change one value: facewright rig controls")


def schema_options(parser: argparse.ArgumentParser, usual: str = "female") -> None:
    """Whose parameters. usual: the role shape when none is given, in words."""
    schema_option(parser, f"whose parameters (default: {DEFAULT_SCHEMA}; all: `facewright rig schema list`), or a "
                          "schema of your own", DEFAULT_SCHEMA)
    parser.add_argument("--shape", choices=["male", "female"], default="",
                        help=f"role shape, where the schema has them (default: {usual})")


def told_shape(engine: "Engine", photo_id: str, options: argparse.Namespace) -> str:
    """The role shape for a photo's face: the one of --shape, else the one that it looks like; a line says which."""
    if options.shape:
        return str(options.shape)
    shape, notes = engine.rigs.role_shape(photo_id, options.face, options.schema)
    tell_notes(notes)
    return shape


def face_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")


def looks_options(parser: argparse.ArgumentParser) -> None:
    """Whom the head looks like: in its colours, or altogether."""
    face_option(parser)
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--colours-from", metavar="PHOTO", type=given, help="skin, lips and eyes as in this photo")
    who.add_argument("--photo", metavar="PHOTO", type=given, action="append", dest="photos", default=[],
                     help="the head as the person in this photo: its texture, and what of the shape the rig cannot "
                          "say; several times for several photos of one person (the largest face of all but the first, "
                          "whose hair, pose and expression it has)")


def wear_options(parser: argparse.ArgumentParser) -> None:
    """Hair and what else a head wears."""
    from engine.rig.hair.stock_file import stock_names
    from engine.rig.hair.wear import NONE, PHOTO, SUGGESTED

    for kind, names in stock_names().items():
        own = (PHOTO,) if kind == "hair" else ()
        usual = "photo with --photo, else none" if own else "none"
        parser.add_argument(f"--{kind}", choices=(*own, SUGGESTED, NONE, *names), metavar="NAME",
                            help=f"{kind} that the head wears: {', '.join((*own, SUGGESTED, NONE, *names))} "
                                 f"(default: {usual})")


def worn(engine: "Engine", options: argparse.Namespace, photo_id: str | None, as_photo: bool) -> "HeadWear":
    """What is asked for, what is suggested told; as_photo: whether the head is a photo's face, whose hair it then has
    until told otherwise."""
    from engine.commands.output import finish
    from engine.rig.hair.wear import KINDS, NONE, PHOTO, SUGGESTED, HeadWear

    asked = {kind: getattr(options, kind) or (PHOTO if kind == "hair" and as_photo else NONE) for kind in KINDS}
    if photo_id is None and {PHOTO, SUGGESTED} & set(asked.values()):
        raise UsageError(Text("the hair of a photo, and what suits it, need a photo"), Text("name it with --photo"))
    if photo_id is not None and SUGGESTED in asked.values():
        found = finish(engine.rigs.suggested(photo_id, options.face))
        asked = {kind: getattr(found, kind) if name == SUGGESTED else name for kind, name in asked.items()}
        told = ", ".join(f"{kind} {name}" for kind, name in asked.items())
        print(f"suggested: {told}", file=sys.stderr)
    if photo_id is not None and asked["hair"] == PHOTO:
        note = finish(engine.rigs.worn_instead(photo_id, options.face))
        tell_notes([] if note is None else [note])
    return HeadWear(**asked)


def output_option(parser: argparse.ArgumentParser, metavar: str, what: str) -> None:
    parser.add_argument("-o", "--output", metavar=metavar, type=written, required=True, help=what)


def read_rig(options: argparse.Namespace) -> "RigValues":
    """The values of the file that is named, with those that were set by name."""
    from engine.rig.files.reading import read_values
    from engine.rig.schema import load_schema

    values = read_values(options.values, schema_name(options.schema))
    return load_schema(values.schema).set(values, dict(options.set))


def schema_name(text: str) -> str:
    """The name of the schema that --schema says, which is known by it from here on; "" for none."""
    from engine.rig.schema_file import schema_called

    return schema_called(text).name if text else ""


def lender(engine: "Engine", path: Path, face: int) -> str:
    """The photo of which a face lends its looks, opened."""
    photo = open_photo(engine, path)
    if not photo.faces:
        raise EngineError(Text("{0}: no face was found in the picture", path))
    photo.face(face)
    if len(photo.faces) > 1:
        tell_notes([Text("the picture has {0} faces; the head is as face {1}", len(photo.faces), face)])
    return photo.id


def lenders(engine: "Engine", options: argparse.Namespace) -> tuple[str, list[str]]:
    """The photos that --photo names, opened: the first, whose face is `--face`, and the others, of whom it is told when
    they look like somebody else. UsageError for more than `MOST_PHOTOS`."""
    if len(options.photos) > MOST_PHOTOS:
        raise UsageError(Text("a head is made of {0} photos at most", MOST_PHOTOS),
                         Text("take the sharpest, of different sides"))
    first = lender(engine, options.photos[0], options.face)
    more = [lender(engine, path, 0) for path in options.photos[1:]]
    more = [one for place, one in enumerate(more) if one != first and one not in more[:place]]
    tell_notes(engine.rigs.strangers([first, *more], options.face))
    return first, more


def colours(engine: "Engine", options: argparse.Namespace) -> str | None:
    """The photo that `--colours-from` names, opened; None for plain colours. UsageError for a face of no photo."""
    if options.face and not options.photos and options.colours_from is None:
        raise UsageError(Text("--face is of a photo"), Text("name it with --photo or --colours-from"))
    return None if options.colours_from is None else lender(engine, options.colours_from, options.face)


def write_values(path: Path, values: "RigValues") -> None:
    """As the file's ending says."""
    from engine.rig.files.bytes_file import write_bytes
    from engine.rig.files.json_file import write_json

    (write_json if path.suffix.lower() == ".json" else write_bytes)(path, values)


def named(values: "RigValues") -> dict[str, float]:
    """By the ids of their schema."""
    from engine.rig.schema import load_schema

    return {slot.id: value for slot, value in zip(load_schema(values.schema).slots, values.values, strict=True)}
