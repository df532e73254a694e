"""EXIF blocks (EXIF 2.3): how a picture is turned, and what is handed on to edited copies."""

import struct

_ORIENTATION, _GPS, _MAKER_NOTE, _THUMBNAIL_TAGS = 0x0112, 0x8825, 0x927C, (0x0201, 0x0202)
_EXIF_BLOCK, _INTEROPERABILITY, _SIDES = 0x8769, 0xA005, (0xA002, 0xA003)
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_TAGS = 2000


def cleaned(block: bytes | None) -> tuple[int | None, bytes | None]:
    """The orientation it states (1..8, None for none), and the block to hand on: upright, without position, thumbnail
    and maker's notes.

    block: from its byte order on; what is handed on is little-endian. A damaged one is as good as none.
    """
    if not block or not _reasonable(block):
        return None, None
    from PIL import Image

    try:
        exif = Image.Exif()
        exif.load(b"Exif\0\0" + block)
        orientation = exif.get(_ORIENTATION)
        if not exif:
            return None, None
        for tag in (_GPS, *_THUMBNAIL_TAGS):
            exif.pop(tag, None)
        camera = exif.get_ifd(_EXIF_BLOCK)
        camera.pop(_MAKER_NOTE, None)
        if orientation in (5, 6, 7, 8) and all(tag in camera for tag in _SIDES):
            camera[_SIDES[0]], camera[_SIDES[1]] = camera[_SIDES[1]], camera[_SIDES[0]]
        exif[_ORIENTATION] = 1
        exif.endian = "<"
        return orientation if orientation in range(1, 9) else None, exif.tobytes().removeprefix(b"Exif\0\0")
    except Exception:  # a damaged EXIF block is no reason to refuse the picture
        return None, None


def _reasonable(block: bytes) -> bool:
    """Whether reading a block costs no more than its length: tags that share their values would multiply it, and
    directories that point at one another would never end."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return False
    pending, seen, tags, total = [struct.unpack_from(order + "I", block, 4)[0]], set(), 0, 0
    while pending:
        place = pending.pop()
        if place in seen or place + 2 > len(block):
            continue
        seen.add(place)
        count = struct.unpack_from(order + "H", block, place)[0]
        tags += count
        if tags > _MOST_TAGS:
            return False
        for at in range(place + 2, min(place + 2 + 12 * count, len(block) - 11), 12):
            tag, kind, values, where = struct.unpack_from(order + "HHII", block, at)
            total += _SIZES.get(kind, 0) * values
            if tag in (_EXIF_BLOCK, _GPS, _INTEROPERABILITY):
                pending.append(where)
    return total <= 2 * len(block)
