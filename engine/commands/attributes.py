"""``facewright attributes``: faces from a generator's latent space, and the directions that change them."""

import argparse
import math
import re

from engine.base.typed_number import typed_number
from engine.commands.attribute_directions import fit_labels, list_directions, moves_of, named_generator
from engine.commands.attribute_edit import add_edit
from engine.commands.attribute_inversion import add_invert
from engine.commands.attribute_labels import label_faces
from engine.commands.parser import Parser, given, given_or_named, processes, size, written

_MOST = 256
"""Faces in one go; a sheet of more is too large to be looked at."""
_MOST_LABELS = 200_000
_METHODS = ("ridge", "l2", "l1")


def add_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="attributes_command", metavar="ACTION", required=True,
                                    parser_class=Parser)
    sample = actions.add_parser("sample", help="draw faces that seeds stand for, on one sheet")
    _add_generator(sample)
    sample.add_argument("--seeds", metavar="LIST", type=seeds, default=tuple(range(16)),
                        help="such as 0-15 or 3,8,20-29 (default: 0-15)")
    _add_seed_kind(sample)
    sample.add_argument("--truncation", metavar="X", type=truncation, default=0.7,
                        help="how far from the average face, 0 to 1 and somewhat more (default: 0.7)")
    sample.add_argument("--size", metavar="N", type=size, default=256,
                        help="side of each face in pixels (default: 256)")
    sample.add_argument("-o", "--output", metavar="SHEET.png", type=written, required=True)
    sample.add_argument("--latents", metavar="OUT.npz", type=written,
                        help="write z and w of the faces too (.npz or .safetensors), as they are before any direction")
    sample.add_argument("--direction", metavar="NAME=STRENGTH", type=strength, action="append", default=[],
                        help="also draw each face moved along a direction, in standard deviations, such as smile=1.5 "
                             "or yaw=-2; may be given several times (see `attributes list`)")
    sample.add_argument("--keep", metavar="NAME", action="append", default=[],
                        help="leave this attribute alone: its direction is taken out of the others")
    _add_directions(sample)
    _add_licence(sample)
    sample.set_defaults(action=draw_samples)

    label = actions.add_parser("label", help="draw the faces of seeds and measure what is on them")
    _add_generator(label)
    label.add_argument("--seeds", metavar="LIST", type=many_seeds, required=True, help="such as 0-1399")
    _add_seed_kind(label)
    label.add_argument("--truncation", metavar="X", type=truncation, default=0.8,
                       help="how far from the average face (default: 0.8)")
    label.add_argument("-o", "--output", metavar="LABELS.npz", type=written, required=True,
                       help="gone on with, when it is there and of the same faces")
    who = label.add_mutually_exclusive_group()
    who.add_argument("--processes", metavar="N", type=processes, default=1,
                     help="label with so many processes of this machine (default: 1; each takes half a gigabyte)")
    who.add_argument("--cluster", metavar="ADDRESS",
                     help="label on a Ray cluster: its address, or auto for the one this machine belongs to "
                          "(needs Ray, and Facewright with its models on all machines)")
    _add_licence(label)
    label.set_defaults(action=label_faces)

    fit = actions.add_parser("fit", help="find directions from labels")
    fit.add_argument("labels", metavar="LABELS", type=given,
                     help="of `attributes label`, or RFM's: a .pt of 40 columns, or latent_training_data.pkl.gz")
    fit.add_argument("-o", "--output", metavar="DIRECTIONS.npz", type=written, required=True)
    fit.add_argument("--latents", metavar="W.pt", type=given,
                     help="w of the labelled faces in order (.pt or .npy), for RFM's .pt, which has none")
    fit.add_argument("--table", choices=("classifiers", "azure"), default="classifiers",
                     help="what the 40 columns of a .pt are: NVIDIA's classifiers or Azure's answers "
                          "(default: classifiers)")
    fit.add_argument("--columns", metavar="A,B", help="fit only these (default: all but the 52 blendshapes)")
    fit.add_argument("--apart", metavar="NAME=A,B", type=apart, action="append", default=[],
                     help="fit one apart from others that come along with it, such as age=glasses,masculine; may be "
                          "given several times")
    fit.add_argument("--method", choices=_METHODS, default="ridge", help="default: ridge")
    fit.add_argument("--measure", metavar="N", type=measured_faces, default=6,
                     help="faces on which to look at what each direction does; 0: do not (default: 6)")
    fit.add_argument("--report", metavar="REPORT.png", type=written, help="draw scores, and what else each one moves")
    _add_generator(fit)
    fit.set_defaults(action=fit_labels)

    add_invert(actions)
    add_edit(actions)

    listing = actions.add_parser("list", help="the directions there are, and how good they are")
    _add_directions(listing)
    listing.set_defaults(action=list_directions)


