"""Files are read strictly: whatever is wrong with them is one line that names it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from engine.base.errors import EngineError
from engine.expression.magicface.folder import MagicFaceFolder
from engine.expression.magicface.networks import (
    load_denoiser,
    load_identity_encoder,
    load_networks,
    load_vae,
    read_config,
)

WEIGHTS = "diffusion_pytorch_model.safetensors"

Change = Callable[[dict[str, torch.Tensor]], object]


def rewritten(file: Path, change: Change) -> None:
    tensors = load_file(file)
    change(tensors)
    save_file(tensors, file)


def reconfigured(folder: Path, **values: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | values))


def test_both_layouts(copied: MagicFaceFolder) -> None:
    inner = copied.magicface / "utils"
    inner.mkdir()
    for part in ("denoising_unet", "ID_enc"):
        (copied.magicface / part).rename(inner / part)
    assert load_networks(copied).prompt.shape == (1, 77, 32)


def test_nothing_is_printed(folder: MagicFaceFolder, capfd: pytest.CaptureFixture[str]) -> None:
    from engine.expression.magicface.model import MagicFace

    MagicFace(load_networks(folder))
    told = capfd.readouterr()
    assert told.out == "" and told.err == ""


def test_half_precision_is_read_as_asked(folder: MagicFaceFolder) -> None:
    networks = load_networks(folder, "bfloat16")
    for network in (networks.denoiser, networks.identity_encoder):
        assert {tensor.dtype for tensor in network.state_dict().values()} == {torch.bfloat16}
    assert networks.vae.dtype == torch.float32


@pytest.mark.parametrize(("change", "words"), [
    (lambda tensors: tensors.pop("mid_block.resnets.0.conv1.weight"), "1 tensors are missing: mid_block.resnets.0"),
    (lambda tensors: tensors.update({"conv_out.bias": torch.zeros(5)}), r"conv_out.bias is \(5,\), expected \(4,\)"),
    (lambda tensors: tensors.update({"extra.weight": torch.zeros(5)}), "belong to no part .*extra.weight"),
    (lambda tensors: tensors.pop("conv_in.weight"), "no conv_in.weight"),
    (lambda tensors: tensors.pop("au_aug_mlp.bias"), "lacks au_aug_mlp.bias"),
    (lambda tensors: tensors.update({"au_aug_mlp.weight": torch.zeros(1280, 11)}), r"\(1280, 11\), expected"),
    (lambda tensors: tensors["conv_out.bias"].fill_(float("nan")), "damaged: conv_out.bias"),
    (lambda tensors: tensors["au_aug_mlp.bias"].fill_(float("inf")), "damaged: au_aug_mlp.bias"),
    (lambda tensors: tensors.update({"conv_out.bias": torch.zeros(4, dtype=torch.int32)}), "floating point"),
])
def test_a_wrong_tensor_is_named(copied: MagicFaceFolder, change: Change, words: str) -> None:
    rewritten(copied.denoiser / WEIGHTS, change)
    with pytest.raises(EngineError, match=words):
        load_denoiser(copied.denoiser)


def test_swapped_networks(folder: MagicFaceFolder) -> None:
    for load, wrong in ((load_denoiser, folder.identity_encoder), (load_identity_encoder, folder.denoiser)):
        with pytest.raises(EngineError, match="channels, expected .*swapped"):
            load(wrong)


def test_networks_that_do_not_belong_together(copied: MagicFaceFolder) -> None:
    # A network of half the layers, sound in itself.
    from diffusers import UNet2DConditionModel

    reconfigured(copied.identity_encoder, layers_per_block=1)
    config = {key: value for key, value in read_config(copied.identity_encoder / "config.json").items()
              if not key.startswith("_")}
    save_file(UNet2DConditionModel.from_config(config).state_dict(), copied.identity_encoder / WEIGHTS)
    with pytest.raises(EngineError, match="do not belong together"):
        load_networks(copied)


def test_the_weights_say_how_many_channels_go_in(copied: MagicFaceFolder) -> None:
    reconfigured(copied.denoiser, in_channels=4)
    assert load_denoiser(copied.denoiser)[0].conv_in.in_channels == 8


@pytest.mark.parametrize("config", ["", "[]", "{", "\xff", "[" * 100_000, '{"block_out_channels": "no"}',
                                    '{"block_out_channels": [32, 64]}', '{"sample_size": {}, "norm_num_groups": 7}'])
def test_a_wrong_configuration(copied: MagicFaceFolder, config: str) -> None:
    (copied.denoiser / "config.json").write_bytes(config.encode("latin-1"))
    with pytest.raises(EngineError):
        load_denoiser(copied.denoiser)


@pytest.mark.parametrize("part", [0.0, 0.0001, 0.3, 0.999])
def test_a_half_downloaded_file(copied: MagicFaceFolder, part: float) -> None:
    file = copied.denoiser / WEIGHTS
    with open(file, "r+b") as opened:
        opened.truncate(int(file.stat().st_size * part))
    with pytest.raises(EngineError, match="damaged or half downloaded"):
        load_denoiser(copied.denoiser)


def test_pickled_weights_are_not_read(copied: MagicFaceFolder) -> None:
    (copied.denoiser / WEIGHTS).rename(copied.denoiser / "diffusion_pytorch_model.bin")
    with pytest.raises(EngineError, match=f"no {WEIGHTS}.*pickled"):
        load_denoiser(copied.denoiser)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_for_weights(tmp_path: Path, data: bytes) -> None:
    (tmp_path / WEIGHTS).write_bytes(data)
    (tmp_path / "config.json").write_bytes(b"{}")
    for load in (load_denoiser, load_identity_encoder, load_vae):
        with pytest.raises(EngineError):
            load(tmp_path)


def test_folders_that_are_something_else(folder: MagicFaceFolder, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="not a MagicFace folder: it has no denoising_unet"):
        load_networks(MagicFaceFolder(tmp_path, folder.base))
    with pytest.raises(EngineError, match="not a Stable Diffusion 1.5 folder: it has no vae"):
        load_networks(MagicFaceFolder(folder.magicface, tmp_path))
    with pytest.raises(EngineError, match="has no config.json"):
        read_config(tmp_path / "config.json")


def test_a_text_encoder_with_a_hole(copied: MagicFaceFolder) -> None:
    rewritten(copied.text_encoder / "model.safetensors",
              lambda tensors: tensors.pop("text_model.encoder.layers.1.mlp.fc1.weight"))
    with pytest.raises(EngineError, match=r"1 tensors are missing or misshapen: .*layers.1.mlp.fc1.weight"):
        copied.prompt_embedding()


@pytest.mark.parametrize("spoil", [
    lambda folder: (folder.text_encoder / "model.safetensors").write_bytes(b"{}"),
    lambda folder: (folder.text_encoder / "config.json").write_text("{}"),
    lambda folder: (folder.base / "tokenizer" / "vocab.json").write_text("{"),
    lambda folder: (folder.text_encoder / "model.safetensors").unlink(),
    lambda folder: rewritten(folder.text_encoder / "model.safetensors",
                             lambda tensors: tensors["text_model.final_layer_norm.bias"].fill_(float("nan"))),
])
def test_a_damaged_text_encoder(copied: MagicFaceFolder, spoil: Callable[[MagicFaceFolder], object]) -> None:
    spoil(copied)
    with pytest.raises(EngineError):
        copied.prompt_embedding()


def test_another_text_encoder(copied: MagicFaceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MagicFaceFolder, "prompt_embedding", lambda _self: torch.zeros(1, 77, 1024))
    with pytest.raises(EngineError, match="gives 1024 numbers a word, the networks take 32"):
        load_networks(copied)


def test_another_noise_schedule(copied: MagicFaceFolder) -> None:
    file = copied.base / "scheduler" / "scheduler_config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"prediction_type": "v_prediction"}))
    with pytest.raises(EngineError, match="prediction_type is 'v_prediction', MagicFace needs 'epsilon'"):
        load_networks(copied)


def test_the_names_of_old_picture_codecs(copied: MagicFaceFolder) -> None:
    """The published Stable Diffusion 1.5 codec has attention layers named query, key, value, proj_attn."""
    wanted = load_vae(copied.vae).state_dict()
    names = {".to_q.": ".query.", ".to_k.": ".key.", ".to_v.": ".value.", ".to_out.0.": ".proj_attn."}

    def age(tensors: dict[str, torch.Tensor]) -> None:
        for name in [name for name in tensors if ".attentions." in name]:
            old = name
            for new, before in names.items():
                old = old.replace(new, before)
            tensors[old] = tensors.pop(name)

    rewritten(copied.vae / WEIGHTS, age)
    assert any(".query." in name for name in load_file(copied.vae / WEIGHTS))
    found = load_vae(copied.vae).state_dict()
    assert found.keys() == wanted.keys() and all(torch.equal(found[name], wanted[name]) for name in wanted)
