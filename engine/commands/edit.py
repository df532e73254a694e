"""``facewright edit``: one face of one photo, changed and written at the photo's own resolution."""

import argparse

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.looks import add_look_options, look_from
from engine.commands.parser import count, given, size, written
from engine.commands.photos import PHOTO_HELP, add_strip_option, open_photo
from engine.commands.renderers import add_renderer_options, refuse_lacking, rendering_from, tell_notes
from engine.systems import RENDERERS, refusal


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO", type=given, help=PHOTO_HELP)
    add_look_options(parser)
    parser.add_argument("--copy-from", metavar="PHOTO", type=given,
                        help="take the expression of the largest face in another photo; single values go on top")
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")
    add_renderer_options(parser)
    parser.add_argument("--polish", action="store_true",
                        help="live: let the face generator draw this person with eyes shut, with or without a smile, "
                             "and take lids and mouth from there (facewright models get mobilestylegan)")
    parser.add_argument("--size", metavar="N", type=size,
                        help="write the picture smaller, its longer side N pixels (never larger than the photo)")
    parser.add_argument("-o", "--output", metavar="OUT", type=written, required=True,
                        help="the picture to write; its ending is its format")
    add_strip_option(parser)
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=edit)


def edit(options: argparse.Namespace) -> None:
    from contextlib import closing
    from dataclasses import replace

    from engine.commands.output import finish, print_json
    from engine.engine import Engine
    from engine.photo.strips import same_samples
    from engine.photo.writing import format_of
    from engine.render.picture_export import export_picture, losses
    from engine.systems import LOOK_CONTROLS

    format_of(options.output)
    if options.polish and not RENDERERS[options.renderer].live:
        raise UsageError(Text("--polish is for --renderer live only"))
    look, how = look_from(options), replace(rendering_from(options), inversion=options.inversion)
    refused = refusal(how.renderer, look)
    if refused is not None:
        raise refused
    with closing(Engine()) as engine:
        refuse_lacking(engine, how)
        photo = open_photo(engine, options.photo)
        picture = photo.picture
        if options.copy_from is not None:
            copied = finish(engine.expressions.copy(photo.id, options.face, options.copy_from, 0))
            look = copied.changed(LOOK_CONTROLS, look)
        if options.polish:
            tell_notes(finish(engine.expressions.polish(photo.id, options.face, options.inversion)).lines)
        finished = finish(engine.pictures.finish(photo.id, {options.face: look}, how))
        native = finished.native
        tell_notes(finished.notes)
        lost = losses(picture, options.output, options.strip_metadata)
        tell_notes(lost)
        notes = [*photo.notes, *finished.notes, *lost]
    changed = not same_samples(native, picture.native)
    if options.size:
        native = shrunk(native, options.size)
    export_picture(picture, native, options.output, strip=options.strip_metadata)
    if options.json:
        print_json({"output": str(options.output), "face": options.face, "faces": len(photo.faces), "look": dict(look),
                    "renderer": options.renderer,
                    "width": native.shape[1], "height": native.shape[0], "changed": changed, "notes": notes})


def shrunk(native: np.ndarray, side: int) -> np.ndarray:
    """(H, W, C) so that the longer side is at most `side`; colours are averaged by their alpha."""
    from engine.base.opencv import cv2

    height, width, channels = native.shape
    if max(height, width) <= side:
        return native
    scale = side / max(height, width)
    wanted = (max(1, round(width * scale)), max(1, round(height * scale)))
    if channels != 4:
        return cv2.resize(native, wanted, interpolation=cv2.INTER_AREA).reshape(wanted[1], wanted[0], channels)
    most = float(np.iinfo(native.dtype).max)
    alpha = native[:, :, 3:].astype(np.float32) / most
    colours = cv2.resize(native[:, :, :3].astype(np.float32) * alpha, wanted, interpolation=cv2.INTER_AREA)
    covered = cv2.resize(alpha, wanted, interpolation=cv2.INTER_AREA)[:, :, None]
    straight = np.concatenate([colours / np.maximum(covered, 1e-6), covered * most], axis=2)
    return np.rint(np.clip(straight, 0, most)).astype(native.dtype)
