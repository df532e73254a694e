"""A crop of a large photo is read like one that was cut out, and holds nothing of its own."""

import tracemalloc

import numpy as np
import pytest

from engine.photo.crop import Crop, cut
from engine.photo.large_crop import LargeCrop, shrunk_to
from engine.photo.paste import colour

RNG = np.random.default_rng(5)
CROPS = [Crop(10, 20, 60), Crop(-30, -10, 150), Crop(60, 70, 80), Crop(200, -300, 90)]


@pytest.mark.parametrize("crop", CROPS)
@pytest.mark.parametrize(("channels", "kind"), [(1, np.uint16), (3, np.uint8), (4, np.uint16)])
def test_any_window_is_that_of_the_crop_cut_out(crop, channels, kind):
    native = RNG.integers(0, np.iinfo(kind).max, (100, 120, channels), dtype=kind)
    whole, large = colour(cut(native, crop)), LargeCrop(native, crop)
    assert (large.shape, large.dtype, large.ndim) == (whole.shape, whole.dtype, whole.ndim)
    for window in (np.s_[0 : crop.side, 0 : crop.side], np.s_[3:9, 40:41], np.s_[crop.side - 1 : crop.side, 0:7]):
        assert np.array_equal(large[window], whole[window])


@pytest.mark.parametrize("size", [150, 75, 64, 41, 7])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_made_smaller_it_is_the_crop_made_smaller(size, kind):
    native = RNG.integers(0, np.iinfo(kind).max, (100, 120, 3), dtype=kind)
    crop = Crop(-30, -10, 150)
    off = np.abs(LargeCrop(native, crop).smaller(size).astype(int) - shrunk_to(cut(native, crop), size))
    assert off.max() <= 1


def test_it_takes_no_more_than_some_rows():
    native = np.full((1500, 2000, 3), 700, np.uint16)
    crop = Crop(-900, -900, 4000)
    tracemalloc.start()
    large = LargeCrop(native, crop)
    assert (large.smaller(512) == 700).all()
    assert (large[1000:1256, 0:256] == 700).all()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < cut(native, crop).nbytes / 3
