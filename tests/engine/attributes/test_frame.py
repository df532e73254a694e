"""Frames of glasses told from other eyes and darker lenses, on faces of a few lines."""

import numpy as np
import pytest

from engine.attributes.frame import frame_drawn, rim_share
from engine.attributes.rims import EYES, rims_of
from engine.base.opencv import cv2

SIDE = 128
MIDDLES = ((0.36, 0.48), (0.64, 0.48))
PLAIN = np.full((SIDE, SIDE, 3), 0.7, np.float32)


@pytest.fixture(scope="module")
def landmarks() -> np.ndarray:
    """(478, 2): lids of two eyes, all else in a corner."""
    points = np.zeros((478, 2))
    for eye, middle in zip(EYES, MIDDLES, strict=True):
        angle = np.arange(len(eye)) * (2 * np.pi / len(eye))
        points[list(eye)] = np.array(middle) + 0.05 * np.stack([np.cos(angle), 0.4 * np.sin(angle)], 1)
    return points


def worn(first: float = 0.0, last: float = 360.0) -> np.ndarray:
    """A face with rims around both eyes, from one angle to another."""
    picture = PLAIN.copy()
    for x, y in MIDDLES:
        cv2.ellipse(picture, (round(SIDE * x), round(SIDE * y)), (14, 11), 0, first, last, (0.1, 0.1, 0.1), 2)
    return picture


def test_a_rim_is_whole_half_or_none(landmarks: np.ndarray) -> None:
    for picture, share in ((worn(), 1.0), (worn(0, 180), 0.5), (PLAIN, 0.0)):
        assert rim_share(PLAIN, picture, landmarks) == pytest.approx(share, abs=0.1)


def test_darker_lenses_and_other_eyes_are_no_frame(landmarks: np.ndarray) -> None:
    tinted, eyes = PLAIN.copy(), PLAIN.copy()
    for x, y in MIDDLES:
        place = round(SIDE * x), round(SIDE * y)
        cv2.circle(tinted, place, 11, (0.45, 0.45, 0.45), -1)
        cv2.ellipse(eyes, place, (6, 2), 0, 0, 360, (0.1, 0.1, 0.1), 1)
    tinted = cv2.GaussianBlur(tinted, (0, 0), 3)
    assert frame_drawn(PLAIN, tinted, landmarks).max() < 0.5
    assert rim_share(PLAIN, eyes, landmarks) < 0.2
    inside = np.hypot(*(np.mgrid[:SIDE, :SIDE] + 0.5 - SIDE * np.array(MIDDLES[0])[::-1, None, None])) < 3
    assert frame_drawn(PLAIN, eyes, landmarks)[inside].max() < 0.3 < 0.9 < frame_drawn(PLAIN, worn(), landmarks).max()


def test_brows_wrinkles_and_what_is_lighter_stay_the_faces_own(landmarks: np.ndarray) -> None:
    bare, picture = frame_drawn(PLAIN, worn(), landmarks), worn()
    for x, y in MIDDLES:
        place = round(SIDE * x), round(SIDE * y)
        cv2.line(picture, (place[0] - 12, place[1] - 19), (place[0] + 12, place[1] - 19), (0.3, 0.3, 0.3), 1)  # a brow
        cv2.line(picture, (place[0] - 6, place[1] + 5), (place[0] + 6, place[1] + 5), (0.3, 0.3, 0.3), 1)  # a wrinkle
        cv2.line(picture, (place[0] - 6, place[1] - 8), (place[0] + 2, place[1] - 8), (1, 1, 1), 1)  # a shine
    more = frame_drawn(PLAIN, picture, landmarks)
    assert np.abs(more - bare).max() < 0.5 and bare.max() > 0.9
    assert rim_share(PLAIN, picture, landmarks) == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize("axes", [(14, 11), (17, 17), (11, 13)])
def test_a_rim_is_found_where_it_runs(landmarks: np.ndarray, axes: tuple[int, int]) -> None:
    darker = np.zeros((SIDE, SIDE), np.float32)
    for x, y in MIDDLES:
        cv2.ellipse(darker, (round(SIDE * x), round(SIDE * y)), axes, 0, 0, 360, 1.0, 2)
    apart = SIDE * (MIDDLES[1][0] - MIDDLES[0][0])
    away = rims_of(darker, landmarks).away * apart
    turn = np.arange(away.shape[1]) * (2 * np.pi / away.shape[1])
    wanted = 1 / np.hypot(np.cos(turn) / axes[0], np.sin(turn) / axes[1])
    assert np.abs(away - wanted).max() < 2.5 and np.abs(away - wanted).mean() < 1
