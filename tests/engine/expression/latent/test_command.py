"""The command line with the latent renderer: what is refused, and when."""

from pathlib import Path

import pytest

from engine.base.look import Look
from engine.commands import BAD_INPUT, USAGE, run_command
from engine.systems import LOOK_CONTROLS, refusal
from tests.engine.commands.test_command_runs import SAMPLE


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "none"))


def edit(tmp_path: Path, *options: str) -> int:
    return run_command(["edit", str(SAMPLE), "--renderer", "latent", *options, "-o", str(tmp_path / "out.png")])


def test_without_the_generator_it_says_so_and_writes_nothing(tmp_path: Path,
                                                             capsys: pytest.CaptureFixture[str]) -> None:
    assert edit(tmp_path, "--au", "AU12=4") == BAD_INPUT
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1 and "mobilestylegan" in said.lower()
    assert not (tmp_path / "out.png").exists()


def test_magicfaces_options_are_not_its(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert edit(tmp_path, "--au", "AU12=4", "--steps", "5") == USAGE
    assert "--renderer magicface only" in capsys.readouterr().err


def test_each_renderer_is_asked_for_itself() -> None:
    look = Look.of(LOOK_CONTROLS, {"AU6": 4, "blink": 5})
    magicface = refusal("magicface", look)
    assert refusal("live", look) is None and refusal("latent", look) is None and magicface is not None
    assert "blink" in magicface.message and "AU6" not in magicface.message
