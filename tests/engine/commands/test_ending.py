"""However a command ends: one line at most, the right exit status, and nothing a terminal would obey."""

import builtins
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import moderngl
import numpy as np
import pytest

import main as program
from engine.base.memory import lacks_memory
from engine.commands import BAD_INPUT, CANCELLED, DONE, interrupts, run_command
from engine.commands.terminal import PlainStream, plain_streams, printable

ROOT = Path(__file__).resolve().parents[3]
FULL = pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a disk that is always full is Linux's")
SHELL = pytest.mark.skipif(os.name != "posix", reason="closing a stream from outside is a shell's")
EVERYTHING = [["--version"], ["--help"], ["edit", "--help"], ["presets"], ["models", "list", "--json"]]
ESCAPES = "\x1b]0;owned\x07\x1b[31mred\x9b2J\u202egnp.exe\r"


def shell(arguments: list[str], redirected: str) -> "subprocess.CompletedProcess[bytes]":
    program = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(["sh", "-c", f'exec "$@" {redirected}', "sh", *program], capture_output=True, check=False)


# ---- output that does not go through

@FULL
@pytest.mark.parametrize("arguments", EVERYTHING, ids=" ".join)
def test_a_full_output_is_one_line_and_3(arguments: list[str]) -> None:
    ended = shell(arguments, "> /dev/full")
    assert (ended.returncode, ended.stderr) == (
        BAD_INPUT, b"facewright: <stdout>: cannot be written: No space left on device\n")


@SHELL
@pytest.mark.parametrize("arguments", EVERYTHING, ids=" ".join)
def test_a_closed_output_is_one_line_and_3(arguments: list[str]) -> None:
    ended = shell(arguments, ">&-")
    assert (ended.returncode, ended.stderr) == (
        BAD_INPUT, b"facewright: <stdout>: cannot be written: Bad file descriptor\n")


@SHELL
def test_a_command_that_says_nothing_needs_no_output(tmp_path: Path) -> None:
    ended = shell(["rig", "random", "--seed", "3", "--json", "-o", str(tmp_path / "a.json")], "<&- 2>&-")
    assert ended.returncode == DONE and json.loads(ended.stdout)["seed"] == 3
    assert (tmp_path / "a.json").is_file()


@FULL
def test_errors_that_nobody_can_be_told_change_no_status() -> None:
    assert shell(["presets"], "2> /dev/full").returncode == DONE
    assert shell(["edit"], "2> /dev/full").returncode == 2
    assert shell(["edit"], "2>&-").returncode == 2


