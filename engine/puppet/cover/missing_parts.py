"""Which parts of a face the photo does not show where the fitted head has them: a hand of the face's own colour is
like no stranger, but it has no lips and no lids.

All is measured against what this very photo shows elsewhere on the face, for haze takes colour and contrast from all of
it, and a black-and-white photo has no red. Figures, and the faces they are from: resources/puppet/README.md.

*Lips* are redder than the skin around (log of red over green: 0.10 and more, hands 0.03 and less), and the way from
nose to chin changes in brightness. *An eye*, open or shut, has something much darker between its lids than the skin
around, and along its upper lid runs a dark line, which follows the lid's curve as the gaps of fingers do not. Each time
both signs must be missing.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import APERTURES, BROW, MOUTH, OUTER_LIPS, OVAL, FaceAxes
from engine.puppet.patches import as_unit, luminance

_LEAST_WARMTH = 0.15  # of the skin, log of red over blue: less is too near to gray to miss a red
_RED_OF_WARMTH, _RED = 0.10, 0.04
_CHANGE_OF_EYES, _CHANGE = 0.25, 0.25
_ALONG = slice(6, -6)  # of 33 samples along the lips: corners are often seen beside a finger
_DARK_OF_OTHERS, _DARK = 0.35, 0.27
_LID = 0.19
_SHUT_GAP, _SHUT = 0.08, 0.6  # of the eye's width, below which lids are taken to be shut; so faint is the line of some
_BROW = 0.18
_BLACK, _NO_HAZE = 0.5, 0.15  # percentile that is the black of a face, and how bright it is at most without haze
_LID_ALONG = slice(4, -4)  # of 33 samples along a lid
_LEAST_LIPS = 20  # pixels


def missing_parts(picture: np.ndarray, points: np.ndarray, axes: FaceAxes) -> frozenset[str]:
    """Of "mouth", "eyeRight", "eyeLeft", and of the brows above missing eyes, what cannot be seen. Fair brows may be
    among them.

    picture (n, n, 3) uint8, its face some 100 pixels high; points (478, 2) and axes in its pixels. 8 ms.
    """
    unit = cv2.GaussianBlur(as_unit(picture), (0, 0), 0.7)
    bright = luminance(unit)
    light = np.log(bright + 0.05).astype(np.float32)
    change = _change(light, points, axes)
    found = {"mouth"} if _mouth_is_missing(unit, light, change, points, axes) else set()
    face = bright[_filled(bright.shape, points[list(OVAL)]) > 0]
    haze = max(0.0, float(np.percentile(face, _BLACK)) - _NO_HAZE) if face.size else 0.0
    bright = np.maximum(bright - haze, 0)
    eyes = {name: _eye(bright, points, axes, name) for name in APERTURES if name != "mouth"}
    for name, (dark, lid) in eyes.items():
        others = max([change, *(other for at, (other, _) in eyes.items() if at != name)])
        sure = _SHUT if _gap(points, axes, name) < _SHUT_GAP else 1.0
        if dark < sure * min(_DARK, _DARK_OF_OTHERS * others) and lid < sure * _LID:
            found.add(name)
            brow = name.replace("eye", "brow")
            if _darker(light, points[list(BROW[name.removeprefix("eye")])], axes) < _BROW:
                found.add(brow)
    return frozenset(found)


def _mouth_is_missing(unit: np.ndarray, light: np.ndarray, change: float, points: np.ndarray, axes: FaceAxes) -> bool:
    red = np.log((unit[..., 0] + 0.04) / (unit[..., 1] + 0.04))
    lips, inside = _filled(light.shape, points[list(OUTER_LIPS)]), _filled(light.shape, _outline("mouth", points))
    around = (cv2.dilate(lips, _disc(0.06, axes)) > 0) & (cv2.dilate(lips, _disc(0.01, axes)) == 0)
    lips = (lips > 0) & (inside == 0)
    if lips.sum() < _LEAST_LIPS:
        return False
    warmth = float(np.median(np.log((unit[around, 0] + 0.04) / (unit[around, 2] + 0.04))))
    if warmth < _LEAST_WARMTH or np.median(red[lips]) - np.median(red[around]) > min(_RED, _RED_OF_WARMTH * warmth):
        return False
    eyes = max(_range(light, _outline(name, points)) for name in APERTURES if name != "mouth")
    return change < min(_CHANGE, _CHANGE_OF_EYES * eyes)


def _eye(bright: np.ndarray, points: np.ndarray, axes: FaceAxes, name: str) -> tuple[float, float]:
    """By how much, as logarithms, the darkest between the lids is darker than the skin around, and by how much on the
    average the skin above the upper lid brightens from its edge. bright (h, w): luminance 0..1."""
    rim = APERTURES[name]
    inside = _filled(bright.shape, _outline(name, points))
    around = (cv2.dilate(inside, _disc(0.05, axes)) > 0) & (cv2.dilate(inside, _disc(0.015, axes)) == 0)
    within = cv2.dilate(inside, _disc(0.008, axes)) > 0
    if not around.any() or not within.any():
        return np.inf, np.inf
    skin = max(float(np.median(bright[around])), 1e-3)
    light = np.log(bright / skin + 0.1).astype(np.float32)  # in shadow an eye is dark to the same degree
    dark = float(np.median(light[around]) - np.percentile(light[within], 5))
    across = _across(light, points[list(rim.upper)], np.arange(-18, 9) * 0.0025, axes, _LID_ALONG)
    return dark, float(np.mean(across[2:12].max(0) - across[14:23].min(0)))


def _gap(points: np.ndarray, axes: FaceAxes, name: str) -> float:
    """How far the fit has the lids apart, of the eye's width."""
    rim = APERTURES[name]
    upper, lower = points[list(rim.upper)], points[list(rim.lower)]
    return float(np.mean((lower - upper) @ axes.down)) / max(float(np.hypot(*(upper[0] - upper[-1]))), 1e-9)


