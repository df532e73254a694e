"""A head cut out of its photo with hair and ears, and what is filled in behind it; whoever draws it moves it then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.puppet.head.matte import person_matte
from engine.puppet.head.parts import FacePlace, HeadParts, guessed_parts, parsed_parts
from engine.puppet.head.plate import background
from engine.puppet.head.relief import SIDE, depth_map, share_map

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head

WORKING = 640
"""Pixels a side at which person and background are told apart, at most."""


@dataclass(frozen=True, eq=False)
class HeadCutout:
    """Of a face's crop. matte (n, n, 4) float32 0..1: the person's own colour, and how much of a pixel the person is;
    plate (n, n, 4): what is behind, and where it takes the place of the photo's own pixels; share (SIDE, SIDE): how far
    each place goes along in a turn; depth (SIDE, SIDE): how far behind the head's pivot the person lies, crop sides."""

    place: FacePlace
    parts: HeadParts
    matte: np.ndarray
    plate: np.ndarray
    share: np.ndarray
    depth: np.ndarray

    @property
    def bytes_held(self) -> int:
        return self.matte.nbytes + self.plate.nbytes + self.share.nbytes + self.depth.nbytes


def cut_out(picture: np.ndarray, place: FacePlace, skin: np.ndarray,
            parsed: Mapping[str, np.ndarray] | None) -> Job[HeadCutout | None]:
    """A job of half a second; None where the head could not be told from what is behind it.

    picture (n, n, 3) float32 0..1, a face's crop with n <= WORKING; skin (SIDE, SIDE): how far behind the head's pivot
    the fitted head lies, crop sides, NaN where it is not (`skin_depth`); parsed: what a parser says of the crop, by the
    name of a class (k, k) bool; None without.
    """
    side = len(picture)
    yield Progress(0, 3, Text("cutting out the head"))
    if parsed is None:
        parts = guessed_parts(np.rint(picture * 255).astype(np.uint8), np.isfinite(skin), place, side)
    else:
        parts = parsed_parts(parsed, place, side)
    if parts is None:
        return None
    yield Progress(1, 3, Text("cutting out the head"))
    matte = person_matte(picture, parts, place)
    share = share_map(parts, place)
    yield Progress(2, 3, Text("filling in what is behind"))
    plate = background(picture, matte[..., 3], parts, place)
    return HeadCutout(place, parts, matte, plate, share, depth_map(parts, skin, place))


def skin_depth(fit: "HeadFit", head: "Head", side: float) -> np.ndarray:
    """(SIDE, SIDE) how far behind the pivot the fitted head's skin lies in a crop of so many pixels a side, crop sides;
    NaN where it is not."""
    from engine.head.raster import interpolate, rasterise
    from engine.puppet.basis import facing, seen

    points = seen(fit, fit.vertices, side)
    skin = facing(head.triangles_of("skin"), points)
    face, weights = rasterise(points * (SIDE, SIDE, 1), skin, (SIDE, SIDE))
    return np.where(face >= 0, interpolate(points[:, 2], skin, face, weights), np.nan)
