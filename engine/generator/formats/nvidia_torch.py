"""NVIDIA's PyTorch pickles (stylegan2-ada-pytorch): ``{G, D, G_ema, ...}`` of modules saved with their source."""

from typing import Any

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.building import Dense, Layer, WeightsSource, side2, stylegan2
from engine.generator.formats.records import TorchModule
from engine.generator.formats.taking import NamedTensors
from engine.generator.stylegan2 import StyleGAN2

_DEEPEST = 8
_MOST = 4096


def read_ada(source: WeightsSource, module: TorchModule) -> StyleGAN2:
    """The generator in one module record (G_ema): its parameters and buffers; its source stays unread."""
    values, clamp = _walk(module, source.name)
    if any(name.startswith("synthesis.input.") for name in values):
        raise EngineError(Text("{0}: is a StyleGAN3 network; these are not read", source.name),
                          Text("StyleGAN, StyleGAN2 and PGGAN are: see docs/generators.md"))
    weights = NamedTensors(values, source.name)
    dense = [(weights.take(f"mapping.fc{index}.weight", None, None), weights.take(f"mapping.fc{index}.bias", None))
             for index in range(weights.count("mapping.fc{}.weight"))]
    mean = weights.take("mapping.w_avg", dense[-1][0].shape[0])
    const = weights.take("synthesis.b4.const", None, 4, 4)[None]
    sizes = 0
    while f"synthesis.b{4 << sizes}.conv1.weight" in weights:
        sizes += 1
    layers, pictures = [], []
    for index in range(2 * sizes - 1):
        size = side2(index)
        place = f"synthesis.b{size}.conv{0 if index % 2 else 1}"
        kernel = weights.take(f"{place}.weight", None, None, 3, 3)
        noise = weights.take(f"{place}.noise_const", size, size)[None, None]
        layers.append(Layer(kernel, weights.take(f"{place}.bias", kernel.shape[0]), _style(weights, place, len(mean)),
                            noise, weights.take(f"{place}.noise_strength")))
        if index % 2 == 0:
            place = f"synthesis.b{size}.torgb"
            pictures.append(Layer(weights.take(f"{place}.weight", 3, None, 1, 1), weights.take(f"{place}.bias", 3),
                                  _style(weights, place, len(mean))))
    weights.finish(r"synthesis\.b\d+(\.conv[01])?\.resample_filter")
    return stylegan2(source, dense, const, layers, pictures, mean, cutoff=len(layers) + 1, clamp=clamp)


def _walk(module: TorchModule, file: str) -> tuple[dict[str, Any], float | None]:
    """Parameters and buffers by dotted name, and the bound of activations when the layers have one."""
    found: dict[str, Any] = {}
    clamps: set[float | None] = set()
    pending = [("", module, 0)]
    while pending:
        prefix, one, depth = pending.pop()
        tables = [one.state.get(key, {}) for key in ("_parameters", "_buffers", "_modules")]
        if depth > _DEEPEST or not all(isinstance(table, dict) for table in tables):
            raise EngineError(Text("{0}: a module in it is not what it should be", file))
        for table in tables[:2]:
            found.update({f"{prefix}{name}": value for name, value in table.items() if value is not None})
        for name, part in tables[2].items():
            if not isinstance(part, TorchModule):
                raise EngineError(Text("{0}: a module in it is not what it should be", file))
            pending.append((f"{prefix}{name}.", part, depth + 1))
        if one.kind in ("SynthesisLayer", "ToRGBLayer"):
            clamps.add(_clamp(one.state.get("conv_clamp"), file))
        if len(found) > _MOST or len(pending) > _MOST:
            raise EngineError(Text("{0}: a module in it has too many parts", file))
    if len(clamps) > 1:
        raise EngineError(Text("{0}: its layers bound their activations differently; no known generator does", file))
    return found, clamps.pop() if clamps else None


def _clamp(value: Any, file: str) -> float | None:
    if value is None:
        return None
    if type(value) not in (int, float) or not 0 < value < 1e9:
        raise EngineError(Text("{0}: the bound of its activations is no number", file))
    return float(value)


def _style(weights: NamedTensors, place: str, width: int) -> Dense:
    return weights.take(f"{place}.affine.weight", None, width), weights.take(f"{place}.affine.bias", None)
