"""What stands beside the pixels in a PNG file (PNG specification, third edition), read and written.

IPTC has no chunk of its own: ImageMagick and ExifTool write it as a text called "Raw profile type iptc", hexadecimal.
"""

import binascii
import struct
import zlib
from collections.abc import Iterator

from engine.photo.limits import MOST_NOTE_BYTES, MOST_NOTES_BYTES
from engine.photo.metadata import Metadata

_MOST_CHUNKS = 1 << 18
"""Of a gigabyte in pieces of 8 kilobytes, as programs write them, there are half as many."""
MOST_INFLATED = 1032
"""Times its length that anything can unpack to (RFC 1951)."""
_XMP, _RAW = "XML:com.adobe.xmp", "Raw profile type "
_INCH = 0.0254
HEADER_END = 8 + 12 + 13
"""The signature, then the header chunk: length, name and sum around 13 bytes."""


def chunks(data: bytes, sums: bool = True) -> Iterator[tuple[bytes, int, int, bool]]:
    """(name, where the content begins, where it ends, whether its checksum is right) of every whole chunk. ValueError
    for more of them than any program writes. sums: whether they are looked at."""
    place, count = 8, 0
    view = memoryview(data)
    while place + 12 <= len(data):
        start = place + 8
        end = start + int.from_bytes(view[place : place + 4], "big")
        count += 1
        if end + 4 > len(data):
            return
        if count > _MOST_CHUNKS:
            raise ValueError("too many chunks")
        name = data[place + 4 : start]
        yield name, start, end, not sums or (int.from_bytes(view[end : end + 4], "big")
                                             == zlib.crc32(view[place + 4 : end]))
        if name == b"IEND":
            return
        place = end + 4


def beside(data: bytes) -> tuple[bytes | None, Metadata, bool]:
    """The ICC profile, the metadata, and whether it is an animation. Damaged chunks, and those that unpack to more than
    anybody needs, are left out."""
    profile = exif = resolution = None
    texts: dict[str, str] = {}
    total, animated = 0, False
    for kind, start, end, sound in chunks(data):
        animated |= kind == b"acTL"
        if not sound or end - start > MOST_NOTE_BYTES or total > MOST_NOTES_BYTES:
            continue
        worth = min(MOST_NOTE_BYTES, MOST_INFLATED * (end - start))  # of one that cannot be read: it was tried, too
        if kind == b"iCCP" and profile is None:
            _, zero, packed = data[start:end].partition(b"\0")
            profile = _inflated(packed[1:]) if zero and packed[:1] == b"\0" else None
            total += worth if profile is None else len(profile)
        elif kind == b"eXIf":
            exif = data[start:end]
        elif kind == b"pHYs" and end - start == 9 and data[end - 1] == 1:
            across, down = struct.unpack_from(">II", data, start)
            resolution = (across * _INCH, down * _INCH) if across and down else None
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            key, text = _text(kind, data[start:end])
            total += len(text) if key else worth
            if key:
                texts.setdefault(key, text)
    xmp = texts.pop(_XMP, "").encode() or _raw(texts, "xmp")
    exif = exif or (_raw(texts, "exif", "APP1") or b"").removeprefix(b"Exif\0\0") or None
    iptc = _raw(texts, "iptc", "8bim")
    return profile, Metadata(exif, xmp or None, iptc, resolution, tuple(texts.items())), animated


def chunks_for(profile: bytes | None, metadata: Metadata) -> bytes:
    """The chunks that hold them."""
    made = b""
    if profile is not None:
        made += chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(profile))
    if metadata.resolution is not None:
        across, down = (min(max(1, round(dots / _INCH)), 2**31 - 1) for dots in metadata.resolution)
        made += chunk(b"pHYs", struct.pack(">IIB", across, down, 1))
    if metadata.exif is not None:
        made += chunk(b"eXIf", metadata.exif)
    if metadata.xmp is not None:
        made += chunk(b"iTXt", _XMP.encode() + b"\0\0\0\0\0" + metadata.xmp)
    texts = list(metadata.texts)
    if metadata.iptc is not None:
        digits = metadata.iptc.hex()
        lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
        texts.append((_RAW + "iptc", f"\niptc\n{len(metadata.iptc):8}\n{lines}\n"))
    for key, text in texts:
        try:
            made += chunk(b"tEXt", key.encode("latin-1") + b"\0" + text.encode("latin-1"))
        except UnicodeEncodeError:
            made += chunk(b"iTXt", key.encode("latin-1", "replace") + b"\0\0\0\0\0" + text.encode())
    return made


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk with its length and its checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _text(kind: bytes, content: bytes) -> tuple[str, str]:
    """A text chunk's keyword and text; no keyword for what cannot be read."""
    name, zero, rest = content.partition(b"\0")
    key = name.decode("latin-1")
    if not zero or not 1 <= len(key) <= 79:
        return "", ""
    if kind == b"tEXt":
        return key, rest.decode("latin-1")
    if kind == b"zTXt":
        unpacked = _inflated(rest[1:]) if rest[:1] == b"\0" else None
        return (key, unpacked.decode("latin-1")) if unpacked is not None else ("", "")
    packed, rest = rest[:2], rest[2:].split(b"\0", 2)[-1]
    text = _inflated(rest) if packed == b"\1\0" else rest
    return (key, text.decode("utf-8", "replace")) if text is not None else ("", "")


def _raw(texts: dict[str, str], *kinds: str) -> bytes | None:
    """A profile written as hexadecimal text, taken off the texts; None where there is none or it is damaged."""
    for kind in kinds:
        text = texts.pop(_RAW + kind, None)
        parts = (text or "").split("\n", 3)
        if len(parts) == 4:
            try:
                return binascii.unhexlify("".join(parts[3].split()))
            except ValueError:
                continue
    return None


def _inflated(packed: bytes) -> bytes | None:
    """What a chunk holds packed; None where it is damaged or larger than anybody needs."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, MOST_NOTE_BYTES)
    except zlib.error:
        return None
    return content if unpacker.eof else None
