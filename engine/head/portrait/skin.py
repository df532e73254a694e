"""The colours of a painted head, and how to take them from a photo."""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.head.portrait.brows import STYLES

Colour = tuple[float, float, float]

_LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
_INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
# Patches of skin that neither beard nor brows nor glasses usually cover: cheeks, the nose's bridge, the brow's middle.
_CHEEKS = ((117, 118, 101, 36, 205, 50), (346, 347, 330, 266, 425, 280))
_FOREHEAD = (108, 107, 9, 336, 337, 151)
_BROWS = ((70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276))
_IRISES = ((468, 469, 470, 471, 472), (473, 474, 475, 476, 477))


@dataclass(frozen=True)
class Skin:
    """What a head is painted with. Colours are sRGB, 0..1.

    skin: the face as it looks in plain light. brow_grey: 0 black to 1 white; None takes the hair's colour.
    brow_style: 1 natural, 2 full, 3 fine. hair: colour of the cropped hair, None for a bald head.
    """

    skin: Colour = (0.80, 0.62, 0.53)
    lip: Colour = (0.68, 0.40, 0.38)
    iris: Colour = (0.36, 0.42, 0.44)
    brow_grey: float | None = None
    brow_style: int = 1
    hair: Colour | None = (0.16, 0.115, 0.09)
    teeth: Colour = (0.938, 0.914, 0.881)

    def __post_init__(self) -> None:
        for name in ("skin", "lip", "iris", "hair", "teeth"):
            colour = getattr(self, name)
            if colour is None and name == "hair":
                continue
            if len(colour) != 3 or not all(np.isfinite(c) and 0.0 <= c <= 1.0 for c in colour):
                raise UsageError(Text("{0}: {1} is not a colour", name, colour), Text("three numbers from 0 to 1"))
        if self.brow_grey is not None and not (np.isfinite(self.brow_grey) and 0.0 <= self.brow_grey <= 1.0):
            raise UsageError(Text("brow grey {0} is out of range", self.brow_grey), Text("0 to 1"))
        if self.brow_style not in range(1, len(STYLES) + 1):
            raise UsageError(Text("brow style {0} does not exist", self.brow_style), Text("1 to {0}", len(STYLES)))

    @property
    def brow(self) -> Colour:
        """The brows' colour: the grey, or a little lighter than the hair."""
        if self.brow_grey is not None:
            return (self.brow_grey, 0.97 * self.brow_grey, 0.93 * self.brow_grey)
        red, green, blue = self.hair or (0.23, 0.165, 0.13)
        return (min(red * 1.15, 1.0), min(green * 1.08, 1.0), blue)

    @property
    def lash(self) -> Colour:
        """The lashes' colour: much darker than the brows'."""
        red, green, blue = self.brow
        return (0.25 * red + 0.02, 0.25 * green + 0.015, 0.25 * blue + 0.012)

    @classmethod
    def from_photo(cls, pixels: np.ndarray, face: object) -> "Skin":
        """Colours of the person in a photo.

        pixels (H, W, 3) uint8 sRGB; face: an engine.photo.face.Face in that photo, or its landmarks (478, 3) px.
        What cannot be seen (a patch outside the picture, an iris too small) keeps its default.
        """
        landmarks = np.asarray(getattr(face, "landmarks", face), np.float64)[:, :2]
        result = cls()
        # The patch between the best and the worst lit: shine says as little about the skin as shadow.
        patches = [_plain(_inside(pixels, landmarks[list(ring)]), 0.30, 0.90) for ring in (*_CHEEKS, _FOREHEAD)]
        lit = [patch for patch in patches if patch is not None]
        if not lit:
            return result
        # The head's own flush comes on top, so a little of the photo's is taken out.
        red, green, blue = np.median(np.array(lit), axis=0).tolist()
        result = replace(result, skin=_faded((red, green, blue), 0.9))
        lips = _inside(pixels, landmarks[list(_LIPS)], landmarks[list(_INNER_LIPS)])
        lip = _plain(lips, 0.25, 0.85)
        if lip is not None:
            result = replace(result, lip=lip)
        iris = _plain(np.concatenate([_iris(pixels, landmarks[list(ring)]) for ring in _IRISES]), 0.15, 0.60)
        if iris is not None:
            result = replace(result, iris=iris)
        brows = _plain(np.concatenate([_inside(pixels, landmarks[list(ring)]) for ring in _BROWS]), 0.0, 0.20)
        if brows is not None:
            # A few hairs' pixels are mixed with skin: take out some of its colour and lightness.
            red, green, blue = (min(max(0.85 * channel, 0.03), 0.75) for channel in _faded(brows, 0.65))
            result = replace(result, hair=(red, green, blue))
        return result


def _faded(colour: Colour, keep: float) -> Colour:
    """The colour with that share of its colourfulness kept."""
    grey = sum(colour) / 3
    red, green, blue = (grey + keep * (channel - grey) for channel in colour)
    return red, green, blue


def _inside(pixels: np.ndarray, ring: np.ndarray, hole: np.ndarray | None = None) -> np.ndarray:
    """Pixels (n, 3) float inside a polygon (k, 2) px and outside another."""
    from engine.base.opencv import cv2

    height, width = pixels.shape[:2]
    if not np.isfinite(ring).all() or (hole is not None and not np.isfinite(hole).all()):
        return np.zeros((0, 3))
    low = np.clip(np.floor(ring.min(0)), 0, [width, height]).astype(int)
    high = np.clip(np.ceil(ring.max(0)) + 1, 0, [width, height]).astype(int)
    if (high <= low).any():
        return np.zeros((0, 3))
    mask = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
    hull = cv2.convexHull((ring - low - 0.5).astype(np.float32)) if hole is None else (ring - low - 0.5)
    cv2.fillPoly(mask, [np.rint(np.clip(hull, -1e4, 1e4)).astype(np.int32)], 1)
    if hole is not None:
        cv2.fillPoly(mask, [np.rint(np.clip(hole - low - 0.5, -1e4, 1e4)).astype(np.int32)], 0)
    patch = pixels[low[1]:high[1], low[0]:high[0], :3]
    return patch[mask > 0].astype(np.float64) / 255


def _iris(pixels: np.ndarray, ring: np.ndarray) -> np.ndarray:
    """Pixels between pupil and limbus: centre first, then four points of the rim."""
    height, width = pixels.shape[:2]
    centre, radius = ring[0], np.linalg.norm(ring[1:] - ring[0], axis=1).mean()
    if not np.isfinite(radius) or radius < 2.5:
        return np.zeros((0, 3))
    reach = int(min(np.ceil(radius), 200))
    y, x = np.mgrid[-reach:reach + 1, -reach:reach + 1]
    away = np.hypot(x, y) / radius
    wanted = (away > 0.45) & (away < 0.85) & (y > -0.35 * radius)
    column, row = x[wanted] + int(centre[0]), y[wanted] + int(centre[1])
    seen = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    return pixels[row[seen], column[seen], :3].astype(np.float64) / 255


def _plain(samples: np.ndarray, low: float, high: float) -> Colour | None:
    """The mean colour between two quantiles of lightness: neither shine nor shadow. None for too few samples."""
    if len(samples) < 12:
        return None
    light = samples @ [0.299, 0.587, 0.114]
    bottom, top = np.quantile(light, [low, high])
    chosen = samples[(light >= bottom) & (light <= top)]
    red, green, blue = (float(c) for c in np.clip(chosen.mean(0), 0.0, 1.0))
    return red, green, blue
