"""What lies behind lips that the photo shows shut: two drawn rows of teeth, tongue and the dark.

The upper teeth stay with the skull, the lower ones and the tongue go with the jaw.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import FaceAxes, flatness
from engine.puppet.mouth.cavity import cavity, corner_light, in_shade
from engine.puppet.mouth.teeth import BOW, CANTHI_MM, LOWER, lower_bow, paint, sunk
from engine.puppet.patches import as_unit, polygon_mask, sample, step
from engine.puppet.render.drawing import Underlay
from engine.puppet.rims import Aperture

_WHITE = np.array([1.05, 0.99, 0.96], np.float32)  # of eyes in daylight, over their mean
_TOOTH = np.array([1.065, 1.00, 0.915], np.float32)  # of a white surface's brightness in the face
_CAST = 0.25  # power of the eyes' hue: much of that is the lids' shade
_DARK = np.array([0.13, 0.10, 0.10], np.float32)  # of the tongue's light: what gets none
_SEAM = 64  # places along the lips at which the photo's own seam is kept
_PARTS = 0.001, 0.011  # face heights by which lips part: their seam still, what lies behind
_ROLL = 0.0045  # face heights
_TOGETHER = 1 << 18
"""Pixels that are painted together: of a mouth as wide as a large photo, the steps between take many times its own."""
_ROUND = (0.08, 0.26)  # height over width of an opening: a slit's, an O's
_FUNNELLED = (0.0, 0.5)  # weight of the shape: lips that do not protrude, that do
_FUNNEL = 0.75  # of the light that an O takes
_OVERJET_UP, _OVERJET_LOW = 3.3, -1.0  # mm below the lips' seam: biting edge of the upper and lower front teeth


@dataclass(frozen=True, eq=False)
class DrawnMouth:
    """Lengths in crop sides unless they say mm.

    centre: middle of the seam; upper_edge: (3,) where the upper teeth end below it, mm, at rest, as a polynomial of mm
    to the right; lower_edge: where the lower ones begin.
    enamel, lower_enamel, flesh, lips: (3,) RGB of an upper and a lower front tooth, of the tongue and of the lips in
    this photo's light.
    seam: (1, n, 4) from corner to corner the photo's own colour between the lips, and face heights between them.
    flat: see `flatness`; lengths downward in
    mm are those of the face before the picture was squashed.
    """

    centre: np.ndarray
    axes: FaceAxes
    millimetre: float
    upper_edge: np.ndarray
    lower_edge: float
    enamel: np.ndarray
    lower_enamel: np.ndarray
    flesh: np.ndarray
    lips: np.ndarray
    seam: np.ndarray
    flat: float = 1.0

    def draw(self, size: int, upper: np.ndarray, lower: np.ndarray, carried: np.ndarray, jaw: np.ndarray,
             lip_motion: float, funnel: float = 0.0, margin: int = 3) -> Underlay:
        """As `MouthLayer.draw`."""
        rim = np.concatenate([upper, lower])
        low = np.clip(np.floor(rim.min(0) * size - margin).astype(int), 0, size - 1)
        high = np.maximum(np.clip(np.ceil(rim.max(0) * size + margin).astype(int), 1, size), low + 1)
        xs, ys = np.arange(low[0], high[0]) + 0.5, np.arange(low[1], high[1]) + 0.5
        rows = max(1, _TOGETHER // len(xs))
        mandible = jaw + self._sunk(lower, carried, jaw) * self.axes.down
        bands = [(np.stack(np.meshgrid(xs, ys[top : top + rows]), -1) / size).astype(np.float32)
                 for top in range(0, len(ys), rows)]
        rims = self._rims_at(bands[0], upper, lower)
        widest = max(float((top + bottom).max())
                     for top, bottom, _ in (rims, *(self._rims_at(band, upper, lower) for band in bands[1:])))
        dark = 1 - _FUNNEL * rounded(upper, lower, widest * self.axes.height, jaw, funnel, self.axes)
        colour = np.empty((len(ys), len(xs), 3), np.float32)
        for number, band in enumerate(bands):
            rims = self._rims_at(band, upper, lower) if number else rims
            colour[number * rows : (number + 1) * rows] = self._seen(
                band, carried, mandible, rims, widest, 1 / (size * self.millimetre), lip_motion, dark)
        outline = np.concatenate([upper, lower[-2:0:-1]]) * size - low
        changed = cv2.dilate((polygon_mask(colour.shape[:2], outline) > 0).astype(np.uint8), np.ones((3, 3), np.uint8))
        return Underlay(int(low[0]), int(low[1]), colour, changed > 0)

    def _sunk(self, lower: np.ndarray, carried: np.ndarray, jaw: np.ndarray) -> float:
        """Crop sides by which lower teeth and tongue stand lower than `jaw` has them."""
        middle = len(lower) // 2
        bared = float((lower[middle] - self.centre - carried - jaw) @ self.axes.down) / (self.millimetre * self.flat)
        return sunk(bared - self.lower_edge) * self.millimetre * self.flat

    def _seen(self, points: np.ndarray, carried: np.ndarray, jaw: np.ndarray,
              rims: tuple[np.ndarray, np.ndarray, np.ndarray], widest: float, pixel: float,
              lip_motion: float, dark: float) -> np.ndarray:
        """What shows at points (h, w, 2). rims: as `_rims_at` of them; widest: the opening, face heights; pixel: mm;
        dark: of the light, what protruding lips let through."""
        top, bottom, ends = rims
        colour = self._inside(points, carried, jaw, rims, widest, pixel)
        if dark < 1:
            colour = colour * np.float32(dark)
        # Lips that part no further than in the photo show its own seam, not what lies behind.
        column = np.clip(ends, 0, 1).astype(np.float32) * np.float32(_SEAM - 1)
        seam = cv2.remap(self.seam, column, np.zeros_like(column), cv2.INTER_LINEAR)
        slit = 1 - step(*_PARTS, top + bottom - seam[..., 3])[..., None]
        colour = colour + (seam[..., :3] - colour) * slit
        moved = step(0, 0.01, lip_motion) * (1 - slit)
        # Lips roll inward: their own colour goes on into the shade.
        for away, much, shaded in ((top, 0.5, 0.48), (bottom, 0.4, 0.70)):
            roll = (much * np.exp(-(np.maximum(away, 0) / _ROLL) ** 2) * moved[..., 0])[..., None]
            colour = colour + (self.lips * shaded - colour) * roll
        return np.asarray(colour)

    def _inside(self, points: np.ndarray, carried: np.ndarray, jaw: np.ndarray,
                rims: tuple[np.ndarray, np.ndarray, np.ndarray], widest: float, pixel: float) -> np.ndarray:
        """Cavity, tongue and drawn teeth, lit; arguments as of `_seen`."""
        axes, mm = self.axes, self.millimetre
        top, bottom, ends = rims
        skull = (points - self.centre - carried) / mm
        mandible = skull - (jaw / mm).astype(np.float32)
        right, straight = axes.right.astype(np.float32), (axes.down / self.flat).astype(np.float32)
        across, down = skull @ right, skull @ straight
        jaw_across = mandible @ right
        below = mandible @ straight - np.float32(self.lower_edge)
        high = axes.height / (mm * self.flat)
        colour = cavity(jaw_across, below, top * high, bottom * high, float(np.clip(widest * high, 0, 60)), self.flesh,
                        (self.flesh * _DARK).astype(np.float32))
        bow = lower_bow(float(jaw @ axes.down) / (mm * self.flat))
        for tooth in (paint(False, jaw_across, below + np.float32(bow) * jaw_across ** 2, self.lower_enamel, pixel),
                      paint(True, across, self._beyond(across, down), self.enamel, pixel)):
            colour = colour * (1 - tooth[..., 3:]) + tooth[..., :3]
        return (colour * in_shade(self._shade(top, bottom, ends))).astype(np.float32)

    def _beyond(self, across: np.ndarray, down: np.ndarray) -> np.ndarray:
        """mm above the upper teeth's biting edge."""
        level, tilt, bow = (float(value) for value in self.upper_edge)
        return np.asarray(level + tilt * across + (bow + BOW) * across ** 2 - down)

    def _shade(self, top: np.ndarray, bottom: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Light that reaches a point: lips shade what is near them, the corners are deep, a slit is dark.

        top, bottom: face heights to the upper and the lower rim; ends: 0..1 along the mouth.
        """
        gap = np.maximum(top + bottom, 0)
        light = 1 - 0.55 * np.exp(-np.maximum(top, 0) / 0.012)
        light = light * (1 - 0.28 * np.exp(-np.maximum(bottom, 0) / 0.008))
        light = light * corner_light(ends)
        return (light * (0.35 + 0.65 * step(0.0, 0.03, gap))).astype(np.float32)

    def _rims_at(self, points: np.ndarray, upper: np.ndarray,
                 lower: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(top, bottom, ends) for `_shade`."""
        axes = self.axes
        across, down = points @ axes.right.astype(np.float32), points @ axes.down.astype(np.float32)

        def height(rim: np.ndarray) -> np.ndarray:
            x, y = rim @ axes.right, rim @ axes.down
            order = np.argsort(x)
            return np.interp(across, x[order], y[order])

        x = np.concatenate([upper, lower]) @ axes.right
        ends = np.clip((across - x.min()) / max(float(np.ptp(x)), 1e-9), 0, 1)
        return (down - height(upper)) / axes.height, (height(lower) - down) / axes.height, ends


def rounded(upper: np.ndarray, lower: np.ndarray, widest: float, jaw: np.ndarray, funnel: float,
            axes: FaceAxes) -> float:
    """0..1 how round lips stand open that a funnel has opened, not the jaw: they protrude, and what is behind them is
    deep in the dark. upper, lower (K, 2), widest, jaw (2,) and axes in one unit; funnel: weight of that shape. A laugh
    or a lip pulled down is as high, but bares its teeth to the light."""
    width = float(np.ptp(np.concatenate([upper, lower]) @ axes.right))
    by_jaw = float(np.clip(jaw @ axes.down / max(0.5 * widest, 1e-9), 0, 1))
    return float(step(*_ROUND, widest / max(width, 1e-9))) * (1 - by_jaw) * float(step(*_FUNNELLED, funnel))


def draw_mouth(aperture: Aperture, axes: FaceAxes, enamel: np.ndarray, flesh: np.ndarray,
               lips: np.ndarray, photo: np.ndarray) -> DrawnMouth:
    """aperture and axes in crop sides; enamel, flesh and lips (3,) in this photo's light; photo (n, n, 3): the crop."""
    mm, flat = axes.iod / CANTHI_MM, flatness(axes)
    middle = aperture.middle
    centre = middle[len(middle) // 2]
    seam = float((aperture.upper[len(middle) // 2] - centre) @ axes.down) / (mm * flat)
    gap = float(aperture.gap.max()) / (mm * flat)
    upper_edge = np.array([seam + _OVERJET_UP, 0.0, -BOW], np.float32)
    lower_edge = seam + min(gap, 3.0) * 0.5 + _OVERJET_LOW
    return DrawnMouth(centre, axes, mm, upper_edge, lower_edge, enamel, enamel * LOWER, flesh, lips,
                      _seam(aperture, axes, photo), flat)


def _seam(aperture: Aperture, axes: FaceAxes, photo: np.ndarray) -> np.ndarray:
    """As of `DrawnMouth.seam`."""
    across = aperture.middle @ axes.right
    order = np.argsort(across)
    ends = (across[order] - across[order[0]]) / max(float(np.ptp(across)), 1e-9)
    colours = sample(as_unit(photo), (aperture.middle[order] * photo.shape[0])[None].astype(np.float32))[0]
    columns = [*colours.T, np.maximum(aperture.gap[order], 0) / axes.height]
    even = np.linspace(0, 1, _SEAM)
    return np.stack([np.interp(even, ends, column) for column in columns], -1).astype(np.float32)[None]


def usual_enamel(white: np.ndarray, skin: np.ndarray, lips: np.ndarray) -> np.ndarray:
    """(3,) RGB of a front tooth in a photo's light, read off the eyes' white, the cheeks and the lips (3,): a warm
    white in whatever light falls on this face, and never brighter than the skin allows. Fitted to the teeth that 14
    faces for tuning show."""
    light = usual_light(white, skin)
    cast = np.clip(white / max(float(white.mean()), 1e-3) / _WHITE, 0.72, 1.3) ** _CAST
    enamel = np.clip(light * cast * _TOOTH, 0.08, 0.93).astype(np.float32)
    return (0.96 * enamel + 0.04 * lips).astype(np.float32)  # lips tint what they surround


def usual_flesh(white: np.ndarray, skin: np.ndarray, lips: np.ndarray) -> np.ndarray:
    """(3,) RGB of the tongue, likewise."""
    tint = np.array([0.72, 0.40, 0.39], np.float32)
    return (0.5 * tint * float(np.clip(usual_light(white, skin), 0.2, 0.9)) * 1.2 + 0.5 * lips).astype(np.float32)


def usual_light(white: np.ndarray, skin: np.ndarray) -> float:
    """0..1 brightness of a white surface in the face."""
    return max(0.5 * float(white.mean()) * 1.1 + 0.5 * float(skin.max()), 0.94 * float(skin.max()))
