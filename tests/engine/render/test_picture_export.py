"""Writing an edited picture beside whatever is drawn meanwhile."""

import threading
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import Cancelled
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
