"""Drawn teeth: two rows, tooth by tooth, for mouths that the photo shows shut and for what an open one hides.

Widths and heights of permanent teeth: the averages of Wheeler's Dental Anatomy (S. Nelson, M. Ash). One millimetre is
the distance between the outer canthi over 92. A row is drawn once, without anybody's colour, and looked up ever after.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.patches import step

CANTHI_MM = 92.0
BOW = 0.0045  # mm per mm²: how the upper biting edge rises to the sides
TEXELS = 8.0  # to a millimetre, of a row as it is drawn
PAST, GUMWARD = 2.0, 18.0  # mm of a row's picture beyond the front teeth's biting edge, and toward the gum
LOWER = np.array([0.97, 0.95, 0.94], np.float32)  # of an upper tooth's colour: lower ones stand further back
_GUM = np.array([1.05, 0.66, 0.64], np.float32)  # times the enamel's mean
ROW_REACH = 27.0  # mm from the midline to the end of the lower row
_SIDE = 33.0  # mm to either side of the midline
_SCALES = 5  # a row's pictures, each of half the size of the one before
_BARED = (3.5, 3.0)  # mm of lower teeth that a lip bares as it goes, and of the rest at most
_TURNED = 0.0006  # mm per mm² and mm: teeth lie .055 mm per mm² behind the front one, joints 95 mm
_SOFT = 0.22  # mm over which an edge ends


@dataclass(frozen=True)
class _Teeth:
    """One half of a row, from the midline. widths, heights: mm. mesial, distal: mm by which the corners of a biting
    edge are round; cusp: mm by which its middle stands out; short: mm by which a tooth ends before the first.
    reach: mm across the molars, half; fall: of the light that the side teeth lose."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    mesial: tuple[float, ...]
    distal: tuple[float, ...]
    cusp: tuple[float, ...]
    short: tuple[float, ...]
    reach: float
    bow: float
    fall: tuple[float, float]


_UPPER = _Teeth((8.5, 6.6, 7.6, 7.0, 6.8, 9.5), (10.3, 9.0, 10.0, 8.6, 8.0, 7.6), (0.25, 0.4, 0.5, 0.4, 0.4, 0.3),
                (0.65, 0.9, 0.7, 0.5, 0.5, 0.3), (0.0, 0.0, 0.9, 0.8, 0.6, 0.4), (0.0, 0.5, 0.1, 0.5, 0.6, 0.8),
                29.0, BOW, (0.62, 2.2))
_LOWER = _Teeth((5.2, 5.6, 6.8, 7.0, 7.1, 10.5), (8.8, 9.2, 10.0, 8.4, 8.0, 7.5), (0.30, 0.30, 0.5, 0.4, 0.4, 0.3),
                (0.35, 0.50, 0.7, 0.5, 0.5, 0.3), (0.0, 0.0, 0.9, 0.8, 0.6, 0.3), (0.0, 0.05, -0.2, 0.3, 0.6, 0.9),
                ROW_REACH, 0.001, (0.60, 2.1))
# Nobody's teeth stand like soldiers: mm higher, mm per half width, share of light; from the picture's left.
_UNEVEN = {True: ((0, .1, -.15, .1, .1, .05, 0, -.1, .05, .1, 0, 0), (0, 0, .1, -.1, .1, -.05, .1, .05, -.1, 0, 0, 0),
                  (0, .01, -.02, .01, -.01, 0, .01, -.02, .02, -.01, 0, 0)),
           False: ((0, 0, .1, -.15, .25, -.1, .2, .05, -.15, .1, 0, 0), (0, 0, .1, .1, -.2, .1, -.05, .2, -.1, 0, 0, 0),
                   (0, 0, -.02, .02, -.05, .03, -.01, -.04, .03, -.01, 0, 0))}


def boundaries() -> np.ndarray:
    """(6,) mm from the midline where each upper tooth ends, as seen from the front."""
    return _ends(_UPPER)


def _ends(row: _Teeth) -> np.ndarray:
    """Along the arch to across the picture: the side teeth turn away."""
    along = np.cumsum(row.widths)
    return np.asarray(row.reach * np.sin(np.minimum(along / (row.reach * 1.18), np.pi / 2)))


def lower_bow(drop: float) -> float:
    """mm per mm² by which the lower row's sides stand higher than its front when the jaw has dropped so many mm: it
    turns about its joints, and what lies further back goes down less."""
    return _TURNED * max(drop, 0.0)


def sunk(bared: float, shown: float = 0.0) -> float:
    """mm by which lower teeth stand lower than skin tells, when that would bare so many mm of them and the photo shows
    so many: a lip that goes down further than it ever does alone takes the jaw along."""
    most, more = _BARED
    over = max(bared - max(most, shown), 0.0)
    return over - more * (1 - float(np.exp(-over / more)))


def lightness(x: np.ndarray, upper: bool = True) -> np.ndarray:
    """How much light teeth get so many mm from the midline, against the front ones."""
    row = _UPPER if upper else _LOWER
    much, power = row.fall
    return np.asarray(1 - much * np.clip(np.abs(x) / row.reach, 0, 1) ** power)


def paint(upper: bool, across: np.ndarray, beyond: np.ndarray, enamel: np.ndarray, pixel: float) -> np.ndarray:
    """(h, w, 4) float32, a row in this photo's light: colour times coverage, and coverage.

    across, beyond (h, w): mm to the picture's right of the midline, and from the biting edge of the front teeth toward
    the gum. enamel: (3,) RGB of a front tooth; pixel: mm; what is finer is left out.
    """
    texels, picture = row_picture(upper, pixel)
    x = (across + np.float32(_SIDE)) * np.float32(texels) - np.float32(0.5)
    y = (beyond + np.float32(PAST)) * np.float32(texels) - np.float32(0.5)
    return coloured(cv2.remap(picture, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR,
                              borderMode=cv2.BORDER_REPLICATE), enamel)


