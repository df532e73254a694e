"""Pictures that lie on their side or stand on their head: faces are found as they are, and edited where they are."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.base.opencv import cv2
from engine.commands import DONE, run_command
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser

SAMPLES = ("neutral", "smile", "half-smile")
UPPER_LIP, LOWER_LIP, FOREHEAD = 13, 14, 151


@pytest.fixture(scope="module")
def portraits(samples: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: cv2.resize(pixels, (512, 512), interpolation=cv2.INTER_AREA) for name, pixels in samples.items()}


def turned(pixels: np.ndarray, degrees: float) -> tuple[np.ndarray, Callable[[np.ndarray], np.ndarray]]:
    """The whole picture turned clockwise, with what is then around it, and what carries old pixels to new ones."""
    height, width = pixels.shape[:2]
    side = int(np.ceil(np.hypot(width, height)))
    matrix = cv2.getRotationMatrix2D((width / 2 - 0.5, height / 2 - 0.5), -degrees, 1.0)
    matrix[:, 2] += (side - width) / 2, (side - height) / 2
    picture = cv2.warpAffine(pixels, matrix, (side, side), flags=cv2.INTER_CUBIC, borderValue=(112, 118, 110))
    return picture, lambda points: (points[:, :2] - 0.5) @ matrix[:, :2].T + matrix[:, 2] + 0.5


@pytest.mark.parametrize("degrees", [45, 90, 120, 135, 180, 225, 270, 315])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_portrait_is_found_whichever_way_up(analyser: FaceAnalyser, portraits: dict[str, np.ndarray], name: str,
                                              degrees: int) -> None:
    (upright,) = analyser.faces(portraits[name])
    picture, carry = turned(portraits[name], degrees)
    (face,) = analyser.faces(picture)
    apart = np.linalg.norm(carry(upright.landmarks) - face.landmarks[:, :2], axis=1)
    assert apart.mean() < 0.03 * upright.interocular
    assert (face.roll - upright.roll - degrees + 180) % 360 - 180 == pytest.approx(0, abs=2)
    assert face.pitch == pytest.approx(upright.pitch, abs=3) and face.yaw == pytest.approx(upright.yaw, abs=3)


def test_a_small_face_upside_down_is_found(analyser: FaceAnalyser, astronaut: np.ndarray) -> None:
    (upright,) = analyser.faces(astronaut)
    (face,) = analyser.faces(np.ascontiguousarray(astronaut[::-1, ::-1]))
    apart = np.linalg.norm(512 - upright.landmarks[:, :2] - face.landmarks[:, :2], axis=1)
    assert apart.mean() < 0.03 * upright.interocular


def test_everybody_in_a_group_upside_down_is_found(analyser: FaceAnalyser, portraits: dict[str, np.ndarray]) -> None:
    group = np.full((900, 1600, 3), (90, 110, 120), np.uint8)
    places = [(100, 520), (520, 90), (900, 560), (1300, 240)]
    heads = [*(portraits[name] for name in SAMPLES), portraits["smile"][:, ::-1]]
    for (x, y), head in zip(places, heads, strict=True):
        group[y : y + 220, x : x + 220] = cv2.resize(head, (220, 220), interpolation=cv2.INTER_AREA)
    faces = analyser.faces(np.ascontiguousarray(group[::-1, ::-1]))
    assert len(faces) == 4
    for x, y in places:
        assert sum(face.box.contains(1600 - x - 105, 900 - y - 135) and abs(face.roll) > 150 for face in faces) == 1


@pytest.mark.parametrize("name", ["neutral", "smile"])
def test_a_clear_portrait_costs_no_look_more(analyser: FaceAnalyser, samples: dict[str, np.ndarray], name: str,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    detect = analyser._detect
    monkeypatch.setattr(analyser, "_detect", lambda pixels: looks.append(pixels.shape) or detect(pixels))
    (face,) = analyser.faces(samples[name])
    assert face.score > 0.9 and len(looks) == 3, "the whole picture, and two close looks"


def test_the_mouth_opens_at_the_mouth(analyser: FaceAnalyser, portraits: dict[str, np.ndarray], tmp_path: Path,
                                      monkeypatch: pytest.MonkeyPatch, model_store: ModelStore) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    (upright,) = analyser.faces(portraits["smile"])
    picture, carry = turned(portraits["smile"], 180)
    photo, out = tmp_path / "turned.png", tmp_path / "open.png"
    Image.fromarray(picture).save(photo)
    assert run_command(["edit", str(photo), "--au", "AU26=8", "-o", str(out)]) == DONE
    written = np.asarray(Image.open(out).convert("RGB"))
    (opened,) = analyser.faces(written)
    lips, apart = carry(upright.landmarks[[UPPER_LIP, LOWER_LIP]]), opened.landmarks[[UPPER_LIP, LOWER_LIP], :2]
    gap = np.linalg.norm(apart[1] - apart[0])
    assert gap > 1.8 * np.linalg.norm(lips[1] - lips[0])
    assert apart[1, 1] < lips[1, 1], "the lower lip goes toward the chin, which is up here"
    changed = np.abs(written.astype(int) - picture).max(axis=2)
    x, y = carry(upright.landmarks[[FOREHEAD]])[0].astype(int)
    assert changed[y - 15 : y + 15, x - 15 : x + 15].max() <= 12, "a mouth is drawn on the forehead"


def test_what_is_not_found_is_told_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                   monkeypatch: pytest.MonkeyPatch, model_store: ModelStore) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    Image.new("RGB", (200, 200), (120, 130, 140)).save(tmp_path / "wall.png")
    assert run_command(["edit", str(tmp_path / "wall.png"), "--preset", "happy", "-o", str(tmp_path / "o.png")]) != DONE
    assert "turn it the right way up" in capsys.readouterr().err
