"""What networks that a rig trains are: tensors by name, on one device."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import torch
    from torch import Tensor


class TensorNetwork:
    """weights: its tensors, all on one device."""

    def __init__(self, weights: "Mapping[str, Tensor]") -> None:
        self.weights = dict(weights)

    @property
    def device(self) -> "torch.device":
        return next(iter(self.weights.values())).device

    def to(self, device: str) -> Self:
        """Move to a device ("cpu", "cuda", "mps"); returns itself."""
        self.weights = {key: tensor.detach().to(device) for key, tensor in self.weights.items()}
        return self
