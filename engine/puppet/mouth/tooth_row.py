"""One row of photographed teeth as a texture that goes on where the photo stops: under the lips and at their edges.

Only what is surely enamel is taken from the photo. The rest is enamel of the same columns, smoother the further away it
is, so that the gaps between teeth run on and nothing else does; above the necks comes gum. Rows are upright: the lip
that covers them is above, their biting edge below; lower teeth come mirrored.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.mouth.tooth_mask import redness
from engine.puppet.patches import luminance, step

_LEAST_HEIGHT = 2.0  # mm of tooth; a thinner strip is drawn instead
_LEAST_WIDTH = 16.0  # mm
_LEAST_TEXEL = 0.6  # pixels to a millimetre; a coarser photo shows no teeth, only their colour
_NECK = (8.8, 9.8)  # mm above the biting edge: where front teeth turn to gum, side teeth earlier
_ROUGHEST = 0.65  # mm the biting edge strays from a smooth line on average; more is no row of teeth
_GAP = 0.2  # how much darker than a tooth the gap between two is
_GUMMY = 1.4  # mm of gum between lip and teeth that are worth showing
_GUM = np.array([0.86, 0.50, 0.49], np.float32)  # times the enamel's luminance
_END_SEARCH = 4.5  # mm from the outermost tooth in which a gap ends the photographed row


@dataclass(frozen=True, eq=False)
class ToothRow:
    """colour (h, w, 3) and alpha (h, w) float32; edge (w,) rows where teeth end; first, last: columns it spans;
    end_colours (2, 3) of the outermost teeth."""

    colour: np.ndarray
    alpha: np.ndarray
    edge: np.ndarray
    first: int
    last: int
    end_colours: np.ndarray


def cut_row(patch: np.ndarray, tooth: np.ndarray, pink: np.ndarray, ceiling: np.ndarray, floor: np.ndarray,
            texel: float, gums: bool = True) -> ToothRow | None:
    """The row, or None when too little of it is seen. patch (h, w, 3); tooth (h, w) bool; the rest as in `ToothMask`.

    gums: whether the photo may show gum above the row; what is red beyond lower teeth is lip.
    """
    span = _span(tooth, texel)
    if span is None or texel < _LEAST_TEXEL:
        return None
    height, width = tooth.shape
    rows = np.arange(height, dtype=np.float32)[:, None] + 0.5
    top, edge = _limits(tooth, span, texel)
    dips = _dips(patch, tooth, top, edge, texel)
    first, last = _end_at_gaps(dips, span, texel)
    # Where the other lip hides the biting edge, it is a smooth line with round corners a little beyond.
    line = _smooth_line(edge, first, last, texel)
    if np.abs(edge - line)[first:last + 1].mean() > _ROUGHEST * texel:
        return None
    edge = np.clip(edge, line - 1.6 * texel, line + 0.9 * texel)
    hidden = _blur(((floor - edge) < 0.9 * texel).astype(np.float32), 1.0 * texel)
    beyond = np.maximum(line, edge) + (0.55 - 0.9 * _blur(dips, 0.4 * texel)) * texel
    outline = (edge - 0.15 * texel) * (1 - hidden) + beyond * hidden
    near, far = _column_colours(patch, tooth, top, texel, above=True)
    near_low, far_low = _column_colours(patch, tooth, edge, texel, above=False)
    over = np.maximum(top[None] + 1.2 * texel - rows, 0)
    under = np.maximum(rows - edge[None] + 0.6 * texel, 0)
    gaps = (1 - _GAP * dips ** 1.5)[:, None]
    upward = near[None] + (far * gaps - near)[None] * step(0, 1.6 * texel, over)[..., None]
    downward = near_low[None] + (far_low * gaps - near_low)[None] * step(0, 1.6 * texel, under)[..., None]
    between = step(0, 1, (rows - top) / np.maximum(edge - top, 1.0))[..., None]
    made = upward + (downward - upward) * between
    # Necks are a little darker and yellower than what the lip left to be seen.
    made = made * (1 - np.array([0.02, 0.05, 0.10], np.float32) * step(0, 6 * texel, over)[..., None])
    # The lip's shadow stays behind when the lip goes: the taller the tooth, the more of its top is made anew.
    lit = np.clip(0.38 * _blur(edge - top, 2 * texel) / texel, 1.1, 2.6)
    trust = step(0.3, 1.0, (rows - top) / (texel * lit)) * (1 - step(-0.7, -0.15, (rows - edge) / texel))
    trust = trust * (1 - cv2.GaussianBlur(redness(pink), (0, 0), max(0.25 * texel, 0.5)))
    colour = made + (patch - made) * trust[..., None]
    neck = _neck(line, dips, width, first, last, texel) - rows / texel
    colour = _with_gum(colour, patch, top, neck, pink, ceiling, (first, last), texel, gums)
    soft = max(0.22 * texel, 0.5)
    alpha = 1 - step(-soft, soft, rows - outline[None])
    x = np.arange(width, dtype=np.float32)
    fade = np.maximum((0.4 + 2.0 * step(-4, 0.5, neck)) * texel, 0.8)  # teeth end at a gap, gums nowhere
    alpha = alpha * step(0, 1, (x - first) / (2 * fade) + 0.5) * step(0, 1, (last - x) / (2 * fade) + 0.5)
    depth = max(3, round(2.0 * texel))
    ends = np.stack([near_low[first:first + depth].mean(0), near_low[max(last + 1 - depth, 0):last + 1].mean(0)])
    return ToothRow(colour.astype(np.float32), alpha.astype(np.float32), outline.astype(np.float32), first, last,
                    ends.astype(np.float32))


def _span(tooth: np.ndarray, texel: float) -> tuple[int, int] | None:
    """The columns between which the row is tall enough without a large break, or None."""
    tall = tooth.sum(0).astype(np.float32)
    if not tall.any():
        return None
    typical = float(np.percentile(tall[tall > 0], 70))
    if typical < _LEAST_HEIGHT * texel:
        return None
    good = (tall >= max(0.9 * texel, 0.33 * typical)).astype(np.uint8)[None]
    bridge = np.ones((1, 2 * max(1, round(1.2 * texel)) + 1), np.uint8)
    joined = cv2.erode(cv2.dilate(good, bridge), bridge)[0] if good.any() else good[0]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], joined, [0]])))
    spans = [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    widest = max(spans, key=lambda span: span[1] - span[0])
    return widest if widest[1] - widest[0] >= _LEAST_WIDTH * texel else None


def _limits(tooth: np.ndarray, span: tuple[int, int], texel: float) -> tuple[np.ndarray, np.ndarray]:
    """(w,) the first row of teeth and the one after the last, smooth, carried on beside the span."""
    first, last = span
    columns = np.arange(first, last + 1)
    known = columns[tooth[:, columns].any(0)]
    found = []
    for values in (tooth[:, known].argmax(0), len(tooth) - tooth[::-1, known].argmax(0)):
        line = np.interp(columns, known, values).astype(np.float32)
        reach = max(1, round(0.45 * texel))
        padded = np.pad(line, reach, mode="edge")
        median = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), axis=1)
        smooth = _blur(median.astype(np.float32), 0.35 * texel)
        found.append(np.pad(smooth, (first, tooth.shape[1] - 1 - last), mode="edge"))
    return found[0], found[1]


def _smooth_line(edge: np.ndarray, first: int, last: int, texel: float) -> np.ndarray:
    """(w,) the biting edge without teeth of its own: a robust curve, level beside the span."""
    columns = np.arange(first, last + 1)
    place = np.linspace(-1, 1, len(columns))
    weight = np.ones(len(columns))
    for _ in range(4):
        fitted = np.polynomial.Polynomial.fit(place, edge[columns], 3, domain=[-1, 1], w=weight)(place)
        weight = 1 / (1 + np.abs(edge[columns] - fitted) / (0.4 * texel))
    return np.pad(fitted, (first, len(edge) - 1 - last), mode="edge").astype(np.float32)


def _neck(line: np.ndarray, dips: np.ndarray, width: int, first: int, last: int, texel: float) -> np.ndarray:
    """(w,) rows, in mm, where teeth of usual height turn to gum: arches over each tooth, papillae between."""
    away = np.abs(np.arange(width) - (first + last) / 2) / texel
    usual = _NECK[0] - 1.6 * step(8, 24, away)
    return line / texel - usual + 2.4 * _blur(dips, 0.8 * texel) - 0.8


def _dips(patch: np.ndarray, tooth: np.ndarray, top: np.ndarray, edge: np.ndarray, texel: float) -> np.ndarray:
    """(w,) 0..1 how much darker a column is than its neighbours: where one tooth ends and the next begins."""
    rows = np.arange(len(patch), dtype=np.float32)[:, None]
    part = (rows > top + 0.25 * (edge - top)) & (rows < edge - 0.2 * (edge - top))
    light = (luminance(patch) * part).sum(0) / np.maximum(part.sum(0), 1)
    fine, broad = _blur(light, 0.15 * texel), _blur(light, 2.0 * texel)
    return np.clip((broad - fine) / np.maximum(0.14 * broad, 1e-3), 0, 1).astype(np.float32)


def _end_at_gaps(dips: np.ndarray, span: tuple[int, int], texel: float) -> tuple[int, int]:
    """The span cut back to a gap between two teeth, where there is one: what comes next is drawn from its edge on."""
    first, last = span
    reach = min(round(_END_SEARCH * texel), (last - first) // 4)
    if reach < 2:
        return span
    return first + _outermost(dips[first:first + reach]), last - _outermost(dips[last + 1 - reach:last + 1][::-1])


def _outermost(dips: np.ndarray) -> int:
    """The first distinct gap's middle, or 0."""
    if dips.max() < 0.3:
        return 0
    start = int((dips > 0.6 * dips.max()).argmax())
    end = start + int((np.append(dips[start:], 0) <= 0.5 * dips.max()).argmax())
    return start + int(dips[start:max(end, start + 1)].argmax())


