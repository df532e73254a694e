"""How far a knob goes on a face, on faces of a few lines."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.attributes.manner import Manner
from engine.attributes.reach import STEPS, Reach, closing_of, reach_of, seen_of, shown

REGION = np.zeros((64, 64), np.float32)
REGION[16:48, 16:48] = 1
SHADE = Manner(region="beard", seen={"shade": 0.2})
NOWHERE = np.zeros((478, 2))


def darker(amount: float) -> np.ndarray:
    """(64, 64, 3) gray, darker in the region by so much."""
    return np.repeat((0.8 - amount * REGION)[..., None], 3, 2).astype(np.float32)


def reach(manner: Manner, amount: Callable[[float, float], float]) -> Reach:
    return reach_of(manner, lambda strength, gather: darker(amount(strength, gather)),
                    seen_of(manner.seen, REGION, NOWHERE))


@pytest.mark.parametrize("each", [0.05, 0.08, 0.4])
def test_the_end_is_where_enough_is_seen(each: float) -> None:
    found = reach(SHADE, lambda strength, _: each * strength)
    assert found.shown == 1 and found.length == pytest.approx(0.2 / each, rel=1e-4)


def test_a_face_that_shows_less_ends_where_it_shows_most_and_says_so() -> None:
    found = reach(SHADE, lambda strength, _: 0.1 * max(0.0, 1 - abs(strength - 3)))
    assert found.length == 3 and found.shown == pytest.approx(0.5, rel=1e-4)


def test_whatever_comes_first_ends_it() -> None:
    both = Manner(region="glasses", seen={"lines": 1.0, "shade": 0.1})
    assert reach(both, lambda strength, _: 0.04 * strength).length == pytest.approx(2.5, rel=1e-4)


def test_no_more_is_drawn_than_is_needed() -> None:
    asked: list[float] = []

    def amount(strength: float, _: float) -> float:
        asked.append(strength)
        return 0.12 * strength

    reach(SHADE, amount)
    assert asked == [0.0, *STEPS[:3]]


def test_the_try_that_shows_enough_first_is_taken_and_else_the_one_that_shows_most() -> None:
    tries = Manner(region="glasses", seen={"shade": 0.2}, tries=(0.0, 1.0), only="frame")
    assert reach(tries, lambda strength, gather: (0.05 + 0.06 * gather) * strength) == Reach(2.0, 1.0, 1.0)
    assert reach(tries, lambda strength, gather: (0.11 - 0.06 * gather) * strength) == Reach(2.0, 1.0, 0.0)
    weak = reach(tries, lambda strength, gather: (0.01 + 0.01 * gather) * strength)
    assert (weak.length, weak.gather) == (5.0, 1.0) and weak.shown == pytest.approx(0.5, rel=1e-4)


def test_a_smile_goes_back_until_it_is_gone_and_the_mouth_until_it_is_shut() -> None:
    assert closing_of(lambda back, closed: (0.8 - 0.5 * back, 0.1 - 0.05 * closed)) == Reach(1.5, 1.0, beside=2.0)
    assert closing_of(lambda back, closed: (0.0, 0.0)).beside == 0
    open_still = closing_of(lambda back, closed: (0.9, 0.12 - 0.02 * closed))
    assert (open_still.length, open_still.beside) == (3.0, 3.0) and open_still.shown == pytest.approx(0.5, rel=1e-4)
    assert closing_of(lambda back, closed: None).shown == 0


def test_lines_are_no_shade_and_shade_no_lines() -> None:
    flat, frame = darker(0.0), darker(0.0)
    frame[30:32, 16:48] -= 0.5
    lines = [shown("lines", flat, one, REGION, NOWHERE) for one in (frame, darker(0.05))]
    assert lines[0] > 5 * lines[1]
    assert shown("shade", flat, darker(0.05), REGION, NOWHERE) == pytest.approx(0.05, rel=1e-3)
    aside = flat.copy()
    aside[:8] = 0
    assert shown("shade", flat, aside, REGION, NOWHERE) == 0
