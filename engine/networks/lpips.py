"""LPIPS on AlexNet: how different two pictures look (Zhang et al., CVPR 2018), differentiable."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.text import Text
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    import torch

    from engine.models.store import ModelStore

MODEL, FILE = "lpips-alex", "lpips_alex_v0.1.pt"
"""Its id and file in the catalogue."""

_SHIFT, _SCALE = (-0.030, -0.088, -0.188), (0.458, 0.448, 0.450)
"""ImageNet's colours as LPIPS has them, for pictures of -1 to 1."""
_EPSILON = 1e-10
_POOL, _POOL_STEP = 3, 2


@dataclass(frozen=True, eq=False)
class Convolution:
    """weight (o, i, k, k), bias (o,); pool: whether the largest of 3 x 3, every second, is taken before it.
    calibration: (o,), none negative: how much a difference in each of its outputs counts."""

    weight: "torch.Tensor"
    bias: "torch.Tensor"
    stride: int
    padding: int
    pool: bool
    calibration: "torch.Tensor"


class Perceptual:
    """The network. Pictures are (n, 3, h, w), RGB of -1 to 1, at least 32 pixels."""

    def __init__(self, layers: Sequence[Convolution]) -> None:
        self._layers = tuple(layers)

    @property
    def device(self) -> "torch.device":
        return self._layers[0].weight.device

    @property
    def cost(self) -> Bytes:
        return Bytes.of(tensor for one in self._layers for tensor in (one.weight, one.bias, one.calibration))

    def to(self, device: "torch.device | str") -> Self:
        """Move to a device; returns itself."""
        self._layers = tuple(
            Convolution(one.weight.to(device), one.bias.to(device), one.stride, one.padding, one.pool,
                        one.calibration.to(device)) for one in self._layers)
        return self

    def layers(self, pictures: "torch.Tensor") -> "list[torch.Tensor]":
        """What each layer answers, rectified: (n, c, h, w) each."""
        import torch
        from torch.nn.functional import conv2d, max_pool2d, relu

        shift, scale = (torch.tensor(three, dtype=pictures.dtype, device=pictures.device)[None, :, None, None]
                        for three in (_SHIFT, _SCALE))
        x, found = (pictures - shift) / scale, []
        for layer in self._layers:
            if layer.pool:
                x = max_pool2d(x, _POOL, _POOL_STEP)
            x = relu(conv2d(x, layer.weight, layer.bias, layer.stride, layer.padding))
            found.append(x)
        return found

    def features(self, pictures: "torch.Tensor") -> "list[torch.Tensor]":
        """What is compared: the layers' answers, of length 1 at each place, by the root of their calibration."""
        return [answer / (answer.square().sum(1, keepdim=True).sqrt() + _EPSILON)
                * layer.calibration.sqrt()[None, :, None, None]
                for layer, answer in zip(self._layers, self.layers(pictures), strict=True)]


def distance(one: "Sequence[torch.Tensor]", other: "Sequence[torch.Tensor]",
             weights: "torch.Tensor | None" = None) -> "torch.Tensor":
    """LPIPS between pictures by their features, (n,). weights: (1, 1, h, w), how much each place counts, or None."""
    from torch.nn.functional import interpolate

    total: Any = 0.0
    for first, second in zip(one, other, strict=True):
        apart = (first - second).square().sum(1, keepdim=True)
        if weights is None:
            total = total + apart.mean((1, 2, 3))
        else:
            here = interpolate(weights, apart.shape[-2:], mode="area")
            total = total + (apart * here).sum((1, 2, 3)) / here.sum()
    return total


def load_perceptual(path: Path) -> Perceptual:
    """From the catalogue's file. EngineError when it is something else; nothing in it is run."""
    import torch

    try:
        with open_plain(path) as file:
            data = torch.load(file, map_location="cpu", weights_only=True)
    except EngineError:
        raise
    except Exception as error:  # noqa: BLE001 - a foreign file can fail in any way
        raise EngineError(Text("{0} is no LPIPS network, or is damaged: {1}", path, type(error).__name__)) from error
    try:
        layers = [Convolution(one["weight"].float(), one["bias"].float(), int(one["stride"]), int(one["padding"]),
                              bool(pool), line.float().flatten())
                  for one, pool, line in zip(data["trunk"], data["pool_before"], data["lin"], strict=True)]
        width = 3
        for layer in layers:
            outputs, inputs, *kernel = layer.weight.shape
            fits = (inputs == width and len(kernel) == 2 and layer.bias.shape == layer.calibration.shape == (outputs,)
                    and layer.stride > 0 and layer.padding >= 0 and bool((layer.calibration >= 0).all()))
            if not fits or not all(bool(torch.isfinite(one).all()) for one in (layer.weight, layer.bias)):
                raise ValueError("a layer does not fit")
            width = outputs
        if not layers:
            raise ValueError("it has no layers")
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise EngineError(Text("{0} is no LPIPS network", path), detail=repr(error)) from None
    return Perceptual(layers)


def _load(store: "ModelStore", device: str) -> Perceptual:
    return load_perceptual(store.path(MODEL, FILE)).to(device)


LPIPS = NetworkSpec("lpips", ((MODEL, FILE),), _load, lambda network: network.cost,
                    name=Text("How alike pictures look"), brief=True)
