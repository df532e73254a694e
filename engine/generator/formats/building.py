"""Generators put together from weights as the original programs keep them: unscaled, scaled when used.

Every format's reader hands over the same lists; here the constants of "equalised learning rates" (He et al.'s
initial scale, applied at run time) go into the weights, and shapes are held against one another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.generator import fixed_noise
from engine.generator.layers import widen_kernel
from engine.generator.pggan import PGGAN
from engine.generator.space import LatentSpace
from engine.generator.stylegan1 import FUSED_FROM, StyleGAN1
from engine.generator.stylegan2 import StyleGAN2

MAPPING_RATE = 0.01
"""By how much the mapping network learns slower; its weights and biases are stored that much larger."""
LARGEST_SIDE = 2048
"""Pixels: the public ones draw 1024. Noise is made for every layer, whatever the file holds."""
CUTOFF = 8
"""Rows that truncation moves in InterFaceGAN's and genforce's programs, at any size."""

_TOO_LARGE = Text("its pictures are larger than any generator draws")

Dense = tuple[np.ndarray, np.ndarray]
"""weight (o, i) and bias (o,)."""


@dataclass(eq=False)
class WeightsSource:
    """Where weights come from: the file's name for messages, and the sha256 of its bytes."""

    name: str
    digest: str


@dataclass(eq=False)
class Layer:
    """One layer as read. weight: (o, i, k, k), or (i, o, 3, 3) when fused; None for StyleGAN's first.
    style: (weight (s, w), bias (s,)). noise: map (1, 1, r, r) or None. noise_weight: (), or (o,) in StyleGAN."""

    weight: np.ndarray | None
    bias: np.ndarray
    style: Dense
    noise: np.ndarray | None = None
    noise_weight: np.ndarray = field(default_factory=lambda: np.zeros((), np.float32))


