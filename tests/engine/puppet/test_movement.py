"""What a puppet's face does, as an independent look at the drawn pixels measures it."""

import numpy as np
import pytest

from engine.photo.crop import crop_for, cut
from engine.puppet.deformation import Deformation


def _both(name: str, value: float) -> dict[str, float]:
    return {f"{name}Left": value, f"{name}Right": value}


def _gap(landmarks: np.ndarray, upper: int, lower: int) -> float:
    """Between two landmarks, in distances of the outer canthi."""
    iod = np.hypot(*(landmarks[33, :2] - landmarks[263, :2]))
    return float(np.hypot(*(landmarks[upper, :2] - landmarks[lower, :2])) / iod)


def _look(subject, analyser, deformation: Deformation) -> np.ndarray:
    return analyser.faces(subject.shown(deformation))[0].landmarks


def test_blink_closes_both_eyes(closed_lips, analyser):
    before = _look(closed_lips, analyser, Deformation())
    after = _look(closed_lips, analyser, Deformation.of(_both("eyeBlink", 1.0)))
    for upper, lower in ((159, 145), (386, 374)):
        assert _gap(after, upper, lower) < 0.45 * _gap(before, upper, lower)


def test_one_eye_winks_and_the_other_stays(closed_lips, analyser):
    before = _look(closed_lips, analyser, Deformation())
    after = _look(closed_lips, analyser, Deformation.of({"eyeBlinkLeft": 1.0}))
    assert _gap(after, 386, 374) < 0.65 * _gap(before, 386, 374)  # the landmarker half expects two alike
    assert _gap(after, 159, 145) > 0.8 * _gap(before, 159, 145)


def test_jaw_opens_the_mouth_more_and_more(closed_lips, analyser):
    gaps = [_gap(_look(closed_lips, analyser, Deformation.of({"jawOpen": w})), 13, 14) for w in (0, 0.2, 0.4, 0.6)]
    assert gaps == sorted(gaps)
    assert gaps[-1] > gaps[0] + 0.08


def test_lips_over_teeth_can_be_closed(toothy_smile, analyser):
    before = _look(toothy_smile, analyser, Deformation())
    after = _look(toothy_smile, analyser, Deformation.of({"lipClose": 1.0}))
    assert _gap(before, 13, 14) > 0.08
    assert _gap(after, 13, 14) < 0.3 * _gap(before, 13, 14)


def test_lips_closed_over_teeth_meet_in_a_seam_that_never_breaks(toothy_smile):
    """A gap of some breadth, in which their own shade is drawn: less leaves dashes where pixels happen to be hit."""
    motion = toothy_smile.puppet.frame.motion
    positions = motion.move(Deformation.of({"lipClose": 1.0})).positions
    upper, lower = (positions[numbers, :2] for numbers in motion.mesh.rims["mouth"])
    gap = ((lower - upper) @ motion.mesh.axes.down / motion.mesh.axes.height)[4:-4]
    assert gap.min() > 0.001 and gap.max() < 0.004


@pytest.mark.parametrize("yaw", [-12.0, 12.0])
def test_head_turns_to_the_side_asked_for(closed_lips, analyser, yaw):
    def nose(landmarks: np.ndarray) -> float:
        left, right = landmarks[454, 0], landmarks[234, 0]
        return float((landmarks[1, 0] - (left + right) / 2) / (left - right))

    turned = nose(_look(closed_lips, analyser, Deformation(yaw=yaw))) - nose(closed_lips.landmarks)
    # The subject's left is the picture's right.
    assert np.sign(turned) == np.sign(yaw)
    assert abs(turned) > 0.04


@pytest.mark.parametrize(("axis", "degrees"), [("yaw", 20), ("yaw", -20), ("pitch", 15), ("pitch", -15), ("roll", 20)])
@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_a_head_turns_by_as_much_as_asked(who, axis, degrees, analyser, request):
    subject = request.getfixturevalue(who)
    before, after = (analyser.faces(subject.shown(look))[0]
                     for look in (Deformation(), Deformation.of({}, **{axis: float(degrees)})))
    assert (getattr(after, axis) - getattr(before, axis)) / degrees == pytest.approx(1, abs=0.2)


@pytest.mark.parametrize("pitch", [-10.0, 10.0])
def test_skin_is_as_bright_on_a_head_that_nods(toothy_smile, analyser, pitch):
    def brightness(look: Deformation) -> float:
        picture = toothy_smile.shown(look)
        cheeks = analyser.faces(picture)[0].landmarks[[50, 280, 101, 330, 205, 425], :2].astype(int)
        return float(np.mean([picture[y - 2:y + 3, x - 2:x + 3].mean() for x, y in cheeks]))

    assert brightness(Deformation(pitch=pitch)) == pytest.approx(brightness(Deformation()), rel=0.03)


def test_eyes_look_where_they_are_told(closed_lips, analyser):
    def iris(landmarks: np.ndarray) -> np.ndarray:
        return (landmarks[468, :2] - (landmarks[33, :2] + landmarks[133, :2]) / 2) / np.hypot(
            *(landmarks[33, :2] - landmarks[133, :2]))

    rest = iris(_look(closed_lips, analyser, Deformation()))
    to_left = iris(_look(closed_lips, analyser, Deformation.of({"eyeLookOutLeft": 0.8, "eyeLookInRight": 0.8})))
    up = iris(_look(closed_lips, analyser, Deformation.of(_both("eyeLookUp", 0.9))))
    assert to_left[0] > rest[0] + 0.08
    assert up[1] < rest[1] - 0.015  # the landmarker itself hardly believes in a raised gaze


def test_lips_and_lids_never_pass_through_each_other(closed_lips, toothy_smile):
    rng = np.random.default_rng(5)
    for subject in (closed_lips, toothy_smile):
        motion = subject.puppet.frame.motion
        down, height = motion.mesh.axes.down, motion.mesh.axes.height
        for _ in range(60):
            values = rng.uniform(-1, 1.2, len(Deformation().weights))
            moved = motion.move(Deformation(tuple(values.tolist()))).positions[:, :2]
            for upper, lower in motion.mesh.rims.values():
                gap = (moved[lower] - moved[upper]) @ down / height
                assert gap.min() > -1e-3


def test_crop_is_square_whole_and_repeats_the_edge(closed_lips):
    crop = crop_for(closed_lips.face.landmarks)
    assert crop.side % 2 == 0
    photo = np.arange(60 * 40 * 3, dtype=np.uint16).reshape(60, 40, 3)
    from engine.photo.crop import Crop

    square = cut(photo, Crop(-5, 20, 70))
    assert square.shape == (70, 70, 3) and square.dtype == np.uint16
    assert (square[0:40, 5:45] == photo[20:60]).all()
    assert (square[10, :5] == photo[30, 0]).all() and (square[40:, 50] == photo[59, 39]).all()
    outside = cut(photo, Crop(200, 200, 10))
    assert (outside == photo[-1, -1]).all()
