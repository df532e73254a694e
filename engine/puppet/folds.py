"""Where this person's skin folds, as brightness ratios that a movement deepens or smooths.

Most of it is the photo's own fine relief in the region that folds, amplified: on a lined face lines deepen, on a smooth
one next to nothing happens. A soft fold along the anatomical line is added in proportion to how rough the skin is.
"""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.eye_folds import eye_folds
from engine.puppet.facemap import OUTER_LIPS, FaceAxes
from engine.puppet.patches import luminance, polygon_mask, step
from engine.puppet.render.drawing import FOLD_CHANNELS, FOLD_STEP
from engine.puppet.rims import Aperture, curve

_FOREHEAD_ROWS = ((63, 105, 66, 107, 9, 336, 296, 334, 293), (104, 69, 108, 151, 337, 299, 333),
                  (103, 67, 109, 10, 338, 297, 332))
_NASOLABIAL = ((129, 203, 206, 216), (358, 423, 426, 436))
_WIDTH = {"forehead": 0.0042, "glabella": 0.0045, "noseRoot": 0.0042, "nasolabial": 0.006, "smile": 0.006,
          "chin": 0.006, "mouthCorners": 0.005}
_REACH = {"forehead": 0.055, "glabella": 0.035, "noseRoot": 0.03, "nasolabial": 0.030, "smile": 0.026,
          "chin": 0.045, "mouthCorners": 0.022}
_DRAWN = {"forehead": 0.10, "glabella": 0.16, "noseRoot": 0.17, "nasolabial": 0.0, "smile": 0.12,
          "chin": 0.08, "mouthCorners": 0.10}
_OWN = {"forehead": 1.3, "glabella": 1.2, "noseRoot": 1.2, "nasolabial": 0.7, "smile": 0.0, "chin": 1.0,
        "mouthCorners": 0.8}
"""Share of soft drawn fold and of the photo's own relief. The nasolabial fold is the photo's own alone: smoothing it
away must not leave the negative of something that was never there."""
_SMOOTH = {"noseRoot": 0.55}  # share of a drawn fold that the smoothest skin shows, too; 0.25 elsewhere
_OWN_MOST = {"noseRoot": (-0.10, 0.06)}


