"""What a draft saves: the shader of folds and lids where there are none, and layers behind openings that all but rest.
"""

import numpy as np

from engine.puppet.deformation import Deformation
from engine.puppet.eyes import EyeLayer

BROWS = Deformation.of({"browInnerUp": 0.5})
BROWS_FARTHER = Deformation.of({"browInnerUp": 0.52})
BLINK = Deformation.of({"eyeBlinkLeft": 0.5, "eyeBlinkRight": 0.5})


def test_folds_of_the_forehead_are_looked_up_in_a_part_of_the_triangles_only(closed_lips):
    drawing = closed_lips.puppet.drawing(Deformation.of({"browInnerUp": 1.0, "jawOpen": 0.5}), 256)
    there = drawing.relief[drawing.triangles].any(1)
    assert 0 < there.sum() < 0.6 * len(there)


def test_eyes_that_all_but_rest_are_drawn_once_in_drafts_and_each_time_in_finals(closed_lips, monkeypatch):
    puppet, drawn = closed_lips.puppet, []
    draw = EyeLayer.draw
    monkeypatch.setattr(EyeLayer, "draw", lambda eye, *rest, **more: drawn.append(eye.name) or draw(eye, *rest, **more))

    def count(deformation: Deformation, multisample: bool) -> int:
        drawn.clear()
        puppet.draw(deformation, 256, multisample)
        return len(drawn)

    puppet.show(puppet.frame)  # nothing is kept of other tests
    assert count(BROWS, False) == 2
    assert count(BROWS_FARTHER, False) == 0
    assert count(BROWS, True) == 2
    assert count(BLINK, False) == 2  # lids that move are no rest
    puppet.show(puppet.frame)
    assert count(BLINK, False) == 2  # nor is another picture


def test_a_draft_with_a_kept_layer_looks_as_one_without(closed_lips):
    puppet = closed_lips.puppet
    puppet.show(puppet.frame)
    puppet.draw(BROWS, 256, False)
    after_another = puppet.draw(BROWS_FARTHER, 256, False)
    puppet.show(puppet.frame)
    alone = puppet.draw(BROWS_FARTHER, 256, False)
    assert np.abs(after_another.astype(int) - alone).max() <= 2
