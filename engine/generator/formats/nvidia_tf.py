"""NVIDIA's TensorFlow pickles: (G, D, Gs) for PGGAN, StyleGAN and StyleGAN2. Gs, the smoothed one, is read."""

from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.building import (
    CUTOFF,
    Dense,
    Layer,
    WeightsSource,
    pggan,
    side,
    side2,
    stylegan1,
    stylegan2,
)
from engine.generator.formats.records import TensorflowNetwork
from engine.generator.formats.taking import NamedTensors
from engine.generator.pggan import PGGAN
from engine.generator.stylegan1 import FUSED_FROM, StyleGAN1
from engine.generator.stylegan2 import StyleGAN2

_DEEPEST = 4
_MOST_VARIABLES = 4096


def read_tensorflow(source: WeightsSource, network: TensorflowNetwork) -> PGGAN | StyleGAN1 | StyleGAN2:
    """The generator in one network record. EngineError when it is none of the three."""
    weights = NamedTensors(variables(network, source.name), source.name)
    if "4x4/Dense/weight" in weights:
        return _read_pggan(source, weights)
    if "synthesis/4x4/Conv/mod_weight" in weights:
        return _read_stylegan2(source, weights)
    return _read_stylegan1(source, weights)


def variables(network: TensorflowNetwork, file: str) -> dict[str, Any]:
    """All variables of a network and its components, named ``component/variable``."""
    found: dict[str, Any] = {}
    pending = [("", network, 0)]
    while pending:
        prefix, one, depth = pending.pop()
        own, parts = one.state.get("variables", []), one.state.get("components", {})
        if not isinstance(own, list) or not isinstance(parts, dict) or depth > _DEEPEST:
            raise EngineError(Text("{0}: a network in it is not what it should be", file))
        for pair in own:
            if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str)):
                raise EngineError(Text("{0}: a network in it is not what it should be", file))
            found[prefix + pair[0]] = pair[1]
        for name, part in parts.items():
            if not (isinstance(name, str) and isinstance(part, TensorflowNetwork)):
                raise EngineError(Text("{0}: a network in it is not what it should be", file))
            pending.append((f"{prefix}{name}/", part, depth + 1))
        if len(found) > _MOST_VARIABLES or len(pending) > _MOST_VARIABLES:
            raise EngineError(Text("{0}: a network in it has too many parts", file))
    return found


def _read_stylegan1(source: WeightsSource, weights: NamedTensors) -> StyleGAN1:
    dense, mean = _mapping(weights)
    const = weights.take("synthesis/4x4/Const/const", 1, None, 4, 4)
    layers = []
    for index in range(weights.count("synthesis/noise{}")):
        names = ("Const", "Conv") if side(index) == 4 else ("Conv0_up", "Conv1")
        place, kernel = f"synthesis/{side(index)}x{side(index)}/{names[index % 2]}", None
        if index:
            kernel = weights.take(f"{place}/weight", 3, 3, None, None)
            fused = index % 2 == 0 and side(index) >= FUSED_FROM
            kernel = kernel.transpose(2, 3, 0, 1) if fused else _kernel(kernel)
        bias = weights.take(f"{place}/bias", None)
        style = (weights.take(f"{place}/StyleMod/weight", len(mean), 2 * len(bias)).T,
                 weights.take(f"{place}/StyleMod/bias", 2 * len(bias)))
        noise = weights.take(f"synthesis/noise{index}", 1, 1, side(index), side(index))
        layers.append(Layer(kernel, bias, style, noise, weights.take(f"{place}/Noise/weight", len(bias))))
    rgb = (_kernel(weights.take("synthesis/ToRGB_lod0/weight", 1, 1, None, 3)),
           weights.take("synthesis/ToRGB_lod0/bias", 3))
    weights.finish(r"(synthesis/)?lod|synthesis/ToRGB_lod\d+/(weight|bias)")
    return stylegan1(source, dense, const, layers, rgb, mean, CUTOFF, scaled=False)


