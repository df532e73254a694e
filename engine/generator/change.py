"""What an edit changed in a drawn face: where, how it moved, and where it is the same skin and hair as before."""

from dataclasses import dataclass

import numpy as np

SIDE = 256
"""Pixels at which changes are looked for, whatever the pictures' size, so that drafts and finals agree."""

# All lengths are pixels of a square of SIDE.
_NEAR, _BROAD = 1.2, 5.0
_NARROW = 0.6  # what counts of a difference in fine lines: hair never falls twice the same way
_SEEN = 0.05  # a difference in 0..1 that is a change
_SHARE, _LEAST = 0.3, 0.2  # a weak edit changes the same places less: so much of its most, no less than that of _SEEN
_OUTSIDE, _BEHIND = 2.5, 4.0  # times as much it takes where heads seldom are, and where there is surely none
_SHIFTED = 0.8  # a movement that is a change, where there is structure to see it by
_STRUCTURE = 0.012
_LINES = 0.4  # logarithm of how many times more or less structure there is: new wrinkles, or gone ones
_CLOSE, _OPEN, _GROW, _FEATHER = 12.0, 2.0, 4.0, 5.0
_SMALLEST = 0.0015  # share of the square below which a change on its own is none
_AWAY = 2.0  # so near to a person nothing is surely behind
_FINE, _AROUND = 4.0, 4.0
_SAME, _OTHER = 0.5, 1.0  # of the fine structure: differing less it is the same, differing more it is another
_NOTHING = 0.02  # fine structure of skin and empty walls, of which nothing can be said
_FLAT = 0.004
_GONE, _KEPT = 0.45, 0.85  # of the fine structure there was: with less left it was smoothed away, the photo's lines too


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
    from engine.base.opencv import cv2

    if picture.shape[0] <= side:
        return picture
    return cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)


def largest(colours: np.ndarray) -> np.ndarray:
    """(h, w) of (h, w, 3): the largest channel; several times as fast as numpy's own way along a short axis."""
    return np.maximum(np.maximum(colours[..., 0], colours[..., 1]), colours[..., 2])


def surely(where: np.ndarray, away: float = _AWAY) -> np.ndarray:
    """(k, k) of a map over the square of 0 to 1: where it holds `away` pixels of SIDE around too, soft."""
    from engine.base.opencv import cv2

    unit = len(where) / SIDE
    inner = cv2.erode(where, _disc(away * unit))
    return np.asarray(cv2.GaussianBlur(inner, (0, 0), _AWAY / 2 * unit), np.float32)


def change_between(before: np.ndarray, after: np.ndarray, keep: np.ndarray | None = None,
                   photo: np.ndarray | None = None, behind: np.ndarray | None = None) -> Change:
    """What changed from one drawn picture to another, both (s, s, 3) float32 0..1 with s <= SIDE.

    keep:   (k, k) float32 0..1, where 1 nothing is taken.
    photo:  (s, s, 3) float32 0..1, what `before` was found for: it shows structure that was not found.
    behind: (s, s) float32 0..1, where 1 the photo shows what is behind the person: another shade of that is no change.
    """
    from engine.base.opencv import cv2

    unit = before.shape[0] / SIDE
    if np.array_equal(before, after):
        return _nothing(before.shape[0])
    was, now, there = (cv2.cvtColor(one, cv2.COLOR_RGB2GRAY) for one in
                       (before, after, before if photo is None else photo))
    flow = _flow(was, now)
    fine = _fine(now, unit)
    seen = np.maximum(fine * fine, _fine(there, unit) ** 2)
    outside = _outside(len(was))
    demand = 1 + (_OUTSIDE - 1) * outside
    if behind is not None:
        behind = surely(behind)
        demand, outside = np.maximum(demand, 1 + (_BEHIND - 1) * behind), np.maximum(outside, behind)
    structure = np.sqrt(cv2.GaussianBlur(seen, (0, 0), _AROUND * unit))
    amount = _amount(after - before, unit) / demand
    weak = float(np.clip(_SHARE * amount.max() / _SEEN, _LEAST, 1))
    shifted = (np.hypot(flow[..., 0], flow[..., 1]) > weak * _SHIFTED * unit) & (structure > _STRUCTURE)
    carried, left = _carried(was, fine, flow, unit)
    other = (np.abs(np.log(left)) > weak * _LINES) & (structure > _STRUCTURE / 2)
    mask = _mask((amount > weak * _SEEN) | ((shifted | other) & (outside < 0.5)), unit)
    if keep is not None:
        mask = mask * (1 - np.clip(cv2.resize(keep, mask.shape[::-1], interpolation=cv2.INTER_AREA), 0, 1))
    if not mask.any():
        return _nothing(before.shape[0])
    return Change(mask, flow / np.float32(before.shape[0]), carried)


