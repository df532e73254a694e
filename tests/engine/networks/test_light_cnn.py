"""LightCNN gives what the original gives, from its own file."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.networks.identity import light_cnn
from engine.networks.identity.light_cnn import light_cnn_features, light_cnn_tensors
from engine.rig.imitator.weights_file import read_light_cnn
from tests.engine.rig.imitator.seeded import numbers, seeded_weights


@pytest.fixture(scope="module")
def weights() -> dict[str, torch.Tensor]:
    return seeded_weights("lightcnn")


def test_features_are_the_original_s(weights: dict[str, torch.Tensor], tmp_path: Path) -> None:
    known = numbers("lightcnn")
    file = tmp_path / "LightCNN_29Layers_V2_checkpoint.pth.tar"
    torch.save({"state_dict": {f"module.{key}": tensor for key, tensor in weights.items()}
                | {"module.fc2.weight": torch.zeros(7, 256)}, "epoch": 80}, file, _use_new_zipfile_serialization=False)
    read = read_light_cnn(file)
    assert set(read) == set(weights)
    faces = torch.from_numpy(known["gray_u8"]).float()[:, None] / 255
    with torch.inference_mode():
        found = light_cnn_features(read, faces).numpy()
    assert np.abs(found - known["feature"]).max() < 7.6e-4


def test_who_it_is_can_be_followed_back_to_the_picture(weights: dict[str, torch.Tensor]) -> None:
    face = torch.rand(1, 1, 128, 128, requires_grad=True)
    light_cnn_features(weights, face).sum().backward()
    assert face.grad is not None and float(face.grad.abs().max()) > 0


def test_another_network_is_one_line(weights: dict[str, torch.Tensor], monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError("run before it was looked through")

    for spoilt in ({**weights, "fc.weight": torch.zeros(256, 9)}, {**weights, "conv1.filter.bias": torch.zeros(())}):
        with monkeypatch.context() as patched, pytest.raises(EngineError, match="fc.weight|conv1.filter.bias"):
            patched.setattr(light_cnn, "light_cnn_features", never)
            light_cnn_tensors(spoilt, "x.tar")
    assert light_cnn.light_cnn_shapes() == {key: tuple(tensor.shape) for key, tensor in weights.items()}
    for spoilt in ({}, {**weights, "conv1.filter.weight": torch.zeros(1, 1, 5, 5),
                        "conv1.filter.bias": torch.zeros(1)}, {**weights, "fc.bias": torch.full((256,), torch.nan)},
                   {key: tensor for key, tensor in weights.items() if key != "group3.conv.filter.bias"}):
        with pytest.raises(EngineError, match=r"x\.tar"):
            light_cnn_tensors(spoilt, "x.tar")
    with pytest.raises(ValueError, match="takes"):
        light_cnn_features(weights, torch.zeros(1, 3, 128, 128))