def fold_textures(apertures: dict[str, Aperture], landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray,
                  finer: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], float]:
    """((a, a, 4), (b, b, 4)) uint8 for `PhotoSkin.folds`, and how rough the skin is. Crop sides; photo (a, a, 3); finer
    (b, b, 3) the same, for lines around the eyes."""
    side = photo.shape[0]
    unit = axes.height * side
    points = np.asarray(landmarks, np.float64)[:, :2] * side
    skin = _skin(apertures, points, unit, side)
    light = np.log(np.maximum(luminance(photo), 0.03))
    fine = _band(light, skin, 0.0022 * unit, 0.014 * unit)
    coarse = _band(light, skin, 0.003 * unit, 0.034 * unit)
    rough = _roughness(_band(light, skin, 0.0035 * unit, 0.012 * unit), points, unit)
    rng = np.random.default_rng(7)
    patchy = cv2.resize(rng.random((28, 28)).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    maps = []
    for name in FOLD_CHANNELS:
        if name == "eyes":
            maps.append(np.clip(eye_folds(apertures, landmarks, axes, finer, rough), -0.45, 0.45))
            continue
        lines = _lines(name, points, axes, unit)
        far = _distance(lines, side) / unit
        region = (1 - step(0.35 * _REACH[name], _REACH[name], far)) * skin
        width = _WIDTH[name]
        valley = -np.exp(-(far / width) ** 2) + 0.32 * np.exp(-((far - 2.3 * width) / (1.5 * width)) ** 2)
        smooth = _SMOOTH[name] if name in _SMOOTH else 0.25
        drawn = _DRAWN[name] * (smooth + (1 - smooth) * rough) * valley * (0.55 + 0.6 * patchy) * skin
        own = _OWN[name] * (coarse if name == "nasolabial" else fine)
        if name in _OWN_MOST:  # a nose's grain is full of highlights, which are no folds
            own = np.clip(own, *_OWN_MOST[name])
        maps.append(np.clip((own + drawn) * region, -0.45, 0.45))
    return (_texture(maps[:4]), _texture(maps[4:])), rough


def _texture(maps: list[np.ndarray]) -> np.ndarray:
    """(n, n, 4) uint8 of four maps, each at the size of the largest."""
    side = max(map(len, maps))
    grown = [one if len(one) == side else cv2.resize(one, (side, side), interpolation=cv2.INTER_LINEAR)
             for one in maps]
    return np.ascontiguousarray(np.clip(np.stack(grown, -1) / FOLD_STEP + 128.5, 0, 255).astype(np.uint8))


def _skin(apertures: dict[str, Aperture], points: np.ndarray, unit: float, side: int) -> np.ndarray:
    """(side, side) 1 on skin that may fold: not in or next to eyes and lips."""
    blocked = polygon_mask((side, side), points[list(OUTER_LIPS)])
    for aperture in apertures.values():
        blocked = np.maximum(blocked, polygon_mask((side, side), aperture.outline * side))
    clear = cv2.distanceTransform((blocked < 0.1).astype(np.uint8), cv2.DIST_L2, 5) / unit
    return step(0.010, 0.024, clear)


def _band(light: np.ndarray, skin: np.ndarray, small: float, large: float) -> np.ndarray:
    """Relief between two blurs, taken from skin only, soft-limited to +-0.2."""
    def blur(sigma: float) -> np.ndarray:
        weight = cv2.GaussianBlur(skin, (0, 0), max(sigma, 0.4))
        return cv2.GaussianBlur(light * skin, (0, 0), max(sigma, 0.4)) / np.maximum(weight, 1e-3)

    return 0.2 * np.tanh((blur(small) - blur(large)) / 0.2) * skin


def _roughness(fine: np.ndarray, points: np.ndarray, unit: float) -> float:
    """From the relief of the cheeks and the forehead: 0 smooth, 1 deeply lined."""
    found = []
    for landmark in (50, 280, 151, 69, 299, 205, 425):
        x, y = points[landmark].astype(int)
        reach = max(2, int(0.03 * unit))
        patch = fine[max(y - reach, 0):y + reach, max(x - reach, 0):x + reach]
        if patch.size:
            found.append(float(np.sqrt(np.median(patch ** 2))))
    return float(np.clip((np.median(found) - 0.004) / 0.014, 0, 1)) if found else 0.3


def _distance(lines: list[np.ndarray], side: int) -> np.ndarray:
    mask = np.ones((side, side), np.uint8)
    for line in lines:
        fixed = np.round((line - 0.5) * 16).astype(np.int32).reshape(-1, 1, 2)
        cv2.polylines(mask, [fixed], False, 0, 1, cv2.LINE_8, 4)
    return cv2.distanceTransform(mask, cv2.DIST_L2, 5)


def _lines(name: str, p: np.ndarray, axes: FaceAxes, unit: float) -> list[np.ndarray]:
    """The anatomical lines of a channel in pixels."""
    t = np.linspace(0, 1, 24)
    right, down = axes.right, axes.down

    def through(*points: np.ndarray) -> np.ndarray:
        return curve(np.array(points), t)

    def between(a: int, b: int, share: float) -> np.ndarray:
        return p[a] + (p[b] - p[a]) * share

    if name == "forehead":
        brow, middle, top = (curve(p[list(row)], t) for row in _FOREHEAD_ROWS)
        return [(brow + (middle - brow) * 0.75)[3:-3], (middle + (top - middle) * 0.25)[1:-1],
                middle + (top - middle) * 0.62]
    if name == "glabella":
        return [through(between(151, 9, 0.72) + 0.6 * (between(9, end, 0.5) - p[9]), between(9, end, 0.48),
                        between(8, inner, 0.42)) for end, inner in ((107, 55), (336, 285))]
    if name == "noseRoot":
        lines = [through(p[193], between(8, 168, 0.7), p[417]), through(between(193, 122, 0.8), between(168, 6, 0.6),
                                                                       between(417, 351, 0.8))]
        return lines + [through(between(a, b, 0.2), between(a, b, 0.8) + 0.006 * unit * down)
                        for a, b in ((122, 217), (351, 437))]
    if name in ("nasolabial", "smile"):
        return [through(*p[list(side)]) for side in _NASOLABIAL]
    if name == "chin":
        centre = between(17, 152, 0.30)
        return [through(centre - 0.06 * unit * right + 0.012 * unit * down, centre,
                        centre + 0.06 * unit * right + 0.012 * unit * down)]
    corners = ((61, -1), (291, 1))
    return [through(p[corner] + sign * 0.010 * unit * right + 0.004 * unit * down,
                    p[corner] + sign * 0.016 * unit * right + 0.030 * unit * down,
                    p[corner] + sign * 0.012 * unit * right + 0.056 * unit * down) for corner, sign in corners]