def side(layer: int) -> int:
    """Side of the picture at layer K of StyleGAN (two a size)."""
    return 4 << (layer // 2)


def side2(layer: int) -> int:
    """Side of the picture at layer K of StyleGAN2 (one at 4 pixels, then two a size)."""
    return 4 << ((layer + 1) // 2)


def stylegan1(source: WeightsSource, mapping: Sequence[Dense], const: np.ndarray, layers: Sequence[Layer], rgb: Dense,
              mean: np.ndarray, cutoff: int, scaled: bool) -> StyleGAN1:
    """scaled: the weights have their constants in already (MTV-TSA). mean: (w,) or (rows, w)."""
    _require(len(layers) % 2 == 0, source, Text("its layers do not come in pairs"))
    gain = 1.0 if scaled else 2.0 ** 0.5
    _require(side(len(layers) - 1) <= LARGEST_SIDE, source, _TOO_LARGE)
    rows, width = len(layers), mapping[-1][0].shape[0]
    weights = _mapping(source, mapping, None if scaled else MAPPING_RATE * gain, 1.0 if scaled else MAPPING_RATE)
    weights["const"] = const
    noises = fixed_noise([side(index) for index in range(rows)])
    channels = const.shape[1]
    for index, layer in enumerate(layers):
        place, made = f"layer.{index}", layer.bias.shape[0]
        if layer.weight is not None:
            fused = index % 2 == 0 and side(index) >= FUSED_FROM
            given = layer.weight.shape[:2] if fused else layer.weight.shape[1::-1]
            _require(given == (channels, made), source, Text("layer {0} does not fit the one before it", index))
            kernel = layer.weight * np.float32(1.0 if scaled else gain / np.sqrt(9 * channels))
            weights[f"{place}.weight"] = widen_kernel(kernel) if fused else kernel
        else:
            _require(index == 0 and made == channels, source, Text("layer {0} does not fit the one before it", index))
        style, bias = layer.style
        _require(style.shape == (2 * made, width), source, Text("layer {0} has a style of another width", index))
        weights[f"{place}.style.weight"] = style * np.float32(1.0 if scaled else 1 / np.sqrt(width))
        weights[f"{place}.style.bias"], weights[f"{place}.bias"] = bias, layer.bias
        weights[f"{place}.noise_weight"] = layer.noise_weight
        weights[f"{place}.noise"] = noises[index] if layer.noise is None else layer.noise
        channels = made
    _require(rgb[0].shape[1] == channels, source, Text("its last layer does not fit the one before it"))
    weights["rgb.weight"] = rgb[0] * np.float32(1.0 if scaled else 1 / np.sqrt(channels))
    weights["rgb.bias"] = rgb[1]
    return StyleGAN1(source.name, source.digest, side(rows - 1), _space(mapping, rows, cutoff, mean), weights)


def stylegan2(source: WeightsSource, mapping: Sequence[Dense], const: np.ndarray, layers: Sequence[Layer],
              pictures: Sequence[Layer], mean: np.ndarray, cutoff: int, clamp: float | None = None) -> StyleGAN2:
    """Style biases have their 1 in; the kernels of doubling layers are as a transposed convolution uses them."""
    _require(len(layers) == 2 * len(pictures) - 1, source, Text("its layers and pictures do not go together"))
    _require(side2(len(layers) - 1) <= LARGEST_SIDE, source, _TOO_LARGE)
    weights = _mapping(source, mapping, MAPPING_RATE, MAPPING_RATE)
    weights["const"] = const
    width, channels = mapping[-1][0].shape[0], const.shape[1]
    for index, layer in enumerate(layers):
        place = f"layer.{index}"
        weights.update(_modulated(source, place, layer, channels, width))
        if index % 2:
            weights[f"{place}.weight"] = np.ascontiguousarray(weights[f"{place}.weight"].transpose(1, 0, 2, 3))
        assert layer.noise is not None
        weights[f"{place}.noise"], weights[f"{place}.noise_weight"] = layer.noise, layer.noise_weight
        channels = layer.bias.shape[0]
        if index % 2 == 0:
            weights.update(_modulated(source, f"rgb.{index // 2}", pictures[index // 2], channels, width))
    if clamp is not None:
        weights["clamp"] = np.full((), clamp, np.float32)
    rows = len(layers) + 1
    return StyleGAN2(source.name, source.digest, side2(len(layers) - 1), _space(mapping, rows, cutoff, mean), weights)


def pggan(source: WeightsSource, layers: Sequence[Dense], rgb: Dense) -> PGGAN:
    """layers: weight (o, i, k, k) and bias, layer 0 with k = 4."""
    _require(len(layers) % 2 == 0, source, Text("its layers do not come in pairs"))
    _require(side(len(layers) - 1) <= LARGEST_SIDE, source, _TOO_LARGE)
    weights: dict[str, np.ndarray] = {}
    width = channels = layers[0][0].shape[1]
    for index, (kernel, bias) in enumerate(layers):
        _require(kernel.shape[1] == channels, source, Text("layer {0} does not fit the one before it", index))
        weights[f"layer.{index}.weight"] = kernel * np.float32(2.0 ** 0.5 / np.sqrt(np.prod(kernel.shape[1:])))
        weights[f"layer.{index}.bias"] = bias
        channels = kernel.shape[0]
    _require(rgb[0].shape[1] == channels, source, Text("its last layer does not fit the one before it"))
    weights["rgb.weight"], weights["rgb.bias"] = rgb[0] * np.float32(1 / np.sqrt(channels)), rgb[1]
    space = LatentSpace(width, width, 1, 0, np.zeros((1, width), np.float32))
    return PGGAN(source.name, source.digest, side(len(layers) - 1), space, weights)


def _modulated(source: WeightsSource, place: str, layer: Layer, channels: int, width: int) -> Mapping[str, np.ndarray]:
    style, bias = layer.style
    assert layer.weight is not None
    fits = style.shape == (channels, width) and layer.weight.shape[:2] == (layer.bias.shape[0], channels)
    _require(fits, source, Text("{0} does not fit what comes before it", place))
    return {f"{place}.weight": layer.weight * np.float32(1 / np.sqrt(np.prod(layer.weight.shape[1:]))),
            f"{place}.bias": layer.bias, f"{place}.style.weight": style * np.float32(1 / np.sqrt(width)),
            f"{place}.style.bias": bias}


def _mapping(source: WeightsSource, mapping: Sequence[Dense], gain: float | None, rate: float) -> dict[str, np.ndarray]:
    weights: dict[str, np.ndarray] = {}
    for index, (weight, bias) in enumerate(mapping):
        fits = not index or weight.shape[1] == mapping[index - 1][0].shape[0]
        _require(fits, source, Text("layer {0} of its mapping does not fit the one before it", index))
        scale = 1.0 if gain is None else gain / np.sqrt(weight.shape[1])
        weights[f"mapping.{index}.weight"] = weight * np.float32(scale)
        weights[f"mapping.{index}.bias"] = bias * np.float32(rate)
    return weights


def _space(mapping: Sequence[Dense], rows: int, cutoff: int, mean: np.ndarray) -> LatentSpace:
    width = mapping[-1][0].shape[0]
    if mean.shape not in ((width,), (1, width), (rows, width)):
        raise EngineError(Text("the mean of w is {0}, and w has {1} numbers in {2} rows", mean.shape, width, rows))
    return LatentSpace(mapping[0][0].shape[1], width, rows, min(cutoff, rows),
                       np.ascontiguousarray(np.broadcast_to(mean, (rows, width))))


def _require(fits: bool, source: WeightsSource, what: Text) -> None:
    if not fits:
        raise EngineError(Text("{0}: {1}", source.name, what))
