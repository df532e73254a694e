"""Tracks: values between samples, cuts, and what is refused."""

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.motion.track import MOST_TIMES, Track
from tests.engine.motion.takes import ramp, tracks

TWO = Track(("jawOpen", "mouthSmileLeft"), [0.0, 1.0, 3.0], [[0, 1], [1, 0], [0, 4]])


@pytest.mark.parametrize(("time", "values"), [(-5, [0, 1]), (0, [0, 1]), (0.25, [0.25, 0.75]), (1, [1, 0]),
                                              (2, [0.5, 2]), (3, [0, 4]), (99, [0, 4])])
def test_between_samples_it_is_a_line_and_beyond_the_ends_it_stays(time: float, values: list[float]) -> None:
    assert TWO.at(time).tolist() == values and TWO.at(time).dtype == np.float32


@given(tracks(), st.floats(-1e9, 1e9))
def test_it_never_leaves_its_samples(track: Track, time: float) -> None:
    assert (track.values.min(0) <= track.at(time)).all() and (track.at(time) <= track.values.max(0)).all()


@given(tracks())
def test_at_its_samples_it_is_exact(track: Track) -> None:
    assert np.array_equal(track.sampled(track.times), track.values)


def test_one_sample_is_enough() -> None:
    track = Track(("a",), [2.0], [[7.0]])
    assert track.duration == 0 and track.at(0).tolist() == track.at(5).tolist() == [7.0]
    assert track.resampled(30) == track and track.cut(0, 5) == track


def test_resampled() -> None:
    again = TWO.resampled(2)
    assert again.times.tolist() == [0, 0.5, 1, 1.5, 2, 2.5, 3]
    assert again.select(["jawOpen"]).values.ravel().tolist() == [0, 0.5, 1, 0.75, 0.5, 0.25, 0]
    steady = ramp(rate=30)
    assert np.allclose(steady.resampled(30).times, steady.times) and len(steady.resampled(30).times) == 31


@given(tracks(), st.floats(0.1, 100))
def test_resampled_stays_within(track: Track, rate: float) -> None:
    again = track.resampled(rate)
    assert again.start == track.start and again.end <= track.end + 1e-6
    assert again.end + 1 / rate > track.end - 1e-6


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), 1e12])
def test_absurd_rates(rate: float) -> None:
    with pytest.raises(EngineError, match="times a second"):
        TWO.resampled(rate)


def test_cut_keeps_the_motion_up_to_its_ends() -> None:
    part = TWO.cut(0.5, 2)
    assert part.times.tolist() == [0.5, 1, 2] and part.values.tolist() == [[0.5, 0.5], [1, 0], [0.5, 2]]
    assert TWO.cut(-1, 9) == TWO and TWO.cut(1, 1).values.tolist() == [[1, 0]]


@given(tracks(), st.floats(-200, 200), st.floats(0, 200), st.floats(0, 1))
def test_a_cut_is_the_same_motion(track: Track, start: float, length: float, share: float) -> None:
    try:
        part = track.cut(start, start + length)
    except UsageError:
        assert start + length < track.start or start > track.end
        return
    time = part.start + share * part.duration
    assert np.allclose(part.at(time), track.at(time), rtol=1e-4, atol=1e-2)


@pytest.mark.parametrize(("start", "end"), [(4, 5), (-2, -1), (2, 1), (float("nan"), 1), (0, float("nan"))])
def test_a_cut_of_nothing(start: float, end: float) -> None:
    with pytest.raises(UsageError, match="nothing of the track"):
        TWO.cut(start, end)


def test_select_and_shift() -> None:
    assert TWO.select(["mouthSmileLeft"]).values.ravel().tolist() == [1, 0, 4]
    assert TWO.select(["mouthSmileLeft", "jawOpen"]).names == ("mouthSmileLeft", "jawOpen")
    assert TWO.shifted(1.5).times.tolist() == [1.5, 2.5, 4.5]
    with pytest.raises(UsageError, match="no channel browUp.*jawOpen, mouthSmileLeft"):
        TWO.select(["browUp"])


def test_equal_tracks_are_one() -> None:
    same = Track(["jawOpen", "mouthSmileLeft"], (0, 1, 3), TWO.values.astype(np.float64))  # type: ignore[arg-type]
    assert same == TWO and hash(same) == hash(TWO) and same.digest == TWO.digest
    for other in (TWO.shifted(1), TWO.select(["jawOpen"]), Track(TWO.names, TWO.times, TWO.values + 1)):
        assert other != TWO and other.digest != TWO.digest
    assert Track(("a",), [0], [[0.0]]).digest == Track(("a",), [0], [[-0.0]]).digest


def test_nothing_in_it_can_be_written() -> None:
    mine = np.zeros((3, 2), np.float32)
    track = Track(TWO.names, TWO.times, mine)
    mine[:] = 5
    assert not track.values.any()
    for one in (track, pickle.loads(pickle.dumps(track)), copy.deepcopy(track)):
        assert one == track
        for array in (one.times, one.values):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1


@pytest.mark.parametrize(("names", "times", "values"), [
    (("a", "a"), [0], [[1, 2]]), (("",), [0], [[1]]), ((1,), [0], [[1]]), (("a" * 201,), [0], [[1]]),
    (("a",), [], np.zeros((0, 1))), (("a",), [0, 0], [[1], [1]]), (("a",), [1, 0], [[1], [1]]),
    (("a",), [float("nan")], [[1]]), (("a",), [float("inf")], [[1]]), (("a",), [1e11], [[1]]),
    (("a",), [0], [[float("nan")]]), (("a",), [0], [[1e39]]), (("a",), [0], [[1, 2]]), (("a",), [0, 1], [[1]]),
    (("a",), [[0]], [[1]]), (("a",), [0], [1]), (("a",), ["x"], [[1]]), (("a",), [0], [["x"]]),
    (("a",), [10 ** 400], [[1]]), (("a",), [0, 1], [[1], [1, 2]]), (("a",), None, [[1]]),
    ((), np.arange(MOST_TIMES + 1), np.zeros((MOST_TIMES + 1, 0))),
])
def test_what_is_no_track(names: tuple[str, ...], times: object, values: object) -> None:
    with pytest.raises(EngineError):
        Track(names, times, values)  # type: ignore[arg-type]


def test_a_time_that_is_not_one() -> None:
    with pytest.raises(EngineError, match="not a finite number"):
        TWO.at(float("nan"))
