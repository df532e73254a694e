"""The crop, the background picture and the jaw line are those of the specification."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.opencv import cv2
from engine.expression.magicface.background import MaskPolicy, background_picture
from engine.expression.magicface.contour import (
    _COLOURS,
    _FIVE,
    aligning,
    contour_picture,
    jaw_points,
    key_points,
)
from engine.expression.magicface.crop import canvas_map, to_canvas

NUMBER = st.floats(-1000, 1000)


@given(x=NUMBER, y=NUMBER, width=st.floats(5, 4000))
def test_the_square_of_one_and_a_half_widths_fills_the_middle(x: float, y: float, width: float) -> None:
    where = canvas_map((x, y), width)
    half = 0.75 * width
    corners = where.to_canvas(np.array([(x - half, y - half), (x + half, y + half), (x, y)]))
    assert np.allclose(corners, [(80, 80), (432, 432), (256, 256)], atol=1e-6)
    there_and_back = np.array([[x, y, 1.0]]) @ where.matrix.T
    assert np.allclose(np.column_stack([there_and_back, [[1.0]]]) @ where.inverse.T, [[x, y]], atol=1e-6)


def test_the_crop_of_the_original_and_ours_differ_only_outside_the_photo() -> None:
    photo = np.random.default_rng(1).integers(1, 255, (200, 160, 3), np.uint8)
    where = canvas_map((70.0, 60.0), 90.0)
    black, extended = to_canvas(photo, where, extend=False), to_canvas(photo, where, extend=True)
    inside = to_canvas(np.full_like(photo, 255), where, extend=False)[..., 0] == 255
    assert 0.3 < inside.mean() < 0.9
    assert np.array_equal(black[inside], extended[inside])
    assert (extended[~inside] > 0).all() and black[0, 0].tolist() == [0, 0, 0]
    assert np.array_equal(extended[0, 0], photo[0, 0])


# ---- the jaw line

@given(angle=st.floats(-3, 3), scale=st.floats(0.05, 20), x=NUMBER, y=NUMBER)
def test_aligning_undoes_any_turn_size_and_shift(angle: float, scale: float, x: float, y: float) -> None:
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = aligning(_FIVE @ turn.T + (x, y))
    wanted = np.column_stack([np.linalg.inv(turn), -np.linalg.inv(turn) @ (x, y)])
    assert np.allclose(matrix, wanted, rtol=1e-6, atol=1e-6 * (1 + abs(x) + abs(y)) / scale)


def test_aligning_is_least_squares() -> None:
    five = _FIVE + np.random.default_rng(2).normal(0, 8, (5, 2))
    # Solved as linear equations in (a, b, tx, ty): x' = a x - b y + tx, y' = b x + a y + ty.
    rows = [row for x, y in five for row in ((x, -y, 1, 0), (y, x, 0, 1))]
    a, b, tx, ty = np.linalg.lstsq(np.array(rows), _FIVE.reshape(-1), rcond=None)[0]
    assert np.allclose(aligning(five), [[a, -b, tx], [b, a, ty]], atol=1e-10)


def test_dots_lie_on_the_jaw_in_their_colours() -> None:
    five = (_FIVE - 128) * 1.6 + 256
    jaw = np.stack([256 + 150 * np.cos(t := np.linspace(np.pi, 0, 17)), 280 + 160 * np.sin(t)], axis=1)
    picture = contour_picture(jaw, five)
    assert picture.shape == (512, 512, 3) and (picture.max(axis=2) > 0).mean() < 0.01
    for place, (point, colour) in enumerate(zip(jaw, _COLOURS, strict=True)):
        x, y = np.rint(point).astype(int)
        assert np.abs(picture[y, x].astype(int) - colour[::-1]).max() <= 2, place
    assert picture[tuple(np.rint(jaw[0]).astype(int)[::-1])].tolist() == pytest.approx([255, 0, 127], abs=2)
    assert picture[tuple(np.rint(jaw[16]).astype(int)[::-1])].tolist() == pytest.approx([238, 169, 9], abs=2)
    count = cv2.connectedComponents((picture.max(axis=2) > 0).astype(np.uint8))[0] - 1
    assert count == 17


def test_landmarks_give_the_jaw_from_the_right_ear_to_the_left(analyser, astronaut) -> None:
    landmarks = analyser.faces(astronaut)[0].landmarks
    jaw, five = jaw_points(landmarks), key_points(landmarks)
    assert jaw.shape == (17, 2) and five.shape == (5, 2)
    assert jaw[0, 0] < five[0, 0] < five[2, 0] < five[1, 0] < jaw[16, 0]  # in the picture: ear, eye, nose, eye, ear
    assert five[3, 0] < five[4, 0] and five[3:, 1].min() > five[2, 1] > five[:2, 1].max()
    assert 6 <= np.argmax(jaw[:, 1]) <= 10  # the chin is the lowest
    steps = np.linalg.norm(np.diff(jaw, axis=0), axis=1)
    assert steps.max() / steps.min() < 1.5


# ---- the background picture

REMOVED = {MaskPolicy.PERSON: set(range(1, 19)), MaskPolicy.FACE: {1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 15}}


@pytest.mark.parametrize("policy", MaskPolicy)
def test_what_goes_black(policy: MaskPolicy) -> None:
    labels = np.tile(np.arange(19, dtype=np.uint8), (4, 1))
    canvas = np.full((4, 19, 3), 90, np.uint8)
    picture = background_picture(canvas, labels, np.zeros_like(canvas), policy)
    assert {label for label in range(19) if not picture[0, label].any()} == REMOVED[policy]
    kept = [label for label in range(19) if label not in REMOVED[policy]]
    assert (picture[:, kept] == 90).all()


def test_dots_are_added_and_saturate() -> None:
    labels = np.array([[0, 1]], np.uint8)
    canvas, dots = np.full((1, 2, 3), 200, np.uint8), np.full((1, 2, 3), (255, 40, 0), np.uint8)
    assert background_picture(canvas, labels, dots, MaskPolicy.PERSON).tolist() == [[[255, 240, 200], [255, 40, 0]]]