def _read_stylegan2(source: WeightsSource, weights: NamedTensors) -> StyleGAN2:
    dense, mean = _mapping(weights)
    const = weights.take("synthesis/4x4/Const/const", 1, None, 4, 4)
    layers, pictures = [], []
    for index in range(weights.count("synthesis/noise{}")):
        size = side2(index)
        place = f"synthesis/{size}x{size}/" + ("Conv" if not index else "Conv0_up" if index % 2 else "Conv1")
        kernel = _kernel(weights.take(f"{place}/weight", 3, 3, None, None))
        noise = weights.take(f"synthesis/noise{index}", 1, 1, size, size)
        layers.append(Layer(kernel[:, :, ::-1, ::-1] if index % 2 else kernel,
                            weights.take(f"{place}/bias", kernel.shape[0]), _style(weights, place, len(mean)), noise,
                            weights.take(f"{place}/noise_strength")))
        if index % 2 == 0:
            place = f"synthesis/{size}x{size}/ToRGB"
            pictures.append(Layer(_kernel(weights.take(f"{place}/weight", 1, 1, None, 3)),
                                  weights.take(f"{place}/bias", 3), _style(weights, place, len(mean))))
    weights.finish(r"(synthesis/)?lod")
    return stylegan2(source, dense, const, layers, pictures, mean, cutoff=len(layers) + 1)


def _read_pggan(source: WeightsSource, weights: NamedTensors) -> PGGAN:
    """The 4x4 dense layer is a full convolution of z; a fused doubling kernel (3, 3, o, i) the nearest-neighbour one
    turned by half."""
    first = weights.take("4x4/Dense/weight", None, None)
    bias = weights.take("4x4/Dense/bias", None)
    if first.shape[1] != 16 * len(bias):
        raise EngineError(Text("{0}: 4x4/Dense/weight does not fit its bias", source.name))
    kernel = first.reshape(first.shape[0], len(bias), 4, 4).transpose(1, 0, 2, 3)[:, :, ::-1, ::-1]
    second = _kernel(weights.take("4x4/Conv/weight", 3, 3, None, None))
    layers: list[Dense] = [(kernel, bias), (second, weights.take("4x4/Conv/bias", None))]
    size = 8
    while f"{size}x{size}/Conv1/weight" in weights:
        place = f"{size}x{size}"
        if f"{place}/Conv0_up/weight" in weights:
            kernel = weights.take(f"{place}/Conv0_up/weight", 3, 3, None, None).transpose(2, 3, 0, 1)[:, :, ::-1, ::-1]
            layers.append((kernel, weights.take(f"{place}/Conv0_up/bias", None)))
        else:
            layers.append((_kernel(weights.take(f"{place}/Conv0/weight", 3, 3, None, None)),
                           weights.take(f"{place}/Conv0/bias", None)))
        layers.append((_kernel(weights.take(f"{place}/Conv1/weight", 3, 3, None, None)),
                       weights.take(f"{place}/Conv1/bias", None)))
        size *= 2
    rgb = _kernel(weights.take("ToRGB_lod0/weight", 1, 1, None, 3)), weights.take("ToRGB_lod0/bias", 3)
    weights.finish(r"lod|ToRGB_lod\d+/(weight|bias)")
    return pggan(source, layers, rgb)


def _mapping(weights: NamedTensors) -> tuple[list[Dense], np.ndarray]:
    dense = [(weights.take(f"mapping/Dense{index}/weight", None, None).T,
              weights.take(f"mapping/Dense{index}/bias", None))
             for index in range(weights.count("mapping/Dense{}/weight"))]
    mean = weights.take("dlatent_avg", dense[-1][0].shape[0])
    return dense, mean


def _style(weights: NamedTensors, place: str, width: int) -> Dense:
    return weights.take(f"{place}/mod_weight", width, None).T, weights.take(f"{place}/mod_bias", None) + 1


def _kernel(kernel: np.ndarray) -> np.ndarray:
    """TensorFlow's (h, w, i, o) as (o, i, h, w)."""
    return kernel.transpose(3, 2, 0, 1)
