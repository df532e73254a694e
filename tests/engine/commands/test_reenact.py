"""``facewright reenact``: one command from a clip to a film, in processes of its own; one line for what is wrong."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.base.paths import RESOURCES
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.media.video_reader import read_facts
from engine.motion.csv_file import read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from tests.engine.media.clips import write_clip

PHOTO = str(RESOURCES / "samples" / "neutral.jpg")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    weights = np.zeros((8, 52))
    weights[:, ARKIT_INDEX["jawOpen"]] = np.linspace(0, 0.5, 8)
    path = tmp_path_factory.mktemp("take") / "take.csv"
    write_csv(path, Take((Track(ARKIT_52, np.arange(8) / 10, weights),), 10.0))
    return path


def test_from_a_recording_to_a_film(recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.reenact.workplace.cache_folder", lambda: tmp_path / "cache")
    out, told, motion = tmp_path / "film.mp4", tmp_path / "report.json", tmp_path / "again.csv"
    assert run_command(["reenact", PHOTO, "--csv", str(recording), "-o", str(out), "--size", "200", "--range",
                        "0.1:0.6",
                        "--gain", "mouth=1.2", "--look", "happy", "--processes", "1", "--report", str(told),
                        "--export-csv", str(motion), "--json"]) == DONE
    said, written = json.loads(capsys.readouterr().out), json.loads(told.read_text())
    assert said["frames"] == written["frames"] == 5 and written["seen_again"]["frames"] == 5
    facts = read_facts(out)
    assert (facts.width, facts.height) == (said["width"], said["height"]) and max(facts.width, facts.height) == 200
    assert facts.rate == 10 and said["encoder"].startswith("H.264")
    assert len(read_csv(motion).tracks[0].times) == 5


@pytest.mark.parametrize("arguments, status, said", [
    (["--csv", "{take}", "-o", "{folder}/film.avi"], USAGE, "films are written as .mp4"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--gain", "ears=1"], USAGE, "no part of a face"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--gain", "mouth=9"], USAGE, "mouth goes from 0 to 3"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--range", "3:1"], USAGE, "goes from 0 or later"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--range", "50:60"], USAGE, "nothing lies from 50 to 60 s"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--look", "no-such-look"], BAD_INPUT, "no-such-look"),
    (["--csv", "{take}", "--video", "{take}", "-o", "{folder}/film.mp4"], USAGE, "not allowed with"),
    (["-o", "{folder}/film.mp4"], USAGE, "one of --video"),
    (["--csv", "{take}", "--text", "Hello", "-o", "{folder}/film.mp4"], USAGE, "drives the portrait by itself"),
    (["--csv", "{take}", "--no-head", "-o", "{folder}/film.mp4"], USAGE, "for speech only"),
    (["--text", "", "-o", "{folder}/film.mp4"], USAGE, "nothing in the text"),
    (["--text", "{folder}/none.txt", "-o", "{folder}/film.mp4"], BAD_INPUT, "none.txt"),
    (["--text", "Hello", "--phonemes", "{take}", "-o", "{folder}/film.mp4"], USAGE, "need no text"),
    (["--phonemes", "{take}", "-o", "{folder}/film.mp4"], BAD_INPUT, "no file of phonemes"),
    (["--audio", "{take}", "-o", "{folder}/film.mp4"], BAD_INPUT, "cannot be read as sound"),
    (["--audio", "{folder}/empty.mp4", "-o", "{folder}/film.mp4"], BAD_INPUT, "cannot be read as sound"),
    (["--csv", "{folder}/none.csv", "-o", "{folder}/film.mp4"], BAD_INPUT, "none.csv"),
    (["--video", "{take}", "-o", "{folder}/film.mp4"], BAD_INPUT, "cannot be read as a film"),
    (["--video", "{folder}/empty.mp4", "-o", "{folder}/film.mp4"], BAD_INPUT, "cannot be read as a film"),
    (["--video", "{folder}/same.mp4", "-o", "{folder}/same.mp4"], USAGE, "never written over"),
    (["--csv", "{take}", "-o", "{folder}/film.mp4", "--report", "{take}"], USAGE, "never written over"),
])
def test_what_is_wrong_is_one_line_and_nothing_is_written(arguments: list[str], status: int, said: str, recording: Path,
                                                          tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "same.mp4").write_bytes(b"what was there")
    filled = [one.format(take=recording, folder=tmp_path) for one in arguments]
    assert run_command(["reenact", PHOTO, *filled]) == status
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.mp4", "same.mp4"]
    assert (tmp_path / "same.mp4").read_bytes() == b"what was there"


def test_a_clip_without_a_face_leaves_no_film(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clip = write_clip(tmp_path / "gray.mp4", range(4))
    assert run_command(["reenact", PHOTO, "--video", str(clip), "-o", str(tmp_path / "film.mp4"), "--processes",
                        "1"]) == BAD_INPUT
    assert "shows no face" in capsys.readouterr().err
    assert not (tmp_path / "film.mp4").exists()
