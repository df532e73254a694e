"""Mends the source's mouth: a hair-thin gap at rest, a sharp middle, and a jaw that opens the lower lip to a V."""

import numpy as np

# Distance from the middle (dm) and how far each lip moves to meet the other there: half the gap seen from the front
# in the assembled base head, and a tenth of a millimetre to overlap.
_ALONG = (0.0, 0.03, 0.05, 0.075, 0.12, 0.15, 0.17, 0.19, 0.205, 0.215, 0.228, 0.24)
_CLOSING = (0.0012, 0.0018, 0.0028, 0.0036, 0.0034, 0.0018, 0.0022, 0.0040, 0.0062, 0.0062, 0.003, 0.0)
# The line where the lips part, seen from the front: its height below the pivot.
_LINE = (-0.3235, -0.3222, -0.3198, -0.3165, -0.3145, -0.3170, -0.3205, -0.3240, -0.3275, -0.3315, -0.3320, -0.3325)
_REACH = 0.03  # dm above and below the line


_CORNER = 0.18  # from here outwards upper and lower lip are told apart by height alone
_TUBERCLE = 0.0045  # dm: the lips meet in a point in the middle; rounded by lifting it this much


def seal(positions: np.ndarray, lower: np.ndarray) -> np.ndarray:
    """Positions (V, 3) relative to the pivot with the lips touching at rest; lower (V,) is 1 where the jaw carries."""
    x, y, z = positions.T
    closing = np.interp(np.abs(x), _ALONG, _CLOSING)
    above = y - np.interp(np.abs(x), _ALONG, _LINE)
    near = np.exp(-((above / _REACH) ** 2)) * np.clip((z - 0.80) / 0.08, 0, 1)
    side = np.where(np.abs(x) > _CORNER, np.tanh(-above / 0.0025), np.where(lower > 0.5, 1.0, -1.0))
    moved = positions.copy()
    moved[:, 1] += near * (closing * side + _TUBERCLE * np.exp(-((x / 0.03) ** 2)))
    return moved


def open_round(positions: np.ndarray, lower: np.ndarray, expression: dict[str, np.ndarray]) -> None:
    """Turns the lower lip's edge under jawOpen from a V into a U; mouthClose, which undoes the jaw, changes likewise.

    Along the lip, from the middle (0) to the corner (1), the source lets the share of the jaw's motion beyond the
    corner's fall off as 1 - s^1.9; a mouth that opens falls off late.
    """
    x, y, z = positions.T
    s = np.clip(np.abs(x) / 0.212, 0, 1)
    share = s**1.9 - s**3.0
    # from the lip's edge down to the chin's upper rim, at the front
    band = np.interp(y, (-0.60, -0.43, -0.36), (0.0, 0.8, 1.0)) * np.clip((z - 0.75) / 0.1, 0, 1) * (y < -0.28)
    extra = (share * band * (lower > 0.5))[:, None] * np.array([0.0, -0.225, -0.090])
    expression["jawOpen"] += extra
    expression["mouthClose"] -= extra
