"""Sounds alone, and sounds with their text."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.media.sound_reader import Sound
from engine.speech import from_loudness, listening, sphinx
from engine.speech.aligning import LONGEST_ALIGNED, aligned
from engine.speech.espeak import SpokenText
from engine.speech.finding import SpeechRequest, find_speech
from engine.speech.listening import check_audible, listen
from engine.speech.mouth_motion import mouth_motion
from engine.speech.phonemes import TimedPhonemes
from engine.speech.spectrum import RATE, band_centres, log_mel
from engine.speech.visemes import VISEME_INDEX
from engine.speech.wave_file import wave_bytes
from tests.engine.speech.said import BABY, said, tone


def sound(samples: np.ndarray) -> Sound:
    return Sound(samples.astype(np.float32), RATE, Fraction(0), 1, RATE)


def voiced(kinds: list[tuple[float, float, float]], pitch: float = 110.0) -> np.ndarray:
    """(N,) of (seconds, Hz, loudness): a buzz that is loudest around a frequency; 0 Hz is hiss."""
    random = np.random.default_rng(1)
    pieces = []
    for seconds, hertz, loud in kinds:
        times = np.arange(round(seconds * RATE)) / RATE
        if hertz:
            harmonics = np.arange(1, 40) * pitch
            share = np.exp(-0.5 * ((harmonics - hertz) / 220) ** 2) + 0.002
            piece = (share[:, None] * np.sin(2 * np.pi * harmonics[:, None] * times)).sum(0)
        else:
            piece = np.diff(random.normal(size=len(times) + 1))
        pieces.append(loud * piece / np.abs(piece).max())
    whole = np.concatenate(pieces)
    return (whole + 1e-4 * random.normal(size=len(whole))).astype(np.float32)


def test_bands_are_where_the_tone_is_and_rows_where_it_sounds() -> None:
    mel = log_mel(np.concatenate([np.zeros(RATE // 2, np.float32), tone(0.5, hertz=1000)]), 40)
    assert mel.shape == (100, 40) and abs(band_centres(40)[mel[75].argmax()] - 1000) < 100
    assert mel[:48].max() < mel[52:].max(1).min()
    assert log_mel(np.zeros(0, np.float32), 40).shape == (1, 40)
    assert log_mel(np.zeros(161, np.float32), 40).shape == (2, 40)


def text_of(kinds: list[tuple[str, float, float, float]], start: float) -> SpokenText:
    """What an espeak-ng would say."""
    samples = np.concatenate([np.zeros(round(start * RATE)), voiced([kind[1:] for kind in kinds], 95.0),
                              np.zeros(RATE // 5)])
    return SpokenText((samples * 32767).astype(np.int16), RATE, said(*((sign, seconds) for sign, seconds, *_ in kinds),
                                                                     start=start))


KINDS = [("ɑ", 0.15, 750.0, 0.5), ("m", 0.08, 150.0, 0.2), ("i", 0.12, 2300.0, 0.4), ("s", 0.10, 0.0, 0.2),
         ("ɑ", 0.14, 750.0, 0.5), ("b", 0.06, 150.0, 0.1), ("u", 0.12, 320.0, 0.4), ("ʃ", 0.1, 0.0, 0.3),
         ("i", 0.15, 2300.0, 0.4)]


def test_a_text_is_laid_on_a_slower_speaker_with_a_pause() -> None:
    slower = [(sign, seconds * 1.5, hertz, loud) for sign, seconds, hertz, loud in KINDS]
    spoken = np.concatenate([np.zeros(RATE // 2), voiced([kind[1:] for kind in slower[:4]], 170.0),
                             np.zeros(RATE // 2), voiced([kind[1:] for kind in slower[4:]], 170.0),
                             np.zeros(RATE // 4)])
    spoken = spoken + 1e-4 * np.random.default_rng(2).normal(size=len(spoken))
    found = run(aligned([text_of(KINDS, 0.2)], sound(spoken)))
    heard = [one for one in found.spoken if one.sign]
    assert [one.sign for one in heard] == [sign for sign, *_ in KINDS]
    at = 0.5
    for number, (one, (_, seconds, *_)) in enumerate(zip(heard, slower, strict=True)):
        at += 0.5 if number == 4 else 0.0
        assert one.start == pytest.approx(at, abs=0.045) and one.end == pytest.approx(at + seconds, abs=0.045)
        at += seconds
    assert any(not one.sign and one.end - one.start > 0.4 for one in found.spoken), "the mouth rests in the pause"
    assert "laid on the sound" in found.source


def test_the_nearer_voice_leads() -> None:
    """The other says something else altogether."""
    other = text_of([("s", 0.4, 0.0, 0.3), ("ɑ", 0.6, 900.0, 0.4)], 0.2)
    spoken = np.concatenate([np.zeros(3000), voiced([kind[1:] for kind in KINDS], 100.0), np.zeros(3000)])
    found = run(aligned([other, text_of(KINDS, 0.2)], sound(spoken)))
    assert [one.sign for one in found.spoken if one.sign] == [sign for sign, *_ in KINDS]


def test_a_sound_too_short_for_its_text_and_one_too_long_are_refused() -> None:
    with pytest.raises(EngineError, match="too short for the text"):
        run(aligned([text_of(KINDS * 4, 0.2)], sound(np.concatenate([np.zeros(4000), tone(0.3), np.zeros(4000)]))))
    with pytest.raises(UsageError, match="up to 10 minutes"):
        run(aligned([text_of(KINDS, 0.2)], sound(np.zeros(round((LONGEST_ALIGNED + 1) * RATE), np.float32))))


def test_loudness_opens_the_mouth_and_a_hiss_does_not() -> None:
    kinds = [(0.3, 700.0, 0.5), (0.3, 0.0, 0.3), (0.3, 700.0, 0.5)]
    track = from_loudness.track_of_sound(np.concatenate([np.zeros(RATE // 2), voiced(kinds), np.zeros(RATE // 2)]))
    gap = mouth_motion(track).gap
    assert gap[60:75].mean() > 1.2 * gap[90:105].mean() and gap[:35].max() < 0.01 and gap[-30:].max() < 0.01
    assert track.scores[95, VISEME_INDEX["SS"]] == 1 and track.source == "loudness and formants"


def test_silence_is_told_of() -> None:
    with pytest.raises(EngineError, match="nothing is heard in it"):
        check_audible(sound(np.full(RATE, 1e-4)), Path("quiet.wav"))
    check_audible(sound(tone(0.1, loud=0.01)), Path("soft.wav"))


def test_the_first_that_is_ready_listens_and_says_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "LISTENERS", listening.LISTENERS[-1:])
    heard = run(listen(sound(tone(1.0))))
    assert heard.track.source == "loudness and formants" and "p, b and m are guessed" in heard.notes[0]
    with pytest.raises(UsageError, match="'a parrot' cannot listen here"):
        run(listen(sound(tone(1.0)), "a parrot"))
    assert run(listen(sound(tone(1.0)), "loudness")).track.source == from_loudness.SOURCE


@pytest.mark.skipif(not sphinx.installed(), reason="pocketsphinx is not installed")
def test_pocketsphinx_says_so_where_it_hears_nothing() -> None:
    assert sphinx.track_of_sound(tone(1.0)).source == "PocketSphinx"


def test_phonemes_need_no_sound_and_a_sound_lends_its_clock(tmp_path: Path) -> None:
    alone = run(find_speech(SpeechRequest(phonemes=BABY)))
    assert alone.sound is None and alone.samples is None and alone.track.source == BABY.name
    wav = tmp_path / "a.wav"
    wav.write_bytes(wave_bytes((tone(6.0, 8000) * 32767).astype(np.int16), 8000))
    both = run(find_speech(SpeechRequest(phonemes=BABY, sound=wav)))
    assert both.sound == wav and both.track.duration == pytest.approx(6.0, abs=0.02)
    assert "8000 samples a second" in both.notes[0]


def test_times_that_go_far_beyond_their_sound_are_refused_and_a_little_is_told_of(tmp_path: Path) -> None:
    wav, times = tmp_path / "a.wav", tmp_path / "a.csv"
    wav.write_bytes(wave_bytes((tone(0.6, 8000) * 32767).astype(np.int16), 8000))
    times.write_text("m,0,120\na,120,300\nm,300,600\n", encoding="utf-8")
    with pytest.raises(EngineError, match=r"go to 600 s, and the sound to 0.600 s.*in seconds"):
        run(find_speech(SpeechRequest(phonemes=times, sound=wav)))
    times.write_text("m,0,0.5\na,0.5,1\n", encoding="utf-8")
    assert "0.40 s after the sound" in run(find_speech(SpeechRequest(phonemes=times, sound=wav))).notes[0]


def test_what_nobody_knows_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("m,0,1\n☃,1,2\n", encoding="utf-8")
    assert "☃" in run(find_speech(SpeechRequest(phonemes=path))).notes[0]


@pytest.mark.parametrize("wrong", [{}, {"text": "a", "phonemes": BABY}, {"phonemes": BABY, "voice": "de"},
                                   {"sound": BABY, "words_a_minute": 200}, {"text": "a", "listener": "network"},
                                   {"sound": BABY, "text": "a", "listener": "network"},
                                   {"phonemes": BABY, "sound": BABY, "listener": "network"}])
def test_something_must_be_given_and_not_too_much(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        SpeechRequest(**wrong)  # type: ignore[arg-type]


def test_times_are_kept_when_shifted() -> None:
    moved = said(("m", 0.1), ("ɑ", 0.2)).shifted(1.0)
    assert isinstance(moved, TimedPhonemes) and moved.spoken[0].start == pytest.approx(1.2)
