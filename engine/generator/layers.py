"""What the networks share: the mapping network, normalisations and the fixed filters (Karras et al. 2018 to 2020)."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch

_EPSILON = 1e-8
SLOPE = 0.2
"""Of the leaky rectifier."""


def pixel_norm(x: "torch.Tensor") -> "torch.Tensor":
    """Divided by its root mean square over dimension 1."""
    return x * (x.square().mean(1, keepdim=True) + _EPSILON).rsqrt()


def instance_norm(x: "torch.Tensor") -> "torch.Tensor":
    """(n, c, h, w), each channel of each picture to mean 0 and (biased) variance 1."""
    x = x - x.mean((2, 3), keepdim=True)
    return x * (x.square().mean((2, 3), keepdim=True) + _EPSILON).rsqrt()


def mapping_network(z: "torch.Tensor", weights: dict[str, "torch.Tensor"], gain: float) -> "torch.Tensor":
    """z (n, z) -> w (n, w): pixel norm, then dense layers ``mapping.N`` with leaky rectifiers of this gain."""
    from torch.nn.functional import leaky_relu, linear

    x, layer = pixel_norm(z), 0
    while f"mapping.{layer}.weight" in weights:
        x = leaky_relu(linear(x, weights[f"mapping.{layer}.weight"], weights[f"mapping.{layer}.bias"]), SLOPE) * gain
        layer += 1
    return x


def blur(x: "torch.Tensor", taps: tuple[float, ...], gain: float, padding: int) -> "torch.Tensor":
    """(n, c, h, w) smoothed with the outer product of `taps` with itself, scaled to the sum `gain`, zeros outside."""
    import torch
    from torch.nn.functional import conv2d

    line = torch.tensor(taps, dtype=x.dtype, device=x.device)
    line = line * (gain ** 0.5 / line.sum())
    channels, count = x.shape[1], len(taps)
    down, across = line.view(1, 1, count, 1), line.view(1, 1, 1, count)
    x = conv2d(x, down.expand(channels, 1, -1, -1), padding=(padding, 0), groups=channels)
    return conv2d(x, across.expand(channels, 1, -1, -1), padding=(0, padding), groups=channels)


def widen_kernel(kernel: np.ndarray) -> np.ndarray:
    """(i, o, 3, 3) -> (i, o, 4, 4): nearest-neighbour doubling folded into a transposed convolution of stride 2."""
    padded = np.pad(kernel, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return padded[:, :, 1:, 1:] + padded[:, :, :-1, 1:] + padded[:, :, 1:, :-1] + padded[:, :, :-1, :-1]
