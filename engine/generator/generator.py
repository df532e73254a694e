"""One interface for every face generator: z -> w -> w+ -> picture; differentiable, by batches, always the same."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.generator.space import LatentSpace
from engine.networks.resident import Bytes

if TYPE_CHECKING:
    import torch


class Generator(ABC):
    """A trained generator. All methods take and return torch tensors on its device and keep gradients.

    name:    what it is called in messages and reports; digest: sha256 of the file(s) it came from, hex.
    family:  "mobilestylegan", "stylegan1", "stylegan2" or "pggan".
    size:    side of the picture in pixels.
    sizes:   every side `synthesis` can draw at, ascending, `size` the last; the smaller ones are cheap drafts.
    space:   the latent spaces (widths, rows, mean).

    The same latents give the same picture: noise is fixed, from the file, or of `fixed_noise` where a file has none.
    """

    family: str = ""

    def __init__(self, name: str, digest: str, size: int, space: LatentSpace, weights: Mapping[str, np.ndarray],
                 drafts: tuple[int, ...] = ()) -> None:
        import torch

        self.name, self.digest, self.size, self.space = name, digest, size, space
        self.sizes = (*drafts, size)
        self.weights = {key: torch.from_numpy(np.array(value, np.float32)) for key, value in weights.items()}
        self._mean = torch.from_numpy(space.mean.astype(np.float32))

    @property
    def device(self) -> "torch.device":
        return self._mean.device

    @property
    def cost(self) -> Bytes:
        return Bytes.of([*self.weights.values(), self._mean])

    def to(self, device: str) -> Self:
        """Move to a device ("cpu", "cuda", "mps"); returns itself."""
        self.weights = {key: value.to(device) for key, value in self.weights.items()}
        self._mean = self._mean.to(device)
        return self

    @abstractmethod
    def mapping(self, z: "torch.Tensor") -> "torch.Tensor":
        """z (n, space.z) -> w (n, space.w)."""

    def spread(self, w: "torch.Tensor", truncation: float = 1.0, cutoff: int | None = None) -> "torch.Tensor":
        """w (n, space.w) -> w+ (n, space.rows, space.w): one copy a row, the first `cutoff` rows pulled to the mean.

        truncation: what is left of the distance to the mean; 1 leaves w as it is. cutoff: default `space.cutoff`.
        """
        self._check(w, (self.space.w,), "w")
        rows = w[:, None, :].expand(-1, self.space.rows, -1)
        moved = self.space.cutoff if cutoff is None else min(max(cutoff, 0), self.space.rows)
        if truncation == 1.0 or not moved:
            return rows.clone()
        import torch

        mean = self._mean[None, :moved]
        return torch.cat([mean + truncation * (rows[:, :moved] - mean), rows[:, moved:]], 1)

    def synthesis(self, wplus: "torch.Tensor", size: int | None = None,
                  noise: Sequence["torch.Tensor"] | None = None) -> "torch.Tensor":
        """w+ (n, space.rows, space.w) -> pictures (n, 3, size, size), RGB, about -1 to 1, not clamped.

        size:  one of `sizes`, default the full one; UsageError for another.
        noise: one map (n|1, 1, r, r) for each noise input, instead of the fixed ones.
        """
        self._check(wplus, (self.space.rows, self.space.w), "w+")
        if size is not None and size not in self.sizes:
            raise UsageError(Text("{0} cannot draw {1} pixels", self.name, size),
                             Text("it draws {0}", ", ".join(map(str, self.sizes))))
        return self._draw(wplus, size or self.size, noise)

    def size_for(self, pixels: int) -> int:
        """The smallest of `sizes` that has at least so many pixels, or the largest."""
        return next((size for size in self.sizes if size >= pixels), self.size)

    @abstractmethod
    def _draw(self, wplus: "torch.Tensor", size: int, noise: Sequence["torch.Tensor"] | None) -> "torch.Tensor": ...

    def _check(self, value: "torch.Tensor", shape: tuple[int, ...], what: str) -> None:
        if value.dim() != len(shape) + 1 or tuple(value.shape[1:]) != shape:
            raise UsageError(Text("{0} must be (n, {1}) for {2}, not {3}", what, ", ".join(map(str, shape)), self.name,
                                  tuple(value.shape)),
                             Text("the latents are another generator's"))


def to_pixels(pictures: "torch.Tensor") -> np.ndarray:
    """Pictures (n, 3, s, s) of about -1 to 1 as (n, s, s, 3) uint8 sRGB."""
    import torch

    with torch.no_grad():
        scaled = ((pictures.float().clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
        return scaled.permute(0, 2, 3, 1).contiguous().cpu().numpy()


def fixed_noise(sizes: Sequence[int]) -> list[np.ndarray]:
    """Noise maps (1, 1, r, r) for weights that come without: ours, always the same (numpy RandomState 0, in order)."""
    source = np.random.RandomState(0)
    return [source.randn(1, 1, size, size).astype(np.float32) for size in sizes]
