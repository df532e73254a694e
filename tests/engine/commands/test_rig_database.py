"""``facewright rig database``: drawn by processes of their own, and what it says of a folder."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.photo.picture import read_picture
from engine.rig.database.database_file import encode_database
from engine.rig.database.draws import TRAIN, drawn_values
from engine.rig.database.rendered import databases_in


def test_pictures_and_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "db"
    words = ["rig", "database", str(folder), "--seed", "3", "--size", "64", "--test", "0.25", "--processes", "2"]
    assert run_command([*words, "--count", "4"]) == DONE
    assert f"{folder / 'trainset_female'}: 3 pictures of 64 x 64" in capsys.readouterr().out
    first = sorted(path.read_bytes() for path in folder.rglob("*.jpg"))
    assert len(set(first)) == 4
    assert (folder / "trainset_female" / "db_description").read_bytes() == encode_database(
        ["db_00000_4", "db_00001_4", "db_00002_4"], np.stack([drawn_values(3, TRAIN, index) for index in range(3)]))
    corner = read_picture(folder / "trainset_female" / "db_00000_4.jpg").pixels[2, 2]
    assert np.abs(corner.astype(int) - 128).max() < 6
    (folder / "trainset_female" / "db_00001_4.jpg").unlink()
    assert run_command([*words, "--count", "4", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["drawn"] == 1
    assert sorted(path.read_bytes() for path in folder.rglob("*.jpg")) == first
    assert len(databases_in(folder)["trainset_female"]) == 3


def test_one_line_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "db"
    for words, status in ((["--count", "0"], USAGE), (["--count", "200000"], USAGE), ([], BAD_INPUT),
                          (["--count", "2", "--test", "1"], USAGE), (["--count", "2", "--size", "8"], USAGE),
                          (["--count", "2", "--processes", "0"], USAGE)):
        assert run_command(["rig", "database", str(folder), *words]) == status
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not folder.exists()
