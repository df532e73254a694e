"""Where the lips are in one frame of a mouth that the photo shows open, and how far they went."""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import FaceAxes
from engine.puppet.mouth.reading import TeethReading
from engine.puppet.mouth.teeth import CANTHI_MM
from engine.puppet.patches import step

_ALONG = 160  # places along the mouth at which the lips are looked up
_SLIT = 0.018  # face heights: lips nearer than this, that were farther, show their own seam


@dataclass(frozen=True, eq=False)
class LipsNow:
    """What is asked of the lips along the mouth: tables (1, n, 4) twice, from `first` on every `apart` pixels along the
    face's right; mm, widest, farthest: pixels to a millimetre, between the lips, and that a lip went; ends: where on
    the face's right the mouth begins, and its width, pixels.
    """

    first: float
    apart: float
    tables: tuple[np.ndarray, np.ndarray]
    axes: FaceAxes
    mm: float
    widest: float
    farthest: float
    ends: tuple[float, float]

    @classmethod
    def of(cls, upper: np.ndarray, lower: np.ndarray, rest_upper: np.ndarray, rest_lower: np.ndarray, axes: FaceAxes,
           size: int, teeth: TeethReading, centre: np.ndarray) -> "LipsNow":
        """Rims now and at rest (K, 2) in crop sides; centre: of `teeth`, at rest."""
        x = np.concatenate([upper, lower]) @ axes.right * size
        places = np.linspace(x.min() - 4, x.max() + 4, _ALONG)
        mm = axes.iod / CANTHI_MM * size
        thick = [np.interp(((rim @ axes.right) - centre @ axes.right) * size / mm, teeth.across,
                           np.abs(edge - own) / teeth.texel * mm)
                 for rim, edge, own in ((rest_upper, teeth.ceiling, teeth.rims[0]),
                                        (rest_lower, teeth.floor, teeth.rims[1]))]
        rows, moves, gaps = [], [], []
        for rim, before, deep, sign in ((upper, rest_upper, thick[0], 1), (lower, rest_lower, thick[1], -1)):
            order = np.argsort(rim @ axes.right)
            here = (rim @ axes.right * size)[order]
            rows.append(np.interp(places, here, (rim @ axes.down * size + sign * deep)[order]))
            move = ((rim - before) * size)[order]
            moves += [np.interp(places, here, move[:, 0]), np.interp(places, here, move[:, 1])]
        gap, was = ((low - up) @ axes.down / axes.height for up, low in ((upper, lower), (rest_upper, rest_lower)))
        shrunk = np.clip(1 - gap / np.maximum(was, 1e-6), 0, 1) * step(0.001, 0.003, was)
        slit = (1 - step(0.35 * _SLIT, _SLIT, gap)) * step(0.3, 0.8, shrunk)
        order = np.argsort(upper @ axes.right)
        gaps = np.interp(places, (upper @ axes.right * size)[order], slit[order])
        order = np.argsort(rest_upper @ axes.right)
        before = np.interp(places, (rest_upper @ axes.right * size)[order],
                           (rest_upper @ axes.down * size + thick[0])[order])
        tables = tuple(np.ascontiguousarray(np.stack(columns, -1)[None], np.float32) for columns in
                       ((rows[0], rows[1], moves[0], moves[1]), (moves[2], moves[3], gaps, before)))
        return cls(float(places[0]), float(places[1] - places[0]), (tables[0], tables[1]), axes, mm,
                   float((rows[1] - rows[0]).max()), float(np.abs(moves).max()),
                   (float(x.min()), max(float(np.ptp(x)), 1.0)))

    def at(self, across: np.ndarray) -> np.ndarray:
        """(h, w, 8): rows of the upper and the lower lip's true edge along the face's down, how far each lip went
        (x, y and x, y), all in pixels; how much of a slit it is; row of the upper lip's edge at rest."""
        x = (across - np.float32(self.first)) / np.float32(self.apart)
        y = np.zeros_like(x)
        return np.concatenate([cv2.remap(table, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
                               for table in self.tables], -1)
