"""How long an inversion looks, how closely, and what it weighs."""

from dataclasses import dataclass
from typing import Literal, get_args

Objective = Literal["facewright", "rfm"]
OBJECTIVES: tuple[str, ...] = get_args(Objective)


@dataclass(frozen=True)
class Stage:
    """side: pixels at which the generator draws, at most. steps: how many. rate: the longest step of a number of w+,
    in deviations."""

    side: int
    steps: int
    rate: float


COARSE = Stage(128, 24, 0.1)
"""Cheap (a quarter of the time of a full picture), and right in what is large: pose, outline, colours."""

STAGES: dict[str, tuple[Stage, ...]] = {
    "draft": (COARSE, Stage(1024, 14, 0.08)),
    "full": (COARSE, Stage(1024, 130, 0.1)),
}

WARM_UP, COOL_DOWN = 0.1, 0.5
"""Shares of a stage in which the rate rises, and falls along a cosine."""


@dataclass(frozen=True)
class TermWeights:
    """What each term counts.

    perceptual: LPIPS of the whole square at 256 pixels; closely: of the face alone, at the picture's own size.
    pixels:     mean square error of the square, pictures being -1 to 1.
    identity:   square distance of the identity vectors (dlib's; .36 is the border to another person).
    prior:      mean square distance from the mean, in deviations of w.
    rows:       mean square distance of the rows from their mean, in the same unit.
    """

    perceptual: float = 1.0
    closely: float = 0.5
    pixels: float = 6.0
    identity: float = 0.5
    prior: float = 0.003
    rows: float = 0.003


TERM_WEIGHTS = TermWeights()
