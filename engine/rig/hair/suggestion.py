"""Which stock shapes come nearest to what a photo shows: how far hair hangs and stands off, what darkens the jaw."""

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.rig.hair.hood import hood_of
from engine.rig.hair.outline import outline_of
from engine.rig.hair.wear import NONE, HeadWear
from engine.rig.texture.delight import luminance
from engine.rig.texture.seen import SeenFace

_LOWEST = -1.8
_FEW_PIXELS, _AROUND = 400, 0.15
_LONG, _BOB = -0.95, -0.25  # dm of height: hair that hangs lower
_CURLED = 0.40  # coherence of the structure tensor: below it strands have no common way
_AFRO, _THICK, _CLOSE = 0.40, 0.05, 0.012  # dm that hair stands off the crown
_CHEEKS, _MOUSTACHE = (50, 280, 117, 346, 101, 330), (164, 167, 393, 165, 391)
_CHIN = (199, 200, 175, 18, 201, 421)
_ROUGH, _SMOOTH, _DARK = 4.0, 1.5, 0.85  # beside the cheeks: how much light differs, and the root of light


def suggested(head: Head, fit: HeadFit, seen: SeenFace) -> HeadWear:
    """The names that suit a photo's face; nothing for what it does not show."""
    return HeadWear(hair=_hair(head, fit, seen), brows="natural", beard=_beard(seen),
                    glasses="rectangular" if seen.glasses else NONE)


def _hair(head: Head, fit: HeadFit, seen: SeenFace) -> str:
    if (seen.hair_inside > 0.5).sum() < _FEW_PIXELS:
        return NONE
    outline = outline_of(hood_of(head, _LOWEST), fit, seen)
    if outline.around < _AROUND:
        return NONE
    low, curled = float(np.mean(outline.lowest)), coherence(seen) < _CURLED
    if low < _BOB:
        return ("wavy" if curled else "long") if low < _LONG else ("curly" if curled else "bob")
    top = outline.off[len(outline.off) // 2 - 20:len(outline.off) // 2 + 20]
    off = float(np.median(top))
    if curled and off > _THICK:
        return "afro" if off > _AFRO else "curly"
    return "side-part" if off > 2 * _THICK else "short" if off > _CLOSE else "buzz"


def coherence(seen: SeenFace) -> float:
    """Median coherence of the structure tensor in the hair, 1 where all strands run the same way."""
    from engine.base.opencv import cv2

    side = 512
    light = cv2.resize(np.sqrt(luminance(seen.root)), (side, side), interpolation=cv2.INTER_AREA)
    inside = cv2.resize(seen.hair_inside, (side, side)) > 0.8
    if not inside.any():
        return 1.0
    across, down = cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(one, (0, 0), 4.0) for one in (across * across, down * down, across * down))
    return float(np.median((np.hypot(xx - yy, 2 * xy) / np.maximum(xx + yy, 1e-9))[inside]))


def _beard(seen: SeenFace) -> str:
    """By what is rough and dark beside smooth cheeks. Short and blurred beards are missed rather than seen where shade
    is."""
    from engine.base.opencv import cv2

    side = 512
    light = cv2.resize(np.log(np.maximum(luminance(seen.root), 0.01)), (side, side), interpolation=cv2.INTER_AREA) / 2
    rough = cv2.GaussianBlur(np.abs(light - cv2.GaussianBlur(light, (0, 0), 2.0)), (0, 0), 4.0)
    broad = cv2.GaussianBlur(light, (0, 0), 3.0)

    def of(points: tuple[int, ...], picture: np.ndarray) -> float:
        at = np.clip(seen.landmarks[list(points)] * (side / len(seen.root)), 0, side - 1).astype(int)
        return float(np.median(picture[at[:, 1], at[:, 0]]))

    lip, chin = (of(points, rough) / max(of(_CHEEKS, rough), 1e-4) for points in (_MOUSTACHE, _CHIN))
    dark = [float(np.exp(of(points, broad) - of(_CHEEKS, broad))) for points in (_MOUSTACHE, _CHIN)]
    if lip < _ROUGH or dark[0] > _DARK:
        return NONE
    if chin > _ROUGH and dark[1] < _DARK:
        return "full"
    return "moustache" if chin < _SMOOTH else NONE
