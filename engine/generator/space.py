"""A generator's latent spaces as data, and the seeds people name faces by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text

SeedKind = Literal["torch", "numpy"]
SEED_KINDS: tuple[str, ...] = get_args(SeedKind)
"""Two conventions, two different faces for one number. Always written down beside a seed, never guessed."""

_LARGEST_SEED = (1 << 32) - 1


@dataclass(frozen=True, eq=False)
class LatentSpace:
    """z: width of z. w: width of w. rows: rows of w+ (one style each). cutoff: how many of the first rows truncation
    moves by default. mean: (rows, w) float32, what truncation pulls to."""

    z: int
    w: int
    rows: int
    cutoff: int
    mean: np.ndarray

    def __post_init__(self) -> None:
        assert self.mean.shape == (self.rows, self.w) and 0 <= self.cutoff <= self.rows


def latents(seeds: Sequence[int], kind: str, width: int) -> np.ndarray:
    """z for each seed by itself, (n, width) float32, standard normal.

    kind: "torch" is ``torch.manual_seed(seed); torch.randn(1, width)`` on the CPU generator (RFM); "numpy" is
    ``numpy.random.RandomState(seed).randn(1, width)`` (NVIDIA, rosinality). UsageError for another kind or seed.
    """
    if kind not in SEED_KINDS:
        raise UsageError(Text("unknown kind of seed {0}", repr(kind)), Text("kinds are {0}", ", ".join(SEED_KINDS)))
    for seed in seeds:
        if not 0 <= seed <= _LARGEST_SEED:
            raise UsageError(Text("the seed {0} is outside 0 to {1}", seed, _LARGEST_SEED))
    rows = [_torch_row(seed, width) if kind == "torch" else
            np.random.RandomState(seed).randn(1, width).astype(np.float32) for seed in seeds]
    return np.concatenate(rows) if rows else np.zeros((0, width), np.float32)


def _torch_row(seed: int, width: int) -> np.ndarray:
    import torch

    # a generator of its own: the program's global one is nobody's to reseed
    return torch.randn(1, width, generator=torch.Generator().manual_seed(seed)).numpy()