def _nothing(side: int) -> Change:
    return Change(np.zeros((side, side), np.float32), np.zeros((side, side, 2), np.float32),
                  np.ones((side, side), np.float32))


def _amount(difference: np.ndarray, unit: float) -> np.ndarray:
    """(s, s) float32: how much a difference (s, s, 3) is seen."""
    from engine.base.opencv import cv2

    near = largest(np.abs(cv2.GaussianBlur(difference, (0, 0), _NEAR * unit)))
    broad = largest(np.abs(cv2.GaussianBlur(difference, (0, 0), _BROAD * unit)))
    return np.maximum(_NARROW * near, broad)


def _mask(changed: np.ndarray, unit: float) -> np.ndarray:
    """(s, s) float32 0..1: what has changed, without holes and specks, grown and feathered."""
    from engine.base.opencv import cv2

    chosen: np.ndarray = changed.astype(np.uint8)
    kernel = _disc(_CLOSE * unit)
    edge = kernel.shape[0]
    chosen = cv2.copyMakeBorder(chosen, edge, edge, edge, edge, cv2.BORDER_REPLICATE)
    chosen = cv2.morphologyEx(chosen, cv2.MORPH_OPEN, _disc(_OPEN * unit))
    chosen = cv2.morphologyEx(chosen, cv2.MORPH_CLOSE, kernel)[edge:-edge, edge:-edge]
    grown = cv2.dilate(_whole(chosen), _disc((_GROW + _FEATHER) * unit))
    soft = cv2.GaussianBlur(grown.astype(np.float32), (0, 0), 0.6 * _FEATHER * unit)
    return np.asarray(np.clip(2 * soft - 1, 0, 1) * grown, np.float32)


def _outside(side: int) -> np.ndarray:
    """(s, s) 0 where a head is in FFHQ's squares, 1 far around it, where generators change things unasked."""
    y, x = np.mgrid[:side, :side].astype(np.float32) / side
    away = np.hypot((x - 0.5) / 0.36, (y - 0.5) / 0.46)
    return np.clip((away - 0.85) / 0.4, 0, 1)


def _whole(chosen: np.ndarray) -> np.ndarray:
    """Without holes, and without what is small and lies alone."""
    from engine.base.opencv import cv2

    outlines, _ = cv2.findContours(chosen, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    large = [one for one in outlines if cv2.contourArea(one) > _SMALLEST * chosen.size]
    return cv2.drawContours(np.zeros_like(chosen), large, -1, 1, cv2.FILLED)


def _disc(radius: float) -> np.ndarray:
    from engine.base.opencv import cv2

    reach = max(1, round(radius))
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))


def _flow(was: np.ndarray, now: np.ndarray) -> np.ndarray:
    """(s, s, 2) pixels: `now` at p shows what `was` shows at p + flow (Kroeger et al., DIS, ECCV 2016)."""
    from engine.base.opencv import cv2

    gray = [np.rint(255 * np.clip(one, 0, 1)).astype(np.uint8) for one in (now, was)]
    dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return dis.calc(*gray, None)  # type: ignore[call-overload]


def _carried(was: np.ndarray, now_fine: np.ndarray, flow: np.ndarray, unit: float) -> tuple[np.ndarray, np.ndarray]:
    """(s, s): whether fine structure came along with the flow and is still there; and how many times as much of it
    there is now. Shades and colours may have changed. Lines that a younger skin has no more are not carried: the photo
    would bring them back."""
    from engine.base.opencv import cv2

    x = np.arange(len(was), dtype=np.float32)
    came = cv2.remap(was, flow[..., 0] + x, flow[..., 1] + x[:, None], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)
    came_fine = _fine(came, unit)
    energies = np.dstack([came_fine * came_fine, now_fine * now_fine, (now_fine - came_fine) ** 2])
    energies = cv2.GaussianBlur(energies, (0, 0), _AROUND * unit)
    before, after, other = (np.sqrt(energies[..., place]) for place in range(3))
    share = (other / (np.maximum(before, after) + _NOTHING) - _SAME) / (_OTHER - _SAME)
    left = (after + _FLAT) / (before + _FLAT)
    return np.asarray((1 - _soft(share)) * _soft((left - _GONE) / (_KEPT - _GONE)), np.float32), left


def _soft(share: np.ndarray) -> np.ndarray:
    share = np.clip(share, 0, 1)
    return share * share * (3 - 2 * share)


def _fine(gray: np.ndarray, unit: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return gray - cv2.GaussianBlur(gray, (0, 0), _FINE * unit)
