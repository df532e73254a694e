"""MagicFace, resident: look at a face once, then draw edits of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.expression.magicface.au_vector import checked_units
from engine.expression.magicface.codec import Codec, Say
from engine.expression.magicface.layerwise import layer_by_layer
from engine.expression.magicface.networks import MagicFaceNetworks
from engine.expression.magicface.quiet import quieten
from engine.expression.magicface.reference import (
    KeyValue,
    ReferenceAttention,
    TextAttention,
    record,
    transformer_blocks,
)
from engine.expression.magicface.sampler import scheduler
from engine.networks.device import with_fallback
from engine.networks.resident import Bytes

if TYPE_CHECKING:
    import torch

SEED = 424
GUIDANCE = 1.5
"""As the published code runs; the paper's headline figures were measured at 3."""

PRECISIONS = ("float32", "float16", "bfloat16")

_PREVIEW_EVERY = 5

_LOOKED_AT_SLOWLY = Text("memory was short: the face was looked at on the processor")
_HALVED = Text("memory was short: both guidance halves are drawn one after the other, which takes longer")

# Stable Diffusion 1.5 latents to colours by one matrix product: a published least-squares fit, good for a thumbnail.
_LATENT_TO_RGB = ((0.3512, 0.2297, 0.3227), (0.3250, 0.4974, 0.2350), (-0.2829, 0.1762, 0.2721),
                  (-0.2120, -0.2616, -0.7177))


@dataclass(frozen=True, eq=False)
class EncodedFace:
    """All that a source face and its background contribute to every edit; constant over units, seeds and steps.

    notes: what the artist should know of how it was looked at; it holds for every edit of it.
    """

    reference: tuple[KeyValue, ...]
    source_latents: "torch.Tensor"
    background_latents: "torch.Tensor"
    notes: tuple[Text, ...] = ()

    @property
    def cost(self) -> Bytes:
        pairs = [tensor for pair in self.reference for tensor in (pair.keys, pair.values)]
        return Bytes.of((*pairs, self.source_latents, self.background_latents))


