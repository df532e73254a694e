"""MagicFace, resident: look at a face once, then draw edits of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import UsageError
from engine.expression.magicface.networks import Networks
from engine.expression.magicface.reference import (
    KeyValue,
    ReferenceAttention,
    TextAttention,
    record,
    transformer_blocks,
)
from engine.expression.magicface.sampler import scheduler
from engine.jobs import Job, Progress

if TYPE_CHECKING:
    import torch

SEED = 424
GUIDANCE = 1.5
PAPER_GUIDANCE = 3.0
"""The published code runs 1.5; the paper's headline figures were measured at 3."""

LATENT_SCALE = 0.18215

_PREVIEW_EVERY = 5

# Stable Diffusion 1.5 latents to colours by one matrix product: a published least-squares fit, good for a thumbnail.
_LATENT_TO_RGB = ((0.3512, 0.2297, 0.3227), (0.3250, 0.4974, 0.2350), (-0.2829, 0.1762, 0.2721),
                  (-0.2120, -0.2616, -0.7177))


@dataclass(frozen=True, eq=False)
class LookedAt:
    """All that a source face and its background contribute to every edit; constant over units, seeds and steps."""

    reference: tuple[KeyValue, ...]
    source_latents: "torch.Tensor"
    background_latents: "torch.Tensor"

    @property
    def bytes_held(self) -> int:
        pairs = [tensor for pair in self.reference for tensor in (pair.keys, pair.values)]
        tensors = (*pairs, self.source_latents, self.background_latents)
        return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


