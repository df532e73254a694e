"""Cartoons are told from photos, so that the artist knows why painted teeth do not match."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.base.opencv import cv2
from engine.commands import DONE, run_command
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.drawn import DRAWN, drawn

HAIR, SKIN, LINE = (90, 55, 35), (245, 205, 175), (60, 40, 30)


def cartoon() -> Image.Image:
    """A face in flat colours, 512 x 512, smooth edges."""
    times = 4
    picture = Image.new("RGB", (512 * times, 512 * times), (200, 225, 240))
    pen = ImageDraw.Draw(picture)

    def at(*values: float) -> list[float]:
        return [value * times for value in values]

    pen.ellipse(at(110, 50, 402, 330), fill=HAIR)
    pen.ellipse(at(135, 90, 377, 440), fill=SKIN, outline=LINE, width=4 * times)
    pen.polygon(at(120, 190, 256, 100, 392, 190, 370, 90, 256, 50, 140, 90), fill=HAIR)
    for x in (200, 312):
        pen.ellipse(at(x - 38, 210, x + 38, 270), fill=(255, 255, 255), outline=LINE, width=4 * times)
        pen.ellipse(at(x - 18, 218, x + 18, 262), fill=(70, 120, 170))
        pen.ellipse(at(x - 9, 230, x + 9, 250), fill=(10, 10, 10))
        pen.arc(at(x - 45, 175, x + 45, 235), 200, 340, fill=LINE, width=9 * times)
    pen.line(at(256, 250, 242, 315, 264, 320), fill=(170, 110, 80), width=4 * times)
    pen.chord(at(200, 330, 312, 400), 10, 170, fill=(170, 50, 60), outline=(90, 30, 30), width=3 * times)
    return picture.resize((512, 512), Image.Resampling.LANCZOS)


def poster(pixels: np.ndarray) -> np.ndarray:
    """A photo in five tones."""
    smooth = cv2.resize(pixels, (512, 512), interpolation=cv2.INTER_AREA)
    for _ in range(6):
        smooth = cv2.bilateralFilter(smooth, 9, 40, 9)
    return ((smooth // 52) * 52 + 26).astype(np.uint8)


def test_a_cartoon_and_a_poster_are_drawings(analyser: FaceAnalyser, samples: dict[str, np.ndarray]) -> None:
    for pixels in (np.asarray(cartoon()), poster(samples["smile"])):
        (face,) = analyser.faces(pixels)
        assert drawn(pixels, face)


@pytest.mark.parametrize("way", ["as it is", "dark", "pale", "soft", "badly compressed", "small"])
def test_photos_are_not(analyser: FaceAnalyser, samples: dict[str, np.ndarray], astronaut: np.ndarray,
                        way: str) -> None:
    for photo in (*samples.values(), astronaut):
        pixels = photo
        if way == "dark":
            pixels = (photo * 0.15).astype(np.uint8)
        if way == "pale":
            pixels = (photo * 0.3 + 150).astype(np.uint8)
        if way == "soft":
            pixels = cv2.bilateralFilter(cv2.bilateralFilter(photo, 15, 35, 15), 15, 35, 15)
        if way == "badly compressed":
            pixels = cv2.imdecode(cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, 20])[1], cv2.IMREAD_COLOR)
        if way == "small":
            pixels = cv2.resize(photo, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
        assert not any(drawn(pixels, face) for face in analyser.faces(pixels))


@pytest.mark.parametrize("area", [(0.3, 0.5, 0.65, 0.95), (0.57, 0.4, 0.8, 0.9), (0, 0.5, 1, 1)],
                         ids=["cup", "telephone", "end missing"])
def test_a_photo_with_something_flat_before_the_face_is_none(samples: dict[str, np.ndarray], analyser: FaceAnalyser,
                                                             area: tuple[float, float, float, float]) -> None:
    photo = samples["neutral"]
    (face,) = analyser.faces(photo)
    height, width = photo.shape[:2]
    covered = photo.copy()
    covered[round(area[1] * height) : round(area[3] * height), round(area[0] * width) : round(area[2] * width)] = 128
    assert not drawn(covered, face)


def test_the_artist_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
                            model_store: ModelStore) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    cartoon().save(tmp_path / "cartoon.png")
    assert run_command(["edit", str(tmp_path / "cartoon.png"), "--preset", "happy", "--json", "-o",
                        str(tmp_path / "happy.png")]) == DONE
    said = capsys.readouterr()
    assert DRAWN in said.err and DRAWN in json.loads(said.out)["notes"]
