"""How far apart a puppet's lips would be, in microseconds: the rims alone, without the rest of the mesh."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from engine.puppet.correctives import Meeting
from engine.puppet.deformation import weight_index
from engine.puppet.motion import Motion, calmed, limited, pressed


@dataclass(frozen=True, eq=False)
class LipGap:
    """rest (K,) and shapes (63, K): by how much the lower rim lies below the upper, crop sides, and what a weight of 1
    adds; unit: height of the face, crop sides."""

    rest: np.ndarray
    shapes: np.ndarray
    meeting: Meeting
    unit: float

    @classmethod
    def of(cls, motion: Motion) -> Self:
        """Of a person's own picture."""
        upper, lower = motion.mesh.rims["mouth"]
        down = motion.mesh.axes.down
        basis = motion.basis.reshape(len(motion.basis), -1, 3)
        free = np.ones(len(upper)) if motion.held is None else (motion.held.free[upper] + motion.held.free[lower]) / 2
        meeting = next(one for one in motion.meetings if one.name == "mouth")
        return cls((motion.rest[lower, :2] - motion.rest[upper, :2]).astype(np.float64) @ down,
                   (basis[:, lower, :2] - basis[:, upper, :2]).astype(np.float64) @ down * free, meeting,
                   motion.mesh.axes.height)

    def __call__(self, weights: np.ndarray) -> float:
        """The widest gap for weights (63,), heights of the face, beyond the seam of shut lips; as `Motion.move` makes
        it."""
        weights = calmed(limited(weights))
        held = pressed("mouth", weights)
        gap = self.meeting.wanted(self.rest + weights @ self.shapes, held)
        return float(gap.max() - held * self.meeting.seam.max()) / self.unit


LIP_CLOSE, LIP_PART, LIP_BITE = weight_index("lipClose"), weight_index("lipPart"), weight_index("lipBite")
JAW = weight_index("jawOpen")