def _darker(light: np.ndarray, outline: np.ndarray, axes: FaceAxes) -> float:
    """By how much an area is darker than the skin around."""
    area = _filled(light.shape, outline)
    around = (cv2.dilate(area, _disc(0.05, axes)) > 0) & (cv2.dilate(area, _disc(0.015, axes)) == 0)
    return float(np.median(light[around]) - np.median(light[area > 0])) if around.any() and area.any() else 0.0


def _change(light: np.ndarray, points: np.ndarray, axes: FaceAxes) -> float:
    """By how much the mean brightness along the lips' own line changes from above to below them."""
    middle = (points[list(MOUTH.upper)] + points[list(MOUTH.lower)]) / 2
    return float(np.ptp(_across(light, middle, np.linspace(-0.055, 0.055, 23), axes, _ALONG).mean(1)))


def _across(light: np.ndarray, line: np.ndarray, off: np.ndarray, axes: FaceAxes, along: slice) -> np.ndarray:
    """(n, m) what lies face heights `off` (n,) below a line (k, 2), at some of 33 places along it."""
    at = np.linspace(0, len(line) - 1, 33)[along]
    places = np.stack([np.interp(at, np.arange(len(line)), line[:, axis]) for axis in (0, 1)], 1)
    where = (places[None] + off[:, None, None] * axes.height * axes.down).astype(np.float32)
    return np.asarray(cv2.remap(light, where[..., 0], where[..., 1], cv2.INTER_LINEAR,
                                borderMode=cv2.BORDER_REPLICATE))


def _range(light: np.ndarray, outline: np.ndarray) -> float:
    inside = cv2.dilate(_filled(light.shape, outline), np.ones((3, 3), np.uint8)) > 0
    if not inside.any():
        return 0.0
    low, high = np.percentile(light[inside], (5, 95))
    return float(high - low)


def _outline(name: str, points: np.ndarray) -> np.ndarray:
    rim = APERTURES[name]
    return np.asarray(points[[*rim.upper, *rim.lower[-2:0:-1]]])


def _filled(shape: tuple[int, ...], outline: np.ndarray) -> np.ndarray:
    image = np.zeros(shape, np.uint8)
    cv2.fillPoly(image, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return image


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius * axes.height)) + 1,) * 2)
