"""`facewright rig export`: what it writes for engines, what it says, and what it refuses with nothing written."""

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.base.paths import RESOURCES
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.motion.csv_file import read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.files.bytes_file import write_bytes
from engine.rig.files.gltf_file import decode_animation, decode_gltf
from engine.rig.schema import load_schema


@pytest.fixture()
def face(tmp_path: Path) -> Path:
    write_bytes(tmp_path / "face.bytes", load_schema("face-nn").defaults("female"))
    return tmp_path / "face.bytes"


@pytest.fixture()
def take(tmp_path: Path) -> Path:
    times = np.arange(12) / 30
    weights = Track(ARKIT_52, times, 0.5 + 0.5 * np.sin(times[:, None] * np.arange(3, 55)))
    write_csv(tmp_path / "take.csv", Take((weights,), 30.0))
    return tmp_path / "take.csv"


def test_an_engine_gets_all_it_takes_in_its_names(face: Path, take: Path, tmp_path: Path,
                                                  capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out" / "hero.glb"
    assert run_command(["rig", "export", str(face), "--engine", "unreal", "--take", str(take), "-o", str(out)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["hero.glb", "hero.arkit.json", "hero.csv"]
    assert lines[0].endswith("52 of 52 shapes, 12 frames, validated")
    assert decode_gltf(out.read_bytes())["skin"]["target_names"][24] == "JawOpen"
    animation = decode_animation(out.read_bytes())
    recorded = read_csv(take).track("jawOpen").select(ARKIT_52).values
    assert animation is not None
    assert np.allclose(np.stack(list(animation.weights.values()), axis=1), recorded, atol=1e-4)
    assert len(read_csv(out.with_name("hero.csv")).track("jawOpen").times) == 12


def test_the_person_in_a_photo(face: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, worn = tmp_path / "plain.glb", tmp_path / "worn.glb"
    assert run_command(["rig", "export", str(face), "-o", str(plain)]) == DONE
    assert run_command(["rig", "export", str(face), "--photo", str(RESOURCES / "samples" / "neutral.jpg"),
                        "--texture-size", "1024", "-o", str(worn)]) == DONE
    before, after = (decode_gltf(path.read_bytes()) for path in (plain, worn))
    assert before["skin"]["pictures"] == (b"", b"", b"")
    base, normal, rough = (cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
                           for picture in after["skin"]["pictures"])
    assert base.shape == normal.shape == rough.shape == (1024, 1024, 3)
    assert rough[..., 1].std() > 0 and not rough[..., 0].any(), "green is roughness, blue would be metal"
    assert after["cavity"]["pictures"] == after["skin"]["pictures"]
    eye = cv2.imdecode(np.frombuffer(after["eye_left"]["pictures"][0], np.uint8), cv2.IMREAD_COLOR)
    middle = len(eye) // 2
    assert eye[middle, middle].mean() < 90 < eye[middle, len(eye) // 4].mean(), "a pupil, and white around the iris"
    assert np.array_equal(before["skin"]["positions"], after["skin"]["positions"])
    assert after["skin"]["target_names"][52:] == ("personal",)
    assert np.abs(after["skin"]["targets"][52]).max() > 1e-3, "its own shape"


def test_a_pose_is_enough(face: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "smile.a2f.json"
    assert run_command(["rig", "export", str(face), "--pose", "mouthSmileLeft=.5", "-o", str(out)]) == DONE
    assert capsys.readouterr().out.strip().endswith("52 of 52 shapes, validated")
    assert '"mouthSmileLeft"' in out.read_text()


def test_an_author_whose_name_is_no_text(face: Path, tmp_path: Path) -> None:
    out = tmp_path / "head.vrm"
    assert run_command(["rig", "export", str(face), "--author", "A\udcff", "-o", str(out)]) == DONE
    assert b'"authors":["A?"]' in out.read_bytes()


def test_what_is_refused_is_refused_before_an_engine_is_made(face: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "engine.engine", None)
    monkeypatch.setitem(sys.modules, "engine.rig.likeness", None)
    assert run_command(["rig", "export", str(face), "-o", "a.csv"]) == USAGE
    assert run_command(["rig", "export", "none.bytes", "-o", "a.glb"]) == BAD_INPUT
    assert run_command(["rig", "fit", "none.jpg", "-o", f"{face}/a.bytes"]) == BAD_INPUT


@pytest.mark.parametrize(("words", "status", "said"), [
    (["-o", "a.csv"], USAGE, "holds movement"),
    (["--pose", "jawOpen=2", "-o", "a.csv"], USAGE, "from 0 to 1"),
    (["--pose", "smile=1", "-o", "a.csv"], USAGE, "none of the 52"),
    (["--engine", "quake", "-o", "a.glb"], USAGE, "unity, unreal"),
    (["--texture-size", "1024", "-o", "a.glb"], USAGE, "--photo"),
    (["--texture-size", "999", "--photo", "take.csv", "-o", "a.glb"], USAGE, "999 texels"),
    (["--author", "Me", "-o", "a.glb"], USAGE, "--author is found in .vrm, and a.glb"),
    (["--author", "Me", "--engine", "unity", "-o", "a.glb"], USAGE, "--author is found in .vrm"),
    (["--take", "take.csv", "-o", "a.obj"], USAGE, "--take is found in .glb"),
    (["--pose", "jawOpen=1", "-o", "a.vrm"], USAGE, "--pose is found in .glb"),
    (["--texture-size", "1024", "--photo", "take.csv", "-o", "a.cs"], USAGE, "--texture-size is found in .glb"),
    (["--engine", "", "-o", "a.glb"], USAGE, "unity, unreal"),
    (["--engine", "unity", "-o", "a.obj"], USAGE, "Unity takes"),
    (["--engine", "vtube-studio", "-o", "a.glb"], USAGE, "live"),
    (["--take", "face.bytes", "-o", "a.vrma"], BAD_INPUT, "face.bytes"),
    (["--take", "take.csv", "--pose", "jawOpen=1", "-o", "a.vrma"], USAGE, "two faces"),
    (["--take", "take.csv", "-o", "take.csv"], USAGE, "read here"),
    (["-o", "a.fbx"], USAGE, "FBX is not written"),
    ([*["--photo", "take.csv"] * 13, "-o", "a.glb"], USAGE, "12 photos at most"),
])
def test_what_cannot_be_written_leaves_nothing(words: list[str], status: int, said: str, face: Path, take: Path,
                                               tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert run_command(["rig", "export", str(face), *words]) == status
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_who_asks_for_fbx_is_told_what_to_take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = str(tmp_path / "a.bytes")
    assert run_command(["rig", "random", "--seed", "1", "-o", head]) == DONE
    for command in (["export"], ["convert"]):
        assert run_command(["rig", *command, head, "-o", str(tmp_path / "Head.FBX")]) == USAGE
        told = capsys.readouterr().err
        assert "FBX is not written" in told and "take .glb" in told and told.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.bytes"]
