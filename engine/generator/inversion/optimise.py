"""Moving w+ until the generator draws what is wanted: Adam, in deviations of w."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.generator import Generator
from engine.generator.inversion.latent_prior import LatentPrior
from engine.generator.inversion.settings import COOL_DOWN, WARM_UP, Stage

if TYPE_CHECKING:
    import torch


class Objective(Protocol):
    def picture_loss(self, picture: "torch.Tensor") -> "torch.Tensor": ...
    def latent_loss(self, w: "torch.Tensor", v: "torch.Tensor") -> "torch.Tensor": ...


@dataclass(frozen=True, eq=False)
class SearchStep:
    """After a step: the best so far. code: (rows, width) float32. loss: not comparable between stages. drawn: (s, s, 3)
    float32 of about -1 to 1, at the stage's size. stage, step: how far the search is, from 0."""

    code: np.ndarray
    loss: float
    drawn: np.ndarray
    stage: int
    step: int


def search(generator: Generator, prior: LatentPrior, start: np.ndarray, objective: Objective, stages: Sequence[Stage],
           separately: bool = False) -> Iterator[SearchStep]:
    """Yields after every step. start: (rows, width) w+.

    separately: the pull on the latents is a step by itself, without a first moment, as in RFM.
    EngineError when it loses its way (numbers that are not finite).
    """
    import torch

    device = generator.device
    mean, sigma = torch.from_numpy(prior.mean).to(device), torch.from_numpy(prior.sigma).to(device)
    v = ((torch.from_numpy(np.array(start, np.float32)).to(device) - mean) / sigma)[None].requires_grad_()

    def code() -> "torch.Tensor":
        return mean + v * sigma

    for number, stage in enumerate(stages):
        adam = Adam(v, 0.0 if separately else 0.9, 0.99)
        side = generator.size_for(stage.side)
        best = SearchStep(start, math.inf, np.zeros(0), number, 0)
        for step in range(stage.steps):
            rate = stage.rate * _share((step + 1) / stage.steps)
            w = code()
            picture = generator.synthesis(w, side)
            loss = objective.picture_loss(picture)
            pull = objective.latent_loss(w, v)
            total = float(loss.detach() + pull.detach())
            if not math.isfinite(total):
                raise EngineError(Text("the search for the face lost its way"),
                                  Text("try another picture of the person"))
            if total < best.loss:
                drawn = picture.detach()[0].permute(1, 2, 0).contiguous().float().cpu().numpy()
                best = SearchStep(w.detach()[0].cpu().numpy(), total, drawn, number, step)
            yield replace(best, step=step)
            if separately:
                adam.step(loss, rate)
                adam.step(objective.latent_loss(code(), v), rate)
            else:
                adam.step(loss + pull, rate)


class Adam:
    """What moves one tensor down its gradient: torch's own `adam` with the state it needs.

    torch.optim.Adam does the same by the same function. But its first step imports torch's compiler, with sympy and 900
    modules more: 1.5 s and 100 MB that stay for as long as the program runs.

    first, second: how much of the gradient's mean and mean square is kept at each step.
    """

    def __init__(self, moved: "torch.Tensor", first: float, second: float) -> None:
        import torch

        self._moved, self._first, self._second = moved, first, second
        self._mean, self._square = torch.zeros_like(moved.detach()), torch.zeros_like(moved.detach())
        self._steps = torch.tensor(0.0)

    def step(self, loss: "torch.Tensor", rate: float) -> None:
        """A step of that rate at most in each number, to make the loss smaller."""
        import torch
        from torch.optim.adam import adam

        self._moved.grad = None
        loss.backward()
        gradient = self._moved.grad
        assert gradient is not None, "the loss does not depend on what is moved"
        with torch.no_grad():
            adam([self._moved], [gradient], [self._mean], [self._square], [], [self._steps], amsgrad=False,
                 beta1=self._first, beta2=self._second, lr=rate, weight_decay=0.0, eps=1e-8, maximize=False)


def _share(done: float) -> float:
    """Of the longest step, when so much of a stage is done."""
    if done < WARM_UP:
        return done / WARM_UP
    return 1.0 if done < 1 - COOL_DOWN else 0.5 - 0.5 * math.cos(math.pi * max(1 - done, 0.02) / COOL_DOWN)
