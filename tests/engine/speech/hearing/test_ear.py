"""A sound heard as it comes in."""

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.speech.hearing.ear import Ear, HeardRows
from engine.speech.viseme_track import STEP
from engine.speech.visemes import SIL

RATE = 16000


def joined(parts: list[HeardRows]) -> np.ndarray:
    return np.concatenate([np.column_stack([part.scores, part.shut, part.voiced]) for part in parts])


def voice(seconds: float, rate: int = RATE) -> np.ndarray:
    """A hum that opens and shuts three times a second."""
    time = np.arange(int(seconds * rate)) / rate
    hum = sum(np.sin(2 * np.pi * 120 * part * time) / part for part in range(1, 12))
    return (0.1 * hum * (np.sin(2 * np.pi * 3 * time) > 0)).astype(np.float32)


@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_pieces_give_the_same_as_the_whole(rate: int) -> None:
    pick = np.random.default_rng(2)
    sound = voice(1.3, rate) + pick.normal(0, 0.002, int(1.3 * rate)).astype(np.float32)
    whole, pieces = Ear(rate), Ear(rate)
    wanted = joined([whole.hear(sound), whole.end()])
    told = joined([*(pieces.hear(piece) for piece in np.split(sound, np.sort(pick.integers(0, len(sound), 25)))),
                   pieces.end()])
    assert len(wanted) == 130
    np.testing.assert_allclose(told, wanted, atol=2e-4)


@pytest.mark.parametrize("rate", [8000, 16000, 48000])
def test_a_row_needs_no_sound_after_its_lag(rate: int) -> None:
    """What is changed later than that changes nothing, and the row has been told by then."""
    first = voice(1.0, rate)
    row = 50
    cut = int(np.ceil((row * STEP + Ear(rate).lag) * rate))
    assert Ear(rate).lag <= 0.11
    second = first.copy()
    second[cut:] = np.random.default_rng(3).normal(0, 0.3, len(second) - cut)
    ears = Ear(rate), Ear(rate)
    rows = [joined([ear.hear(sound)]) for ear, sound in zip(ears, (first, second), strict=True)]
    np.testing.assert_allclose(rows[0][:row + 1], rows[1][:row + 1], atol=1e-6)
    assert len(joined([Ear(rate).hear(first[:cut])])) > row
    assert np.abs(rows[0] - rows[1]).max() > 0.01


def test_silence_gives_rest() -> None:
    ear = Ear(RATE)
    rows = joined([ear.hear(np.zeros(RATE, np.float32)), ear.end()])
    assert (rows[:, :15].argmax(1) == SIL).all() and rows[:, 15].max() < 0.5 and rows[:, 16].max() < 0.5


def test_whole_numbers_and_channels_are_the_same_sound() -> None:
    sound = (voice(0.5) * 32767).astype(np.int16)
    ears = [Ear(RATE) for _ in range(3)]
    given = (sound, sound[:, None].repeat(2, 1), sound.astype(np.float32) / 32767)
    rows = [joined([ear.hear(one), ear.end()]) for ear, one in zip(ears, given, strict=True)]
    np.testing.assert_allclose(rows[0], rows[1], atol=1e-4)
    np.testing.assert_allclose(rows[0], rows[2], atol=1e-4)


@pytest.mark.parametrize("rate", [0, -16000, 3999, 400_000, 16000.5, float("nan"), "16000", None])
def test_a_rate_that_is_none_is_refused(rate: object) -> None:
    with pytest.raises(EngineError, match="samples a second"):
        Ear(rate)  # type: ignore[arg-type]


@pytest.mark.parametrize("sound", [
    np.zeros((2, 3, 4), np.float32), np.array(0.0), np.zeros((5, 65), np.float32), np.zeros((5, 0), np.float32),
    np.array(["a"]), np.array([1j]), [0.0, 0.1], np.array([0.0, np.nan], np.float32), np.array([np.inf])])
def test_a_sound_that_is_none_is_refused_and_nothing_of_it_is_heard(sound: object) -> None:
    ear, other = Ear(RATE), Ear(RATE)
    with pytest.raises(EngineError, match="sound"):
        ear.hear(sound)  # type: ignore[arg-type]
    rows = [joined([one.hear(voice(0.3)), one.end()]) for one in (ear, other)]
    assert np.array_equal(*rows)


def test_nothing_is_heard_after_the_end() -> None:
    ear = Ear(RATE)
    assert len(ear.end()) == 1
    with pytest.raises(EngineError, match="ended"):
        ear.hear(voice(0.1))
