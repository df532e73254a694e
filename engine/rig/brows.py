"""How light a person's brows are, in the terms of the face-nn paint values."""

import numpy as np

_BROWS = (
    (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),        # the subject's right: upper edge outward in, lower edge back
    (300, 293, 334, 296, 336, 285, 295, 282, 283, 276),
)


def brow_grey(pixels: np.ndarray, landmarks: np.ndarray) -> float:
    """0..1: the paint value whose grey, 0.2 + 0.6 v, is nearest to the brows' hair in the picture.

    pixels (h, w, 3) uint8 sRGB, landmarks (478, 2 or more) in its pixels. Hair is the darker half of what lies within
    the brows' outline; its mean brightness is taken as it stands, light and all, since the game's brows are painted
    unlit. 0.5 when no brow lies in the picture. The brow's style is not estimated: nothing public says what the three
    textures look like.
    """
    from engine.opencv import cv2

    height, width = pixels.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    for brow in _BROWS:
        outline = np.asarray(landmarks, np.float64)[list(brow), :2]
        cv2.fillPoly(mask, [np.clip(np.round(outline - 0.5), -32768, 32767).astype(np.int32)], 1)
    found = pixels[mask > 0]
    if len(found) < 8:
        return 0.5
    grey = found @ np.array([0.299, 0.587, 0.114]) / 255
    hair = grey[grey <= np.median(grey)].mean()
    return float(np.clip((hair - 0.2) / 0.6, 0, 1))
