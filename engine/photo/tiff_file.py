"""TIFF files (revision 6.0, and BigTIFF): strips and tiles by libtiff, samples as their tags say."""

from dataclasses import replace

import numpy as np

from engine.base.text import Text
from engine.photo.decoded import FIRST_OF_SEVERAL, Decoded, not_read
from engine.photo.limits import LONGEST_SIDE, MOST_NOTE_BYTES, MOST_SAMPLE_BYTES, check_size
from engine.photo.metadata import Metadata
from engine.photo.pillow_pictures import EIGHT_BITS, decode_opened, opened
from engine.photo.recognised import raw_file
from engine.photo.tiff_directory import (
    ACROSS,
    BITS,
    CHANNELS,
    COLOURS,
    COMPRESSION,
    DEPTH,
    DNG,
    DOWN,
    EXTRA,
    FORMAT,
    IPTC,
    LENGTH,
    ORIENTATION,
    PHOTOMETRIC,
    PLANES,
    PROFILE,
    SUBFILE,
    TILE_LENGTH,
    TILE_WIDTH,
    UNIT,
    WIDTH,
    XMP,
    Directory,
    described,
    directories,
)
from engine.photo.tiff_samples import CMYK, SAVE_PLAIN, Samples, native_samples

_REDUCED, _MASK = 1, 4
_OLD_JPEG = 6


def decode_tiff(data: bytes, name: str) -> Decoded:
    """The first whole picture of a TIFF. EngineError for too large a one and for kinds that are not read; whatever
    libtiff's readers raise for a damaged one."""
    from engine.photo.quiet import quiet_stderr

    pages = directories(data)
    whole = [number for number, page in enumerate(pages) if not page.number(SUBFILE, 0) & (_REDUCED | _MASK)]
    if not whole or any(DNG in page.entries for page in pages):
        raise raw_file(name)
    page = pages[whole[0]]
    stored = _stored(page, name)
    several: tuple[Text, ...] = (FIRST_OF_SEVERAL,) if len(whole) > 1 else ()
    with quiet_stderr():  # libtiff says there what is wrong with a file; we say it ourselves
        if stored.photometric == CMYK or page.number(COMPRESSION, 1) == _OLD_JPEG:
            cut = several if stored.bits <= 8 else (*several, EIGHT_BITS)
            return replace(_with_pillow(data, name, whole[0], cut), metadata=_beside(page))
        raw = _raw(data, whole[0])
    native, said = native_samples(raw, stored, name)
    return Decoded(native, "TIFF", page.content(PROFILE), _beside(page), page.number(ORIENTATION, 1), (*several, *said))


def _beside(page: Directory) -> Metadata:
    """What the tags hold beside the picture."""
    xmp, iptc = page.content(XMP), page.content(IPTC)
    across, down = page.ratio(ACROSS), page.ratio(DOWN)
    inch = {2: 1.0, 3: 2.54}.get(page.number(UNIT, 2))
    return Metadata(described(page), xmp if xmp and len(xmp) <= MOST_NOTE_BYTES else None,
                    iptc if iptc and len(iptc) <= MOST_NOTE_BYTES else None,
                    (across * inch, down * inch) if across and down and inch else None)


def _stored(page: Directory, name: str) -> Samples:
    """What the tags say of the samples, checked."""
    channels = page.number(CHANNELS, 1)
    bits, formats = set(page.numbers(BITS)[:channels]) or {1}, set(page.numbers(FORMAT)[:channels]) or {1}
    photometric = page.number(PHOTOMETRIC, 2 if channels >= 3 else 1)
    width, height = page.number(WIDTH, 0), page.number(LENGTH, 0)
    if len(bits) > 1 or len(formats) > 1:
        raise not_read(name, Text("a TIFF whose channels differ in depth"), SAVE_PLAIN)
    check_size(width, height, name, max(1, channels * max(bits) // 8))
    if page.number(DEPTH, 1) > 1:
        raise not_read(name, Text("a TIFF of a volume"), SAVE_PLAIN)
    tile = page.number(TILE_WIDTH, 0), page.number(TILE_LENGTH, 0)
    if max(tile) > LONGEST_SIDE or tile[0] * tile[1] * channels * max(bits) // 8 > MOST_SAMPLE_BYTES // 4:
        raise ValueError(f"tiles of {tile}")
    return Samples(photometric, channels, bits.pop(), formats.pop(), page.number(PLANES, 1) == 2,
                   page.numbers(EXTRA), page.numbers(COLOURS))


def _raw(data: bytes, number: int) -> np.ndarray:
    """The samples of the directory of that number as libtiff gives them: (H, W), (H, W, C), or (C, H, W) in planes."""
    import imagecodecs

    return imagecodecs.tiff_decode(data, index=number)


def _with_pillow(data: bytes, name: str, number: int, notes: tuple[Text, ...]) -> Decoded:
    """CMYK, which Pillow converts by its profile, and JPEG of the old way, which its libtiff puts together."""
    with opened(data, "TIFF") as image:
        image.seek(number)
        found = decode_opened(image, name, "TIFF", notes)
    return replace(found, orientation=1)  # Pillow turns a TIFF itself
