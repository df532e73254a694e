"""``facewright attributes invert``: from the command line to the files it writes."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.jobs import run
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.generator.latents_file import read_latents
from engine.generator.load import load_generator
from engine.generator.sample import draw
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from engine.photo.writing import write_picture
from tests.engine.generator.inversion.conftest import ROWS, SIZE, WIDTH, SmallNetworks

TINY = Path(__file__).resolve().parents[3] / "data" / "rfm" / "ada_tiny8.pkl"


@pytest.fixture
def desk(tmp_path: Path, model_store: ModelStore, monkeypatch: pytest.MonkeyPatch, networks: SmallNetworks,
         astronaut: np.ndarray) -> Path:
    """A folder with a photo; the user's data are elsewhere, and the small generator is what is looked in."""
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("engine.generator.latent_faces.InversionNetworks", lambda zoo: networks)
    write_picture(tmp_path / "photo.png", astronaut)
    return tmp_path


def test_a_face_is_written_told_and_known_the_next_time(desk: Path, networks: SmallNetworks,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    code, picture = desk / "code.npz", desk / "beside.png"
    asked = ["attributes", "invert", str(desk / "photo.png"), "--quality", "draft", "--json"]
    assert run_command([*asked, "-o", str(code), "--picture", str(picture)]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["complete"] and told["quality"] == "draft" and told["face"] == 0 and told["digest"] == "5" * 64
    assert 5 < told["psnr"] < 40 and 0 < told["identity_distance"] < 2 and -1 <= told["identity_cosine"] <= 1
    beside = read_picture(picture).pixels
    assert beside.shape == (SIZE, 2 * SIZE, 3)
    latents = read_latents(code)
    assert latents.wplus is not None and latents.wplus.shape == (1, ROWS, WIDTH) and latents.seeds.tolist() == [-1]
    (drawn,) = run(draw(networks.generator, latents, SIZE))
    assert np.abs(drawn.astype(int) - beside[:, SIZE:]).max() <= 1
    (kept,) = (desk / "data" / "latents").glob("*.npz")
    searched = kept.read_bytes()  # with the seconds it took, to the last digit
    assert run_command(asked) == DONE
    again = json.loads(capsys.readouterr().out)
    assert again["seconds"] == told["seconds"] and again["psnr"] == told["psnr"] and kept.read_bytes() == searched
    assert run_command([*asked, "--again"]) == DONE
    assert kept.read_bytes() != searched


def test_without_json_it_speaks_to_people(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "invert", str(desk / "photo.png"), "--quality", "draft", "--objective", "rfm",
                        "-o", str(desk / "code.safetensors")]) == DONE
    out = capsys.readouterr().out
    assert "PSNR" in out and "identity" in out and "code.safetensors: its latents" in out
    latents = read_latents(desk / "code.safetensors")
    assert latents.wplus is not None and latents.z.shape == (1, 0)


def test_latents_of_one_generator_are_not_drawn_by_another(desk: Path) -> None:
    code = desk / "code.npz"
    run_command(["attributes", "invert", str(desk / "photo.png"), "--quality", "draft", "-o", str(code)])
    with pytest.raises(UsageError, match="another generator"):
        run(draw(load_generator(TINY), read_latents(code), 8))


@pytest.mark.parametrize(("arguments", "status", "line"), [
    (["nobody.png"], BAD_INPUT, "no face was found"),
    (["photo.png", "--face", "3"], BAD_INPUT, "there is no face 3"),
    (["nothing.png"], BAD_INPUT, "there is no file"),
    (["photo.png", "--quality", "best"], USAGE, "best"),
    (["photo.png", "--objective", "magic"], USAGE, "magic"),
    (["photo.png", "-o", "code.pkl"], USAGE, ".npz or .safetensors"),
    (["photo.png", "--picture", "photo.png"], USAGE, "never written over"),
    (["photo.png", "--picture", "sheet.xyz"], BAD_INPUT, "sheet.xyz"),
])
def test_mistakes_get_one_line(arguments: list[str], status: int, line: str, desk: Path,
                               monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(desk)
    write_picture(desk / "nobody.png", np.full((80, 80, 3), 120, np.uint8))
    assert run_command(["attributes", "invert", *arguments]) == status
    said = capsys.readouterr().err
    assert line in said and len(said.strip().splitlines()) == 1


def test_without_the_models_it_says_which_to_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "models"))
    assert run_command(["attributes", "invert", str(tmp_path / "photo.png")]) == BAD_INPUT
    assert "facewright models get mobilestylegan" in capsys.readouterr().err