def _column_colours(patch: np.ndarray, tooth: np.ndarray, limit: np.ndarray, texel: float,
                    above: bool) -> tuple[np.ndarray, np.ndarray]:
    """(w, 3) twice: the teeth's colour near a limit, and the same smoothed along the row."""
    rows = np.arange(len(patch), dtype=np.float32)[:, None]
    away = (rows - limit) if above else (limit - rows)
    weight = tooth * step(0.6 * texel, 1.6 * texel, away) * (1 - step(2.2 * texel, 3.8 * texel, away)) + 1e-3 * tooth
    total, colour = weight.sum(0), (patch * weight[..., None]).sum(0)

    def spread(sigma: float) -> tuple[np.ndarray, np.ndarray]:
        share = _blur(total, sigma)
        blurred = np.stack([_blur(colour[:, channel], sigma) for channel in range(3)], 1)
        return blurred / np.maximum(share, 1e-9)[:, None], share[:, None]

    wide, enough = spread(4 * texel)
    wide = np.where(enough > 1e-6, wide, colour.sum(0) / max(float(total.sum()), 1e-9))
    fine, soft = (np.where(share > 1e-4, found, wide) for found, share in (spread(0.3 * texel), spread(1.3 * texel)))
    return fine.astype(np.float32), soft.astype(np.float32)


