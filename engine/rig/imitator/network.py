"""The imitator: values in, the picture that the game engine would draw out.

The architecture is Shi et al.'s (Face-to-Parameter Translation for Game Character Auto-Creation, ICCV 2019), as the
face-nn tools have it: transposed convolutions of kernel 4, the first from 1 x 1 to 4 x 4, each further one doubling,
all but the last with batch norm and a rectifier, the last with a sigmoid. How many there are, and how wide, the tensors
say themselves, so one reader does for the published network and for smaller ones.

Its own pictures are (B, 3, x, y) in the order blue, green, red: transposed, because those who taught it first fed
pictures turned so. Everybody else here uses `pictures`, which are upright and red first.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.training.network import TensorNetwork

if TYPE_CHECKING:
    from torch import Tensor

PUBLISHED = (512, 512, 512, 256, 128, 64, 64)
"""Widths of the published network, which draws 512 x 512."""
DRAFT = (256, 192, 128, 64, 32)
"""128 x 128, the published network's shape for trainings without a graphics card: a head, blurred."""

_KERNEL, _FIRST_SIDE = 4, 4
_MOST_LAYERS = 9
_MOST_WIDTH = 2048
_MOST_DRAWN = 1 << 25
"""Numbers that a layer makes of one face: eight times as many as the published network's largest."""
_LARGEST_NUMBER = 1e18
_LEARNT = ("0.weight", "0.bias", "1.weight", "1.bias")
_COUNTED = ("1.running_mean", "1.running_var", "1.num_batches_tracked")


