"""Eyes opened wider than the photo shows them, and turned."""

import numpy as np
import pytest

from engine.expression.weights import deformation
from engine.puppet.deformation import weight_index
from engine.puppet.patches import luminance
from tests.engine.puppet.conftest import Subject


@pytest.fixture(params=["closed_lips", "toothy_smile"])
def subject(request) -> Subject:
    return request.getfixturevalue(request.param)


def _disc(eye) -> tuple[np.ndarray, np.ndarray]:
    """(h, w) distance from the iris's centre in radii, and how far above it, likewise."""
    ys, xs = np.mgrid[:eye.iris.shape[0], :eye.iris.shape[1]] + 0.5
    texels = eye.photo.shape[1] / eye.extent[0]
    off = (np.stack([xs, ys], -1) - (eye.centre - eye.low) * texels) / (eye.radius * texels)
    return np.hypot(off[..., 0], off[..., 1]), -(off @ eye.axes.down)


def test_what_a_lid_hides_of_an_iris_is_no_darker_than_the_rest(subject):
    for eye in subject.puppet.frame.eyes:
        ring, up = _disc(eye)
        light, belt = luminance(eye.iris), (ring > 0.55) & (ring < 0.85)
        top, sides = light[belt & (up > 0.45)], light[belt & (np.abs(up) < 0.3)]
        assert np.median(top) > 0.75 * np.median(sides)


def test_an_iris_has_a_pupil_in_its_middle(subject):
    for eye in subject.puppet.frame.eyes:
        ring, _ = _disc(eye)
        light = luminance(eye.iris)
        belt = np.median(light[(ring > 0.6) & (ring < 0.8)])
        assert np.percentile(light[ring < 0.2], 30) < 0.9 * belt


def test_both_whites_are_as_bright_as_the_brighter_one(subject):
    whites = []
    for eye in subject.puppet.frame.eyes:
        ring, _ = _disc(eye)
        white = luminance(eye.white)[(eye.inside >= 1) & (ring > 1.2)]
        shown = luminance(eye.photo)[(eye.inside >= 1) & (ring > 1.2)]
        whites.append(np.median(white))
        assert np.median(white) > 0.95 * np.median(shown)
    assert min(whites) > 0.8 * max(whites)


def test_a_wide_eye_opens_evenly_to_the_end_of_its_slider(subject):
    facts = subject.puppet.facts
    number = weight_index("eyeWideLeft")
    shown = [deformation({"AU5L": value}, facts).weights[number] for value in (2.5, 5.0, 7.5, 10.0)]
    assert np.allclose(np.diff(shown), shown[0])
    assert shown[-1] == pytest.approx(1.0)


def test_a_lid_goes_up_by_what_it_hides(subject):
    motion = subject.puppet.frame.motion
    for lift in motion.lifts.values():
        assert 0.0155 < lift < 0.0205
