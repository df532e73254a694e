"""JPEG files, marker by marker (ITU-T T.81): what Pillow is not asked to decode, and what is missing at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.decoded import Decoded, not_read
from engine.photo.limits import MOST_SCANNED, MOST_SCANS, check_size

_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]")
_END, _SCAN, _LOSSLESS = 0xD9, 0xDA, (0xC3, 0xC7, 0xCB, 0xCF)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MOST_MARKERS = 20_000
_AS_PNG = Text("save it as PNG, TIFF or an ordinary JPEG")


@dataclass
class JpegLayout:
    """Where everything is in a JPEG file.

    segments: (marker, where its content begins, where it ends) of everything before the first scan.
    size: width, height. channels: of a pixel. precision: bits of a sample. frame: the marker of the frame, what kind of
    JPEG it is. scans: how many. ended: whether its end is there.
    """

    segments: list[tuple[int, int, int]] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    channels: int = 3
    precision: int = 8
    frame: int = 0
    scans: int = 0
    ended: bool = False


def layout(data: bytes) -> JpegLayout:
    """Follow a JPEG's markers to its end, or to where it breaks off or has more scans than are read. ValueError for
    more markers than any program writes."""
    found = JpegLayout()
    for number, (marker, start, end) in enumerate(_markers(data)):
        if number > _MOST_MARKERS:
            raise ValueError("too many markers")
        if marker == _END:
            found.ended = True
            break
        if marker == _SCAN:
            found.scans += 1
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


def decode_jpeg(data: bytes, name: str) -> Decoded:
    """A JPEG's pixels, or those that are there where its end is missing. EngineError for too large a one and for kinds
    that are not read; whatever Pillow raises for a damaged one."""
    from engine.photo.pillow_pictures import decode_opened, opened

    there = layout(data)
    if there.frame in _LOSSLESS or there.precision > 8:
        raise not_read(name, Text("a JPEG of a kind for medical pictures ({0} bits)", there.precision), _AS_PNG)
    if there.frame:
        check_size(*there.size, name, there.channels)
        if there.scans > MOST_SCANS or there.scans * there.size[0] * there.size[1] > MOST_SCANNED:
            raise EngineError(Text("{0} is a JPEG of so many layers that reading it would take minutes", name),
                              Text("save it again in another program"))
    notes: tuple[Text, ...] = ()
    if there.scans and not there.ended:
        data += b"\xff\xd9"  # libjpeg fills up what is missing, as browsers do, and Pillow does not wait for more
        notes = (Text("the end of the file is missing: where its lower part is gray, nothing is known of it"),)
    with opened(data, "JPEG") as image:
        return decode_opened(image, name, "JPEG", notes)


def _markers(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, where its content begins, where it ends), in the order of the file; the content of a scan is its
    header."""
    place = 2
    while place < len(data):
        found = _MARKER.search(data, place)  # whatever stands between is a scan's data, or filling
        if found is None:
            return
        marker, start = data[found.end() - 1], found.end() + 2
        if marker in (_END, 0xD8):
            yield marker, found.end(), found.end()
            place = found.end()
            continue
        end = found.end() + int.from_bytes(data[found.end() : start], "big")
        if start > len(data) or end < start or end > len(data):
            return
        yield marker, start, end
        place = end
