"""Where everything is in a JPEG file, marker by marker (ITU-T T.81)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.photo.limits import MOST_SCANS

_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]")
_END, _SCAN = 0xD9, 0xDA
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MOST_MARKERS = 20_000
_FILLING = b"\xff" * (1 << 20)
"""More than any program puts between two markers; what decodes a JPEG keeps all of it, and begins anew with each piece.
"""


_NOTES = frozenset({*range(0xE1, 0xF0), 0xFE} - {0xE2, 0xEE})
"""Segments of programs, but for profiles and Adobe's word on the colours; comments."""
_LAYERED = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
"""Frames of progressive JPEGs: each scan goes over the whole picture and makes it finer."""


@dataclass
class JpegLayout:
    """Where everything is in a JPEG file.

    segments: (marker, where its content begins, where it ends) of everything before the first scan.
    size: width, height. channels: of a pixel. precision: bits of a sample. frame: the marker of the frame, what kind of
    JPEG it is. scans: how many. planes: how many of its channels the first has. ended: whether its end is there.
    """

    segments: list[tuple[int, int, int]] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    channels: int = 3
    precision: int = 8
    frame: int = 0
    scans: int = 0
    planes: int = 0
    ended: bool = False

    @property
    def layered(self) -> bool:
        """Whether it is progressive."""
        return self.frame in _LAYERED


def layout(data: bytes) -> JpegLayout:
    """Follow a JPEG's markers to its end, or to where it breaks off or has more scans than are read. ValueError for
    more markers, or more filling, than any program writes."""
    found = JpegLayout()
    for number, (marker, start, end) in enumerate(_markers(data)):
        if number > _MOST_MARKERS:
            raise ValueError("too many markers")
        if marker == _END:
            found.ended = True
            break
        if marker == _SCAN:
            found.scans += 1
            found.planes = found.planes or (data[start] if end > start else 0)
            if found.scans > MOST_SCANS:
                break
        elif marker in _FRAMES and not found.frame and end - start >= 6:
            found.frame, found.precision = marker, data[start]
            found.size = int.from_bytes(data[start + 3 : start + 5], "big"), int.from_bytes(data[start + 1 : start + 3],
                                                                                            "big")
            found.channels = data[start + 5]
        if not found.scans:
            found.segments.append((marker, start, end))
    return found


def without_notes(data: bytes, there: JpegLayout) -> bytes:
    """The same file without what stands beside the pixels, but for what decoding needs: density, profile, colours.
    Pillow puts together all notes of a kind, which takes the square of their number."""
    view, parts, place = memoryview(data), [], 0
    for marker, start, end in there.segments:
        if marker in _NOTES:
            parts.append(view[place : start - 4])
            place = end
    return b"".join((*parts, view[place:])) if parts else data


def _markers(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, where its content begins, where it ends), in the order of the file; the content of a scan is its
    header."""
    place = 2
    while place < len(data):
        found = _MARKER.search(data, place)  # whatever stands between is a scan's data, or filling
        if data.find(_FILLING, place, len(data) if found is None else found.end()) >= 0:
            raise ValueError("filling")
        if found is None:
            return
        marker, start = data[found.end() - 1], found.end() + 2
        if marker in (_END, 0xD8):
            yield marker, found.end(), found.end()
            place = found.end()
            continue
        # A length counts its own two bytes; decoders take less for just these, and read on.
        end = max(start, found.end() + int.from_bytes(data[found.end() : start], "big"))
        if end > len(data):
            return
        yield marker, start, end
        place = end