class MagicFace:
    """The networks on one device in one precision.

    networks: its parts, from `load_networks`; they belong to this object from now on.
    device:  "cuda", "mps", "cpu".
    half:    float16 (about half the memory; results within the tolerance of docs/magicface.md). The original runs
             in float32 whatever it is asked for.
    spare_memory: keep the identity encoder off the device except while it looks; 4 GiB of CUDA memory then do.
    """

    def __init__(self, networks: Networks, device: str = "cpu", half: bool = False,
                 spare_memory: bool = False) -> None:
        import torch

        self.device = torch.device(device)
        self.dtype = torch.float16 if half else torch.float32
        self.spare_memory = spare_memory
        # A stopped edit's last step may still run, on its own thread, when the next edit begins.
        self._one_at_a_time = threading.Lock()
        self.one_half_at_a_time = False
        """Both guidance halves in one batch are quicker; one after the other need less memory."""
        self._vae = networks.vae.to(self.device, self.dtype)
        self._unet = networks.denoiser.to(self.device, self.dtype)
        self._au_layer = networks.au_layer.to(self.device, self.dtype)
        encoder = networks.identity_encoder.to(self.dtype)
        self._encoder = encoder if spare_memory else encoder.to(self.device)
        self._prompt = networks.prompt.to(self.device, self.dtype)
        self._install_attention()
        self._au_embedding: torch.Tensor | None = None
        self._unet.time_embedding.register_forward_hook(self._add_units)

    def look_at(self, source: np.ndarray, background: np.ndarray) -> LookedAt:
        """Encode a source face and its background picture, each (H, W, 3) uint8 with H and W multiples of 64."""
        import torch

        with torch.inference_mode(), self._one_at_a_time:
            source_latents, background_latents = self.encode(source), self.encode(background)
            if self.spare_memory:
                self._encoder.to(self.device)
            recorded = record(self._encoder, source_latents, self._prompt)
            if self.spare_memory:
                self._encoder.to("cpu")
            pairs = tuple(processor.project(block, tokens) for processor, block, tokens
                          in zip(self._references, self._blocks, recorded, strict=True))
            return LookedAt(pairs, source_latents, background_latents)

    def edit(self, looked: LookedAt, units: np.ndarray, steps: int = 50, guidance: float = GUIDANCE,
             seed: int = SEED, noise: np.ndarray | None = None,
             watch: "Callable[[torch.Tensor], Any] | None" = None) -> Job[np.ndarray]:
        """Draw an edit: (H, W, 3) float32 0..1. One yield a step; every few carry a small preview.

        units:    (12,) wanted change in FACS intensity steps, in AU_ORDER.
        guidance: how far to go from no units to the units; below 1 there is no guidance, as in the original.
        seed:     of the noise, drawn on the CPU so that every device draws the same face.
        noise:    (1, 4, H/8, W/8) float32 instead of the seed's.
        watch:    called with the latents (1, 4, H/8, W/8) after each step.
        """
        import torch

        vector = torch.as_tensor(np.asarray(units, np.float32)).reshape(1, 12)
        if not torch.isfinite(vector).all() or not np.isfinite(guidance):
            raise UsageError("an action unit or the guidance is not a finite number")
        schedule = scheduler(steps)
        guided = guidance > 1 and bool(vector.any())
        batch = torch.cat([vector, torch.zeros_like(vector)]) if guided else vector
        latents = self._noise(looked, seed, noise)
        with torch.inference_mode():
            embedding = self._au_layer(batch.to(self.device, self.dtype))
        for done, timestep in enumerate(schedule.timesteps):
            with torch.inference_mode(), self._one_at_a_time:
                for processor, pair in zip(self._references, looked.reference, strict=True):
                    processor.reference = pair
                predicted = self._predict(latents, looked.background_latents, timestep, embedding)
                if guided:
                    asked, plain = predicted.chunk(2)
                    predicted = plain + guidance * (asked - plain)
                alpha = schedule.alphas_cumprod[int(timestep)]
                clean = (latents - (1 - alpha) ** 0.5 * predicted) / alpha**0.5
                latents = schedule.step(predicted, timestep, latents, return_dict=False)[0]
                if watch is not None:
                    watch(latents)
                preview = _thumbnail(clean) if done % _PREVIEW_EVERY == 0 else None
            yield Progress(done + 1, steps + 1, "drawing", preview)
        with torch.inference_mode(), self._one_at_a_time:
            return self.decode(latents)

    # ---- pictures and latents

    def encode(self, picture: np.ndarray) -> "torch.Tensor":
        """(H, W, 3) uint8 to latents (1, 4, H/8, W/8): the mean, and not scaled, as the model was trained."""
        import torch

        _check_picture(picture)
        pixels = torch.from_numpy(np.ascontiguousarray(picture)).to(self.device).permute(2, 0, 1)[None]
        return self._vae.encode((pixels.float() / 255 * 2 - 1).to(self.dtype)).latent_dist.mode()

    def decode(self, latents: "torch.Tensor") -> np.ndarray:
        """Latents (1, 4, h, w) float32 to a picture (8h, 8w, 3) float32 0..1."""
        image = self._vae.decode((latents / LATENT_SCALE).to(self.dtype)).sample.float()
        return (image[0] / 2 + 0.5).clamp(0, 1).permute(1, 2, 0).cpu().numpy()

    # ---- inside a step

    def _predict(self, latents: "torch.Tensor", background: "torch.Tensor", timestep: "torch.Tensor",
                 embedding: "torch.Tensor") -> "torch.Tensor":
        import torch

        entry = torch.cat([latents.to(self.dtype), background], dim=1)
        halves = embedding.split(1) if self.one_half_at_a_time else (embedding,)
        out = []
        for half in halves:
            self._au_embedding = half
            count = half.shape[0]
            text = self._prompt.expand(count, -1, -1)
            out.append(self._unet(entry.expand(count, -1, -1, -1), timestep, text, return_dict=False)[0])
        return torch.cat(out).float()

    def _add_units(self, _layer: Any, _inputs: Any, output: "torch.Tensor") -> "torch.Tensor":
        return output + self._au_embedding

    def _noise(self, looked: LookedAt, seed: int, noise: np.ndarray | None) -> "torch.Tensor":
        import torch

        shape = looked.source_latents.shape
        if noise is None:
            drawn = torch.randn(shape, generator=torch.Generator().manual_seed(seed))
        else:
            drawn = torch.as_tensor(np.asarray(noise, np.float32))
            if drawn.shape != shape:
                raise UsageError(f"the noise is {tuple(drawn.shape)}, the picture's latents are {tuple(shape)}")
        return drawn.to(self.device)

    def _install_attention(self) -> None:
        import torch

        self._blocks = transformer_blocks(self._unet)
        self._references = [ReferenceAttention() for _ in self._blocks]
        with torch.inference_mode():
            for block, reference in zip(self._blocks, self._references, strict=True):
                text = TextAttention()
                text.text = text.project(block, self._prompt)
                block.attn1.set_processor(reference)
                block.attn2.set_processor(text)


def _check_picture(picture: np.ndarray) -> None:
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise UsageError("MagicFace takes (H, W, 3) uint8 pictures")
    if picture.shape[0] % 64 or picture.shape[1] % 64 or not picture.size:
        raise UsageError(f"MagicFace takes sides that are multiples of 64, not {picture.shape[1]} x {picture.shape[0]}")


def _thumbnail(clean: "torch.Tensor") -> np.ndarray:
    """Expected latents (1, 4, h, w) to a picture (h, w, 3) uint8, roughly."""
    import torch

    matrix = torch.tensor(_LATENT_TO_RGB, dtype=clean.dtype, device=clean.device)
    colours = clean[0].permute(1, 2, 0) @ matrix
    return (colours / 2 + 0.5).clamp(0, 1).mul(255).byte().cpu().numpy()
