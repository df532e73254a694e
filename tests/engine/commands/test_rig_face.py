"""`--face`: which of a photo's faces a head is made of."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.jobs import Job, Progress
from engine.base.paths import RESOURCES
from engine.commands import BAD_INPUT, DONE, run_command
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import read_picture
from engine.photo.writing import write_picture
from engine.rig.face_rigs import FaceRigs
from engine.rig.files.bytes_file import write_bytes
from engine.rig.schema import load_schema


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A photo of two faces, the second one smaller."""
    pixels = read_picture(RESOURCES / "samples" / "neutral.jpg").pixels
    small = pixels[::2, ::2]
    whole = np.full((pixels.shape[0], pixels.shape[1] + small.shape[1], 3), 128, np.uint8)
    whole[:, :pixels.shape[1]] = pixels
    whole[:small.shape[0], pixels.shape[1]:] = small
    write_picture(tmp_path / "two.png", whole)
    return tmp_path / "two.png"


def recorded(told: list[int], place: int, result: Any) -> Callable[..., Job[Any]]:
    """Tells which face it was asked for: the argument at a place."""
    def instead(rigs: FaceRigs, *arguments: Any, **more: Any) -> Job[Any]:
        told.append(arguments[place])
        yield Progress(0, 1)
        return result
    return instead


def test_the_face_that_is_named_is_the_one_that_is_taken(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    head, told = str(tmp_path / "head.bytes"), []
    write_bytes(Path(head), load_schema("face-nn").defaults("female"))
    monkeypatch.setattr(FaceRigs, "draw", recorded(told, 3, np.zeros((64, 64, 4), np.uint8)))
    monkeypatch.setattr(FaceRigs, "export", recorded(told, 3, []))
    render = ["rig", "render", head, "--colours-from", str(two), "--size", "64", "-o", str(tmp_path / "h.png")]
    assert run_command(render) == DONE and run_command([*render, "--face", "1"]) == DONE and told == [0, 1]
    export = ["rig", "export", head, "--colours-from", str(two), "--face", "1", "-o", str(tmp_path / "h.obj")]
    assert run_command(export) == DONE and told == [0, 1, 1]
    (tmp_path / "h.png").unlink()
    capsys.readouterr()
    assert run_command([*render, "--face", "2"]) == BAD_INPUT
    error = capsys.readouterr().err
    assert "face 2" in error and error.count("\n") == 1 and told == [0, 1, 1] and not (tmp_path / "h.png").exists()


def test_a_fit_is_of_the_face_that_is_named(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boxes: list[float] = []
    fit = FaceRigs.fit

    def of(rigs: FaceRigs, photo_id: str, face: int, schema: str, shape: str = "") -> Job[Any]:
        photo: OpenPhoto = rigs._photos[photo_id]
        boxes.append(photo.faces[face].box.x0)
        return fit(rigs, photo_id, face, schema, shape)

    monkeypatch.setattr(FaceRigs, "fit", of)
    for face in ("0", "1"):
        assert run_command(["rig", "fit", str(two), "--face", face, "-o", str(tmp_path / f"{face}.bytes")]) == DONE
    width = read_picture(RESOURCES / "samples" / "neutral.jpg").pixels.shape[1]
    assert boxes[0] < width <= boxes[1] + 5
    assert (tmp_path / "0.bytes").read_bytes() != (tmp_path / "1.bytes").read_bytes()