@SHELL
@pytest.mark.parametrize("arguments", EVERYTHING, ids=" ".join)
def test_a_reader_that_has_gone_is_no_failure(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run([sys.executable, str(ROOT / "main.py"), *arguments], stdout=writing, stderr=subprocess.PIPE,
                           check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (DONE, b"")


# ---- Ctrl-C

@pytest.mark.parametrize("module", ["engine.commands", "engine.commands.parser",
                                    "engine.commands.presets", "engine.expression.presets"])
def test_ctrl_c_while_anything_is_imported(module: str, monkeypatch: pytest.MonkeyPatch,
                                           capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(usual: Callable[..., Any]) -> Callable[..., Any]:
        def importing(name: str, *others: Any, **named: Any) -> Any:
            if name == module:
                raise KeyboardInterrupt
            return usual(name, *others, **named)

        return importing

    monkeypatch.setattr(builtins, "__import__", interrupted(builtins.__import__))
    monkeypatch.setattr(importlib, "import_module", interrupted(importlib.import_module))
    status = program.main(["presets"])
    monkeypatch.undo()
    assert (status, capsys.readouterr().err) == (CANCELLED, "facewright: cancelled\n")


@pytest.mark.parametrize("made_of_it", [RuntimeError("a library's own words"), ImportError("numpy")])
def test_ctrl_c_that_a_library_takes_for_a_failure_of_its_own(made_of_it: Exception, monkeypatch: pytest.MonkeyPatch,
                                                             capsys: pytest.CaptureFixture[str]) -> None:
    def in_a_library(_: object) -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except BaseException:
            raise made_of_it from None

    with listening(monkeypatch):
        monkeypatch.setattr("engine.commands.presets.presets", in_a_library)
        assert run_command(["presets"]) == CANCELLED
    assert capsys.readouterr().err == "facewright: cancelled\n"


def test_ctrl_c_that_is_lost_ends_the_job_at_its_next_step(monkeypatch: pytest.MonkeyPatch,
                                                           capsys: pytest.CaptureFixture[str]) -> None:
    from engine.base.jobs import Job, Progress
    from engine.base.text import Text
    from engine.commands.output import finish

    class Lost:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def work() -> Job[None]:
        Lost()
        yield Progress(1, 2, Text("drawing"))
        raise AssertionError("went on")

    with listening(monkeypatch):
        monkeypatch.setattr("engine.commands.presets.presets", lambda _: finish(work()))
        assert run_command(["presets"]) == CANCELLED
    assert capsys.readouterr().err == "facewright: cancelled\n"


@SHELL
def test_other_ends_have_the_shells_status(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with listening(monkeypatch):
        monkeypatch.setattr("engine.commands.presets.presets", lambda _: signal.raise_signal(signal.SIGTERM))
        assert run_command(["presets"]) == 128 + signal.SIGTERM
    assert capsys.readouterr().err == "facewright: cancelled\n"


class listening:  # noqa: N801 - a context
    """What a program of its own has from its start, for the time of a test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(interrupts, "_arrived", [])
        self._hooks = sys.unraisablehook, __import__("threading").excepthook
        self._signals = {number: signal.getsignal(number)
                         for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))}

    def __enter__(self) -> None:
        interrupts.listen()

    def __exit__(self, *_: object) -> None:
        sys.unraisablehook, __import__("threading").excepthook = self._hooks
        for number, handler in self._signals.items():
            signal.signal(number, handler)


# ---- little memory

@pytest.mark.parametrize(("error", "expected"), [
    (MemoryError(), True), (OSError(12, "Cannot allocate memory"), True),
    (RuntimeError("can't start new thread"), True),
    (moderngl.Error("the framebuffer is not complete (GL_FRAMEBUFFER_UNSUPPORTED)"), True),
    (ImportError("libtorch.so: failed to map segment from shared object"), True),
    (RuntimeError("[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried "
                  "to allocate 4 bytes. Error code 12 (Cannot allocate memory)"), True),
    (RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"), True),
    (RuntimeError("std::bad_alloc"), True),
    (ValueError("out of memory"), False), (RuntimeError("out of memory.png cannot be read"), False),
    (RuntimeError("/photos/std::bad_alloc/a.png"), False),
    (FileNotFoundError(2, "No such file", "bad_alloc.png"), False),
    (RuntimeError("a.png: not enough memory.png: cannot be read"), False),
    (ImportError("cannot import name 'x' from 'out of memory' (/failed to map segment from/x.py)"), False),
    (KeyError("unable to allocate"), False),
    (ValueError("a picture"), False), (OSError(28, "No space left on device"), False)])
def test_a_library_that_lacks_memory(error: Exception, expected: bool, monkeypatch: pytest.MonkeyPatch,
                                     capsys: pytest.CaptureFixture[str]) -> None:
    assert lacks_memory(error) is expected
    outer = ValueError("something else")
    outer.__cause__ = error
    assert lacks_memory(outer) is expected

    def fail(_: object) -> None:
        raise error

    monkeypatch.delenv("FACEWRIGHT_DEBUG", raising=False)
    monkeypatch.setattr("engine.commands.presets.presets", fail)
    status = run_command(["presets"])
    said = capsys.readouterr().err
    assert ("there is not enough memory for this" in said) is expected and len(said.splitlines()) == 1
    assert status == BAD_INPUT or not expected


def test_types_of_libraries_that_have_one() -> None:
    import torch

    from engine.base.opencv import cv2

    assert lacks_memory(torch.OutOfMemoryError("anything"))
    with pytest.raises(cv2.error) as full:
        cv2.resize(np.zeros((4, 4), np.uint8), (2**30, 2**20))
    assert lacks_memory(full.value)
    with pytest.raises(cv2.error) as other:
        cv2.resize(np.zeros((0, 4), np.uint8), (4, 4))
    other.value.args = ("Insufficient memory: failed to allocate 9 bytes",)
    assert not lacks_memory(other.value)


@pytest.mark.parametrize(("printed", "expected"), [
    ("Traceback\n  x\nMemoryError: Unable to allocate 4 GiB", True), ("RuntimeError: std::bad_alloc", True),
    ("terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc", True),
    ("onnxruntime.capi.onnxruntime_pybind11_state.RuntimeException: [ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : "
     "std::bad_alloc", True),
    ("opened /photos/out of memory.png\nKeyError: 'bad_alloc'", False),
    ("cannot allocate memory.png: not found", False)])
def test_what_a_dead_process_printed(printed: str, expected: bool) -> None:
    from engine.base.memory import printed_of_memory

    assert printed_of_memory(printed) is expected


# ---- what terminals would obey

def test_a_preset_cannot_command_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "presets"
    folder.mkdir()
    (folder / "evil.toml").write_text(
        'format = "facewright-preset"\nversion = 1\nlabel = "' + "".join(f"\\u{ord(sign):04x}" for sign in ESCAPES)
        + '"\n[values]\nAU12L = 3\n', encoding="utf-8")
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path))
    assert run_command(["presets"]) == DONE
    out, err = capsys.readouterr()
    shown = out + err
    assert "\\u001b[31mred\\u009b2J\\u202egnp.exe\\u000d" in shown
    assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e\r")
    assert run_command(["presets", "--json"]) == DONE
    evil = [one for one in json.loads(capsys.readouterr().out) if one["id"] == "evil"]
    assert [one["label"] for one in evil] == [ESCAPES]


def test_a_files_name_cannot_command_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["measure", str(tmp_path / "a\x1b[2J\u202e.png")]) == BAD_INPUT
    said = capsys.readouterr().err
    assert "a\\u001b[2J\\u202e.png" in said and "\x1b" not in said


def test_plain_text_of_every_script_stays_as_it_is() -> None:
    text = "Zoë 小明 Анна عربي 😀 ±3°\n\tdone"
    assert printable(text) == text
    assert json.loads(printable(json.dumps("a\x9b\u202e\udcff", ensure_ascii=False))) == "a\x9b\u202e\udcff"


def test_a_name_that_an_output_cannot_spell_is_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with open(path, "w", encoding="ascii") as file:
        PlainStream(file, needed=True).write("Zoë \udcff\n")
    assert path.read_text() == "Zo\\xeb \\udcff\n"


def test_streams_are_given_back() -> None:
    before = sys.stdout, sys.stderr
    with plain_streams(), plain_streams():
        assert isinstance(sys.stdout, PlainStream)
    assert (sys.stdout, sys.stderr) == before
