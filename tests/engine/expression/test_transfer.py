"""Copying an expression: the sliders it gives do what the difference of the faces asks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.look import Look
from engine.expression.transfer import GAZE_SHARE, transfer
from engine.expression.units import CONTROLS, RAW_GROUP
from engine.expression.weights import deformation
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import weight_index
from engine.puppet.facts import FaceFacts


def face(lip_gap: float = 0.0, **shown: float) -> FaceFacts:
    blendshapes = np.zeros(52, np.float32)
    for name, value in shown.items():
        blendshapes[ARKIT_INDEX[name]] = value
    return FaceFacts(blendshapes, lip_gap=lip_gap)


def whole(look: Look, facts: FaceFacts) -> np.ndarray:
    weights = np.array(deformation(look, facts).weights)
    result = weights[:52].copy()
    for name in ("browInnerUp", "cheekPuff"):
        result[ARKIT_INDEX[name]] += (weights[weight_index(f"{name}Left")] + weights[weight_index(f"{name}Right")]) / 2
    return result


def test_the_same_face_gives_nothing() -> None:
    facts = face(mouthSmileLeft=0.5, lip_gap=0.02)
    assert transfer(facts, facts) == Look()


def test_a_smile_arrives_as_a_smile() -> None:
    driver = face(mouthSmileLeft=0.8, mouthSmileRight=0.8, cheekSquintLeft=0.3, cheekSquintRight=0.3)
    look = transfer(driver, face())
    assert look["AU12L"] > 5 and look["AU12R"] > 5
    named = [key for key in look if CONTROLS[key].group != RAW_GROUP]
    assert len(named) >= len(look) / 2


def test_a_closed_mouth_closes_a_toothy_one() -> None:
    look = transfer(face(), face(lip_gap=0.04, mouthSmileLeft=0.8, mouthSmileRight=0.8))
    assert look["AU25"] == -10 and look["AU12L"] < 0


def test_a_toothy_smile_parts_closed_lips() -> None:
    look = transfer(face(lip_gap=0.05, mouthSmileLeft=0.8, mouthSmileRight=0.8), face())
    assert look["AU25"] == 10 and look["AU12L"] > 5
    assert "AU25" not in transfer(face(lip_gap=0.04, jawOpen=0.3), face()), "the jaw opens it already"


def test_half_strength_is_half_the_way() -> None:
    driver = face(jawOpen=0.4, mouthSmileLeft=0.6)
    half = whole(transfer(driver, face(), 0.5), face())
    assert half[ARKIT_INDEX["jawOpen"]] == pytest.approx(0.2, abs=0.03)
    assert transfer(driver, face(), 0.0) == Look()


_SHOWN = st.lists(st.floats(0, 0.875, width=32), min_size=52, max_size=52)


@settings(max_examples=25, deadline=None)
@given(_SHOWN, _SHOWN)
def test_the_sum_is_what_was_wanted(driver: list[float], own: list[float]) -> None:
    there, here = np.array(driver, np.float32), np.array(own, np.float32)
    facts = FaceFacts(here)
    wanted = there.astype(np.float64) - here
    for name in ARKIT_52:
        if name.startswith("eyeLook"):
            wanted[ARKIT_INDEX[name]] *= GAZE_SHARE
    found = whole(transfer(FaceFacts(there), facts), facts)
    jaw = ARKIT_INDEX["jawOpen"]
    assert found[jaw] >= -here[jaw] - 1e-6
    limited = [jaw, ARKIT_INDEX["mouthClose"]]  # the jaw stops at closed, the lips' closing at the jaw's opening
    assert np.abs(np.delete(found - wanted, limited)).max() < 0.25
    assert np.median(np.abs(found - wanted)) < 0.02
