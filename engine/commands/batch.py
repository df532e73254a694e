"""``facewright batch``: presets on many photos, DIR/<preset>/<photo>.png, and one contact sheet."""

import argparse
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import BadValue
from engine.base.text import Text
from engine.commands.looks import add_attribute_options, add_over_option, attributes_from, named_look
from engine.commands.parser import count, given
from engine.commands.photos import add_strip_option
from engine.commands.renderers import add_renderer_options, refuse_lacking, rendering_from, tell_notes

if TYPE_CHECKING:
    from engine.expression.presets import Preset


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photos", metavar="PHOTO", type=given, nargs="+",
                        help="a picture, a folder of pictures, or a pattern such as '*.jpg'")
    parser.add_argument("--preset", metavar="NAME[,NAME...]", action="append",
                        help="which presets, preset files or projects, or `all` presets, the default; may be repeated")
    add_over_option(parser)
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder to write into")
    add_attribute_options(parser)
    add_renderer_options(parser)
    add_strip_option(parser)
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=batch)


def batch(options: argparse.Namespace) -> int:
    from contextlib import closing

    from engine.commands import BAD_INPUT, DONE
    from engine.commands.output import finish, print_json
    from engine.commands.terminal import draw_over
    from engine.engine import Engine
    from engine.photo.picture_files import named_pictures
    from engine.render.batch import PhotoDone, refuse_presets
    from engine.render.batch import batch as do_batch
    from engine.systems import LOOK_CONTROLS, refusal

    def tell(photo: PhotoDone) -> None:
        if sys.stderr.isatty():  # over the bar
            draw_over(" " * 110)
            draw_over("")
        print(f"facewright: {' '.join(str(photo.error).split())}", file=sys.stderr)

    words = options.preset or ["all"]
    presets = chosen_presets(words, options.over)
    if words == ["all"]:
        presets = _followed(presets, options.renderer)
    attributes = attributes_from(options)
    presets = [replace(preset, look=preset.look.changed(LOOK_CONTROLS, attributes)) for preset in presets]
    how = replace(rendering_from(options), inversion=options.inversion)
    refuse_presets(presets, partial(refusal, how.renderer))  # before anything is loaded
    photos = named_pictures(options.photos)
    with closing(Engine()) as engine:
        refuse_lacking(engine, how)
        report = finish(do_batch(engine, photos, presets, options.output, options.face, how, failed=tell,
                                 strip=options.strip_metadata))
        tell_notes(report.notes)
    if options.json:
        told = [{"photo": str(photo.photo), "error": str(photo.error)} if photo.error is not None else
                {"photo": str(photo.photo), "outputs": [str(path) for path in photo.outputs],
                 "notes": list(photo.notes)}
                for photo in report.photos]
        print_json({"photos": told, "contact_sheet": str(report.sheet) if report.sheet else None})
    return BAD_INPUT if report.failed else DONE


def _followed(presets: "list[Preset]", renderer: str) -> "list[Preset]":
    """Those of all presets that the renderer can draw; the others are named on stderr. (One asked for is refused.)"""
    from engine.systems import refusal

    kept = []
    for preset in presets:
        refused = refusal(renderer, preset.look)
        if refused is not None:
            print(f"facewright: {preset.id} is left out: {refused.message}", file=sys.stderr)
        else:
            kept.append(preset)
    return kept


def chosen_presets(words: list[str], over: bool = False) -> "list[Preset]":
    """The looks that --preset names, each once, in the order named; over: laid over the photos' own smiles. What is a
    file is one name, whatever commas are in it. Raises UsageError, and EngineError for a file that holds none."""
    from engine.expression.presets import all_presets, laid_over

    chosen: dict[str, Preset] = {}
    parts = (part for said in words for part in ([said] if os.path.isfile(said) else said.split(",")))
    for word in (part.strip() for part in parts):
        named = all_presets()[0] if word == "all" else [named_look(word)]
        for preset in (map(laid_over, named) if over else named):
            if chosen.setdefault(preset.id, preset).look != preset.look:
                raise BadValue(Text("two looks are called {0}", repr(preset.id)),
                               Text("rename one of the files: each look is written into a folder of its name"))
    return list(chosen.values())
