"""One sentence as a synthesizer said it."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Spoken:
    """sound: (N,) float32 at `rate`. phones: (end in seconds, name in the voice's alphabet), one after the other."""

    sound: np.ndarray
    rate: int
    phones: tuple[tuple[float, str], ...]
