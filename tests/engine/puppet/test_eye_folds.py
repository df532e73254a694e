"""How the skin around the eyes folds under a raised cheek."""

import numpy as np
import pytest

from engine.expression.weights import deformation
from engine.puppet.deformation import Deformation, weight_index
from engine.puppet.eye_folds import eye_folds
from tests.engine.puppet.conftest import Subject

RAISED = Deformation.of({"cheekSquintLeft": 1.0, "cheekSquintRight": 1.0})


@pytest.fixture(params=["closed_lips", "toothy_smile"])
def subject(request) -> Subject:
    return request.getfixturevalue(request.param)


def test_smooth_skin_bulges_over_a_furrow_under_the_lid(subject):
    motion, side = subject.puppet.frame.motion, 512
    axes = motion.mesh.axes
    smooth = np.full((side, side, 3), 150, np.uint8)
    relief = eye_folds(motion.apertures, subject.landmarks / subject.puppet.side, axes, smooth, 0.0)
    for name in ("eyeRight", "eyeLeft"):
        lower = motion.apertures[name].lower
        middle = lower[len(lower) // 3:-len(lower) // 3]

        def under(height: float, rim: np.ndarray = middle) -> float:
            x, y = ((rim + height * axes.height * axes.down) * side).astype(int).T
            return float(relief[y, x].mean())

        assert under(0.014) > under(0.029) + 0.08


def test_a_raised_cheek_lifts_the_lower_lid(subject):
    motion = subject.puppet.frame.motion
    moved = motion.move(RAISED).positions - motion.rest
    for name in ("eyeRight", "eyeLeft"):
        lower = motion.mesh.rims[name][1]
        up = -(moved[lower[len(lower) // 2], :2] @ motion.mesh.axes.down) / motion.mesh.axes.height
        assert up > 0.008


def test_a_cheek_rises_evenly_to_the_end_of_its_slider(subject):
    number = weight_index("cheekSquintRight")
    shown = [deformation({"AU6R": value}, subject.puppet.facts).weights[number] for value in (2.5, 5.0, 7.5)]
    assert np.allclose(np.diff(shown), shown[0])
