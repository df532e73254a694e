"""From a photo to values by following an imitator's picture back: the face-nn tools' loop, as it was and repaired."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.imitator.losses import FitLosses
from engine.rig.imitator.network import Imitator, upright

if TYPE_CHECKING:
    from torch import Tensor

ONE_HOT = (96, 97, 98)
"""Places of the values of which exactly one is 1."""


@dataclass(frozen=True)
class LoopPlan:
    """steps, rate, every: see `step_rate`. alpha: weight of who it is beside where its parts lie.

    published: as the face-nn tools do it: every value moves, also those that no rig reads, the largest of the one-hot
    values is set to 1 after each step, and the last values are the answer. Else only `moving` ones do (all when it is
    empty), one-hot values are relaxed (they share 1 between them) and the best of them is searched for at the end, and
    the best values that were come to are the answer.

    prior: weight of (value - 0.5)², by which a value that the losses hardly see goes back to its default; not for
    `published`.
    """

    steps: int = 1000
    rate: float = 0.6
    every: int = 50
    alpha: float = 1.2
    published: bool = False
    moving: tuple[int, ...] = ()
    prior: float = 0.002
    one_hot: tuple[int, ...] = ONE_HOT


@dataclass(frozen=True, eq=False)
class LoopStep:
    """One step: the values it began with and their losses, the gradient (n,), the rate, the values after it."""

    values: np.ndarray
    loss: float
    likeness: float
    content: float
    gradient: np.ndarray
    rate: float
    clamped: np.ndarray
    after: np.ndarray


@dataclass(frozen=True, eq=False)
class LoopFit:
    """values: (n,) float32 0..1. loss, likeness, content: of them. begun: the loss of the values it began with.
    choices: the loss of each one-hot choice, in order; empty where none was searched for."""

    values: np.ndarray
    loss: float
    likeness: float
    content: float
    begun: float
    choices: tuple[float, ...] = field(default=())


def step_rate(step: int, plan: LoopPlan) -> float:
    """How far step (from 0) goes along the gradient: `rate` until `every` steps are done; then, at each multiple i of
    `every`, rate (1 - i / steps) + 0.01."""
    return plan.rate if step < plan.every else plan.rate * (1 - step // plan.every * plan.every / plan.steps) + 0.01


def fit_values(imitator: Imitator, losses: FitLosses, plan: LoopPlan,
               told: Callable[[LoopStep], object] = lambda step: None, start: np.ndarray | None = None,
               done: int = 0) -> Job[LoopFit]:
    """Run the loop on the device of the imitator, which must be that of the losses; a step of the job is one of the
    loop, and shows the imitator's picture now and then. told: gets every step. EngineError when the losses are no
    finite numbers.

    start: (n,) 0..1 to begin with, all at 0.5 when None. done: steps that were done before, so that a loop that was
    stopped goes on from the values it had come to."""
    one_hot = [place for place in plan.one_hot if place < imitator.values]
    values = np.full(imitator.values, 0.5, np.float32) if start is None else np.array(start, np.float32)
    if start is None and one_hot and not plan.published:
        values[one_hot] = 1 / len(one_hot)
    best: tuple[float, float, float, np.ndarray] | None = None
    begun = 0.0
    for number in range(done, plan.steps):
        x = _row(imitator, values).requires_grad_(True)
        raw = imitator.raw(x)
        likeness, content = losses(raw)
        loss = plan.alpha * (1 - likeness) + content
        gradient = _gradient(loss, x)
        found = loss.item(), likeness.item(), content.item(), values
        begun = found[0] if number == done else begun
        if best is None or found[0] < best[0]:
            best = found
        step = _stepped(found, gradient, step_rate(number, plan), plan, one_hot)
        told(step)
        values = step.after
        words = Text("step {0} of {1}, likeness {2}", number + 1, plan.steps, f"{found[1]:.3f}")
        shown = _picture(raw.detach()) if number % plan.every == 0 else None
        yield Progress(number + 1, plan.steps, words, shown)
    if plan.published:
        loss_, likeness_, content_ = _losses(imitator, losses, values, plan.alpha)
        return LoopFit(values, loss_, likeness_, content_, begun)
    assert best is not None  # there is a step at least
    last = _losses(imitator, losses, values, plan.alpha)
    start = values if last[0] < best[0] else best[3]
    return _chosen(imitator, losses, start, one_hot, plan, begun)


def _stepped(found: tuple[float, float, float, np.ndarray], gradient: np.ndarray, rate: float, plan: LoopPlan,
             one_hot: Sequence[int]) -> LoopStep:
    values = found[3]
    if not plan.published:
        pull = (2 * plan.prior * (values - 0.5)).astype(np.float32)
        pull[list(one_hot)] = 0
        gradient = gradient + pull
    if not plan.published and plan.moving:
        still = np.ones(len(values), bool)
        still[[place for place in (*plan.moving, *one_hot) if place < len(values)]] = False
        gradient = np.where(still, np.float32(0), gradient)
    clamped = np.clip(values - np.float32(rate) * gradient, 0, 1).astype(np.float32)
    after = clamped.copy()
    if one_hot:
        after[one_hot] = _only_largest(clamped[one_hot]) if plan.published else sharing(clamped[one_hot])
    return LoopStep(values, found[0], found[1], found[2], gradient, rate, clamped, after)


def _chosen(imitator: Imitator, losses: FitLosses, values: np.ndarray, one_hot: Sequence[int], plan: LoopPlan,
            begun: float) -> LoopFit:
    """The values with the one-hot choice that is best for them: every choice is looked at."""
    if not one_hot:
        return LoopFit(values, *_losses(imitator, losses, values, plan.alpha), begun)
    tried = []
    for place in one_hot:
        chosen = values.copy()
        chosen[one_hot] = 0
        chosen[place] = 1
        tried.append((_losses(imitator, losses, chosen, plan.alpha), chosen))
    (loss, likeness, content), found = min(tried, key=lambda one: one[0][0])
    return LoopFit(found, loss, likeness, content, begun, tuple(one[0][0] for one in tried))


def _losses(imitator: Imitator, losses: FitLosses, values: np.ndarray, alpha: float) -> tuple[float, float, float]:
    import torch

    with torch.no_grad():
        likeness, content = (one.item() for one in losses(imitator.raw(_row(imitator, values))))
    return alpha * (1 - likeness) + content, likeness, content


def _row(imitator: Imitator, values: np.ndarray) -> "Tensor":
    """(1, n) of values (n,), a copy of them where the imitator is."""
    import torch

    return torch.tensor(values[None], device=imitator.device)


def _gradient(loss: "Tensor", x: "Tensor") -> np.ndarray:
    import torch

    found = torch.autograd.grad(loss, x)[0][0].cpu().numpy()
    if not (np.isfinite(found).all() and np.isfinite(loss.item())):
        raise EngineError(Text("the networks give numbers that are not finite for this photo"))
    return found


def _only_largest(values: np.ndarray) -> np.ndarray:
    """1 for the largest (the first, when equal), 0 for the others."""
    return (np.arange(len(values)) == values.argmax()).astype(np.float32)


def sharing(values: np.ndarray) -> np.ndarray:
    """The nearest values from 0 that share 1 between them (Duchi et al., ICML 2008)."""
    down = np.sort(values)[::-1]
    over = (np.cumsum(down) - 1) / np.arange(1, len(down) + 1)
    return np.maximum(values - over[np.flatnonzero(down > over)[-1]], 0).astype(np.float32)


def _picture(raw: "Tensor") -> np.ndarray:
    """(side, side, 3) uint8 RGB."""
    import torch

    return (upright(raw)[0] * 255).round().to(torch.uint8).permute(1, 2, 0).contiguous().cpu().numpy()
