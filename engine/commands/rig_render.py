"""``facewright rig render``: a picture of the head that values describe, as plain game skin or as a photo's face."""

import argparse
import math

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.base.typed_number import typed_number
from engine.commands.parser import Parser, size
from engine.commands.renderers import tell_notes
from engine.commands.rig_options import (
    colours,
    lenders,
    looks_options,
    output_option,
    read_rig,
    set_option,
    values_argument,
    wear_options,
    whose_option,
    worn,
)

_VIEWS = (("--yaw", 0.0, "degrees the head is turned to its left"), ("--pitch", 0.0, "degrees it looks up"),
          ("--zoom", 1.0, "1 shows the whole head and what it wears"))


def add_render(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("render", help="a picture of the head that values describe, transparent around it")
    values_argument(parser)
    whose_option(parser)
    set_option(parser)
    for name, default, what in _VIEWS:
        parser.add_argument(name, type=float, default=default, metavar="X", help=what)
    parser.add_argument("--size", type=size, default=768, metavar="N", help="side of the picture (default: 768)")
    looks_options(parser)
    wear_options(parser)
    parser.add_argument("--pose", metavar="photo|front|YAW", type=pose, default=None,
                        help="with --photo: as the photo shows the head, its expression too; at rest from the front "
                             "(the default); or at rest and turned by so many degrees")
    parser.add_argument("--plain", action="store_true", help="with --photo: in plain skin and without what is personal")
    output_option(parser, "OUT.png", "the picture to write")
    parser.set_defaults(action=render)


def pose(text: str) -> str | float:
    """An argparse type: "photo", or degrees of yaw; "front" is 0."""
    if text == "photo":
        return text
    try:
        yaw = 0.0 if text == "front" else typed_number(text)
    except ValueError:
        yaw = math.nan
    if not -180 <= yaw <= 180:
        raise argparse.ArgumentTypeError(f"{text!r} is neither photo, front nor degrees from -180 to 180")
    return yaw


def render(options: argparse.Namespace) -> None:
    from contextlib import closing

    from engine.commands.output import finish
    from engine.engine import Engine
    from engine.photo.writing import format_of, write_picture
    from engine.rig.likeness import PLAIN, HeadLikeness
    from engine.rig.staging import HeadStaging

    format_of(options.output)
    yaw, pitch, roll = options.yaw, options.pitch, 0.0
    if not options.photos and (options.pose is not None or options.plain):
        raise UsageError(Text("--pose and --plain are of the face in a photo"), Text("name it with --photo"))
    if options.pose is not None and (yaw or pitch):
        raise UsageError(Text("the head is turned either by --pose or by --yaw and --pitch"))
    values = read_rig(options)
    with closing(Engine()) as engine:
        photo_id, likeness, more = colours(engine, options), PLAIN, list[str]()
        if options.photos:
            photo_id, more = lenders(engine, options)
            as_seen = options.pose == "photo"
            share = 0.0 if options.plain else 1.0
            likeness = HeadLikeness(share, share, float(as_seen))
            if not options.plain:
                tell_notes(finish(engine.rigs.texture(photo_id, options.face, more=more)).notes)
            if as_seen:
                yaw, pitch, roll = engine.rigs.pose(photo_id, options.face)
            elif options.pose is not None:
                yaw = options.pose
        wear = worn(engine, options, photo_id, bool(options.photos) and not options.plain)
        pixels = finish(engine.rigs.draw(values, None, photo_id, options.face, yaw, pitch, options.zoom, options.size,
                                         likeness, HeadStaging(roll, whole=True), wear, more))
    write_picture(options.output, pixels)
