"""The flat state dicts of InterFaceGAN and genforce: StyleGAN, StyleGAN2 and PGGAN, as TensorFlow kept them."""

from engine.generator.formats.building import CUTOFF, Layer, WeightsSource, pggan, side, side2, stylegan1, stylegan2
from engine.generator.formats.taking import NamedTensors
from engine.generator.pggan import PGGAN
from engine.generator.stylegan1 import FUSED_FROM, StyleGAN1
from engine.generator.stylegan2 import StyleGAN2


def read_stylegan1(source: WeightsSource, weights: NamedTensors) -> StyleGAN1:
    """InterFaceGAN's ``stylegan_*.pth``. The kernels of fused layers lie as (3, 3, i, o)."""
    dense = [(weights.take(f"mapping.dense{index}.linear.weight", None, None),
              weights.take(f"mapping.dense{index}.wscale.bias", None))
             for index in range(weights.count("mapping.dense{}.linear.weight"))]
    mean = weights.take("truncation.w_avg", None)
    const = weights.take("synthesis.layer0.first_layer", 1, None, 4, 4)
    layers = []
    for index in range(weights.count("synthesis.layer{}.epilogue.bias")):
        place, kernel = f"synthesis.layer{index}", None
        if index and index % 2 == 0 and side(index) >= FUSED_FROM:
            kernel = weights.take(f"{place}.weight", 3, 3, None, None).transpose(2, 3, 0, 1)
        elif index:
            kernel = weights.take(f"{place}.conv.weight", None, None, 3, 3)
        bias = weights.take(f"{place}.epilogue.bias", None)
        style = (weights.take(f"{place}.epilogue.style_mod.dense.linear.weight", 2 * len(bias), len(mean)),
                 weights.take(f"{place}.epilogue.style_mod.dense.wscale.bias", 2 * len(bias)))
        noise = weights.take(f"{place}.epilogue.apply_noise.noise", 1, 1, side(index), side(index))
        strength = weights.take(f"{place}.epilogue.apply_noise.weight", len(bias))
        layers.append(Layer(kernel, bias, style, noise, strength))
    last = f"synthesis.output{len(layers) // 2 - 1}"
    rgb = weights.take(f"{last}.conv.weight", 3, None, 1, 1), weights.take(f"{last}.bias", 3)
    weights.finish(r"synthesis\.(lod|layer\d+\.blur\.kernel|output\d+\.(conv\.weight|bias))|truncation\.truncation")
    return stylegan1(source, dense, const, layers, rgb, mean, CUTOFF, scaled=False)


def read_stylegan2(source: WeightsSource, weights: NamedTensors) -> StyleGAN2:
    """genforce's ``stylegan2_*.pth``: the 1 of a style's bias and the turn of doubling kernels are left to do."""
    dense = [(weights.take(f"mapping.dense{index}.weight", None, None),
              weights.take(f"mapping.dense{index}.bias", None))
             for index in range(weights.count("mapping.dense{}.weight"))]
    mean = weights.take("truncation.w_avg", None)
    const = weights.take("synthesis.early_layer.const", 1, None, 4, 4)
    layers, pictures = [], []
    for index in range(weights.count("synthesis.layer{}.weight")):
        place = f"synthesis.layer{index}"
        kernel = weights.take(f"{place}.weight", None, None, 3, 3)
        bias = weights.take(f"{place}.bias", kernel.shape[0])
        noise = weights.take(f"{place}.noise", 1, 1, side2(index), side2(index))
        strength = weights.take(f"{place}.noise_strength", 1).reshape(())
        layers.append(Layer(kernel[:, :, ::-1, ::-1] if index % 2 else kernel, bias,
                            _style(weights, place, len(mean)), noise, strength))
    for index in range(weights.count("synthesis.output{}.weight")):
        place = f"synthesis.output{index}"
        pictures.append(Layer(weights.take(f"{place}.weight", 3, None, 1, 1), weights.take(f"{place}.bias", 3),
                              _style(weights, place, len(mean))))
    weights.finish(r"synthesis\.(layer\d+\.filter|upsample)\.kernel|truncation\.truncation")
    return stylegan2(source, dense, const, layers, pictures, mean, CUTOFF)


def read_pggan(source: WeightsSource, weights: NamedTensors) -> PGGAN:
    """genforce's ``pggan_*.pth``."""
    layers = [(weights.take(f"layer{index}.weight", None, None, *((3, 3) if index else (4, 4))),
               weights.take(f"layer{index}.bias", None)) for index in range(weights.count("layer{}.weight"))]
    last = f"output{len(layers) // 2 - 1}"
    rgb = weights.take(f"{last}.weight", 3, None, 1, 1), weights.take(f"{last}.bias", 3)
    weights.finish(r"lod|output\d+\.(weight|bias)")
    return pggan(source, layers, rgb)


def _style(weights: NamedTensors, place: str, width: int) -> tuple:
    return weights.take(f"{place}.style.weight", None, width), weights.take(f"{place}.style.bias", None) + 1
