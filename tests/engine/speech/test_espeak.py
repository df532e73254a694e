"""Texts said by espeak-ng: where it is installed really, and everywhere what is said of texts that cannot be said."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.speech import espeak_apart
from engine.speech.espeak import MOST_CHARACTERS, pair_of_voices, plain_text, say, voice_of
from engine.speech.from_phonemes import track_of
from engine.speech.mouth_motion import mouth_motion
from engine.speech.visemes import PP, VISEME_INDEX

try:
    espeak_apart._library()
except EngineError:
    NOT_THERE = "espeak-ng is not installed"
else:
    NOT_THERE = ""
spoken = pytest.mark.skipif(bool(NOT_THERE), reason=NOT_THERE)


@spoken
def test_a_text_is_sound_and_phonemes_on_one_clock() -> None:
    said = say("Baby bubble popped.")
    assert said.samples.dtype == np.int16 and 1 < said.duration < 2.5 and np.abs(said.samples).max() > 1000
    signs = [one.sign for one in said.phonemes.spoken]
    assert signs[:2] == ["b", "eɪ"] and said.phonemes.end <= said.duration + 0.02
    assert said.phonemes.source == "espeak-ng" and said.phonemes.unknown == ()
    loud = [np.abs(said.samples[int(one.start * said.rate):int(one.end * said.rate)].astype(float)).mean()
            for one in said.phonemes.spoken if one.sign in ("ɑː", "ɒ", "p")]
    assert max(loud[0], loud[2]) * 0.3 < max(loud), "vowels sound where they are said to"


@spoken
@pytest.mark.parametrize(("voice", "text"), [
    ("en-us", "My mother's map maybe blew by. Happy people pop up, above problems; stop, Bob, stop moving!"),
    ("de", "Baumwipfel pappeln, mein Papa liebt Pflaumen. Aber bitte, mach's Bett ab!"),
    ("fr", "Mon papa part pour Bamako, puis ma maman m'embrasse."),
    ("es", "Mi mamá me mima, y papá pinta bombas amplias.")])
def test_every_p_b_and_m_shuts_and_every_open_vowel_opens(voice: str, text: str) -> None:
    said = say(text, voice).with_rest(0.2, 0.3)
    mouth = mouth_motion(track_of(said.phonemes, said.duration))
    shut = [one for one in said.phonemes.spoken if one.visemes == (PP,)]
    assert len(shut) >= 10
    for one in shut:
        inside = (mouth.times > one.start - 0.01) & (mouth.times < one.end + 0.01)
        assert mouth.gap[inside].min() < 0.001, one
    for one in said.phonemes.spoken:
        if one.visemes == (VISEME_INDEX["aa"],) and one.end - one.start > 0.06:
            inside = (mouth.times > one.start) & (mouth.times < one.end)
            assert mouth.gap[inside].max() > 0.015, one


@spoken
def test_nothing_appears_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert say("Bob.").duration > 0 and list(tmp_path.iterdir()) == []


@spoken
def test_a_slower_voice_takes_longer() -> None:
    assert say("one two three", words_a_minute=100).duration > 1.3 * say("one two three", words_a_minute=200).duration


@spoken
def test_a_language_is_a_voice_and_another_is_none() -> None:
    assert say("mother", "en-gb").phonemes.spoken[0].sign == "m"
    with pytest.raises(EngineError, match="no voice 'qq-qq'"):
        say("mother", "qq-qq")


@spoken
def test_what_reads_like_markup_and_control_is_read_as_text() -> None:
    assert say("<speak>ma\0ma\n[[ba]]</speak>").duration > 0.3


@pytest.mark.parametrize(("text", "words"), [
    ("", "nothing in the text"), (" \n\t\0", "nothing in the text"), ("a" * (MOST_CHARACTERS + 1), "half an hour"),
    ("妈" * (MOST_CHARACTERS // 4 + 1), "at most 6000")])
def test_what_cannot_be_said_is_told_in_one_line(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        say(text)


@pytest.mark.parametrize(("voice", "speed"), [("../etc/passwd", 150), ("en us", 150), ("e" * 99, 150), ("en", 5000)])
def test_voices_are_names_and_speeds_are_within_reason(voice: str, speed: int) -> None:
    with pytest.raises(UsageError):
        say("a", voice, speed)


def test_without_espeak_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> None:
        raise OSError

    monkeypatch.setattr(espeak_apart.ctypes, "CDLL", absent)
    with pytest.raises(EngineError, match="espeak-ng, which speaks texts, is not on this machine"):
        espeak_apart.speak(b"a", "en", 150)


@pytest.mark.parametrize(("text", "voice"), [("Hello", "en-us"), ("мама", "ru"), ("ママは日本", "ja"), ("妈妈", "cmn"),
                                             ("엄마", "ko"), ("12!", "en-us"), ("Ελλάδα in English, ναι", "el")])
def test_a_voice_is_found_for_the_script(text: str, voice: str) -> None:
    assert voice_of(text) == voice


def test_two_voices_say_a_text_unless_one_is_asked_for() -> None:
    assert pair_of_voices("мама") == ("ru", "ru+f3") and pair_of_voices("x", "en+m2") == ("en+m2",)


def test_control_signs_are_spaces() -> None:
    assert plain_text(" a\0b\ud800c ") == "a b c"


def test_the_child_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that dies of a text is a line, too."""
    from engine.process.call import CallFailed
    from engine.speech import espeak

    def dies(*_: object) -> Callable[[], None]:
        raise CallFailed

    monkeypatch.setattr(espeak, "call_apart", dies)
    with pytest.raises(EngineError, match="gave up"):
        say("a")
