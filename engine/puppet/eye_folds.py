"""How skin around an eye folds when the cheek is raised: the lower lid bulges, and crow's feet fan out from its corner.

Most is the photo's own fine relief there, deepened; a roll under the lid, and rays where this skin would crease, are
drawn besides, the rays the more the more lined the skin is. Amounts are log ratios of brightness and lengths face
heights, set by eye on drawn faces.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import FaceAxes
from engine.puppet.patches import as_unit, luminance, polygon_mask, step
from engine.puppet.rims import Aperture

_ROLL = ((0.055, 0.014, 0.0070), (-0.10, 0.029, 0.0055), (0.035, 0.045, 0.010))  # amount, under the rim, width
_RAYS, _RAY_FROM, _RAY_TO, _RAY_WIDE = (-0.34, -0.04, 0.24, 0.52), 0.024, 0.075, 0.0030  # radians below outward
_RAY_DEEP = 0.055, 0.085  # on the smoothest skin, and more on the most lined
_OWN, _FINE = (2.2, 0.0022, 0.014), (1.2, 0.0012, 0.008)  # how often the photo's relief, between two blurs
_OWN_MOST = -0.14, 0.08
_CLEAR = 0.003, 0.009  # from the lid's edge, where lashes are
_ABOVE, _BELOW, _OUTWARD, _INWARD = 0.06, 0.08, 0.10, 0.03  # the window around an opening
_OUTER = {"eyeRight": (33, -1.0), "eyeLeft": (263, 1.0)}  # landmark of the outer corner, and which way it looks


def eye_folds(openings: dict[str, Aperture], landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray,
              rough: float) -> np.ndarray:
    """(side, side) float32 log ratio. openings, landmarks, axes in crop sides; photo (side, side, 3); rough: 0..1."""
    side = photo.shape[0]
    found = np.zeros((side, side), np.float32)
    for name, (corner, way) in _OUTER.items():
        eye = openings[name]
        reach = np.stack([eye.outline + dx * axes.right * axes.height + dy * axes.down * axes.height
                          for dx in sorted((-_INWARD * way, _OUTWARD * way)) for dy in (-_ABOVE, _BELOW)])
        low = np.clip(np.floor(reach.min((0, 1)) * side).astype(int), 0, side - 2)
        high = np.clip(np.ceil(reach.max((0, 1)) * side).astype(int), low + 2, side)
        window = np.s_[low[1]:high[1], low[0]:high[0]]
        light = np.log(np.maximum(luminance(as_unit(photo[window])), 0.03))
        one = _one(eye, landmarks[corner, :2], way, axes, light, low / side, side, rough)
        found[window] = np.where(np.abs(one) > np.abs(found[window]), one, found[window])
    return found


def _one(eye: Aperture, corner: np.ndarray, way: float, axes: FaceAxes, light: np.ndarray, low: np.ndarray, side: int,
         rough: float) -> np.ndarray:
    unit = axes.height * side
    ys, xs = np.mgrid[:light.shape[0], :light.shape[1]].astype(np.float32) + np.float32(0.5)
    points = np.stack([xs, ys], -1) / side + low
    across, down = points @ axes.right, points @ axes.down
    rim = eye.lower @ axes.right
    order = np.argsort(rim)
    under = (down - np.interp(across, rim[order], (eye.lower @ axes.down)[order])) / axes.height
    x = (across - rim.min()) / max(float(np.ptp(rim)), 1e-9)
    outline = polygon_mask(light.shape, (eye.outline - low) * side)
    clear = cv2.distanceTransform((outline < 0.1).astype(np.uint8), cv2.DIST_L2, 5) / unit
    skin = step(*_CLEAR, clear)

    along = step(-0.05, 0.22, x) * step(-0.05, 0.22, 1 - x)
    roll = sum(much * np.exp(-((under - at) / wide) ** 2) for much, at, wide in _ROLL) * along * (under > 0)
    off = points - corner
    out, sunk = way * (off @ axes.right) / axes.height, (off @ axes.down) / axes.height
    radius, angle = np.hypot(out, sunk), np.arctan2(sunk, out)
    rng = np.random.default_rng(7)
    broken = cv2.resize(rng.random((5, 12)).astype(np.float32), light.shape[::-1], interpolation=cv2.INTER_CUBIC)
    rays = np.zeros(light.shape, np.float32)
    for number, ray in enumerate(_RAYS):
        aside = radius * np.sin(np.clip(angle - ray, -1.5, 1.5))
        length = _RAY_TO - 0.010 * (number % 2)
        lies = step(_RAY_FROM, _RAY_FROM + 0.018, radius) * (1 - step(length - 0.022, length, radius))
        line = -np.exp(-(aside / _RAY_WIDE) ** 2) + 0.4 * np.exp(-((np.abs(aside) - 2.2 * _RAY_WIDE)
                                                                  / (1.4 * _RAY_WIDE)) ** 2)
        rays += line * lies * (np.abs(angle - ray) < 1.2)
    rays *= (_RAY_DEEP[0] + _RAY_DEEP[1] * rough) * (0.45 + 0.8 * np.clip(broken, 0, 1))

    bag = along * step(0, 0.006, under) * (1 - step(0.045, 0.062, under))
    fan = step(0.008, 0.022, radius) * (1 - step(0.070, 0.095, radius)) * (1 - step(0.55, 0.85, np.abs(angle - 0.09)))
    region = np.maximum(bag, fan)
    own = sum(times * _band(light, skin, small * unit, large * unit) for times, small, large in (_OWN, _FINE))
    return np.asarray((roll + rays + np.clip(own, *_OWN_MOST) * region) * skin, np.float32)


def _band(light: np.ndarray, skin: np.ndarray, small: float, large: float) -> np.ndarray:
    """Relief between two blurs, of skin alone."""
    def blur(sigma: float) -> np.ndarray:
        sigma = max(sigma, 0.4)
        weight = cv2.GaussianBlur(skin, (0, 0), sigma)
        return np.asarray(cv2.GaussianBlur(light * skin, (0, 0), sigma) / np.maximum(weight, 1e-3))

    return (blur(small) - blur(large)) * skin
