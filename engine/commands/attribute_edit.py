"""``facewright attributes edit`` and ``mix``: a face's attributes changed in its photo, and another face mixed in."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.base.typed_number import typed_number
from engine.commands.looks import INVERSIONS, add_attribute_options, attributes_from
from engine.commands.parser import count, given, written
from engine.commands.photos import PHOTO_HELP, add_strip_option, open_photo
from engine.commands.renderers import tell_notes

if TYPE_CHECKING:
    from engine.base.look import Look
    from engine.engine import Engine
    from engine.photo.open_photo import OpenPhoto

_REGIONS_WHOLE, _ROWS_HALF = 100.0, 50.0


def add_edit(actions: Any) -> None:
    """The options of both actions, added to argparse's subparsers."""
    edit = actions.add_parser("edit", help="change attributes of a photo's face")
    _add_photo(edit)
    add_attribute_options(edit, "full")
    edit.add_argument("--code", metavar="CODE.npz", type=given,
                      help="the face's latents (of `attributes invert -o`), instead of looking for them")
    _add_output(edit)
    edit.set_defaults(action=edit_face)

    mix = actions.add_parser("mix", help="mix another face into a photo's: another photo's, or that of a seed")
    _add_photo(mix)
    mix.add_argument("other", metavar="OTHER", type=given, nargs="?", help="the photo whose largest face is mixed in")
    mix.add_argument("--seed", metavar="N", type=count, help="mix in the face of this seed instead (numpy's)")
    mix.add_argument("--amount", metavar="PERCENT", type=percent,
                     help="how much of it: 50, or 100 for single regions and rows, when not given")
    mix.add_argument("--rows", metavar="A,B", type=names, default=(),
                     help="only these: coarse (pose, shape, hair), middle (features), fine (colours)")
    mix.add_argument("--regions", metavar="A,B", type=names, default=(),
                     help="only there: eyes, nose, mouth, skin, hair, background")
    mix.add_argument("--inversion", choices=INVERSIONS, default="full",
                     help="how carefully faces that are not known yet are looked for (default: full)")
    _add_output(mix)
    mix.set_defaults(action=mix_faces)


def _add_photo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO", type=given, help=PHOTO_HELP)
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", type=written, required=True,
                        help="the picture to write, in the photo's own size; its ending is its format")
    add_strip_option(parser)
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")


def percent(text: str) -> float:
    """An argparse type: 0 to 100."""
    try:
        value = typed_number(text, finite=False)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to 100")
    return value


def names(text: str) -> tuple[str, ...]:
    """An argparse type: words with commas between them."""
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def edit_face(options: argparse.Namespace) -> None:
    from engine.base.look import Look
    from engine.systems import LOOK_CONTROLS

    look = Look.of(LOOK_CONTROLS, attributes_from(options))
    if not look:
        raise UsageError(Text("nothing is to be changed"), Text("say what with --attribute NAME=VALUE"))
    _do(options, look)


def mix_faces(options: argparse.Namespace) -> None:
    from engine.base.look import Look
    from engine.systems import LOOK_CONTROLS

    if (options.other is None) == (options.seed is None):
        raise UsageError(Text("mix needs another photo or --seed, one of the two"))
    _do(options, Look.of(LOOK_CONTROLS, mix_values(options)))


def mix_values(options: argparse.Namespace) -> dict[str, float]:
    """The controls that mixing sets. UsageError for rows or regions that there are not."""
    from engine.attributes.knobs import MIX, REGIONS, ROW_GROUPS

    for asked, known, what in ((options.rows, ROW_GROUPS, "rows"), (options.regions, REGIONS, "regions")):
        for name in asked:
            if name not in known:
                raise UsageError(Text("--{0}: there is no {1}", what, repr(name)),
                                 Text("there is: {0}", ", ".join(known)))
    parts = (*options.rows, *options.regions)
    amount = options.amount if options.amount is not None else _REGIONS_WHOLE if parts else _ROWS_HALF
    values = {MIX + name: amount for name in parts or ROW_GROUPS}
    return values if options.seed is None else {**values, MIX + "seed": float(options.seed)}


def _do(options: argparse.Namespace, look: "Look") -> None:
    from contextlib import closing

    from engine.commands.output import finish, print_json
    from engine.engine import Engine
    from engine.photo.strips import same_samples
    from engine.photo.writing import format_of
    from engine.render.picture_export import export_picture, losses
    from engine.render.request import Rendering

    format_of(options.output)
    other = getattr(options, "other", None)
    with closing(Engine()) as engine:
        lacking = engine.attributes.lacking()
        if lacking is not None:  # told before the photo is looked at
            raise lacking
        photo = open_photo(engine, options.photo)
        if getattr(options, "code", None) is not None:
            _adopt(engine, photo, options.face, options.code)
        if other is not None:
            _mix_in(engine, photo, options.face, other, options.inversion)
        how = Rendering(inversion=options.inversion)
        finished = finish(engine.pictures.finish(photo.id, {options.face: look}, how))
    native = finished.native
    tell_notes(finished.notes)
    lost = losses(photo.picture, options.output, options.strip_metadata)
    tell_notes(lost)
    changed = not same_samples(native, photo.picture.native)
    line = export_picture(photo.picture, native, options.output, strip=options.strip_metadata)
    if options.json:
        print_json({"output": str(options.output), "face": options.face, "look": dict(look), "changed": changed,
                    "width": native.shape[1], "height": native.shape[0],
                    "notes": [*photo.notes, *finished.notes, *lost]})
    elif not changed:
        print(f"facewright: {line}", file=sys.stderr)


def _adopt(engine: "Engine", photo: "OpenPhoto", face: int, path: Path) -> None:
    """Take a face's latents from a file."""
    from engine.attributes.saved_code import inversion_from

    engine.attributes.adopt(photo.id, face, inversion_from(path, photo, face, engine.shared.latents.generator))


def _mix_in(engine: "Engine", photo: "OpenPhoto", face: int, path: Path, quality: str) -> None:
    """Look for the largest face of another photo, and have it mixed in."""
    from engine.commands.output import finish

    guest = open_photo(engine, path)
    found = finish(engine.attributes.invert(guest.id, 0, quality))  # type: ignore[arg-type]
    engine.attributes.mix_with(photo.id, face, found.code)
