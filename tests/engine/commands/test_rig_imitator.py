"""``facewright rig imitator``: a training by words, and a picture of what was learnt."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.photo.picture import read_picture
from engine.photo.writing import write_picture
from engine.rig.database.database_file import write_database
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.weights_file import read_imitator, write_imitator


@pytest.fixture
def database(tmp_path: Path) -> Path:
    names = ["db_00000_4", "db_00001_4"]
    for name in names:
        write_picture(tmp_path / "db" / f"{name}.jpg", np.full((16, 16, 3), 90, np.uint8))
    write_database(tmp_path / "db" / "db_description", names, np.full((2, 99), 0.5))
    return tmp_path / "db"


def test_train_and_draw(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_imitator(tmp_path / "start.pth", Imitator.begun(99, (6, 5), 0))
    words = ["rig", "imitator", "train", str(database), "-o", str(tmp_path / "run"), "--start",
             str(tmp_path / "start.pth"), "--steps", "3", "--batch", "2", "--every", "2", "--json"]
    assert run_command(words) == DONE
    ended = json.loads(capsys.readouterr().out)
    assert ended["steps"] == 3 and ended["held_out"] is None and 0 < ended["difference"] < 1
    assert read_imitator(Path(ended["file"]))[1] == 3
    assert run_command(["rig", "random", "--seed", "1", "-o", str(tmp_path / "face.bytes")]) == DONE
    drawn = ["rig", "imitator", "draw", ended["file"], str(tmp_path / "face.bytes"), "-o", str(tmp_path / "face.png")]
    assert run_command(drawn) == DONE
    assert read_picture(tmp_path / "face.png").pixels.shape == (16, 16, 3)


def test_one_line_and_nothing_written(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.pth").write_bytes(b"\x80\x02cos\nsystem\n.")
    spoilt = tmp_path / "spoilt"
    shutil.copytree(database, spoilt)
    (spoilt / "db_00000_4.jpg").write_bytes(b"no picture")
    train = ["rig", "imitator", "train", str(database), "-o", str(tmp_path / "run")]
    for words, status in (([*train, "--steps", "0"], USAGE), ([*train, "--rate", "2"], USAGE),
                          ([*train, "--batch", "5000"], USAGE), ([*train, "--start", str(tmp_path / "bad.pth")],
                                                                 BAD_INPUT),
                          (["rig", "imitator", "train", str(tmp_path / "no"), "-o", str(tmp_path / "run")], BAD_INPUT),
                          (["rig", "imitator", "train", str(spoilt), "-o", str(tmp_path / "run")], BAD_INPUT),
                          (["rig", "imitator", "draw", str(tmp_path / "bad.pth"), str(tmp_path / "no.bytes"), "-o",
                            str(tmp_path / "o.png")], BAD_INPUT)):
        assert run_command(words) == status
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.pth", "db", "spoilt"]
