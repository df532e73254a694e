"""StyleGAN (Karras, Laine, Aila 2018): adaptive instance norm, nearest or fused up-sampling, a 1-2-1 blur."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.generator.generator import Generator
from engine.generator.layers import SLOPE, blur, instance_norm, mapping_network

if TYPE_CHECKING:
    import torch

FUSED_FROM = 128
"""Side from which up-sampling is one transposed convolution."""


class StyleGAN1(Generator):
    """Weights, all with their scale already in: ``mapping.N.{weight (o, i), bias}``, ``const`` (1, c, 4, 4), and for
    each of the `rows` layers ``layer.K.{weight, noise (1, 1, r, r), noise_weight (c,), bias (c,), style.weight (2c, w),
    style.bias}``: layer 0 has no weight, even layers double the side (weight (o, i, 3, 3), or (i, o, 4, 4) from 128
    pixels). ``rgb.{weight (3, c, 1, 1), bias}``."""

    family = "stylegan1"

    def mapping(self, z: "torch.Tensor") -> "torch.Tensor":
        self._check(z, (self.space.z,), "z")
        return mapping_network(z, self.weights, 1.0)

    def _draw(self, wplus: "torch.Tensor", size: int, noise: Sequence["torch.Tensor"] | None) -> "torch.Tensor":
        from torch.nn.functional import conv2d, conv_transpose2d, interpolate, leaky_relu, linear

        t = self.weights
        x = t["const"].expand(len(wplus), -1, -1, -1)
        for layer in range(self.space.rows):
            place = f"layer.{layer}"
            if layer and layer % 2 == 0:
                if x.shape[-1] * 2 >= FUSED_FROM:
                    x = conv_transpose2d(x, t[f"{place}.weight"], stride=2, padding=1)
                else:
                    x = conv2d(interpolate(x, scale_factor=2), t[f"{place}.weight"], padding=1)
                x = blur(x, (1, 2, 1), 1.0, 1)
            elif layer:
                x = conv2d(x, t[f"{place}.weight"], padding=1)
            grain = t[f"{place}.noise"] if noise is None else noise[layer]
            x = x + grain * t[f"{place}.noise_weight"][None, :, None, None] + t[f"{place}.bias"][None, :, None, None]
            x = instance_norm(leaky_relu(x, SLOPE))
            style = linear(wplus[:, layer], t[f"{place}.style.weight"], t[f"{place}.style.bias"])
            scale, shift = style[:, :, None, None].chunk(2, 1)
            x = x * (scale + 1) + shift
        return conv2d(x, t["rgb.weight"], t["rgb.bias"])
