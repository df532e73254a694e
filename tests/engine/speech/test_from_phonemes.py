"""Phonemes as a track, and what is mended of espeak-ng's stops."""

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.speech.closures import parted_before_the_end, with_closures
from engine.speech.from_phonemes import track_of
from engine.speech.phonemes import Phoneme, TimedPhonemes, in_order
from engine.speech.visemes import VISEMES
from tests.engine.speech.said import said, tone


def shown(track, seconds):
    return VISEMES[int(track.scores[int(seconds * 100)].argmax())]


def test_every_phoneme_has_its_mouth_and_the_rest_is_rest() -> None:
    track = track_of(said(("b", 0.1), ("aɪ", 0.2), ("s", 0.1)), 1.0)
    assert [shown(track, at) for at in (0.1, 0.25, 0.32, 0.48, 0.55, 0.8)] == ["sil", "PP", "aa", "I", "SS", "sil"]
    assert len(track) == 100 and track.source == "a test"
    assert track.shut[25] == 1 and track.shut[35] == 0
    assert track.voiced[25] == 1 and track.voiced[55] == 0 and track.voiced[80] == 0


def test_a_row_that_two_share_is_shared() -> None:
    assert track_of(said(("b", 0.104), ("s", 0.1))).scores[30, [1, 7]] == pytest.approx([0.4, 0.6], abs=0.01)


def test_h_has_the_mouth_of_what_follows_and_an_unknown_sign_that_of_what_was() -> None:
    track = track_of(said(("h", 0.1), ("u", 0.1), ("☃", 0.1)))
    assert [shown(track, at) for at in (0.25, 0.35, 0.45)] == ["U", "U", "U"]


@pytest.mark.parametrize("wrong", [
    [("a", 0.2, 0.1)], [("a", 0.0, 0.2), ("b", 0.1, 0.3)], [("☃", 0.0, 0.1)], [("a", 0.0, float("nan"))],
    [("a", 0.0, 8000.0)], [("a", -1.0, 1.0)], []])
def test_times_that_do_not_go_forward_are_refused(wrong) -> None:
    from engine.speech.visemes import visemes_of_ipa

    with pytest.raises(EngineError):
        TimedPhonemes(tuple(Phoneme(sign, visemes_of_ipa(sign), start, end) for sign, start, end in wrong), "x")


def test_overlaps_are_cut_from_the_earlier_one() -> None:
    put = in_order([("b", (1,), 0.2, 0.4), ("a", (10,), 0.0, 0.3)], "x")
    assert [(one.sign, one.start, one.end) for one in put.spoken] == [("a", 0.0, 0.2), ("b", 0.2, 0.4)]


def test_lips_of_a_p_are_shut_over_the_quiet_before_its_burst() -> None:
    """As espeak-ng tells it the vowel lasts to the burst."""
    rate = 16000
    sound = np.concatenate([tone(0.30, rate), 0.001 * tone(0.06, rate), tone(0.24, rate)])
    mended = with_closures(said(("ɑ", 0.36), ("p", 0.05), ("ɑ", 0.19), start=0.0), sound, rate).spoken
    assert [one.sign for one in mended] == ["ɑ", "p", "ɑ"]
    assert mended[1].start == mended[0].end == pytest.approx(0.30, abs=0.006)
    assert mended[1].end == mended[2].start == pytest.approx(0.36 + 0.012)


def test_without_any_quiet_it_is_shut_for_as_long_as_usual() -> None:
    mended = with_closures(said(("ɑ", 0.36), ("p", 0.05), ("ɑ", 0.19), start=0.0), tone(0.6), 16000).spoken
    assert mended[1].start == pytest.approx(0.32, abs=0.003)


def test_a_vowel_between_two_stops_keeps_half_of_its_time() -> None:
    quiet = np.zeros(16000, np.float32)
    mended = with_closures(said(("p", 0.02), ("ɑ", 0.06), ("p", 0.03), start=0.5), quiet, 16000).spoken
    assert [one.sign for one in mended] == ["p", "ɑ", "p"] and mended[1].end - mended[1].start > 0.025


def test_a_stop_before_a_stop_stays_shut_until_that_one() -> None:
    mended = with_closures(said(("ɑ", 0.2), ("p", 0.12), ("t", 0.05)), tone(1.0), 16000).spoken
    assert mended[1].end == mended[2].start == pytest.approx(0.52)


def test_a_b_parts_before_the_phoneme_ends_and_an_m_does_not() -> None:
    mended = with_closures(said(("b", 0.09), ("ɑ", 0.2), ("m", 0.1), ("ɑ", 0.1)), tone(1.0), 16000).spoken
    assert mended[0].end == mended[1].start == pytest.approx(0.245) and mended[2].end == pytest.approx(0.59)
    by_people = parted_before_the_end(said(("b", 0.1), ("ɑ", 0.2), ("m", 0.1), ("ɑ", 0.1))).spoken
    assert by_people[0].end == by_people[1].start == pytest.approx(0.276) and by_people[2].end == pytest.approx(0.6)
