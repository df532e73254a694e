"""A key's textures: the colour of what the photo hides, and how light changes on the skin around it.

Lids and lips come as the key shows them. Skin does not: a drawn face is smoother than a photographed one. There only
the ratio between the key and the same face unedited counts, and the photo keeps its grain.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import BROW, FaceAxes, face_axes
from engine.puppet.keys.correspondence import Laid
from engine.puppet.keys.ground import SIDE, Ground, lips_mask, not_hair
from engine.puppet.patches import as_unit, polygon_mask, step
from engine.puppet.render.drawing import TONE_STEP, PolishSkin

SPLIT = 0.11
"""Face heights below the line between the eyes: above belongs to the closed eyes, below to the mouth."""

_UP, _LOW, _FADE = 0.36, 0.20, 0.18  # eye widths: how far above and below its seam a closed eye is taken over
_BESIDE = (0.10, 0.30)  # eye widths beyond the corners over which it fades
_LIP_FADE, _CORNER_FADE = (0.002, 0.014), (0.012, 0.040)  # face heights beyond the lips, and from their corners
_DARK = 6 / 255  # added before dividing: noise in the dark is no relief
_GRAIN, _BROAD = 0.008, 0.10  # face heights: relief is what lies between
_BROAD_SHARE = 0.75  # how much of the broad change of light is left out
_HUE, _DEEP = 0.25, (0.10, 0.28)  # share of a change of hue that is let through where light hardly changes; log ratio
_FOLD_GONE, _FOLD_SOFT = (0.14, 0.34), 0.006  # log ratio; face heights
_MOST = 0.55  # log ratio; a colour limited channel by channel would change its hue


def eyes_colour(laid: Laid, gain: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(k, k, 4) 0..1 of both closed eyes. gain (SIDE, SIDE, 3); axes: the photo's, crop sides."""
    side = laid.picture.shape[0]
    colour = as_unit(laid.picture) * cv2.resize(gain, (side, side), interpolation=cv2.INTER_LINEAR)
    ys, xs = np.mgrid[:side, :side].astype(np.float32) + 0.5
    points = np.stack([xs, ys], -1) / side
    across, down = points @ axes.right.astype(np.float32), points @ axes.down.astype(np.float32)
    alpha = np.zeros((side, side), np.float32)
    for name in ("eyeRight", "eyeLeft"):
        eye = laid.openings[name]
        seam = eye.middle
        x, y = seam @ axes.right, seam @ axes.down
        order = np.argsort(x)
        width = max(float(np.ptp(x)), 1e-6)
        away = (down - np.interp(across, x[order], y[order]).astype(np.float32)) / width
        beside = np.maximum(np.maximum(x.min() - across, across - x.max()), 0) / width
        band = np.where(away < 0, 1 - step(_UP, _UP + _FADE, -away), 1 - step(_LOW, _LOW + _FADE, away))
        alpha = np.maximum(alpha, band * (1 - step(*_BESIDE, beside)))
    soft = 0.008 * axes.height * side
    for brow in BROW.values():
        mask = polygon_mask((side, side), laid.landmarks[list(brow)] * side)
        size = 2 * max(1, round(soft)) + 1
        alpha = alpha * (1 - cv2.GaussianBlur(cv2.dilate(mask, np.ones((size, size))), (0, 0), max(soft, 0.5)))
    return np.dstack([np.clip(colour, 0, 1), alpha]).astype(np.float32)


def lips_colour(laid: Laid, gain: np.ndarray, of_lips: np.ndarray) -> np.ndarray:
    """(k, k, 4) 0..1 of the lips, and of what lies right beside them. of_lips (3,)."""
    side = laid.picture.shape[0]
    marks = laid.landmarks * side
    unit = face_axes(marks).height
    lips = lips_mask(marks, (side, side))
    soft = cv2.GaussianBlur(lips, (0, 0), max(0.006 * unit, 0.5))[..., None]
    field = cv2.resize(gain, (side, side), interpolation=cv2.INTER_LINEAR)
    colour = as_unit(laid.picture) * (field + (of_lips - field) * soft)
    beyond = cv2.distanceTransform((lips < 0.5).astype(np.uint8), cv2.DIST_L2, 5) / unit
    ys, xs = np.mgrid[:side, :side].astype(np.float32) + 0.5
    from_corner = np.minimum(*(np.hypot(xs - marks[corner, 0], ys - marks[corner, 1]) for corner in (61, 291))) / unit
    alpha = np.maximum(1 - step(*_LIP_FADE, beyond), 1 - step(*_CORNER_FADE, from_corner))
    return np.dstack([np.clip(colour, 0, 1), alpha]).astype(np.float32)


def mouth_tone(key: np.ndarray, reference: np.ndarray, on: Ground) -> np.ndarray:
    """(SIDE, SIDE, 4) log ratio by which skin below the eyes changes, and 0..1 where the key itself is to be shown.

    Both pictures 0..1, in the photo's geometry.
    """
    fine = max(_GRAIN * on.unit, 0.5)
    ratio = np.log((cv2.GaussianBlur(key, (0, 0), fine) + _DARK) / (cv2.GaussianBlur(reference, (0, 0), fine) + _DARK))
    guard = np.minimum(not_hair(key, on.skin, on.unit), not_hair(reference, on.skin, on.unit))
    guard = np.maximum(guard, on.inner)  # the middle of a face is dark in its folds
    region = (on.bare * guard * step(SPLIT + 0.01, SPLIT + 0.07, on.down)).astype(np.float32)
    broad = max(_BROAD * on.unit, 1.0)
    low = cv2.GaussianBlur(ratio * region[..., None], (0, 0), broad)
    low = low / np.maximum(cv2.GaussianBlur(region, (0, 0), broad), 1e-2)[..., None]
    relief = ratio - _BROAD_SHARE * low
    # The bottom of a fold is redder than what it turns into; elsewhere a change of hue is the generator's doing.
    gray = relief.mean(-1, keepdims=True)
    relief = gray + (relief - gray) * (_HUE + (1 - _HUE) * step(*_DEEP, np.abs(gray)))
    tone = relief * (region * np.minimum(1, _MOST / np.maximum(np.abs(relief).max(-1), 1e-6)))[..., None]
    # A deep fold that goes leaves no skin to brighten: there the key itself.
    gone = cv2.GaussianBlur(step(*_FOLD_GONE, relief.mean(-1)) * region, (0, 0), max(_FOLD_SOFT * on.unit, 0.5))
    return np.dstack([tone, gone]).astype(np.float32)


def combined(eyes: np.ndarray | None, lips: np.ndarray | None, tone: np.ndarray | None, on: Ground) -> PolishSkin:
    """One texture of both: above `SPLIT` the eyes', below it the mouth's."""
    some = eyes if eyes is not None else lips
    assert some is not None
    side = some.shape[0]
    colour = np.zeros((side, side, 4), np.float32)
    below = cv2.resize(on.down, (side, side), interpolation=cv2.INTER_LINEAR) > SPLIT
    if eyes is not None:
        colour[~below] = eyes[~below]
    if lips is not None:
        colour[below] = lips[below]
    light = np.dstack([np.full((SIDE, SIDE, 3), 128, np.uint8), np.zeros((SIDE, SIDE), np.uint8)])
    if tone is not None:
        light[..., :3] = np.clip(tone[..., :3] / TONE_STEP + 128.5, 0, 255).astype(np.uint8)
        light[..., 3] = (np.clip(tone[..., 3], 0, 1) * 255 + 0.5).astype(np.uint8)
    return PolishSkin((colour * 255 + 0.5).astype(np.uint8), light)
