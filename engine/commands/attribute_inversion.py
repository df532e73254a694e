"""``facewright attributes invert``: a photo's face as latents of the generator."""

import argparse
import math
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.commands.parser import count, given, written
from engine.commands.photos import PHOTO_HELP, open_photo
from engine.generator.inversion.settings import OBJECTIVES, STAGES

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.generator.inversion.result import Inversion
    from engine.photo.open_photo import OpenPhoto


def add_invert(actions: Any) -> None:
    """The action's options, added to argparse's subparsers."""
    invert = actions.add_parser("invert", help="find the latents from which the generator draws a photo's face")
    invert.add_argument("photo", metavar="PHOTO", type=given, help=PHOTO_HELP)
    invert.add_argument("--face", metavar="N", type=count, default=0,
                        help="which face: 0, the default, is the largest")
    invert.add_argument("--quality", choices=tuple(STAGES), default="full",
                        help="draft: 20 seconds on two cores; full: 2 minutes, goes on from a draft (default: full)")
    invert.add_argument("--objective", choices=OBJECTIVES, default="facewright",
                        help="what is made small: Facewright's losses or RFM's (default: facewright; "
                             "see docs/inversion.md)")
    invert.add_argument("--again", action="store_true",
                        help="from the beginning, even when it is known from another day")
    invert.add_argument("-o", "--output", metavar="CODE.npz", type=written,
                        help="write the latents (.npz or .safetensors)")
    invert.add_argument("--picture", metavar="OUT.png", type=written, help="write photo and drawn face side by side")
    invert.add_argument("--json", action="store_true", help="print what was found as JSON")
    invert.set_defaults(action=invert_face)


def invert_face(options: argparse.Namespace) -> None:
    from contextlib import closing

    from engine.commands.output import finish, print_json
    from engine.engine import Engine
    from engine.generator.latents_file import check_suffix, write_latents
    from engine.photo.writing import format_of, write_picture

    if options.output:
        check_suffix(options.output)
    if options.picture:
        format_of(options.picture)
    with closing(Engine()) as engine:
        problem = engine.shared.latents.lacking()
        if problem is not None:  # told before the photo is looked at
            raise problem
        photo = open_photo(engine, options.photo)
        if options.again:
            engine.shared.latents.discard(photo, options.face)
        found = finish(engine.attributes.invert(photo.id, options.face, options.quality, options.objective))
        if options.output:
            write_latents(options.output, as_latents(engine, found))
        if options.picture:
            write_picture(options.picture, beside(engine, photo, options.face, found))
        for line in engine.shared.latents.warnings:
            print(f"facewright: {line}", file=sys.stderr)
    if options.json:
        print_json(_as_data(options, found))
    else:
        print(_summary(options, found))
        for path, what in ((options.output, "its latents"), (options.picture, "photo and drawn face")):
            if path:
                print(f"{path}: {what}")


def as_latents(engine: "Engine", found: "Inversion") -> Any:
    """One face as it is kept in files of latents: of no seed and without z."""
    from engine.generator.latents_file import Latents

    generator = engine.shared.latents.generator
    return Latents(np.array([-1], np.int64), "numpy", np.zeros((1, 0), np.float32), found.code.mean(0)[None], 1.0,
                   generator.space.cutoff, generator.name, generator.family, generator.digest, found.code[None])


def beside(engine: "Engine", photo: "OpenPhoto", face: int, found: "Inversion") -> np.ndarray:
    """(s, 2s, 3) uint8: the aligned square of the photo, and as it is drawn."""
    from engine.generator.alignment import cut_aligned

    size = engine.shared.latents.generator.size
    drawn = np.rint(engine.shared.latents.drawn(photo, face, size) * 255).astype(np.uint8)
    return np.hstack([cut_aligned(photo.picture.pixels, found.alignment, size), drawn])


def _as_data(options: argparse.Namespace, found: "Inversion") -> dict[str, Any]:
    fidelity = found.fidelity
    numbers = {"psnr": fidelity.psnr, "lpips": fidelity.lpips, "identity_cosine": fidelity.identity,
               "identity_distance": fidelity.distance}
    return {"photo": str(options.photo), "face": options.face, "quality": found.quality, "objective": found.objective,
            "complete": found.complete,
            **{name: round(value, 5) if math.isfinite(value) else None for name, value in numbers.items()},
            "prior": round(found.prior, 5), "steps": found.steps, "seconds": round(found.seconds, 2),
            "generator": found.generator, "digest": found.digest,
            "output": str(options.output) if options.output else None,
            "picture": str(options.picture) if options.picture else None}


def _summary(options: argparse.Namespace, found: "Inversion") -> str:
    fidelity = found.fidelity
    parts = [f"PSNR {fidelity.psnr:.1f} dB", f"LPIPS {fidelity.lpips:.3f}"]
    if math.isfinite(fidelity.identity):
        parts.append(f"identity {fidelity.identity:.3f} ({fidelity.distance:.2f} apart; above .6 is another person)")
    return (f"{options.photo}, face {options.face}: {', '.join(parts)}\n"
            f"{found.quality}, {found.steps} steps, {found.seconds:.0f} s, "
            f"{found.prior:.2f} of a random face's distance from the average")
