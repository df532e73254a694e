"""NVIDIA's PGGAN in its TensorFlow pickle. No reference file exists, so its arithmetic is written down here as the
published program has it: normalise after each layer, double by a transposed convolution of four shifted kernels."""

import pickle
import sys
import types

import numpy as np
import pytest
import torch
from torch.nn.functional import conv2d, conv_transpose2d, interpolate, leaky_relu, pad

from engine.generator.load import generator_from_bytes

Z, CHANNELS, SIDES = 12, 6, (4, 8, 16)


def variables(fused: bool) -> dict[str, np.ndarray]:
    source = np.random.RandomState(5)
    made: dict[str, np.ndarray] = {"lod": np.float32(0), "4x4/Dense/weight": source.randn(Z, 16 * CHANNELS)}
    shapes: dict[str, tuple[int, ...]] = {"4x4/Dense/bias": (CHANNELS,), "4x4/Conv/bias": (CHANNELS,),
                                          "4x4/Conv/weight": (3, 3, CHANNELS, CHANNELS)}
    before = CHANNELS
    for side, after in ((8, 5), (16, 4)):
        first = "Conv0_up" if fused else "Conv0"
        shapes |= {f"{side}x{side}/{first}/weight": (3, 3, after, before) if fused else (3, 3, before, after),
                   f"{side}x{side}/{first}/bias": (after,), f"{side}x{side}/Conv1/weight": (3, 3, after, after),
                   f"{side}x{side}/Conv1/bias": (after,)}
        before = after
    shapes |= {"ToRGB_lod0/weight": (1, 1, 4, 3), "ToRGB_lod0/bias": (3,), "ToRGB_lod1/weight": (1, 1, 5, 3),
               "ToRGB_lod1/bias": (3,), "ToRGB_lod2/weight": (1, 1, 6, 3), "ToRGB_lod2/bias": (3,)}
    made |= {name: source.randn(*shape) for name, shape in shapes.items()}
    return {name: np.asarray(value, np.float32) for name, value in made.items()}


def pickled(values: dict[str, np.ndarray], monkeypatch: pytest.MonkeyPatch) -> bytes:
    """(G, D, Gs) as the program writes them; only Gs has these weights."""
    module = types.ModuleType("tfutil")

    class Network:
        def __init__(self, name: str, variables: list) -> None:
            self.state = {"version": 2, "name": name, "static_kwargs": {}, "build_module_src": "raise SystemExit",
                          "build_func_name": "G_paper", "variables": variables}

        def __getstate__(self) -> dict:
            return self.state

    Network.__module__, Network.__qualname__ = "tfutil", "Network"
    module.Network = Network  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tfutil", module)
    networks = Network("G", []), Network("D", []), Network("Gs", list(values.items()))
    data = pickle.dumps(networks, 4)
    monkeypatch.delitem(sys.modules, "tfutil")
    return data


def as_published(z: torch.Tensor, values: dict[str, np.ndarray]) -> torch.Tensor:
    t = {name: torch.from_numpy(value) for name, value in values.items()}

    def normalised(x: torch.Tensor) -> torch.Tensor:
        return x / (x.square().mean(1, keepdim=True) + 1e-8).sqrt()

    def finished(x: torch.Tensor, place: str) -> torch.Tensor:
        return normalised(leaky_relu(x + t[f"{place}/bias"][None, :, None, None], 0.2))

    def convolved(x: torch.Tensor, place: str, gain: float = 2 ** 0.5) -> torch.Tensor:
        kernel = t[f"{place}/weight"].permute(3, 2, 0, 1)  # (h, w, i, o)
        return conv2d(x, kernel * gain / np.sqrt(kernel[0].numel()), padding=kernel.shape[-1] // 2)

    dense = t["4x4/Dense/weight"] * (2 ** 0.5 / 4) / np.sqrt(Z)
    x = finished((normalised(z) @ dense).reshape(-1, CHANNELS, 4, 4), "4x4/Dense")
    x = finished(convolved(x, "4x4/Conv"), "4x4/Conv")
    for side in SIDES[1:]:
        up = f"{side}x{side}/Conv0_up"
        if f"{up}/weight" in t:
            kernel = t[f"{up}/weight"] * 2 ** 0.5 / np.sqrt(9 * x.shape[1])  # (h, w, o, i)
            kernel = pad(kernel, (0, 0, 0, 0, 1, 1, 1, 1))
            kernel = kernel[1:, 1:] + kernel[:-1, 1:] + kernel[1:, :-1] + kernel[:-1, :-1]
            x = finished(conv_transpose2d(x, kernel.permute(3, 2, 0, 1), stride=2, padding=1), up)
        else:
            plain = f"{side}x{side}/Conv0"
            x = finished(convolved(interpolate(x, scale_factor=2), plain), plain)
        x = finished(convolved(x, f"{side}x{side}/Conv1"), f"{side}x{side}/Conv1")
    return convolved(x, "ToRGB_lod0", 1.0) + t["ToRGB_lod0/bias"][None, :, None, None]


@pytest.mark.parametrize("fused", [True, False])
@torch.no_grad()
def test_pggan_from_tensorflow(fused: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    values = variables(fused)
    generator = generator_from_bytes(pickled(values, monkeypatch), "karras2018.pkl")
    assert (generator.family, generator.size, generator.space.z) == ("pggan", 16, Z)
    z = torch.randn(2, Z, generator=torch.Generator().manual_seed(0))
    drawn = generator.synthesis(generator.spread(generator.mapping(z)))
    assert drawn.std() > 0.1 and (drawn - as_published(z, values)).abs().max() < 1e-4
