"""Which pixels of a photographed mouth are teeth, and of which row.

Lips, gums and tongue are red where enamel is pale. How red differs from mouth to mouth and from light to light, so a
pixel's redness is read on a scale between this person's own enamel and own lips. Lips shade teeth, which is why being
dark alone excludes little, and glints on wet lips are pale, which is why small islands count for nothing.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.patches import luminance, step

_RIM = 0.35  # mm between an opening's outline and what may be a tooth
_SURROUND = (0.7, 3.0)  # mm around an opening: lips
_TOLD_APART = 0.10  # log ratio of red to green between enamel and lips; less tells nothing
_DARKEST = 0.45  # times the lips' luminance; what is darker is the dark
_ISLAND = 2.0  # mm²; a smaller patch of pale pixels is a glint
_BESIDE, _HANGS = 6.0, 0.9  # mm to either side; mm below what ends there
_BREAK = 0.5  # mm without a tooth that end a row


@dataclass(frozen=True, eq=False)
class ToothMask:
    """upper, lower (h, w) bool: surely a tooth of that row. pink (h, w) float32: 0 as red as enamel, 1 as lips.

    ceiling, floor (w,) float32: rows at which the opening begins and ends; NaN beside it.
    """

    upper: np.ndarray
    lower: np.ndarray
    pink: np.ndarray
    light: np.ndarray
    lips: float
    ceiling: np.ndarray
    floor: np.ndarray


def find_teeth(patch: np.ndarray, inside: np.ndarray, texel: float) -> ToothMask:
    """patch (h, w, 3) 0..1, upright; inside (h, w) 0..1 the opening; texel: pixels to a millimetre."""
    hole = (inside > 0.5).astype(np.uint8)
    blurred = cv2.GaussianBlur(patch, (0, 0), max(0.18 * texel, 0.4))
    light = luminance(blurred)
    red = np.log((blurred[..., 0] + 0.03) / (blurred[..., 1] + 0.03))
    clear = _grown(hole, -_RIM * texel) > 0
    if clear.sum() < 12:
        clear = hole > 0
    lips = (_grown(hole, _SURROUND[1] * texel) > 0) & (_grown(hole, _SURROUND[0] * texel) == 0)
    bright = float(np.percentile(light[clear], 92)) if clear.any() else 1.0
    pale = clear & (light > 0.6 * bright)
    of_teeth = float(np.percentile(red[pale], 20)) if pale.any() else 0.0
    of_lips = float(np.percentile(red[lips], 60)) if lips.any() else of_teeth + 0.3
    told = max(of_lips - of_teeth, _TOLD_APART)
    pink = ((red - of_teeth) / told).astype(np.float32)
    # Side teeth stand in the shade of the cheeks: let what counts as bright fall off with them.
    columns = np.where(clear, light, 0).max(0)
    locally = cv2.GaussianBlur(columns[None], (0, 0), max(3 * texel, 1.0))[0]
    enough = (0.62 if of_lips - of_teeth < _TOLD_APART else 0.52) * np.clip(locally, 0.45 * bright, bright)
    saturation = (blurred.max(-1) - blurred.min(-1)) / np.maximum(blurred.max(-1), 0.05)
    of_lip = float(np.median(light[lips])) if lips.any() else 0.0
    tooth = clear & (light > np.maximum(enough, _DARKEST * of_lip)) & (pink < 0.42) & (saturation < 0.58)
    tooth = _large(tooth, _ISLAND * texel ** 2)
    rows = np.arange(len(patch), dtype=np.float32)[:, None]
    any_ = hole.any(0)
    ceiling = np.where(any_, np.where(hole > 0, rows, np.inf).min(0), np.nan)
    floor = np.where(any_, np.where(hole > 0, rows, -np.inf).max(0) + 1, np.nan)
    along = cv2.GaussianBlur(luminance(patch), (0, 0), max(0.9 * texel, 0.6), sigmaY=max(0.15 * texel, 0.4))
    upper, lower = _touching(*_rows(tooth, along, ceiling, floor, texel), texel)
    small = 1.5 * texel ** 2
    return ToothMask(_large(upper, small), _large(lower, small), pink, light, of_lip or bright,
                     ceiling.astype(np.float32), floor.astype(np.float32))


def redness(pink: np.ndarray) -> np.ndarray:
    """0..1 how far a pixel is lip, gum or tongue rather than tooth."""
    return step(0.38, 0.75, pink)


def _grown(mask: np.ndarray, by: float) -> np.ndarray:
    """Dilated by so many pixels, eroded when negative."""
    size = 2 * max(1, round(abs(by))) + 1
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return cv2.dilate(mask, around) if by > 0 else cv2.erode(mask, around)


def _large(mask: np.ndarray, least: float) -> np.ndarray:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    keep = stats[:, cv2.CC_STAT_AREA] >= least
    keep[0] = False
    return keep[labels] if count > 1 else np.zeros_like(mask)


def _rows(tooth: np.ndarray, light: np.ndarray, ceiling: np.ndarray, floor: np.ndarray,
          texel: float) -> tuple[np.ndarray, np.ndarray]:
    """Teeth that hang from the upper lip and teeth that stand behind the lower one: a dark break tells them apart.

    light (h, w): luminance smoothed along the mouth, in which only a line along it is dark.
    """
    rows = np.arange(len(tooth))[:, None]
    any_ = tooth.any(0)
    before = np.maximum.accumulate(np.where(tooth, rows, -1))[:-1]  # the tooth above each row but the first
    breaks = tooth[1:] & (before >= 0) & (rows[1:] - before > max(_BREAK * texel, 1.5))
    broken = breaks.any(0)
    first = tooth & (~broken | (rows <= breaks.argmax(0)))
    last = tooth & (~broken | (rows >= len(tooth) - 1 - breaks[::-1].argmax(0)))
    dark = _dark_line(tooth, light, texel)
    dark[broken] = -1
    first &= (dark < 0) | (rows < dark)
    last &= (dark < 0) | (rows > dark)
    two = broken | (dark >= 0)
    gap = np.maximum(floor - ceiling, 1.0)
    above, below = tooth.argmax(0) - ceiling, floor - (len(tooth) - 1 - tooth[::-1].argmax(0))
    near = np.maximum(0.4 * gap, 2.0 * texel)
    hangs = any_ & (above < near) & (two | (above <= below + 0.25 * gap))
    upper, lower = first & hangs, last & (any_ & (two | ~hangs) & (below < near))
    return _by_most(tooth, upper, lower, texel)


def _touching(upper: np.ndarray, lower: np.ndarray, texel: float) -> tuple[np.ndarray, np.ndarray]:
    """What hangs far below the biting edge around it is no tooth of the upper row but one of the lower that touches."""
    columns = np.flatnonzero(upper.any(0))
    reach = max(1, round(_BESIDE * texel))
    if len(columns) < 2 * reach:
        return upper, lower
    ends = len(upper) - upper[::-1, columns].argmax(0)
    whole = np.pad(np.interp(np.arange(upper.shape[1]), columns, ends), reach, mode="edge")
    usual = np.median(np.lib.stride_tricks.sliding_window_view(whole, 2 * reach + 1), axis=1)
    below = upper & (np.arange(len(upper))[:, None] > usual + _HANGS * texel)
    return upper & ~below, lower | below


def _by_most(tooth: np.ndarray, upper: np.ndarray, lower: np.ndarray,
             texel: float) -> tuple[np.ndarray, np.ndarray]:
    """Columns that cannot tell the rows apart follow those that can; a few that see two rows see a shadow."""
    both = np.flatnonzero(upper.any(0) & lower.any(0))
    seen = int(tooth.any(0).sum())
    if len(both) < max(0.25 * seen, 4 * texel):
        nothing = np.zeros_like(upper)
        if upper.any(0).sum() >= lower.any(0).sum():
            return upper | (lower & ~upper.any(0)), nothing
        return nothing, lower | (upper & ~lower.any(0))
    between = [(len(tooth) - upper[::-1, x].argmax() + lower[:, x].argmax()) / 2 for x in both]
    line = np.interp(np.arange(tooth.shape[1]), both, between).astype(np.float32)
    reach = max(1, round(2.5 * texel))
    line = np.median(np.lib.stride_tricks.sliding_window_view(np.pad(line, reach, mode="edge"), 2 * reach + 1), axis=1)
    rows = np.arange(len(tooth))[:, None]
    return (upper | lower) & (rows < line - 0.3), (upper | lower) & (rows > line + 0.3)


def _dark_line(tooth: np.ndarray, light: np.ndarray, texel: float) -> np.ndarray:
    """(w,) the row at which closed teeth meet in a column's run of tooth pixels; -1 where they do not."""
    number = np.where(tooth, np.cumsum(tooth, axis=0) - 1, -1)  # of each pixel in its column's run
    length = tooth.sum(0)
    low, high = np.round(0.35 * length).astype(int), np.round(0.85 * length).astype(int)
    cut = np.where((number >= low) & (number < high), light, np.inf).argmin(0)
    columns = np.arange(tooth.shape[1])
    at = number[cut, columns]
    beside = np.minimum(np.where((number >= 0) & (number < at), light, -np.inf).max(0),
                        np.where(number >= at, light, -np.inf).max(0))
    meets = (length >= 5.5 * texel) & (high - low >= 2) & (light[cut, columns] < 0.80 * beside)
    return np.where(meets, cut, -1)
