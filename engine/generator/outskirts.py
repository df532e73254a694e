"""Around a generator's square: what an edit moves there goes on moving, what it shades goes on, and both fade out."""

from dataclasses import dataclass

import numpy as np

from engine.generator.change import Change, largest

PAD = 0.1875
"""How far around the square something may change, in its sides, to every direction."""

_BORDER = 16.0  # pixels of 256 from the square's border inward, over which the drawn face gives way to the photo
_STEADY = 6.0  # over so many pixels what goes on outside is averaged
_STILL = 0.25  # a movement in pixels of 256 that does not show
_SHADE = 0.012  # a difference of colour that does not show
_EDGE_OF_MASK = 0.35
_COVERED = 0.2  # a difference in 0..1 of colour that is no shade any more: something else came before it
_OTHER = 0.07  # a difference in 0..1 between two things


@dataclass(frozen=True, eq=False)
class Outskirts:
    """Over the square and `PAD` of its side around, float32: mask (k, k) and flow (k, k, 2) as in `Change`.

    drawn: (k, k) how far the drawn face counts; the rest is the photo's, from where the flow says.
    fresh: (k, k, 3) what is added to both.
    """

    mask: np.ndarray
    flow: np.ndarray
    drawn: np.ndarray
    fresh: np.ndarray


def same_outside(photo: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """(k, k) float32: how surely a place around the square shows the same as the square's border beside it.

    photo: (s, s, 3) float32 0..1 in the square; wide: (k, k, 3) the same with `PAD` around it.
    """
    from engine.base.opencv import cv2

    pad = (len(wide) - len(photo)) // 2
    border = cv2.copyMakeBorder(photo, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    other = largest(np.abs(cv2.GaussianBlur(wide - border, (0, 0), 1.5)))
    return np.asarray(cv2.GaussianBlur(np.exp(-(other / _OTHER) ** 2), (0, 0), 1.5), np.float32)


def spread_out(change: Change, fresh: np.ndarray, shade: np.ndarray, same: np.ndarray, unit: float) -> Outskirts:
    """fresh: (s, s, 3) what is added to the colours. shade: (s, s, 3) how the edit changed the colours of what
    came along. same: of `same_outside`. unit: pixels for one of 256."""
    from engine.base.opencv import cv2

    side = len(change.mask)
    pad = round(PAD * side)
    inside, fading = _inside(side, pad, _BORDER * unit)

    def around(field: np.ndarray) -> np.ndarray:
        return cv2.copyMakeBorder(field, pad, pad, pad, pad, cv2.BORDER_REPLICATE)

    flow = _steady(change.flow, change.mask * change.carried, _STEADY * unit)
    flow *= np.clip(np.hypot(flow[..., 0], flow[..., 1]) * (side / unit / _STILL) - 1, 0, 1)[..., None]
    seen = np.clip(2 - largest(np.abs(shade)) / _COVERED, 0, 1)
    shade = _steady(shade * seen[..., None], change.mask * change.carried, _STEADY * unit)
    outer_flow, outer_shade = around(flow) * fading, around(shade) * (fading * same[..., None])
    within = inside[..., None]
    flow = around(change.flow) * within + outer_flow * (1 - within)
    moves = np.hypot(outer_flow[..., 0], outer_flow[..., 1]) * (side / unit / _STILL)
    shows = np.clip(np.maximum(moves, largest(np.abs(outer_shade)) / _SHADE) - 0.5, 0, 1)
    mask = around(change.mask)
    mask = mask * np.maximum(inside, np.minimum(shows, np.clip(fading[..., 0] / _EDGE_OF_MASK, 0, 1)))
    return Outskirts(mask.astype(np.float32), flow, inside * (1 - around(change.carried)),
                  around(fresh) * within + outer_shade * (1 - within))


def _steady(field: np.ndarray, weight: np.ndarray, reach: float) -> np.ndarray:
    """A field (s, s, C) averaged by a weight; nothing where there is no weight near."""
    from engine.base.opencv import cv2

    near = cv2.GaussianBlur(np.dstack([field * weight[..., None], weight]), (0, 0), reach,
                            borderType=cv2.BORDER_REPLICATE)
    return near[..., :-1] / (near[..., -1:] + 0.05)


def _inside(side: int, pad: int, border: float) -> tuple[np.ndarray, np.ndarray]:
    """(k, k): 0 around the square to 1 within; and (k, k, 1): 1 in it to 0 as far out as anything reaches."""
    place = np.arange(-pad, side + pad) + 0.5
    depth = np.minimum(place, side - place)

    def smooth(share: np.ndarray) -> np.ndarray:
        share = np.clip(share, 0, 1).astype(np.float32)
        return share * share * (3 - 2 * share)

    inward, outward = smooth(depth / border), smooth(1 + depth / pad)
    return inward[:, None] * inward, (outward[:, None] * outward)[..., None]
