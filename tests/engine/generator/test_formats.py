"""Every public layout is read to the same w, w+ and pictures as the original program draws from it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.generator.generator import Generator
from engine.generator.load import load_generator

DATA = Path(__file__).resolve().parents[2] / "data" / "rfm"
Files = Callable[[str], Path]


def reference(name: str) -> dict[str, np.ndarray]:
    with np.load(DATA / f"{name}.npz") as file:
        return dict(file)


def assert_drawn(pictures: torch.Tensor, known: dict[str, np.ndarray], prefix: str, tolerance: float) -> None:
    values = pictures.numpy()
    side = values.shape[-1]
    step, start, place = side // 16, side // 4 + 1, np.arange(16)
    grid = step * place + (7 * place + 3) % step
    assert np.abs(values[:, :, grid[:, None], grid] - known[f"{prefix}/sample"]).max() < tolerance
    assert np.abs(values[:, :, start:start + 8, start:start + 8] - known[f"{prefix}/crop"]).max() < tolerance
    assert np.abs(values.mean((2, 3)) - known[f"{prefix}/mean"]).max() < tolerance
    assert np.abs(values.std((2, 3)) - known[f"{prefix}/std"]).max() < tolerance


def assert_w(generator: Generator, known: dict[str, np.ndarray]) -> torch.Tensor:
    w = generator.mapping(torch.from_numpy(known["z"]))
    assert np.abs(w.numpy() - known["w"]).max() < 2e-5
    return w


def assert_wplus(generator: Generator, w: torch.Tensor, known: np.ndarray, cutoff: int | None = None) -> torch.Tensor:
    wplus = generator.spread(w, 0.7, cutoff)
    assert wplus.shape == known.shape and np.abs(wplus.numpy() - known).max() < 2e-5
    return wplus


@torch.no_grad()
def test_stylegan_in_three_files(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("split")), reference("sg1_mtv_small256")
    assert (generator.family, generator.size, generator.space.rows, generator.space.cutoff) == ("stylegan1", 256, 14, 7)
    wplus = assert_wplus(generator, assert_w(generator, known), known["wplus"])
    sides = [4 << layer // 2 for layer in range(14)]
    assert_drawn(generator.synthesis(wplus, noise=[torch.zeros(1, 1, side, side) for side in sides]), known,
                 "noise_zero", 6e-4)
    from_rule = [torch.from_numpy(rule_noise(layer, side)) for layer, side in enumerate(sides)]
    assert_drawn(generator.synthesis(wplus, noise=from_rule), known, "noise_rule", 6e-4)
    # the original draws fresh noise: one map for the whole batch where there is only the constant yet, then one each
    fresh = torch.Generator().manual_seed(7)
    drawn = [torch.randn(2 if layer else 1, 1, side, side, generator=fresh) for layer, side in enumerate(sides)]
    assert_drawn(generator.synthesis(wplus, noise=drawn), known, "noise_torch_seed7", 6e-4)


def rule_noise(layer: int, side: int) -> np.ndarray:
    import zlib

    seed = zlib.crc32(f"0/mtv_small256/noise/{layer}".encode()) & 0xFFFFFFFF
    return np.random.RandomState(seed).randn(1, 1, side, side).astype(np.float32)


def test_any_file_of_the_three_will_do(reference_file: Files) -> None:
    folder = reference_file("split")
    assert load_generator(folder / "Gm_dict.pth").digest == load_generator(folder).digest


@torch.no_grad()
def test_interfacegan_stylegan(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("gf1_small256.pth")), reference("sg1_gf1_small256")
    assert (generator.family, generator.size, generator.space.cutoff) == ("stylegan1", 256, 8)
    wplus = assert_wplus(generator, assert_w(generator, known), known["wplus"])
    assert_drawn(generator.synthesis(wplus), known, "image", 1e-3)


@torch.no_grad()
def test_rosinality_stylegan2(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("ros_small64.pt")), reference("sg2_ros_small64")
    assert (generator.family, generator.size, generator.space.w) == ("stylegan2", 64, 64)
    w = assert_w(generator, known)
    wplus = assert_wplus(generator, w, known["wplus_psi07"])
    assert_drawn(generator.synthesis(wplus), known, "image", 5e-4)
    assert_drawn(generator.synthesis(generator.spread(w)), known, "psi1", 5e-4)
    assert_varied(generator, known)


def assert_varied(generator: Generator, known: dict[str, np.ndarray]) -> None:
    """A code whose rows all differ: each must go where it belongs."""
    assert_drawn(generator.synthesis(torch.from_numpy(known["wplus_varied"])), known, "wplus_varied_image", 5e-4)


@torch.no_grad()
def test_genforce_stylegan2(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("gf2_small64.pth")), reference("sg2_gf2_small64")
    assert (generator.family, generator.size, generator.space.cutoff) == ("stylegan2", 64, 8)
    wplus = assert_wplus(generator, assert_w(generator, known), known["wplus"])
    assert_drawn(generator.synthesis(wplus), known, "image", 5e-4)
    assert_varied(generator, known)


@torch.no_grad()
def test_genforce_pggan(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("pggan_small64.pth")), reference("pggan_small64")
    assert (generator.family, generator.size, generator.space.rows) == ("pggan", 64, 1)
    z = torch.from_numpy(known["z"])
    assert_drawn(generator.synthesis(generator.spread(generator.mapping(z), 0.5)), known, "image", 5e-4)


@torch.no_grad()
def test_nvidia_tensorflow_stylegan(reference_file: Files) -> None:
    generator, known = load_generator(reference_file("nv_tf_stylegan1.pkl")), reference("nv_tf_stylegan1")
    assert (generator.family, generator.size, generator.space.cutoff) == ("stylegan1", 128, 8)
    wplus = assert_wplus(generator, assert_w(generator, known), known["wplus"])
    assert_drawn(generator.synthesis(wplus), known, "image", 1e-3)


@pytest.mark.parametrize("name", ["nv_tf_stylegan2", "ada"])
@torch.no_grad()
def test_nvidia_stylegan2(reference_file: Files, name: str) -> None:
    generator, known = load_generator(reference_file(f"{name}.pkl")), reference(name)
    assert (generator.family, generator.size, generator.space.cutoff) == ("stylegan2", 64, 10)
    w = assert_w(generator, known)
    assert_drawn(generator.synthesis(assert_wplus(generator, w, known["wplus_psi07_all"])), known, "psi_all", 5e-4)
    cut = assert_wplus(generator, w, known["wplus_psi07_cut8"], cutoff=8)
    assert_drawn(generator.synthesis(cut), known, "cut8", 5e-4)
    assert_varied(generator, known)


def test_the_bound_of_activations_is_read(reference_file: Files) -> None:
    """stylegan2-ada-pytorch's half-precision training bounds what layers put out; the picture then differs."""
    import io

    from engine.base.errors import EngineError
    from engine.generator.formats.building import WeightsSource
    from engine.generator.formats.nvidia_torch import read_ada
    from engine.generator.formats.pickle_reader import read_pickle
    from engine.generator.formats.torch_reader import read_torch

    data = reference_file("ada_tiny8.pkl").read_bytes()
    module = read_pickle(io.BytesIO(data), "tiny", embedded=lambda inner: read_torch(inner, "inside"))["G_ema"]
    assert "clamp" not in read_ada(WeightsSource("tiny", ""), module).weights
    layers = [layer.state for block in module.state["_modules"]["synthesis"].state["_modules"].values()
              for layer in block.state["_modules"].values()]
    for state in layers:
        state["conv_clamp"] = 0.5
    bounded = read_ada(WeightsSource("tiny", ""), module)
    with torch.no_grad():
        wplus = bounded.spread(bounded.mapping(torch.randn(2, bounded.space.z, generator=torch.Generator())))
        drawn = bounded.synthesis(wplus)
    assert 0.5 < drawn.abs().max() <= 1.0 + 1e-5  # two sizes of at most a half each
    layers[0]["conv_clamp"] = 256
    with pytest.raises(EngineError, match="bound their activations differently"):
        read_ada(WeightsSource("tiny", ""), module)
    for state in layers:
        state["conv_clamp"] = "256"
    with pytest.raises(EngineError, match="is no number"):
        read_ada(WeightsSource("tiny", ""), module)


def test_stylegan3_is_told_apart(reference_file: Files) -> None:
    """Its pickles are of the same make; what draws in them is another network, whose first layer is called input."""
    import io

    from engine.base.errors import EngineError
    from engine.generator.formats.building import WeightsSource
    from engine.generator.formats.nvidia_torch import read_ada
    from engine.generator.formats.pickle_reader import read_pickle
    from engine.generator.formats.torch_reader import read_torch

    data = reference_file("ada_tiny8.pkl").read_bytes()
    module = read_pickle(io.BytesIO(data), "tiny", embedded=lambda inner: read_torch(inner, "inside"))["G_ema"]
    synthesis = module.state["_modules"]["synthesis"].state["_modules"]
    block = synthesis.pop("b4")
    synthesis["input"], synthesis["L0_36_32"] = block.state["_modules"]["conv1"], block.state["_modules"]["torgb"]
    with pytest.raises(EngineError, match="^stylegan3-r-ffhq.pkl: is a StyleGAN3 network"):
        read_ada(WeightsSource("stylegan3-r-ffhq.pkl", ""), module)
