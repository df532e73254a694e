"""What the mouth does: p, b and m shut, open vowels open, f and v bite, and nothing jumps."""

import numpy as np
import pytest

from engine.motion.channel_names import SHAPES
from engine.speech.from_phonemes import track_of
from engine.speech.liveliness import Liveliness, lively_motion
from engine.speech.mouth_motion import MouthMotion, mouth_motion
from engine.speech.mouth_shapes import mouth_shapes
from engine.speech.phoneme_file import read_phonemes
from engine.speech.viseme_track import VisemeTrack
from engine.speech.visemes import FF, PP, VISEME_INDEX
from tests.engine.speech.said import BABY, said

FRAMES = np.arange(0, 5, 1 / 25)
"""Of a slow film."""
PHONEMES = read_phonemes(BABY)


def moved(*phonemes: tuple[str, float]) -> MouthMotion:
    return mouth_motion(track_of(said(*phonemes), 1.5))


@pytest.fixture(scope="module")
def baby() -> MouthMotion:
    return mouth_motion(track_of(PHONEMES, PHONEMES.end + 0.3))


def at_frames(mouth: MouthMotion, values: np.ndarray, start: float, end: float, late: float) -> np.ndarray:
    times = FRAMES + late
    times = times[(times >= start) & (times <= end)]
    return np.interp(times, mouth.times, values)


@pytest.mark.parametrize("late", np.linspace(0, 1 / 25, 5))
def test_every_p_b_and_m_shuts_in_some_frame_of_a_slow_film(baby: MouthMotion, late: float) -> None:
    places = [one for one in PHONEMES.spoken if one.visemes == (PP,)]
    assert len(places) >= 12
    for one in places:
        assert at_frames(baby, baby.gap, one.start - 0.03, one.end + 0.03, late).min() < 0.001, one


def test_every_open_vowel_opens(baby: MouthMotion) -> None:
    for one in PHONEMES.spoken:
        if one.visemes and one.visemes[0] in (VISEME_INDEX["aa"], VISEME_INDEX["E"]):
            inside = (baby.times > one.start) & (baby.times < one.end)
            assert baby.gap[inside].max() > 0.02, one


def test_f_and_v_bite_with_lips_apart(baby: MouthMotion) -> None:
    found = [one for one in PHONEMES.spoken if one.visemes == (FF,)]
    assert len(found) >= 4
    for one in found:
        inside = (baby.times > one.start) & (baby.times < one.end)
        assert baby.bite[inside].max() == 1 and baby.gap[inside].max() > 0.015
    assert (baby.bite * baby.shut).max() < 0.3


def test_nothing_jumps(baby: MouthMotion) -> None:
    """A hundredth of a second: lips shut in 40 ms, and between two closures in less."""
    assert np.abs(np.diff(baby.weights, axis=0)).max() < 0.25
    assert np.abs(np.diff(baby.gap)).max() < 0.04 and np.abs(np.diff(baby.bite)).max() < 0.5
    assert baby.weights.min() >= 0 and baby.weights.max() <= 1 and set(baby.names) <= SHAPES


def test_lips_come_round_before_the_vowel_and_stay_so_through_a_consonant() -> None:
    mouth = moved(("s", 0.15), ("u", 0.3))
    pucker = mouth.weights[:, mouth.names.index("mouthPucker")]
    assert pucker[33] > 0.15, "20 ms before the u"
    through = moved(("u", 0.2), ("k", 0.08), ("u", 0.2))
    pucker = through.weights[:, through.names.index("mouthPucker")]
    assert pucker[40:48].min() > 0.4, "a k takes on the lips around it"


def test_a_vowel_between_two_closures_is_seen() -> None:
    mouth = moved(("b", 0.05), ("ʌ", 0.09), ("b", 0.05), ("ʌ", 0.09), ("b", 0.05))
    assert mouth.gap[25:34].max() > 0.02 and mouth.gap[39:48].max() > 0.02
    assert len(mouth.closures) == 3


def test_doubtful_scores_do_not_flicker() -> None:
    """A net is unsure: below the threshold nothing shuts, and once shut lips part late."""
    shut = np.zeros(60)
    shut[10:16], shut[30:40], shut[33:36] = 0.5, 0.9, 0.4
    scores = np.zeros((60, 15))
    scores[:, PP], scores[:, VISEME_INDEX["aa"]] = shut, 1 - shut
    assert [(round(start, 3), round(end, 3)) for start, end in
            mouth_motion(VisemeTrack(scores, shut, np.ones(60), "x")).closures] == [(0.3, 0.4)]


def test_silence_is_rest() -> None:
    scores = np.zeros((50, 15))
    scores[:, 0] = 1
    mouth = mouth_motion(VisemeTrack(scores, np.zeros(50), np.zeros(50), "x"))
    assert not mouth.gap.any() and not mouth.weights.any() and mouth.closures == ()


def test_the_shapes_are_whole() -> None:
    shapes = mouth_shapes()
    assert set(shapes.names) <= SHAPES and shapes.weights.min() >= 0 and shapes.weights.max() <= 1
    assert shapes.gap.argmax() == VISEME_INDEX["aa"] and shapes.open.min() > 0 and shapes.round.min() > 0


def test_a_seed_makes_the_same_face_and_another_seed_another(baby: MouthMotion) -> None:
    one, again, other = (lively_motion(baby, Liveliness(seed)) for seed in (3, 3, 4))
    assert np.array_equal(one.weights, again.weights) and np.array_equal(one.head, again.head)
    assert not np.array_equal(one.head, other.head)
    assert np.abs(np.degrees(one.head)).max() < 12 and np.abs(np.diff(one.head, axis=0)).max() < np.radians(1)


def test_blinks_brows_and_head_are_switched_apart(baby: MouthMotion) -> None:
    whole = lively_motion(baby, Liveliness(1))
    assert whole.weights[:, 0].max() == 1 and whole.weights[:, 2].max() > 0.1 and whole.head.any()
    for name, gone in (("blinks", slice(0, 2)), ("brows", slice(2, 5))):
        without = lively_motion(baby, Liveliness(1, **{name: False}))
        assert not without.weights[:, gone].any()
        rest = [column for column in range(5) if not gone.start <= column < gone.stop]
        assert np.array_equal(without.weights[:, rest], whole.weights[:, rest])
        assert np.array_equal(without.head, whole.head)
    assert not lively_motion(baby, Liveliness(1, head=False)).head.any()
