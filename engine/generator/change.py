"""What an edit changed in a drawn face: where, how it moved, and where it is the same skin and hair as before."""

from dataclasses import dataclass

import numpy as np

SIDE = 256
"""Pixels at which changes are looked for, whatever the pictures' size, so that drafts and finals agree."""

# All lengths are pixels of a square of SIDE.
_BLUR = 1.2
_BROAD = 5.0
_SEEN, _CLEAR = 0.03, 0.075  # a difference in 0..1 that is not yet, and that is fully, a change
_OUTSIDE = 2.0  # times as much it takes where no head is
_CLOSE, _GROW, _FEATHER = 9, 5, 5.0
_BORDER = 14.0  # from the square's edge inward, where the photo comes back
_FINE = 4.0
_SAME, _OTHER = 0.02, 0.06  # difference of fine structure below which it is the same, above which it is another


@dataclass(frozen=True, eq=False)
class Change:
    """All over the drawn square, (SIDE, SIDE).

    mask:    float32 0..1, what is to be taken from the edit; 0 all over when nothing changed.
    flow:    (SIDE, SIDE, 2) float32: from a place in the edit to where the same was before, in sides of the square.
    carried: float32 0..1, how surely it is the same that was there.
    """

    mask: np.ndarray
    flow: np.ndarray
    carried: np.ndarray


def reduced(picture: np.ndarray, side: int = SIDE) -> np.ndarray:
    """A square picture of no more than `side` pixels, averaged."""
    from engine.opencv import cv2

    if picture.shape[0] <= side:
        return picture
    return cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)


def change_between(before: np.ndarray, after: np.ndarray, keep: np.ndarray | None = None) -> Change:
    """before, after: (s, s, 3) float32 0..1, s <= SIDE. keep: (k, k) float32 0..1, where 1 nothing is taken."""
    unit = before.shape[0] / SIDE
    mask = change_mask(before, after, unit)
    if keep is not None:
        from engine.opencv import cv2

        mask = mask * (1 - cv2.resize(keep, mask.shape[::-1], interpolation=cv2.INTER_AREA))
    if not mask.any():
        return Change(mask, np.zeros((*mask.shape, 2), np.float32), np.ones_like(mask))
    flow = _flow(before, after)
    return Change(mask, flow / np.float32(before.shape[0]), _carried(before, after, flow, unit))


def change_mask(before: np.ndarray, after: np.ndarray, unit: float = 1.0) -> np.ndarray:
    """(s, s) float32 0..1. unit: pixels for one of SIDE."""
    from engine.opencv import cv2

    difference = after - before
    near = np.abs(cv2.GaussianBlur(difference, (0, 0), _BLUR * unit)).max(2)
    broad = np.abs(cv2.GaussianBlur(difference, (0, 0), _BROAD * unit)).max(2)
    amount = np.maximum(0.6 * near, broad) / _demand(before.shape[0])
    sure = np.clip((amount - _SEEN) / (_CLEAR - _SEEN), 0, 1)
    chosen = (sure > 0.5).astype(np.uint8)
    kernel = _disc(_CLOSE * unit)
    chosen = cv2.morphologyEx(cv2.copyMakeBorder(chosen, *[kernel.shape[0]] * 4, cv2.BORDER_REPLICATE),
                              cv2.MORPH_CLOSE, kernel)[kernel.shape[0]:-kernel.shape[0], kernel.shape[0]:-kernel.shape[0]]
    chosen = cv2.morphologyEx(chosen, cv2.MORPH_OPEN, _disc(2 * unit))
    grown = cv2.dilate(_without_holes(chosen), _disc((_GROW + _FEATHER) * unit))
    soft = cv2.GaussianBlur(grown.astype(np.float32), (0, 0), _FEATHER * unit * 0.6)
    soft = np.clip(2 * soft - 1, 0, 1) * grown
    return (soft * _inside(before.shape[0], _BORDER * unit)).astype(np.float32)


def _demand(side: int) -> np.ndarray:
    """(s, s): 1 where a head is in FFHQ's squares, more around it, where generators change things unasked."""
    y, x = np.mgrid[:side, :side].astype(np.float32) / side
    away = np.hypot((x - 0.5) / 0.36, (y - 0.5) / 0.46)
    return 1 + (_OUTSIDE - 1) * np.clip((away - 0.85) / 0.4, 0, 1)


def _inside(side: int, border: float) -> np.ndarray:
    along = np.clip((np.minimum(np.arange(side), np.arange(side)[::-1]) + 0.5) / border, 0, 1).astype(np.float32)
    along = along * along * (3 - 2 * along)
    return along[:, None] * along


def _without_holes(chosen: np.ndarray) -> np.ndarray:
    from engine.opencv import cv2

    outlines, _ = cv2.findContours(chosen, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return cv2.drawContours(np.zeros_like(chosen), outlines, -1, 1, cv2.FILLED)


def _disc(radius: float) -> np.ndarray:
    from engine.opencv import cv2

    reach = max(1, round(radius))
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))


def _flow(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """(s, s, 2) pixels: after at p shows what before shows at p + flow (Kroeger et al., DIS, ECCV 2016)."""
    from engine.opencv import cv2

    gray = [np.rint(255 * np.clip(cv2.cvtColor(one, cv2.COLOR_RGB2GRAY), 0, 1)).astype(np.uint8)
            for one in (after, before)]
    return cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_FAST).calc(*gray, None)


def _carried(before: np.ndarray, after: np.ndarray, flow: np.ndarray, unit: float) -> np.ndarray:
    """(s, s): whether fine structure came along with the flow; shades and colours may have changed."""
    from engine.opencv import cv2

    side = before.shape[0]
    x = np.arange(side, dtype=np.float32)
    came = cv2.remap(before, flow[..., 0] + x, flow[..., 1] + x[:, None], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)
    difference = after - came
    fine = difference - cv2.GaussianBlur(difference, (0, 0), _FINE * unit)
    other = cv2.GaussianBlur(np.abs(fine).max(2), (0, 0), 2 * unit)
    sure = 1 - np.clip((other - _SAME) / (_OTHER - _SAME), 0, 1)
    return cv2.GaussianBlur(sure, (0, 0), 1.5 * unit).astype(np.float32)
