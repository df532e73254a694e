"""MobileStyleGAN (Belousov 2021): StyleGAN2's styles on separable convolutions, doubled by inverse Haar wavelets."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.generator.fixed_convolution import convolved
from engine.generator.generator import Generator
from engine.generator.layers import SLOPE, mapping_network
from engine.generator.space import LatentSpace

if TYPE_CHECKING:
    import torch

_GAIN = 2.0 ** 0.5
_SAMPLES = 4096
"""Of w, to know its mean by; the files do not hold it. numpy's RandomState(0), so it is always the same."""


class MobileStyleGAN(Generator):
    """Weights: ``mapping.N.{weight (o, i), bias}``, ``const`` (1, c, 4, 4), ``first`` and ``block.K.{first, second}``:
    ``{weight (o, i, k, k), bias (o,), noise (1, 1, r, r), style.weight (i, w), style.bias (i,)}`` and in blocks
    ``depthwise (i, 1, 3, 3)``; ``block.K.up.style``; ``picture.{weight (12, c, 1, 1), bias, style}``.

    Every affine map of w is a row of w+: 0 the first layer, then for block K 1 + 3K doubling, 2 + 3K and 3 + 3K its
    two layers, and the last the picture. So there are 23 rows where StyleGAN2 has 18; see `rows_of_stylegan2`.

    ValueError or KeyError when the weights do not fit together.
    """

    family = "mobilestylegan"

    def __init__(self, name: str, digest: str, weights: Mapping[str, np.ndarray]) -> None:
        self._blocks = sum(f"block.{index}.up.style.weight" in weights for index in range(16))
        rows = 2 + 3 * self._blocks
        depth = sum(key.startswith("mapping.") for key in weights) // 2
        width, z = weights[f"mapping.{depth - 1}.weight"].shape[0], weights["mapping.0.weight"].shape[1]
        size = 8 << self._blocks
        _check(weights, self._blocks, width, depth)
        super().__init__(name, digest, size, LatentSpace(z, width, rows, rows, np.zeros((rows, width), np.float32)),
                         weights, drafts=tuple(size >> step for step in (3, 2, 1) if step <= self._blocks + 1))
        self._use_mean()
        self._arrange()

    def _use_mean(self) -> None:
        import torch

        z = np.random.RandomState(0).randn(_SAMPLES, self.space.z).astype(np.float32)
        with torch.no_grad():
            mean = self.mapping(torch.from_numpy(z)).mean(0)
        self._mean = mean[None].repeat(self.space.rows, 1)
        self.space = LatentSpace(self.space.z, self.space.w, self.space.rows, self.space.cutoff, self._mean.numpy())

    def _arrange(self) -> None:
        """Laid out for speed: channels last (three times as fast on a processor), the three detail bands of a wavelet
        one behind the other instead of by turns, and the wavelet's factor of a half in the weights."""
        import torch

        makers = ["first", *(f"block.{index}.second" for index in range(self._blocks - 1))]
        t = self.weights
        for index, maker in enumerate(makers):  # channels are renamed where they are made and where they are used
            order = _bands(t[f"{maker}.weight"].shape[0])
            up = f"block.{index}.up.style"
            for key in (f"{maker}.weight", f"{maker}.bias", f"{up}.weight", f"{up}.bias"):
                t[key] = t[key][order] * (0.5 if key.startswith(up) else 1.0)
        order = _bands(t["picture.weight"].shape[0])
        for key in ("picture.weight", "picture.bias"):
            t[key] = t[key][order] * 0.5
        for key, value in t.items():
            if value.dim() == 4:
                t[key] = value.contiguous(memory_format=torch.channels_last)

    def mapping(self, z: "torch.Tensor") -> "torch.Tensor":
        self._check(z, (self.space.z,), "z")
        return mapping_network(z, self.weights, _GAIN)

    def _draw(self, wplus: "torch.Tensor", size: int, noise: Sequence["torch.Tensor"] | None,
              between: "Callable[[torch.Tensor], torch.Tensor] | None" = None) -> "torch.Tensor":
        """between: called on what every layer gives, and on the picture, (n, c, r, r); gives what goes on.

        A draft leaves the last `skipped` wavelets out, and what follows the first of them runs on their smooth
        bands: the mean of what the full network computes there, but for the rectifiers in between. All styles have
        their say, so colours are right (32 to 35 dB at a quarter of the size, for half of the work)."""
        import torch

        t, skipped = self.weights, (self.size // size).bit_length() - 1
        x = t["const"].expand(len(wplus), -1, -1, -1).contiguous(memory_format=torch.channels_last)
        x = self._layer(x, wplus[:, 0], "first", None if noise is None else noise[0], 0)
        x = x if between is None else between(x)
        for index in range(self._blocks):
            coarse = max(0, index + skipped - self._blocks)  # wavelets left out up to here
            x = x * self._style(wplus[:, 1 + 3 * index], f"block.{index}.up")[:, :, None, None]
            x = x[:, :x.shape[1] // 4] if coarse else _wavelet(x)
            for half, place in enumerate(("first", "second")):
                grain = None if noise is None else noise[1 + 2 * index + half]
                x = self._layer(x, wplus[:, 2 + 3 * index + half], f"block.{index}.{place}", grain, coarse)
                x = x if between is None else between(x)
        bands = 3 if skipped else 12
        kernel, bias = t["picture.weight"][:bands], t["picture.bias"][:bands]
        x = _modulated(x, self._style(wplus[:, -1], "picture"), kernel, bias)
        x = x if skipped else _wavelet(x)
        return x if between is None else between(x)

    def _layer(self, x: "torch.Tensor", row: "torch.Tensor", place: str, noise: "torch.Tensor | None",
               coarse: int) -> "torch.Tensor":
        from torch.nn.functional import avg_pool2d, leaky_relu_

        t, style = self.weights, self._style(row, place)
        if f"{place}.depthwise" in t:
            kernel = t[f"{place}.depthwise"]
            for _ in range(coarse):
                kernel = _halved(kernel)
            x = convolved(_modulated(x, style, kernel), t[f"{place}.weight"], t[f"{place}.bias"])
        else:
            x = _modulated(x, style, t[f"{place}.weight"], t[f"{place}.bias"])
        grain = t[f"{place}.noise"] if noise is None else noise
        return leaky_relu_(x.add_(avg_pool2d(grain, 1 << coarse) if coarse else grain), SLOPE)

    def _style(self, row: "torch.Tensor", place: str) -> "torch.Tensor":
        from torch.nn.functional import linear

        return linear(row, self.weights[f"{place}.style.weight"], self.weights[f"{place}.style.bias"])


def _modulated(x: "torch.Tensor", style: "torch.Tensor", kernel: "torch.Tensor",
               bias: "torch.Tensor | None" = None) -> "torch.Tensor":
    """x with its channels scaled by the style (n, c), and then the convolution; a kernel of one channel is depthwise.
    For a single picture the kernel is scaled instead, which spares a pass over all pixels."""
    from torch.nn.functional import conv2d

    channels = x.shape[1]
    depthwise = kernel.shape[1] == 1 and kernel.shape[0] == channels
    if len(x) == 1:
        kernel = kernel * (style[0][:, None, None, None] if depthwise else style[0][None, :, None, None])
    else:
        x = x * style[:, :, None, None]
    return conv2d(x, kernel, bias, padding=kernel.shape[-1] // 2, groups=channels if depthwise else 1)


def rows_of_stylegan2(blocks: int = 7) -> tuple[int, ...]:
    """For each row of w+ here, the row of an 18-row StyleGAN2 code that plays its part.

    Block K's doubling and first layer follow StyleGAN2's doubling layer (row 2K + 1), its second the plain one
    (2K + 2); the picture the last size that has a row to spare.
    """
    rows = [0]
    for index in range(blocks):
        rows += [2 * index + 1, 2 * index + 1, 2 * index + 2]
    return (*rows, 2 * blocks + 1)


def _halved(kernel: "torch.Tensor") -> "torch.Tensor":
    """(c, 1, 3, 3) for pictures of half the size: what it does to the means of 2 x 2 pixels if these are alike."""
    import torch

    half = torch.tensor([[0.5, 0, 0], [0.5, 1, 0.5], [0, 0, 0.5]], dtype=kernel.dtype, device=kernel.device)
    return half @ kernel @ half.T


def _bands(channels: int) -> list[int]:
    """The channels of a wavelet as `_wavelet` wants them: smooth ones stay first, the details, which come by turns for
    each, are sorted by band."""
    bands = channels // 4
    return [*range(bands), *(bands + 3 * place + band for band in range(3) for place in range(bands))]


def _wavelet(x: "torch.Tensor") -> "torch.Tensor":
    """(n, 4c, h, w) -> (n, c, 2h, 2w): twice the inverse Haar transform of the bands smooth, rows, columns, both."""
    import torch

    n, _, height, width = x.shape
    smooth, rows, columns, both = x.permute(0, 2, 3, 1).chunk(4, 3)
    even, odd, second, third = smooth + rows, smooth - rows, columns + both, columns - both
    top, bottom = torch.cat([even + second, even - second], 3), torch.cat([odd + third, odd - third], 3)
    return torch.stack([top, bottom], 2).view(n, 2 * height, 2 * width, -1).permute(0, 3, 1, 2)


def _check(weights: Mapping[str, np.ndarray], blocks: int, width: int, depth: int) -> None:
    """Every part must fit the one before it. ValueError, KeyError."""
    def require(fits: bool, place: str) -> None:
        if not fits:
            raise ValueError(f"{place} does not fit")

    for index in range(1, depth):
        require(weights[f"mapping.{index}.weight"].shape[1] == weights[f"mapping.{index - 1}.weight"].shape[0],
                f"mapping.{index}")
    channels, side = weights["const"].shape[1], 4

    def layer(place: str, channels: int) -> int:
        weight = weights[f"{place}.weight"]
        require(weight.shape[1] == channels, place)
        require(weights[f"{place}.style.weight"].shape == (channels, width), place)
        require(weights[f"{place}.bias"].shape == (weight.shape[0],), place)
        if f"{place}.noise" in weights:
            require(weights[f"{place}.noise"].shape == (1, 1, side, side), place)
        if f"{place}.depthwise" in weights:
            require(weights[f"{place}.depthwise"].shape[0] == channels, place)
        return weight.shape[0]

    channels = layer("first", channels)
    for index in range(blocks):
        require(weights[f"block.{index}.up.style.weight"].shape == (channels, width) and channels % 4 == 0,
                f"block.{index}.up")
        side *= 2
        channels = layer(f"block.{index}.first", channels // 4)
        channels = layer(f"block.{index}.second", channels)
    layer("picture", channels)