class Imitator(TensorNetwork):
    """weights: the tensors by their names in the checkpoint (`0.0.weight` ... `7.bias`); those that learn may ask for
    gradients. Raises EngineError, naming `name`, for any others."""

    def __init__(self, weights: "Mapping[str, Tensor]", name: str = "") -> None:
        super().__init__(weights)
        self.widths = self._check(name)
        """Of the hidden layers; () where there are none."""

    @classmethod
    def begun(cls, values: int, widths: Sequence[int], seed: int) -> Self:
        """One that has learnt nothing: DCGAN's beginnings (Radford et al. 2016), the same for the same seed."""
        import torch

        random = torch.Generator().manual_seed(seed)

        def normal(shape: tuple[int, ...], mean: float = 0.0) -> "Tensor":
            return torch.empty(shape).normal_(mean, 0.02, generator=random)

        weights: dict[str, Tensor] = {}
        ends = (values, *widths)
        for layer, (before, after) in enumerate(zip(ends, widths, strict=False)):
            weights[f"{layer}.0.weight"] = normal((before, after, _KERNEL, _KERNEL))
            weights[f"{layer}.0.bias"] = torch.zeros(after)
            weights[f"{layer}.1.weight"], weights[f"{layer}.1.bias"] = normal((after,), 1.0), torch.zeros(after)
            weights[f"{layer}.1.running_mean"] = torch.zeros(after)
            weights[f"{layer}.1.running_var"] = torch.ones(after)
            weights[f"{layer}.1.num_batches_tracked"] = torch.zeros((), dtype=torch.int64)
        weights[f"{len(widths)}.weight"] = normal((widths[-1], 3, _KERNEL, _KERNEL))
        weights[f"{len(widths)}.bias"] = torch.zeros(3)
        return cls(weights)

    @property
    def values(self) -> int:
        """How many values it takes: 99, or 95 in old files without paint."""
        return int(self.weights["0.0.weight"].shape[0])

    @property
    def side(self) -> int:
        """Of its pictures, in pixels."""
        return _FIRST_SIDE << len(self.widths)

    @property
    def learnt(self) -> "dict[str, Tensor]":
        """The tensors that a training changes by gradient, by name, in the file's order."""
        return {key: tensor for key, tensor in self.weights.items() if key.endswith(_LEARNT) or key.count(".") == 1}

    def raw(self, values: "Tensor", training: bool = False) -> "Tensor":
        """(B, n) values 0..1 to the network's own pictures (B, 3, side, side): blue first, columns before rows.

        training: batch norm by the batch's own statistics, which are also taken into the running ones.
        """
        import torch.nn.functional as F  # noqa: N812 - everybody's name for it

        weights = self.weights
        x = values[:, :, None, None]
        for layer in range(len(self.widths)):
            stride, padding = (2, 1) if layer else (1, 0)
            x = F.conv_transpose2d(x, weights[f"{layer}.0.weight"], weights[f"{layer}.0.bias"], stride, padding)
            if training:
                weights[f"{layer}.1.num_batches_tracked"] += 1
            x = F.batch_norm(x, weights[f"{layer}.1.running_mean"], weights[f"{layer}.1.running_var"],
                             weights[f"{layer}.1.weight"], weights[f"{layer}.1.bias"], training).relu()
        last = len(self.widths)
        return F.conv_transpose2d(x, weights[f"{last}.weight"], weights[f"{last}.bias"], 2, 1).sigmoid()

    def pictures(self, values: "Tensor", training: bool = False) -> "Tensor":
        """(B, n) values 0..1 to (B, 3, height, width) RGB 0..1, upright."""
        return upright(self.raw(values, training))

    def draw(self, values: np.ndarray) -> np.ndarray:
        """(n,) values to one picture (side, side, 3) uint8 RGB."""
        import torch

        with torch.inference_mode():
            drawn = self.pictures(torch.as_tensor(values, dtype=torch.float32, device=self.device)[None])[0]
            return (drawn * 255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()

    def _check(self, name: str) -> tuple[int, ...]:
        return _checked(self.weights, name)


def upright(raw: "Tensor") -> "Tensor":
    """The network's own pictures (B, 3 blue first, x, y) as (B, 3 red first, y, x); and the other way round."""
    return raw.flip(1).transpose(2, 3)


def bounded(tensor: "Tensor") -> bool:
    """Whether numbers are finite and stay so in a network; ones beyond 1e18 overflow as soon as two are multiplied."""
    return not tensor.is_floating_point() or bool((tensor.abs() <= _LARGEST_NUMBER).all())


def shapes(values: int, widths: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Every tensor of an imitator, in the published file's order."""
    found: dict[str, tuple[int, ...]] = {}
    for layer, (before, after) in enumerate(zip((values, *widths), widths, strict=False)):
        found[f"{layer}.0.weight"] = (before, after, _KERNEL, _KERNEL)
        found |= {f"{layer}.{part}": (after,) for part in (*_LEARNT[1:], *_COUNTED[:2])}
        found[f"{layer}.{_COUNTED[2]}"] = ()
    return {**found, f"{len(widths)}.weight": (widths[-1], 3, _KERNEL, _KERNEL), f"{len(widths)}.bias": (3,)}


def _checked(weights: "Mapping[str, Tensor]", name: str) -> tuple[int, ...]:
    """The widths of the layers. EngineError unless every tensor is there, in its shape, finite, and nothing else is."""
    layers = [key for key in weights if re.fullmatch(r"[0-9]\.0\.weight", key)]
    first = [tuple(weights[f"{layer}.0.weight"].shape) for layer in range(len(layers))
             if f"{layer}.0.weight" in weights]
    sound = (1 <= len(first) == len(layers) <= _MOST_LAYERS
             and all(len(shape) == 4 and 1 <= min(shape) and max(shape) <= _MOST_WIDTH for shape in first))
    if not sound:
        raise EngineError(Text("{0} is not an imitator", name))
    widths = tuple(shape[1] for shape in first)
    if max(width * (_FIRST_SIDE << layer) ** 2 for layer, width in enumerate(widths)) > _MOST_DRAWN:
        raise EngineError(Text("{0} draws more than there is memory for", name))
    wanted = shapes(first[0][0], widths)
    for key, shape in wanted.items():
        if key not in weights:
            raise EngineError(Text("{0} is not an imitator: {1} is missing", name, key))
        if tuple(weights[key].shape) != shape:
            raise EngineError(Text("{0} is not an imitator: {1} is {2}, not {3}", name, key,
                                   " x ".join(map(str, weights[key].shape)), " x ".join(map(str, shape))))
        if not bounded(weights[key]):
            raise EngineError(Text("{0} is damaged: it holds numbers that are not finite", name))
        if key.endswith("running_var") and (weights[key] < 0).any():
            raise EngineError(Text("{0} is not an imitator", name))
    left = sorted(set(weights) - set(wanted))
    if left:
        raise EngineError(Text("{0} is not an imitator: it holds {1}", name, repr(left[0][:60])))
    return widths
