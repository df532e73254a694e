"""Teeth cut from a photo that shows them: an upper plate fixed to the skull and a lower one on the jaw.

The line between them is where the upper teeth end. Each plate is continued under the lip that covers it, column by
column, so that gaps between teeth run on; the continuation ends in gum.
"""

from dataclasses import dataclass

import numpy as np

from engine.opencv import cv2
from engine.puppet.facemap import Frame
from engine.puppet.patches import as_unit, luminance, polygon_mask, sample, step
from engine.puppet.rims import Aperture

_LEAST_GAP = 0.014  # face heights; less shows no teeth worth cutting out
_RIM = 0.8  # mm between an opening's outline and what is surely seen in it
_DARK_GAP = 0.05  # face heights
_SLIVER = 3.0  # mm
_REACH_UP, _REACH_DOWN = 14.0, 16.0  # mm of texture beyond the opening


@dataclass(frozen=True, eq=False)
class Plates:
    """Textures in the face's own axes, texel (0, 0) at `origin` (crop sides), `texels` to a crop side.

    photo (h, w, 3) and inside (h, w) the opening as photographed; upper, lower (h, w, 3); upper_alpha, lower_alpha
    (h, w). upper_edge: where the front teeth end, mm below the middle of the seam, None when no teeth are seen;
    enamel: (3,) their colour, or None when none are seen.
    """

    origin: np.ndarray
    texels: float
    frame: Frame
    photo: np.ndarray
    inside: np.ndarray
    upper: np.ndarray
    lower: np.ndarray
    upper_alpha: np.ndarray
    lower_alpha: np.ndarray
    upper_edge: float | None
    enamel: np.ndarray | None

    def over(self, colour: np.ndarray, points: np.ndarray, carried: np.ndarray, jaw: np.ndarray, shade: np.ndarray,
             shade_at_rest: np.ndarray, lip_motion: float) -> np.ndarray:
        """`colour` (h, w, 3) with both plates laid over it; points (h, w, 2) crop sides, the rest as in `Mouth`."""
        light = np.clip(shade / np.maximum(shade_at_rest, 1e-3), 0.0, 1.12)[..., None]
        axes = np.stack([self.frame.right, self.frame.down], 1)
        for texture, alpha, shift in ((self.lower, self.lower_alpha, carried + jaw),
                                      (self.upper, self.upper_alpha, carried)):
            at = ((points - self.origin - shift) @ axes).astype(np.float32) * self.texels
            inside = ((at > 0) & (at < (alpha.shape[1], alpha.shape[0]))).all(-1)
            cover = (sample(alpha, at) * inside)[..., None]
            colour = colour + (sample(texture, at) * light - colour) * cover
        # At the very start of a movement the photo itself, so that nothing jumps.
        at = ((points - self.origin - carried) @ axes).astype(np.float32) * self.texels
        keep = sample(self.inside, at)[..., None] * (1 - step(0, 1, lip_motion / 0.03))
        return colour + (sample(self.photo, at) - colour) * keep


