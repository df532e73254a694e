"""Pictures: read from files of any common kind into one upright form."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited, unreadable
from engine.base.text import Text
from engine.photo.face import Box
from engine.photo.metadata import NO_METADATA, Metadata

MOST_BYTES = 1 << 30
"""Files larger than this are not read."""
PROFILE_TURNED = Text("its colour profile can be read but not written into: its colours became sRGB")


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture, upright. Its arrays are read-only.

    pixels:  (H, W, 3) uint8 sRGB: what is shown and measured. Transparent parts are shown on white.
    native:  (H, W, C) uint8 or uint16, C = 1 gray, 3 colour or 4 with straight alpha: what is edited and written,
             in the file's own depth and colour profile.
    profile: the file's ICC profile, or None for sRGB.
    digest:  sha256 of the file, hex: the picture's identity in caches and projects.
    path:    where it was read, or None when it came from memory.
    format:  the name of its kind, see `PICTURE_KINDS`.
    metadata: what it carries beside pixels and profile, made true for upright pixels, without position, thumbnails and
             maker's notes.
    notes:   what the artist should know of how it was read.
    missing: where nothing is known because the end of the file is missing, filled up with gray; None where all came.
    """

    pixels: np.ndarray
    native: np.ndarray
    profile: bytes | None
    digest: str
    path: Path | None
    format: str
    metadata: Metadata = NO_METADATA
    notes: tuple[Text, ...] = ()
    missing: Box | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]


def read_picture(path: Path | str) -> Picture:
    """Read a file of one of `PICTURE_KINDS`. EngineError, naming the file, for anything else."""
    path = Path(path)
    return decode_picture(read_bytes(path), path.name, path)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most `most` bytes. EngineError for a folder, a device, nothing, too much."""
    try:
        kind = os.stat(path)
    except FileNotFoundError:
        raise EngineError(Text("there is no file {0}", path)) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise unreadable(path, error) from error
    if stat.S_ISDIR(kind.st_mode):
        raise EngineError(Text("{0} is a folder, not a picture", path))
    if stat.S_ISREG(kind.st_mode) and kind.st_size > most:
        raise EngineError(Text("{0} is too large: {1} MB, at most {2} MB", path, f"{kind.st_size / 1e6:.0f}",
                               f"{most / 1e6:.0f}"))
    return read_limited(path, most)


def decode_picture(data: bytes, name: str, path: Path | None = None, least: int = 0) -> Picture:
    """A picture from a file's bytes; `name` is used in messages. EngineError when they are not a sound picture.

    least: pixels; other than 0, for a look at it only: a JPEG is decoded smaller, with no side shorter than that.
    """
    from engine.photo.colour import can_be_written_into, native_to_srgb, usable_profile, viewed
    from engine.photo.decoding import decode

    if not data:
        raise EngineError(Text("{0} is empty", name))
    decoded = decode(data, name, least)
    native, notes = decoded.native, decoded.notes
    profile = usable_profile(decoded.profile, native.shape[2])
    if profile is not None and not can_be_written_into(profile, native.shape[2] == 1):
        native, profile, notes = native_to_srgb(native, profile), None, (*notes, PROFILE_TURNED)
    pixels = viewed(native, profile)
    for array in (pixels, native):
        array.setflags(write=False)
    return Picture(pixels, native, profile, hashlib.sha256(data).hexdigest(), path, decoded.format,
                   decoded.metadata, notes, decoded.missing)
