"""A whole sound heard."""

import tracemalloc
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.media.sound_reader import Sound
from engine.speech.hearing.hearing import hear, hear_pieces
from engine.speech.listening import listen
from engine.speech.viseme_track import LONGEST

RATE = 16000


def test_a_track_is_as_long_as_its_sound() -> None:
    sound = np.random.default_rng(0).normal(0, 0.05, int(9.31 * RATE)).astype(np.float32)
    track = hear(sound, RATE)
    assert len(track) == 931 and track.source == "the network that hears"
    pieces = hear_pieces((sound[start:start + 1000] for start in range(0, len(sound), 1000)), RATE)
    np.testing.assert_allclose(pieces.scores, track.scores, atol=2e-4)


def test_one_sample_is_a_sound_and_none_is_none() -> None:
    assert len(hear(np.zeros(1, np.float32), RATE)) == 1
    for nothing in (np.zeros(0, np.float32), np.zeros((0, 2), np.float32)):
        with pytest.raises(EngineError, match="no sound"):
            hear(nothing, RATE)
    with pytest.raises(EngineError, match="no sound"):
        hear_pieces([], RATE)


def test_what_is_no_number_is_told_in_one_line() -> None:
    with pytest.raises(EngineError, match="no number"):
        hear(np.array([0.0, np.nan]), RATE)
    with pytest.raises(EngineError, match="samples a second"):
        hear(np.zeros(10), 16000.5)  # type: ignore[arg-type]
    with pytest.raises(EngineError, match="sound"):
        hear("sound", RATE)  # type: ignore[arg-type]


def test_a_sound_without_end_is_refused() -> None:
    given = 0

    def endless() -> Iterator[np.ndarray]:
        nonlocal given
        while True:
            given += 1
            yield np.zeros(400, np.float32) if given < 3 else np.broadcast_to(np.float32(0), (int(LONGEST * 4000),))

    with pytest.raises(EngineError, match="longer than 2 hours"):
        hear_pieces(endless(), 4000)
    assert given == 3


def test_memory_does_not_grow_with_the_sound() -> None:
    """Beside the rows themselves: 17 numbers of 4 bytes each."""
    def peak(seconds: int) -> int:
        block = np.random.default_rng(0).normal(0, 0.05, RATE * 4).astype(np.float32)
        tracemalloc.start()
        track = hear_pieces((block for _ in range(seconds // 4)), RATE)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most - 3 * 4 * 17 * len(track)

    peak(4)
    assert peak(32) < 1.15 * peak(8)


def test_the_network_listens_when_asked_for() -> None:
    samples = np.random.default_rng(0).normal(0, 0.05, RATE).astype(np.float32)
    heard = run(listen(Sound(samples, RATE, Fraction(0), 1, RATE), "network"))
    assert heard.track == hear(samples, RATE) and "taught by speaking machines" in heard.notes[0]
