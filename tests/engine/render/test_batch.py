"""Presets on many photos as one job, with an engine that paints flat colours."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.presets import Preset, find_preset
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, read_picture
from engine.render.batch import CONTACT_SHEET, PhotoDone, batch
from engine.render.pictures import FinishedPicture
from engine.render.request import LIVE, Rendering
from engine.systems import refusal


class Painter:
    """Opens every path but those called broken; a look's picture is as bright as the look has values."""

    def __init__(self) -> None:
        self.photos = self.pictures = self
        self.refusal = refusal
        self.open_photos: list[str] = []
        self.renderers: set[str] = set()

    def open(self, path: Path) -> Job[OpenPhoto]:
        yield Progress(0, 1, Text("reading"))
        if path.stem == "broken":
            raise EngineError(f"{path} is no picture")
        pixels = np.zeros((40, 30, 3), np.uint8)
        self.open_photos.append(path.stem)
        return OpenPhoto(Picture(pixels, pixels, None, path.stem, path, "PNG"), ())

    def forget(self, photo_id: str) -> None:
        self.open_photos.remove(photo_id)

    def finish(self, photo_id: str, looks: Mapping[int, Look], rendering: Rendering) -> Job[FinishedPicture]:
        self.renderers.add(rendering.renderer)
        yield Progress(1, 2, Text("drawing"))
        return FinishedPicture(np.full((40, 30, 3), 10 * len(looks[0]), np.uint8), (Text("quickly"),))

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   rendering: Rendering = LIVE) -> Job[list[np.ndarray]]:
        self.renderers.add(rendering.renderer)
        yield Progress(0, len(looks))
        return [np.full((size, size, 3), 10 * len(look), np.uint8) for look in looks]


PRESETS = [find_preset("happy"), find_preset("sad")]
PHOTOS = [Path("a.png"), Path("broken.png"), Path("sub/a.jpg")]


def test_every_preset_of_every_photo_is_written_and_failures_are_told(tmp_path: Path) -> None:
    engine, told, shares = Painter(), list[PhotoDone](), list[float]()
    report = run(batch(engine, PHOTOS, PRESETS, tmp_path, failed=told.append),  # type: ignore[arg-type]
                 lambda progress: shares.append(progress.done / progress.total))
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png")) == [
        CONTACT_SHEET, "happy/a-2.png", "happy/a.png", "sad/a-2.png", "sad/a.png"]
    for preset in PRESETS:
        assert (read_picture(tmp_path / preset.id / "a.png").pixels == 10 * len(preset.look)).all()
    assert [photo.photo for photo in report.failed] == [PHOTOS[1]] and told == list(report.failed)
    assert report.photos[2].outputs == (tmp_path / "happy" / "a-2.png", tmp_path / "sad" / "a-2.png")
    assert report.sheet == tmp_path / CONTACT_SHEET and engine.open_photos == [] and report.notes == ("quickly",)
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] == 1


def test_a_photo_that_an_editor_shows_stays_open(tmp_path: Path) -> None:
    engine = Painter()
    run(batch(engine, PHOTOS[:1], PRESETS[:1], tmp_path, keep=lambda photo: photo == "a"))  # type: ignore[arg-type]
    assert engine.open_photos == ["a"]


def test_a_stopped_batch_closes_its_photo_and_keeps_what_is_done(tmp_path: Path) -> None:
    engine = Painter()
    job = batch(engine, PHOTOS[:1], PRESETS, tmp_path)  # type: ignore[arg-type]
    while not (tmp_path / "happy" / "a.png").exists():
        next(job)
    job.close()
    assert engine.open_photos == [] and not (tmp_path / CONTACT_SHEET).exists()


def test_the_renderer_draws_pictures_and_thumbnails_and_refuses_first(tmp_path: Path) -> None:
    engine = Painter()
    run(batch(engine, PHOTOS[:1], PRESETS, tmp_path, rendering=Rendering("magicface")))  # type: ignore[arg-type]
    assert engine.renderers == {"live", "magicface"}  # the source's thumbnail needs no model
    odd = Preset("odd", "Odd", Look((("cheekPuff", 0.5),)))
    with pytest.raises(UsageError, match="preset odd: .*cheekPuff"):
        run(batch(Painter(), PHOTOS[:1], [odd], tmp_path / "none", rendering=Rendering("magicface")))  # type: ignore[arg-type]
    assert not (tmp_path / "none").exists()


def test_a_photo_that_lies_where_its_result_would_go_is_not_written_over(tmp_path: Path) -> None:
    photo, engine = tmp_path / "happy" / "a.png", Painter()
    photo.parent.mkdir()
    photo.write_bytes(b"a photo")
    with pytest.raises(UsageError, match="never written over"):
        run(batch(engine, [Path("b.png"), photo], PRESETS, tmp_path / "sad" / ".."))  # type: ignore[arg-type]
    assert [path for path in tmp_path.rglob("*.png")] == [photo] and photo.read_bytes() == b"a photo"


def test_a_photo_that_is_its_result_under_another_name_is_not_written_over(tmp_path: Path) -> None:
    photo, other = tmp_path / "a.png", tmp_path / "happy" / "a.png"
    photo.write_bytes(b"a photo")
    other.parent.mkdir()
    other.hardlink_to(photo)
    with pytest.raises(UsageError, match="never written over"):
        run(batch(Painter(), [photo], PRESETS, tmp_path))  # type: ignore[arg-type]


def test_names_too_long_for_a_file_are_shortened_by_whole_characters(tmp_path: Path) -> None:
    photos = [Path("长" * 85), Path("a" * 255), Path("b" * 250 + ".jfif"), Path("c" * 251 + ".jpg"),
              Path("sub") / ("c" * 251 + ".png")]
    report = run(batch(Painter(), photos, PRESETS[:1], tmp_path))  # type: ignore[arg-type]
    assert [path.name for done in report.photos for path in done.outputs] == [
        "长" * 83 + ".png", "a" * 251 + ".png", "b" * 250 + ".png", "c" * 251 + ".png", "c" * 249 + "-2.png"]
    assert all(path.is_file() for done in report.photos for path in done.outputs)


def test_nothing_done_makes_no_sheet(tmp_path: Path) -> None:
    report = run(batch(Painter(), PHOTOS[1:2], PRESETS, tmp_path))  # type: ignore[arg-type]
    assert report.sheet is None and len(report.failed) == 1 and list(tmp_path.iterdir()) == []
