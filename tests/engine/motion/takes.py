"""Made-up tracks and takes, and how hypothesis makes more."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.motion.take import Take
from engine.motion.track import Track

FINITE = st.floats(-1e6, 1e6, width=32)


@st.composite
def tracks(draw: st.DrawFn, names: tuple[str, ...] = ("jawOpen", "eyeBlinkLeft"), most: int = 12,
           elements: st.SearchStrategy[float] = FINITE, shortest: float = 1e-3) -> Track:
    steps = draw(st.lists(st.floats(shortest, 10), max_size=most - 1))
    times = draw(st.floats(-100, 100)) + np.concatenate([[0.0], np.cumsum(steps)])
    values = draw(arrays.arrays(np.float32, (len(times), len(names)), elements=elements))
    return Track(names, times, values)


def ramp(name: str = "jawOpen", seconds: float = 1.0, rate: float = 30.0, start: float = 0.0) -> Track:
    """A channel that goes from 0 to 1."""
    times = start + np.arange(round(seconds * rate) + 1) / rate
    return Track((name,), times, np.linspace(0, 1, len(times))[:, None])


def constant(name: str, value: float, seconds: float = 1.0, rate: float = 10.0) -> Take:
    """A take of one channel that never moves."""
    times = np.arange(round(seconds * rate)) / rate
    return Take((Track((name,), times, np.full((len(times), 1), value)),), rate)
