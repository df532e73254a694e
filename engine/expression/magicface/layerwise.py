"""A large network at work on a card that has no room for it: one layer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch


@contextmanager
def layer_by_layer(network: "torch.nn.Module", device: "torch.device") -> Iterator[None]:
    """Within, the network runs on `device`; its weights stay where they are, and each layer's are copied there only
    while it runs.

    As quick as moving the network there, since every weight makes the journey once, and none has to go back.
    """
    import torch

    at_home: dict[torch.nn.Module, dict[str, Any]] = {}

    def lend(layer: "torch.nn.Module", _inputs: Any) -> None:
        at_home[layer] = dict(layer._parameters)
        for name, weights in at_home[layer].items():
            if weights is not None:
                layer._parameters[name] = torch.nn.Parameter(weights.to(device), requires_grad=False)

    def take_back(layer: "torch.nn.Module", *_call: Any) -> None:
        layer._parameters.update(at_home.pop(layer))

    layers = [layer for layer in network.modules() if layer._parameters]
    handles = [layer.register_forward_pre_hook(lend) for layer in layers]
    handles += [layer.register_forward_hook(take_back) for layer in layers]
    try:
        yield
    finally:
        for layer in list(at_home):  # the network may have been stopped in the middle of one
            take_back(layer)
        for handle in handles:
            handle.remove()
