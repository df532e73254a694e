"""Which of the head's brows a photo shows, by how thick they are.

Landmarks say where a brow lies, and little of how thick it is. So the photo is looked at along lines across each brow:
how wide the dark band is where it is half as dark as at its darkest, beside the skin on each side, as a share of the
brow's length; the middle one of all lines. The head's own styles, drawn and measured in the same way, say which of them
that is nearest to.
"""

import numpy as np

from engine.photo.sampling import sampled

WIDTHS = (0.168, 0.203, 0.12)
"""Of the styles in the order of `engine.head.portrait.brows.STYLES`: what tells them apart best on 40 drawn heads."""
_WIDEST = 0.31
"""A band as wide as that is a shadow, or hair."""
_RINGS = ((300, 293, 334, 296, 336, 285, 295, 282, 283, 276), (70, 63, 105, 66, 107, 55, 65, 52, 53, 46))
"""Landmarks around the subject's left and right brow: the upper edge from the tail to the nose, the lower one back."""
_LINES, _ALONG = 25, (0.25, 0.85)
"""Lines across a brow, and where along it, from the tail, they lie: at its ends it thins out."""
_REACH, _STEP = 0.30, 0.01
"""How far a line goes up and down, and how far its points lie from one another, as shares of the brow's length."""
_NEAR = 0.14
"""How far from its landmarks a brow may lie."""
_SIDE = 20
"""Points of a line on each side of the darkest in which its skin is looked for."""
_DARKER = 3.0
"""Grey levels of 255 that a brow must be darker than the skin above it."""
_LEAST_LENGTH, _LEAST_LINES = 12.0, 9
_GREY = (0.299, 0.587, 0.114)


def seen_brow_style(pixels: np.ndarray, landmarks: np.ndarray) -> int | None:
    """1 to 3, as `Skin.brow_style` counts; None where no brow is seen well enough.

    pixels: (h, w, 3) uint8; landmarks: (478, 2 or more) in its pixels. A few milliseconds.
    """
    width = brow_width(pixels, landmarks)
    if not width or width > _WIDEST:
        return None
    return 1 + int(np.abs(np.log(np.array(WIDTHS) / width)).argmin())


def brow_width(pixels: np.ndarray, landmarks: np.ndarray) -> float | None:
    """How thick brows are, as a share of their length: the darker brow counts more. None where none is seen."""
    points = np.asarray(landmarks, np.float64)[:, :2]
    found = [seen for ring in _RINGS if (seen := _across(pixels, points[list(ring)])) is not None]
    return float(np.average([width for width, _ in found], weights=[dark for _, dark in found])) if found else None


def _across(pixels: np.ndarray, ring: np.ndarray) -> tuple[float, float] | None:
    """(thickness, darkness) of a brow; None when it is not seen."""
    from engine.base.opencv import cv2

    if not np.isfinite(ring).all():
        return None
    middle = (ring[:5] + ring[:4:-1]) / 2
    length = float(np.linalg.norm(middle[0] - middle[-1]))
    height, width = pixels.shape[:2]
    inside = ((middle >= 0) & (middle < (width, height))).all()
    if length < _LEAST_LENGTH or not inside:
        return None
    run = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(middle, axis=0), axis=1))]
    share = np.linspace(*_ALONG, _LINES)
    centre = np.stack([np.interp(share, run / run[-1], middle[:, axis]) for axis in (0, 1)], 1)
    ahead = np.gradient(centre, axis=0)
    down = np.stack([-ahead[:, 1], ahead[:, 0]], 1) / np.linalg.norm(ahead, axis=1)[:, None]
    down *= np.sign(down[:, 1].sum()) or 1.0
    steps = np.arange(-_REACH, _REACH + _STEP / 2, _STEP)
    at = centre + steps[:, None, None] * length * down
    seen = cv2.GaussianBlur(sampled(pixels[..., :3], at) @ np.array(_GREY, np.float32), (0, 0), 1.2)
    dark = np.median(seen[6:16], 0) - seen  # beside the skin above
    near = np.flatnonzero(np.abs(steps) < _NEAR)
    peaks = near[dark[near].argmax(0)]
    widths, depths = [], []
    for line, peak in zip(dark.T, peaks.tolist(), strict=True):
        if line[peak] <= _DARKER:
            continue
        # Half as dark as it is beside the skin on each side: below it lies the lid's shadow.
        above, below = line[max(peak - _SIDE, 0):peak + 1], line[peak:peak + _SIDE]
        first = max(peak - _SIDE, 0) + int(np.flatnonzero(above <= (line[peak] + above.min()) / 2)[-1])
        last = peak + int(np.flatnonzero(below <= (line[peak] + below.min()) / 2)[0])
        widths.append((last - first) * _STEP)
        depths.append(float(line[peak]))
    if len(widths) < _LEAST_LINES:
        return None
    return float(np.median(widths)), float(np.median(depths))
