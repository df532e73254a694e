"""What lies on skin or shines on it and is not the person's: collars, scarves, hands, the edge of a light behind.

A parser names most of it, and misses its borders; without one nobody does. So what is not of the skin's own colour is
left out: about the edges of the face, on ears and neck, where nothing but skin is expected, when it is clearly another;
on the face itself, where make-up, freckles and beards are the person's, only when it is no colour that skin has.
"""

import numpy as np

from engine.rig.texture.delight import luminance
from engine.rig.texture.layout import AtlasLayout

_LEAST_SKIN = 100
_REACH = 2.0  # texels: what is smaller (a mole, a pore) is the skin's
_COLOUR = 0.30  # log of red or blue to green by which ears and neck may differ from the face
_LIGHTER, _DARKER = 0.55, 1.0  # log of light
_FACE = 3.0  # times as much on the face itself
_FROM, _TO = 0.8, 1.2
_EAR_REDDER = 1.7  # times: blood shows in ears


def own_skin(layout: AtlasLayout, even: np.ndarray, pure: np.ndarray, sure: np.ndarray) -> np.ndarray:
    """(S, S) float32 0..1: how far what is seen has the colour of this face's skin; 1 at brows, lids and lips.

    even: (S, S, 3) root of light, evenly lit; pure: (S, S) 0..1 nothing but skin, well seen; sure: (S, S) how well any.
    """
    from engine.base.opencv import cv2

    full = pure.shape[::-1]
    half = (full[0] // 2, full[1] // 2)

    def small(picture: np.ndarray) -> np.ndarray:
        return cv2.resize(np.asarray(picture, np.float32), half, interpolation=cv2.INTER_AREA)

    known = small(pure) > 0.6
    if int(known.sum()) < _LEAST_SKIN:
        return np.ones(pure.shape, np.float32)
    there = (sure > 0.02).astype(np.float32)
    weight = cv2.GaussianBlur(small(there), (0, 0), _REACH / 2)
    smooth = cv2.GaussianBlur(small(even * there[..., None]), (0, 0), _REACH / 2)
    smooth = smooth / np.maximum(weight, 1e-3)[..., None]
    logs = 2 * np.log(np.maximum(smooth, 0.02))
    light = np.log(np.maximum(luminance(smooth), 4e-4))
    colour = np.stack([logs[..., 0] - logs[..., 1], logs[..., 2] - logs[..., 1]], axis=2)
    away = colour - np.median(colour[known], axis=0)
    lighter = light - np.median(light[known])
    mask = {name: small(layout.mask[name]) for name in ("face", "ears", "neck", "brows", "lids", "lips")}
    before = np.clip((small(layout.rest[..., 2]) - 0.35) / 0.3, 0, 1)
    face = mask["face"] * before * (1 - mask["ears"]) * (1 - mask["neck"])
    bounds = 1 + (_FACE - 1) * cv2.GaussianBlur(face, (0, 0), 2.0)
    redder = np.where((mask["ears"] > 0.3) & (away[..., 0] > 0), _EAR_REDDER, 1.0)
    odd = np.hypot(away[..., 0] / redder, away[..., 1]) / _COLOUR
    odd = np.maximum(odd, np.maximum(lighter / _LIGHTER, -lighter / _DARKER)) / bounds
    features = np.clip(mask["brows"] + mask["lids"] + mask["lips"], 0, 1)
    features = np.clip(2 * cv2.GaussianBlur(features, (0, 0), 1.5), 0, 1)
    kept = 1 - np.clip((odd - _FROM) / (_TO - _FROM), 0, 1) * (1 - features)
    kept = cv2.GaussianBlur(cv2.erode(kept.astype(np.float32), np.ones((3, 3), np.uint8)), (0, 0), _REACH / 2)
    return cv2.resize(kept, full, interpolation=cv2.INTER_LINEAR)
