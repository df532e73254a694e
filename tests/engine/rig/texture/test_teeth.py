"""Teeth stand as low as the photo shows them, in its colour."""

import numpy as np
import pytest

from engine.head.fit import HeadFit, fit_head
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.fit import personal_shape
from engine.rig.texture.codes import roots
from engine.rig.texture.teeth import lowered_teeth, mouth_opening, teeth_colour, teeth_lower

SIDE = 640
IVORY, DARK, LIP = (225, 215, 190), (40, 15, 15), (170, 90, 85)


def landmarks(opened: float) -> np.ndarray:
    """Of the neutral head, its jaw that far down, seen from the front."""
    weights = np.zeros(52, np.float32)
    weights[ARKIT_INDEX["jawOpen"]] = opened
    points = load_head().landmarks(load_head().shape(None, weights))
    return np.stack([SIDE / 2 + 220 * points[:, 0], SIDE / 2 - 220 * points[:, 1]], axis=1)


@pytest.fixture(scope="module")
def fitted() -> HeadFit:
    return fit_head(load_head(), landmarks(0.3), np.eye(52)[ARKIT_INDEX["jawOpen"]] * 0.3)


def mouth(seen: np.ndarray, *shown: tuple[float, tuple[int, int, int]]) -> np.ndarray:
    """A photo whose mouth shows colours one below the other, each as far down as that share of the opening."""
    photo = np.full((SIDE, SIDE, 3), LIP, np.uint8)
    top, bottom = seen[13, 1], seen[14, 1]
    begin = top
    for share, colour in shown:
        end = top + share * (bottom - top)
        photo[round(begin):round(end) + 1] = colour
        begin = end
    return photo


def test_teeth_that_reach_the_lower_lip_come_down_to_it(fitted: HeadFit) -> None:
    seen = landmarks(0.3)
    whole = teeth_lower(load_head(), fitted, mouth(seen, (1.0, IVORY)), seen)
    part = teeth_lower(load_head(), fitted, mouth(seen, (0.6, IVORY), (0.85, DARK), (1.0, IVORY)), seen)
    assert 0.08 >= whole > part + 0.01, "lower teeth beyond a dark gap are not the upper ones"


def test_a_mouth_without_teeth_says_nothing(fitted: HeadFit) -> None:
    seen = landmarks(0.3)
    closed = landmarks(0.0)
    for empty in (mouth(seen, (1.0, LIP)), mouth(seen, (1.0, DARK)), mouth(seen, (1.0, (60, 52, 50)))):
        assert teeth_lower(load_head(), fitted, empty, seen) == 0 and teeth_colour(empty, seen) is None
    assert mouth_opening(mouth(closed, (1.0, IVORY)), closed) is None


def test_teeth_have_the_photos_colour() -> None:
    seen = landmarks(0.3)
    found = teeth_colour(mouth(seen, (0.7, IVORY), (1.0, DARK)), seen)
    assert found is not None and np.allclose(found, roots()[list(IVORY)], atol=0.02)


def test_only_what_stands_in_the_mouth_moves_and_it_is_the_persons(fitted: HeadFit) -> None:
    head, seen = load_head(), landmarks(0.3)
    inside = head.vertices_of("teeth_upper", "teeth_lower", "gum", "tongue")
    moved = lowered_teeth(head, 0.05)
    assert np.allclose(moved[inside], [0, -0.05, 0]) and not np.delete(moved, inside, axis=0).any()
    photo = mouth(seen, (1.0, IVORY))
    more = personal_shape("face-nn", fitted, pictures=[(photo, seen)]) - personal_shape("face-nn", fitted)
    assert np.allclose(more, lowered_teeth(head, teeth_lower(head, fitted, photo, seen)), atol=1e-6)
