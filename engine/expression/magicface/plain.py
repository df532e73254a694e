"""The original's loop, as the specification describes it, for comparing speed and numbers on the same weights.

Self-attention runs over own and recorded tokens together and drops the recorded half of the result; both guidance
halves carry their own copy of everything; the identity encoder runs to its end on a doubled batch; nothing is kept
between edits. Only `facewright bench magicface` and the tests use it.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.expression.magicface.codec import LATENT_SCALE
from engine.expression.magicface.networks import MagicFaceNetworks
from engine.expression.magicface.reference import transformer_blocks
from engine.expression.magicface.sampler import scheduler

if TYPE_CHECKING:
    import torch


class _JointAttention:
    """Self-attention over 2N tokens, of which the first N come out."""

    def __init__(self, block: Any) -> None:
        self.block = block
        self.recorded: torch.Tensor | None = None

    def __call__(self, attn: Any, hidden_states: "torch.Tensor", *_unused: Any, **_also: Any) -> "torch.Tensor":
        import torch

        assert self.recorded is not None
        tokens = torch.cat([hidden_states, self.block.norm1(self.recorded)], dim=1)
        queries, keys, values = (layer(tokens).unflatten(2, (attn.heads, -1)).transpose(1, 2)
                                 for layer in (attn.to_q, attn.to_k, attn.to_v))
        mixed = torch.nn.functional.scaled_dot_product_attention(queries, keys, values).transpose(1, 2).flatten(2)
        return attn.to_out[1](attn.to_out[0](mixed))[:, :hidden_states.shape[1]]


def plain_edit(networks: MagicFaceNetworks, source: np.ndarray, background: np.ndarray, units: np.ndarray, steps: int,
               guidance: float, noise: np.ndarray) -> np.ndarray:
    """One guided edit in float32 on the networks' own device: (H, W, 3) float32 0..1."""
    import torch

    device = networks.prompt.device
    unet, blocks = networks.denoiser, transformer_blocks(networks.denoiser)
    joint = [_JointAttention(block) for block in blocks]
    before = [block.attn1.processor for block in blocks]
    recorded: list[torch.Tensor] = []
    handles = [block.register_forward_pre_hook(lambda _block, inputs: recorded.append(inputs[0]))
               for block in transformer_blocks(networks.identity_encoder)]
    try:
        with torch.inference_mode():
            source_latents, background_latents = (_encode(networks, picture) for picture in (source, background))
            text = networks.prompt.repeat(2, 1, 1)
            networks.identity_encoder(source_latents.repeat(2, 1, 1, 1), 0, text)
            for block, processor, tokens in zip(blocks, joint, recorded, strict=True):
                processor.recorded = tokens
                block.attn1.set_processor(processor)
            vector = torch.as_tensor(np.asarray(units, np.float32)).reshape(1, 12).to(device)
            halves = torch.cat([vector, torch.zeros_like(vector)])
            handles.append(unet.time_embedding.register_forward_hook(
                lambda _layer, _inputs, output: output + networks.au_layer(halves)))
            schedule = scheduler(steps)
            latents = torch.as_tensor(noise).to(device)
            for timestep in schedule.timesteps:
                entry = torch.cat([latents.repeat(2, 1, 1, 1), background_latents.repeat(2, 1, 1, 1)], dim=1)
                asked, plain = unet(entry, timestep, text, return_dict=False)[0].chunk(2)
                latents = schedule.step(plain + guidance * (asked - plain), timestep, latents, return_dict=False)[0]
            image = networks.vae.decode(latents / LATENT_SCALE).sample
            return (image[0] / 2 + 0.5).clamp(0, 1).permute(1, 2, 0).cpu().numpy()
    finally:
        for handle in handles:
            handle.remove()
        for block, processor in zip(blocks, before, strict=True):
            block.attn1.set_processor(processor)


def _encode(networks: MagicFaceNetworks, picture: np.ndarray) -> "torch.Tensor":
    import torch

    pixels = torch.from_numpy(np.array(picture)).to(networks.prompt.device).permute(2, 0, 1)[None]
    return networks.vae.encode(pixels.float() / 255 * 2 - 1).latent_dist.mode()
