"""StyleGAN in three files (RFM, MTV-TSA): synthesis, mapping and centre; weights with their constants already in."""

import numpy as np

from engine.generator.formats.building import Layer, WeightsSource, stylegan1
from engine.generator.formats.taking import NamedTensors
from engine.generator.stylegan1 import StyleGAN1


def read_split(source: WeightsSource, synthesis: NamedTensors, mapping: NamedTensors, centre: np.ndarray) -> StyleGAN1:
    """centre: (w,), (1, w) or (rows, w). Half of the rows are truncated; noise is ours, for the files hold none."""
    depth = mapping.count("block_{}.fc.weight", first=1)
    dense = [(mapping.take(f"block_{index}.fc.weight", None, None), mapping.take(f"block_{index}.fc.bias", None))
             for index in range(1, depth + 1)]
    mapping.finish(r"buffer1")
    blocks = synthesis.count("decode_block.{}.style_1.weight")
    const = synthesis.take("const", 1, None, 4, 4)
    layers = []
    for index in range(2 * blocks):
        place, half = f"decode_block.{index // 2}", index % 2 + 1
        bias = synthesis.take(f"{place}.bias_{half}", 1, None, 1, 1).reshape(-1)
        kernel = synthesis.take(f"{place}.conv_{half}.weight", None, None, 3, 3) if index else None
        style = (synthesis.take(f"{place}.style_{half}.weight", 2 * len(bias), None),
                 synthesis.take(f"{place}.style_{half}.bias", 2 * len(bias)))
        strength = synthesis.take(f"{place}.noise_weight_{half}", 1, len(bias), 1, 1).reshape(-1)
        layers.append(Layer(kernel, bias, style, noise_weight=strength))
    last = f"to_rgb.{blocks - 1}.to_rgb"
    rgb = synthesis.take(f"{last}.weight", 3, None, 1, 1), synthesis.take(f"{last}.bias", 3)
    synthesis.finish(r"decode_block\.\d+\.blur\.weight|to_rgb\.\d+\.to_rgb\.(weight|bias)")
    return stylegan1(source, dense, const, layers, rgb, centre, cutoff=blocks, scaled=True)
