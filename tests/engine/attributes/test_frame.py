"""Frames of glasses told from other eyes and darker lenses, on faces of a few lines."""

import numpy as np
import pytest

from engine.attributes.frame import EYES, frame_drawn, rim_share
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
        assert rim_share(frame_drawn(PLAIN, picture, landmarks), landmarks) == pytest.approx(share, abs=0.1)


def test_darker_lenses_and_other_eyes_are_no_frame(landmarks: np.ndarray) -> None:
    tinted, eyes = PLAIN.copy(), PLAIN.copy()
    for x, y in MIDDLES:
        place = round(SIDE * x), round(SIDE * y)
        cv2.circle(tinted, place, 11, (0.45, 0.45, 0.45), -1)
        cv2.ellipse(eyes, place, (6, 2), 0, 0, 360, (0.1, 0.1, 0.1), 1)
    tinted = cv2.GaussianBlur(tinted, (0, 0), 3)
    assert frame_drawn(PLAIN, tinted, landmarks).max() < 0.5
    assert rim_share(frame_drawn(PLAIN, eyes, landmarks), landmarks) < 0.2
    inside = np.hypot(*(np.mgrid[:SIDE, :SIDE] + 0.5 - SIDE * np.array(MIDDLES[0])[::-1, None, None])) < 3
    assert frame_drawn(PLAIN, eyes, landmarks)[inside].max() < 0.3 < 0.9 < frame_drawn(PLAIN, worn(), landmarks).max()
