"""Sheets of faces, latents in files, and the command."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.generator.latents_file import Latents, read_latents, write_latents
from engine.generator.load import load_generator
from engine.generator.sample import draw, sample_latents, sheet
from engine.photo.picture import read_picture

TINY = Path(__file__).resolve().parents[2] / "data" / "rfm" / "ada_tiny8.pkl"


def some_latents(count: int = 3) -> Latents:
    source = np.random.RandomState(0)
    return Latents(np.arange(count), "torch", source.randn(count, 4).astype(np.float32),
                   source.randn(count, 6).astype(np.float32), 0.7, 8, "a.pkl", "stylegan2", "ff")


@pytest.mark.parametrize("suffix", [".npz", ".safetensors"])
def test_latents_come_back(suffix: str, tmp_path: Path) -> None:
    path, latents = tmp_path / f"faces{suffix}", some_latents()
    write_latents(path, latents)
    again = read_latents(path)
    for name in ("seeds", "z", "w"):
        assert np.array_equal(getattr(again, name), getattr(latents, name))
    for name in ("seed_kind", "truncation", "cutoff", "generator", "family", "digest"):
        assert getattr(again, name) == getattr(latents, name)
    first = path.read_bytes()
    write_latents(path, latents)
    assert path.read_bytes() == first


def test_numpy_reads_the_npz_without_pickles(tmp_path: Path) -> None:
    write_latents(tmp_path / "faces.npz", some_latents())
    with np.load(tmp_path / "faces.npz", allow_pickle=False) as file:
        assert np.array_equal(file["w"], some_latents().w)


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=".npz or .safetensors"):
        write_latents(tmp_path / "faces.pkl", some_latents())


@pytest.mark.parametrize("suffix", [".npz", ".safetensors"])
@settings(max_examples=60)
@given(data=st.data())
def test_changed_latents_raise_nothing_but_engine_errors(
        suffix: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"changed{suffix}"
    write_latents(path, some_latents())
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[:data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole)
    try:
        read_latents(path)
    except EngineError:
        pass


def test_latents_of_nan_are_refused(tmp_path: Path) -> None:
    from engine.base.archive import pack, unpack

    write_latents(tmp_path / "faces.npz", some_latents())
    entries = unpack((tmp_path / "faces.npz").read_bytes(), "", 9, 1 << 20)
    good = some_latents().w.tobytes()
    entries["w.npy"] = entries["w.npy"].replace(good[:4], np.float32(np.nan).tobytes(), 1)
    (tmp_path / "faces.npz").write_bytes(pack(entries))
    with pytest.raises(EngineError, match="not finite"):
        read_latents(tmp_path / "faces.npz")


def test_drawing_tells_how_far_it_is() -> None:
    generator = load_generator(TINY)
    latents = sample_latents(generator, [4, 9, 4], "numpy", 0.7)
    steps = []
    pictures = run(draw(generator, latents, 8), lambda progress: steps.append((progress.done, progress.total)))
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert all(picture.shape == (8, 8, 3) for picture in pictures)
    assert np.array_equal(pictures[0], pictures[2]) and not np.array_equal(pictures[0], pictures[1])
    with pytest.raises(UsageError, match="8 pixels at most"):
        run(draw(generator, latents, 9))


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (3, 3), (8, 8), (9, 5), (16, 8), (12, 6)])
def test_the_sheet_shows_every_face_once(count: int, columns: int) -> None:
    pictures = [np.full((16, 16, 3), (place * 9, 255, 0), np.uint8) for place in range(count)]
    page = sheet(pictures, [str(place) for place in range(count)])
    assert page.shape[1] == 8 + columns * 24
    for place in range(count):
        assert (page == (place * 9, 255, 0)).all(2).sum() == 256


def test_the_command(reference_file: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output, latents = tmp_path / "sheet.png", tmp_path / "faces.npz"
    arguments = ["attributes", "sample", "--generator", str(reference_file("ros_small64.pt")), "--seeds", "2,5-6",
                 "--seed-kind", "torch", "--truncation", "0.5", "--size", "32", "-o", str(output)]
    assert run_command([*arguments, "--latents", str(latents)]) == DONE
    assert "3 faces of ros_small64.pt" in capsys.readouterr().out
    assert read_picture(output).pixels.shape == (8 + 60, 8 + 3 * 40, 3)
    faces = read_latents(latents)
    assert (faces.seeds.tolist(), faces.seed_kind, faces.truncation) == ([2, 5, 6], "torch", 0.5)
    assert faces.w.shape == (3, 64) and faces.family == "stylegan2"


@pytest.mark.parametrize(("arguments", "status"), [
    (["--seeds", "5-2"], USAGE), (["--seeds", "a"], USAGE), (["--seeds", "0-9999"], USAGE),
    (["--seeds", "9999999999"], USAGE), (["--truncation", "nan"], USAGE), (["--truncation", "3"], USAGE),
    (["--generator", "none.pkl"], USAGE), (["--generator", __file__], BAD_INPUT), (["--size", "65"], USAGE),
    (["--seed-kind", "other"], USAGE), (["--latents", "faces.pkl"], USAGE),
])
def test_mistakes_are_one_line(arguments: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                               capsys: pytest.CaptureFixture[str], reference_file: Callable[[str], Path]) -> None:
    monkeypatch.chdir(tmp_path)
    given = ["--generator", str(reference_file("ros_small64.pt")), "--size", "16", "--seeds", "1", *arguments]
    assert run_command(["attributes", "sample", "-o", "sheet.png", *given]) == status
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_without_the_model_the_command_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "models"))
    assert run_command(["attributes", "sample", "-o", str(tmp_path / "sheet.png")]) == BAD_INPUT
    assert "add --accept-licence" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.png")) and not list(tmp_path.rglob("*.bin"))


def test_what_the_latents_say_is_plain_json(tmp_path: Path) -> None:
    import zipfile

    write_latents(tmp_path / "faces.npz", some_latents())
    with zipfile.ZipFile(tmp_path / "faces.npz") as archive:
        assert json.loads(archive.read("facts.json"))["seed_kind"] == "torch"
