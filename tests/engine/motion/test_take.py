"""Takes: frames, gaps, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.motion.take import Take, gaps_where
from engine.motion.track import Track
from tests.engine.motion.takes import ramp, tracks

WEIGHTS = ramp("jawOpen", seconds=9 / 10, rate=10)
HEAD = Track(("headYaw",), [0.0, 0.9], [[0], [9]])
TAKE = Take((WEIGHTS, HEAD), 10, "clip.mp4", ((0.2, 0.3),))


def test_frames_are_counted_as_a_video_counts_them() -> None:
    assert TAKE.frame_count == 10 and TAKE.duration == pytest.approx(1.0) and TAKE.names == ("jawOpen", "headYaw")
    assert TAKE.frame(0) == {"jawOpen": 0.0, "headYaw": 0.0}
    assert TAKE.frame(9) == pytest.approx({"jawOpen": 1.0, "headYaw": 9.0})
    assert TAKE.frame(3) == pytest.approx({"jawOpen": 1 / 3, "headYaw": 3.0})
    for number in (-1, 10):
        with pytest.raises(UsageError, match="10 frames"):
            TAKE.frame(number)


@given(st.integers(1, 90), st.sampled_from([23.976, 24.0, 25.0, 29.97, 30.0, 59.94, 60.0]), st.floats(0, 1e5))
def test_every_frame_of_a_clip_is_there_and_exact(count: int, rate: float, start: float) -> None:
    values = np.random.default_rng(count).random((count, 1), np.float32)
    take = Take((Track(("a",), start + np.arange(count) / rate, values),), rate)
    assert take.frame_count == count
    frames = np.array([take.frame(number)["a"] for number in range(count)])
    assert np.allclose(frames, values[:, 0], atol=1e-5)


def test_the_track_of_a_channel() -> None:
    assert TAKE.track("headYaw") is HEAD
    with pytest.raises(UsageError, match="no channel gaze"):
        TAKE.track("gaze")


def test_gaps() -> None:
    assert [TAKE.lost(time) for time in (0.1, 0.2, 0.25, 0.3, 0.31)] == [False, True, True, True, False]
    times = np.arange(6) / 10
    assert gaps_where(np.array([1, 1, 0, 0, 1, 0], bool), times) == ((0.0, 0.1), (0.4, 0.4))
    assert gaps_where(np.zeros(6, bool), times) == () and gaps_where(np.ones(6, bool), times) == ((0.0, 0.5),)


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_gaps_say_what_was_lost(lost: list[bool]) -> None:
    times = np.arange(len(lost)) / 7
    track = Track(("a",), times, np.zeros((len(lost), 1)))
    take = Take((track,), 7, gaps=gaps_where(np.array(lost), times))
    assert [take.lost(float(time)) for time in times] == lost


@given(tracks(), st.floats(0.01, 400))
def test_equal_takes_are_one(track: Track, rate: float) -> None:
    take, same = Take((track,), rate, "x"), Take((Track(track.names, track.times, track.values),), rate, "x")
    assert take == same and hash(take) == hash(same) and take.digest == same.digest
    for other in (Take((track,), rate, "y"), Take((track,), rate * 2, "x"), Take((track.shifted(1),), rate, "x"),
                  Take((track,), rate, "x", ((0, 1),))):
        assert other != take and other.digest != take.digest
    assert take.with_tracks([track]) == take


@pytest.mark.parametrize("take", [
    lambda: Take((), 30), lambda: Take((WEIGHTS, WEIGHTS), 30), lambda: Take((WEIGHTS,), 0),
    lambda: Take((WEIGHTS,), float("nan")), lambda: Take((WEIGHTS,), 1001), lambda: Take((WEIGHTS,), 30, "x" * 5000),
    lambda: Take((WEIGHTS,), 30, gaps=((1, 0),)), lambda: Take((WEIGHTS,), 30, gaps=((0, 1), (0.5, 2))),
    lambda: Take((WEIGHTS,), 30, gaps=((0, float("nan")),)),
    lambda: Take((Track(("a",), [0, 1e9], [[0], [0]]),), 30),
])
def test_what_is_no_take(take: object) -> None:
    with pytest.raises(EngineError):
        take()  # type: ignore[operator]


def test_a_face_lost_too_often_is_said_as_that() -> None:
    gaps = tuple((float(number), number + 0.5) for number in range((1 << 16) + 1))
    with pytest.raises(EngineError, match="lost more than 65536 times"):
        Take((WEIGHTS,), 30, gaps=gaps)
