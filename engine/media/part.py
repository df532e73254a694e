"""When the frames of a film of ours are shown, read without decoding them."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.media.opening import opened, reading

_NONE = np.zeros(0, np.int64)


def times_in(path: Path, timescale: int) -> np.ndarray:
    """(T,) int64: when each frame of a file's first video begins, in units of 1 / timescale, in the order in which
    they are shown; of no frame where there is no such file, or it is none. What lies between two units is rounded."""
    if not path.exists():
        return _NONE
    try:
        with opened(path) as container, reading(path):
            if not container.streams.video:
                return _NONE
            found = [round(packet.pts * Fraction(packet.time_base) * timescale)
                     for packet in container.demux(container.streams.video[0])
                     if packet.size and packet.pts is not None and packet.time_base]
            return np.array(sorted(found), np.int64)
    except EngineError:
        return _NONE
