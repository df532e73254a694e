"""The visemes, and the track of them."""

import pickle
import tomllib
from typing import Any

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.speech.viseme_track import VisemeTrack
from engine.speech.visemes import VISEMES, visemes_of_arpabet, visemes_of_ipa


def named(places: tuple[int, ...]) -> list[str]:
    return [VISEMES[place] for place in places]


@pytest.mark.parametrize(("phoneme", "shown"), [
    ("p", ["PP"]), ("pʰ", ["PP"]), ("ˈiː", ["I"]), ("aɪ", ["aa", "I"]), ("t͡ʃ", ["CH"]), ("ts", ["SS"]),
    ("ɑ̃", ["aa"]), ("ç", ["kk"]), ("m̩", ["PP"]), ("aa", ["aa"]), ("_", ["sil"]), ("", []), ("☃", []),
    ("əʊ", ["E", "U"])])
def test_ipa_is_read_whatever_marks_it_has(phoneme: str, shown: list[str]) -> None:
    assert named(visemes_of_ipa(phoneme)) == shown


@pytest.mark.parametrize(("phoneme", "shown"), [("B", ["PP"]), ("aa1", ["aa"]), ("AY2", ["aa", "I"]), ("sil", ["sil"]),
                                                ("V", ["FF"]), ("XX", [])])
def test_arpabet_is_read_with_and_without_stress(phoneme: str, shown: list[str]) -> None:
    assert named(visemes_of_arpabet(phoneme)) == shown


@pytest.mark.parametrize("alphabet", ["ipa", "arpabet"])
def test_no_phoneme_stands_twice(alphabet: str) -> None:
    table = tomllib.loads((RESOURCES / "speech" / "visemes.toml").read_text(encoding="utf-8"))
    listed = [phoneme for row in table["viseme"] for phoneme in row[alphabet]]
    assert len(set(listed)) == len(listed) and not (alphabet == "arpabet" and set(listed) & set(table["glides"]))


def track(**changed: Any) -> VisemeTrack:
    scores = np.zeros((3, 15), np.float32)
    scores[:, 1] = 1
    return VisemeTrack(**{"scores": scores, "shut": np.ones(3), "voiced": np.zeros(3), "source": "a test"} | changed)


def test_a_track_is_compared_by_value_and_cannot_be_written() -> None:
    one = track()
    assert one == track() != track(source="another") and pickle.loads(pickle.dumps(one)) == one
    assert one.duration == pytest.approx(0.03) and one.times == pytest.approx([0.005, 0.015, 0.025])
    with pytest.raises(ValueError, match="read-only"):
        one.shut[0] = 0


@pytest.mark.parametrize("wrong", [
    {"scores": np.zeros((3, 15))}, {"scores": np.ones((3, 15)) / 14}, {"scores": np.full((3, 15), np.nan)},
    {"shut": np.ones(2)}, {"voiced": np.full(3, 1.5)}, {"source": ""},
    {"scores": np.zeros((0, 15)), "shut": np.zeros(0), "voiced": np.zeros(0)}, {"shut": np.full(3, -0.1)}])
def test_what_is_no_track_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(EngineError):
        track(**wrong)
