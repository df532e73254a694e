"""How a generator's w are spread: what is usual, and in which unit to measure how unusual something is."""

from dataclasses import dataclass

import numpy as np

from engine.generator.generator import Generator

_FACES = 4096
_FLOOR = 0.02
"""Of the largest deviation: no axis is taken to be narrower, or the search could not move along it at all."""


@dataclass(frozen=True, eq=False)
class Spread:
    """mean: (rows, width). sigma: (width,), the deviation of each number of w. axes: (width, width), a row for each
    principal axis of w; length: (width,), the deviation along it, floored. All float32."""

    mean: np.ndarray
    sigma: np.ndarray
    axes: np.ndarray
    length: np.ndarray

    def prior(self, code: np.ndarray) -> float:
        """How far w+ (rows, width) is from the mean: 1 as far as a random face is."""
        return float(np.mean(((code - self.mean) / self.sigma) ** 2))


def spread_of(generator: Generator) -> Spread:
    """Measured on 4096 random w (numpy's RandomState 0, so always the same)."""
    import torch

    z = np.random.RandomState(0).randn(_FACES, generator.space.z).astype(np.float32)
    with torch.inference_mode():
        w = generator.mapping(torch.from_numpy(z).to(generator.device)).double().cpu().numpy()
    apart = w - w.mean(0)
    values, axes = np.linalg.eigh(apart.T @ apart / len(apart))
    length = np.sqrt(np.maximum(values, 0))
    sigma = np.maximum(apart.std(0), 1e-6)
    return Spread(generator.space.mean.astype(np.float32), sigma.astype(np.float32), axes.T.astype(np.float32),
                  np.maximum(length, max(_FLOOR * length.max(), 1e-6)).astype(np.float32))
