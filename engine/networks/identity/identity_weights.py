"""The weights of dlib's face recognition network, and how its layers follow each other.

The network: Davis King's dnn_face_recognition example (dlib, CC0 weights): a residual network of 29 layers on 150 x 150
pixels, after He et al. (CVPR 2016).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.files import read_limited
from engine.base.text import Text
from engine.networks.identity.dlib_file import DlibReader
from engine.networks.identity.face_chip import CHIP

WIDTH = 128
"""Numbers that say who somebody is."""

BLOCKS = (*[(32, False)] * 3, (64, True), *[(64, False)] * 3, (128, True), *[(128, False)] * 2, (256, True),
          *[(256, False)] * 2, (256, True))
"""Channels of each residual block, and whether it halves the picture: convolution, rectifier, convolution, the block's
own input (pooled when it halves, filled up with zeros) added, rectifier. Before them a convolution of stride 2, a
rectifier and a maximum over 3 x 3 by steps of 2; behind them the mean over the picture and a matrix."""

_LARGEST = 64 << 20


@dataclass(frozen=True, eq=False)
class IdentityWeights:
    """layers: kernels (o, i, k, k) and biases (o,) float32, in the order of use; the first takes RGB from 0 to 255.
    last: (256, 128). Convolutions of stride 2 have no padding, the others 1."""

    layers: tuple[tuple[np.ndarray, np.ndarray], ...]
    last: np.ndarray


def read_identity_weights(path: Path) -> IdentityWeights:
    """Those in dlib_face_recognition_resnet_model_v1.dat. Raises EngineError for any other file."""
    return identity_weights_from_bytes(read_limited(path, _LARGEST), str(path))


def identity_weights_from_bytes(data: bytes, file: str) -> IdentityWeights:
    """Those in one file's bytes. Raises only EngineError."""
    reader = DlibReader(data, file)
    reader.expect(1)
    reader.expect_text("loss_metric_2")
    reader.real(), reader.real()  # how far apart it was taught to put people
    reader.nesting(innermost=3)
    reader.expect_text("input_rgb_image_sized")
    mean = np.array([reader.real() for _ in range(3)])
    if not (np.abs(mean) <= 255).all():
        raise reader.refuse(Text("a mean of {0}", mean))
    reader.expect(CHIP, CHIP)
    kernel, bias = _layer(reader, 32, 3, 7, 2, 0, first=True)
    # What dlib does to a picture before, (x - mean) / 256, done by the first convolution.
    bias = bias - np.einsum("oikl,i->o", kernel, mean) / 256
    layers = [(kernel / np.float32(256), bias.astype(np.float32))]
    reader.plain("relu_")
    reader.pooling("max_pool_2", 3, 2)
    channels = 32
    for filters, halves in BLOCKS:
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
    return IdentityWeights(tuple(layers), last)


def _layer(reader: DlibReader, filters: int, channels: int, side: int, stride: int,
           padding: int, first: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """A convolution and the affine layer behind it, as one convolution."""
    kernel, bias = reader.convolution(filters, channels, side, stride, padding, first)
    factor, shift = reader.affine(filters)
    return kernel * factor[:, None, None, None], bias * factor + shift
