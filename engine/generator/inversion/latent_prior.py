"""How a generator's w are spread: what is usual, and in which unit to measure how unusual something is."""

from dataclasses import dataclass

import numpy as np

from engine.generator.generator import Generator

_FACES = 4096


@dataclass(frozen=True, eq=False)
class LatentPrior:
    """mean: (rows, width). sigma: (width,), the deviation of each number of w. Both float32.

    Deviations along the principal axes of w were tried instead: the search then takes a quarter more steps.
    """

    mean: np.ndarray
    sigma: np.ndarray

    def distance(self, code: np.ndarray) -> float:
        """How far w+ (rows, width) is from the mean: 1 as far as a random face is."""
        return float(np.mean(((code - self.mean) / self.sigma) ** 2))


def prior_of(generator: Generator) -> LatentPrior:
    """Measured on 4096 random w (numpy's RandomState 0, so always the same)."""
    import torch

    z = np.random.RandomState(0).randn(_FACES, generator.space.z).astype(np.float32)
    with torch.inference_mode():
        w = generator.mapping(torch.from_numpy(z).to(generator.device)).double().cpu().numpy()
    return LatentPrior(generator.space.mean.astype(np.float32), np.maximum(w.std(0), 1e-6).astype(np.float32))
