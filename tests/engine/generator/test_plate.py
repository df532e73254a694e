"""What is behind a person, filled in."""

import numpy as np

from engine.generator.plate import filled


def test_what_is_seen_stays_and_the_rest_lies_between() -> None:
    picture = np.zeros((50, 50, 3), np.float32)
    picture[:, 30:], seen = 1.0, np.ones((50, 50), np.float32)
    seen[10:40, 20:40] = 0
    picture[10:40, 20:40] = (7.0, -3.0, 0.5)  # a person, of whom nothing may be left
    found = filled(picture, seen)
    assert found is not None and np.array_equal(found[seen == 1], picture[seen == 1])
    assert found.min() >= 0 and found.max() <= 1
    assert found[25, 21].mean() < 0.5 < found[25, 38].mean()


def test_who_sees_nothing_says_so() -> None:
    assert filled(np.ones((20, 20, 3), np.float32), np.zeros((20, 20), np.float32)) is None
