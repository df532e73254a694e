"""What stands beside the pixels in a JPEG file: EXIF, XMP (ISO 16684-3), IPTC in Photoshop's block, resolution."""

import struct

from engine.photo.jpeg_layout import JpegLayout
from engine.photo.limits import MOST_NOTE_BYTES
from engine.photo.metadata import Metadata

_EXIF, _XMP, _PHOTOSHOP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
_IPTC_BLOCK = 0x0404


def beside(data: bytes, there: JpegLayout) -> Metadata:
    """What the segments before the pixels hold."""
    exif = xmp = resolution = None
    photoshop = bytearray()
    for marker, start, end in there.segments:
        content = data[start:end]
        if marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 12:
            unit, across, down = struct.unpack_from(">BHH", content, 7)
            inch = {1: 1.0, 2: 2.54}.get(unit)
            resolution = (across * inch, down * inch) if inch and across and down else None
        elif marker == 0xE1 and content.startswith(_EXIF) and exif is None:
            exif = content[len(_EXIF):]
        elif marker == 0xE1 and content.startswith(_XMP) and xmp is None:
            xmp = content[len(_XMP):]
        elif marker == 0xED and content.startswith(_PHOTOSHOP) and len(photoshop) <= MOST_NOTE_BYTES:
            photoshop += content[len(_PHOTOSHOP):]
    return Metadata(exif, xmp, _iptc(bytes(photoshop)), resolution)


def segments_for(metadata: Metadata) -> bytes:
    """The segments that hold XMP and IPTC. Each must be short enough for one, see `PictureKind`."""
    made = b""
    if metadata.xmp is not None:
        made += _segment(0xE1, _XMP + metadata.xmp)
    if metadata.iptc is not None:
        made += _segment(0xED, _PHOTOSHOP + _resource(metadata.iptc))
    return made


def _resource(records: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", _IPTC_BLOCK, 0, len(records)) + records + b"\0" * (len(records) % 2)


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def _iptc(block: bytes) -> bytes | None:
    """The IPTC records in Photoshop's image resources: signature, number, a name of even length, content likewise."""
    place = 0
    while place + 12 <= len(block) and block[place : place + 4] == b"8BIM":
        number = int.from_bytes(block[place + 4 : place + 6], "big")
        start = place + 6 + (block[place + 6] + 2) // 2 * 2
        length = int.from_bytes(block[start : start + 4], "big")
        if start + 4 + length > len(block):
            return None
        if number == _IPTC_BLOCK:
            return block[start + 4 : start + 4 + length] or None
        place = start + 4 + length + length % 2
    return None
