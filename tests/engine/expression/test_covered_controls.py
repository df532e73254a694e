"""Which sliders show nothing where something covers a part of the face."""

import copy
import pickle

import pytest

from engine.base.text import Text
from engine.expression.covered_controls import covered_controls
from engine.expression.units import CONTROLS
from engine.puppet.cover.cover import PARTS
from engine.puppet.cover.covered_part import CoveredPart

NOTES = {part: CoveredPart(part, Text("{0} is covered", part)) for part in PARTS}


def test_a_face_without_covers_has_all_its_controls() -> None:
    assert covered_controls(()) == {} == covered_controls((Text("Something covers part of the face"),))


@pytest.mark.parametrize(("parts", "without", "kept"), [
    (("mouth",), {"AU26", "AU12L", "AU12R", "jaw.x", "jawOpen"}, {"AU1L", "blinkL", "AU6L", "AU9L", "head.yaw"}),
    (("eyeLeft",), {"blinkL", "AU5L", "eyeBlinkLeft"}, {"blinkR", "AU1L", "AU26", "gaze.x"}),
    (("eyeLeft", "eyeRight"), {"blinkL", "blinkR", "gaze.x"}, {"AU1L", "AU26"}),
    (("browRight",), {"AU1R", "AU2R", "browOuterUpRight"}, {"AU1L", "blinkR", "browInnerUp"}),
    (("browRight", "browLeft"), {"AU1R", "AU1L", "browInnerUp"}, {"blinkR"}),
])
def test_what_moves_nothing_else_shows_nothing(parts: tuple[str, ...], without: set[str], kept: set[str]) -> None:
    found = covered_controls([NOTES[part] for part in parts])
    assert {*without, *kept} <= {control.id for control in CONTROLS}
    assert without <= found.keys() and not kept & found.keys()
    assert all(note in [NOTES[part] for part in parts] for note in found.values())


def test_a_part_is_still_known_after_a_way_to_another_process() -> None:
    for again in (pickle.loads(pickle.dumps(NOTES["mouth"])), copy.deepcopy(NOTES["mouth"])):
        assert again == "mouth is covered" and again.part == "mouth" and again.template == "{0} is covered"
