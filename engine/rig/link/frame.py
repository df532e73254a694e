"""One moment of a face, as a live link carries it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.motion.channel_names import EYE_ANGLES, HEAD_ANGLES
from engine.photo.arkit import ARKIT_52
from engine.rig.values import RigValues

ANGLES = (*HEAD_ANGLES, *EYE_ANGLES)


def _rest() -> np.ndarray:
    return np.zeros(len(ARKIT_52), np.float32)


def _straight() -> np.ndarray:
    return np.zeros(len(ANGLES), np.float32)


@dataclass(frozen=True, eq=False)
class LinkFrame:
    """weights (52,) float32 0..1 in the order of `ARKIT_52`; angles (9,) float32 radians in that of `ANGLES`; values of
    a rig, where the protocol carries those; name of the character; time in seconds on the sender's clock."""

    weights: np.ndarray = field(default_factory=_rest)
    angles: np.ndarray = field(default_factory=_straight)
    values: RigValues | None = None
    name: str = "Facewright"
    time: float = 0.0

    @classmethod
    def of(cls, channels: Mapping[str, float], name: str = "Facewright", time: float = 0.0) -> "LinkFrame":
        """From values by channel; what is not named rests. Weights are limited to 0..1. ValueError for a number that is
        not finite, or an angle of more than a few turns."""
        weights, angles = (np.array([channels.get(one, 0.0) for one in names], np.float64)
                           for names in (ARKIT_52, ANGLES))
        if not np.isfinite(weights).all() or not (np.abs(angles) < 100).all():
            raise ValueError("a number that is no weight or angle")
        return cls(np.clip(weights, 0, 1).astype(np.float32), angles.astype(np.float32), None, name, time)
