"""What a picture file's decoder gives."""

from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.face import Box
from engine.photo.metadata import NO_METADATA, Metadata


@dataclass(frozen=True, eq=False)
class Decoded:
    """A picture file as it is stored.

    native:      (H, W, 1|3|4) uint8|uint16, straight alpha; not turned yet.
    profile:     the ICC profile as found, or None.
    metadata:    as found.
    format:      the name of its kind, see `PICTURE_KINDS`.
    orientation: 1..8 (EXIF 2.3, tag 0x0112), how it is turned; None where its EXIF says so.
    notes:       what an artist should know of how it was read.
    missing:     where nothing is known because the end of the file is missing; None where all came.
    """

    native: np.ndarray
    format: str
    profile: bytes | None = None
    metadata: Metadata = NO_METADATA
    orientation: int | None = None
    notes: tuple[Text, ...] = ()
    missing: Box | None = None


FIRST_OF_SEVERAL = Text("the file holds several pictures: the first was opened")


def not_read(name: str, what: Text, instead: Text) -> EngineError:
    """A file that is sound but of a kind that is not read. what: as in "a TIFF of ..."; instead: what to do."""
    return EngineError(Text("{0} is {1}, which cannot be opened here", name, what), instead)
