"""Two faces in one picture: the layers' results of one generator blended by place, so that what follows joins them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.base.allocator import large_outside
from engine.base.errors import UsageError
from engine.base.text import Text
from engine.generator.generator import Generator
from engine.generator.mobilestylegan import MobileStyleGAN

if TYPE_CHECKING:
    import torch

_FROM = 8
"""Pixels of the smallest layer that is blended. In smaller ones a place is half the face."""


def draw_regions(generator: Generator, code: np.ndarray, guests: Sequence[tuple[np.ndarray, np.ndarray]],
                 size: int) -> np.ndarray:
    """A face with parts of others, (size, size, 3) float32 0..1.

    code: (rows, width). guests: for each its latents (rows, width), of about the same pose, and a mask (k, k) float32
    0..1 of how much of it is where; together no more than 1 anywhere.
    After Suzuki et al., Spatially controllable image synthesis with internal representation collaging (2018).
    UsageError for a generator that gives no way in between its layers.
    """
    if not isinstance(generator, MobileStyleGAN):
        raise UsageError(Text("{0} cannot draw regions of two faces", generator.name), Text("MobileStyleGAN can"))
    import torch
    from torch.nn.functional import interpolate

    masks = np.stack([mask for _, mask in guests]).astype(np.float32)
    shares = torch.from_numpy(masks)[:, None].to(generator.device)

    def joined(x: "torch.Tensor") -> "torch.Tensor":
        if x.shape[-1] < _FROM:
            return x
        share = interpolate(shares, x.shape[-2:], mode="area" if x.shape[-1] <= shares.shape[-1] else "bilinear")
        return torch.cat([x[:1] + (share * (x[1:] - x[:1])).sum(0, keepdim=True), x[1:]])

    with large_outside(), torch.inference_mode():
        codes = np.stack([code, *(guest for guest, _ in guests)]).astype(np.float32)
        wplus = torch.from_numpy(codes).to(generator.device)
        picture = generator._draw(wplus, generator.size_for(size), None, joined)[0]
        return ((picture.float().clamp(-1, 1) + 1) / 2).permute(1, 2, 0).contiguous().cpu().numpy()
