"""From looks to weights: zero is zero, removal, resistance, sides, the jaw's floor, lips."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.look import Look
from engine.expression.units import CONTROLS, UNITS
from engine.expression.weights import NEUTRAL_FLOOR, deformation
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import Deformation, weight_names
from engine.puppet.facts import FaceFacts

GAIN = UNITS["AU12L"].plus["mouthSmileLeft"]


def face(lip_gap: float = 0.0, **shown: float) -> FaceFacts:
    blendshapes = np.zeros(52, np.float32)
    for name, value in shown.items():
        blendshapes[ARKIT_INDEX[name]] = value
    return FaceFacts(blendshapes, lip_gap=lip_gap)


def drawn(facts: FaceFacts, **values: float) -> Deformation:
    return deformation(Look.of(CONTROLS, {key.replace("_", "."): value for key, value in values.items()}), facts)


SMILING = face(lip_gap=0.03, mouthSmileLeft=0.8, mouthSmileRight=0.8, jawOpen=0.1)


def test_an_empty_look_draws_nothing() -> None:
    for facts in (face(), SMILING):
        assert deformation(Look(), facts).is_zero
        assert drawn(facts, wrinkles=100, relight=0).is_zero
        assert drawn(facts, neutralise=0).is_zero


def test_pose_and_skin_go_through() -> None:
    found = drawn(face(), head_yaw=10, head_pitch=-4, head_roll=3, wrinkles=25, relight=50)
    assert (found.yaw, found.pitch, found.roll, found.wrinkles, found.relight) == (10, -4, 3, 0.25, 0.5)


def test_resistance_grows_with_what_is_there() -> None:
    plain, smiling = (drawn(facts, AU12=10).weight("mouthSmileLeft") for facts in (face(), SMILING))
    headroom = 1.45
    assert plain == pytest.approx(headroom * np.tanh(GAIN / headroom))
    headroom = 1.45 - 1.15 * 0.8
    assert smiling == pytest.approx(headroom * np.tanh(GAIN / headroom), rel=1e-5)
    assert smiling < 0.7 * plain


def test_the_minimum_takes_out_what_the_photo_shows() -> None:
    found = drawn(SMILING, AU12=-10)
    assert found.weight("mouthSmileLeft") == pytest.approx(-0.85 * 0.8 - 0.35)
    assert found.weight("mouthFrownLeft") > 0.15
    assert found.weight("foldFade") > 0.8 and found.weight("lipClose") > 0.5
    half = drawn(SMILING, AU12=-5)
    assert half.weight("mouthSmileLeft") == pytest.approx(-0.5 * (0.85 * 0.8 + 0.35))
    assert drawn(face(), AU12=-10).weight("foldFade") == 0


def test_nothing_is_taken_out_twice() -> None:
    found = drawn(SMILING, AU12=-10, neutralise=100)
    assert found.weight("mouthSmileLeft") >= -0.8 - 0.35 - 1e-6
    assert drawn(SMILING, AU6=-10, squint=-10).weight("eyeSquintLeft") > -0.6


def test_a_jaw_closes_to_closed() -> None:
    assert drawn(face(), AU26=-10).weight("jawOpen") == 0
    assert drawn(SMILING, AU26=-10).weight("jawOpen") == pytest.approx(-0.1)
    assert drawn(SMILING, jawOpen=-1).weight("jawOpen") == pytest.approx(-0.1)


def test_mouth_close_undoes_no_more_than_the_jaw() -> None:
    assert drawn(face(), mouthClose=1).weight("mouthClose") == 0
    assert drawn(face(), mouthClose=1, jawOpen=0.4).weight("mouthClose") == pytest.approx(0.4)


def test_lips_are_closed_once() -> None:
    shut, open_jaw = face(), face(lip_gap=0.05, jawOpen=0.3)
    assert drawn(shut, AU25=-10).weight("lipClose") == 0
    assert drawn(SMILING, AU25=-10).weight("lipClose") == pytest.approx(1)
    assert drawn(open_jaw, AU26=-10).weight("lipClose") < 0.3, "the closing jaw does most of it"
    assert drawn(face(lip_gap=0.05, jawOpen=0.3), AU12=-10).weight("lipClose") == 0, "no smile, nothing to close"
    assert drawn(SMILING, AU25=-10, AU26=-10, AU12=-10).weight("lipClose") <= 1


def test_neutralise_leaves_gaze_and_rest() -> None:
    facts = face(mouthFrownLeft=0.5, eyeLookInLeft=0.7, browInnerUp=NEUTRAL_FLOOR / 2)
    found = drawn(facts, neutralise=100)
    assert found.weight("mouthFrownLeft") == pytest.approx(-0.85 * (0.5 - NEUTRAL_FLOOR))
    assert found.weight("eyeLookInLeft") == 0
    assert found.weight("browInnerUpLeft") == found.weight("browInnerUp") == 0
    assert not any(drawn(face(), neutralise=100).weights)


def test_a_smile_is_taken_out_as_far_as_there_is_one_and_its_lips_are_closed() -> None:
    assert drawn(face(lip_gap=0.03, jawOpen=0.4, mouthSmileLeft=0.1, mouthSmileRight=0.1), unsmile=100).is_zero
    gone = drawn(SMILING, unsmile=100)
    assert gone.weight("mouthSmileLeft") == drawn(SMILING, AU12=-10).weight("mouthSmileLeft") < -0.9
    assert gone.weight("lipClose") == 1
    half = face(lip_gap=0.03, mouthSmileLeft=0.35, mouthSmileRight=0.35)
    assert drawn(half, unsmile=100).weight("lipClose") == pytest.approx(1)
    assert 0 > drawn(half, unsmile=100).weight("mouthSmileLeft") > gone.weight("mouthSmileLeft")
    broad = drawn(face(mouthSmileLeft=0.97, mouthSmileRight=0.97), unsmile=100)
    assert broad.weight("mouthFrownLeft") > 2 * drawn(SMILING, AU12=-10).weight("mouthFrownLeft") > 0.3
    crooked = drawn(face(mouthSmileLeft=0.8), unsmile=100)
    assert crooked.weight("mouthSmileLeft") < -0.9 and crooked.weight("mouthSmileRight") == 0


def test_lips_that_a_smile_had_parted_are_not_lifted_again_by_a_wrinkled_nose() -> None:
    asked, only = drawn(SMILING, unsmile=100, AU9=8), drawn(SMILING, AU9=8)
    assert asked.weight("noseWrinkleLeft") == only.weight("noseWrinkleLeft") > 0.3
    assert asked.weight("mouthUpperUpLeft") == pytest.approx(0, abs=1e-12) and only.weight("mouthUpperUpLeft") > 0.1
    shut = face(mouthSmileLeft=0.8, mouthSmileRight=0.8)
    assert drawn(shut, unsmile=100, AU9=8).weight("mouthUpperUpLeft") > 0.1


def test_a_mouth_that_is_opened_anew_is_not_closed_before() -> None:
    assert drawn(SMILING, unsmile=100, AU26=7).weight("lipClose") == 0
    assert 0 < drawn(SMILING, unsmile=100, AU26=2).weight("lipClose") < 1


def test_lips_are_not_closed_over_teeth_that_a_raised_lip_bares() -> None:
    shut, sneer = drawn(SMILING, unsmile=100), drawn(SMILING, unsmile=100, upperlip=10)
    assert sneer.weight("lipClose") < 0.2 < shut.weight("lipClose")
    assert sneer.weight("mouthFrownLeft") == shut.weight("mouthFrownLeft") > 0
    assert drawn(SMILING, unsmile=100, AU9=8).weight("lipClose") == shut.weight("lipClose")


def test_a_smile_that_goes_narrows_the_mouth_and_opened_it_hangs_no_corners() -> None:
    closed, opened = (drawn(SMILING, unsmile=100, AU26=jaw) for jaw in (0, 7))
    broad = drawn(face(mouthSmileLeft=0.97, mouthSmileRight=0.97), unsmile=100)
    assert 0 < closed.weight("mouthPucker") < broad.weight("mouthPucker") < 0.3
    assert 0 < opened.weight("mouthFrownLeft") < 0.5 * closed.weight("mouthFrownLeft")
    assert opened.weight("mouthSmileLeft") == closed.weight("mouthSmileLeft")


def test_a_lip_that_a_smile_lifted_comes_down_in_a_mouth_that_opens_unless_it_is_asked_up() -> None:
    laughing = face(lip_gap=0.03, mouthSmileLeft=0.9, mouthSmileRight=0.9, mouthUpperUpLeft=0.6, mouthUpperUpRight=0.6)
    assert drawn(laughing, unsmile=100, AU26=7).weight("mouthUpperUpLeft") == pytest.approx(-0.6 * 0.85 * 0.5)
    assert drawn(laughing, unsmile=100, AU26=7, upperlip=8).weight("mouthUpperUpLeft") > 0.3
    assert drawn(laughing, AU26=7).weight("mouthUpperUpLeft") == 0


def test_one_side_leaves_the_other() -> None:
    found = drawn(face(), AU1L=8, AU12L=5, puffR=10)
    assert found.weight("browInnerUpLeft") > 0.5 and found.weight("browInnerUpRight") == 0
    assert found.weight("mouthSmileLeft") > 0.3 and found.weight("mouthSmileRight") == 0
    assert found.weight("cheekPuffRight") > 0.5 and found.weight("cheekPuffLeft") == 0


def test_raw_blendshapes_are_added_as_they_are() -> None:
    assert drawn(SMILING, mouthSmileLeft=0.4).weight("mouthSmileLeft") == pytest.approx(0.4)
    assert drawn(face(), jawOpen=0.4, AU26=0).weight("jawOpen") == pytest.approx(0.4)
    both = drawn(face(), browInnerUp=0.5)
    assert both.weight("browInnerUpLeft") == both.weight("browInnerUpRight") == pytest.approx(0.5)


def test_a_blink_is_a_whole_blink() -> None:
    assert drawn(face(eyeBlinkLeft=0.4), blink=10).weight("eyeBlinkLeft") == 1
    assert drawn(face(), blink=10, AU5=-10, wink=10).weight("eyeBlinkRight") == 1


@pytest.mark.parametrize("control", [control.id for control in CONTROLS
                                     if control.id not in ("wrinkles", "relight", "neutralise")])
def test_every_control_moves_something_at_both_ends(control: str) -> None:
    facts = face(lip_gap=0.03, jawOpen=0.3, mouthSmileRight=0.3)
    for value in {CONTROLS[control].minimum, CONTROLS[control].maximum} - {0.0}:
        assert not deformation(Look.of(CONTROLS, {control: value}), facts).is_zero


@pytest.mark.parametrize("control", [control.id for control in CONTROLS if control.id.startswith("AU")])
def test_weights_grow_with_the_slider(control: str) -> None:
    """From one end to the other, the blendshape a unit is made of only rises."""
    for facts in (face(), face(lip_gap=0.04, **{name: 0.5 for name in ARKIT_52})):
        rows = [deformation(Look.of(CONTROLS, {control: value}), facts).weights for value in range(-10, 11)]
        for name, gain in UNITS[control].plus.items():
            if gain > 0.4:
                steps = np.diff([row[weight_names().index(name)] for row in rows])
                assert steps.min() > -1e-6 and steps.sum() > 0.3, name


_VALUES = {control.id: st.floats(control.minimum, control.maximum) for control in CONTROLS}


@settings(max_examples=150)
@given(st.fixed_dictionaries({}, optional=_VALUES), st.lists(st.floats(0, 1, width=32), min_size=52, max_size=52),
       st.floats(0, 0.2))
def test_any_look_on_any_face_is_finite_and_bounded(values: dict[str, float], shown: list[float], gap: float) -> None:
    facts = FaceFacts(np.array(shown, np.float32), lip_gap=gap)
    found = deformation(Look.of(CONTROLS, values), facts)
    assert np.isfinite(found.weights).all() and np.abs(found.weights).max() < 4
    assert 0 <= found.weight("lipClose") <= 1 and 0 <= found.weight("foldFade") <= 1
    assert found.weight("jawOpen") >= -shown[ARKIT_INDEX["jawOpen"]] - 1e-6


def test_blendshapes_that_are_not_numbers_do_no_harm() -> None:
    shown = np.full(52, np.nan, np.float32)
    assert np.isfinite(deformation(Look.of(CONTROLS, {"AU12": -10, "neutralise": 100}), FaceFacts(shown)).weights).all()
