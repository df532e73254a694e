"""LPIPS: what it says of pictures, and what its file may hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.models.store import ModelStore
from engine.networks.lpips import FILE, MODEL, Perceptual, distance, load_perceptual
from tests.engine.generator.inversion.conftest import small_perceptual


def pictures(seed: int = 0, side: int = 64) -> torch.Tensor:
    return torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def contents() -> dict[str, Any]:
    """A file of two small layers, as the true one is laid out."""
    return {"format_version": 1, "net": "alex", "pool_before": [False, True],
            "trunk": [{"weight": torch.randn(4, 3, 5, 5), "bias": torch.zeros(4), "stride": 2, "padding": 2},
                      {"weight": torch.randn(6, 4, 3, 3), "bias": torch.zeros(6), "stride": 1, "padding": 1}],
            "lin": [torch.rand(1, 4, 1, 1), torch.rand(1, 6, 1, 1)]}


def apart(network: Perceptual, one: torch.Tensor, other: torch.Tensor, weights: torch.Tensor | None = None) -> float:
    return float(distance(network.features(one), network.features(other), weights))


def test_the_same_is_not_apart_and_more_noise_is_more() -> None:
    network, picture, noise = small_perceptual(), pictures(), pictures(1)
    assert apart(network, picture, picture) == 0
    steps = [apart(network, picture, picture + amount * noise) for amount in (0.05, 0.2, 0.8)]
    assert steps == sorted(steps) and steps[0] > 0


def test_it_is_what_its_definition_says(tmp_path: Path) -> None:
    """Zhang et al. 2018, equation 1, written out by hand."""
    held = contents()
    torch.save(held, tmp_path / "lpips.pt")
    network, one, other = load_perceptual(tmp_path / "lpips.pt"), pictures(0), pictures(1)
    shift, scale = torch.tensor([-.030, -.088, -.188]), torch.tensor([.458, .448, .450])
    total = 0.0
    tall = [(picture - shift[:, None, None]) / scale[:, None, None] for picture in (one, other)]
    for layer, pool, line in zip(held["trunk"], held["pool_before"], held["lin"], strict=True):
        convolution = torch.nn.Conv2d(*layer["weight"].shape[1::-1], layer["weight"].shape[2], layer["stride"],
                                      layer["padding"])
        with torch.no_grad():
            convolution.weight.copy_(layer["weight"])
            convolution.bias.copy_(layer["bias"])
            tall = [torch.relu(convolution(torch.nn.MaxPool2d(3, 2)(x) if pool else x)) for x in tall]
            unit = [x / x.norm(dim=1, keepdim=True).clamp_min(1e-10) for x in tall]
            total += float(torch.nn.functional.conv2d((unit[0] - unit[1]) ** 2, line).mean())
    assert apart(network, one, other) == pytest.approx(total, rel=1e-4)


def test_weights_say_where_it_counts() -> None:
    network, picture = small_perceptual(), pictures()
    changed = picture.clone()
    changed[..., :32] = -changed[..., :32]
    left = torch.zeros(1, 1, 64, 64)
    left[..., :20] = 1
    everywhere = torch.full_like(left, 0.3)
    assert apart(network, picture, changed, left) > 2 * apart(network, picture, changed, left.flip(3))
    assert apart(network, picture, changed, everywhere) == pytest.approx(apart(network, picture, changed), rel=1e-4)


def test_it_has_a_gradient() -> None:
    network, picture = small_perceptual(), pictures().requires_grad_()
    distance(network.features(picture), network.features(pictures(1))).sum().backward()
    assert picture.grad is not None and float(picture.grad.abs().sum()) > 0


def _without(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda held: {key: value for key, value in held.items() if key != name}


def _with(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], Any]:
    def changed(held: dict[str, Any]) -> dict[str, Any]:
        change(held)
        return held

    return changed


@pytest.mark.parametrize("spoil", [
    _without("trunk"), _without("lin"), _without("pool_before"), lambda held: [held], lambda held: None,
    _with(lambda held: held["lin"].pop()), _with(lambda held: held["trunk"].clear()),
    _with(lambda held: held["trunk"][1].update(weight=torch.randn(6, 5, 3, 3))),
    _with(lambda held: held["trunk"][0].update(bias=torch.zeros(5))),
    _with(lambda held: held["trunk"][0].update(stride=0)),
    _with(lambda held: held["trunk"][0]["weight"].fill_(float("nan"))),
    _with(lambda held: held["lin"][0].fill_(-1)), _with(lambda held: held["trunk"][0].update(weight="a")),
])
def test_other_files_are_refused(spoil: Callable[[dict[str, Any]], Any], tmp_path: Path) -> None:
    torch.save(spoil(contents()), tmp_path / "lpips.pt")
    with pytest.raises(EngineError, match="no LPIPS network"):
        load_perceptual(tmp_path / "lpips.pt")


def test_a_pickle_that_runs_something_runs_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "ran"

    class Runs:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (mark,)

    torch.save({"trunk": Runs()}, tmp_path / "lpips.pt")
    with pytest.raises(EngineError, match="no LPIPS network"):
        load_perceptual(tmp_path / "lpips.pt")
    assert not mark.exists()


def test_the_true_one_sees_what_people_see(model_store: ModelStore, astronaut: np.ndarray) -> None:
    if not model_store.present(MODEL):
        pytest.skip("LPIPS is not installed")
    network = load_perceptual(model_store.path(MODEL, FILE))
    picture = torch.from_numpy(astronaut[:256, 100:356].astype(np.float32) / 127.5 - 1).permute(2, 0, 1)[None]
    lighter = (picture + 0.06).clamp(-1, 1)
    blurred = torch.nn.functional.avg_pool2d(picture, 9, 1, 4)
    assert 0 < apart(network, picture, lighter) < 0.02  # nobody minds
    assert apart(network, picture, blurred) > 0.2  # though its pixels are not much farther off
