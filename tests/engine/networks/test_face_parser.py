"""The face parser gives what the original network gives, and refuses files that are something else."""

import json
import pickle
import zlib
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.networks.bisenet import parse_logits
from engine.networks.face_parser import LABELS, FaceParser
from engine.photo.picture import read_picture

DATA = Path(__file__).resolve().parents[2] / "data" / "parsing"


def drawn(key: str, shape: tuple[int, ...]) -> torch.Tensor:
    """One tensor by the rule of the original run."""
    leaf = key.split(".")[-1]
    if leaf == "num_batches_tracked":
        return torch.zeros(shape, dtype=torch.int64)
    state = np.random.RandomState(zlib.crc32(f"0/bisenet/{key}".encode()) & 0xFFFFFFFF)
    values = state.standard_normal(shape).astype(np.float32)
    if leaf == "running_var":
        values = 0.5 + np.abs(values) * np.float32(0.5)
    elif leaf in ("running_mean", "bias"):
        values = values * np.float32(0.1)
    elif len(shape) == 1:
        values = 1 + values * np.float32(0.1)
    else:
        rows = values.reshape(shape[0], -1)
        rows = rows - rows.astype(np.float64).mean(1).astype(np.float32)[:, None]
        values = (rows * np.float32(np.sqrt(2.0 / rows.shape[1]))).reshape(shape)
    return torch.from_numpy(np.asarray(values, np.float32))


@pytest.fixture(scope="module")
def weights() -> dict[str, torch.Tensor]:
    shapes = json.loads((DATA / "tensors.json").read_text())
    return {key: drawn(key, tuple(shape)) for key, shape in shapes.items()}


@pytest.fixture(scope="module")
def file(weights, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("parsing") / "79999_iter.pth"
    torch.save(weights, path)
    return path


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    return read_picture(DATA / "photo.png").pixels


def test_scores_are_the_original_s(weights, photo) -> None:
    with np.load(DATA / "bisenet.npz") as known:
        at, wanted, counted = known["idx"], known["logits"], known["histogram"]
    unit = torch.from_numpy(photo.copy()).float() / 255
    normed = (unit - torch.tensor([0.485, 0.456, 0.406])) / torch.tensor([0.229, 0.224, 0.225])
    with torch.inference_mode():
        scores = parse_logits(weights, normed.permute(2, 0, 1)[None])[0].numpy()
    assert scores.shape == (19, 512, 512) == (len(LABELS), 512, 512)
    assert np.abs(scores[:, at][:, :, at] - wanted).max() < 3e-4  # of up to 14; processors round differently
    assert np.abs(np.bincount(scores.argmax(0).ravel(), minlength=19) - counted).max() <= 5


def test_the_parser_normalises_and_chooses(file, photo) -> None:
    with np.load(DATA / "bisenet.npz") as known:
        counted = known["histogram"]
    labels = FaceParser(file).labels(photo)
    assert labels.shape == (512, 512) and labels.dtype == np.uint8
    assert np.abs(np.bincount(labels.ravel(), minlength=19) - counted).max() <= 5
    assert (FaceParser(file).labels(photo[..., ::-1]) != labels).any()  # the order of colours matters


@pytest.mark.parametrize("picture", [np.zeros((512, 512, 4), np.uint8), np.zeros((512, 512), np.uint8),
                                     np.zeros((512, 512, 3), np.float32), np.zeros((64, 64, 3), np.uint8)])
def test_other_pictures_are_a_mistake_of_ours(file, picture) -> None:
    with pytest.raises(ValueError, match="parser takes"):
        FaceParser(file).labels(picture)


def spoilt(weights: dict[str, torch.Tensor], **changed: torch.Tensor | None) -> dict[str, torch.Tensor]:
    renamed = {key.replace("__", "."): value for key, value in changed.items()}
    return {key: value for key, value in (weights | renamed).items() if value is not None}


@pytest.mark.parametrize("changed", [
    {"ffm__conv1__weight": None}, {"more": torch.zeros(1)}, {"conv_out__conv_out__weight": torch.zeros(18, 256, 1, 1)},
    {"cp__resnet__conv1__weight": torch.zeros(64, 4, 7, 7)}, {"cp__resnet__bn1__bias": torch.full((64,), torch.nan)},
])
def test_another_network(weights, tmp_path, changed) -> None:
    torch.save(spoilt(weights, **changed), tmp_path / "other.pth")
    with pytest.raises(EngineError, match="other.pth"):
        FaceParser(tmp_path / "other.pth")


def test_half_a_file(file, tmp_path) -> None:
    half = tmp_path / "half.pth"
    half.write_bytes(file.read_bytes()[:-4000])
    with pytest.raises(EngineError, match="half.pth is not a face parsing network, or is damaged"):
        FaceParser(half)


def test_nothing_in_a_file_is_executed(tmp_path) -> None:
    marker = tmp_path / "executed"
    bomb = tmp_path / "bomb.pth"
    bomb.write_bytes(pickle.dumps(_Bomb(str(marker))))
    with pytest.raises(EngineError):
        FaceParser(bomb)
    assert not marker.exists()


class _Bomb:
    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (self.path, "w")


@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path_factory, data) -> None:
    path = tmp_path_factory.getbasetemp() / "any.pth"
    path.write_bytes(data)
    with pytest.raises(EngineError):
        FaceParser(path)
