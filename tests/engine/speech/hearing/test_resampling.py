"""A sound at any rate is brought to ours, however it is cut."""

import numpy as np
import pytest

from engine.speech.hearing.resampling import Resampler

TARGET = 16000


@pytest.mark.parametrize("rate", [4000, 8000, 11127, 16000, 44100, 48000])
def test_a_tone_stays_the_tone(rate: int) -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(rate // 2) / rate).astype(np.float32)
    made = Resampler(rate, TARGET).samples(tone)
    assert len(made) > TARGET // 2 - 80
    wanted = np.sin(2 * np.pi * 440 * np.arange(len(made)) / TARGET)
    assert np.abs(made - wanted)[80:].max() < 1e-3


def test_what_is_too_high_is_taken_away() -> None:
    tone = np.sin(2 * np.pi * 11000 * np.arange(48000) / 48000).astype(np.float32)
    assert np.abs(Resampler(48000, TARGET).samples(tone)[100:]).max() < 1e-3


@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_pieces_give_the_same_as_the_whole(rate: int) -> None:
    pick = np.random.default_rng(rate)
    sound = pick.normal(0, 0.1, 9000).astype(np.float32)
    pieces = Resampler(rate, TARGET)
    made = [pieces.samples(piece) for piece in np.split(sound, np.sort(pick.integers(0, 9000, 30)))]
    assert np.array_equal(np.concatenate(made), Resampler(rate, TARGET).samples(sound))
