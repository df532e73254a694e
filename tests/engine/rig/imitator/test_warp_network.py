"""Our imitator: an average picture moved and recoloured, worked out of a database, in the file of the others."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.rig.imitator.beginning import begin_from
from engine.rig.imitator.kinds import imitator_of
from engine.rig.imitator.warp_network import WarpImitator, warp_shapes
from engine.rig.imitator.weights_file import read_imitator, write_imitator

pytestmark = pytest.mark.usefixtures("one_thread")
SIDE = 48


def face(values: np.ndarray) -> np.ndarray:
    """A bright soft square that the first value moves and the second reddens."""
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    shade = (1 / (1 + np.exp(np.maximum(abs(x - SIDE / 2 - 6 * (values[0] - 0.5)), abs(y - SIDE / 2)) - 12))
             * (0.75 + 0.25 * np.sin(x - 6 * (values[0] - 0.5)) * np.sin(y)))
    red = shade * (0.5 + 0.5 * values[1])
    return np.rint(np.stack([red, shade * 0.6, shade * 0.5], 2) * 255).astype(np.uint8)


@pytest.fixture(scope="module")
def begun() -> tuple[WarpImitator, np.ndarray]:
    values = np.full((60, 4), 0.5, np.float32)
    values[:, :2] = np.random.default_rng(0).random((60, 2))
    pictures = [face(row) for row in values]
    return run(begin_from(lambda place: pictures[place], values[:48], SIDE, 0)), values[48:]


def test_it_draws_before_it_has_learnt(begun: tuple[WarpImitator, np.ndarray]) -> None:
    """Pictures that it did not see, sharply: a mean of all would be far off."""
    imitator, apart = begun
    mean = np.mean([face(row) for row in apart], 0)
    off = [abs(imitator.draw(row).astype(float) - face(row)).mean() for row in apart]
    assert np.mean(off) < 0.3 * np.mean([abs(mean - face(row)).mean() for row in apart])


def test_its_own_picture_is_the_published_network_s_way_round(begun: tuple[WarpImitator, np.ndarray]) -> None:
    imitator, apart = begun
    values = torch.from_numpy(apart[:2])
    assert torch.equal(imitator.raw(values), imitator.pictures(values).flip(1).transpose(2, 3))
    x = values[:1].clone().requires_grad_(True)
    gradient = torch.autograd.grad(imitator.raw(x)[0, 2, 30:].mean(), x)[0][0]
    assert gradient[0].abs() > 10 * gradient[2:].abs().max()


def test_a_file_comes_back_also_by_halves(begun: tuple[WarpImitator, np.ndarray], tmp_path: Path) -> None:
    imitator, apart = begun
    write_imitator(tmp_path / "i.pth", imitator, 7)
    found, steps = read_imitator(tmp_path / "i.pth")
    assert isinstance(found, WarpImitator) and steps == 7 and (found.values, found.side) == (4, SIDE)
    assert all(torch.equal(found.weights[key], tensor) for key, tensor in imitator.weights.items())
    torch.save({"net": {key: tensor.half() for key, tensor in imitator.weights.items()}}, tmp_path / "h.pth")
    halved = read_imitator(tmp_path / "h.pth")[0]
    assert halved.weights["average"].dtype == torch.float32
    assert abs(halved.draw(apart[0]).astype(int) - imitator.draw(apart[0])).max() <= 2


@pytest.mark.parametrize("spoil", ["missing", "more", "shape", "nan", "large", "flat"])
def test_another_network_is_one_line(spoil: str) -> None:
    weights = {key: torch.zeros(shape) for key, shape in warp_shapes(3, 8, 4, 2, 2, 2, 2).items()}
    assert imitator_of(weights).side == 8
    if spoil == "missing":
        del weights["turn.weight"]
    elif spoil == "more":
        weights["0.bias"] = torch.zeros(3)
    elif spoil == "shape":
        weights["linear.bias"] = torch.zeros(5)
    elif spoil == "nan":
        weights["average"][0, 0, 0] = torch.nan
    elif spoil == "large":
        weights["average"] = torch.zeros(3, 5000, 5000, 1).expand(3, 5000, 5000, 1)[..., 0]
    else:
        weights["move.modes"] = torch.zeros(2)
    with pytest.raises(EngineError, match=r"x\.pth"):
        imitator_of(weights, "x.pth")
