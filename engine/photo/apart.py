"""HEIC and JPEG XL, decoded in a process of its own.

Their libraries are younger and larger than those inside Pillow, and damaged files have brought them down before; nor do
they all say how much memory they will take. Pillow's own decoders and libtiff are used in the editor's process.
"""

import base64

from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded
from engine.photo.media_boxes import colours
from engine.photo.metadata import Metadata
from engine.photo.pillow_pictures import EIGHT_BITS

_SECONDS, _BYTES_A_SECOND = 10.0, 500_000
"""How long a decoder may take: so much, and a second for so many bytes of the file."""


def decode_apart(data: bytes, name: str, kind: str) -> Decoded:
    """The main picture of a HEIC ("HEIF") or JPEG XL ("JXL") file. EngineError; ValueError for a damaged one."""
    from engine.process.call import CallFailed, call_apart

    of_boxes = colours(data, name) if kind == "HEIF" else None
    try:
        facts, pixels = call_apart(f"engine.photo.apart_decoders:decode_{kind.lower()}", data, {"name": name},
                                   _SECONDS + len(data) / _BYTES_A_SECOND)
    except CallFailed as error:
        raise ValueError("its decoder gave up") from error
    notes = ((FIRST_OF_SEVERAL,) if facts["several"] else ()) + ((EIGHT_BITS,) if facts["cut"] else ())
    return Decoded(pixels, kind, _bytes(facts["profile"]) or of_boxes,
                   Metadata(_bytes(facts["exif"]), _bytes(facts["xmp"])), orientation=1, notes=notes)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
