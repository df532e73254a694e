"""Progressive growing of GANs (Karras et al. 2017): no styles; z goes straight into the first convolution."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.generator.generator import Generator
from engine.generator.layers import SLOPE, pixel_norm

if TYPE_CHECKING:
    import torch


class PGGAN(Generator):
    """Weights with their scale already in: ``layer.K.{weight (o, i, k, k), bias (o,)}``, layer 0 with k = 4, even
    layers from 2 double the side; ``rgb.{weight (3, c, 1, 1), bias}``. w is z, w+ has one row, nothing is truncated."""

    family = "pggan"

    def mapping(self, z: "torch.Tensor") -> "torch.Tensor":
        self._check(z, (self.space.z,), "z")
        return z

    def _draw(self, wplus: "torch.Tensor", size: int, noise: Sequence["torch.Tensor"] | None) -> "torch.Tensor":
        from torch.nn.functional import conv2d, interpolate, leaky_relu

        t, layer = self.weights, 0
        x = wplus[:, 0, :, None, None]
        while f"layer.{layer}.weight" in t:
            x = pixel_norm(x)
            if layer and layer % 2 == 0:
                x = interpolate(x, scale_factor=2)
            weight = t[f"layer.{layer}.weight"]
            x = leaky_relu(conv2d(x, weight, t[f"layer.{layer}.bias"], padding=1 if layer else 3), SLOPE)
            layer += 1
        return conv2d(pixel_norm(x), t["rgb.weight"], t["rgb.bias"])
