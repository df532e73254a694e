"""``facewright rig export``: the head that values describe, and how its face moves, as files for other programs."""

import argparse
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.commands.parser import Parser, count, given, setting
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
from engine.rig.exporters import EXPORTERS, ExportWishes, exporter_for, files_for, suffixes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.motion.take import Take
    from engine.rig.exporters import Holds, RigExporter

_WRITTEN: "tuple[Holds, ...]" = ("model", "movement", "script")


def add_export(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("export", help="the head with the 52 named blendshapes, and how it moves, for engines")
    values_argument(parser)
    whose_option(parser)
    set_option(parser)
    looks_options(parser)
    wear_options(parser)
    parser.add_argument("--texture-size", metavar="N", type=count,
                        help="with --photo: texels a side of the texture: 1024, 2048 (the default) or 4096")
    output_option(parser, "OUT.glb", f"the file to write: {suffixes(_WRITTEN)}")
    parser.add_argument("--engine", metavar="NAME",
                        help="everything this engine takes, in its names, beside OUT: unity, unreal, metahuman, godot, "
                             "blender, vrm, audio2face")
    parser.add_argument("--take", metavar="FILE", type=given,
                        help="the face moves as in this Live Link Face CSV, Audio2Face .json, or .npz of ours")
    parser.add_argument("--pose", metavar="SHAPE=WEIGHT", type=setting, action="append", default=[],
                        help="the face shows this, 0 to 1; in place of a take")
    parser.add_argument("--author", metavar="NAME", default="", help="who is named as a .vrm file's author")
    parser.set_defaults(action=export)


def export(options: argparse.Namespace) -> None:
    from contextlib import closing

    from engine.rig.engines import engine_preset
    from engine.rig.movement import shown_by
    from engine.rig.schema import load_schema
    from engine.rig.texture.bake import check_side

    exporter = exporter_for(options.output, *_WRITTEN)
    preset = None if options.engine is None else engine_preset(options.engine)
    if options.texture_size is not None and not options.photos:
        raise UsageError(Text("--texture-size is of the face in a photo"), Text("name it with --photo"))
    if options.texture_size is not None:
        check_side(options.texture_size)
    take, values = take_of(options), read_rig(options)
    shown = shown_by(values) if exporter.holds == "movement" or preset is not None else None
    if take is None and shown is not None:  # what moves is not in the head's shape as well
        take, values = shown, load_schema(values.schema).defaults()
    if exporter.holds == "movement" and take is None:
        raise UsageError(Text("{0} holds movement, and none is named", options.output),
                         Text("name it with --take or --pose"))
    paths = ({exporter.id: options.output} if preset is None
             else files_for(options.output, preset, take is not None))
    _refuse_unheeded(options, [exporter_for(path) for path in paths.values()])
    read = (options.values, options.take, *options.photos)
    refuse_to_overwrite(list(paths.values()), [path for path in read if path is not None])
    wanted = ExportWishes(take, preset, options.author, options.texture_size)

    from engine.commands.output import finish
    from engine.engine import Engine  # only now: it takes its time, and what is refused need not wait for it
    from engine.rig.likeness import PLAIN, HeadLikeness
    from engine.rig.texture.photo_textures import USUAL_SIDE

    with closing(Engine()) as engine:
        photo_id, likeness, more = colours(engine, options), PLAIN, list[str]()
        if options.photos:
            (photo_id, more), likeness = lenders(engine, options), HeadLikeness(texture=1.0, shape=1.0)
            if any(exporter_for(path).holds == "model" for path in paths.values()):
                side = options.texture_size or USUAL_SIDE
                tell_notes(finish(engine.rigs.texture(photo_id, options.face, side, more)).notes)
        lines = finish(engine.rigs.export(values, paths, photo_id, options.face, likeness, wanted,
                                          worn(engine, options, photo_id, bool(options.photos)), more))
    for line in lines:
        print(line)


def _refuse_unheeded(options: argparse.Namespace, exporters: "Sequence[RigExporter]") -> None:
    """UsageError for what is asked for and would be found in none of the files."""
    asked: dict[str, tuple[str, object]] = {
        "author": ("--author", options.author), "texture": ("--texture-size", options.texture_size),
        "take": ("--take" if options.take is not None else "--pose", options.take or options.pose)}
    for wish, (flag, given_to_it) in asked.items():
        heeding = [one.suffix for one in EXPORTERS if wish in one.heeds]
        if given_to_it and not any(wish in one.heeds for one in exporters):
            raise UsageError(Text("{0} is found in {1}, and {2} is none of them", flag, ", ".join(heeding),
                                  options.output))


def take_of(options: argparse.Namespace) -> "Take | None":
    """What --take or --pose names; None for neither."""
    from engine.rig.movement import pose, read_movement

    if options.take is not None and options.pose:
        raise UsageError(Text("a take and a pose are two faces: name one of them"))
    if options.take is not None:
        return read_movement(options.take)
    return pose(dict(options.pose)) if options.pose else None
