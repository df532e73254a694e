"""What a photograph's moment leaves on a face and a face at rest lacks: lids folded away, a smile's folds, shaded eyes.

An open eye shows little of its lid, squeezed into a line; closed, that line would be stretched over it. So what is
squeezed is not taken from the photo but filled with the skin above the crease. A smile draws folds beside the mouth and
a brow casts shade on the eyes: both are lightened, as far as they are darker than the skin around.
"""

import numpy as np

from engine.head.fit import HeadFit
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.texture.delight import luminance
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.projection import Projection

_SQUEEZED, _OPEN = 0.25, 0.65  # photo pixels a texel, as a share of what the face's usually has
_LIFTED, _MOST = 0.5, 0.45  # of the shade on the eyes (log of light)
_LEAST_REACH = 2.5  # texels of a blur that is exact enough
_EYE_REACH, _EYE_BLUR = 16.0, 9.0  # texels of the layout
_FOLD_FINE, _FOLD_COARSE = 2.5, 14.0
_FOLD_TAKEN = 0.75  # with a full smile
_LID_SHADE = 0.94  # a closed lid is a little darker than the brow's bone
_LASH_LINE = 0.72


def unfolded(layout: AtlasLayout, projection: Projection) -> np.ndarray:
    """(S, S) 0..1: how far the photo shows the lids' skin unfolded; 1 away from the lids."""
    from engine.base.opencv import cv2

    at = projection.at
    right, down = np.roll(at, -1, axis=1) - at, np.roll(at, -1, axis=0) - at
    area = cv2.GaussianBlur(np.abs(right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0]), (0, 0), 1.0)
    face = (layout.mask["face"] > 0.9) & (projection.shown > 0.5)
    usual = float(np.median(area[face])) if face.any() else 1.0
    open_ = np.clip((area / max(usual, 1e-6) - _SQUEEZED) / (_OPEN - _SQUEEZED), 0, 1)
    lids = np.clip(2.5 * cv2.GaussianBlur(layout.mask["lids"], (0, 0), 1.5), 0, 1)
    return (1 - lids * (1 - open_)).astype(np.float32)


def lid_fill(layout: AtlasLayout, even: np.ndarray, sure: np.ndarray, smooth: np.ndarray) -> np.ndarray:
    """`smooth` (S, S, 3) with the lids in the colour of the skin above their crease, lashes lined at the rim."""
    from engine.base.opencv import cv2

    lids = layout.mask["lids"] * (layout.part == 0)
    reach = np.zeros_like(lids)
    reach[:-14] = lids[14:]  # what lies above
    above = (reach > 0.4) & (lids < 0.15) & (layout.mask["brows"] < 0.2) & (sure > 0.3)
    out = smooth.copy()
    rim = cv2.GaussianBlur(((layout.part == 1) | ~layout.island).astype(np.float32), (0, 0), 1.2)
    line = np.clip(rim * 2.2, 0, 1) * np.clip(lids * 3, 0, 1)
    for side in (layout.rest[..., 0] > 0, layout.rest[..., 0] <= 0):
        here = above & side
        if int(here.sum()) < 30:
            continue
        colour = np.quantile(even[here], 0.6, axis=0).astype(np.float32) * _LID_SHADE
        share = (np.clip(lids * 2.0, 0, 1) * side)[..., None] * 0.8
        out += (colour - out) * share
    return out * (1 - (1 - _LASH_LINE) * line)[..., None]


def at_rest(layout: AtlasLayout, fit: HeadFit, even: np.ndarray, sure: np.ndarray) -> np.ndarray:
    """(S, S) what the root of light is to be multiplied with so that the eyes are not shaded and no smile is left.

    even (S, S, 3): the root of light, evenly lit; sure (S, S): where it is known.
    """
    from engine.base.opencv import cv2

    skin = sure * (1 - np.clip(layout.mask["lips"] + layout.mask["brows"], 0, 1)) * (layout.part == 0)
    logs = np.log(np.maximum(luminance(even), 2e-3))

    def mean(reach: float) -> np.ndarray:
        """Of the light over so many texels of skin; broad ones in a smaller picture."""
        size = max(1, int(reach // _LEAST_REACH))
        small = (skin.shape[1] // size, skin.shape[0] // size)
        light, total = (cv2.GaussianBlur(cv2.resize(one, small, interpolation=cv2.INTER_AREA), (0, 0), reach / size)
                        for one in (logs * skin, skin))
        return cv2.resize(light / np.maximum(total, 1e-3), skin.shape[::-1], interpolation=cv2.INTER_LINEAR)

    around = mean(60.0)
    quarter = cv2.resize(layout.mask["lids"], None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    near = cv2.resize(cv2.GaussianBlur(quarter, (0, 0), _EYE_REACH / 4), skin.shape[::-1])
    near = np.clip(3.0 * near, 0, 1)
    lift = np.clip(_LIFTED * (around - mean(_EYE_BLUR)), 0, _MOST) * near
    x, y, z = (layout.rest[..., axis] for axis in range(3))
    beside = np.exp(-(((np.abs(x) - 0.30) / 0.17) ** 2) - ((y + 0.24) / 0.26) ** 2) * np.clip((z - 0.5) / 0.2, 0, 1)
    beside *= 1 - np.clip(layout.mask["nose"] + layout.mask["lips"], 0, 1)
    left, right = (float(fit.expression[ARKIT_INDEX[name]]) for name in ("mouthSmileLeft", "mouthSmileRight"))
    smile = np.clip(np.where(x > 0, left, right) * 1.2, 0, 1)
    fold = np.maximum(mean(_FOLD_COARSE) - mean(_FOLD_FINE), 0) * beside * smile * _FOLD_TAKEN
    return np.exp(0.5 * (lift + np.clip(fold, 0, 0.6)) * np.clip(sure * 3, 0, 1)).astype(np.float32)
