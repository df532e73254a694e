"""Writing an edited picture beside whatever is drawn meanwhile."""

import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import run
from engine.photo import writing
from engine.photo.picture import Picture, read_picture
from engine.render.picture_export import export_picture, exporting


@pytest.fixture
def picture() -> Picture:
    pixels = np.full((30, 40, 3), 90, np.uint8)
    return Picture(pixels, pixels, None, "a" * 64, None, "PNG")


def test_it_is_written_and_read_back(picture: Picture, tmp_path: Path) -> None:
    edited = np.full((30, 40, 3), 200, np.uint8)
    assert "found the same" in run(exporting(picture, edited, tmp_path / "out.png"))
    assert (read_picture(tmp_path / "out.png").pixels == 200).all()


@pytest.mark.parametrize("suffix", [".tif", ".png"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_deep_picture_is_written_and_read_back_some_rows_at_a_time(tmp_path: Path, suffix: str,
                                                                     channels: int) -> None:
    edited = np.random.default_rng(4).integers(0, 65536, (8000, 1200 // channels, channels), np.uint16)
    shown = np.zeros((8000, 1200 // channels, 3), np.uint8)
    picture = Picture(shown, edited + np.uint16(1), None, "a" * 64, None, "TIFF")
    path = tmp_path / f"out{suffix}"
    export_picture(picture, edited[:100], path)  # what is loaded once
    tracemalloc.start()
    said = export_picture(picture, edited, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "found the same" in said
    assert peak < 0.75 * edited.nbytes, f"{peak / edited.nbytes:.2f} of the picture"
    assert np.array_equal(read_picture(path).native, edited)


@pytest.mark.parametrize("name", ["out.tif", "out.png", "out.webp", "out.bmp"])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_what_did_not_arrive_as_it_was_written_is_told(picture: Picture, tmp_path: Path, name: str, kind: type,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    path, edited = tmp_path / name, np.random.default_rng(3).integers(0, 255, (64, 48, 3)).astype(kind)

    def faulty(fault: Callable[[Path], object]) -> None:
        def write(*arguments: Any) -> None:
            writing.write_picture(*arguments)
            fault(path)

        monkeypatch.setattr("engine.render.picture_export.write_picture", write)

    faulty(lambda path: path.write_bytes(path.read_bytes()[:-300]))
    with pytest.raises(EngineError, match="damaged"):
        export_picture(picture, edited, path)
    faulty(lambda path: writing.write_picture(path, edited[:-1]))
    with pytest.raises(EngineError, match="another size"):
        export_picture(picture, edited, path)
    if kind == np.uint8 or name in ("out.tif", "out.png"):
        other = edited.copy()
        other[-1, -1, -1] += 1
        faulty(lambda path: writing.write_picture(path, other))
        with pytest.raises(EngineError, match="other pixels"):
            export_picture(picture, edited, path)


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
    path, gate, encoding, encode = tmp_path / "out.png", threading.Event(), threading.Event(), writing.write_into

    def slow(*arguments: object, **named: object) -> None:
        encoding.set()
        assert gate.wait(30)
        encode(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "write_into", slow)
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