def cut_plates(aperture: Aperture, frame: Frame, photo: np.ndarray, mm: float) -> Plates | None:
    """Plates for an opening that shows something, else None. aperture, frame, mm in crop sides; photo (n, n, 3)
    uint8 or uint16."""
    if float(aperture.gap.max()) < _LEAST_GAP * frame.height:
        return None
    side = photo.shape[0]
    axes = np.stack([frame.right, frame.down])
    outline = aperture.outline
    local = outline @ axes.T
    low = local.min(0) - (3 * mm, _REACH_UP * mm)
    high = local.max(0) + (3 * mm, _REACH_DOWN * mm)
    width, height = np.maximum(np.ceil((high - low) * side).astype(int), 4)
    ys, xs = np.mgrid[:height, :width].astype(np.float32) + 0.5
    where = (np.stack([xs, ys], -1) / side + low) @ axes
    patch = as_unit(sample(photo, where * side))
    inside = polygon_mask((height, width), (local - low) * side)
    texel = mm * side  # texels to a millimetre
    # The rims lie a little onto the lips: what is clear of them begins further in.
    reach = (2 * max(1, round(_RIM * texel)) + 1, 2 * max(1, round(0.25 * texel)) + 1)
    clear = cv2.erode((inside > 0.5).astype(np.uint8), np.ones(reach)) > 0
    if clear.sum() < 20:
        clear = inside > 0.5
    light = cv2.GaussianBlur(luminance(patch), (0, 0), max(0.25 * texel, 0.5))
    bright = float(np.percentile(light[clear], 95))
    pale = 1 - (patch.max(-1) - patch.min(-1)) / np.maximum(patch.max(-1), 0.05)
    tooth = clear & (light > 0.60 * bright) & (pale > 0.5)
    split, has_lower = _split(clear, tooth, light, texel)
    rows = ys[:, :1] - 0.5
    middle = aperture.middle[len(aperture.middle) // 2]
    column = int(np.clip(((middle @ axes.T)[0] - low[0]) * side, 0, width - 1))
    edge_row = split[column]
    seam_row = ((middle @ axes.T)[1] - low[1]) * side
    front = tooth & (np.abs(xs - column) < 9 * texel)
    enamel = np.median(patch[front], axis=0).astype(np.float32) if front.sum() > 30 else None
    # Lips just apart with nothing to be seen between them: teeth are drawn as behind closed lips.
    nothing = enamel is None and float(aperture.gap.max()) < _DARK_GAP * frame.height
    if enamel is not None:  # slivers of teeth are continued by drawing, not by stretching what little there is
        nothing = float(np.percentile((tooth & front).sum(0)[front.any(0)], 75)) < _SLIVER * texel
    gum = np.array([0.86, 0.50, 0.49], np.float32) * float((enamel if enamel is not None else np.full(3, 0.6)).mean())
    share = cv2.GaussianBlur((tooth.sum(0) / np.maximum(clear.sum(0), 1)).astype(np.float32)[None], (0, 0),
                             max(1.5 * texel, 0.5))[0]
    seen = clear & ((pale > 0.5) | (light < 0.33 * bright))  # not the lips' own red edge
    seen = np.where(seen.any(0), seen, clear)
    upper = _continue(patch, seen, texel, split, share, gum)
    lower = _continue(patch[::-1], seen[::-1], texel, height - split, share, gum)[::-1]
    soft = max(0.3 * texel, 0.6)
    below = rows - split[None]
    # Beyond the last photographed tooth the drawn ones take over.
    toothy = step(0.12, 0.40, share)[None] if enamel is not None else np.ones((1, width), np.float32)
    upper_alpha = (1 - step(-soft, soft, below)) * toothy
    overlap = step(-2.2 * soft, -1.2 * soft, below)
    lower_alpha = (overlap if has_lower else np.zeros_like(overlap)).astype(np.float32)
    if nothing:
        upper_alpha, lower_alpha = np.zeros_like(upper_alpha), np.zeros_like(lower_alpha)
    return Plates(low @ axes, float(side), frame, patch, inside, upper, lower,
                  upper_alpha.astype(np.float32), lower_alpha,
                  float((edge_row - seam_row) / texel) if enamel is not None else None, enamel)


def _split(clear: np.ndarray, tooth: np.ndarray, light: np.ndarray, texel: float) -> tuple[np.ndarray, bool]:
    """The row where the upper teeth end, per column (w,), smooth; and whether lower teeth show below it."""
    height, width = clear.shape
    rows = np.arange(height)
    ends, weights, floor = np.full(width, np.nan), np.zeros(width), np.full(width, np.nan)
    lower_teeth = np.zeros(width)
    for x in np.flatnonzero(clear.any(0)):
        own = rows[clear[:, x]]
        floor[x] = own[-1] + 1.0 + (_RIM - 0.25) * texel
        teeth = tooth[own, x]
        if teeth.mean() < 0.15:
            continue
        weights[x] = teeth.mean() * len(own)
        tops = np.flatnonzero(teeth)
        # The first run of teeth from above; a dark break of half a millimetre ends it.
        breaks = np.flatnonzero(np.diff(tops) > max(0.5 * texel, 1))
        run_end = int(tops[breaks[0]] if len(breaks) else tops[-1])
        ends[x] = floor[x]
        if len(own) - 1 - run_end < 1.1 * texel:
            continue
        if len(breaks) and len(tops) - breaks[0] - 1 > 1.5 * texel:
            follow = int(tops[breaks[0] + 1])
            ends[x] = own[run_end + int(np.argmin(light[own[run_end:follow + 1], x]))]
            lower_teeth[x] = 1
        else:  # the dark of the mouth, or the lip's own edge: no tooth either way
            ends[x] = own[run_end] + 0.4 * texel
    counted = weights > 0
    has_lower = bool(lower_teeth[counted].mean() > 0.3) if counted.any() else True
    known = np.flatnonzero(~np.isnan(ends))
    if len(known) < 6:  # no teeth to be seen: all dark, split in the middle
        columns = np.flatnonzero(clear.any(0))
        middle = np.array([rows[clear[:, x]].mean() for x in columns])
        return np.interp(np.arange(width), columns, middle), True
    degree = 4 if len(known) > 12 else 2
    place = np.linspace(-1, 1, width)
    weight = np.sqrt(weights[known])
    for _ in range(3):  # robust: a canine's shadow must not bend the whole line
        fitted = np.polynomial.Polynomial.fit(place[known], ends[known], degree, domain=[-1, 1], w=weight)(place)
        weight = np.sqrt(weights[known]) / (1 + np.abs(ends[known] - fitted[known]) / (0.5 * texel))
    fitted = np.clip(fitted, np.nanmin(ends) - 3 * texel, np.nanmax(ends) + 3 * texel)
    fitted[:known[0]], fitted[known[-1]:] = fitted[known[0]], fitted[known[-1]]
    return fitted, has_lower


def _continue(patch: np.ndarray, clear: np.ndarray, texel: float, split: np.ndarray, share: np.ndarray,
              gum: np.ndarray) -> np.ndarray:
    """The patch with each column carried on above what is clear, turning to gum, and a little below; beyond the ends
    darker. share (w,) 0..1: how much of a column is tooth; what is not gets dark quickly."""
    height, width = clear.shape
    columns = np.flatnonzero(clear.any(0))
    rows = np.arange(height)
    first = np.array([np.argmax(clear[:, x]) for x in columns])
    last = np.array([height - 1 - np.argmax(clear[::-1, x]) for x in columns])
    result = patch.copy()
    depth = max(2, round(1.2 * texel))
    top, bottom = np.zeros((len(columns), 3), np.float32), np.zeros((len(columns), 3), np.float32)
    for number, x in enumerate(columns):
        top[number] = patch[first[number]:min(first[number] + depth, last[number] + 1), x].mean(0)
        bottom[number] = patch[max(last[number] + 1 - depth, first[number]):last[number] + 1, x].mean(0)
    # Gum reaches down between teeth, where columns are darker than their neighbours.
    light = luminance(top)[None]
    between = np.clip((cv2.GaussianBlur(light, (0, 0), max(2.2 * texel, 0.6)) - light)[0] / 0.05, -1, 1)
    is_tooth = np.clip((share[columns] - 0.25) / 0.35, 0, 1)
    for number, x in enumerate(columns):
        above, below = rows < first[number], rows > last[number]
        away = first[number] - rows[above]
        turn = step(8.6 * texel, 10.0 * texel, split[x] - rows[above] + 1.4 * texel * between[number])[:, None]
        dark = (1 - (1 - is_tooth[number]) * step(0, 3 * texel, away))[:, None]
        flesh = gum * (1 - 0.10 * step(0, 4 * texel, away)[:, None])
        result[above, x] = (top[number] + (flesh - top[number]) * turn) * dark
        result[below, x] = bottom[number] * (0.55 + 0.45 * is_tooth[number])
    for side, x in ((range(columns[0] - 1, -1, -1), columns[0]), (range(columns[-1] + 1, width), columns[-1])):
        for away, other in enumerate(side):
            result[:, other] = result[:, x] * np.exp(-(away + 1) / (2 * texel))
    return result
