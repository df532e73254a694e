"""Which keys are let in, and which a face has a use for."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.photo.arkit import ARKIT_INDEX
from engine.puppet.facts import FaceFacts
from engine.puppet.keys.acceptance import FARTHEST, refusal, wanted


def _blendshapes(**values: float) -> np.ndarray:
    shapes = np.zeros(52, np.float32)
    for name, value in values.items():
        for side in ("Left", "Right"):
            shapes[ARKIT_INDEX[name + side]] = value
    return shapes


def test_a_key_that_shows_what_it_should_is_let_in(grave, merry):
    assert refusal(replace(merry.keys["neutral"], blendshapes=_blendshapes(mouthSmile=0.1))) is None
    assert refusal(replace(grave.keys["smile"], blendshapes=_blendshapes(mouthSmile=0.8))) is None
    for sitting in (grave, merry):
        assert refusal(replace(sitting.keys["closed-eyes"], blendshapes=_blendshapes(eyeBlink=0.6))) is None


@pytest.mark.parametrize("kind", ["closed-eyes", "smile"])
def test_another_face_is_refused_whatever_it_shows(grave, kind):
    good = replace(grave.keys[kind], blendshapes=_blendshapes(mouthSmile=0.8, eyeBlink=0.6))
    assert refusal(replace(good, identity=FARTHEST)) is None
    assert "another face" in str(refusal(replace(good, identity=FARTHEST + 0.01)))
    assert "measured" in str(refusal(replace(good, identity=float("nan"))))


def test_a_key_that_misses_its_target_is_refused(grave, merry):
    smile, shut, neutral = grave.keys["smile"], grave.keys["closed-eyes"], merry.keys["neutral"]
    assert "smile" in str(refusal(replace(smile, blendshapes=_blendshapes(mouthSmile=0.3))))
    assert "teeth" in str(refusal(replace(smile, blendshapes=_blendshapes(mouthSmile=0.9),
                                          landmarks=smile.reference_landmarks)))
    assert "teeth" in str(refusal(replace(smile, blendshapes=_blendshapes(mouthSmile=0.9), picture=_dark_mouth(smile))))
    assert "close" in str(refusal(replace(shut, blendshapes=_blendshapes(eyeBlink=0.2))))
    assert "close" in str(refusal(replace(shut, blendshapes=_blendshapes(eyeBlink=0.9),
                                          landmarks=shut.reference_landmarks)))
    assert "still smiles" in str(refusal(replace(neutral, blendshapes=_blendshapes(mouthSmile=0.5))))
    assert "open" in str(refusal(replace(neutral, blendshapes=_blendshapes(), landmarks=neutral.reference_landmarks)))


def _dark_mouth(key) -> np.ndarray:
    picture = key.picture.copy()
    (left, top), (right, bottom) = ((limit(key.landmarks[[78, 308, 13, 14], :2], axis=0)).astype(int)
                                    for limit in (np.min, np.max))
    picture[top:bottom + 1, left:right + 1] //= 4
    return picture


def test_a_turned_head_is_refused(grave):
    key = replace(grave.keys["smile"], blendshapes=_blendshapes(mouthSmile=0.8))
    turned = key.landmarks.copy()
    turned[4, 0] += 0.1 * float(np.hypot(*(turned[263, :2] - turned[33, :2])))
    assert refusal(replace(key, landmarks=turned)) == "the head turned"


def test_a_face_is_given_what_it_does_not_show_itself():
    assert wanted(FaceFacts(_blendshapes())) == ("closed-eyes", "smile")
    assert wanted(FaceFacts(_blendshapes(mouthSmile=0.9), lip_gap=0.05)) == ("closed-eyes", "neutral")
    assert wanted(FaceFacts(_blendshapes(mouthSmile=0.5), lip_gap=0.0)) == ("closed-eyes", "neutral", "smile")
    assert wanted(FaceFacts(_blendshapes(eyeBlink=0.9))) == ("smile",)


@pytest.mark.parametrize("change", [
    {"kind": "frown"}, {"picture": np.zeros((64, 32, 3), np.uint8)}, {"reference": np.zeros((64, 64, 3), np.uint8)},
    {"picture": np.zeros((64, 64, 3), np.float32)}, {"landmarks": np.zeros((68, 2), np.float32)},
    {"reference_landmarks": np.full((478, 3), np.nan)}, {"blendshapes": np.zeros(51)},
    {"reference_blendshapes": np.full(52, np.inf)},
])
def test_what_is_no_key_is_refused_with_a_reason(grave, change):
    with pytest.raises(EngineError):
        replace(grave.keys["smile"], **change)
