"""The closed loop: the smallest move of latents that brings what is measured to what is asked, one look at a time.

Gauss-Newton on

    sum (weight (target - g))^2  +  effort |a|^2  +  whose  a . identity . a

over moves a, g being what is measured after the move; steps stay within a radius, the Jacobian is corrected after each
look by what the step really did (C. G. Broyden, Mathematics of Computation 19, 1965), and the best move seen is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text

Look = Callable[[np.ndarray], np.ndarray | None]
"""From a move (n,) to what is measured after it (k,), in standard deviations; None when no face is seen."""

_TRUST = 0.7
"""Share of Broyden's correction that is taken: one look is noisy."""
_LEAST_RADIUS = 0.05


@dataclass(frozen=True, eq=False)
class Aim:
    """What is asked: target (k,) in standard deviations, and how much each measure counts, weight (k,) >= 0.
    asked: (k,) bool, the measures somebody asked for; those not asked for have their own value as the target, to be
    held there, or a weight of 0."""

    target: np.ndarray
    weight: np.ndarray
    asked: np.ndarray


@dataclass(frozen=True)
class Tuning:
    """effort, whose: what a standard deviation of move, and a dlib distance of 1, cost beside one standard deviation of
    a measure. rounds: looks at most. radius: length of the longest step. enough: a share of what was asked that may be
    missing. worth: the least share of the objective a further look must promise."""

    effort: float = 0.01
    whose: float = 2.0
    rounds: int = 8
    radius: float = 4.0
    enough: float = 0.08
    worth: float = 0.02


@dataclass(frozen=True, eq=False)
class Solution:
    """The best move found. measures (k,) after it; jacobian (k, n) as corrected on the way; looks: how many it took;
    reached: how much of what was asked is there, 1 all of it; may be negative."""

    move: np.ndarray
    measures: np.ndarray
    jacobian: np.ndarray
    reached: float
    looks: int


def solve(look: Look, aim: Aim, own: np.ndarray, jacobian: np.ndarray, identity: np.ndarray, tuning: Tuning,
          begin: np.ndarray | None = None) -> Job[Solution]:
    """The best move found within `tuning.rounds` looks; yields before each.

    own: (k,) what is measured without a move. begin: (n,) a move to begin with (an earlier answer), looked at first.
    EngineError when no look saw a face.
    """
    cost = tuning.effort * np.eye(jacobian.shape[1]) + tuning.whose * identity
    weight = aim.weight ** 2

    def objective(move: np.ndarray, measures: np.ndarray) -> float:
        return float(weight @ (aim.target - measures) ** 2 + move @ cost @ move)

    best, jacobian, radius, looks = (np.zeros(jacobian.shape[1]), own), jacobian.copy(), tuning.radius, 0
    lost = 0
    step = None if begin is None else begin
    while looks < tuning.rounds:
        if step is None:
            curve = jacobian.T @ (weight[:, None] * jacobian) + cost
            slope = jacobian.T @ (weight * (aim.target - best[1])) - cost @ best[0]
            step = within(curve, slope, radius)
            promised = 2 * slope @ step - step @ curve @ step
            if promised <= tuning.worth * objective(*best) or radius < _LEAST_RADIUS:
                break
        yield Progress(looks, tuning.rounds, Text("looking for the expression"))
        looks += 1
        measures = look(best[0] + step)
        if measures is None:
            lost += 1
            radius = float(np.linalg.norm(step)) / 2
        else:
            surprise = measures - best[1] - jacobian @ step
            jacobian += _TRUST * np.outer(surprise, step) / max(float(step @ step), 1e-12)
            if objective(best[0] + step, measures) < objective(*best):
                best, radius = (best[0] + step, measures), min(tuning.radius, 2 * radius)
            else:
                radius = float(np.linalg.norm(step)) / 2
        if 1 - tuning.enough <= reached(aim, own, best[1]) <= 1 + tuning.enough:
            break
        step = None
    if looks and lost == looks:
        raise EngineError(Text("the generator draws no face any more"), Text("ask for less"))
    return Solution(best[0], best[1], jacobian, reached(aim, own, best[1]), looks)


def reached(aim: Aim, own: np.ndarray, measures: np.ndarray) -> float:
    """How far along the way from `own` to what is asked, by the measures asked for; 1 when nothing was to do."""
    way = np.where(aim.asked, aim.weight * (aim.target - own), 0.0)
    length = float(way @ way)
    return float(way @ (aim.weight * (measures - own))) / length if length > 1e-12 else 1.0


def within(curve: np.ndarray, slope: np.ndarray, radius: float) -> np.ndarray:
    """The step that maximises 2 slope . step - step . curve . step with a length of at most `radius`.

    curve: (n, n) symmetric, positive. By its eigenvectors (J. J. Moré, D. C. Sorensen, 1983).
    """
    values, vectors = np.linalg.eigh(curve)
    along = vectors.T @ slope
    values = np.maximum(values, 1e-9)

    def step(damping: float) -> np.ndarray:
        return along / (values + damping)

    low, high = 0.0, 0.0
    if float(np.linalg.norm(step(0.0))) > radius:
        high = float(np.linalg.norm(along)) / radius
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if float(np.linalg.norm(step(middle))) > radius else (low, middle)
    return vectors @ step(high)
