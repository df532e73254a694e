"""The numpy rasteriser: what it covers, what is in front, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.base.errors import UsageError
from engine.head.raster import fragments, interpolate, rasterise


def sphere(steps=40):
    """Unit sphere: points (N, 3), triangles (F, 3)."""
    angle, height = np.meshgrid(np.linspace(0, 2 * np.pi, steps + 1), np.linspace(0, np.pi, steps + 1))
    points = np.stack([np.cos(angle) * np.sin(height), np.cos(height), np.sin(angle) * np.sin(height)], -1)
    corner = (np.arange(steps)[:, None] * (steps + 1) + np.arange(steps)).ravel()
    below = corner + steps + 1
    triangles = np.concatenate([np.stack([corner, corner + 1, below + 1], 1),
                                np.stack([corner, below + 1, below], 1)])
    return points.reshape(-1, 3), triangles


def test_a_square_of_two_triangles_has_no_crack_and_no_rim():
    points = np.array([[2, 3, 0], [10, 3, 0], [10, 9, 0], [2, 9, 0]], float)
    face, barycentric = rasterise(points, np.array([[0, 1, 2], [0, 2, 3]]), (16, 12))
    expected = np.zeros((12, 16), bool)
    expected[3:9, 2:10] = True
    assert np.array_equal(face >= 0, expected)
    assert np.allclose(barycentric[expected].sum(1), 1, atol=1e-6)
    assert not barycentric[~expected].any()


def test_pixel_centres_decide():
    points = np.array([[0.6, 0.6, 0], [1.4, 0.6, 0], [1.0, 1.4, 0]])
    assert (rasterise(points, np.array([[0, 1, 2]]), (3, 3))[0] < 0).all()
    points = np.array([[0.4, 0.4, 0], [0.7, 0.4, 0], [0.4, 0.7, 0]])
    assert rasterise(points, np.array([[0, 1, 2]]), (3, 3))[0][0, 0] == 0


def test_interpolation_is_affine_and_either_winding_is_drawn():
    points = np.array([[0, 0, 0], [40, 4, 0], [6, 30, 0]], float)
    for triangle in ([0, 1, 2], [0, 2, 1]):
        triangles = np.array([triangle])
        face, barycentric = rasterise(points, triangles, (40, 30))
        found = interpolate(points[:, :2], triangles, face, barycentric)
        y, x = np.nonzero(face == 0)
        assert len(x) > 300
        assert np.allclose(found[y, x], np.stack([x + 0.5, y + 0.5], 1), atol=1e-4)
        assert np.allclose(interpolate(points[:, 0], triangles, face, barycentric)[y, x], x + 0.5, atol=1e-4)


def test_the_smaller_depth_is_in_front():
    square = np.array([[0, 0], [8, 0], [8, 8], [0, 8]], float)
    near, far = np.c_[square, np.full(4, 1.0)], np.c_[square, np.full(4, 2.0)]
    triangles = np.array([[0, 1, 2], [0, 2, 3]])
    for first, second, front in ((near, far, {0, 1}), (far, near, {2, 3})):
        face, _ = rasterise(np.r_[first, second], np.r_[triangles, triangles + 4], (8, 8))
        assert set(np.unique(face)) == front


def test_a_sphere_is_round_and_shows_its_near_side():
    points, triangles = sphere()
    drawn = np.c_[64 + 60 * points[:, 0], 64 - 60 * points[:, 1], -points[:, 2]]
    face, barycentric = rasterise(drawn, triangles, (128, 128))
    y, x = np.mgrid[:128, :128] + 0.5
    disc = (x - 64) ** 2 + (y - 64) ** 2 < 60**2
    assert (disc != (face >= 0)).mean() < 0.01
    height = interpolate(points[:, 2], triangles, face, barycentric)
    assert (height[face >= 0] > -0.1).all()


def test_hidden_fragments_are_listed_too():
    points, triangles = sphere(12)
    drawn = np.c_[16 + 15 * points[:, 0], 16 - 15 * points[:, 1], -points[:, 2]]
    face, _ = rasterise(drawn, triangles, (32, 32))
    assert len(fragments(drawn, triangles, (32, 32)).pixel) >= 2 * (face >= 0).sum() - 40


@settings(max_examples=60, deadline=None)
@given(arrays(np.float64, (9, 3), elements=st.floats(-1e12, 1e12) | st.floats(allow_nan=True) | st.floats(-5, 40)))
def test_any_points_give_a_sound_answer(points):
    triangles = np.arange(9).reshape(3, 3)
    face, barycentric = rasterise(points, triangles, (33, 21))
    assert face.shape == (21, 33) and barycentric.shape == (21, 33, 3)
    assert set(np.unique(face)) <= {-1, 0, 1, 2}
    assert np.isfinite(barycentric).all()


@pytest.mark.parametrize("size", [(0, 4), (4, 0), (-1, 4), (10**6, 4), (8193, 8193)])
def test_absurd_sizes_are_refused(size):
    with pytest.raises(UsageError):
        rasterise(np.zeros((3, 3)), np.array([[0, 1, 2]]), size)


@pytest.mark.parametrize(("points", "triangles"), [
    (np.zeros((3, 2)), np.array([[0, 1, 2]])), (np.zeros((3, 3)), np.array([0, 1, 2])),
    (np.zeros((3, 3)), np.array([[0, 1, 3]])), (np.zeros((3, 3)), np.array([[0, 1, -1]])),
])
def test_arrays_that_make_no_sense_are_refused(points, triangles):
    with pytest.raises(UsageError):
        rasterise(points, triangles, (8, 8))


def test_nothing_to_draw_is_an_empty_picture():
    face, barycentric = rasterise(np.zeros((0, 3)), np.zeros((0, 3), int), (5, 4))
    assert (face == -1).all() and not barycentric.any()
