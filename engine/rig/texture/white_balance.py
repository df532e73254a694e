"""The colour and strength of a photo's light, told from skin, whites of eyes and the picture, and taken out in part.

All three say something and none says all. Natural skin lies near a line (more melanin: redder and less blue), but warm
light moves along the same line; the whites are nearly white, but small and in the lids' shade; the edges of a picture
are grey in the mean (van de Weijer et al., "Edge-based color constancy", 2007), but a meadow's are not. Each
is a normal distribution in (log r/g, log b/g) of linear light, and so is what light usually is: their product's mean is
taken. Nobody's skin is brought to a tone: brown skin beside white whites stays as it is. How strong the light was only
the picture's lights say, never the skin.
"""

import numpy as np

from engine.photo.landmark_sets import IRISES, LIDS
from engine.rig.texture.codes import roots

_LIGHT = 0.25  # standard deviation of what light usually is, about white
_SKIN, _MELANIN, _USUAL, _SPREAD, _OFF = np.array([0.42, -0.18]), np.array([0.5, -0.3]), 0.4, 0.4, 0.12
_WHITE, _WHITE_OFF = np.array([0.30, -0.05]), 0.20
_EDGE, _EDGE_OFF = np.array([0.15, -0.07]), 0.20
_MOST = 0.45  # log ratio: what more there is may be the person
_BRIGHT, _BRIGHTENED, _MOST_BRIGHTER = 0.8, 0.85, 0.8  # linear light of a picture's lights; share; log
_OF_WHITE = 1.6  # a picture's lights are so much brighter than the whites of eyes, which lie in the lids' shade
_LEAST_SKIN, _LEAST_WHITE = 400, 40


def neutral_gain(pixels: np.ndarray, root: np.ndarray, landmarks: np.ndarray, pure: np.ndarray) -> np.ndarray:
    """(3,) float32: what roots of light are to be multiplied with, so that the picture's light is white and bright.

    pixels: (h, w, 3) uint8 the whole picture; root: (n, n, 3) the face's square, landmarks (478, 2) in it, pure (n, n)
    0..1 nothing but skin. All 1 where too little skin is seen.
    """
    skin = root[pure > 0.9]
    if len(skin) < _LEAST_SKIN:
        return np.ones(3, np.float32)
    tone = np.median(skin, axis=0) ** 2
    along = _SPREAD**2 * np.outer(_MELANIN, _MELANIN) + _OFF**2 * np.eye(2)
    told = [(_ratios(tone) - _SKIN - _USUAL * _MELANIN, np.linalg.inv(along))]
    light = roots()[pixels[:: max(1, len(pixels) // 400), :: max(1, pixels.shape[1] // 400), :3]] ** 2
    told.append((_ratios(_edges(light)) - _EDGE, np.eye(2) / _EDGE_OFF**2))
    brightest = float(np.quantile(light @ _LUMINANCE, 0.98))
    white = _whites(root, landmarks)
    if len(white) >= _LEAST_WHITE:
        brightness = white.mean(axis=1)
        lit = np.median(white[brightness >= np.quantile(brightness, 0.6)], axis=0)
        brightest = max(brightest, _OF_WHITE * float(lit @ _LUMINANCE))  # a face before black has its whites
        sure = float(np.clip(2 * lit.mean() / tone.mean() - 0.6, 0, 1))  # shaded ones are full of the skin around them
        told.append((_ratios(lit) - _WHITE, sure * np.eye(2) / _WHITE_OFF**2))
    precision = np.eye(2) / _LIGHT**2 + sum(sure for _, sure in told)
    cast = np.linalg.solve(precision, np.sum([sure @ seen for seen, sure in told], axis=0))
    cast = np.clip(cast, -_MOST, _MOST)
    gain = np.exp(-np.array([cast[0], 0.0, cast[1]]))
    gain *= float(tone @ _LUMINANCE) / float((tone * gain) @ _LUMINANCE)
    gain *= np.exp(np.clip(_BRIGHTENED * np.log(_BRIGHT / max(brightest, 1e-3)), 0, _MOST_BRIGHTER))
    return np.sqrt(gain).astype(np.float32)


_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def _ratios(light: np.ndarray) -> np.ndarray:
    red, green, blue = np.log(np.maximum(light.astype(np.float64), 1e-4))
    return np.array([red - green, blue - green])


def _edges(light: np.ndarray) -> np.ndarray:
    """(3,) how strong the edges of a picture (h, w, 3) are in each channel."""
    from engine.base.opencv import cv2

    fine, coarse = (cv2.GaussianBlur(light, (0, 0), reach) for reach in (1.0, 2.0))
    return np.abs(fine - coarse).mean(axis=(0, 1))


def _whites(root: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """(n, 3) linear light between the lids and beside the irises."""
    from engine.base.opencv import cv2

    found = [np.zeros((0, 3), np.float32)]
    for side, (centre, ring) in IRISES.items():
        radius = np.linalg.norm(landmarks[list(ring)] - landmarks[centre], axis=1).mean()
        if not np.isfinite(radius):
            continue
        opening = np.zeros(root.shape[:2], np.uint8)
        cv2.fillPoly(opening, [np.rint(landmarks[list(LIDS[side])]).astype(np.int32)], 1)
        middle = (round(float(landmarks[centre, 0])), round(float(landmarks[centre, 1])))
        cv2.circle(opening, middle, int(np.ceil(radius * 1.2)), 0, -1)
        found.append(root[cv2.erode(opening, np.ones((3, 3), np.uint8)) > 0] ** 2)
    return np.concatenate(found)
