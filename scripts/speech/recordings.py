"""Recordings of people, of whatever format PyAV reads."""

from pathlib import Path

import numpy as np


def read_recording(path: Path) -> tuple[np.ndarray, int]:
    """(N,) float32 in -1..1, channels mixed, and its rate."""
    import av

    with av.open(str(path), format="g722" if path.suffix == ".g722" else None) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler("flt", "mono", stream.rate)
        frames = [part.to_ndarray()[0] for frame in container.decode(stream) for part in resampler.resample(frame)]
        return np.concatenate(frames).astype(np.float32), stream.rate
