"""Photos as commands take them: opened, and what is to be said of how they were read."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from engine.commands.renderers import tell_notes
from engine.photo.picture_kinds import PICTURE_LABELS

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.photo.open_photo import OpenPhoto

PHOTO_HELP = PICTURE_LABELS
"""Which files may be named as PHOTO."""


def add_strip_option(parser: argparse.ArgumentParser) -> None:
    """For commands that write an edited photo."""
    parser.add_argument("--strip-metadata", action="store_true",
                        help="write nothing of what the photo carries beside its pixels: camera, captions, credits, "
                             "notes (its position is never written)")


def open_photo(engine: "Engine", path: Path) -> "OpenPhoto":
    """Read a photo and find its faces; what the artist should know of how it was read goes to stderr."""
    from engine.commands.output import finish

    photo = finish(engine.photos.open(path))
    tell_notes(photo.notes)
    return photo
