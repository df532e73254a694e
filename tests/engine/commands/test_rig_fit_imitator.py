"""``facewright rig fit --method imitator``: what it refuses before anything is drawn."""

from pathlib import Path

import pytest
import torch

from engine.base.paths import RESOURCES
from engine.commands import BAD_INPUT, USAGE, run_command
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.weights_file import write_imitator

SAMPLE = RESOURCES / "samples" / "neutral.jpg"


def test_one_line_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_imitator(tmp_path / "i.pth", Imitator.begun(99, (4, 3), 0))
    torch.save({"state_dict": {}}, tmp_path / "l.tar")
    fit = ["rig", "fit", str(SAMPLE), "-o", str(tmp_path / "o.bytes")]
    by_imitator = [*fit, "--method", "imitator"]
    own = ["--imitator", str(tmp_path / "i.pth")]
    for words, status, said in (
            ([*fit, *own], USAGE, "--method imitator"), ([*fit, "--steps", "5"], USAGE, "--method imitator"),
            ([*by_imitator, *own, "--steps", "0"], USAGE, "1 to"),
            ([*by_imitator, *own, "--schema", "facewright-head"], USAGE, "face-nn"),
            ([*by_imitator, "--imitator", str(SAMPLE)], BAD_INPUT, "neutral.jpg"),
            ([*by_imitator, *own, "--lightcnn", str(tmp_path / "l.tar")], BAD_INPUT, "l.tar")):
        assert run_command(words) == status
        told = capsys.readouterr().err.strip()
        assert said in told and len(told.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["i.pth", "l.tar"]
