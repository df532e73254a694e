"""EXIF blocks (EXIF 2.3): how a picture is turned, and what is handed on to edited copies."""

import struct

_ORIENTATION, _GPS, _MAKER_NOTE, _THUMBNAIL_TAGS = 0x0112, 0x8825, 0x927C, (0x0201, 0x0202)
_EXIF_BLOCK, _INTEROPERABILITY = 0x8769, 0xA005
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_TAGS = 2000


def cleaned(block: bytes | None) -> tuple[int, bytes | None]:
    """Orientation 1..8, and the block to hand on: upright, without position, thumbnail and maker's notes.

    block: from its byte order on. A damaged one is as good as none.
    """
    if not block or not _reasonable(block):
        return 1, None
    from PIL import Image

    try:
        exif = Image.Exif()
        exif.load(b"Exif\0\0" + block)
        orientation = exif.get(_ORIENTATION, 1)
        if not exif:
            return 1, None
        for tag in (_GPS, *_THUMBNAIL_TAGS):
            exif.pop(tag, None)
        exif.get_ifd(_EXIF_BLOCK).pop(_MAKER_NOTE, None)
        exif[_ORIENTATION] = 1
        return (orientation if orientation in range(1, 9) else 1), exif.tobytes()
    except Exception:  # a damaged EXIF block is no reason to refuse the picture
        return 1, None


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
