"""Set-up: what it looks for, what it says, and when it has nothing to do."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import set_up  # noqa: E402


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, instead of running it."""
    run: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda words, **_: run.append([str(word) for word in words]))
    return run


def test_it_runs_on_any_python_without_a_single_package() -> None:
    answer = subprocess.run([sys.executable, "-I", "-S", str(ROOT / "scripts" / "set_up.py"), "--help"],
                            capture_output=True, check=False)
    assert answer.returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_missing_libraries_are_installed_by_root_and_named_to_others(
        monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]) -> None:
    monkeypatch.setattr(set_up, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(set_up, "_exists", lambda pattern: True)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    with pytest.raises(set_up.SetUpError, match="sudo apt-get install -y --no-install-recommends libegl1$"):
        set_up.system_libraries()
    assert commands == []
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 0)
    set_up.system_libraries()
    assert commands[-1][:2] == ["apt-get", "install"] and "libegl1" in commands[-1]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_without_apt_it_says_what_seems_missing_and_goes_on(
        monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(set_up, "_loads", lambda library: False)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: None)
    set_up.system_libraries()
    assert commands == [] and "libegl1" in capsys.readouterr().out


def test_packages_are_installed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
                                     commands: list[list[str]]) -> None:
    monkeypatch.setattr(set_up, "VENV", tmp_path / "venv")
    monkeypatch.setattr(set_up, "STAMP", tmp_path / "stamp")
    set_up.packages()
    assert any("constraints.txt" in word for words in commands for word in words)
    assert any("editable_mode=compat" in words for words in commands)  # nothing of ours is imported before main.py
    commands.clear()
    set_up.packages()
    assert commands == []
    (tmp_path / "stamp").write_text("older pins")
    set_up.packages()
    assert commands


def test_a_failing_step_is_one_line_and_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise subprocess.CalledProcessError(7, ["pip", "install"])

    monkeypatch.setattr(set_up, "system_libraries", lambda: None)
    monkeypatch.setattr(set_up, "packages", fail)
    assert set_up.main([]) == 1
    assert capsys.readouterr().out.strip() == "set-up: this failed (status 7): pip install"
