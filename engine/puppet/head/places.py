"""Where every place of a turned head comes from, as a picture of places: for whoever moves the photo's own samples."""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.head.raster import interpolate, rasterise
from engine.puppet.head.cutout import HeadCutout
from engine.puppet.patches import sample
from engine.puppet.turn import Placement, Turn

PLACES = 256
"""Pixels a side of the pictures of places."""
_GRID = 112  # points a side of the sheet that is turned
_AROUND = 2  # of them around the person that go along, so that nothing ends within its soft border
_BACK = 0.05  # face heights by which these lie farther back


@dataclass(frozen=True, eq=False)
class TurnedPlaces:
    """Over a face's crop. source (k, k, 2) float32: where in the crop what is seen there was, crop sides; shown (k, k)
    float32 0..1: whether anything of the person is there; goes (k, k) float32: how far what the photo shows there has
    moved, crop sides."""

    source: np.ndarray
    shown: np.ndarray
    goes: np.ndarray


def turned_places(cutout: HeadCutout, turn: Turn, placement: Placement) -> TurnedPlaces:
    """turn: of the crop that the head was cut out of; its share is not looked at."""
    line = np.linspace(0, 1, _GRID)
    points = np.stack(np.meshgrid(line, line), -1)
    size = len(cutout.share)
    depth = sample(cutout.depth, points * size)
    share = sample(cutout.share, points * size)
    there = cv2.resize(cutout.matte[..., 3], (_GRID, _GRID), interpolation=cv2.INTER_AREA) > 0
    near = cv2.dilate(there.astype(np.uint8), np.ones((2 * _AROUND + 1,) * 2)) > 0
    rest = np.dstack([points, depth]).reshape(-1, 3)
    moved = turn.apply(rest, placement, share.ravel())
    moved[:, 2] += _BACK * cutout.place.axes.height * ~there.ravel()
    number = np.arange(_GRID * _GRID).reshape(_GRID, _GRID)
    a, b, c, d = number[:-1, :-1], number[:-1, 1:], number[1:, :-1], number[1:, 1:]
    whole = near[:-1, :-1] & near[:-1, 1:] & near[1:, :-1] & near[1:, 1:]
    triangles = np.concatenate([np.stack(corners, -1)[whole] for corners in ((a, b, c), (b, d, c))])
    face, weights = rasterise(moved * (PLACES, PLACES, 1), triangles, (PLACES, PLACES))
    shown = face >= 0
    source = interpolate(rest[:, :2], triangles, face, weights)
    if shown.any() and not shown.all():
        _, labels = cv2.distanceTransformWithLabels((~shown).astype(np.uint8), cv2.DIST_L2, 5,
                                                    labelType=cv2.DIST_LABEL_PIXEL)
        known = np.zeros((int(labels.max()) + 1, 2), np.float32)
        known[labels[shown]] = source[shown]
        source = known[labels]
    length = np.linalg.norm(moved[:, :2] - rest[:, :2], axis=1) * near.ravel()
    goes = cv2.resize(length.reshape(_GRID, _GRID).astype(np.float32), (PLACES, PLACES))
    return TurnedPlaces(source, shown.astype(np.float32), goes)
