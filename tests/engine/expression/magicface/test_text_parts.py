"""What transformers is to read is looked through before."""

import json
import os
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.expression.magicface.folder import check_text_part, read_config

HONEST = {"vocab_size": 49408, "bos_token_id": 49406, "num_hidden_layers": 12, "layer_norm_eps": 1e-05,
          "block_out_channels": [320, 640, 1280, 1280], "layers_per_block": 2, "torch_dtype": "float32",
          "num_train_timesteps": 1000, "center_input_sample": False}


def test_an_honest_description_is_read(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps(HONEST), encoding="utf-8")
    (tmp_path / "vocab.json").write_text(json.dumps({f"word{n}": n for n in range(49408)}), encoding="utf-8")
    assert read_config(tmp_path / "config.json") == HONEST
    check_text_part(tmp_path)


@pytest.mark.parametrize("wrong", [
    {"num_hidden_layers": 10**9}, {"layers_per_block": [2, 500]}, {"vocab_size": 1 << 40},
    {"block_out_channels": [1] * 65}, {"text_config": {"num_hidden_layers": 65}}])
def test_a_network_of_other_sizes_is_refused(wrong: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps(HONEST | wrong), encoding="utf-8")
    with pytest.raises(EngineError, match="more than such a network has"):
        check_text_part(tmp_path)


def test_large_deep_and_odd_files_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "merges.txt").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(EngineError, match="larger than"):
        check_text_part(tmp_path)
    (tmp_path / "merges.txt").unlink()
    (tmp_path / "tokenizer.json").write_text("[" * 100_000, encoding="ascii")
    with pytest.raises(EngineError, match="levels"):
        check_text_part(tmp_path)
    (tmp_path / "tokenizer.json").unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "model.safetensors")
        with pytest.raises(EngineError, match="ordinary"):
            check_text_part(tmp_path)
