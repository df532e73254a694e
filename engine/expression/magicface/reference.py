"""How the denoiser sees the source face: what the identity encoder recorded becomes extra keys and values.

In the original every self-attention of the denoiser runs over its own tokens and the recorded ones together and throws
the recorded half of the result away. Queries from its own tokens alone give the same numbers, and the recorded tokens'
keys and values do not depend on the step or on the guidance half: they are projected once for a source picture.
The text is constant too, so its keys and values are projected once for good.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch
    from diffusers import UNet2DConditionModel


@dataclass(frozen=True, eq=False)
class KeyValue:
    """Keys and values (batch 1, heads, tokens, width of a head) of one attention layer."""

    keys: "torch.Tensor"
    values: "torch.Tensor"


class _Enough(Exception):  # noqa: N818 - not an error: the identity encoder has told all it is asked
    pass


def transformer_blocks(unet: "UNet2DConditionModel") -> "list[Any]":
    """The transformer blocks of a Stable Diffusion 1.5 network in the order in which they run."""
    stages = [*unet.down_blocks, unet.mid_block, *unet.up_blocks]
    return [block for stage in stages for attention in getattr(stage, "attentions", ())
            for block in attention.transformer_blocks]


def record(encoder: "UNet2DConditionModel", latents: "torch.Tensor", prompt: "torch.Tensor") -> "list[torch.Tensor]":
    """What enters each transformer block (B, tokens, channels) when the encoder looks at un-noised latents at t = 0.

    The encoder stops once the last block has been reached: its own output is not used.
    """
    blocks = transformer_blocks(encoder)
    seen: list[torch.Tensor] = []

    def keep(_block: Any, inputs: tuple[Any, ...]) -> None:
        seen.append(inputs[0])
        if len(seen) == len(blocks):
            raise _Enough

    handles = [block.register_forward_pre_hook(keep) for block in blocks]
    try:
        encoder(latents, 0, prompt)
    except _Enough:
        pass
    finally:
        for handle in handles:
            handle.remove()
    return seen


class ReferenceAttention:
    """Self-attention over a block's own tokens and one source face's."""

    def __init__(self) -> None:
        self.reference: KeyValue | None = None

    def project(self, block: Any, recorded: "torch.Tensor") -> KeyValue:
        """Keys and values of recorded tokens (1, tokens, channels) as this block's self-attention makes them."""
        normed = block.norm1(recorded)
        return KeyValue(_heads(block.attn1, block.attn1.to_k(normed)), _heads(block.attn1, block.attn1.to_v(normed)))

    def __call__(self, attn: Any, hidden_states: "torch.Tensor", *_unused: Any, **_also: Any) -> "torch.Tensor":
        import torch

        batch = hidden_states.shape[0]
        keys, values = _heads(attn, attn.to_k(hidden_states)), _heads(attn, attn.to_v(hidden_states))
        if self.reference is not None:
            keys = torch.cat([keys, self.reference.keys.expand(batch, -1, -1, -1)], dim=2)
            values = torch.cat([values, self.reference.values.expand(batch, -1, -1, -1)], dim=2)
        return _attend(attn, hidden_states, keys, values)


class TextAttention:
    """Cross-attention to a text that never changes."""

    def __init__(self) -> None:
        self.text: KeyValue | None = None

    def project(self, block: Any, prompt: "torch.Tensor") -> KeyValue:
        """Keys and values of a prompt embedding (1, 77, width)."""
        return KeyValue(_heads(block.attn2, block.attn2.to_k(prompt)), _heads(block.attn2, block.attn2.to_v(prompt)))

    def __call__(self, attn: Any, hidden_states: "torch.Tensor", *_unused: Any, **_also: Any) -> "torch.Tensor":
        assert self.text is not None
        batch = hidden_states.shape[0]
        return _attend(attn, hidden_states, self.text.keys.expand(batch, -1, -1, -1),
                       self.text.values.expand(batch, -1, -1, -1))


def _attend(attn: Any, hidden_states: "torch.Tensor", keys: "torch.Tensor", values: "torch.Tensor") -> "torch.Tensor":
    import torch

    queries = _heads(attn, attn.to_q(hidden_states))
    mixed = torch.nn.functional.scaled_dot_product_attention(queries, keys, values)
    mixed = mixed.transpose(1, 2).flatten(2)
    return attn.to_out[1](attn.to_out[0](mixed))


def _heads(attn: Any, tokens: "torch.Tensor") -> "torch.Tensor":
    """(B, tokens, channels) to (B, heads, tokens, width of a head)."""
    return tokens.unflatten(2, (attn.heads, -1)).transpose(1, 2)
