"""Writing an edited picture beside whatever is drawn meanwhile."""

import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import run
from engine.photo import writing
from engine.photo.picture import Picture, read_picture
from engine.render.picture_export import exporting


@pytest.fixture
def picture() -> Picture:
    pixels = np.full((30, 40, 3), 90, np.uint8)
    return Picture(pixels, pixels, None, "a" * 64, None, "PNG")


def test_it_is_written_and_read_back(picture: Picture, tmp_path: Path) -> None:
    edited = np.full((30, 40, 3), 200, np.uint8)
    assert "found the same" in run(exporting(picture, edited, tmp_path / "out.png"))
    assert (read_picture(tmp_path / "out.png").pixels == 200).all()


@pytest.mark.parametrize("fault", (lambda data: data[:len(data) // 2], lambda data: data[:-2]))
def test_a_jpeg_that_did_not_arrive_whole_is_told(picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                  fault: Callable[[bytes], bytes]) -> None:
    edited = np.random.default_rng(3).integers(0, 255, (64, 48, 3), np.uint8)
    assert "64" in run(exporting(picture, edited, tmp_path / "out.jpg"))
    monkeypatch.setattr("engine.render.picture_export.read_bytes", lambda path: fault(path.read_bytes()))
    with pytest.raises(EngineError, match="damaged"):
        run(exporting(picture, edited, tmp_path / "out.jpg"))


def test_a_jpeg_is_looked_over_without_its_pixels(tmp_path: Path) -> None:
    from PIL import Image

    from engine.photo.jpeg_file import look_over

    path = tmp_path / "large.jpg"
    Image.effect_noise((2048, 1024), 40).convert("RGB").save(path, quality=95)
    tracemalloc.start()
    assert look_over(path.read_bytes(), path.name) == (2048, 1024)
    peak = tracemalloc.get_traced_memory()[1] - path.stat().st_size
    tracemalloc.stop()
    assert peak < 2048 * 1024  # of 3 bytes each


def test_an_export_that_is_stopped_while_it_writes_replaces_nothing(picture: Picture, tmp_path: Path,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    path, gate, encoding, encode = tmp_path / "out.png", threading.Event(), threading.Event(), writing.encode_picture

    def slow(*arguments: object) -> bytes:
        encoding.set()
        assert gate.wait(30)
        return encode(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "encode_picture", slow)
    path.write_bytes(b"mine")
    job = exporting(picture, np.full((30, 40, 3), 200, np.uint8), path)
    step = None
    while not encoding.is_set():  # every step is waited for, nothing is polled
        step = next(job).waiting
        if step is not None and not encoding.wait(30):
            step.result(30)
    job.close()
    gate.set()
    assert step is not None
    with pytest.raises(Cancelled):
        step.result(30)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.png"] and path.read_bytes() == b"mine"
