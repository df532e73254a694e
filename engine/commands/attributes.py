"""``facewright attributes``: faces from a generator's latent space."""

import argparse
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from engine.commands.parser import Parser, size

if TYPE_CHECKING:
    from engine.generator.generator import Generator

_MOST = 256
"""Faces in one go; a sheet of more is too large to be looked at."""


def add_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="attributes_command", metavar="ACTION", required=True,
                                    parser_class=Parser)
    sample = actions.add_parser("sample", help="draw faces that seeds stand for, on one sheet")
    sample.add_argument("--generator", metavar="ID|FILE", default="mobilestylegan",
                        help="a model's id, or the file or folder of a StyleGAN, StyleGAN2 or PGGAN "
                             "(default: mobilestylegan; see docs/generators.md)")
    sample.add_argument("--seeds", metavar="LIST", type=seeds, default=tuple(range(16)),
                        help="such as 0-15 or 3,8,20-29 (default: 0-15)")
    sample.add_argument("--seed-kind", choices=("numpy", "torch"), default="numpy",
                        help="whose random numbers: NVIDIA's programs use numpy, RFM torch (default: numpy)")
    sample.add_argument("--truncation", metavar="X", type=truncation, default=0.7,
                        help="how far from the average face, 0 to 1 and somewhat more (default: 0.7)")
    sample.add_argument("--size", metavar="N", type=size, default=256,
                        help="side of each face in pixels (default: 256)")
    sample.add_argument("-o", "--output", metavar="SHEET.png", type=Path, required=True)
    sample.add_argument("--latents", metavar="OUT.npz", type=Path,
                        help="write z and w of the faces too (.npz or .safetensors)")
    sample.set_defaults(action=draw_samples)


def seeds(text: str) -> tuple[int, ...]:
    """An argparse type: ``0-15``, ``3,8`` or both."""
    found: list[int] = []
    for part in text.split(","):
        ends = re.fullmatch(r"\s*([0-9]{1,10})(?:-([0-9]{1,10}))?\s*", part)
        if ends is None:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} is neither a seed nor a range of seeds")
        first, last = int(ends[1]), int(ends[2] or ends[1])
        if last < first:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} ends before it begins")
        if len(found) + last - first + 1 > _MOST:
            raise argparse.ArgumentTypeError(f"more than {_MOST} faces")
        found.extend(range(first, last + 1))
    return tuple(found)


def truncation(text: str) -> float:
    """An argparse type: a factor from 0 to 2."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not (math.isfinite(value) and 0 <= value <= 2):
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to 2")
    return value


def draw_samples(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.generator.latents_file import check_suffix, write_latents
    from engine.generator.sample import draw, sample_latents, sheet
    from engine.photo.picture import write_picture

    if options.latents:
        check_suffix(options.latents)
    generator = _generator(options.generator)
    faces = sample_latents(generator, options.seeds, options.seed_kind, options.truncation)
    pictures = finish(draw(generator, faces, options.size))
    write_picture(options.output, sheet(pictures, [f"{options.seed_kind} {seed}" for seed in options.seeds]))
    print(f"{options.output}: {len(pictures)} faces of {generator.name}")
    if options.latents:
        write_latents(options.latents, faces)
        print(f"{options.latents}: their latents")


def _generator(name: str) -> "Generator":
    """A model of the catalogue by its id, or a file or folder."""
    from engine.errors import UsageError
    from engine.generator.load import DEFAULT, load_from_store, load_generator
    from engine.models.device import torch_device
    from engine.models.store import ModelStore

    if name == DEFAULT:
        generator = load_from_store(ModelStore())
    elif Path(name).exists():
        generator = load_generator(Path(name))
    else:
        raise UsageError(f"{name!r} is neither {DEFAULT} nor a file", "see docs/generators.md")
    return generator.to(torch_device())
