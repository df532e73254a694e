"""Whether a face is drawn in flat colours, as in a cartoon, and no photo."""

import numpy as np

from engine.base.text import Text
from engine.photo.face import Face

DRAWN = Text("this looks like a drawing: teeth, tongue and lids are painted as in a photo and may not match it")

_WIDTH = 160
"""Samples across a face: what a sensor, skin or a JPEG leaves of flatness is gone at this distance."""
_LEVEL = 0.01
"""Share of the face's contrast within which a neighbourhood of 5 x 5 samples counts as flat."""
_FLAT = 0.15
"""Share of flat neighbourhoods from which a face counts as drawn: photos, dark, soft or badly compressed ones too, have
0.05 at most (16 faces, each in four ways); flat cartoons and posters 0.25 to 0.65. Pencil and paint stay below. The
largest flat area does not count: a cup, a mask or the gray of a file that ends early is one, and what is around it has
0.06 at most."""


def drawn(pixels: np.ndarray, face: Face) -> bool:
    """Whether a face of a picture (H, W, 3) uint8 is drawn in flat colours. Half a millisecond."""
    from engine.base.opencv import cv2

    low = np.maximum((face.box.x0, face.box.y0), 0).astype(int)
    high = np.maximum((face.box.x1, face.box.y1), 0).astype(int)
    step = max(1, int(face.box.width / _WIDTH))
    seen = pixels[low[1] : high[1] : step, low[0] : high[0] : step]
    if min(seen.shape[:2]) < 16:
        return False
    gray = cv2.cvtColor(np.ascontiguousarray(seen), cv2.COLOR_RGB2GRAY).astype(np.float32)
    dark, light = np.percentile(gray, (2, 98))
    around = np.ones((5, 5), np.uint8)
    flat = cv2.dilate(gray, around) - cv2.erode(gray, around) <= _LEVEL * (light - dark)
    _, areas, sizes, _ = cv2.connectedComponentsWithStats(flat.astype(np.uint8), connectivity=4)
    flattest = areas == 1 + np.argmax(sizes[1:, cv2.CC_STAT_AREA]) if len(sizes) > 1 else flat
    around_it = flat[~flattest]
    return light > dark and around_it.size > 0 and float(around_it.mean()) > _FLAT
