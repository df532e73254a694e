"""A patch laid over a picture, however that lies in memory."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.photo.paste import paste

RNG = np.random.default_rng(8)
PATCH = RNG.integers(0, 255, (20, 24, 4), np.uint8)
PATCH[::3, :, 3], PATCH[1::3, :, 3] = 255, 0


@pytest.mark.parametrize("view", [lambda whole: whole[::-1], lambda whole: whole[:, ::-1], lambda whole: whole[..., :3],
                                  lambda whole: whole[::2, ::2, 1:], lambda whole: whole[3:, 2:, ::-1][..., :3]])
def test_a_view_of_any_layout_is_pasted_into_as_its_copy_is(view: Callable[[np.ndarray], np.ndarray]) -> None:
    whole = RNG.integers(0, 255, (64, 64, 4), np.uint8)
    there = view(whole)
    there = there if there.shape[2] == 3 else there[..., :3]
    plain = there.copy()
    paste(plain, PATCH, 5, -3)
    kept = whole.copy()
    paste(there, PATCH, 5, -3)
    assert np.array_equal(there, plain) and not np.array_equal(whole, kept)


def test_wholly_covered_samples_are_the_patch_and_uncovered_ones_the_picture() -> None:
    native = RNG.integers(0, 255, (20, 24, 3), np.uint8)
    before = native.copy()
    paste(native, PATCH, 0, 0)
    assert np.array_equal(native[::3], PATCH[::3, :, :3]) and np.array_equal(native[1::3], before[1::3])
