"""Teeth cut from a photo that shows them: an upper plate fixed to the skull and a lower one on the jaw.

Each row of teeth is continued under the lip that covers it (`tooth_row`). A row of which too little is seen is drawn
(`teeth`), in the colour of what is seen; so is what lies beside the outermost photographed teeth.
"""

from dataclasses import dataclass

import numpy as np

from engine.puppet.facemap import FaceAxes, flatness
from engine.puppet.mouth.teeth import BOW
from engine.puppet.mouth.tooth_mask import ToothMask, find_teeth
from engine.puppet.mouth.tooth_row import ToothRow, cut_row
from engine.puppet.patches import as_unit, luminance, polygon_mask, sample, step
from engine.puppet.rims import Aperture

_LEAST_GAP = 0.014  # face heights; less shows no teeth worth cutting out
_REACH_UP, _REACH_DOWN = 14.0, 16.0  # mm of texture beyond the opening
_BEYOND_STRIP = 0.3  # mm from where a thin strip of teeth is seen to end to their edge
_MOST_TILT, _MOST_BOW, _LEAST_BOW = 0.15, 0.002, -0.012  # mm per mm, per mm²: the biting edge across the mouth


@dataclass(frozen=True)
class Ends:
    """Where the photographed upper teeth end: mm right and left of the seam's middle in the picture, colours there."""

    across: tuple[float, float]
    colours: np.ndarray


@dataclass(frozen=True, eq=False)
class PhotoTeeth:
    """Textures in the face's own axes, texel (0, 0) at `origin` (crop sides), `texels` to a crop side.

    photo (h, w, 3) and inside (h, w) the opening as photographed; upper, lower (h, w, 3); upper_alpha, lower_alpha
    (h, w), 0 all over for a row that is to be drawn. upper_edge: (3,) where the upper teeth end, mm below the middle
    of the seam as a polynomial of mm to its right, lowest power first, None when none are seen; lower_edge: mm below
    it where photographed lower teeth begin; ends: where the upper ones end to either side, None when they are drawn;
    enamel: (3,) the colour of the teeth seen, or None when none are seen; lower_enamel: (3,) of the outermost lower
    ones photographed, or None; shade: (3,) powers of the light, red's below 1 when shade is to be red, or None.
    """

    origin: np.ndarray
    texels: float
    axes: FaceAxes
    photo: np.ndarray
    inside: np.ndarray
    upper: np.ndarray
    lower: np.ndarray
    upper_alpha: np.ndarray
    lower_alpha: np.ndarray
    upper_edge: np.ndarray | None
    lower_edge: float | None
    ends: Ends | None
    enamel: np.ndarray | None
    lower_enamel: np.ndarray | None
    shade: np.ndarray | None = None

    def over(self, colour: np.ndarray, points: np.ndarray, carried: np.ndarray, jaw: np.ndarray, shade: np.ndarray,
             shade_at_rest: np.ndarray, lip_motion: float) -> np.ndarray:
        """`colour` (h, w, 3) with both rows laid over it; points (h, w, 2) crop sides, the rest as in `MouthLayer`."""
        light = np.clip(shade / np.maximum(shade_at_rest, 1e-3), 0.0, 1.12)[..., None]
        if self.shade is not None:
            light = light ** self.shade
        upright = np.stack([self.axes.right, self.axes.down / flatness(self.axes)], 1)
        lower = np.zeros(points.shape[:2], np.float32)
        for texture, alpha, shift in ((self.lower, self.lower_alpha, carried + jaw),
                                      (self.upper, self.upper_alpha, carried)):
            at = ((points - self.origin - shift) @ upright).astype(np.float32) * self.texels
            inside = ((at > 0) & (at < (alpha.shape[1], alpha.shape[0]))).all(-1)
            cover = (sample(alpha, at) * inside)[..., None]
            colour = colour + (sample(texture, at) * light - colour) * cover
            lower = cover[..., 0] if texture is self.lower else lower
        # At the very start of a movement the photo itself, so that nothing jumps.
        at = ((points - self.origin - carried) @ upright).astype(np.float32) * self.texels
        photo, inside = sample(self.photo, at), sample(self.inside, at)
        if self.lower_edge is not None:  # lower teeth go with the jaw and are not also seen where they were
            gone = ((points - self.origin - carried - jaw) @ upright).astype(np.float32) * self.texels
            photo = photo + (sample(self.photo, gone) - photo) * lower[..., None]
            inside = inside + (sample(self.inside, gone) - inside) * lower
            left = np.maximum(sample(self.lower_alpha, at) - lower, 0)
            inside = inside * (1 - left * step(0, 0.006, float(np.hypot(*jaw)) / self.axes.height))
        keep = inside[..., None] * (1 - step(0, 1, lip_motion / 0.02))
        return colour + (photo - colour) * keep


