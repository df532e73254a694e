"""A named pipe in place of a file: one line and the exit status for bad input, at once; nobody writes into it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")


def ran(arguments: list[str], folder: Path) -> tuple[int, str]:
    answer = subprocess.run([sys.executable, str(ROOT / "main.py"), *arguments], cwd=folder, timeout=120, check=False,
                            capture_output=True, text=True, stdin=subprocess.DEVNULL,
                            env={**os.environ, "FACEWRIGHT_DATA": str(folder / "data")})
    return answer.returncode, answer.stderr


@pytest.mark.parametrize("arguments", [
    ["rig", "convert", "PIPE.json", "out.json"], ["rig", "convert", "PIPE.bytes", "out.json"],
    ["attributes", "sample", "--generator", "PIPE.pkl", "-o", "out.png"],
    ["attributes", "fit", "PIPE.npz", "-o", "out.npz"], ["measure", "PIPE.png"]],
    ids=lambda arguments: " ".join(arguments[:2]))
def test_a_pipe_is_told_and_not_waited_for(arguments: list[str], tmp_path: Path) -> None:
    pipe = next(word for word in arguments if word.startswith("PIPE"))
    os.mkfifo(tmp_path / pipe)
    status, told = ran(arguments, tmp_path)
    assert status == 3 and told == f"facewright: {pipe} is not an ordinary file\n"
    assert {path.name for path in tmp_path.iterdir()} <= {pipe, "data"}


def test_a_pipe_among_the_presets_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "data" / "presets").mkdir(parents=True)
    os.mkfifo(tmp_path / "data" / "presets" / "x.toml")
    status, _ = ran(["presets"], tmp_path)
    assert status == 0
