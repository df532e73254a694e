"""What is behind a person, where nobody saw it: the colours around it, brought in from everywhere."""

import numpy as np

_FEWEST = 0.01
"""Share of a picture that must show what is behind, to be gone by."""


def filled(picture: np.ndarray, seen: np.ndarray) -> np.ndarray | None:
    """(s, s, 3) float32: a picture with what is not seen filled in from around it, smooth; None when hardly anything is
    seen. seen: (s, s) float32 0..1.

    Push and pull over halved pictures (Gortler et al., The Lumigraph, SIGGRAPH 1996).
    """
    if float(seen.mean()) < _FEWEST:
        return None
    return _filled(picture.astype(np.float32), seen.astype(np.float32))


def _filled(picture: np.ndarray, seen: np.ndarray) -> np.ndarray:
    from engine.base.opencv import cv2

    height, width = seen.shape
    weighed = np.dstack([picture * seen[..., None], seen])
    if min(height, width) <= 2:
        mean = weighed.mean((0, 1))
        return np.broadcast_to(mean[:3] / max(float(mean[3]), 1e-6), picture.shape).astype(np.float32)
    half = cv2.resize(weighed, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
    known = half[..., 3:]
    coarse = _filled(half[..., :3] / np.maximum(known, 1e-6), np.minimum(4 * known[..., 0], 1))
    around = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    return around + seen[..., None] * (picture - around)
