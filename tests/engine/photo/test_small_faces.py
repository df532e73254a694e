"""Small faces in large photos, at the photo's edge too; and no faces where there are none."""

from itertools import product

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.photo import proposals
from engine.photo.analyser import FaceAnalyser

WIDTH, HEIGHT = 6000, 4000
HEIGHT_IN_PICTURE = 0.66
"""A face's height, hairline to chin, as a share of the sample portraits."""


def landscape(width: int, height: int) -> np.ndarray:
    """(height, width, 3): noise of every size, as a blurred garden has it."""
    random, picture = np.random.default_rng(4), np.zeros((height, width, 3), np.float32)
    for cells in (6, 24, 96, 384):
        noise = random.normal(0, 1, (max(2, cells * height // width), cells, 3)).astype(np.float32)
        picture += cv2.resize(noise, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(16)
    return np.clip(picture + (105, 118, 98), 0, 255).astype(np.uint8)


def put(photo: np.ndarray, portrait: np.ndarray, centre: tuple[float, float], face: float) -> None:
    """Lay a portrait into the photo, its edges soft, its face `face` pixels high; it may reach over the edge."""
    side = round(face / HEIGHT_IN_PICTURE)
    small = cv2.resize(portrait, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32)
    y, x = np.mgrid[:side, :side] / side - 0.5
    opaque = np.clip((1 - 2 * np.hypot(x, y)) / 0.15, 0, 1)[:, :, None]
    x0, y0 = round(centre[0] - side / 2), round(centre[1] - side / 2)
    left, top = max(0, -x0), max(0, -y0)
    there = photo[y0 + top : y0 + side, x0 + left : x0 + side]
    part = np.s_[top : top + there.shape[0], left : left + there.shape[1]]
    there[:] = (small[part] * opaque[part] + there * (1 - opaque[part])).astype(np.uint8)


def test_faces_of_60_to_140_pixels_in_24_megapixels_are_found(analyser: FaceAnalyser, samples: dict[str, np.ndarray],
                                                              astronaut: np.ndarray) -> None:
    photo = landscape(WIDTH, HEIGHT)
    portraits = [*samples.values(), *(pixels[:, ::-1] for pixels in samples.values())]
    heights = [62, 75, 90, 105, 120, 140]
    inside = [(900.0 + 820 * i, 700.0 + 1300 * (i % 3)) for i in range(6)]
    placed = list(zip(portraits, inside, heights, strict=True))
    # At each edge, a quarter of the face beyond it.
    edges = [(0.25 * 110, 1800.0), (WIDTH - 0.25 * 110, 900.0), (4300.0, 0.25 * 120), (2500.0, HEIGHT - 0.25 * 120)]
    placed += [(samples[name], centre, 120) for name, centre in zip(("smile", "neutral", "smile", "neutral"), edges,
                                                                    strict=True)]
    for portrait, centre, face in placed:
        put(photo, portrait, centre, face)
    faces = analyser.faces(photo)
    for _, (x, y), height in placed:
        here = [face for face in faces if np.hypot(face.box.centre[0] - x, face.box.centre[1] - y) < height]
        assert len(here) == 1 and 0.6 < here[0].height / height < 1.5, (x, y, height)
    assert len(faces) == len(placed)


def test_thirty_faces_are_each_found_once_and_measured_once(analyser: FaceAnalyser, samples: dict[str, np.ndarray],
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    photo = landscape(3000, 2000)
    portraits = [*samples.values(), *(pixels[:, ::-1] for pixels in samples.values())]
    for number, (row, column) in enumerate(product(range(5), range(6))):
        put(photo, portraits[number % 6], (250.0 + 500 * column, 220.0 + 390 * row), 150.0)
    seen = []
    detect = analyser._detect
    monkeypatch.setattr(analyser, "_detect", lambda pixels: seen.append(detect(pixels)) or seen[-1])
    assert len(analyser.faces(photo)) == 30
    assert sum(map(len, seen)) < 4 * 30, "faces known by then are measured again in every view that shows them"


@pytest.mark.parametrize("size", [(6000, 4000), (12000, 9000), (40000, 30000), (60000, 500), (500, 60000), (1, 1)])
def test_what_is_looked_at_is_bounded_whatever_the_size(size: tuple[int, int]) -> None:
    assert len(list(proposals.fine_tiles(size))) <= 1600


def test_fine_tiles_leave_nothing_out() -> None:
    views = [view for view in proposals.fine_tiles((WIDTH, HEIGHT)) if view.side == 500]
    random = np.random.default_rng(0)
    for x, y in random.uniform((31, 31), (WIDTH - 31, HEIGHT - 31), (500, 2)):
        assert any(abs(x - view.centre[0]) < 250 - 62 and abs(y - view.centre[1]) < 250 - 62 for view in views)


@pytest.mark.parametrize("name", ["grass", "gravel", "brick", "coffee", "chelsea", "coins"])
def test_no_face_is_seen_in_walls_leaves_and_things(analyser: FaceAnalyser, name: str) -> None:
    import skimage.data

    texture = getattr(skimage.data, name)()
    pixels = texture if texture.ndim == 3 else np.repeat(texture[:, :, None], 3, axis=2)
    larger = cv2.resize(pixels, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC)
    assert analyser.faces(np.ascontiguousarray(larger)) == ()
