"""What the photo does not show of the skin: its mirror image, then a smooth fill that goes to the skin's own tone."""

import numpy as np

from engine.rig.texture.layout import AtlasLayout

_LIKENESS, _LIKENESS_REACH = 0.7, 20.0  # how much lighter a side may be than the other (log), seen so many texels wide
_TO_TONE = 30.0  # texels from what is known at which the fill is the skin's own tone
_LEAST = 1e-3


def side_ratio(own: np.ndarray, sure: np.ndarray, layout: AtlasLayout) -> np.ndarray:
    """What the mirror image (S, S, 3) is to be multiplied with to fit where it is laid, (S, S, 3) float32.

    own: (S, S, 3) root of light over the atlas; sure: (S, S) how well it is known.
    """
    from engine.base.opencv import cv2

    both = np.minimum(sure, sure[:, ::-1]) * layout.mirrored
    logs = np.log(np.maximum(own, 0.02))
    ratio = (logs - logs[:, ::-1]) * both[..., None]
    small = (len(both) // 4, len(both) // 4)
    ratio = cv2.GaussianBlur(cv2.resize(ratio, small, interpolation=cv2.INTER_AREA), (0, 0), _LIKENESS_REACH / 4)
    share = cv2.GaussianBlur(cv2.resize(both, small, interpolation=cv2.INTER_AREA), (0, 0), _LIKENESS_REACH / 4)
    ratio = ratio / (share + 0.02)[..., None]
    return cv2.resize(np.exp(np.clip(ratio, -_LIKENESS, _LIKENESS)), both.shape[::-1])


def filled(picture: np.ndarray, sure: np.ndarray, tone: np.ndarray, reach: float = _TO_TONE) -> np.ndarray:
    """picture (S, S, c) where sure (S, S) is, smoothly on where it is not, farther than `reach` texels tone (c,)."""
    from engine.base.opencv import cv2

    smooth = pushed_pulled(picture, sure)
    away = cv2.distanceTransform((sure < 0.3).astype(np.uint8), cv2.DIST_L2, 3)
    share = np.exp(-(np.minimum(away / reach, 5) ** 2))[..., None].astype(np.float32)
    return tone + (smooth - tone) * share


def pushed_pulled(picture: np.ndarray, sure: np.ndarray) -> np.ndarray:
    """(S, S, c): what is known, filled from ever coarser means (Gortler et al., "The lumigraph", 1996)."""
    from engine.base.opencv import cv2

    levels = [(picture * sure[..., None], sure)]
    while levels[-1][1].shape[0] > 2:
        colour, weight = levels[-1]
        half = (weight.shape[1] // 2, weight.shape[0] // 2)
        colour = cv2.resize(colour, half, interpolation=cv2.INTER_AREA) * 4
        weight = cv2.resize(weight, half, interpolation=cv2.INTER_AREA) * 4
        full = np.maximum(weight, 1.0)
        levels.append((colour / full[..., None], weight / full))
    colour, weight = levels[-1]
    answer = colour / np.maximum(weight, _LEAST)[..., None]
    for colour, weight in reversed(levels[:-1]):
        coarse = cv2.resize(answer, weight.shape[::-1], interpolation=cv2.INTER_LINEAR)
        answer = colour + coarse * (1 - np.minimum(weight, 1))[..., None]
    return answer


def grain(side: int, seed: int) -> np.ndarray:
    """(side, side) float32 of two octaves, deviation 1: pores and what lies between them."""
    from engine.base.opencv import cv2

    random = np.random.Generator(np.random.SFC64(seed))
    raw = random.standard_normal((side, side), np.float32)
    fine, coarse = cv2.GaussianBlur(raw, (0, 0), 0.8), cv2.GaussianBlur(raw[::-1], (0, 0), 3.5)
    mixed = fine / fine.std() + 0.6 * coarse / coarse.std()
    return mixed / mixed.std()
