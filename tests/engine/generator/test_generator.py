"""The interface every generator keeps: widths, truncation, gradients, batches, the same picture every time; seeds."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.base.errors import UsageError
from engine.generator.generator import Generator, to_pixels
from engine.generator.load import load_generator
from engine.generator.space import latents

DATA = Path(__file__).resolve().parents[2] / "data" / "rfm"
NAMES = ["split", "gf1_small256.pth", "ros_small64.pt", "pggan_small64.pth", "ada_tiny8.pkl"]


@pytest.fixture(params=NAMES)
def generator(request: pytest.FixtureRequest, reference_file: Callable[[str], Path]) -> Generator:
    return load_generator(reference_file(request.param))


def some_w(generator: Generator, count: int) -> torch.Tensor:
    return generator.mapping(torch.from_numpy(latents(range(count), "numpy", generator.space.z)))


@torch.no_grad()
def test_a_batch_is_its_pictures_and_every_time_the_same(generator: Generator) -> None:
    wplus = generator.spread(some_w(generator, 2), 0.7)
    both = generator.synthesis(wplus)
    assert both.shape == (2, 3, generator.size, generator.size) and both.dtype == torch.float32
    assert torch.equal(both, generator.synthesis(wplus))
    alone = torch.cat([generator.synthesis(wplus[:1]), generator.synthesis(wplus[1:])])
    assert (both - alone).abs().max() < 1e-3 * both.abs().max()


def test_every_row_has_a_gradient(generator: Generator) -> None:
    z = torch.from_numpy(latents([5], "torch", generator.space.z)).requires_grad_()
    wplus = generator.spread(generator.mapping(z), 0.7)
    wplus.retain_grad()
    # a weighted sum, because instance norm makes plain means indifferent
    picture = generator.synthesis(wplus)
    (picture * torch.linspace(-1, 1, picture.numel()).view_as(picture)).sum().backward()
    assert wplus.grad is not None and (wplus.grad.abs().amax((0, 2)) > 0).all()
    assert z.grad is not None and z.grad.abs().max() > 0


def test_the_gradient_is_the_slope(reference_file: Callable[[str], Path]) -> None:
    generator = load_generator(reference_file("ada_tiny8.pkl"))
    generator.weights = {key: value.double() for key, value in generator.weights.items()}
    wplus = generator.spread(some_w(load_generator(reference_file("ada_tiny8.pkl")), 1)).double().requires_grad_()
    assert torch.autograd.gradcheck(generator.synthesis, (wplus,), eps=1e-6, atol=1e-4, fast_mode=True)


@torch.no_grad()
def test_truncation(reference_file: Callable[[str], Path]) -> None:
    generator = load_generator(reference_file("gf1_small256.pth"))
    w, mean = some_w(generator, 3), torch.from_numpy(generator.space.mean)
    assert torch.equal(generator.spread(w), w[:, None].expand(-1, 14, -1))
    half = generator.spread(w, 0.5)
    assert torch.allclose(half[:, :8], (w[:, None] + mean[:8]) / 2, atol=1e-5)
    assert torch.equal(half[:, 8:], generator.spread(w)[:, 8:])
    assert torch.allclose(generator.spread(w, 0.0, cutoff=99), mean.expand(3, -1, -1), atol=1e-6)
    assert torch.equal(generator.spread(w, 0.0, cutoff=0), generator.spread(w))


def test_wrong_widths_and_sizes_are_said(generator: Generator) -> None:
    rows, width = generator.space.rows, generator.space.w
    for call, value in ((generator.mapping, torch.zeros(1, generator.space.z + 1)),
                        (generator.spread, torch.zeros(width)), (generator.synthesis, torch.zeros(1, rows + 1, width)),
                        (generator.synthesis, torch.zeros(1, rows, width - 1))):
        with pytest.raises(UsageError, match="another generator"):
            call(value)
    with pytest.raises(UsageError, match="cannot draw 3 pixels"):
        generator.synthesis(torch.zeros(1, rows, width), 3)
    assert generator.size_for(1) == generator.sizes[0] and generator.size_for(99_999) == generator.size


def test_no_pictures_are_no_trouble(generator: Generator) -> None:
    with torch.no_grad():
        assert generator.spread(some_w(generator, 0)).shape == (0, generator.space.rows, generator.space.w)


def test_pixels() -> None:
    pictures = torch.tensor([-2.0, -1, 0, 1, 2]).view(1, 1, 1, 5).expand(1, 3, 5, 5)
    pixels = to_pixels(pictures)
    assert pixels.shape == (1, 5, 5, 3) and pixels.dtype == np.uint8
    assert pixels[0, 0, :, 0].tolist() == [0, 0, 128, 255, 255]


# ---- seeds

@pytest.mark.parametrize("kind", ["torch", "numpy"])
def test_seeds_of_both_conventions(kind: str) -> None:
    with np.load(DATA / "z_seeds.npz") as known:
        assert np.array_equal(latents(range(5), kind, 512)[:, :64], known[kind])
    assert np.array_equal(latents([3], kind, 512), latents(range(5), kind, 512)[3:4])


def test_seeds_leave_the_global_generators_alone() -> None:
    torch.manual_seed(1)
    first = torch.rand(1)
    torch.manual_seed(1)
    latents([7], "torch", 8)
    assert torch.equal(torch.rand(1), first)


def test_wrong_seeds_are_usage_errors() -> None:
    for seed, kind in ((1, "random"), (-1, "torch"), (1 << 32, "numpy")):
        with pytest.raises(UsageError):
            latents([seed], kind, 4)
