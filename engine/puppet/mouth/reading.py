"""What a photo shows between the lips, decided once a face: where teeth are and end, what is lip, what is gum.

Everything is read at so many pixels to a millimetre in the face's own axes, whatever the photo's size, and kept in
crop sides: the puppet of the screen and the one that is written to a file are given the same reading, so that both
show the same teeth. Only where and how much is read here; colours are each puppet's own (see `plates`).
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import FaceAxes, flatness
from engine.puppet.mouth.teeth import BOW, CANTHI_MM
from engine.puppet.mouth.tooth_mask import ToothMask, find_teeth
from engine.puppet.patches import as_unit, luminance, polygon_mask, step
from engine.puppet.rims import Aperture

TEXELS = 4.0
"""To a millimetre, where nobody says otherwise."""
QUICK_TEXELS = 2.0
"""To a millimetre, where milliseconds count."""

_LEAST_GAP = 0.014  # face heights; less shows nothing worth telling apart from the lips
_UP, _DOWN, _ASIDE = 15.0, 17.0, 12.0  # mm around the opening that lips may uncover
_AROUND = 3.2  # mm around the opening that are looked at
_LEAST_AREA = (4.0, 12.0)  # mm² of teeth: none, surely some
_LEAST_LOWER = (12.0, 36.0)  # mm² of lower teeth: slivers that tell where a drawn row stands, a row of their own
_NECK = 9.2  # mm above the biting edge: where front teeth turn to gum, side teeth earlier
_FRINGE = 1.5  # mm of lip within the opening's outline, at most
_GUM = (1.3, 2.4)  # mm of pink between lip and teeth: still the lip's edge, surely gum
_WHOLE = (4.8, 6.5)  # mm of a tooth that are seen: a part, nearly all
_BELOW_EDGE = 0.3  # mm of what lies under the biting edge that stay with the teeth: no sliver of one is left behind
_SHADE_REACH = 1.2  # mm from the lip over which its shadow fades
_SHADE = (0.03, 0.45)  # least and most that the lip takes of the teeth's light
_MOST_TILT, _MOST_BOW, _LEAST_BOW = 0.15, 0.002, -0.012  # mm per mm, per mm²: the biting edge across the mouth
_LENT, _LENT_PINK = 0.9, 0.22  # mm of a lower tooth's edge that may be red, and from how red on it is
_FEW = (0.5, 3.0)  # mm² of lower teeth that tell where they stand
_OVERBITE, _BEHIND_LIP = 1.5, 0.8  # mm: lower edge above the upper one of shut teeth; below the lip of parted ones
_PARTED = (0.8, 2.2)  # mm of dark under the upper teeth: shut, surely parted


@dataclass(frozen=True, eq=False)
class TeethReading:
    """Maps (h, w) float32 0..1 and lines (w,) in texels, texel (0, 0) at `origin` (crop sides), `texels` to a crop
    side and `texel` to a millimetre, rows along the face's down.

    opening: what the outline surrounds; fringe (h, w, 2): lip within it, of the upper and the lower; seen: what lies
    behind the lips and is seen; rows (h, w, 2): the upper teeth with what goes with them, and the lower ones; enamel
    (h, w, 2): surely a tooth. rims: two lines, the outline's; ceiling, floor: the lips' true edges; top, edge: where
    the upper row's enamel begins and ends; low_top: where the lower one's begins; dips, low_dips: how surely a gap
    between two upper, two lower teeth; neck: where teeth turn to gum; gum: how surely the photo shows some. span: first
    and last column of upper teeth, None when none are seen; upper_edge: (3,) mm below the seam's middle, polynomial
    of mm to its right; lower_edge: mm below it where lower teeth begin; lower: how surely some are seen. shade: of the
    teeth's light at the lip, what the lip takes; parted: mm of dark under the upper teeth; across, down: (w,), (h,) mm
    from the middle of the seam; around: x0, y0, x1, y1 beyond which nothing is seen.
    """

    origin: np.ndarray
    texels: float
    texel: float
    opening: np.ndarray
    fringe: np.ndarray
    seen: np.ndarray
    rows: np.ndarray
    enamel: np.ndarray
    rims: tuple[np.ndarray, np.ndarray]
    ceiling: np.ndarray
    floor: np.ndarray
    top: np.ndarray
    edge: np.ndarray
    low_top: np.ndarray
    dips: np.ndarray
    low_dips: np.ndarray
    neck: np.ndarray
    gum: np.ndarray
    span: tuple[int, int] | None
    upper_edge: np.ndarray
    lower_edge: float
    lower: float
    shade: float
    parted: float
    across: np.ndarray
    down: np.ndarray
    around: tuple[int, int, int, int]

    @property
    def shape(self) -> tuple[int, int]:
        return self.opening.shape[0], self.opening.shape[1]


@dataclass(frozen=True, eq=False)
class MouthReading:
    """aperture: the opening's edges in crop sides; teeth: None for lips that show nothing between them."""

    aperture: Aperture
    axes: FaceAxes
    teeth: TeethReading | None


