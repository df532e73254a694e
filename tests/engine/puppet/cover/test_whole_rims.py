"""Rims of glasses that are seen in pieces are closed along the line that the picture shows."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.puppet.cover.whole_rims import closed_rims
from engine.puppet.facemap import FaceAxes, face_axes

SIDE = 400


@pytest.fixture(scope="module")
def points(closed_lips) -> np.ndarray:
    """(478, 2) of a face 300 pixels high."""
    landmarks = closed_lips.landmarks[:, :2].astype(np.float64)
    return (landmarks - landmarks.mean(0)) * (300 / face_axes(landmarks).height) + SIDE / 2


def _rim(points: np.ndarray, axes: FaceAxes, start: int, end: int) -> np.ndarray:
    """(n, n) uint8 an oval around the right eye, from and to so many degrees."""
    image = np.zeros((SIDE, SIDE), np.uint8)
    middle = np.round(points[[33, 133]].mean(0)).astype(int).tolist()
    cv2.ellipse(image, middle, (round(0.13 * axes.height), round(0.09 * axes.height)), 0, start, end, 1, 3)
    return image


def test_a_missing_piece_is_joined_along_the_line(points):
    axes = face_axes(points)
    whole, found = _rim(points, axes, 0, 360), _rim(points, axes, -60, 230)
    closed = closed_rims(found, whole.astype(np.float32) * 0.1, points, axes)
    missing = (whole > 0) & (found == 0)
    assert missing.sum() > 100
    assert (closed[missing] > 0).mean() > 0.9
    assert (closed[found > 0] > 0).all()


def test_where_no_line_goes_on_nothing_is_joined(points):
    axes = face_axes(points)
    found = _rim(points, axes, -60, 230)
    np.testing.assert_array_equal(closed_rims(found, found.astype(np.float32) * 0.1, points, axes), found)


def test_no_rim_goes_over_an_eye(points):
    axes = face_axes(points)
    whole, found = _rim(points, axes, 0, 360), _rim(points, axes, -60, 230)
    lines = np.where((whole > 0) & (found == 0), -1.0, whole * 0.1).astype(np.float32)
    barred = cv2.erode(lines, np.ones((41, 41), np.uint8))
    np.testing.assert_array_equal(closed_rims(found, barred, points, axes), found)


def test_of_little_nothing_is_made(points):
    axes = face_axes(points)
    found = _rim(points, axes, 0, 120)
    np.testing.assert_array_equal(closed_rims(found, np.full((SIDE, SIDE), 0.1, np.float32), points, axes), found)