def _with_gum(colour: np.ndarray, patch: np.ndarray, top: np.ndarray, above: np.ndarray, pink: np.ndarray,
              ceiling: np.ndarray, span: tuple[int, int], texel: float, gums: bool) -> np.ndarray:
    """Gum above the necks: where the photo shows it, else where teeth of usual height end.

    above (h, w): mm above the usual neck.
    """
    rows = np.arange(len(patch), dtype=np.float32)[:, None] + 0.5
    first, last = span
    x = np.arange(patch.shape[1])
    middle = (x > first + 0.15 * (last - first)) & (x < last - 0.15 * (last - first))
    enamel = float(luminance(colour[(rows > top) & (rows < top + 3 * texel) & middle]).mean())
    band = (rows > ceiling + 0.8 * texel) & (rows < top - 0.3 * texel) & middle & (pink > 0.3)
    shown = band & (luminance(patch) > 0.35 * enamel)
    flesh = np.broadcast_to(_GUM * enamel, colour.shape)
    if gums and np.median(shown[:, middle].sum(0)) > _GUMMY * texel:
        gum = np.median(patch[shown], axis=0)
        above = (top - rows) / texel
        from_lip = (rows - np.nan_to_num(ceiling, nan=1e6)) / texel
        flesh = gum + (patch - gum) * (step(0.4, 1.0, from_lip) * (1 - step(-1.0, -0.2, -above)))[..., None]
    turn = step(0, _NECK[1] - _NECK[0], above)[..., None]
    return colour + (flesh * (1 - 0.12 * step(1, 6, above))[..., None] - colour) * turn


def _blur(values: np.ndarray, sigma: float) -> np.ndarray:
    """(n,) smoothed."""
    return cv2.GaussianBlur(values.astype(np.float32)[None], (0, 0), max(sigma, 0.4),
                            borderType=cv2.BORDER_REPLICATE)[0]