def coloured(row: np.ndarray, enamel: np.ndarray) -> np.ndarray:
    """(h, w, 4) colour times coverage, and coverage; row (h, w, 4) of `row_picture`; enamel (3,)."""
    # What takes light of a tooth takes blue first: its neck, and the depth between two.
    light, gum, cover = row[..., :1], row[..., 1:2], row[..., 3:]
    warm = row[..., 2:3] * np.array([0.15, 0.35, 0.75], np.float32)
    flesh = _GUM * np.float32(enamel.mean() * 0.95)
    colour = enamel.astype(np.float32) * (light - warm) + flesh * gum
    return np.concatenate([colour, cover], -1)


def row_picture(upper: bool, pixel: float) -> tuple[float, np.ndarray]:
    """Texels to a millimetre, and (h, w, 4) float32 that many fine: light, gum, warmth, each times coverage, and
    coverage; pixel: mm. Between two scales both are mixed, so that a face that comes nearer never switches."""
    scale = float(np.clip(np.log2(max(pixel * TEXELS, 1e-6)), 0, _SCALES - 1.001))
    finer = int(scale)
    return TEXELS / 2 ** finer, _between(upper, finer, scale - finer)


@lru_cache(maxsize=4)
def _between(upper: bool, finer: int, share: float) -> np.ndarray:
    """A row's picture of that number mixed with the next coarser: kept, since a frame, and every block of a large one,
    asks for the same again."""
    picture, coarser = _row(upper)[finer:finer + 2]
    if share <= 0:
        return picture
    size = picture.shape[1], picture.shape[0]
    return np.asarray(picture + (cv2.resize(coarser, size, interpolation=cv2.INTER_LINEAR) - picture)
                      * np.float32(share))


@lru_cache(maxsize=2)
def _row(upper: bool) -> tuple[np.ndarray, ...]:
    """A row's pictures, each of half the size of the one before."""
    height, width = (int(length * TEXELS) for length in (PAST + GUMWARD, 2 * _SIDE))
    x = ((np.arange(width, dtype=np.float32) + 0.5) / TEXELS - _SIDE)[None]
    y = ((np.arange(height, dtype=np.float32) + 0.5) / TEXELS - PAST)[:, None]
    pictures = [_drawn(upper, x, y).astype(np.float32)]
    while len(pictures) < _SCALES:
        half = cv2.resize(pictures[-1], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        pictures.append(half.astype(np.float32))
    return tuple(pictures)


def _drawn(upper: bool, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """(h, w, 4) as of `row_picture`; x (1, w), y (h, 1) mm."""
    row, uneven = _UPPER if upper else _LOWER, _UNEVEN[upper]
    ends = _ends(row)
    number = np.minimum(np.searchsorted(ends, np.abs(x)), len(ends) - 1)
    at = np.where(x < 0, len(ends) - 1 - number, len(ends) + number)  # from the picture's left
    starts = np.concatenate([[0], ends[:-1]])
    half = (ends - starts)[number] / 2
    out = np.clip((np.abs(x) - starts[number]) / half - 1, -1, 1)  # -1 at the side of the midline
    from_side = (1 - np.abs(out)) * half

    def of(values: tuple[float, ...]) -> np.ndarray:
        return np.asarray(values, np.float32)[number]

    higher, slope, tone = (np.asarray(values, np.float32)[at] for values in uneven)
    edge = row.bow * x ** 2 + of(row.short) - higher + slope * np.sign(x) * out
    edge = edge + of(row.mesial) * np.clip((-out - 0.5) / 0.5, 0, 1) ** 2
    edge = edge + of(row.distal) * np.clip((out - 0.3) / 0.7, 0, 1) ** 2 + of(row.cusp) * np.abs(out - 0.08)
    top = of(row.heights) - 1.9 * np.abs(out) ** 2.2
    cover = step(-_SOFT, _SOFT, y - edge) * (1 - step(ends[-1] - 1.0, ends[-1], np.abs(x)))
    gum = step(-0.45, 0.45, y - top)
    into = np.maximum(y - edge, 0)
    # Round fronts, and hardly any light between two teeth that touch.
    light = 1 - 0.17 * np.abs(out) ** 3.2 - (0.08 if upper else 0.05) * np.exp(-from_side / 0.5)
    # Where two touch, half way up, there is hardly a line; toward gum and edge they part.
    parts = 0.45 + 0.55 * np.abs(2 * np.clip(into / of(row.heights), 0, 1) - 0.8) ** 1.5
    light = light * (1 - (0.3 if upper else 0.28) * parts * np.exp(-(from_side / 0.17) ** 2) * step(0.2, 1.2, into))
    light = light * (1 - (0.13 if upper else 0.04) * np.exp(-into / (0.9 if upper else 0.5)))
    light = light * (1 - 0.08 * step(0.45, 1.0, into / of(row.heights))) * (1 + tone)
    light = light + 0.06 * np.exp(-((out + 0.2) / 0.3) ** 2 - ((into - 0.38 * of(row.heights)) / 2.4) ** 2)
    warm = 0.10 * np.clip(into / 9, 0, 1) + 0.04 * (number == 2) + 0.06 * np.exp(-(from_side / 0.5) ** 2)
    # Gums are round over each root and darker the farther from the neck.
    flesh = (1 - 0.05 * np.abs(out) ** 2) * (1 - 0.15 * step(0.5, 8, y - top))
    fall = lightness(x, upper)
    return np.stack([light * (1 - gum) * fall * cover, flesh * gum * fall * cover, warm * (1 - gum) * fall * cover,
                     cover * np.ones_like(light)], -1)
