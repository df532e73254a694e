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
_BESIDE, _HANGS = 6.0, 0.25  # mm of a row that tell where it ends; mm by which what is darker below hangs
_FAR = 0.9  # mm by which what is no darker hangs below that
_SLIVER = 0.25  # mm²: less that hangs is a tooth's own edge
_TOOTH_ABOVE, _SEEN_UNDER = 0.9, 0.4  # mm above and below a biting edge whose light is compared
_FALL, _TOLD = 0.3, 0.35  # of its light that is surely lost under an edge; of that, what tells of one
_LEAST_TALL = 0.4  # of a column's tooth pixels that surely are the upper one's
_JUMP = 0.8  # what a millimetre up or down along the mouth costs, in edges that are not there
_LOOSE = 0.62  # of the light that a tooth has, in the shade of those above
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
    pale = clear & (pink < 0.42) & (saturation < 0.58)
    tooth = pale & (light > np.maximum(enough, _DARKEST * of_lip))
    loose = pale & (light > _LOOSE * np.maximum(enough, _DARKEST * of_lip))
    tooth = _large(tooth, _ISLAND * texel ** 2)
    rows = np.arange(len(patch), dtype=np.float32)[:, None]
    any_ = hole.any(0)
    ceiling = np.where(any_, np.where(hole > 0, rows, np.inf).min(0), np.nan)
    floor = np.where(any_, np.where(hole > 0, rows, -np.inf).max(0) + 1, np.nan)
    along = cv2.GaussianBlur(luminance(patch), (0, 0), max(0.9 * texel, 0.6), sigmaY=max(0.15 * texel, 0.4))
    upper, lower = _touching(*_rows(tooth, along, ceiling, floor, texel), loose, light, texel)
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


def _touching(upper: np.ndarray, lower: np.ndarray, loose: np.ndarray, light: np.ndarray,
              texel: float) -> tuple[np.ndarray, np.ndarray]:
    """What hangs below the biting edge is no tooth of the upper row but one of the lower that touches.

    loose (h, w) bool: what may be a tooth in the upper ones' shade; light (h, w): luminance.
    """
    if upper.any(0).sum() < 2 * round(_BESIDE * texel):
        return upper, lower
    edge = np.minimum(_biting_edge(upper, light, texel), _usual_edge(upper, texel) + (_FAR - _HANGS) * texel)
    rows = np.arange(len(upper))[:, None]
    below = _large(upper & (rows > edge + _HANGS * texel), _SLIVER * texel ** 2)
    if not below.any():
        return upper, lower
    more = loose & (rows > edge + _HANGS * texel) & upper.any(0)
    return upper & ~below, lower | below | more


def _usual_edge(upper: np.ndarray, texel: float) -> np.ndarray:
    """(w,) where the upper teeth around each column end."""
    columns, reach = np.flatnonzero(upper.any(0)), max(1, round(_BESIDE * texel))
    ends = len(upper) - upper[::-1, columns].argmax(0)
    whole = np.pad(np.interp(np.arange(upper.shape[1]), columns, ends), reach, mode="edge")
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(whole, 2 * reach + 1), axis=1))


def _biting_edge(upper: np.ndarray, light: np.ndarray, texel: float) -> np.ndarray:
    """(w,) the row above which each column's upper tooth ends, below it where nothing tells: the path across the
    mouth along which light falls off most, and which jumps least (dynamic programming)."""
    height, width = upper.shape
    rows = np.arange(height)[:, None]
    any_ = upper.any(0)
    columns = np.flatnonzero(any_)
    begins = np.interp(np.arange(width), columns, upper.argmax(0)[columns])
    ends = np.interp(np.arange(width), columns, (height - upper[::-1].argmax(0))[columns])
    total = np.concatenate([np.zeros((1, width), np.float32), np.cumsum(light, axis=0, dtype=np.float32)])

    def mean(first: float, last: float) -> np.ndarray:
        low, high = (np.clip(np.arange(height) + round(by * texel), 0, height) for by in (first, last))
        return np.asarray((total[high] - total[low]) / np.maximum(high - low, 1)[:, None])

    above, under = mean(-_TOOTH_ABOVE, -0.1), mean(0.0, _SEEN_UNDER)
    falls = np.clip((above - under) / np.maximum(above, 0.03) / _FALL, 0, 1)
    cost = 1 - np.where((rows > begins + _LEAST_TALL * (ends - begins)) & (rows <= ends + 1), falls, 0)
    jump = _JUMP / texel * np.abs(rows - rows.T)
    best, choice = cost[:, columns[0]], []
    for x in range(columns[0] + 1, columns[-1] + 1):
        through = best[:, None] + jump
        choice.append(through.argmin(0))
        best = through.min(0) + cost[:, x]
    path = [int(best.argmin())]
    for back in reversed(choice):
        path.append(int(back[path[-1]]))
    line = np.full(width, height, np.float32)
    line[columns[0]:columns[-1] + 1] = path[::-1]
    sure = np.take_along_axis(falls, np.minimum(line, height - 1).astype(int)[None], 0)[0] > _TOLD
    return np.where(sure, line, height)


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
