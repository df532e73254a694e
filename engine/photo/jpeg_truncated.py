"""JPEGs whose end is missing: what of the picture never came, and how that is told."""

from engine.base.text import Text
from engine.photo.jpeg_layout import JpegLayout

END = b"\xff\xd9"
_OTHER = bytes(range(1, 255)) * 16
"""Bytes that no scan goes on with by chance; 255 would be a marker."""


def what_came(data: bytes, there: JpegLayout) -> tuple[int, float]:
    """How many rows of a JPEG without its end came whole, and what share of the picture did not come. Whatever Pillow
    raises for a damaged one.

    libjpeg fills up what is missing with gray, and so does not tell. Its first scan is decoded with two different ends,
    an eighth of its size: what depends on the end never came. Later scans make finer, or colour, what came before.
    """
    import numpy as np

    from engine.photo.pillow_pictures import opened

    width, height = there.size
    if there.scans > 1:
        return height, 0.0
    seen = []
    for end in (END, _OTHER + END):
        with opened(data + end, "JPEG") as image:
            image.draft(image.mode, (max(1, width // 8), max(1, height // 8)))
            seen.append(np.asarray(image).reshape(image.size[1], -1))
    differ = seen[0] != seen[1]
    rows = np.flatnonzero(differ.any(axis=1))
    if not len(rows):
        return height, 0.0
    # Whatever comes after the first that never came did not come, though it may look the same by chance.
    first = rows[0] * differ.shape[1] + np.flatnonzero(differ[rows[0]])[0]
    return min(height, int(rows[0]) * -(-height // len(differ))), 1 - first / differ.size


def told(there: JpegLayout, lost: float) -> Text:
    """What an artist should know of one of which such a share did not come."""
    share = max(1, round(100 * lost))
    if lost and there.layered:
        return Text("the end of the file is missing, and {0} % of the picture with it: that is gray and stays so; the "
                    "rest is coarse", share)
    if lost:
        return Text("the end of the file is missing, and {0} % of the picture with it: that is gray and stays so",
                    share)
    if there.layered:
        return Text("the end of the file is missing: the picture is whole, but coarse where its finer layers did not "
                    "come")
    if there.planes < there.channels and there.scans < there.channels:
        return Text("the end of the file is missing: the picture is whole, but not all of its colours came")
    return Text("the very end of the file is missing: the picture is whole")
