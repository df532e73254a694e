"""One costly thing that is kept in memory, and what it costs there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from engine.base.text import Text

if TYPE_CHECKING:
    import torch

T = TypeVar("T")


@dataclass(frozen=True)
class Bytes:
    """host: of the machine's memory, from which Apple's Metal draws too. card: of a CUDA card's."""

    host: int = 0
    card: int = 0

    @staticmethod
    def of(tensors: "Iterable[torch.Tensor]") -> "Bytes":
        """What tensors take, each where it lies."""
        host = card = 0
        for tensor in tensors:
            size = tensor.numel() * tensor.element_size()
            if tensor.device.type == "cuda":
                card += size
            else:
                host += size
        return Bytes(host, card)

    def __add__(self, other: "Bytes") -> "Bytes":
        return Bytes(self.host + other.host, self.card + other.card)


@dataclass(eq=False)
class Resident(Generic[T]):
    """value, with what it costs.

    release: called when it goes, always on the thread that owns the residency.
    apart:   kept beside the others when it alone exceeds the budget, see `Residency`.
    pins:    how many are using it now; while there are any it is not let go of.
    gone:    nobody finds it any more; it goes with its last pin.
    name:    what it is, in an artist's words.
    """

    value: T
    cost: Bytes
    release: Callable[[], None] | None = None
    apart: bool = False
    pins: int = 0
    gone: bool = False
    name: Text = Text("Pictures kept for the next frame")
