"""Several codes in one picture: the layers' results of one generator blended by place, so that what follows joins them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
_KEPT_TO = 64
"""Pixels of the largest layer of a host that is blended into; larger ones say what is fine, and the picture itself is
blended as well. So what is kept of a host is small (11 MB), and a draft costs one picture and not two."""


def can_draw_regions(generator: Generator) -> bool:
    """Whether a generator gives a way in between its layers."""
    return isinstance(generator, MobileStyleGAN)


def draw_regions(generator: Generator, code: np.ndarray, guests: Sequence[tuple[np.ndarray, np.ndarray]],
                 size: int) -> np.ndarray:
    """A face with parts of others, (size, size, 3) float32 0..1.

    code: (rows, width). guests: for each its latents (rows, width), of about the same pose, and a mask (k, k) float32
    0..1 of how much of it is where; together no more than 1 anywhere.
    After Suzuki et al., Spatially controllable image synthesis with internal representation collaging (2018).
    UsageError for a generator that gives no way in between its layers.
    """
    import torch

    masks = np.stack([mask for _, mask in guests]).astype(np.float32)
    shares = torch.from_numpy(masks)[:, None].to(generator.device)

    def joined(x: "torch.Tensor") -> "torch.Tensor":
        if x.shape[-1] < _FROM:
            return x
        return torch.cat([x[:1] + (_at(shares, x) * (x[1:] - x[:1])).sum(0, keepdim=True), x[1:]])

    codes = np.stack([code, *(guest for guest, _ in guests)])
    return _picture(_drawn(generator, codes, size, joined))


@dataclass(frozen=True, eq=False)
class Host:
    """What is kept of a face that was drawn, to change it at some places alone.

    picture: (size, size, 3) float32 0..1. layers: results of the generator's layers, (1, c, r, r) each, in order.
    """

    picture: np.ndarray
    layers: tuple["torch.Tensor", ...]

    @property
    def bytes_held(self) -> int:
        return self.picture.nbytes + sum(layer.nbytes for layer in self.layers)


def draw_host(generator: Generator, code: np.ndarray, size: int) -> Host:
    """A face of a code (rows, width), drawn at one of the generator's sizes, for `draw_over`. UsageError as
    `draw_regions`."""
    layers: list[torch.Tensor] = []

    def kept(x: "torch.Tensor") -> "torch.Tensor":
        if _is_blended(x):
            layers.append(x)
        return x

    picture = _picture(_drawn(generator, code[None], size, kept))
    return Host(picture, tuple(layers))


def draw_over(generator: Generator, host: Host, code: np.ndarray, mask: np.ndarray) -> Host:
    """A host changed to another code (rows, width) where a mask (k, k) float32 0..1 says so, and nowhere else; at the
    host's size, and a host itself."""
    import torch
    from torch.nn.functional import adaptive_max_pool2d

    share = torch.from_numpy(np.asarray(mask, np.float32))[None, None].to(generator.device)
    layers: list[torch.Tensor] = []

    def joined(x: "torch.Tensor") -> "torch.Tensor":
        if not _is_blended(x):
            return x
        before = host.layers[len(layers)]
        layers.append(torch.lerp(before, x, adaptive_max_pool2d(share, x.shape[-2:])))
        return layers[-1]

    picture = _picture(_drawn(generator, code[None], len(host.picture), joined))
    from engine.base.opencv import cv2

    over = cv2.resize(np.asarray(mask, np.float32), picture.shape[:2], interpolation=cv2.INTER_LINEAR)[..., None]
    return Host(host.picture + over * (picture - host.picture), tuple(layers))


def _is_blended(x: "torch.Tensor") -> bool:
    """Whether a layer's result is blended; pictures have three channels."""
    return _FROM <= x.shape[-1] <= _KEPT_TO and x.shape[1] > 3


def _at(shares: "torch.Tensor", x: "torch.Tensor") -> "torch.Tensor":
    from torch.nn.functional import interpolate

    return interpolate(shares, x.shape[-2:], mode="area" if x.shape[-1] <= shares.shape[-1] else "bilinear")


def _drawn(generator: Generator, codes: np.ndarray, size: int,
           between: "Callable[[torch.Tensor], torch.Tensor]") -> "torch.Tensor":
    if not isinstance(generator, MobileStyleGAN):
        raise UsageError(Text("{0} cannot draw regions of two faces", generator.name), Text("MobileStyleGAN can"))
    import torch

    with large_outside(), torch.inference_mode():
        wplus = torch.from_numpy(np.asarray(codes, np.float32)).to(generator.device)
        return generator._draw(wplus, generator.size_for(size), None, between)[0]


def _picture(drawn: "torch.Tensor") -> np.ndarray:
    """(3, s, s) of about -1 to 1 as (s, s, 3) float32 0..1."""
    return np.asarray(((drawn.float().clamp(-1, 1) + 1) / 2).permute(1, 2, 0).contiguous().cpu().numpy())
