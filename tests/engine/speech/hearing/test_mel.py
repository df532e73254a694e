"""A sound's power in bands."""

import numpy as np

from engine.speech.hearing.mel import BANDS, FLOOR, HOP, MIDDLE, RATE, SPREAD, MelStream


def power_of(rows: np.ndarray) -> np.ndarray:
    return np.exp(rows * SPREAD + MIDDLE) - FLOOR


def test_hiss_has_its_own_power_in_every_band() -> None:
    sound = np.random.default_rng(0).normal(0, 0.1, 4 * RATE).astype(np.float32)
    power = power_of(MelStream().rows(sound)[2:-2])
    assert power.shape[1] == BANDS
    assert np.abs(power.mean(0) / 0.01 - 1).max() < 0.2


def test_a_row_is_told_where_it_is_heard() -> None:
    sound = np.zeros(RATE, np.float32)
    sound[40 * HOP + HOP // 2] = 0.5
    loudest = power_of(MelStream().rows(sound)).sum(1)
    assert loudest.argmax() == 40
    assert set(np.flatnonzero(loudest > 1e-9)) <= {39, 40, 41}


def test_pieces_give_the_same_as_the_whole() -> None:
    pick = np.random.default_rng(1)
    sound = pick.normal(0, 0.1, 5000).astype(np.float32)
    pieces = MelStream()
    rows = [pieces.rows(piece) for piece in np.split(sound, np.sort(pick.integers(0, 5000, 40)))]
    np.testing.assert_allclose(np.concatenate(rows), MelStream().rows(sound), atol=1e-5)


def test_nothing_is_a_number() -> None:
    assert np.isfinite(MelStream().rows(np.zeros(1000, np.float32))).all()
