"""How far a knob goes on a face, on faces of a few lines."""

import numpy as np
import pytest

from engine.attributes.manner import Manner
from engine.attributes.reach import STEPS, reach_of, shown

REGION = np.zeros((64, 64), np.float32)
REGION[16:48, 16:48] = 1
SHADE = Manner(region="beard", seen={"shade": 0.2})


def darker(amount: float) -> np.ndarray:
    """(64, 64, 3) gray, darker in the region by so much."""
    return np.repeat((0.8 - amount * REGION)[..., None], 3, 2).astype(np.float32)


@pytest.mark.parametrize("each", [0.05, 0.08, 0.4])
def test_the_end_is_where_enough_is_seen(each: float) -> None:
    found = reach_of(SHADE, lambda strength: darker(each * strength), REGION)
    assert found.shown == 1 and found.length == pytest.approx(0.2 / each, rel=1e-4)


def test_a_face_that_shows_less_ends_where_it_shows_most_and_says_so() -> None:
    found = reach_of(SHADE, lambda strength: darker(0.1 * max(0.0, 1 - abs(strength - 3))), REGION)
    assert found.length == 3 and found.shown == pytest.approx(0.5, rel=1e-4)


def test_whatever_comes_first_ends_it() -> None:
    both = Manner(region="glasses", seen={"lines": 1.0, "shade": 0.1})
    found = reach_of(both, lambda strength: darker(0.04 * strength), REGION)
    assert found.length == pytest.approx(2.5, rel=1e-4)


def test_no_more_is_drawn_than_is_needed() -> None:
    asked: list[float] = []

    def drawn(strength: float) -> np.ndarray:
        asked.append(strength)
        return darker(0.12 * strength)

    reach_of(SHADE, drawn, REGION)
    assert asked == [0.0, *STEPS[:3]]


def test_lines_are_no_shade_and_shade_no_lines() -> None:
    flat, frame = darker(0.0), darker(0.0)
    frame[30:32, 16:48] -= 0.5
    assert shown("lines", flat, frame, REGION) > 5 * shown("lines", flat, darker(0.05), REGION)
    assert shown("shade", flat, darker(0.05), REGION) == pytest.approx(0.05, rel=1e-3)
    aside = flat.copy()
    aside[:8] = 0
    assert shown("shade", flat, aside, REGION) == 0
