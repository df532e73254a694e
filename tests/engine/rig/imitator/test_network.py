"""The imitator draws, and learns, as the published one; its files are the published ones."""

import pickle
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.photo.picture import read_picture
from engine.rig.imitator import weights_file
from engine.rig.imitator.network import PUBLISHED, Imitator, shapes, upright
from engine.rig.imitator.warp_network import warp_shapes
from engine.rig.imitator.weights_file import read_imitator, write_imitator
from tests.engine.rig.imitator.seeded import DATA, SAMPLE, numbers, seeded_weights


@pytest.fixture
def published() -> Imitator:
    return Imitator(seeded_weights("imitator"))


def relative(found: np.ndarray, known: np.ndarray) -> float:
    return float(np.sqrt(np.mean((found - known) ** 2) / np.mean(known**2)))


def test_pictures_are_the_published_network_s(published: Imitator) -> None:
    known = numbers("imitator_eval")
    assert published.widths == PUBLISHED and published.side == 512 and published.values == 99
    with torch.inference_mode():
        raw = published.raw(torch.from_numpy(known["params"])).numpy()
        turned = published.pictures(torch.from_numpy(known["params"][:1])).numpy()
    assert np.abs(raw[:, :, SAMPLE][..., SAMPLE] - known["out_sample"]).max() < 2e-5
    assert np.abs(raw.mean((2, 3)) - known["out_mean"]).max() < 2e-5
    assert np.array_equal(turned[0], raw[0, ::-1].transpose(0, 2, 1))
    drawn = published.draw(known["params"][0])
    assert drawn.dtype == np.uint8 and np.abs(drawn / 255 - turned[0].transpose(1, 2, 0)).max() <= 0.5001 / 255


def test_a_step_of_learning_is_the_published_one(published: Imitator) -> None:
    known = numbers("imitator_train")
    wanted = np.stack([read_picture(DATA / f"ref{index}.png").pixels for index in range(2)])
    target = torch.from_numpy(wanted).permute(0, 3, 1, 2).float() / 255
    learnt = published.learnt
    for tensor in learnt.values():
        tensor.requires_grad_(True)
    assert len(learnt) == 30 and sum(tensor.numel() for tensor in learnt.values()) == 12_026_883
    adam = torch.optim.Adam(learnt.values(), lr=0.01)
    loss = (published.pictures(torch.from_numpy(known["params"]), training=True) - target).abs().mean()
    loss.backward()
    adam.step()
    assert abs(loss.item() - known["loss_before"]) < 2e-5
    last, deep = learnt["7.weight"].grad, learnt["0.0.weight"].grad
    assert last is not None and deep is not None
    assert relative(last.numpy(), known["grad_full/7.weight"]) < 0.002
    places = known["grad_idx/0.0.weight"]
    assert relative(deep.numpy().ravel()[places], known["grad_val/0.0.weight"]) < 0.02
    for key in ("0.0.weight", "3.1.weight", "6.0.weight", "7.weight", "7.bias"):
        after = learnt[key].detach().numpy().ravel()[known[f"grad_idx/{key}"]]
        assert np.abs(after - known[f"after/{key}"]).max() < 2e-5, key
    for key in ("0.1.running_mean", "6.1.running_mean"):
        assert np.abs(published.weights[key].numpy()[:8] - known[f"after/{key}"]).max() < 2e-5
    assert int(published.weights["0.1.num_batches_tracked"]) == 1
    with torch.inference_mode():
        again = (published.pictures(torch.from_numpy(known["params"]), training=True) - target).abs().mean()
    assert abs(float(again) - known["loss_after_train_mode"]) < 2e-4


def test_upright_is_its_own_way_back() -> None:
    raw = torch.rand(2, 3, 5, 7)
    assert torch.equal(upright(upright(raw)), raw) and upright(raw).shape == (2, 3, 7, 5)


# ---- files

SMALLEST = (4, 3)


def smallest() -> Imitator:
    return Imitator.begun(99, SMALLEST, 1)


def test_a_file_is_the_original_s_and_comes_back(tmp_path: Path) -> None:
    imitator = smallest()
    adam = torch.optim.Adam(imitator.learnt.values(), lr=0.01)
    write_imitator(tmp_path / "i.pth", imitator, 230_000, adam.state_dict())
    plain = torch.load(tmp_path / "i.pth", weights_only=True)  # as the face-nn tools do
    assert set(plain) == {"net", "optimizer", "epoch"} and plain["epoch"] == 230_000
    assert list(plain["net"]) == list(shapes(99, SMALLEST)) and list(plain["net"])[-2:] == ["2.weight", "2.bias"]
    found, steps = read_imitator(tmp_path / "i.pth")
    assert steps == 230_000 and found.widths == SMALLEST
    assert all(torch.equal(found.weights[key], tensor) for key, tensor in imitator.weights.items())


