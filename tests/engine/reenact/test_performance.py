"""From a take to what is to be done: counted from rest, quiet, weighed by part, at rest when the face is gone."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.motion.channel_names import HEAD_ANGLES
from engine.motion.face_parts import PARTS, part_of
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.reenact.drivers.driver import LIP_GAP, FilmClock
from engine.reenact.drivers.recording_driver import cut_take, film_rate
from engine.reenact.manner import DriveManner, Gains
from engine.reenact.performance import EASED, HELD, performance_of
from engine.reenact.sightings import COLUMNS, follow
from engine.reenact.span import Span, typed_span

RATE = 30
JAW, BLINK, SMILE = (ARKIT_INDEX[name] for name in ("jawOpen", "eyeBlinkLeft", "mouthSmileLeft"))


def take_of(weights: np.ndarray, head: np.ndarray | None = None, gaps: tuple[tuple[float, float], ...] = (),
            gap: np.ndarray | None = None) -> Take:
    times = np.arange(len(weights)) / RATE
    tracks = [Track(ARKIT_52, times, weights)]
    if head is not None:
        tracks.append(Track(HEAD_ANGLES, times, head))
    if gap is not None:
        tracks.append(Track((LIP_GAP,), times, gap[:, None]))
    return Take(tuple(tracks), RATE, "made up", gaps)


def resting(seconds: float = 3.0) -> np.ndarray:
    """A face whose rest is not 0, and which smiles and blinks once."""
    times = np.arange(round(seconds * RATE)) / RATE
    weights = np.full((len(times), 52), 0.05)
    weights[:, SMILE] = 0.2 + 0.6 * np.exp(-((times - 2) / 0.3) ** 2)
    weights[:, BLINK] = 0.1 + 0.45 * np.exp(-((times - 1) / 0.08) ** 2)
    return weights


def clock(frames: int, rate: Fraction = Fraction(RATE)) -> FilmClock:
    return FilmClock.steady(frames / rate, rate)


def test_rest_counts_for_nothing_and_blinks_reach_shut() -> None:
    weights = resting()
    done = performance_of(take_of(weights), clock(len(weights)), DriveManner(), smooth=False)
    assert np.abs(done.weights[:15]).max() < 0.03
    assert done.weights[:, SMILE].max() == pytest.approx(0.6, abs=0.02)
    assert done.weights[:, BLINK].max() == pytest.approx(1.0, abs=0.03)


def test_absolute_takes_over_rest_and_pose() -> None:
    weights = resting()
    head = np.full((len(weights), 3), np.radians(-5.0))
    done = performance_of(take_of(weights, head), clock(len(weights)), DriveManner(relative=False), smooth=False)
    assert done.weights[0, SMILE] == pytest.approx(0.2, abs=0.01)
    assert np.allclose(done.head, 5.0, atol=1e-3)
    relative = performance_of(take_of(weights, head), clock(len(weights)), DriveManner(), False)
    assert np.allclose(relative.head, 0, atol=1e-3)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_left_out_alone(part: str) -> None:
    generator = np.random.default_rng(3)
    weights, head = generator.uniform(0, 1, (60, 52)), generator.uniform(-0.2, 0.2, (60, 3))
    gap = generator.uniform(0, 0.1, 60)
    still = DriveManner(gains=Gains(**{part: 0.0}))
    full, without = (performance_of(take_of(weights, head, gap=gap), clock(60), manner, False)
                     for manner in (DriveManner(), still))
    for number, name in enumerate(ARKIT_52):
        if part_of(name) == part:
            assert not without.weights[:, number].any()
        else:
            assert np.array_equal(without.weights[:, number], full.weights[:, number])
    assert bool(without.head.any()) == (part != "head")
    assert bool(without.lip_gap.any()) == (part != "mouth")


def test_noise_is_smoothed_without_lag_and_told_of() -> None:
    weights = resting()
    noisy = weights + np.random.default_rng(0).normal(0, 0.02, weights.shape)
    done = performance_of(take_of(noisy), clock(len(weights)), DriveManner())
    measured, filmed = done.jitter["weights"]
    assert filmed < measured / 2
    plain = performance_of(take_of(weights), clock(len(weights)), DriveManner(), smooth=False)
    assert done.weights[:, SMILE].argmax() == pytest.approx(plain.weights[:, SMILE].argmax(), abs=1)
    assert done.weights[:, BLINK].max() > 0.85


def test_a_lost_face_is_held_then_comes_to_rest_and_comes_back() -> None:
    weights = resting(6.0)
    weights[:, JAW] = 0.6
    weights[:20, JAW] = 0.05
    lost = (2.0, 4.0)
    done = performance_of(take_of(weights, gaps=(lost,)), clock(len(weights)), DriveManner(), smooth=False)
    jaw = done.weights[:, JAW]
    assert jaw[round((2.0 + HELD - 0.1) * RATE)] == pytest.approx(jaw[round(1.9 * RATE)], abs=1e-6)
    assert np.abs(done.weights[round((2.0 + HELD + EASED) * RATE) + 1]).max() < 1e-6
    assert jaw[round(4.5 * RATE)] == pytest.approx(0.55, abs=0.01)


def test_a_chosen_neutral_is_taken_at_its_word() -> None:
    weights = resting()
    done = performance_of(take_of(weights), clock(len(weights)), DriveManner(neutral=Span(1.95, 2.05)), smooth=False)
    assert done.weights[60, SMILE] == pytest.approx(0, abs=0.02)
    assert done.weights[0, SMILE] < -0.5
    with pytest.raises(UsageError, match="no frame at 90 s"):
        performance_of(take_of(weights), clock(len(weights)), DriveManner(neutral=Span(90.0)))


def test_a_take_of_one_frame_is_a_film_of_one_frame() -> None:
    done = performance_of(take_of(resting()[:1]), clock(1), DriveManner())
    assert len(done) == 1 and not done.weights.any()


@pytest.mark.parametrize("gain", [-0.1, 3.1, float("nan")])
def test_gains_out_of_range_are_refused(gain: float) -> None:
    with pytest.raises(UsageError, match="mouth goes from 0 to 3"):
        Gains(mouth=gain)


@pytest.mark.parametrize("text, span", [("1:2.5", Span(1.0, 2.5)), (":2", Span(0.0, 2.0)), ("3:", Span(3.0))])
def test_spans_are_read(text: str, span: Span) -> None:
    assert typed_span(text) == span


@pytest.mark.parametrize("text", ["", "1", "a:b", "2:1", "-1:2", "1:1", "1:2:3", "nan:2", ":"])
def test_what_is_no_span_is_refused(text: str) -> None:
    if text == ":":
        assert typed_span(text) == Span()
        return
    with pytest.raises(UsageError):
        typed_span(text)


def test_a_driver_who_is_not_there_at_first_begins_at_rest() -> None:
    weights = resting()
    weights[:, SMILE] = 0.1
    weights[RATE:, SMILE] = 0.6
    take = take_of(weights, gaps=((0.0, 1.5),))
    done = performance_of(take, clock(len(weights)), DriveManner(neutral=Span(0.0, 0.5)), smooth=False)
    times = np.arange(len(weights)) / RATE
    assert not done.weights[times <= 1.5].any() and done.weights[times > 1.8, SMILE].min() > 0.4


def test_a_hole_in_the_drivers_times_is_refused_where_it_lies() -> None:
    with pytest.raises(EngineError, match="no frame from 1.00 to 62.00 s"):
        FilmClock(np.array([0, 30, 62 * 30]), 30, 1, Fraction(30))


@given(st.text(max_size=12))
def test_any_text_is_a_span_or_one_line(text: str) -> None:
    try:
        span = typed_span(text)
    except UsageError:
        return
    assert 0 <= span.start < span.end


def test_recordings_denser_than_films_are_thinned_and_televisions_rates_are_exact() -> None:
    assert film_rate(60.0) == 60 and film_rate(120.0) == 60 and film_rate(30.0) == 30
    assert film_rate(29.97) == Fraction(30000, 1001) and film_rate(119.88) == Fraction(60000, 1001)


def test_a_cut_take_begins_at_0_with_its_gaps() -> None:
    take = take_of(resting(), gaps=((0.5, 1.0), (1.2, 2.5)))
    cut = cut_take(take, Span(1.5, 2.0))
    assert cut.start == 0 and cut.duration == pytest.approx(0.5, abs=1 / RATE)
    assert cut.gaps[-1] == (0.0, 0.5)
    assert np.allclose(cut.at(0.25)["mouthSmileLeft"], take.at(1.75)["mouthSmileLeft"], atol=1e-5)
    with pytest.raises(UsageError, match="nothing lies from 7 to 8 s"):
        cut_take(take, Span(7.0, 8.0))


@pytest.mark.parametrize("units", [[], [1, 2], [0, 0], [0, 2, 1]])
def test_a_clock_goes_forward_from_0(units: list[int]) -> None:
    with pytest.raises(EngineError):
        FilmClock(np.array(units, np.int64), 30, 1, Fraction(30))


def test_a_film_of_days_is_refused() -> None:
    with pytest.raises(EngineError, match="longer than any"):
        FilmClock(np.array([0, 30 * 100_000]), 30, 1, Fraction(30))


def rows(*frames: dict[int, float]) -> np.ndarray:
    """Faces by place in the list: at x, 10 or so pixels wide, all with the jaw at x / 1000."""
    table = np.full((len(frames), 4, COLUMNS), np.nan, np.float32)
    for number, faces in enumerate(frames):
        for place, x in faces.items():
            wide = 10 + (x > 50) * 10
            table[number, place] = 0.1
            table[number, place, :4] = x, 0, x + wide, wide
            table[number, place, 4 + JAW] = x / 1000
    return table


def test_a_face_is_followed_by_where_it_was_not_by_its_place() -> None:
    followed = follow(rows({0: 100, 1: 0}, {0: 1, 1: 101}, {0: 102}, {1: 103, 0: 3}), np.arange(4) / 30)
    assert followed is not None and followed.most == 2
    assert np.allclose(followed.weights[:, JAW], [0.1, 0.101, 0.102, 0.103])


def test_nobody_is_taken_for_who_was_just_lost() -> None:
    followed = follow(rows({0: 100, 1: 0}, {0: 0}, {0: 0}, {0: 100, 1: 0}), np.arange(4) / 30)
    assert followed is not None and followed.seen.tolist() == [True, False, False, True]


ANNE, BEN = np.eye(128)[0], np.eye(128)[1]  # sqrt(2) apart


def test_who_is_known_is_followed_over_a_cut_at_once_and_nobody_else_is() -> None:
    shown = rows({0: 100}, {0: 100}, {0: 0}, {0: 1}, {0: 400}, {0: 401}, {0: 100})
    times = np.arange(7) / 30
    followed = follow(shown, times, {(0, 0): ANNE, (2, 0): ANNE + 0.3 * BEN, (4, 0): BEN})
    assert followed is not None and followed.seen.tolist() == [True] * 4 + [False] * 2 + [True]
    alone = follow(shown, times)  # of whom nothing is known, nobody is taken for another so soon
    assert alone is not None and alone.seen.tolist() == [True] * 2 + [False] * 4 + [True]


def test_another_person_is_not_taken_for_who_left_however_late_and_who_is_doubtful_is_after_a_while() -> None:
    shown = rows({0: 100}, {0: 100}, {0: 400}, {0: 400})
    times = np.array([0, 0.1, 5.0, 5.1])
    for other, seen in ((BEN, False), (ANNE * 0.33, True)):
        followed = follow(shown, times, {(0, 0): ANNE, (2, 0): other})
        assert followed is not None and followed.seen.tolist() == [True, True, seen, seen]


def test_of_two_people_by_turns_of_whom_nothing_is_known_nobody_is_followed_in_part() -> None:
    times = np.arange(0, 9, 0.25)
    followed = follow(rows(*({0: 400 if 3 <= time < 6 else 100} for time in times)), times)
    assert followed is not None
    assert (followed.seen == ((times < 3) | (times >= 6))).all()


def test_no_face_at_all_is_nobody() -> None:
    assert follow(rows({}, {}), np.arange(2) / 30) is None
