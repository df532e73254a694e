"""What covers a face by the classes of a face parser, where one is installed.

The classes know fringes and clear glasses, which differ too little from faces to be told by their looks. Hands they
know little of: those are skin to them, or what is behind. A profile's outline reaches over what is behind
the head, so that must be much. Figures: resources/puppet/README.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import OVAL, FaceAxes

Parsed = Mapping[str, np.ndarray]
"""By the name of a class of CelebAMask-HQ: (n, n) bool, where the face's crop shows it."""

GLASSES, HAIR, BEHIND = "glasses", "hair", "background"
_LEAST = {HAIR: 70, "hat": 70, "cloth": 70, BEHIND: 200}
"""Places within the face, of some 1600, that make a cover."""
_LEAST_GLASSES = 80
_DARK = 45.0  # median difference from the skin, in Lab, from which on glasses are not looked through
_RIM = 0.03  # face heights from the outline of glasses inward
_BEYOND = 0.06  # face heights around the outline that still are the face


@dataclass(frozen=True, eq=False)
class ParsedCover:
    """mask (n, n) bool; rims, lenses (n, n) bool: of glasses that are looked through, where only the rims are a cover,
    and hide nothing; worn: it turns with the head."""

    mask: np.ndarray
    rims: np.ndarray
    lenses: np.ndarray
    worn: bool

    @property
    def empty(self) -> bool:
        return not (self.mask.any() or self.rims.any())


def parsed_cover(parsed: Parsed, picture: np.ndarray, points: np.ndarray, axes: FaceAxes,
                 within: np.ndarray) -> ParsedCover:
    """parsed: empty without a parser; picture (n, n, 3) uint8, the face's crop; points (478, 2) and axes in its pixels;
    within (m, 2): places where nothing but the face itself is to be expected."""
    side = len(picture)
    mask = rims = lenses = np.zeros((side, side), bool)  # each is replaced, never changed in place
    maps = {name: cv2.resize(shown.astype(np.uint8), (side, side), interpolation=cv2.INTER_NEAREST) > 0
            for name, shown in parsed.items() if name in (*_LEAST, GLASSES, "skin")}
    column, row = np.clip(within.astype(int), 0, side - 1).T

    def seen(name: str, least: int) -> bool:
        return name in maps and int(maps[name][row, column].sum()) >= least

    face = np.zeros((side, side), np.uint8)
    cv2.fillPoly(face, [np.round(points[list(OVAL)]).astype(np.int32).reshape(-1, 1, 2)], 1)
    around = cv2.dilate(face, _disc(_BEYOND, axes)) > 0
    for name, least in _LEAST.items():
        if seen(name, least):  # hair beside the face lies still without
            mask = mask | maps[name] & ((face > 0) if name == HAIR else around)
    if seen(GLASSES, _LEAST_GLASSES):
        glasses = maps[GLASSES]
        lenses = cv2.erode(glasses.astype(np.uint8), _disc(_RIM, axes)) > 0
        if _dark(picture, lenses, maps.get("skin")):
            mask = mask | glasses
            lenses = rims
        else:
            rims = glasses & ~lenses
    return ParsedCover(mask, rims, lenses, not seen(BEHIND, _LEAST[BEHIND]))


def _dark(picture: np.ndarray, lenses: np.ndarray, skin: np.ndarray | None) -> bool:
    if skin is None or not skin.any() or not lenses.any():
        return False
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    away = np.linalg.norm(lab[lenses] - np.median(lab[skin], axis=0), axis=-1)
    return bool(np.median(away) > _DARK)


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius * axes.height)) + 1,) * 2)