def read_mouth(aperture: Aperture, axes: FaceAxes, photo: np.ndarray, texel: float = TEXELS) -> MouthReading:
    """aperture and axes in crop sides; photo (n, n, 3) of any depth, the whole crop; texel: how many to a
    millimetre."""
    if float(aperture.gap.max()) < _LEAST_GAP * axes.height:
        return MouthReading(aperture, axes, None)
    mm, flat = axes.iod / CANTHI_MM, flatness(axes)
    texels = texel / mm
    upright, back = np.stack([axes.right, axes.down / flat]), np.stack([axes.right, axes.down * flat])
    local = aperture.outline @ upright.T
    low, high = local.min(0) - (_ASIDE * mm, _UP * mm), local.max(0) + (_ASIDE * mm, _DOWN * mm)
    width, height = np.ceil((high - low) * texels).astype(int)
    patch = patch_of(photo, low @ back, texels, (height, width), axes)
    seam = ((aperture.middle[len(aperture.middle) // 2] @ upright.T) - low) * texels
    teeth = _read(patch, (local - low) * texels, seam, texel)
    return MouthReading(aperture, axes, TeethReading(low @ back, texels, texel, **teeth))


def patch_of(photo: np.ndarray, origin: np.ndarray, texels: float, shape: tuple[int, int],
             axes: FaceAxes) -> np.ndarray:
    """(h, w, 3) float32 0..1: a photo (n, n, 3) of any depth, upright at a reading's texels."""
    side = photo.shape[0]
    matrix = np.stack([axes.right, axes.down * flatness(axes)], 1) * (side / texels)
    start = origin * side + matrix @ (0.5, 0.5) - 0.5
    height, width = shape
    corners = start + np.array([(0, 0), (width, 0), (0, height), (width, height)]) @ matrix.T
    low = np.clip(np.floor(corners.min(0)).astype(int) - 4, 0, side - 2)
    high = np.clip(np.ceil(corners.max(0)).astype(int) + 5, low + 2, side)
    part = as_unit(photo[low[1]:high[1], low[0]:high[0]])
    scale = side / texels  # photo pixels to a texel
    if scale > 1.3:
        part = cv2.GaussianBlur(part, (0, 0), 0.4 * scale)
    found = cv2.warpAffine(part, np.column_stack([matrix, start - low]), (width, height),
                           flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    return np.clip(found, 0, 1)


def _read(patch: np.ndarray, outline: np.ndarray, seam: np.ndarray, texel: float) -> dict:
    """The fields of `TeethReading` after the first three. outline (n, 2), seam (2,) in texels."""
    height, width = patch.shape[:2]
    across = ((np.arange(width) + 0.5 - seam[0]) / texel).astype(np.float32)
    down = ((np.arange(height) + 0.5 - seam[1]) / texel).astype(np.float32)
    # Nothing is to be seen but around the opening.
    low = np.clip(np.floor(outline.min(0) - _AROUND * texel).astype(int), 0, None)
    high = np.minimum(np.ceil(outline.max(0) + _AROUND * texel).astype(int), (width, height))
    inner = np.s_[low[1]:high[1], low[0]:high[0]]
    beside = (int(low[0]), int(width - high[0]))
    opening = polygon_mask((int(high[1] - low[1]), int(high[0] - low[0])), outline - low)
    mask = find_teeth(patch[inner], opening, texel)
    rows = np.arange(opening.shape[0], dtype=np.float32)[:, None] + 0.5
    rim = [along(line, 0) for line in (mask.ceiling, mask.floor)]
    upper_much = float(step(*_LEAST_AREA, mask.upper.sum() / texel ** 2))
    lower_much = float(step(*_LEAST_LOWER, mask.lower.sum() / texel ** 2))
    gum = _gum_shown(mask, rows, rim[0], texel)
    fringe = np.stack([_fringe(mask, rows - rim[0], opening, gum, texel),
                       _fringe(mask, rim[1] - rows, opening, np.zeros_like(gum), texel)], -1).astype(np.float32)
    deep = [(fringe[..., 0] * (rows > rim[0])).sum(0), (fringe[..., 1] * (rows < rim[1])).sum(0)]
    ceiling, floor = rim[0] + blurred(deep[0], 3), rim[1] - blurred(deep[1], 3)
    # A lip colours what is next to it.
    clear = 1 - step(0.0, 0.3, cv2.dilate(fringe.max(-1), np.ones((3, 3), np.uint8)))
    bled = step(0.25, 0.55, mask.pink) * (1 - step(0.9, 1.6, (rows - ceiling) / texel)) * (1 - gum)
    seen = opening * clear * (1 - bled * mask.upper.any(0))
    shade = _lip_shade(luminance(patch[inner]), mask.upper, ceiling, rows, texel)

    def wide(line: np.ndarray) -> np.ndarray:
        return np.pad(line, beside, mode="edge").astype(np.float32)

    ceiling, floor, gum = wide(ceiling), wide(floor), wide(gum)
    rim = [wide(line) for line in rim]
    upper, lower = (np.pad(one, ((0, 0), beside)) for one in (mask.upper, mask.lower))
    start = float(seam[1] - low[1])
    span, top, edge, upper_edge = _upper_row(upper, upper_much, across, start, ceiling, floor, texel)
    middle = np.abs(across) < 12
    parted = float(np.median(np.maximum(floor - edge, 0)[middle]) / texel)
    clear_lower = _clear_tops(lower, mask.pink, beside, texel)
    low_top, lower_edge = _lower_row(clear_lower, lower_much, edge, floor, parted, across, start, texel)
    dips = _dips(luminance(patch[inner[0]]), top, edge, texel) * upper_much
    low_dips = _dips(luminance(patch[inner[0]]), low_top, np.maximum(floor, low_top + texel), texel) * lower_much
    tall = (edge - top) / texel
    usual = np.maximum(_NECK - 1.6 * step(8, 24, np.abs(across)), blurred(tall, 12) + 1.0)
    above = usual + (blurred(tall, 6) + 0.2 - usual) * gum  # mm above the edge
    neck = edge - (above - 2.0 * blurred(dips, 0.8 * texel) * (1 - gum)) * texel
    shown, lips = np.zeros((height, width), np.float32), np.zeros((height, width, 2), np.float32)
    surrounded, enamel = np.zeros_like(shown), np.zeros_like(lips)
    shown[inner], lips[inner], surrounded[inner] = seen, fringe, opening
    enamel[inner] = np.stack([mask.upper * upper_much, mask.lower * lower_much], -1)
    ceiling, floor, top, edge, low_top, neck = (line + np.float32(low[1])
                                                for line in (ceiling, floor, top, edge, low_top, neck))
    rim = [line + np.float32(low[1]) for line in rim]
    rows = np.arange(height, dtype=np.float32)[:, None] + 0.5
    # Neighbours share what lies between them: what stays with the upper teeth is not also taken by the lower.
    ends = edge + _BELOW_EDGE * texel
    ends = np.minimum(ends, np.where(lower_much > 0, (edge + low_top) / 2, np.inf))
    upper_row = 1 - step(-0.25 * texel, 0.25 * texel, rows - ends)
    lower_row = lower_much * step(-0.2 * texel, 0.2 * texel, rows - (low_top - 0.1 * texel))
    return {"opening": surrounded, "fringe": lips, "seen": shown,
            "rows": np.stack([upper_row, lower_row], -1).astype(np.float32), "enamel": enamel,
            "rims": (rim[0], rim[1]), "ceiling": ceiling, "floor": floor, "top": top, "edge": edge,
            "low_top": low_top, "dips": dips, "low_dips": low_dips, "neck": neck.astype(np.float32), "gum": gum,
            "span": span, "upper_edge": upper_edge, "lower_edge": lower_edge, "lower": lower_much,
            "shade": shade, "parted": parted, "across": across, "down": down,
            "around": (int(low[0]), int(low[1]), int(high[0]), int(high[1]))}


def along(line: np.ndarray, reach: float) -> np.ndarray:
    """(w,) float32: what is not known (NaN) from its neighbours, smoothed by a median over `reach` texels."""
    known = np.flatnonzero(np.isfinite(line))
    whole = np.interp(np.arange(len(line)), known, line[known]).astype(np.float32)
    reach = round(reach)
    if reach < 1:
        return whole
    return np.median(np.lib.stride_tricks.sliding_window_view(np.pad(whole, reach, mode="edge"), 2 * reach + 1),
                     axis=1).astype(np.float32)


def blurred(line: np.ndarray, sigma: float) -> np.ndarray:
    """(w,) or (w, c) smoothed along the mouth."""
    return cv2.GaussianBlur(np.ascontiguousarray(line, np.float32)[None], (0, 0), sigma, sigmaY=1e-3,
                            borderType=cv2.BORDER_REPLICATE)[0]


def _gum_shown(mask: ToothMask, rows: np.ndarray, ceiling: np.ndarray, texel: float) -> np.ndarray:
    """(w,) 0..1 how surely what is pink between the upper lip and the teeth is gum: more than a lip's edge."""
    any_ = mask.upper.any(0)
    if any_.sum() < 8:
        return np.zeros(mask.upper.shape[1], np.float32)
    pink = ((rows > ceiling) & (rows < along(np.where(any_, mask.upper.argmax(0), np.nan), 2))
            & (mask.pink > 0.42) & (mask.light > 0.5 * mask.lips)).sum(0) / texel
    tall = along(np.where(any_, mask.upper.sum(0) / texel, np.nan), 0)
    pink = along(np.where(any_, pink, np.nan), 0)
    # Where only the lower part of a tooth is seen, what is red above it is the lip's light on it.
    whole = step(*_WHOLE, blurred(tall, 2.5 * texel))
    return (step(*_GUM, blurred(pink, 2.5 * texel)) * whole).astype(np.float32)


def _fringe(mask: ToothMask, into: np.ndarray, opening: np.ndarray, gum: np.ndarray, texel: float) -> np.ndarray:
    """(h, w) 0..1: lip that reaches into the opening from one rim. into (h, w): texels from that rim inward."""
    lip = step(0.30, 0.62, mask.pink) * step(0.30, 0.50, mask.light / max(mask.lips, 1e-3))
    most = (_FRINGE - 1.0 * gum) * texel
    lip = lip * (1 - step(0.55, 1.0, into / most))
    inside = into > -1
    order = slice(None) if into[0, 0] < into[-1, 0] else slice(None, None, -1)
    # Only what hangs together with the rim: a column is followed inward until it is lip no more.
    column = np.where(inside, lip, 1.0)[order]
    column = np.minimum.accumulate(column, 0)[order] * inside
    column = cv2.GaussianBlur(column.astype(np.float32), (0, 0), 0.35 * texel, sigmaY=0.12 * texel)
    # The outline's own edge always goes with its lip, and so does what little lies beyond.
    edge = (1 - step(0.0, 0.45 * texel, into)) * step(-2.0 * texel, -1.2 * texel, into)
    return np.maximum(column * (opening > 0), edge)


def _upper_row(tooth: np.ndarray, much: float, across: np.ndarray, seam: float, ceiling: np.ndarray,
               floor: np.ndarray, texel: float) -> tuple[tuple[int, int] | None, np.ndarray, np.ndarray, np.ndarray]:
    """Its span, where its enamel begins and ends in every column (w,), and the biting edge as a polynomial. seam: row
    of its middle."""
    columns = np.flatnonzero(tooth.sum(0) > 0.5 * texel)
    if len(columns) < 2 * texel or much <= 0:
        level = float(np.interp(0, across, ceiling) - seam) / texel - 0.5
        poly = np.array([level, 0.0, -BOW], np.float32)
        edge = np.minimum(_line(poly, across, seam, texel), ceiling - 0.5 * texel)
        return None, (edge - 2 * texel).astype(np.float32), edge.astype(np.float32), poly
    first, last = int(columns[0]), int(columns[-1])
    known = np.full(tooth.shape[1], np.nan)
    known[columns] = len(tooth) - tooth[::-1, columns].argmax(0)
    begins = np.full(tooth.shape[1], np.nan)
    begins[columns] = tooth[:, columns].argmax(0)
    edge, top = blurred(along(known, 1), 0.8), blurred(along(begins, 2), 1.5)
    level, tilt, bow = np.polynomial.polynomial.polyfit(across[columns], (known[columns] - seam) / texel, 2)
    tilt, bow = np.clip(tilt, -_MOST_TILT, _MOST_TILT), np.clip(bow, _LEAST_BOW, _MOST_BOW)
    x = across[columns]
    poly = np.array([np.mean((known[columns] - seam) / texel - tilt * x - bow * x ** 2), tilt, bow], np.float32)
    line = _line(poly, across, seam, texel)
    beside = np.arange(tooth.shape[1])
    away = np.maximum(np.maximum(first - beside, beside - last), 0) / texel
    goes_on = line + np.where(beside < first, edge[first] - line[first], edge[last] - line[last]) * np.exp(-away / 4)
    edge = np.where(away > 0, goes_on, edge)
    # Beside the outermost tooth that is made out all that is seen stays with the skull.
    edge = edge + (np.maximum(edge, floor - 0.6 * texel) - edge) * step(0.0, 2.0, away)
    top = np.where(away > 0, edge - np.where(beside < first, edge[first] - top[first], edge[last] - top[last]), top)
    return (first, last), top.astype(np.float32), edge.astype(np.float32), poly


def _line(poly: np.ndarray, across: np.ndarray, seam: float, texel: float) -> np.ndarray:
    return np.asarray(np.polynomial.polynomial.polyval(across, poly) * texel + seam)


def _clear_tops(tooth: np.ndarray, pink: np.ndarray, beside: tuple[int, int], texel: float) -> np.ndarray:
    """Lower teeth less what tongue and gum lend their colour to at their biting edge: that stays with the dark."""
    begins = np.where(tooth.any(0), tooth.argmax(0), 0)
    near = np.arange(len(tooth))[:, None] < begins + _LENT * texel
    return tooth & ~(near & (np.pad(pink, ((0, 0), beside)) > _LENT_PINK))


def _lower_row(tooth: np.ndarray, much: float, edge: np.ndarray, floor: np.ndarray, parted: float, across: np.ndarray,
               seam: float, texel: float) -> tuple[np.ndarray, float]:
    """Where lower teeth begin: (w,) texels, and mm below the seam's middle. Those that the photo hides stand behind
    the upper ones of a shut bite, or behind the lip of a parted one."""
    columns = np.flatnonzero(tooth.sum(0) > 0.5 * texel)
    few = float(step(*_FEW, tooth.sum() / texel ** 2)) if len(columns) else 0.0
    middle = np.abs(across) < 8
    open_ = float(step(*_PARTED, parted))
    shut = float(np.median(edge[middle])) - _OVERBITE * texel
    hidden = shut + (max(float(np.median(floor[middle])) + _BEHIND_LIP * texel, shut) - shut) * open_
    begins = np.full(tooth.shape[1], np.nan)
    begins[columns] = tooth[:, columns].argmax(0)
    # Where little is seen of them, the drawn ones at least stand where that is.
    level = hidden if not few else hidden + (float(np.median(begins[columns])) - hidden) * few
    if len(columns) < 2 * texel or much <= 0:
        return np.full(tooth.shape[1], level, np.float32), (level - seam) / texel
    return blurred(along(begins, 2), 1.0), (level - seam) / texel


def _dips(light: np.ndarray, top: np.ndarray, edge: np.ndarray, texel: float) -> np.ndarray:
    """(w,) 0..1 how much darker a column is than its neighbours: where one tooth ends and the next begins."""
    rows = np.arange(len(light), dtype=np.float32)[:, None]
    part = (rows > top + 0.25 * (edge - top)) & (rows < edge - 0.2 * (edge - top))
    light = (light * part).sum(0) / np.maximum(part.sum(0), 1)
    fine, broad = blurred(light, 0.15 * texel), blurred(light, 2.0 * texel)
    return np.clip((broad - fine) / np.maximum(0.14 * broad, 1e-3), 0, 1).astype(np.float32)


def _lip_shade(light: np.ndarray, tooth: np.ndarray, ceiling: np.ndarray, rows: np.ndarray, texel: float) -> float:
    """How much of the light the lip takes of the teeth beneath it: those near it against those further down."""
    away = (rows - ceiling) / texel
    near, far = (tooth & (away > low) & (away < high) for low, high in ((0.5, 1.2), (2.6, 4.0)))
    if near.sum() < 30 or far.sum() < 30:
        return 0.12
    ratio = float(np.median(light[near])) / max(float(np.median(light[far])), 1e-3)
    return float(np.clip((1 - ratio) / np.exp(-0.85 / _SHADE_REACH), *_SHADE))


def lip_light(away: np.ndarray, shade: float) -> np.ndarray:
    """0..1 of their light that reaches teeth `away` mm below the upper lip."""
    return (1 - np.float32(shade) * np.exp(-np.maximum(away, 0) / np.float32(_SHADE_REACH))).astype(np.float32)
