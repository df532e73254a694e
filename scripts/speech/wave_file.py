"""Plain wave files of 16 bits."""

import wave
from pathlib import Path

import numpy as np


def read_wave(path: Path) -> tuple[np.ndarray, int]:
    """(N,) float32 in -1..1, channels mixed, and its rate."""
    with wave.open(str(path)) as file:
        if file.getsampwidth() != 2:
            raise ValueError(f"{path}: not of 16 bits")
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
        return (samples.mean(1) / 32768).astype(np.float32), file.getframerate()
