"""The generator is fetched when it is wanted: once its licence is accepted, by an option or by whoever is asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.commands import BAD_INPUT, DONE, run_command
from engine.models.store import ModelStore
from tests.engine.terminal import Terminal

GENERATOR = "mobilestylegan"
SAMPLE = ["attributes", "sample", "--seeds", "1,2", "--size", "64", "-o", "sheet.png"]


@pytest.fixture(autouse=True)
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
    return tmp_path / "models"


@pytest.fixture
def fetched(toy: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was fetched, and whether its licence was accepted; then the toy is what the store holds."""
    asked: list[tuple[str, bool]] = []

    def get(store: ModelStore, model_id: str, accept_licence: bool = False, trust: bool = False) -> Iterator[None]:
        asked.append((model_id, accept_licence))
        return
        yield

    monkeypatch.setattr(ModelStore, "get", get)
    monkeypatch.setattr("engine.generator.load.load_from_store", lambda store: toy)
    return asked


def test_without_a_word_nothing_is_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(SAMPLE) == BAD_INPUT
    said = capsys.readouterr().err
    assert "does not allow commercial use" in said and "add --accept-licence" in said
    assert not ModelStore().accepted(GENERATOR) and not Path("sheet.png").exists()


@pytest.mark.parametrize("command", [SAMPLE, ["attributes", "label", "--seeds", "1", "-o", "labels.npz"]])
def test_the_option_accepts_and_fetches(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([*command, "--accept-licence"]) == BAD_INPUT
    assert "downloads are switched off" in capsys.readouterr().err  # so it was tried
    assert ModelStore().accepted(GENERATOR)


def test_what_was_fetched_is_drawn(fetched: list[tuple[str, bool]], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([*SAMPLE, "--accept-licence"]) == DONE
    assert fetched == [(GENERATOR, True)] and Path("sheet.png").exists()
    assert "2 faces of toy" in capsys.readouterr().out


@pytest.mark.parametrize(("answer", "accepted"), [("y\n", True), ("\n", False), ("no\n", False)])
def test_at_a_terminal_somebody_is_asked(answer: str, accepted: bool, fetched: list[tuple[str, bool]],
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", asked)
    run_command(SAMPLE)
    assert fetched == [(GENERATOR, accepted)] and "must not be used commercially" in asked.getvalue()


def test_another_generator_asks_nothing(fetched: list[tuple[str, bool]], tmp_path: Path,
                                        capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.pt").write_bytes(b"PK no generator")
    assert run_command([*SAMPLE, "--generator", str(tmp_path / "other.pt"), "--accept-licence"]) == BAD_INPUT
    assert fetched == [] and "other.pt" in capsys.readouterr().err
