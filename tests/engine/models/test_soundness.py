"""Whether a model's file is the pinned one: by its content, whatever its size and times say."""

import hashlib
import os
from pathlib import Path

import pytest

from engine.models import soundness
from engine.models.catalogue import ModelFile
from engine.models.soundness import is_sound, stamp_of

GOOD, EVIL = b"good weights", b"evil weights"
FILE = ModelFile("a.onnx", len(GOOD), hashlib.sha256(GOOD).hexdigest())


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(soundness, "_found_sound", {})
    path = tmp_path / "models" / "a" / "a.onnx"
    path.parent.mkdir(parents=True)
    path.write_bytes(GOOD)
    return path


def test_another_content_of_the_same_size_and_time_is_found_out(model: Path) -> None:
    assert is_sound(model, FILE)
    times = model.stat()
    model.write_bytes(EVIL)
    os.utime(model, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not is_sound(model, FILE)


def test_another_file_put_in_its_place_is_found_out(model: Path) -> None:
    assert is_sound(model, FILE)
    times, other = model.stat(), model.with_name("other")
    other.write_bytes(EVIL)
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    os.replace(other, model)
    assert not is_sound(model, FILE)


def test_nothing_in_the_folder_of_models_says_that_a_file_is_sound(model: Path) -> None:
    assert is_sound(model, FILE)
    assert [path for path in model.parents[1].rglob("*") if path.is_file()] == [model]
    assert stamp_of(model).is_file() and model.parents[1] not in stamp_of(model).parents


def test_it_is_hashed_once(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_sound(model, FILE)
    monkeypatch.setattr(soundness, "hash_file", lambda *_: pytest.fail("hashed again"))
    assert is_sound(model, FILE)
    soundness._found_sound.clear()  # another process
    assert is_sound(model, FILE)
    soundness._found_sound.clear()
    stamp_of(model).unlink()
    stamp_of(model).mkdir()  # stamps that cannot be read or written
    monkeypatch.undo()
    assert is_sound(model, FILE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_is_not_waited_for(model: Path) -> None:
    model.unlink()
    os.mkfifo(model)
    assert not is_sound(model, FILE)
