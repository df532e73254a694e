"""Samples between a photo's pixels, of photos of any size."""

import numpy as np
import pytest

from engine.photo.sampling import sampled


def test_samples_lie_between_pixels_and_the_edge_goes_on():
    picture = np.arange(12, dtype=np.float32).reshape(3, 4)
    places = np.array([[0.5, 0.5], [1.0, 0.5], [2.5, 1.5], [-9.0, 0.5], [9.0, 2.5]])
    assert sampled(picture, places).tolist() == [0, 0.5, 6, 0, 11]
    assert np.array_equal(sampled(picture, np.stack([places, places]))[1], sampled(picture, places))


@pytest.mark.parametrize("across", [False, True])
def test_a_photo_may_be_longer_than_what_opencv_takes(across):
    strip = np.zeros((4, 32768, 3), np.uint8)
    strip[:, 32000:] = 200
    places = np.array([[[31990.5, 1.5], [32010.5, 1.5]]])
    if across:
        strip, places = np.ascontiguousarray(strip.transpose(1, 0, 2)), places[..., ::-1]
    assert sampled(strip, places).tolist() == [[[0, 0, 0], [200, 200, 200]]]
