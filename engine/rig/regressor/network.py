"""The regressor: what is seen of a face in (`edges`), where in its range each value of a rig is out.

The idea is Shi et al.'s (Fast and Robust Face-to-Parameter Translation for Game Character Auto-Creation, AAAI 2020):
one look instead of a thousand steps. Theirs reads LightCNN's features; whether those may be used nobody says, so this
one reads the edges of the face. Most of what they say is linear, and is worked out before the first step; for the rest
stands their head: fully connected blocks with a residual way past them and a gate on each feature.

    x = FC to `HIDDEN`, batch norm, rectifier;  twice x + gate(x) * FC(relu(FC(x)))
    values = linear(seen) + FC(x)
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.regressor.edges import SEEN
from engine.rig.schema_text import MOST_VALUES
from engine.rig.training.network import TensorNetwork

if TYPE_CHECKING:
    from torch import Tensor

HIDDEN, BLOCKS = 384, 2
_KEPT = 0.95
"""Of the running mean, at each step."""
_LARGEST_NUMBER = 1e18


class Regressor(TensorNetwork):
    """weights: tensors by name, see `regressor_shapes`. Raises EngineError, naming `name`, for any others."""

    def __init__(self, weights: "Mapping[str, Tensor]", name: str = "") -> None:
        super().__init__(weights)
        last = self.weights.get("values.weight")
        count = int(last.shape[0]) if last is not None and last.ndim == 2 else 0
        shapes = {key: tuple(tensor.shape) for key, tensor in self.weights.items()}
        if not 1 <= count <= MOST_VALUES or shapes != regressor_shapes(count):
            raise EngineError(Text("{0} is not a regressor", name))
        if not all(bool((tensor.abs() <= _LARGEST_NUMBER).all()) for tensor in self.weights.values()):
            raise EngineError(Text("{0} is damaged: it holds numbers that are not finite", name))

    @classmethod
    def begun(cls, values: int, seed: int) -> Self:
        """One that has learnt nothing: He's beginnings (2015), all values at one half; the same for the same seed."""
        import torch

        random = torch.Generator().manual_seed(seed)
        weights: dict[str, Tensor] = {}
        for key, shape in regressor_shapes(values).items():
            if key in ("norm.weight", "norm.variance"):
                weights[key] = torch.ones(shape)
            elif len(shape) == 2 and not key.startswith(("values", "linear")):
                weights[key] = torch.empty(shape).normal_(0, (2 / shape[1]) ** 0.5, generator=random)
            else:
                weights[key] = torch.zeros(shape)
        weights["linear.bias"].fill_(0.5)
        return cls(weights)

    @property
    def values(self) -> int:
        return int(self.weights["values.weight"].shape[0])

    @property
    def learnt(self) -> "dict[str, Tensor]":
        """The tensors that a training changes by gradient, by name."""
        return {key: tensor for key, tensor in self.weights.items() if key not in ("norm.mean", "norm.variance")}

    def guesses(self, seen: "Tensor", training: bool = False) -> "Tensor":
        """(B, SEEN) to (B, n), about 0..1. training: batch norm by the batch, which is taken into its means."""
        import torch.nn.functional as F  # noqa: N812 - everybody's name for it

        weights = self.weights
        x = F.linear(seen, weights["face.weight"])
        x = F.batch_norm(x, weights["norm.mean"], weights["norm.variance"], weights["norm.weight"],
                         weights["norm.bias"], training, 1 - _KEPT).relu()
        for block in range(BLOCKS):
            inner = F.linear(x, weights[f"{block}.in.weight"], weights[f"{block}.in.bias"]).relu()
            gate = F.linear(x, weights[f"{block}.gate.weight"], weights[f"{block}.gate.bias"]).sigmoid()
            x = x + gate * F.linear(inner, weights[f"{block}.out.weight"], weights[f"{block}.out.bias"])
        return (F.linear(seen, weights["linear.weight"], weights["linear.bias"])
                + F.linear(x, weights["values.weight"], weights["values.bias"]))

    def guess(self, seen: np.ndarray) -> np.ndarray:
        """(SEEN,) of one face to (n,) float32 0..1."""
        import torch

        with torch.inference_mode():
            there = torch.as_tensor(np.asarray(seen, np.float32), device=self.device)[None]
            return self.guesses(there)[0].float().clamp(0, 1).cpu().numpy()


def regressor_shapes(values: int) -> dict[str, tuple[int, ...]]:
    """Every tensor of one, in the file's order."""
    found: dict[str, tuple[int, ...]] = {"linear.weight": (values, SEEN), "linear.bias": (values,),
                                         "face.weight": (HIDDEN, SEEN)}
    found |= {f"norm.{part}": (HIDDEN,) for part in ("weight", "bias", "mean", "variance")}
    for block in range(BLOCKS):
        for part, (before, after) in {"in": (HIDDEN, 2 * HIDDEN), "out": (2 * HIDDEN, HIDDEN),
                                      "gate": (HIDDEN, HIDDEN)}.items():
            found |= {f"{block}.{part}.weight": (after, before), f"{block}.{part}.bias": (after,)}
    return {**found, "values.weight": (values, HIDDEN), "values.bias": (values,)}
