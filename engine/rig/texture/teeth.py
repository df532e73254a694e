"""The teeth that a photo shows between parted lips: their colour, and how low they stand.

Smiling, most people show the upper teeth as far as the lower lip, and no gap below them. A head's own teeth stand where
an average mouth has them, and show one. So its teeth are moved down to where the photo's end.
"""

from dataclasses import dataclass

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.photo.sampling import sampled
from engine.rig.texture.codes import roots
from engine.rig.texture.delight import luminance

_UPPER_LIP, _LOWER_LIP, _CORNERS = 13, 14, (78, 308)
_ON_LIPS = np.array([[0, 13], [37, 82], [267, 312], [17, 14], [84, 87], [314, 317]])  # edges that a lip lies between
_ROWS, _COLUMNS, _BESIDE = 40, 25, 0.18  # samples of the opening; of the mouth's width to both sides of its middle
_LEAST_OPEN = 0.015  # dm
_LEAST_PIXELS = 3.0
_LIGHTEST, _LIGHT, _REDDEST = 0.85, 0.45, 1.5  # quantile; share of its light; root of red to green
_LEAST_ROWS = 0.3  # of the opening that shows teeth
_TO_LIP, _UNDER_LIP = 0.82, 0.02  # share of the opening; dm that teeth go on behind a lip that hides their ends
_LOWERED = 0.08  # dm, the most
_FRONT, _MIDDLE = 0.12, 0.10  # dm from the foremost tooth, and from the middle


@dataclass(frozen=True, eq=False)
class MouthOpening:
    """What is between the lips: root (_ROWS, _COLUMNS, 3) of light from the upper to the lower one; down (2,) unit,
    towards the lower lip; upper and lower: pixels along it; teeth (_ROWS, _COLUMNS) bool."""

    root: np.ndarray
    down: np.ndarray
    upper: float
    lower: float
    teeth: np.ndarray


def mouth_opening(root: np.ndarray, landmarks: np.ndarray) -> MouthOpening | None:
    """root (h, w, 3) of light, or bytes of sRGB; landmarks (478, 2 or more) in it. None for lips that are closed."""
    upper, lower = landmarks[_UPPER_LIP, :2], landmarks[_LOWER_LIP, :2]
    across = landmarks[_CORNERS[1], :2] - landmarks[_CORNERS[0], :2]
    width = float(np.linalg.norm(across))
    if not width > _LEAST_PIXELS:
        return None
    across = across / width
    down = np.array([-across[1], across[0]])
    first, last = float(upper @ down), float(lower @ down)
    if last - first < _LEAST_PIXELS:
        return None
    rows, columns = np.linspace(first, last, _ROWS), np.linspace(-_BESIDE, _BESIDE, _COLUMNS) * width
    middle = (upper + lower) @ across / 2
    found = sampled(root, rows[:, None, None] * down + (columns + middle)[None, :, None] * across)
    if found.dtype == np.uint8:
        found = roots()[found]
    light, red = luminance(found), found[..., 0] / np.maximum(found[..., 1], 0.02)
    lightest = float(np.quantile(light, _LIGHTEST))
    lips = sampled(root, landmarks[_ON_LIPS, :2].mean(axis=1))
    lips = roots()[lips] if lips.dtype == np.uint8 else lips
    dark = lightest < float(np.median(luminance(lips)))  # nothing but the mouth's inside
    teeth = (light > _LIGHT * lightest) & (red < _REDDEST) & (not dark)
    return MouthOpening(found, down, first, last, teeth)


def teeth_colour(root: np.ndarray, landmarks: np.ndarray) -> np.ndarray | None:
    """(3,) root of light; None where no teeth are seen. Arguments as for `mouth_opening`."""
    opening = mouth_opening(root, landmarks)
    if opening is None or opening.teeth.mean() < _LEAST_ROWS:
        return None
    return np.median(opening.root[opening.teeth], axis=0)


def teeth_lower(head: Head, fit: HeadFit, pixels: np.ndarray, landmarks: np.ndarray) -> float:
    """By how many dm the upper teeth of a photo (h, w, 3 uint8; landmarks in it) end below those of the head fitted to
    it, 0 to 0.08; 0 where they do not, or no teeth are seen."""
    opening = mouth_opening(np.ascontiguousarray(pixels[..., :3]), landmarks)
    if opening is None:
        return 0.0
    upper = head.vertices_of("teeth_upper")
    places = fit.vertices[upper]
    front = (places[:, 2] > places[:, 2].max() - _FRONT) & (np.abs(head.vertices[upper, 0]) < _MIDDLE)
    ends = fit.project(places[front])[:, :2] @ opening.down
    middle = places[front].mean(axis=0)
    one, other = fit.project(np.stack([middle, middle - [0, 0.1, 0]]))[:, :2] @ opening.down
    scale = float(other - one) / 0.1
    if scale <= 0 or opening.lower - opening.upper < _LEAST_OPEN * scale:
        return 0.0
    shown = opening.teeth.mean(axis=1) > 0.5
    if shown.mean() < _LEAST_ROWS:
        return 0.0
    begin = int(shown.argmax())
    rest = np.flatnonzero(~shown[begin:])
    last = (begin + int(rest[0]) if len(rest) else _ROWS) / _ROWS  # the lower teeth lie beyond a dark gap
    end = opening.upper + last * (opening.lower - opening.upper)
    if last > _TO_LIP:
        end = opening.lower + _UNDER_LIP * scale
    return float(np.clip((end - float(ends.max())) / scale, 0, _LOWERED))


def lowered_teeth(head: Head, lower: float) -> np.ndarray:
    """(V, 3) float32 dm: the move of all that stands in the mouth."""
    moved = np.zeros_like(head.vertices)
    moved[head.vertices_of("teeth_upper", "teeth_lower", "gum", "tongue"), 1] = -lower
    return moved
