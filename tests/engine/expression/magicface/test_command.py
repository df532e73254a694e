"""The command line with MagicFace, from a photo to files. The parser is a stand-in, and but for one test the model."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.commands import BAD_INPUT, DONE, run_command
from engine.expression.magicface import loading, renderer
from engine.expression.magicface.model import MagicFace
from engine.expression.magicface.renderer import MagicFaceRenderer
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from tests.engine.commands.test_command_runs import SAMPLE
from tests.engine.expression.magicface.doubles import Model, OvalParser
from tests.engine.networks.stand_ins import stand_in


@pytest.fixture(autouse=True)
def model(model_store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> Model:
    painter = Model()
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    monkeypatch.setattr(loading, "lacking", lambda store: None)
    drawn_with(monkeypatch, painter)
    return painter


def drawn_with(monkeypatch: pytest.MonkeyPatch, model: object) -> None:
    monkeypatch.setattr(renderer, "MagicFaceRenderer", lambda zoo: MagicFaceRenderer(
        zoo, stand_in("magicface", lambda: model), stand_in("face parser", lambda: OvalParser(90, 120))))


def drawn(tmp_path: Path, name: str, *options: str) -> np.ndarray:
    out = tmp_path / f"{name}.png"
    assert run_command(["edit", str(SAMPLE), "--renderer", "magicface", *options, "-o", str(out)]) == DONE
    return read_picture(out).native.astype(int)


def test_real_networks_edit_the_face_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                      magicface: MagicFace, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_with(monkeypatch, magicface)
    edited = drawn(tmp_path, "smile", "--au", "AU12=8", "--steps", "1", "--json")
    report = json.loads(capsys.readouterr().out)
    source = read_picture(SAMPLE).native.astype(int)
    differs = np.abs(edited - source).max(2) > 0
    assert report["changed"] and report["renderer"] == "magicface" and edited.shape == source.shape
    assert 0.02 < differs.mean() < 0.5 and not differs[:20].any() and not differs[:, :20].any()


def test_what_is_asked_reaches_the_model(tmp_path: Path, model: Model) -> None:
    drawn(tmp_path, "smile", "--au", "AU12=8", "--steps", "3", "--guidance", "3", "--seed", "5")
    units, *rest = model.edits[0]
    assert rest == [3, 3.0, 5] and sorted(set(units.ravel().tolist())) == [0.0, 8.0]


def test_a_batch_writes_a_picture_for_each_preset(tmp_path: Path) -> None:
    assert run_command(["batch", str(SAMPLE), "--renderer", "magicface", "--steps", "2", "--preset", "happy,sad",
                        "-o", str(tmp_path / "out")]) == DONE
    assert (tmp_path / "out" / "happy" / f"{SAMPLE.stem}.png").is_file()
    assert (tmp_path / "out" / "sad" / f"{SAMPLE.stem}.png").is_file()


def test_without_its_models_it_says_so_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "none"))
    out = tmp_path / "out.png"
    assert run_command(["edit", str(SAMPLE), "--renderer", "magicface", "--au", "AU12=8", "-o", str(out)]) == BAD_INPUT
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1 and "magicface" in said.lower() and not out.exists()
