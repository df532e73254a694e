"""The square of a photo that is drawn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generator.alignment import LEFT_EYE, Alignment, align, cut_aligned
from engine.generator.inversion.target import make_target
from tests.engine.generator.inversion.conftest import landmarks

place = st.builds(Alignment, st.floats(-50, 500), st.floats(-50, 500), st.floats(5, 200), st.floats(-200, 200))


@given(alignment=place, size=st.sampled_from([64, 256, 1024]))
def test_there_and_back(alignment: Alignment, size: int) -> None:
    there, back = alignment.to_drawn(size), alignment.to_photo(size)
    points = np.array([[0.0, 0.0], [size, 0], [3, 7.5]])
    again = (points @ back[:, :2].T + back[:, 2]) @ there[:, :2].T + there[:, 2]
    np.testing.assert_allclose(again, points, atol=1e-6 * size)


def test_the_sides_lie_as_they_should() -> None:
    alignment = Alignment(100, 60, 30, 40)
    matrix = alignment.to_photo(10)
    corners = np.array([[5, 5], [10, 5], [5, 10]]) @ matrix[:, :2].T + matrix[:, 2]
    np.testing.assert_allclose(corners, [[100, 60], [130, 100], [60, 90]])
    assert alignment.side == pytest.approx(100)


@given(turn=st.floats(-3, 3), scale=st.floats(0.2, 5), x=st.floats(-100, 100), y=st.floats(-100, 100))
def test_the_square_goes_with_the_face(turn: float, scale: float, x: float, y: float) -> None:
    still = align(landmarks((0, 0), 1000))
    moved = align(landmarks((x, y), 1000 * scale, turn))
    assert moved.side == pytest.approx(scale * still.side, rel=1e-4)
    angle = np.arctan2(moved.down, moved.right) - np.arctan2(still.down, still.right)
    assert np.cos(angle - turn) == pytest.approx(1, abs=1e-6)


def test_a_square_of_whole_pixels_is_cut_as_it_is() -> None:
    pixels = np.random.RandomState(0).randint(0, 256, (90, 120, 3), np.uint8)
    cut = cut_aligned(pixels, Alignment(50, 40, 16, 0), 32)
    np.testing.assert_array_equal(cut, pixels[24:56, 34:66])


@pytest.mark.parametrize("middle", [(60, 45), (2, 50), (118, 3), (-30, -20), (150, 100)])
def test_beyond_the_photo_it_is_mirrored(middle: tuple[int, int]) -> None:
    """As if the whole photo had been mirrored first."""
    pixels = np.random.RandomState(1).randint(0, 256, (90, 120, 3), np.uint8)
    wide = np.pad(pixels, ((89, 89), (119, 119), (0, 0)), mode="reflect")
    alignment = Alignment(*middle, 25.3, 9.1)
    there = Alignment(middle[0] + 119, middle[1] + 89, 25.3, 9.1)
    apart = np.abs(cut_aligned(pixels, alignment, 40).astype(int) - cut_aligned(wide, there, 40))
    assert apart.max() <= 8 and apart.mean() < 0.1  # OpenCV's places are of thirty-seconds of a pixel


def test_a_very_wide_photo_is_cut_too() -> None:
    pixels = np.zeros((40, 40000, 3), np.uint8)
    pixels[:, 39000:] = 200
    cut = cut_aligned(pixels, Alignment(39000, 20, 10, 0), 20)
    assert cut[:, :8].max() == 0 and cut[:, 12:].min() == 200


def test_what_lies_outside_the_photo_counts_least_and_the_face_most() -> None:
    points = landmarks((20, 50), 60)
    target = make_target(np.zeros((100, 100, 3), np.uint8), points, align(points), 64)
    assert target.weights.min() == pytest.approx(0.1) and 2 < target.weights.max() <= 4
    middle = (target.landmarks.mean(0) * 256).astype(int)
    assert 0.95 < target.weights[middle[1], middle[0]] < 1.1
    eye = (target.landmarks[list(LEFT_EYE)].mean(0) * 256).astype(int)
    assert target.weights[eye[1], eye[0]] > 2
    assert np.allclose(target.weights[:, :20], 0.1)  # left of the photo's edge
    assert target.picture.shape == (64, 64, 3)


def test_drawn_faces_fill_their_square(samples: dict[str, np.ndarray], analyser) -> None:  # noqa: ANN001
    """The bundled portraits were drawn by such a generator, and are whole."""
    for pixels in samples.values():
        found = align(analyser.faces(pixels)[0].landmarks)
        side = len(pixels)
        assert found.side == pytest.approx(side, rel=0.05)
        assert abs(found.down / found.right) < 0.05
        assert (found.x, found.y) == pytest.approx((side / 2, side / 2), abs=0.03 * side)
