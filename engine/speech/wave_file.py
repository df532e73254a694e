"""Speech as a WAV file."""

import io
import wave

import numpy as np


def wave_bytes(samples: np.ndarray, rate: int) -> bytes:
    """(N,) int16 mono, `rate` a second, as a whole file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.ascontiguousarray(samples, "<i2").tobytes())
    return file.getvalue()
