"""Takes the photo's light out of skin: second-order spherical harmonics of the normals against log luminance.

Ramamoorthi and Hanrahan ("An efficient representation for irradiance environment maps", 2001): nine numbers hold what
diffuse light does to a surface. They are found by least squares that moles, brows and shadows do not draw along
(Cauchy's weights), on pure skin, and what they say is divided out in part.
"""

import numpy as np

_ROUNDS = 6
_CAUCHY = 0.15  # of log luminance: what differs by more counts less
_RIDGE = np.array([0.0, 0.3, 0.3, 0.3, 3.0, 3.0, 3.0, 3.0, 3.0]) * 0.02
_TAKEN = np.array([0.0, 0.75, 0.45, 0.45, 0.75, 0.45, 0.45, 0.75, 0.45])
"""Of the light that is found, by harmonic: light from one side goes; more of what every face shows alike (light from
above and before) is the relief of this one, and without it the face is another's."""
_LEAST, _MOST = -1.2, 0.8
_SAMPLES = 20_000
_EVERY = 3


def light_gain(root: np.ndarray, normal: np.ndarray, pure: np.ndarray) -> np.ndarray:
    """What the root of light is to be multiplied with (S, S) float32 so that skin is evenly lit.

    root (S, S, 3), normal (S, S, 3) and pure (S, S) 0..1 over the atlas, pure 1 where nothing but skin is well seen.
    All 1 where too little of it is.
    """
    chosen = np.flatnonzero(pure.ravel() > 0.6)
    gain = np.ones(pure.shape, np.float32)
    if len(chosen) < 500:
        return gain
    chosen = chosen[:: max(1, len(chosen) // _SAMPLES)]
    light = luminance(root.reshape(-1, 3)[chosen])
    target = np.log(np.maximum(light, 1e-3))
    rows = _harmonics(normal.reshape(-1, 3)[chosen])
    weight = np.ones(len(chosen))
    for _ in range(_ROUNDS):
        weighted = rows * weight[:, None]
        found = np.linalg.solve(weighted.T @ rows / weight.sum() + np.diag(_RIDGE), weighted.T @ target / weight.sum())
        error = target - rows @ found
        weight = 1 / (1 + (error / _CAUCHY) ** 2)
    found = _TAKEN * found
    usual = float(np.median(rows @ found))
    small = normal[::_EVERY, ::_EVERY].reshape(-1, 3)
    coarse = np.clip(_harmonics(small) @ found - usual, _LEAST, _MOST)
    from engine.base.opencv import cv2

    shape = normal[::_EVERY, ::_EVERY].shape[:2]
    smooth = np.exp(-0.5 * coarse).astype(np.float32).reshape(shape)
    return cv2.resize(smooth, pure.shape[::-1], interpolation=cv2.INTER_LINEAR)


def luminance(root: np.ndarray) -> np.ndarray:
    """Linear luminance of roots of light (..., 3)."""
    return (root * root) @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def _harmonics(normal: np.ndarray) -> np.ndarray:
    """(n, 9) of normals (n, 3), up to constants."""
    x, y, z = normal.astype(np.float64).T
    return np.stack([np.ones_like(x), x, y, z, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y], axis=1)