def cut_photo_teeth(aperture: Aperture, axes: FaceAxes, photo: np.ndarray, mm: float) -> PhotoTeeth | None:
    """The teeth of an opening that shows something, else None. aperture, axes, mm in crop sides; photo (n, n, 3)
    uint8 or uint16."""
    if float(aperture.gap.max()) < _LEAST_GAP * axes.height:
        return None
    side = photo.shape[0]
    flat = flatness(axes)  # of a squashed picture, textures are stretched to what was before it
    upright, back = np.stack([axes.right, axes.down / flat]), np.stack([axes.right, axes.down * flat])
    local = aperture.outline @ upright.T
    low = local.min(0) - (3 * mm, _REACH_UP * mm)
    high = local.max(0) + (3 * mm, _REACH_DOWN * mm)
    width, height = np.maximum(np.ceil((high - low) * side).astype(int), 4)
    ys, xs = np.mgrid[:height, :width].astype(np.float32) + 0.5
    where = (np.stack([xs, ys], -1) / side + low) @ back
    patch = as_unit(sample(photo, where * side))
    inside = polygon_mask((height, width), (local - low) * side)
    texel = mm * side  # texels to a millimetre
    teeth = find_teeth(patch, inside, texel)
    upper = cut_row(patch, teeth.upper, teeth.pink, teeth.ceiling, teeth.floor, texel)
    lower = cut_row(patch[::-1], teeth.lower[::-1], teeth.pink[::-1], height - teeth.floor, height - teeth.ceiling,
                    texel, gums=False)
    nothing = np.zeros((height, width), np.float32)
    seam = ((aperture.middle[len(aperture.middle) // 2] @ upright.T) - low) * side
    return PhotoTeeth(
        low @ back, float(side), axes, patch, inside,
        patch if upper is None else upper.colour, patch if lower is None else lower.colour[::-1],
        nothing if upper is None else upper.alpha, nothing if lower is None else lower.alpha[::-1],
        _edge_of(upper, teeth, seam, texel), _lower_edge(lower, seam, texel),
        None if upper is None else _ends(upper, seam, texel), _enamel(patch, teeth, texel),
        None if lower is None else lower.end_colours.mean(0))


def _edge_of(row: ToothRow | None, teeth: ToothMask, seam: np.ndarray, texel: float) -> np.ndarray | None:
    if row is not None:
        return _edge(row, seam, texel)
    columns = np.flatnonzero(teeth.upper.sum(0) > 0.5 * texel)
    if len(columns) < 6 * texel:
        return None
    ends = len(teeth.upper) - teeth.upper[::-1, columns].argmax(0)
    across, down = (columns + 0.5 - seam[0]) / texel, (ends - seam[1]) / texel
    level = float(np.median(down + BOW * across ** 2)) + _BEYOND_STRIP
    return np.array([level, 0.0, -BOW], np.float32)


def _lower_edge(row: ToothRow | None, seam: np.ndarray, texel: float) -> float | None:
    if row is None:
        return None
    return float((len(row.alpha) - np.median(row.edge[row.first:row.last + 1]) - seam[1]) / texel)


def _edge(row: ToothRow, seam: np.ndarray, texel: float) -> np.ndarray:
    columns = np.arange(row.first, row.last + 1)
    across, down = (columns + 0.5 - seam[0]) / texel, (row.edge[columns] - seam[1]) / texel
    level, tilt, bow = np.polynomial.polynomial.polyfit(across, down, 2)
    tilt, bow = np.clip(tilt, -_MOST_TILT, _MOST_TILT), np.clip(bow, _LEAST_BOW, _MOST_BOW)
    level = np.mean(down - tilt * across - bow * across ** 2)
    return np.array([level, tilt, bow], np.float32)


def _ends(row: ToothRow, seam: np.ndarray, texel: float) -> Ends:
    first, last = ((x - seam[0]) / texel for x in (row.first, row.last + 1.0))
    return Ends((float(first), float(last)), row.end_colours)


def _enamel(patch: np.ndarray, teeth: ToothMask, texel: float) -> np.ndarray | None:
    """(3,) of the teeth seen, by their brighter half; None when hardly any are."""
    least = max(4 * texel ** 2, 8)
    seen = teeth.upper if teeth.upper.sum() > least else teeth.lower
    if seen.sum() < least:
        return None
    colours = patch[seen]
    light = luminance(colours)
    return np.median(colours[light >= np.median(light)], axis=0).astype(np.float32)
