"""Options that say who draws, and how; shared by the commands that edit."""

import argparse
from typing import TYPE_CHECKING

from engine.commands.parser import count
from engine.errors import UsageError

if TYPE_CHECKING:
    from engine.engine import Engine

LIVE, MAGICFACE = "live", "magicface"

_OF_MAGICFACE = ("steps", "guidance", "mask", "seed")


def add_renderer_options(parser: argparse.ArgumentParser) -> None:
    """--renderer, and what MagicFace can be told."""
    group = parser.add_argument_group("who draws")
    group.add_argument("--renderer", choices=[LIVE, MAGICFACE], default=LIVE,
                       help="live (the default) moves the photo's own pixels; magicface draws anew by diffusion, from "
                            "twelve action units (its models: facewright models get magicface)")
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
    if options.renderer != MAGICFACE:
        if given:
            raise UsageError(f"--{next(iter(given))} is for --renderer magicface only")
        return
    from engine.expression.magicface.background import MaskPolicy
    from engine.expression.magicface.settings import MagicFaceSettings

    if "mask" in given:
        given["mask"] = MaskPolicy(given["mask"])
    settings = MagicFaceSettings(**given)
    lacking = engine.lacks(MAGICFACE)
    if lacking is not None:
        raise lacking
    engine.magicface.settings = settings


def tell_notes(engine: "Engine", options: argparse.Namespace) -> None:
    """Say on stderr what the renderer has to say of how it drew."""
    import sys

    if options.renderer == MAGICFACE:
        for note in engine.magicface.notes:
            print(f"facewright: {note}", file=sys.stderr)
