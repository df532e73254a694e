"""Sound of any rate and number of channels as samples; one line for what has none."""

import wave
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.media.sound_reader import read_sound
from tests.engine.media.clips import write_clip

RATE = 16_000


def written(path: Path, rate: int, channels: int, seconds: float = 1.0) -> Path:
    times = np.arange(round(rate * seconds)) / rate
    samples = (0.5 * np.sin(2 * np.pi * 440 * times) * (times > seconds / 2) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(samples[:, None], channels, 1).tobytes())
    return path


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (44100, 2), (48000, 6), (16000, 1)])
def test_any_rate_and_channels_become_one_at_the_rate_asked_for(rate: int, channels: int, tmp_path: Path) -> None:
    sound = read_sound(written(tmp_path / "a.wav", rate, channels), RATE, 60.0)
    assert (sound.rate, sound.channels, sound.file_rate, sound.damaged) == (RATE, channels, rate, 0)
    assert sound.duration == pytest.approx(1.0, abs=0.01) and sound.samples.dtype == np.float32
    assert np.abs(sound.samples[:7900]).max() < 0.02 and 0.3 < np.abs(sound.samples[8300:]).max() < 0.55


def test_a_longer_sound_than_is_wanted_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="longer than 0.01 minutes"):
        read_sound(written(tmp_path / "a.wav", 8000, 1), RATE, 0.6)


def test_a_rate_that_no_sound_has_is_refused_before_it_becomes_hours(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="has 1 samples a second"):
        read_sound(written(tmp_path / "a.wav", 1, 1, 4000.0), RATE, 7200.0)


def test_what_has_no_sound_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="has no sound"):
        read_sound(write_clip(tmp_path / "mute.mp4", range(3)), RATE, 60.0)
    for data in (b"", b"RIFF" + bytes(60), b"\xff" * 400):
        (tmp_path / "a.wav").write_bytes(data)
        with pytest.raises(EngineError) as told:
            read_sound(tmp_path / "a.wav", RATE, 60.0)
        assert "\n" not in str(told.value)


def test_a_sound_that_is_cut_off_ends_there(tmp_path: Path) -> None:
    path = written(tmp_path / "a.wav", 16000, 1)
    path.write_bytes(path.read_bytes()[:20_000])
    assert read_sound(path, RATE, 60.0).duration == pytest.approx(0.62, abs=0.02)
