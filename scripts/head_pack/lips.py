"""Closes the hair-thin gap that the source leaves between the lips at rest."""

import numpy as np

# Distance from the middle (dm) and how far each lip moves to meet the other there: half the gap seen from the front
# in the assembled base head, and a tenth of a millimetre to overlap.
_ALONG = (0.0, 0.03, 0.05, 0.075, 0.12, 0.15, 0.17, 0.19, 0.205, 0.215, 0.228, 0.24)
_CLOSING = (0.0012, 0.0018, 0.0028, 0.0036, 0.0034, 0.0018, 0.0022, 0.0036, 0.0052, 0.0052, 0.001, 0.0)
# The line where the lips part, seen from the front: its height below the pivot.
_LINE = (-0.3235, -0.3222, -0.3198, -0.3165, -0.3145, -0.3170, -0.3205, -0.3240, -0.3275, -0.3315, -0.3320, -0.3325)
_REACH = 0.03  # dm above and below the line


def seal(positions: np.ndarray, lower: np.ndarray) -> np.ndarray:
    """Positions (V, 3) relative to the pivot with the lips touching at rest; lower (V,) is 1 where the jaw carries."""
    x, y, z = positions.T
    closing = np.interp(np.abs(x), _ALONG, _CLOSING)
    off = (y - np.interp(np.abs(x), _ALONG, _LINE)) / _REACH
    near = np.exp(-(off**2)) * np.clip((z - 0.80) / 0.08, 0, 1)
    moved = positions.copy()
    moved[:, 1] += near * closing * np.where(lower > 0.5, 1.0, -1.0)
    return moved
