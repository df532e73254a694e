"""Smoothing: what is quiet stays, noise goes, and what is known to its end has no lag."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.motion.smoothing import (
    LIDS,
    WEIGHTS,
    OneEuro,
    Smoothness,
    jitter,
    smoothed,
    smoothed_apart,
    smoothed_both_ways,
)
from engine.motion.track import Track
from tests.engine.motion.takes import tracks

TIMES = np.arange(240) / 30
NOISE = np.random.default_rng(1).normal(0, 0.02, (len(TIMES), 1))


def track(values: np.ndarray, name: str = "a") -> Track:
    return Track((name,), TIMES, values)


def lag(filtered: Track, original: np.ndarray) -> float:
    """Frames by which a filtered channel is late, from its best correlation."""
    moments = np.linspace(-3, 6, 91)
    there = slice(10, -10)
    fits = [np.corrcoef(filtered.sampled(TIMES + moment / 30)[there, 0], original[there, 0])[0, 1]
            for moment in moments]
    return float(moments[int(np.argmax(fits))])


def test_the_first_steps_by_hand() -> None:
    filter_ = OneEuro(Smoothness(cutoff=1.0, beta=0.5, speed_cutoff=1.0))
    assert filter_.step(0.0, np.array([2.0])).tolist() == [2.0]
    share = 1 / (1 + 1 / (2 * math.pi * 1.0) / 0.1)
    speed = share * (3.0 - 2.0) / 0.1
    own = 1 / (1 + 1 / (2 * math.pi * (1.0 + 0.5 * speed)) / 0.1)
    assert filter_.step(0.1, np.array([3.0]))[0] == pytest.approx(2.0 + own)


@given(tracks(most=30), st.floats(0.01, 100), st.floats(0, 100))
def test_it_never_leaves_what_was_there(some: Track, cutoff: float, beta: float) -> None:
    settings = Smoothness(cutoff, beta)
    edge = 1e-4 * (1 + np.abs(some.values).max())
    for quiet in (smoothed(some, settings), smoothed_both_ways(some, settings)):
        assert np.array_equal(quiet.times, some.times)
        assert (quiet.values >= some.values.min(0) - edge).all() and (quiet.values <= some.values.max(0) + edge).all()


def test_a_still_channel_stays_as_it_is() -> None:
    still = track(np.full((len(TIMES), 1), 0.25))
    assert smoothed(still, WEIGHTS) == smoothed_both_ways(still, WEIGHTS) == still


def test_noise_goes_and_both_ways_has_no_lag() -> None:
    motion = 0.3 + 0.2 * np.sin(2 * np.pi * 0.8 * TIMES)[:, None]
    shaky = track(motion + NOISE)
    live, both = smoothed(shaky, WEIGHTS), smoothed_both_ways(shaky, WEIGHTS)
    assert jitter(live)[0] < jitter(shaky)[0] / 2 and jitter(both)[0] < jitter(shaky)[0] / 2.5
    assert lag(live, motion) > 0.5 and abs(lag(both, motion)) < 0.15


def test_played_backward_it_is_the_same_backward() -> None:
    some = track(NOISE)
    turned = Track(some.names, TIMES[-1] - TIMES[::-1], some.values[::-1])
    assert np.allclose(smoothed_both_ways(turned, WEIGHTS).values, smoothed_both_ways(some, WEIGHTS).values[::-1],
                       atol=1e-6)


def test_blinks_keep_their_peaks_with_the_lids_own_settings() -> None:
    blink = np.interp(TIMES, [3.9, 4.0, 4.1, 4.2], [0, 1, 1, 0])[:, None]
    several = Track(("jawOpen", "eyeBlinkLeft", "eyeBlinkRight"), TIMES, np.repeat(blink, 3, 1) + NOISE)
    quiet = smoothed_apart(several, WEIGHTS, [("eyeBlinkLeft", LIDS), ("eyeBlinkRight", LIDS), ("absent", LIDS)])
    assert quiet.select(["jawOpen"]) == smoothed_both_ways(several, WEIGHTS).select(["jawOpen"])
    assert quiet.select(["eyeBlinkLeft"]) == smoothed_both_ways(several.select(["eyeBlinkLeft"]), LIDS)
    peaks = quiet.values.max(0)
    assert peaks[1] > 0.93 and peaks[1] == peaks[2] and peaks[1] > peaks[0] + 0.03
    assert jitter(Track(("a",), TIMES[:100], quiet.values[:100, 1:2]))[0] < 0.01


def test_jitter_is_the_noise_and_not_the_motion() -> None:
    rng = np.random.default_rng(2)
    times = np.cumsum(rng.uniform(0.01, 0.05, 4000))
    steady = 3 * times[:, None] + np.array([[1.0, -2.0]])
    noisy = Track(("a", "b"), times, steady + rng.normal(0, [0.5, 0.1], (4000, 2)))
    assert jitter(noisy) == pytest.approx([0.5, 0.1], rel=0.05)
    assert jitter(Track(("a", "b"), times, steady)) == pytest.approx([0, 0], abs=1e-4)
    assert jitter(Track(("a",), [0, 1], [[0], [1]])).tolist() == [0]


def test_time_goes_forward() -> None:
    filter_ = OneEuro(WEIGHTS)
    filter_.step(1.0, np.zeros(2))
    for time in (1.0, 0.5, math.nan, math.inf):
        with pytest.raises(EngineError, match="forward"):
            filter_.step(time, np.zeros(2))


@pytest.mark.parametrize("settings", [(0, 1), (-1, 1), (1, -1), (math.nan, 1), (1, math.inf), (1, 1, 0)])
def test_absurd_settings(settings: tuple[float, ...]) -> None:
    with pytest.raises(EngineError, match="cut-off"):
        Smoothness(*settings)
