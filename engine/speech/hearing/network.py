"""The network that hears visemes, run with numpy on a sound that comes in pieces: its layers keep what they need.

A causal convolutional network with residual blocks of growing dilation (van den Oord et al., "WaveNet", 2016; Bai et
al., "TCN", 2018), two rows at a step.
"""

from collections.abc import Mapping

import numpy as np

from engine.speech.visemes import VISEMES

PAIR = 2
"""Rows of a step."""
DELAY = 4
"""Steps by which its answer comes after what it tells of: what it may hear of what follows."""
DILATIONS = (1, 2, 4, 8, 1, 2, 4, 8)
OUTPUTS = len(VISEMES) + 2
"""The visemes, shut lips, voice."""


class _Layer:
    """A causal convolution of a stream: (rows, inputs) in, (rows / stride, outputs) out."""

    def __init__(self, weight: np.ndarray, bias: np.ndarray, dilation: int = 1, stride: int = 1) -> None:
        self._weight = weight.astype(np.float32).reshape(-1, weight.shape[2])
        self._bias = bias.astype(np.float32)
        self._taps, self._dilation, self._stride = len(weight), dilation, stride
        self._kept = np.zeros(((self._taps - 1) * dilation - (stride - 1), weight.shape[1]), np.float32)

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        count = len(rows) // self._stride
        if self._taps == 1:
            return rows @ self._weight + self._bias
        seen = np.concatenate([self._kept, rows])
        last = (count - 1) * self._stride + 1
        taps = [seen[tap * self._dilation:tap * self._dilation + last:self._stride] for tap in range(self._taps)]
        self._kept = seen[len(seen) - len(self._kept):]
        return np.concatenate(taps, 1) @ self._weight + self._bias


class NetworkStream:
    """One sound's way through the network; `arrays` as scripts/speech/network.py writes them."""

    def __init__(self, arrays: Mapping[str, np.ndarray]) -> None:
        def layer(name: str, dilation: int = 1, stride: int = 1) -> _Layer:
            return _Layer(arrays[f"{name}.weight"], arrays[f"{name}.bias"], dilation, stride)

        self._first, self._pairs = layer("first"), layer("pairs", stride=PAIR)
        self._blocks = [(layer(f"wide.{place}", dilation), layer(f"narrow.{place}"))
                        for place, dilation in enumerate(DILATIONS)]
        self._last = layer("last")

    def answers(self, rows: np.ndarray) -> np.ndarray:
        """(2 K, BANDS) float32 -> (2 K, OUTPUTS) float32, as they leave the last layer.

        Answer t tells of row t - PAIR * DELAY.
        """
        x = _relu(self._pairs(_relu(self._first(rows))))
        for wide, narrow in self._blocks:
            x = x + narrow(_relu(wide(x)))
        return self._last(_relu(x)).reshape(-1, OUTPUTS)


def _relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)
