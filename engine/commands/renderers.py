"""Options that say who draws, and how; shared by the commands that edit."""

import argparse
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.parser import count

if TYPE_CHECKING:
    from engine.engine import Engine

LIVE, MAGICFACE, LATENT = "live", "magicface", "latent"

_OF_MAGICFACE = ("steps", "guidance", "mask", "seed")


def add_renderer_options(parser: argparse.ArgumentParser) -> None:
    """--renderer, and what MagicFace can be told."""
    group = parser.add_argument_group("who draws")
    group.add_argument("--renderer", choices=[LIVE, MAGICFACE, LATENT], default=LIVE,
                       help="live (the default) moves the photo's own pixels; magicface draws anew by diffusion, from "
                            "twelve action units (its models: facewright models get magicface); latent moves the face "
                            "in a generator, the units that this was measured to work for, once the face was looked "
                            "for there (facewright attributes invert)")
    group.add_argument("--steps", metavar="N", type=count, help="magicface: 50 as published, 20 or 10 to be quicker")
    group.add_argument("--guidance", metavar="X", type=float,
                       help="magicface: 1.5 as published, 3 as in its paper; below 1 is none")
    group.add_argument("--mask", choices=["person", "face"],
                       help="magicface: what is drawn anew before the face is taken from it; person as published, "
                            "face when somebody else comes out")
    group.add_argument("--seed", metavar="N", type=count, help="magicface: the same seed draws the same picture")


def settle_renderer(engine: "Engine", options: argparse.Namespace) -> None:
    """Give the engine what the options say. UsageError for a value out of range or of no use with the renderer.

    EngineError, before a photo is opened, when what the renderer needs is not on this machine.
    """
    given = {name: getattr(options, name) for name in _OF_MAGICFACE if getattr(options, name) is not None}
    if options.renderer != MAGICFACE and given:
        raise UsageError(Text("--{0} is for --renderer magicface only", next(iter(given))))
    if options.renderer == LIVE:
        return
    lacking = engine.lacks(options.renderer)
    if options.renderer == LATENT:
        if lacking is not None:
            raise lacking
        return
    from engine.expression.magicface.background import MaskPolicy
    from engine.expression.magicface.settings import MagicFaceSettings

    if "mask" in given:
        given["mask"] = MaskPolicy(given["mask"])
    settings = MagicFaceSettings(**given)
    if lacking is not None:
        raise lacking
    engine.magicface.settings = settings


def tell_notes(engine: "Engine", options: argparse.Namespace) -> None:
    """Say on stderr what the renderer has to say of how it drew."""
    import sys

    if options.renderer in (MAGICFACE, LATENT):
        for note in (engine.magicface if options.renderer == MAGICFACE else engine.latent).notes:
            print(f"facewright: {note}", file=sys.stderr)

