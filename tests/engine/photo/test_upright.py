"""Views on a picture: what is seen in them lies where they say."""

import numpy as np
import pytest

from engine.photo.landmarker import Sighting
from engine.photo.levels import Levels
from engine.photo.upright import UprightView, view_of


def spots(width: int, height: int, places: list[tuple[float, float]], radius: float) -> np.ndarray:
    """Soft white spots, on the gray that lies beyond pictures, at places in pixels (pixel centres at one half)."""
    y, x = np.mgrid[:height, :width] + 0.5
    light = sum(np.exp(-((x - px) ** 2 + (y - py) ** 2) / (2 * radius**2)) for px, py in places)
    return np.repeat((128 + 127 * np.clip(light, 0, 1)).astype(np.uint8)[:, :, None], 3, axis=2)


def centre_of_light(pixels: np.ndarray) -> tuple[float, float]:
    light = pixels[:, :, 0].astype(np.float64) - 128
    y, x = np.mgrid[: light.shape[0], : light.shape[1]] + 0.5
    return float((x * light).sum() / light.sum()), float((y * light).sum() / light.sum())


@pytest.mark.parametrize("side", [70.0, 300.0, 900.0, 2100.0])
@pytest.mark.parametrize("turn", [30.0, -100.0])
@pytest.mark.parametrize("size", [(1201, 803), (1300, 700)])
def test_a_spot_is_seen_where_the_matrix_says_at_every_scale(side, turn, size):
    spot = size[0] * 0.41, size[1] * 0.57
    view = UprightView((spot[0] + side * 0.1, spot[1] - side * 0.07), side, turn, 256)
    pixels = Levels(spots(*size, [spot], side / 30))
    matrix = view.matrix()
    expected = matrix[:, :2] @ spot + matrix[:, 2]
    assert centre_of_light(pixels.cut(view)) == pytest.approx(expected, abs=0.3)


def test_what_was_seen_is_carried_back():
    view = UprightView((300.0, 200.0), 150.0, 25.0, 512)
    points = np.random.default_rng(1).uniform(0, 500, (478, 3)).astype(np.float32)
    matrix = view.matrix()
    inside = np.column_stack([points[:, :2] @ matrix[:, :2].T + matrix[:, 2], points[:, 2] * view.scale])
    seen = Sighting(inside.astype(np.float32), np.zeros(52, np.float32), np.eye(4, dtype=np.float32))
    back = view.back(seen)
    assert np.allclose(back.landmarks, points, atol=0.01)
    # Upright in a view that undoes a clockwise tilt: tilted clockwise in the picture.
    assert np.allclose(back.matrix[:3, :3] @ [0, 1, 0], [np.sin(np.radians(25)), np.cos(np.radians(25)), 0], atol=1e-6)


def test_beyond_the_picture_is_gray():
    white = np.full((20, 30, 3), 255, np.uint8)
    cut = Levels(white).cut(UprightView((-500.0, 10.0), 100.0, 0.0, 64))
    assert (cut == 128).all()
    assert (Levels(white).cut(UprightView((15.0, 10.0), 8.0, 0.0, 64)) == 255).all()


def test_a_view_of_a_face_stands_it_upright(analyser, astronaut):
    (face,) = analyser.faces(astronaut)
    view = view_of(face.landmarks, share=0.5)
    matrix = view.matrix()
    inside = face.landmarks[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    low, high = inside.min(axis=0), inside.max(axis=0)
    assert np.allclose((low + high) / 2, 256, atol=3)
    assert (high - low).max() == pytest.approx(256, rel=0.02)
    eyes = inside[263] - inside[33]
    assert abs(np.degrees(np.arctan2(eyes[1], eyes[0]))) < 6


def test_small_copies():
    levels = Levels(np.zeros((1500, 3001, 3), np.uint8))
    small, (wide, high) = levels.within(1000)
    assert small.shape == (500, 1000, 3) and (wide, high) == pytest.approx((3.001, 3.0))
    same, stretch = levels.within(5000)
    assert same is levels.pixels and stretch == (1.0, 1.0)
