"""Where every place of a turned head comes from."""

import numpy as np
import pytest

from engine.base.jobs import run
from engine.puppet.head.cutout import HeadCutout, cut_out, skin_depth
from engine.puppet.head.parts import FacePlace
from engine.puppet.head.places import PLACES, turned_places
from engine.puppet.patches import as_unit, sample
from tests.engine.puppet.head.test_layers import WHOLE, _parsed


@pytest.fixture(scope="module")
def cutout(closed_lips) -> HeadCutout:
    person = closed_lips.puppet.person
    place = FacePlace(person.landmarks, closed_lips.puppet.frame.motion.mesh.axes, WHOLE)
    skin = skin_depth(person.fit, person.head, person.own.side)
    found = run(cut_out(as_unit(closed_lips.pixels), place, skin, _parsed(closed_lips)))
    assert found is not None
    return found


def test_nothing_turned_is_everything_where_it_was(cutout, closed_lips):
    turn = closed_lips.puppet.frame.motion.turn
    found = turned_places(cutout, turn, turn.placement(0, 0, 0))
    line = (np.arange(PLACES) + 0.5) / PLACES
    there = found.shown > 0
    assert np.abs(found.source - np.stack(np.meshgrid(line, line), -1))[there].max() < 1e-3
    assert found.goes.max() < 1e-9


@pytest.mark.parametrize("yaw", [20.0, 30.0])
def test_a_turned_face_comes_from_where_it_was(cutout, closed_lips, yaw):
    """The nose goes to the picture's right with a turn to the subject's left; what is far from the person stays."""
    turn = closed_lips.puppet.frame.motion.turn
    placement = turn.placement(yaw, 0, 0)
    found = turned_places(cutout, turn, placement)
    nose = np.append(cutout.place.landmarks[1], 0.0)
    nose[2] = sample(cutout.depth, nose[None, None, :2] * len(cutout.depth))[0, 0]
    now = turn.apply(nose[None], placement, 1.0)[0]
    assert now[0] > nose[0] + 0.05
    x, y = (now[:2] * PLACES).astype(int)
    assert np.abs(found.source[y, x] - nose[:2]).max() < 0.012
    away = np.abs(cutout.place.beside(PLACES)) > 0.95
    assert away.any() and not found.goes[away].any() and not found.shown[away].any()
