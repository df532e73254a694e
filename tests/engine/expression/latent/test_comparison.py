"""Whose picture of a unit is better, by three measures that neither was made with, and one for what shuts."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.expression.latent.comparison import SIDE, Comparison, Fault, compare

PART = np.zeros((SIDE, SIDE), np.float32)
PART[100:400, 100:400] = 1


def skin() -> np.ndarray:
    noise = np.random.RandomState(3).randint(-30, 30, (SIDE, SIDE, 1))
    noise = cv2.GaussianBlur(noise.astype(np.float32), (0, 0), 2)[..., None] * 6
    return np.clip(np.array([190, 150, 130]) + noise, 0, 255).astype(np.uint8)


def moved(picture: np.ndarray, by: int) -> np.ndarray:
    return np.roll(picture, by, axis=0)


def same(picture: np.ndarray) -> float:
    return 0.2


def test_what_moves_as_far_is_as_good_and_what_hardly_moves_is_not() -> None:
    photo = skin()
    assert compare(photo, moved(photo, 6), moved(photo, 5), PART, same).fault is None
    short = compare(photo, moved(photo, 6), moved(photo, 1), PART, same)
    assert short.fault == "moves less" and 0 < short.way < 0.4
    assert compare(photo, moved(photo, 6), moved(photo, -6), PART, same).way < 0
    assert compare(photo, photo, photo, PART, same).fault is None  # nothing to do, nothing done


def test_colours_the_face_does_not_have_are_seen_in_its_part_alone() -> None:
    photo = skin()
    blue = moved(photo, 4)
    blue[240:260, 240:260] = 40, 60, 200
    assert compare(photo, moved(photo, 4), blue, PART, same).fault == "other colours"
    aside = moved(photo, 4)
    aside[20:40, 20:40] = 40, 60, 200
    assert compare(photo, moved(photo, 4), aside, PART, same).fault is None


def test_lids_that_stay_open_are_seen() -> None:
    photo, opening = skin(), np.zeros((SIDE, SIDE), bool)
    opening[200:220, 200:260] = True
    shut = photo.copy()
    photo[opening] = 60, 50, 45
    half = shut.copy()
    half[210:220, 200:260] = 60, 50, 45
    assert compare(photo, shut, shut, PART, same, opening).open < 0.05
    assert compare(photo, shut, half, PART, same, opening).fault == "stays open"
    assert compare(shut, shut, half, PART, same, opening).open == 0  # there was nothing to shut
    assert compare(photo, shut, half, PART, same).open == 0


@pytest.mark.parametrize(("found", "fault"), [
    (Comparison(1.0, (0.30, 0.32), 4.0), None), (Comparison(1.0, (0.30, 0.36), 4.0), "other person"),
    (Comparison(0.3, (0.30, 0.20), 4.0), "moves less"), (Comparison(1.0, (0.30, 0.20), 9.0), "other colours"),
    (Comparison(1.0, (0.30, 0.20), 4.0, 0.6), "stays open")])
def test_it_must_be_no_worse_by_any_measure(found: Comparison, fault: Fault | None) -> None:
    assert found.fault == fault
