"""What MagicFace would hold of a graphics card's memory, without a card: ``cuda_memory_estimate.py`` (a minute).

Runs the renderer's own code at its true size on tensors without contents (torch's "meta" device in the card's place),
and adds up what is alive there at every moment, each tensor rounded up to 512 bytes as torch's allocator does. An
estimate: what that allocator cannot use between the pieces, cuDNN's workspace, and the driver's context are not in it.
"""

import argparse
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from engine.base.jobs import run
from engine.expression.magicface.model import PRECISIONS, MagicFace
from engine.expression.magicface.networks import MagicFaceNetworks
from engine.expression.magicface.random_weights import random_networks

CARD = "meta"
SIDE, STEPS = 512, 3
BESIDE = {"face parser": 53_300_000, "jaw line's network": 96_000_000}
"""Other networks that stay on the card, float32: the bytes of their files."""

_BLOCK = 512
_LARGE = 1 << 22
"""Numbers in a tensor that is part of a network: its copies in the machine's memory are never written to."""
_GIB = 1 << 30


class Card(TorchDispatchMode):
    """Counts what lives on the card. What never was there is computed as always: schedules, noise, pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.live = self.peak = 0
        self._known: dict[int, weakref.finalize] = {}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if func is torch.ops.aten._to_copy.default:
            to = kwargs.get("device", args[0].device)
            if to.type == "cpu" and (args[0].is_meta or args[0].numel() > _LARGE):
                make = torch.empty if args[0].numel() > _LARGE else torch.zeros
                return make(args[0].shape, dtype=kwargs.get("dtype") or args[0].dtype)
        result = NotImplemented
        if func.namespace == "aten":
            with self:  # the parts of a compound operation hold memory too
                result = func.decompose(*args, **kwargs)
        if result is NotImplemented:
            result = func(*args, **kwargs)
            for leaf in tree_leaves(result):
                if isinstance(leaf, torch.Tensor) and leaf.is_meta:
                    self._hold(leaf.untyped_storage())
        return result

    @contextmanager
    def phase(self, report: dict[str, tuple[int, int]], name: str) -> Iterator[None]:
        """Notes the most that was held meanwhile, and what is held afterwards."""
        self.peak = self.live
        with self:
            yield
        report[name] = self.peak, self.live

    def _hold(self, storage: Any) -> None:
        key = storage._cdata
        if key not in self._known:
            size = -(-storage.nbytes() // _BLOCK) * _BLOCK
            self._known[key] = weakref.finalize(storage, self._let_go, key, size)
            self.live += size
            self.peak = max(self.peak, self.live)

    def _let_go(self, key: int, size: int) -> None:
        del self._known[key]
        self.live -= size


def flash(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, *_: Any, **__: Any) -> torch.Tensor:
    """Attention as the flash and the memory-efficient kernels hold memory: the result and one number a query."""
    batch, heads, tokens, width = query.shape
    _sums = torch.empty(batch, heads, tokens, dtype=torch.float32, device=query.device)
    return torch.empty(batch, tokens, heads, width, dtype=query.dtype, device=query.device).transpose(1, 2)


def plain(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, *_: Any, **__: Any) -> torch.Tensor:
    """Attention with every query's weight of every key at once, as where no better kernel works."""
    weights = (query * query.shape[-1] ** -0.5) @ key.transpose(-2, -1)
    return weights.softmax(-1) @ value


def estimate(precision: str, attention: Callable[..., torch.Tensor], halved: bool) -> dict[str, tuple[int, int]]:
    """Most held in each phase, and held after it, in bytes."""
    report: dict[str, tuple[int, int]] = {}
    card = Card()
    source = np.zeros((SIDE, SIDE, 3), np.uint8)
    with patch.object(torch.nn.functional, "scaled_dot_product_attention", attention):
        networks = without_contents()
        with card.phase(report, "loading"):
            model = MagicFace(networks, CARD, precision, spare_memory=True)
            model.one_half_at_a_time = halved
        with card.phase(report, "looking at a face"):
            encoded = model.encode_face(source, source)
        with card.phase(report, "drawing"):
            job = model.edit(encoded, np.eye(12)[4], STEPS)
            for _ in range(STEPS):
                next(job)
        with card.phase(report, "decoding"):
            run(job)
        with card.phase(report, "looking at another face, the first one kept"):
            other = model.encode_face(source, source)
        assert encoded.cost == other.cost
    return report


def without_contents() -> MagicFaceNetworks:
    """The networks in the machine's memory, which they do not take: none of it is written to."""
    with torch.device(CARD):
        networks = random_networks(full=True)
    for part in (networks.vae, networks.identity_encoder, networks.denoiser, networks.au_layer):
        part.to_empty(device="cpu")
    networks.prompt = torch.zeros(networks.prompt.shape)
    return networks


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--precision", choices=PRECISIONS, default="float16")
    arguments.add_argument("--attention", choices=("flash", "plain"), default="flash")
    arguments.add_argument("--halved", action="store_true", help="one guidance half at a time")
    chosen = arguments.parse_args()
    attention = {"flash": flash, "plain": plain}[chosen.attention]
    beside = sum(BESIDE.values())
    print(f"{chosen.precision}, {chosen.attention} attention; GiB at most, GiB afterwards; "
          f"with {beside / _GIB:.2f} for {' and '.join(BESIDE)}")
    for name, (most, after) in estimate(chosen.precision, attention, chosen.halved).items():
        print(f"{name:45} {(most + beside) / _GIB:6.2f} {(after + beside) / _GIB:6.2f}")


if __name__ == "__main__":
    main()
