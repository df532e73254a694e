"""The skin of a closed lid: what the photo has folded away when the eye is open.

When the lid comes down, the band between lash line and crease is stretched over the eye. Its crease and shadow would
become streaks, so there the stretched photo gives way to skin of the same lid, make-up included, without them.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import BROW, FaceAxes
from engine.puppet.patches import fill, luminance, polygon_mask, step
from engine.puppet.rims import Aperture
from engine.puppet.tone import PhotoTone


def lid_texture(apertures: dict[str, Aperture], landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray,
                tone: PhotoTone) -> np.ndarray:
    """(a, a, 4) uint8: colour of the closed lids, and where they apply. Arguments in crop sides; photo (a, a, 3)
    evened, tone: what brings it back."""
    side = photo.shape[0]
    unit = axes.height * side
    result = np.zeros((side, side, 4), np.float32)
    for name in ("eyeRight", "eyeLeft"):
        eye = apertures[name]
        brow = polygon_mask((side, side), landmarks[list(BROW[name[3:]]), :2] * side)
        rim = eye.upper * side
        low = np.clip(np.floor(rim.min(0) - 0.12 * unit).astype(int), 0, side - 2)
        high = np.clip(np.ceil(rim.max(0) + 0.08 * unit).astype(int), low + 2, side)
        window = np.s_[low[1]:high[1], low[0]:high[0]]
        patch, shape = photo[window], photo[window].shape[:2]
        far = cv2.distanceTransform(1 - _line(shape, rim - low), cv2.DIST_L2, 5) / unit
        inside = polygon_mask(shape, eye.outline * side - low)
        ys, xs = np.mgrid[:shape[0], :shape[1]] + 0.5
        down = np.stack([xs, ys], -1) @ axes.down
        across = np.stack([xs, ys], -1) @ axes.right
        rim_across, rim_down = (rim - low) @ axes.right, (rim - low) @ axes.down
        above = down < np.interp(across, rim_across, rim_down)
        skin = (far > 0.012) & (far < 0.075) & (inside < 0.5) & (cv2.dilate(brow[window], np.ones((3, 3))) < 0.1)
        light = luminance(patch)
        typical = np.median(light[skin & above]) if (skin & above).any() else np.median(light)
        weight = skin * step(0.72, 0.92, light / max(float(typical), 0.02)) * np.where(above, 1.0, 0.25)
        colour = fill(patch, weight.astype(np.float32), (0.010 * unit, 0.02 * unit, 0.045 * unit))
        # A closed lid faces the light like the cheek below; the hollow above it, which it unfolds from, is in shade.
        below = (far > 0.03) & (far < 0.10) & (inside < 0.5) & ~above
        if below.any() and (skin & above).any():
            wanted = 0.5 * np.median(light[below]) + 0.5 * typical
            gain = np.clip(wanted / max(float(np.median(luminance(colour)[skin & above])), 0.02), 1.0, 1.3)
            colour = colour * (1 + (gain - 1) * (1 - step(0.014, 0.046, far)))[..., None]
        # Round: lighter over the ball, darker toward the lash line and the corners.
        place = np.clip((across - rim_across.min()) / max(float(np.ptp(rim_across)), 1e-6), 0, 1)
        ball = 1.02 - 0.10 * (2 * place - 1) ** 2
        colour = colour * ball[..., None]
        ends = step(0.0, 0.28, place) * step(0.0, 0.28, 1 - place)
        alpha = above * ends * step(0.008, 0.018, far) * (1 - step(0.020, 0.050, far)) * (1 - brow[window])
        lid = np.concatenate([colour, alpha[..., None]], -1)
        result[window] = np.where(alpha[..., None] > result[window][..., 3:], lid, result[window])
    result[..., :3] = tone.painted(result[..., :3], 0, 0, side)
    return (np.clip(result, 0, 1) * 255 + 0.5).astype(np.uint8)


def _line(shape: tuple[int, int], points: np.ndarray) -> np.ndarray:
    mask = np.zeros(shape, np.uint8)
    cv2.polylines(mask, [np.round((points - 0.5) * 16).astype(np.int32).reshape(-1, 1, 2)], False, 1, 1, cv2.LINE_8, 4)
    return mask
