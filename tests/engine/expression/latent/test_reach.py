"""Where an expression may reach."""

import numpy as np

from engine.expression.latent.reach import beyond_face


def circle(x: float, y: float, radius: float) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, 478)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn), 0 * turn], 1)


def test_both_faces_are_free_and_what_is_far_from_both_is_not() -> None:
    keep = beyond_face(circle(100, 100, 50), circle(110, 120, 50), 256)
    assert keep.shape == (256, 256) and keep.dtype == np.float32
    assert keep[100, 100] == keep[165, 112] == keep[60, 90] == 0
    assert keep[20, 220] == keep[250, 128] == keep[100, 10] == 1


def test_there_is_no_edge() -> None:
    keep = beyond_face(circle(128, 128, 60), circle(128, 128, 60), 256)
    assert np.abs(np.diff(keep[128])).max() < 0.12
    assert (np.diff(keep[128, 128:]) >= 0).all()