def test_bare_tensors_and_old_files_without_paint_are_read(tmp_path: Path) -> None:
    torch.save(Imitator.begun(95, SMALLEST, 0).weights, tmp_path / "old.pth", _use_new_zipfile_serialization=False)
    found, steps = read_imitator(tmp_path / "old.pth")
    assert found.values == 95 and steps == 0


def test_sizes() -> None:
    count = sum(int(np.prod(shape)) for shape in shapes(99, PUBLISHED).values())
    assert (len(shapes(99, PUBLISHED)), count) == (51, 12_030_986)
    assert sum(int(np.prod(shape)) for shape in warp_shapes(99).values()) * 2 < 15e6  # kept by halves


@pytest.mark.parametrize("spoil", ["missing", "more", "shape", "nan", "variance", "gap", "none"])
def test_another_network_is_one_line(spoil: str) -> None:
    weights = dict(smallest().weights)
    if spoil == "missing":
        del weights["1.1.bias"]
    elif spoil == "more":
        weights["9.bias"] = torch.zeros(3)
    elif spoil == "shape":
        weights["1.0.weight"] = torch.zeros(4, 3, 3, 3)
    elif spoil == "nan":
        weights["2.bias"] = torch.full((3,), torch.nan)
    elif spoil == "variance":  # no picture comes of its root
        weights["1.1.running_var"] = torch.full((3,), -1.0)
    elif spoil == "gap":
        weights["7.0.weight"] = torch.zeros(4, 3, 4, 4)
    else:
        weights = {}
    with pytest.raises(EngineError, match=r"x\.pth"):
        Imitator(weights, "x.pth")


def test_a_small_file_that_draws_gigabytes_is_refused() -> None:
    weights = {key: torch.zeros(shape) for key, shape in shapes(1, (1, 1, 1, 1, 1, 1, 1, 1, 2048)).items()}
    with pytest.raises(EngineError, match="memory"):
        Imitator(weights, "x.pth")


class Trap:
    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise SystemExit('run')",)


@pytest.mark.parametrize("content", [{"net": Trap()}, {"net": {"0.0.weight": Trap()}}, {"net": {}}, 5, ["net"]])
def test_nothing_in_a_file_is_run(content: object, tmp_path: Path) -> None:
    torch.save(content, tmp_path / "x.pth")
    with pytest.raises(EngineError):
        read_imitator(tmp_path / "x.pth")
    (tmp_path / "y.pth").write_bytes(pickle.dumps(Trap()))
    with pytest.raises(EngineError):
        read_imitator(tmp_path / "y.pth")


def test_numbers_that_grow_past_all_bounds_are_no_picture() -> None:
    weights = smallest().weights | {"1.0.weight": torch.full((4, 3, 4, 4), 1e38)}
    with pytest.raises(EngineError, match="not finite"):
        Imitator(weights, "x.pth")


def test_what_is_too_large_is_refused_before_it_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "x.pth").open("wb") as file:
        file.truncate(200 << 20)
    read = []
    monkeypatch.setattr(weights_file, "read_limited", lambda path, most: read.append(path))
    with pytest.raises(EngineError, match=r"x\.pth"):
        read_imitator(tmp_path / "x.pth")
    assert not read
    monkeypatch.undo()
    made = []
    monkeypatch.setattr(weights_file.Tensor, "array", lambda tensor: made.append(tensor) or np.zeros(1, np.float32))
    monkeypatch.setattr(weights_file, "_MOST_NUMBERS", 50)
    write = {"net": {"0.0.weight": torch.zeros(51)}}
    torch.save(write, tmp_path / "y.pth")
    with pytest.raises(EngineError, match=r"y\.pth.*no weights"):
        read_imitator(tmp_path / "y.pth")
    assert not made


def test_damage_is_one_line(tmp_path: Path) -> None:
    write_imitator(tmp_path / "i.pth", smallest())
    whole, path = (tmp_path / "i.pth").read_bytes(), tmp_path / "x.pth"
    random = np.random.default_rng(0)
    for at in random.integers(0, len(whole), 150):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << int(random.integers(8))
        for data in (bytes(damaged), whole[:at]):
            path.write_bytes(data)
            try:
                read_imitator(path)
            except EngineError as error:
                assert "x.pth" in error.message


def test_a_zip_that_says_to_be_huge_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.pth"
    with ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", b"x")
        archive.filelist[0].file_size = 1 << 30
    monkeypatch.setattr(weights_file, "read_limited", lambda *_: pytest.fail("it was read"))
    with pytest.raises(EngineError, match="1024 MB unpacked"):
        weights_file.read_imitator(path)
