"""Takes turned into keys: few, and true to what the take does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.controls import Control, ControlTable
from engine.base.jobs import run
from engine.base.look import Look
from engine.motion.baking import bake, sparse_curve
from engine.motion.take import Take
from engine.motion.timeline import PlacedTake, Timeline
from engine.motion.track import Track

TABLE = ControlTable([Control("jawOpen", "Jaw", "ARKit", -1, 1), Control("browInnerUp", "Brow", "ARKit", -1, 1),
                      Control("head.yaw", "Yaw", "Head", -20, 20)])
TIMES = np.arange(120) / 30
WAVE = 0.4 + 0.4 * np.sin(2 * np.pi * TIMES)
TAKE = Take((Track(("jawOpen", "browInnerUp", "stranger"), TIMES,
                   np.stack([WAVE, np.full(120, 0.001), WAVE], 1)),), 30.0)


@pytest.mark.parametrize(("placed", "base"), [
    (PlacedTake(TAKE), Look()), (PlacedTake(TAKE, 1.0, 0.5, 2.5, 0.5, 0.25), Look.of(TABLE, {"jawOpen": 0.2})),
    (PlacedTake(TAKE, 0.5, gains=(("mouth", 0.5),)), Look())])
def test_the_curves_do_what_the_take_did(placed: PlacedTake, base: Look) -> None:
    curves = run(bake(placed, base, TABLE))
    assert [curve.control for curve in curves] == ["jawOpen"], "what hardly moves needs no keys, a stranger has none"
    assert len(curves[0].keys) < 40
    before, after = Timeline((placed,)), Timeline(curves=curves)
    inside = [time for time in np.arange(placed.offset, placed.ends - 1e-6, 1 / 30)]
    off = [abs(before.look_at(time, base, TABLE).get("jawOpen", 0) - after.look_at(time, base, TABLE).get("jawOpen", 0))
           for time in inside]
    assert max(off) < 0.03  # one hundredth of the range at the take's own samples
    outside = after.look_at(placed.ends + 1, base, TABLE).get("jawOpen", 0.0)
    assert outside == pytest.approx(base.get("jawOpen", 0.0)), "after it, the face is at rest again"


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=60), st.floats(0.001, 0.2))
def test_no_sample_is_farther_off_than_asked(values: list[float], least: float) -> None:
    times = np.arange(len(values)) / 30
    curve = sparse_curve("jawOpen", times, np.array(values), least)
    assert np.abs([curve.at(float(time)) for time in times] - np.array(values)).max() <= least + 1e-9
