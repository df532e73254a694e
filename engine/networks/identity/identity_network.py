"""dlib's face recognition network in torch, so that who somebody is can be told from a drawn face with a gradient.

Its numbers are those of dlib's own (see the tests), so distances agree.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Self

from engine.base.text import Text
from engine.networks.identity.face_chip import CHIP
from engine.networks.identity.identity_weights import BLOCKS, IdentityWeights, read_identity_weights
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    import torch

    from engine.models.store import ModelStore

MODEL, FILE = "dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"
"""Its id and file in the catalogue."""


class FaceResNet:
    """The network with its weights. None of them takes part in a gradient; its input does."""

    def __init__(self, weights: IdentityWeights) -> None:
        import torch

        self._layers = [(torch.from_numpy(kernel), torch.from_numpy(bias)) for kernel, bias in weights.layers]
        self._last = torch.from_numpy(weights.last)

    @property
    def device(self) -> "torch.device":
        return self._last.device

    @property
    def cost(self) -> Bytes:
        return Bytes.of([*(tensor for layer in self._layers for tensor in layer), self._last])

    def to(self, device: str) -> Self:
        """Move to a device ("cpu", "cuda", "mps"); returns itself."""
        self._layers = [(kernel.to(device), bias.to(device)) for kernel, bias in self._layers]
        self._last = self._last.to(device)
        return self

    def __call__(self, chips: "torch.Tensor") -> "torch.Tensor":
        """(n, 3, 150, 150) RGB 0..255, cut as `chip_matrix` says, to (n, 128): Euclidean distances tell how alike."""
        from torch.nn.functional import avg_pool2d, conv2d, max_pool2d

        if chips.ndim != 4 or chips.shape[1:] != (3, CHIP, CHIP):
            raise ValueError(f"the network takes (n, 3, {CHIP}, {CHIP}), not {tuple(chips.shape)}")
        layers = iter(self._layers)
        x = max_pool2d(conv2d(chips, *next(layers), stride=2).relu(), 3, 2)
        for _, halves in BLOCKS:
            y = conv2d(x, *next(layers), stride=1 + halves, padding=0 if halves else 1).relu()
            y = conv2d(y, *next(layers), padding=1)
            x = _sum(avg_pool2d(x, 2), y).relu() if halves else (x + y).relu()
        return x.mean((2, 3)) @ self._last


def load_identity_network(path: Path) -> FaceResNet:
    """The network in dlib_face_recognition_resnet_model_v1.dat, on the CPU. Raises EngineError for any other file."""
    return FaceResNet(read_identity_weights(path))


def _load(store: "ModelStore", device: str) -> FaceResNet:
    return load_identity_network(store.path(MODEL, FILE)).to(device)


IDENTITY_NETWORK = NetworkSpec("identity", ((MODEL, FILE),), _load, lambda network: network.cost,
                               name=Text("Whose face it is"), brief=True)


def _sum(x: "torch.Tensor", y: "torch.Tensor") -> "torch.Tensor":
    """Each (n, c, h, w), the smaller ones filled up with zeros at their ends."""
    from torch.nn.functional import pad

    shape = [max(lengths) for lengths in zip(x.shape, y.shape, strict=True)]
    x, y = (pad(z, (0, shape[3] - z.shape[3], 0, shape[2] - z.shape[2], 0, shape[1] - z.shape[1])) for z in (x, y))
    return x + y