def _add_generator(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--generator", metavar="ID|FILE", type=given_or_named, default="mobilestylegan",
                        help="a model's id, or the file or folder of a StyleGAN, StyleGAN2 or PGGAN "
                             "(default: mobilestylegan; see docs/generators.md)")


def _add_licence(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--accept-licence", action="store_true",
                        help="when the generator is not here yet: fetch it, and accept that its licence is for "
                             "research only, without being asked")


def _add_seed_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed-kind", choices=("numpy", "torch"), default="numpy",
                        help="whose random numbers: NVIDIA's programs use numpy, RFM torch (default: numpy)")


def _add_directions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--directions", metavar="FILE", type=given,
                        help="of `attributes fit`, or one direction of another program (.npy, .pt); "
                             "default: those that come with Facewright")


def strength(text: str) -> tuple[str, float]:
    """An argparse type: ``NAME=NUMBER``, -20 to 20."""
    name, sign, number = text.partition("=")
    try:
        value = typed_number(number)
    except ValueError:
        value = math.nan
    if not (name and sign and math.isfinite(value)):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=STRENGTH, such as smile=1.5")
    if abs(value) > 20:
        raise argparse.ArgumentTypeError(f"{number} is outside -20 to 20; 3 is far already")
    return name, value


def apart(text: str) -> tuple[str, tuple[str, ...]]:
    """An argparse type: ``NAME=A,B``."""
    name, sign, others = text.partition("=")
    parts = tuple(one.strip() for one in others.split(",") if one.strip())
    if not (name.strip() and sign and parts):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=A,B, such as age=glasses,masculine")
    return name.strip(), parts


def measured_faces(text: str) -> int:
    """An argparse type: 0 to 1000."""
    if not re.fullmatch("[0-9]{1,4}", text) or int(text) > 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1000")
    return int(text)


def seeds(text: str) -> tuple[int, ...]:
    """An argparse type: ``0-15``, ``3,8`` or both."""
    return _seeds(text, _MOST)


def many_seeds(text: str) -> tuple[int, ...]:
    """The same, for more than can be looked at."""
    return _seeds(text, _MOST_LABELS)


def _seeds(text: str, most: int) -> tuple[int, ...]:
    found: list[int] = []
    for part in text.split(","):
        ends = re.fullmatch(r"\s*([0-9]{1,10})(?:-([0-9]{1,10}))?\s*", part)
        if ends is None:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} is neither a seed nor a range of seeds")
        first, last = int(ends[1]), int(ends[2] or ends[1])
        if last < first:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} ends before it begins")
        if len(found) + last - first + 1 > most:
            raise argparse.ArgumentTypeError(f"more than {most} faces")
        found.extend(range(first, last + 1))
    return tuple(found)


def truncation(text: str) -> float:
    """An argparse type: a factor from 0 to 2."""
    try:
        value = typed_number(text, finite=False)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not (math.isfinite(value) and 0 <= value <= 2):
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to 2")
    return value


def draw_samples(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.generator.latents_file import check_suffix, write_latents
    from engine.generator.sample import draw, sample_latents, sheet
    from engine.photo.writing import write_picture

    if options.latents:
        check_suffix(options.latents)
    generator = named_generator(options.generator, options.accept_licence)
    faces = sample_latents(generator, options.seeds, options.seed_kind, options.truncation)
    moves = moves_of(generator, options)
    captions = [f"{options.seed_kind} {seed}" for seed in options.seeds]
    pictures = finish(draw(generator, faces, options.size))
    if moves:
        from engine.attributes.code_edit import draw_moved
        from engine.attributes.labels.pairs import pairs

        changed = finish(draw_moved(generator, faces, moves, options.size))
        page = pairs(captions, pictures, changed, " ".join(f"{name}={value:+g}" for name, value in options.direction))
    else:
        page = sheet(pictures, captions)
    write_picture(options.output, page)
    print(f"{options.output}: {len(pictures)} faces of {generator.name}")
    if options.latents:
        write_latents(options.latents, faces)
        print(f"{options.latents}: their latents")
