"""Whether a face shows its mouth at all: a hand of the face's own colour is like no stranger, but it has no lips.

Of 147 drawn faces without cover, lips are redder than the skin around by 0.04 and more (log of red over green, median
0.26) and the way from nose to chin changes in brightness by 0.15 and more (log, median 0.54); hands drawn over them
stay below 0.01 and 0.14. Both must be missing, and both are measured against what this very photo shows elsewhere, for
haze takes colour and contrast from a face and a black-and-white photo has no red.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import APERTURES, MOUTH, OUTER_LIPS, FaceAxes
from engine.puppet.patches import as_unit, luminance

_LEAST_WARMTH = 0.15  # of the skin, log of red over blue: less is too near to gray to miss a red
_RED_OF_WARMTH, _RED = 0.06, 0.02
_CHANGE_OF_EYES, _CHANGE = 0.12, 0.15
_ALONG = slice(6, -6)  # of 33 samples along the lips: corners are often seen beside a finger


def mouth_is_missing(picture: np.ndarray, points: np.ndarray, axes: FaceAxes) -> bool:
    """picture (n, n, 3) uint8, its face some 100 pixels high; points (478, 2) and axes in its pixels."""
    unit = cv2.GaussianBlur(as_unit(picture), (0, 0), 0.7)
    red = np.log((unit[..., 0] + 0.04) / (unit[..., 1] + 0.04))
    light = np.log(luminance(unit) + 0.05)
    lips, inside = _filled(light.shape, points[list(OUTER_LIPS)]), _filled(light.shape, points[
        [*MOUTH.upper, *MOUTH.lower[-2:0:-1]]])
    around = (cv2.dilate(lips, _disc(0.06, axes)) > 0) & (cv2.dilate(lips, _disc(0.01, axes)) == 0)
    lips = (lips > 0) & (inside == 0)
    if lips.sum() < 20:
        return False
    warmth = np.log((unit[around, 0] + 0.04) / (unit[around, 2] + 0.04))
    if np.median(warmth) < _LEAST_WARMTH:
        return False
    redder = float(np.median(red[lips]) - np.median(red[around]))
    if redder > min(_RED, _RED_OF_WARMTH * float(np.median(warmth))):
        return False
    eyes = max(_range(light, points[[*rim.upper, *rim.lower[-2:0:-1]]])
               for name, rim in APERTURES.items() if name != "mouth")
    return _change(light, points, axes) < min(_CHANGE, _CHANGE_OF_EYES * eyes)


def _change(light: np.ndarray, points: np.ndarray, axes: FaceAxes) -> float:
    """By how much the mean brightness along the lips' own line changes from above to below them."""
    middle = (points[list(MOUTH.upper)] + points[list(MOUTH.lower)]) / 2
    at = np.linspace(0, len(middle) - 1, 33)[_ALONG]
    line = np.stack([np.interp(at, np.arange(len(middle)), middle[:, axis]) for axis in (0, 1)], 1)
    off = np.linspace(-0.055, 0.055, 23) * axes.height
    where = (line[None] + off[:, None, None] * axes.down).astype(np.float32)
    found = cv2.remap(light.astype(np.float32), where[..., 0], where[..., 1], cv2.INTER_LINEAR).mean(1)
    return float(np.ptp(found))


def _range(light: np.ndarray, outline: np.ndarray) -> float:
    inside = cv2.dilate(_filled(light.shape, outline), np.ones((3, 3), np.uint8)) > 0
    if not inside.any():
        return 0.0
    low, high = np.percentile(light[inside], (5, 95))
    return float(high - low)


def _filled(shape: tuple[int, ...], outline: np.ndarray) -> np.ndarray:
    image = np.zeros(shape, np.uint8)
    cv2.fillPoly(image, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return image


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius * axes.height)) + 1,) * 2)
