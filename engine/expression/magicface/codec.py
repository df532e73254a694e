"""Pictures to latents and back: Stable Diffusion 1.5's picture codec, the way MagicFace uses it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.networks.device import with_fallback

if TYPE_CHECKING:
    import torch
    from diffusers import AutoencoderKL

LATENT_SCALE = 0.18215
"""What is drawn lives in latents times this; what the model is shown (source, background) is not scaled."""


Say = Callable[[Text], object]
"""Told, while a picture is made, what the artist should know of how."""


class Codec:
    """The codec on one device; when that has not enough memory for it, on the processor from then on.

    `say` is told when that happens, one line.
    """

    def __init__(self, vae: "AutoencoderKL", device: "torch.device", dtype: "torch.dtype") -> None:
        self._vae, self._device, self._dtype = vae.to(device, dtype), device, dtype
        self._at, self._as = device, dtype

    def encode(self, picture: np.ndarray, say: Say) -> "torch.Tensor":
        """(H, W, 3) uint8 to latents (1, 4, H/8, W/8): the mean, and not scaled, as the model was trained.

        H and W are multiples of 64; UsageError for another picture.
        """
        import torch

        _check(picture)
        pixels = torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255 * 2 - 1
        latents = self._run(lambda vae, entry: vae.encode(entry).latent_dist.mode(), pixels, say)
        return latents.to(self._device, self._dtype)

    def decode(self, latents: "torch.Tensor", say: Say) -> np.ndarray:
        """Latents (1, 4, h, w) float32, scaled, to a picture (8h, 8w, 3) float32 0..1."""
        image = self._run(lambda vae, entry: vae.decode(entry).sample, latents / LATENT_SCALE, say).float()
        return (image[0] / 2 + 0.5).clamp(0, 1).permute(1, 2, 0).cpu().numpy()

    def _run(self, call: Callable[[Any, Any], "torch.Tensor"], entry: "torch.Tensor",
             say: Say) -> "torch.Tensor":
        import torch

        def here() -> "torch.Tensor":
            return call(self._vae, entry.to(self._at, self._as))

        def on_processor() -> "torch.Tensor":
            self._at, self._as = torch.device("cpu"), torch.float32
            self._vae.to(self._at, self._as)
            return here()

        return with_fallback(here, None if self._at.type == "cpu" else on_processor, self._at,
                             lambda: say(Text("memory was short: pictures are coded on the processor")))


def _check(picture: np.ndarray) -> None:
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise UsageError(Text("MagicFace takes (H, W, 3) uint8 pictures"))
    if picture.shape[0] % 64 or picture.shape[1] % 64 or not picture.size:
        raise UsageError(Text("MagicFace takes sides that are multiples of 64, not {0} x {1}", picture.shape[1],
                              picture.shape[0]))
