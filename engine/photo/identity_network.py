"""dlib's face recognition network in torch, so that who somebody is can be told from a drawn face with a gradient.

The network: Davis King's dnn_face_recognition example (dlib, CC0 weights): a residual network of 29 layers on 150 x 150
pixels, after He et al. (CVPR 2016). Its numbers are those of dlib's own (see the tests), so distances agree.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.files import read_limited
from engine.photo.dlib_file import DlibReader
from engine.photo.face_chip import CHIP

if TYPE_CHECKING:
    import torch

WIDTH = 128
"""Numbers that say who somebody is."""

_LARGEST = 64 << 20
_BLOCKS = (*[(32, False)] * 3, (64, True), *[(64, False)] * 3, (128, True), *[(128, False)] * 2, (256, True),
           *[(256, False)] * 2, (256, True))
"""Channels of each residual block, and whether it halves the picture."""


class FaceResNet:
    """The network with its weights. None of them takes part in a gradient; its input does.

    mean: (3,) of the pictures it learnt from; layers: kernels and biases, in the order in which they are used;
    last: (256, 128).
    """

    def __init__(self, mean: np.ndarray, layers: list[tuple[np.ndarray, np.ndarray]], last: np.ndarray) -> None:
        import torch

        self._mean = torch.from_numpy(mean.reshape(1, 3, 1, 1).astype(np.float32))
        self._layers = [(torch.from_numpy(kernel), torch.from_numpy(bias)) for kernel, bias in layers]
        self._last = torch.from_numpy(last)

    @property
    def device(self) -> "torch.device":
        return self._mean.device

    def to(self, device: str) -> Self:
        """Move to a device ("cpu", "cuda", "mps"); returns itself."""
        self._mean, self._last = self._mean.to(device), self._last.to(device)
        self._layers = [(kernel.to(device), bias.to(device)) for kernel, bias in self._layers]
        return self

    def __call__(self, chips: "torch.Tensor") -> "torch.Tensor":
        """(n, 3, 150, 150) RGB 0..255, cut as `chip_matrix` says, to (n, 128): Euclidean distances tell how alike."""
        from torch.nn.functional import avg_pool2d, conv2d, max_pool2d

        if chips.ndim != 4 or chips.shape[1:] != (3, CHIP, CHIP):
            raise ValueError(f"the network takes (n, 3, {CHIP}, {CHIP}), not {tuple(chips.shape)}")
        layers = iter(self._layers)
        x = conv2d((chips - self._mean) / 256, *next(layers), stride=2).relu()
        x = max_pool2d(x, 3, 2)
        for _, halves in _BLOCKS:
            y = conv2d(x, *next(layers), stride=1 + halves, padding=0 if halves else 1).relu()
            y = conv2d(y, *next(layers), padding=1)
            x = _sum(avg_pool2d(x, 2), y).relu() if halves else (x + y).relu()
        return x.mean((2, 3)) @ self._last


def load_identity_network(path: Path) -> FaceResNet:
    """The network in dlib_face_recognition_resnet_model_v1.dat, on the CPU. Raises EngineError for any other file."""
    return identity_network_from_bytes(read_limited(path, _LARGEST), str(path))


def identity_network_from_bytes(data: bytes, file: str) -> FaceResNet:
    """The network in one file's bytes. Raises only EngineError."""
    reader = DlibReader(data, file)
    reader.expect(1)
    reader.expect_text("loss_metric_2")
    reader.real(), reader.real()  # how far apart it was taught to put people
    reader.nesting(innermost=3)
    reader.expect_text("input_rgb_image_sized")
    mean = np.array([reader.real() for _ in range(3)])
    if not (np.abs(mean) <= 255).all():
        raise reader.refuse(f"a mean of {mean}")
    reader.expect(CHIP, CHIP)
    layers = [_layer(reader, 32, 3, 7, 2, 0, first=True)]
    reader.plain("relu_")
    reader.pooling("max_pool_2", 3, 2)
    channels = 32
    for filters, halves in _BLOCKS:
        layers.append(_layer(reader, filters, channels, 3, 1 + halves, 0 if halves else 1))
        reader.plain("relu_")
        layers.append(_layer(reader, filters, filters, 3, 1, 1))
        if halves:
            reader.pooling("avg_pool_2", 2, 2)
        reader.plain("add_prev_")
        reader.plain("relu_")
        channels = filters
    reader.pooling("avg_pool_2", 0, 1)
    last = reader.dense(channels, WIDTH)
    reader.end()
    return FaceResNet(mean, layers, last)


def _layer(reader: DlibReader, filters: int, channels: int, side: int, stride: int,
           padding: int, first: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """A convolution and the affine layer behind it, as one convolution."""
    kernel, bias = reader.convolution(filters, channels, side, stride, padding, first)
    factor, shift = reader.affine(filters)
    return kernel * factor[:, None, None, None], bias * factor + shift


def _sum(x: "torch.Tensor", y: "torch.Tensor") -> "torch.Tensor":
    """Each (n, c, h, w), the smaller ones filled up with zeros at their ends."""
    from torch.nn.functional import pad

    shape = [max(lengths) for lengths in zip(x.shape, y.shape, strict=True)]
    x, y = (pad(z, (0, shape[3] - z.shape[3], 0, shape[2] - z.shape[2], 0, shape[1] - z.shape[1])) for z in (x, y))
    return x + y