class MagicFace:
    """The networks on one device in one precision.

    networks:  its parts, from `load_networks`; they belong to this object from now on.
    device:    "cuda", "mps", "cpu".
    precision: one of PRECISIONS. Half precision takes about half the memory, and its results lie within the tolerance
               of docs/magicface.md. The original runs in float32 whatever it is asked for.
    spare_memory: leave the identity encoder in the machine's memory; only the layer at work is on the device.
    compiled:  let torch.compile make the denoiser quicker; the first step then takes minutes.
    """

    def __init__(self, networks: MagicFaceNetworks, device: str = "cpu", precision: str = "float32",
                 spare_memory: bool = False, compiled: bool = False) -> None:
        import torch

        if precision not in PRECISIONS:
            raise UsageError(Text("unknown precision {0}", repr(precision)),
                             Text("there is: {0}", ", ".join(PRECISIONS)))
        quieten()
        self.device = torch.device(device)
        self.dtype: torch.dtype = getattr(torch, precision)
        self.spare_memory = spare_memory
        # A stopped edit's last step may still run, on its own thread, when the next edit begins.
        self._one_at_a_time = threading.Lock()
        self.one_half_at_a_time = False
        """Both guidance halves in one batch are quicker; one after the other need less memory."""
        self._codec = Codec(networks.vae, self.device, self.dtype)
        self._unet = networks.denoiser.to(self.device, self.dtype)
        self._au_layer = networks.au_layer.to(self.device, self.dtype)
        encoder = networks.identity_encoder.to(self.dtype)
        self._encoder = encoder if spare_memory else encoder.to(self.device)
        self._prompt = networks.prompt.to(self.device, self.dtype)
        self._install_attention()
        self._au_embedding: torch.Tensor | None = None
        self._unet.time_embedding.register_forward_hook(self._add_units)
        if compiled:
            self._unet.compile()
        self.cost = networks.cost

    def encode_face(self, source: np.ndarray, background: np.ndarray) -> EncodedFace:
        """Encode a source face and its background picture, each (H, W, 3) uint8 with H and W multiples of 64."""
        import torch

        with torch.inference_mode(), self._one_at_a_time:
            notes: list[Text] = []
            source_latents, background_latents = (self._codec.encode(picture, notes.append)
                                                  for picture in (source, background))
            recorded = with_fallback(lambda: self._recorded(source_latents),
                                     lambda: self._recorded_on_processor(source_latents), self.device,
                                     lambda: notes.append(_LOOKED_AT_SLOWLY))
            pairs = tuple(processor.project(block, tokens) for processor, block, tokens
                          in zip(self._references, self._blocks, recorded, strict=True))
            return EncodedFace(pairs, source_latents, background_latents, tuple(notes))

    def edit(self, encoded: EncodedFace, units: np.ndarray, steps: int = 50, guidance: float = GUIDANCE,
             seed: int = SEED, noise: np.ndarray | None = None,
             watch: "Callable[[torch.Tensor], Any] | None" = None, say: Say = lambda _: None) -> Job[np.ndarray]:
        """Draw an edit: (H, W, 3) float32 0..1. One yield a step; every few carry a small preview.

        units:    (12,) wanted change in FACS intensity steps, -10..10, in AU_ORDER.
        guidance: how far to go from no units to the units; below 1 there is no guidance, as in the original.
        seed:     of the noise, drawn on the CPU so that every device draws the same face.
        noise:    (1, 4, H/8, W/8) float32 instead of the seed's.
        watch:    called with the latents (1, 4, H/8, W/8) after each step.
        say:      told what the artist should know of how this very edit is made.
        """
        import torch

        vector = torch.from_numpy(checked_units(units)).reshape(1, 12)
        if not np.isfinite(guidance):
            raise UsageError(Text("the guidance is not a finite number"))
        schedule = scheduler(steps)
        guided = guidance > 1 and bool(vector.any())  # at 1, and for no units, both halves would cancel out
        batch = torch.cat([vector, torch.zeros_like(vector)]) if guided else vector
        latents = self._noise(encoded, seed, noise)
        with torch.inference_mode():
            embedding = self._au_layer(batch.to(self.device, self.dtype))
        for done, timestep in enumerate(schedule.timesteps):
            with torch.inference_mode(), self._one_at_a_time:
                predicted = self._predict(encoded, latents, timestep, embedding, say)
                if guided:
                    asked, plain = predicted.chunk(2)
                    predicted = plain + guidance * (asked - plain)
                preview = None
                if done % _PREVIEW_EVERY == 0:
                    alpha = float(schedule.alphas_cumprod[int(timestep)])
                    preview = _thumbnail((latents - (1 - alpha) ** 0.5 * predicted) / alpha**0.5)
                latents = schedule.step(predicted, timestep, latents, return_dict=False)[0]
                if watch is not None:
                    watch(latents)
            yield Progress(done + 1, steps + 1, Text("drawing"), preview)
        with torch.inference_mode(), self._one_at_a_time:
            return self._codec.decode(latents, say)

    # ---- inside a step

    def _predict(self, encoded: EncodedFace, latents: "torch.Tensor", timestep: "torch.Tensor",
                 embedding: "torch.Tensor", say: Say) -> "torch.Tensor":
        """The denoiser's answer for each half; when memory runs out, once more with one half after the other."""
        def predicted() -> "torch.Tensor":
            return self._predicted(latents, encoded.background_latents, timestep, embedding)

        def one_half_at_a_time() -> "torch.Tensor":
            self.one_half_at_a_time = True
            return predicted()

        for processor, pair in zip(self._references, encoded.reference, strict=True):
            processor.reference = pair
        try:
            halved = self.one_half_at_a_time or embedding.shape[0] == 1
            return with_fallback(predicted, None if halved else one_half_at_a_time, self.device,
                                 lambda: say(_HALVED))
        finally:
            # Nothing of a face stays behind: it belongs to whoever asked for it to be looked at.
            self._au_embedding = None
            for processor in self._references:
                processor.reference = None

    def _predicted(self, latents: "torch.Tensor", background: "torch.Tensor", timestep: "torch.Tensor",
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

    def _recorded(self, latents: "torch.Tensor") -> "list[torch.Tensor]":
        if not self.spare_memory:
            return record(self._encoder, latents, self._prompt)
        with layer_by_layer(self._encoder, self.device):
            return record(self._encoder, latents, self._prompt)

    def _recorded_on_processor(self, latents: "torch.Tensor") -> "list[torch.Tensor]":
        import torch

        self.spare_memory = True
        self._encoder.to("cpu", torch.float32)
        try:
            recorded = record(self._encoder, latents.float().cpu(), self._prompt.float().cpu())
        finally:
            self._encoder.to(self.dtype)
        return [tokens.to(self.device, self.dtype) for tokens in recorded]

    def _add_units(self, _layer: Any, _inputs: Any, output: "torch.Tensor") -> "torch.Tensor":
        assert self._au_embedding is not None
        return output + self._au_embedding

    def _noise(self, encoded: EncodedFace, seed: int, noise: np.ndarray | None) -> "torch.Tensor":
        import torch

        shape = encoded.source_latents.shape
        if noise is None:
            drawn = torch.randn(shape, generator=torch.Generator().manual_seed(seed))
        else:
            drawn = torch.as_tensor(np.asarray(noise, np.float32))
            if drawn.shape != shape:
                raise UsageError(Text("the noise is {0}, the picture's latents are {1}", tuple(drawn.shape),
                                      tuple(shape)))
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


def _thumbnail(clean: "torch.Tensor") -> np.ndarray:
    """Expected latents (1, 4, h, w) to a picture (h, w, 3) uint8, roughly."""
    import torch

    matrix = torch.tensor(_LATENT_TO_RGB, dtype=clean.dtype, device=clean.device)
    colours = clean[0].permute(1, 2, 0) @ matrix
    return (colours / 2 + 0.5).clamp(0, 1).mul(255).byte().cpu().numpy()
