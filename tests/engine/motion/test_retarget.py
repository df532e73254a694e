"""Retargeting: rest is found though most of a clip moves, and shut eyes are shut."""

import math

import numpy as np
import pytest
from hypothesis import given

from engine.base.errors import EngineError
from engine.motion.retarget import Retarget, reach_gains, rest_of
from engine.motion.track import Track
from tests.engine.motion.takes import tracks

NAMES = ("jawOpen", "mouthFrownLeft", "eyeBlinkLeft", "headYaw")
REST = (0.05, 0.2, 0.1)


def clip() -> Track:
    """Twenty seconds: talking for 17, at rest for 3; two blinks; the head turns all the while, ending far away."""
    rng = np.random.default_rng(4)
    times = np.arange(600) / 30
    values = np.tile(np.array([*REST, 0.0]), (600, 1)) + rng.normal(0, 0.004, (600, 4))
    values[:510, 0] += 0.3 + 0.2 * np.sin(times[:510] * 9)
    values[:510, 1] += 0.1 + 0.1 * np.sin(times[:510] * 5)
    values[100:106, 2] = values[400:406, 2] = 0.6
    values[:, 3] = np.linspace(-10, 30, 600)
    return Track(NAMES, times, values)


def test_rest_is_found_in_a_clip_that_mostly_talks() -> None:
    rest = rest_of(clip(), ["headYaw"])
    assert [rest[name] for name in NAMES[:3]] == pytest.approx(REST, abs=0.012)
    assert rest["headYaw"] == pytest.approx(10, abs=0.1), "the head rests where it mostly is"


def test_the_first_frame_does_not_count_for_more() -> None:
    some = clip()
    values = some.values.copy()
    values[0] = 0.9
    assert rest_of(Track(NAMES, some.times, values), ["headYaw"]) == pytest.approx(rest_of(some, ["headYaw"]), abs=0.01)


def test_shut_eyes_are_shut_and_open_ones_open() -> None:
    some = clip()
    rest = rest_of(some, ["headYaw"])
    gains = reach_gains(some, rest, ["eyeBlinkLeft", "eyeBlinkRight"])
    assert gains == {"eyeBlinkLeft": pytest.approx(1 / 0.5, rel=0.03)}
    blink = Retarget.of(rest, gains).apply(some).values[:, NAMES.index("eyeBlinkLeft")]
    assert blink[402] == pytest.approx(1, abs=0.03) and blink[500:].max() < 0.05


def test_a_driver_who_hardly_blinks_is_not_made_to() -> None:
    still = Track(("eyeBlinkLeft",), [0, 1], [[0.1], [0.15]])
    assert reach_gains(still, {"eyeBlinkLeft": 0.1}, ["eyeBlinkLeft"]) == {"eyeBlinkLeft": pytest.approx(1 / 0.45)}
    assert reach_gains(still, {}, []) == {}


def test_by_hand() -> None:
    some = Track(("a", "b", "c"), [0, 1, 2], [[0, 0, 7], [0.5, 1, 8], [1, 0.25, 9]])
    done = Retarget((("b", 0.25, 2.0), ("a", 0.5, 1.0), ("absent", 1, 1)), low=-0.25).apply(some)
    assert done.values.tolist() == [[-0.25, -0.25, 7], [0, 1, 8], [0.5, 0, 9]]


@given(tracks())
def test_rest_lies_within_the_clip(some: Track) -> None:
    rest = rest_of(some, ["eyeBlinkLeft"])
    low, high = some.values.min(0), some.values.max(0)
    assert all(low[column] <= rest[name] <= high[column] for column, name in enumerate(some.names))
    done = Retarget.of(rest, reach_gains(some, rest, some.names)).apply(some)
    assert done.values.min() >= 0 and done.values.max() <= 1


@pytest.mark.parametrize("build", [
    lambda: Retarget((("a", 0, 1), ("a", 0, 1))), lambda: Retarget((("a", math.nan, 1),)),
    lambda: Retarget((), 1, 0), lambda: Retarget((), high=math.inf),
    lambda: reach_gains(clip(), {}, ["jawOpen"], 0)])
def test_what_is_refused(build: object) -> None:
    with pytest.raises(EngineError):
        build()  # type: ignore[operator]
