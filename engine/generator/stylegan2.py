"""StyleGAN2 (Karras et al. 2019): modulated and demodulated convolutions, the picture summed up from every size."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.generator.generator import Generator
from engine.generator.layers import SLOPE, blur, mapping_network

if TYPE_CHECKING:
    import torch

_GAIN = 2.0 ** 0.5
_EPSILON = 1e-8
_TAPS = (1.0, 3.0, 3.0, 1.0)


class StyleGAN2(Generator):
    """Weights, all with their scale already in: ``mapping.N.{weight (o, i), bias}``, ``const`` (1, c, 4, 4); for layer
    K of rows - 1 ``layer.K.{weight (o, i, 3, 3), bias (o,), noise (1, 1, r, r), noise_weight (), style.weight (i, w),
    style.bias (i,)}`` where odd layers double the side (weight (i, o, 3, 3) for a transposed convolution); for size K
    ``rgb.K.{weight (3, c, 1, 1), bias (3,), style.weight, style.bias}``. A style's bias has its 1 in. ``clamp`` () when
    the network bounds its activations.

    Rows of w+: 0 the first layer; then layer K and, after every even layer, the picture of that size: 2i + 1 is
    shared by the picture at size i and the doubling layer that follows it.
    """

    family = "stylegan2"

    def mapping(self, z: "torch.Tensor") -> "torch.Tensor":
        self._check(z, (self.space.z,), "z")
        return mapping_network(z, self.weights, _GAIN)

    def _draw(self, wplus: "torch.Tensor", size: int, noise: Sequence["torch.Tensor"] | None) -> "torch.Tensor":
        t = self.weights
        x = t["const"].expand(len(wplus), -1, -1, -1)
        picture = None
        for layer in range(self.space.rows - 1):
            x = self._layer(x, wplus[:, layer], layer, None if noise is None else noise[layer])
            if layer % 2 == 0:
                shown = self._modulated(x, wplus[:, layer + 1], f"rgb.{layer // 2}", up=False, demodulate=False)
                shown = self._bounded(shown + t[f"rgb.{layer // 2}.bias"][None, :, None, None])
                picture = shown if picture is None else _doubled(picture) + shown
        assert picture is not None
        return picture

    def _layer(self, x: "torch.Tensor", style: "torch.Tensor", layer: int,
               noise: "torch.Tensor | None") -> "torch.Tensor":
        """The activation's gain is in the convolution, the bias and the noise already, which comes to the same."""
        from torch.nn.functional import leaky_relu_

        t, place = self.weights, f"layer.{layer}"
        x = self._modulated(x, style, place, up=layer % 2 == 1, demodulate=True)
        grain = (t[f"{place}.noise"] if noise is None else noise) * (t[f"{place}.noise_weight"] * _GAIN)
        bias = t[f"{place}.bias"][None, :, None, None] * _GAIN
        return self._bounded(leaky_relu_(x.add_(grain).add_(bias), SLOPE))

    def _modulated(self, x: "torch.Tensor", row: "torch.Tensor", place: str, up: bool,
                   demodulate: bool) -> "torch.Tensor":
        """The convolution with its input channels scaled by the style and, demodulated, its output channels set to the
        strength of the activation's gain. For a single picture the kernel is scaled; for several, what goes in and
        what comes out, so that they share one kernel."""
        from torch.nn.functional import linear

        t = self.weights
        weight = t[f"{place}.weight"]
        style = linear(row, t[f"{place}.style.weight"], t[f"{place}.style.bias"])
        made = 1 if up else 0  # the dimension of the kernel's output channels
        if len(x) == 1:
            kernel = weight * style[0].view((-1, 1, 1, 1) if up else (1, -1, 1, 1))
            if demodulate:
                others = tuple(place for place in range(4) if place != made)
                kernel = kernel * (_GAIN * (kernel.square().sum(others, keepdim=True) + _EPSILON).rsqrt())
            return _convolved(x, kernel, up)
        x = _convolved(x * style[:, :, None, None], weight, up)
        if not demodulate:
            return x
        energy = weight.square().sum((2, 3))
        strength = linear(style.square(), energy.T if up else energy)
        return x * (_GAIN * (strength + _EPSILON).rsqrt())[:, :, None, None]

    def _bounded(self, x: "torch.Tensor") -> "torch.Tensor":
        limit = self.weights.get("clamp")
        return x if limit is None else x.clamp(-limit, limit)


def _convolved(x: "torch.Tensor", kernel: "torch.Tensor", up: bool) -> "torch.Tensor":
    from torch.nn.functional import conv2d, conv_transpose2d

    if up:
        return blur(conv_transpose2d(x, kernel, stride=2), _TAPS, 4.0, 1)
    return conv2d(x, kernel, padding=kernel.shape[-1] // 2)


def _doubled(picture: "torch.Tensor") -> "torch.Tensor":
    """(n, 3, r, r) -> (n, 3, 2r, 2r), zeros between the pixels smoothed over."""
    import torch
    from torch.nn.functional import conv_transpose2d

    line = torch.tensor(_TAPS, dtype=picture.dtype, device=picture.device) / np.sqrt(16.0)
    kernel = (line[:, None] * line[None, :]).expand(picture.shape[1], 1, -1, -1)
    return conv_transpose2d(picture, kernel, stride=2, padding=1, groups=picture.shape[1])
