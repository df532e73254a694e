"""What a picture may ask of this machine: declared here, checked from its header before anything is decoded."""

from engine.base.errors import EngineError
from engine.base.text import Text

MOST_PIXELS = 256 * 1024 * 1024
LONGEST_SIDE = 32768
MOST_OF_KIND = {"WEBP": 80 * 1024 * 1024, "AVIF": 160 * 1024 * 1024, "GIF": 80 * 1024 * 1024}
"""The same for kinds whose decoders take more room (WebP's: 12 bytes a pixel beside the picture) or time, and where a
few bytes can claim so many."""
MOST_SAMPLE_BYTES = 1 << 30
"""Bytes of all samples: pixels × channels × bytes of each."""
MOST_NOTE_BYTES = 1 << 24
"""Bytes that one thing beside the pixels (a profile, a text, EXIF) may have, unpacked; what is larger is left out."""
MOST_NOTES_BYTES = 1 << 25
"""The same for all of them together."""
MOST_XMP_BYTES = 1 << 20
"""Of an XMP packet: reading one takes a hundred times its length."""
MOST_SCANS = 100
"""Of a JPEG. Cameras and programs write 1 to 14; each goes over the whole picture."""
MOST_SCANNED = 3 << 30
"""Pixels of a JPEG times its scans: what a decoder has to walk over."""


def check_size(width: int, height: int, name: str, sample_bytes: int = 1, kind: str = "") -> None:
    """EngineError for a picture that has no pixels or too many. sample_bytes: of one pixel."""
    most = MOST_OF_KIND.get(kind, MOST_PIXELS)
    if width < 1 or height < 1:
        raise EngineError(Text("{0} has no pixels", name))
    if max(width, height) > LONGEST_SIDE or width * height > most:
        raise EngineError(Text("{0} is too large: {1} x {2} pixels", name, width, height),
                          hint=Text("at most {0} pixels a side and {1} megapixels", LONGEST_SIDE,
                                    f"{most / 1e6:.0f}"))
    if width * height * sample_bytes > MOST_SAMPLE_BYTES:
        raise EngineError(Text("{0} is too large: {1} x {2} pixels of {3} bytes", name, width, height, sample_bytes),
                          hint=Text("save it with 8 bits a channel, or smaller"))
