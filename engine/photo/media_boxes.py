"""What HEIC and AVIF files say in their boxes (ISO/IEC 14496-12, 23008-12) that their decoders do not tell."""

import struct
from functools import cache

from engine.base.text import Text
from engine.photo.decoded import not_read

_SRGB_PRIMARIES, _P3_PRIMARIES = (1, 2, 5, 6), (11, 12)  # numbers of ITU-T H.273; 2 is "not stated"
_HDR = (16, 18)
_USUAL_TRANSFERS = (1, 2, 4, 6, 13, 14, 15)
_LATER = Text("save it as an ordinary PNG, TIFF or JPEG (without HDR)")


def brands(data: bytes) -> set[bytes]:
    """The brands that a file says it is of."""
    if data[4:8] != b"ftyp":
        return set()
    length = min(max(int.from_bytes(data[:4], "big"), 16), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, min(length, len(data)) - 3, 4))}


def colours(data: bytes, name: str) -> bytes | None:
    """An ICC profile for what the file says of its colours in numbers; None for sRGB. A profile in the file itself goes
    before it. EngineError for colours that cannot be shown as they are meant."""
    at = data.find(b"colrnclx", 0, 1 << 20)
    if at < 0 or at + 12 > len(data) or b"colrprof" in data[: 1 << 20] or b"colrrICC" in data[: 1 << 20]:
        return None
    primaries, transfer = struct.unpack_from(">HH", data, at + 8)
    if transfer in _HDR or transfer not in _USUAL_TRANSFERS or primaries not in _SRGB_PRIMARIES + _P3_PRIMARIES:
        raise not_read(name, Text("an HDR picture"), _LATER)
    return display_p3() if primaries in _P3_PRIMARIES else None


def deep(data: bytes) -> bool:
    """Whether an AVIF has more than 8 bits a sample."""
    at = data.find(b"av1C", 0, 1 << 20)
    return 0 <= at < len(data) - 7 and bool(data[at + 6] & 0x40)


@cache
def display_p3() -> bytes:
    """Display P3: sRGB's own profile with the primaries of P3, adapted to D50 (values of the profile that the ICC
    registry lists)."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {b"rXYZ": (0.51512, 0.24120, -0.00105), b"gXYZ": (0.29198, 0.69225, 0.04189),
                 b"bXYZ": (0.15710, 0.06657, 0.78407)}
    for number in range(int.from_bytes(profile[128:132], "big")):
        tag, place = struct.unpack_from(">4sI", profile, 132 + 12 * number)
        if tag in primaries:
            struct.pack_into(">3i", profile, place + 8, *(round(value * 65536) for value in primaries[tag]))
    return bytes(profile)
