"""Commands that do their work, on the sample portraits: what they write, and what bad input gets."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from engine.photo.writing import write_picture

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
SAMPLE = SAMPLES / "neutral.jpg"


@pytest.fixture(autouse=True)
def models(model_store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands use the very models the tests use."""
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portrait at 384 pixels: enough for a face, and quick."""
    from engine.commands.edit import shrunk

    path = tmp_path_factory.mktemp("photos") / "small.png"
    write_picture(path, shrunk(read_picture(SAMPLE).native, 384))
    return path


@pytest.fixture(scope="module")
def faceless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photos") / "wall.png"
    write_picture(path, np.full((256, 256, 3), 140, np.uint8))
    return path


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said on stderr: one line."""
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


# ---- edit

def test_nothing_set_gives_the_very_bytes(small: Path, tmp_path: Path) -> None:
    assert run_command(["edit", str(small), "-o", str(tmp_path / "out.png")]) == DONE
    assert (tmp_path / "out.png").read_bytes() == small.read_bytes()


def test_an_edit_changes_the_face_and_nothing_around_it(small: Path, tmp_path: Path,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "smile.png"
    assert run_command(["edit", str(small), "--preset", "happy", "--au", "AU12=9", "--json", "-o", str(out)]) == DONE
    report = json.loads(capsys.readouterr().out)
    assert report["changed"] and report["look"]["AU12L"] == 9.0 and report["look"]["AU6L"] == 6.0
    before, after = read_picture(small).pixels, read_picture(out).pixels
    assert before.shape == after.shape
    changed = (before != after).any(axis=2)
    assert changed[200:340, 120:280].mean() > 0.1
    assert not changed[:20].any() and not changed[:, :20].any()


def test_a_photo_is_never_written_over(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = tmp_path / "a.png"
    photo.write_bytes(small.read_bytes())
    (tmp_path / "link.png").symlink_to(photo)
    for name in ("a.png", "new/../a.png", "link.png"):
        assert run_command(["edit", str(photo), "--au", "AU12=3", "-o", f"{tmp_path}/{name}"]) == USAGE
        assert "never written over" in told(capsys)
    other = ["edit", str(small), "--copy-from", str(photo), "-o", str(photo)]
    assert run_command(other) == USAGE and "never written over" in told(capsys)
    values = tmp_path / "values.json"
    assert run_command(["rig", "random", "--seed", "1", "-o", str(values)]) == DONE
    capsys.readouterr()
    lent = ["rig", "render", str(values), "--colours-from", str(photo), "-o", str(photo)]
    assert run_command(lent) == USAGE and "never written over" in told(capsys)
    for taken, asked in (("a.bytes", "a.bytes"), ("a.json", "a.json"), ("a.json", "a.bytes")):
        photo = photo.rename(tmp_path / taken)
        assert run_command(["rig", "fit", str(photo), "-o", str(tmp_path / asked)]) == USAGE
        assert "never written over" in told(capsys)
    assert photo.read_bytes() == small.read_bytes()


def test_one_side_moves_alone(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "left.png"
    assert run_command(["edit", str(small), "--unit", "AU12L=9", "-o", str(out)]) == DONE
    change = np.abs(read_picture(small).pixels.astype(int) - read_picture(out).pixels).sum(axis=2)
    middle = change.shape[1] // 2
    assert change[:, middle:].sum() > 3 * change[:, :middle].sum()  # the subject's left is the picture's right


def test_size_and_format(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.webp"
    assert run_command(["edit", str(small), "--head", "yaw=6", "--size", "128", "-o", str(out)]) == DONE
    picture = read_picture(out)
    assert picture.format == "WEBP" and max(picture.size) == 128


def test_copied_expression(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["edit", str(small), "--copy-from", str(SAMPLES / "smile.jpg"), "--json", "-o", str(tmp_path / "a.png")]
    assert run_command(arguments) == DONE
    look = json.loads(capsys.readouterr().out)["look"]
    assert look.get("AU12L", 0) > 2 and look.get("AU12R", 0) > 2


# ---- bad input

@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(50), b"hello", None])
@pytest.mark.parametrize("command", ["edit", "batch", "measure", "rig"])
def test_what_is_no_picture(command: str, data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                            capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path("a.png").write_bytes(data)
    arguments = {"edit": ["edit", "a.png", "--au", "AU12=3", "-o", "out.png"],
                 "batch": ["batch", "a.png", "--preset", "happy", "-o", "out"],
                 "measure": ["measure", "a.png", "--json"], "rig": ["rig", "fit", "a.png", "-o", "out.bytes"]}[command]
    assert run_command(arguments) == BAD_INPUT
    assert "a.png" in told(capsys)
    assert {path.name for path in tmp_path.iterdir()} <= {"a.png"}


@pytest.mark.parametrize("arguments", [
    ["edit", "WALL", "--au", "AU12=3", "-o", "out.png"], ["measure", "WALL"], ["rig", "fit", "WALL", "-o", "out.bytes"],
    ["batch", "WALL", "--preset", "happy", "-o", "out"]])
def test_no_face(arguments: list[str], faceless: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                 capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command([str(faceless) if word == "WALL" else word for word in arguments]) == BAD_INPUT
    assert "no face" in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_which_of_several_has_no_face(faceless: Path, small: Path, tmp_path: Path,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["rig", "fit", str(small), str(faceless), "-o", str(tmp_path / "out.bytes")]) == BAD_INPUT
    assert f"{faceless}: no face" in told(capsys) and list(tmp_path.iterdir()) == []


def test_no_such_face(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["edit", str(small), "--face", "7", "--au", "AU12=3", "-o", str(tmp_path / "o.png")]) != DONE
    assert "face 7" in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    for arguments in (["edit", str(small), "-o", str(tmp_path / "file" / "o.png")],
                      ["edit", str(small), "--au", "AU4=3", "-o", str(tmp_path / "file" / "o.png")],
                      ["rig", "random", "-o", str(tmp_path / "file" / "o.bytes")]):
        assert run_command(arguments) == BAD_INPUT
        assert "cannot be written" in told(capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_missing_model_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                           capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "none"))
    assert run_command(["measure", str(SAMPLE)]) == BAD_INPUT
    assert "facewright models get face-landmarker" in told(capsys)


# ---- batch

def test_batch(small: Path, faceless: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    status = run_command(["batch", str(small), str(faceless), str(tmp_path / "none.png"), "--preset", "happy,sad",
                          "--json", "-o", str(out)])
    said = capsys.readouterr()
    assert status == BAD_INPUT and len(said.err.strip().splitlines()) == 2  # the others went on
    report = json.loads(said.out)
    assert ["error" in photo for photo in report["photos"]] == [False, True, True]
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.png")) == [
        "contact-sheet.png", "happy/small.png", "sad/small.png"]
    source = read_picture(small).pixels
    for name in ("happy", "sad"):
        assert (read_picture(out / name / "small.png").pixels != source).any()
    sheet = read_picture(out / "contact-sheet.png")
    assert sheet.size[0] > 3 * 192


# ---- measure

def test_measure(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["measure", str(small), "--json"]) == DONE
    (face,) = json.loads(capsys.readouterr().out)["faces"]
    assert len(face["landmarks"]) == 478 and len(face["blendshapes"]) == 52 and len(face["identity"]) == 128
    assert run_command(["measure", str(small), "--json", "--no-identity"]) == DONE
    assert "identity" not in json.loads(capsys.readouterr().out)["faces"][0]
    assert run_command(["measure", str(small)]) == DONE
    assert "face 0" in capsys.readouterr().out


# ---- rig

def test_rig_from_a_photo_to_every_file(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    face = tmp_path / "face.bytes"
    assert run_command(["rig", "fit", str(small), "--shape", "male", "--json", "-o", str(face)]) == DONE
    report = json.loads(capsys.readouterr().out)
    data = face.read_bytes()
    assert len(data) == 400 and struct.unpack_from("<i", data)[0] == 3
    assert len(report["values"]) == 99 and report["landmark_px"] > 0
    assert face.with_suffix(".json").exists()
    assert run_command(["rig", "convert", str(face.with_suffix(".json")), str(tmp_path / "again.bytes")]) == DONE
    assert (tmp_path / "again.bytes").read_bytes() == data
    for name, magic in (("head.png", b"\x89PNG"), ("head.glb", b"glTF"), ("head.gltf", b"{"), ("head.obj", b"#")):
        action = ["render", "--size", "128"] if name.endswith("png") else ["export"]
        assert run_command(["rig", action[0], str(face), *action[1:], "-o", str(tmp_path / name)]) == DONE
        assert (tmp_path / name).read_bytes().startswith(magic)


def test_a_head_is_drawn_as_the_photo_shows_it(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    face, said = tmp_path / "face.json", ["--size", "128", "--photo", str(small)]
    assert run_command(["rig", "random", "--seed", "1", "-o", str(face)]) == DONE
    drawn = {}
    for name, more in (("front", []), ("photo", ["--pose", "photo"]), ("turned", ["--pose", "40"]),
                       ("plain", ["--plain"])):
        out = tmp_path / f"{name}.png"
        assert run_command(["rig", "render", str(face), *said, *more, "-o", str(out)]) == DONE
        drawn[name] = read_picture(out).native.tobytes()
    assert len(set(drawn.values())) == 4
    assert run_command(["rig", "render", str(face), "--colours-from", str(small), "--size", "128", "-o",
                        str(tmp_path / "colours.png")]) == DONE
    assert read_picture(tmp_path / "colours.png").native.tobytes() == drawn["plain"]
    capsys.readouterr()
    for wrong in (["--pose", "front"], ["--plain"], [*said, "--pose", "sideways"],
                  [*said, "--pose", "photo", "--yaw", "3"], [*said, "--colours-from", str(small)]):
        assert run_command(["rig", "render", str(face), *wrong, "-o", str(tmp_path / "no.png")]) == USAGE
        capsys.readouterr()
    assert not (tmp_path / "no.png").exists()


def test_rig_values_can_be_set_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run_command(["rig", "controls", "--json"]) == DONE
    name = json.loads(capsys.readouterr().out)["values"][0]["id"]
    for path in (first, second):
        assert run_command(["rig", "random", "--seed", "5", "--set", f"{name}=0.75", "-o", str(path)]) == DONE
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(first.read_text())["values"][name] == 0.75


@pytest.mark.parametrize("data", [b"", b"\x04\0\0\0" + bytes(100), b"\x09\0\0\0" + bytes(396), b"FWRG" + bytes(9)])
def test_damaged_rig_files(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.bytes").write_bytes(data)
    for arguments in (["render", "-o", "o.png"], ["export", "-o", "o.glb"]):
        words = ["rig", arguments[0], str(tmp_path / "x.bytes"), "-o", str(tmp_path / arguments[2])]
        assert run_command(words) == BAD_INPUT
        assert "x.bytes" in told(capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["x.bytes"]


# ---- models

def test_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model_store: ModelStore,
                capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "verify", "face-landmarker"]) == DONE
    source = model_store.path("face-landmarker", "face_landmarker.task")
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
    capsys.readouterr()
    assert run_command(["models", "get", "face-landmarker"]) == BAD_INPUT
    assert "downloads are switched off" in told(capsys)
    assert run_command(["models", "import", "face-landmarker", str(source)]) == DONE
    assert run_command(["models", "get", "face-landmarker"]) == DONE
    assert run_command(["models", "list", "--json"]) == DONE
    listed = capsys.readouterr().out
    models = {model["id"]: model for model in json.loads(listed[listed.index("["):])}
    assert models["face-landmarker"]["present"] and not models["dlib-identity"]["present"]
    (tmp_path / "face-landmarker" / "face_landmarker.task").write_bytes(b"broken")
    assert run_command(["models", "verify", "face-landmarker"]) == BAD_INPUT
    assert run_command(["models", "remove", "face-landmarker"]) == DONE


def test_a_licence_against_commercial_use_is_not_accepted_by_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                                     capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
    assert run_command(["models", "get", "face-parsing"]) == BAD_INPUT
    assert "--accept-licence" in told(capsys)
