"""Speech as a WAV file."""

import struct

import numpy as np

_PLAIN = 1
"""Samples as they are."""


def wave_bytes(samples: np.ndarray, rate: int) -> bytes:
    """(N,) int16 mono, `rate` a second, as a whole file."""
    data = np.ascontiguousarray(samples, "<i2").tobytes()
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, _PLAIN, 1, rate, 2 * rate, 2, 16)
    begin = struct.pack("<4sI4s", b"RIFF", 36 + len(data), b"WAVE")
    return begin + form + struct.pack("<4sI", b"data", len(data)) + data
