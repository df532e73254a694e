"""rosinality's StyleGAN2 checkpoints: ``{g_ema, latent_avg, ...}``."""

import numpy as np

from engine.generator.formats.building import Dense, Layer, WeightsSource, side2, stylegan2
from engine.generator.formats.taking import NamedTensors
from engine.generator.stylegan2 import StyleGAN2


def read_rosinality(source: WeightsSource, weights: NamedTensors, mean: np.ndarray) -> StyleGAN2:
    """weights: of g_ema. mean: latent_avg (w,). All rows are truncated."""
    depth = weights.count("style.{}.weight", first=1)
    dense = [(weights.take(f"style.{index}.weight", None, None), weights.take(f"style.{index}.bias", None))
             for index in range(1, depth + 1)]
    const = weights.take("input.input", 1, None, 4, 4)
    sizes = 1 + weights.count("to_rgbs.{}.bias")
    layers, pictures = [], []
    for index in range(2 * sizes - 1):
        place = f"convs.{index - 1}" if index else "conv1"
        bias = weights.take(f"{place}.activate.bias", None)
        noise = weights.take(f"noises.noise_{index}", 1, 1, side2(index), side2(index))
        strength = weights.take(f"{place}.noise.weight", 1).reshape(())
        layers.append(Layer(weights.take(f"{place}.conv.weight", 1, None, None, 3, 3)[0], bias,
                            _style(weights, place), noise, strength))
    for index in range(sizes):
        place = f"to_rgbs.{index - 1}" if index else "to_rgb1"
        pictures.append(Layer(weights.take(f"{place}.conv.weight", 1, 3, None, 1, 1)[0],
                              weights.take(f"{place}.bias", 1, 3, 1, 1).reshape(-1), _style(weights, place)))
    weights.finish(r"convs\.\d+\.conv\.blur\.kernel|to_rgbs\.\d+\.upsample\.kernel")
    return stylegan2(source, dense, const, layers, pictures, mean, cutoff=len(layers) + 1)


def _style(weights: NamedTensors, place: str) -> Dense:
    return (weights.take(f"{place}.conv.modulation.weight", None, None),
            weights.take(f"{place}.conv.modulation.bias", None))
