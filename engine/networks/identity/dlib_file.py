"""dlib's file format for networks, read by hand: the layers of one known network, and nothing is ever run.

The format (dlib's serialize.h and dnn/*.h, Davis King): whole numbers as a byte with their length in the low four bits
and their sign in the highest, then that many bytes, little end first; real numbers as two such numbers, mantissa and
power of two; texts with their length before them; tensors as a version, four lengths and float32.
"""

import math

import numpy as np

from engine.base.errors import EngineError
from engine.base.remedy import check_model
from engine.base.text import Text

_TENSOR, _ALIAS = 2, 1
"""Versions of the two ways in which lengths are written."""
_LONGEST_TEXT = 64
_DEEPEST = 1000


class DlibReader:
    """What is written in a file's bytes, one thing after the other. Every method raises only EngineError."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self._at, self._file = data, 0, file

    def refuse(self, why: str) -> EngineError:
        return EngineError(Text("{0}: is no network as dlib writes them, or damaged: {1}", self._file, why),
                           check_model("dlib-identity"))

    def whole(self) -> int:
        control = self._take(1)[0]
        length = control & 0x0F
        if not 1 <= length <= 8 or control & 0x70:
            raise self.refuse(Text("no whole number at byte {0}", self._at - 1))
        value = int.from_bytes(self._take(length), "little")
        return -value if control & 0x80 else value

    def real(self) -> float:
        mantissa, power = self.whole(), self.whole()
        if abs(power) > 512:
            raise self.refuse(Text("no real number at byte {0}", self._at))
        return math.ldexp(mantissa, power)

    def text(self) -> str:
        length = self.whole()
        if not 0 <= length <= _LONGEST_TEXT:
            raise self.refuse(Text("no text at byte {0}", self._at))
        return self._take(length).decode("latin-1")

    def expect(self, *wholes: int) -> None:
        """The next whole numbers must be these."""
        start = self._at
        found = tuple(self.whole() for _ in wholes)
        if found != wholes:
            raise self.refuse(Text("{0} instead of {1} at byte {2}", found, wholes, start))

    def expect_text(self, wanted: str) -> None:
        start, found = self._at, self.text()
        if found != wanted:
            raise self.refuse(Text("{0} instead of {1} at byte {2}", repr(found), repr(wanted), start))

    def tensor(self, *shape: int) -> np.ndarray:
        """float32 of these four lengths, all finite."""
        self.expect(_TENSOR, *shape)
        values = np.frombuffer(self._take(4 * math.prod(shape)), "<f4").reshape(shape)
        if not np.isfinite(values).all():
            raise self.refuse(Text("a number that is not finite before byte {0}", self._at))
        return values.astype(np.float32)

    def nesting(self, innermost: int) -> None:
        """The versions that nested layers begin with, outermost first."""
        for _ in range(_DEEPEST):
            version = self.whole()
            if version == innermost:
                return
            if version not in (1, 2):
                break
        raise self.refuse(Text("layers that are not known"))

    def layer_end(self) -> None:
        """What follows every layer: three flags, and what it keeps while it learns, which is empty."""
        if any(flag not in b"01" for flag in self._take(3)):
            raise self.refuse(Text("no flags at byte {0}", self._at - 3))
        for _ in range(3):
            self.tensor(0, 0, 0, 0)

    def convolution(self, filters: int, channels: int, side: int, stride: int, padding: int,
                    first: bool) -> tuple[np.ndarray, np.ndarray]:
        """Kernels (filters, channels, side, side) and biases (filters,). first: of the layers."""
        self.expect_text("con_4")
        count = filters * channels * side * side
        values = self.tensor(count + filters, 1, 1, 1).ravel()
        self.expect(filters, side, side, stride, stride, padding, padding)
        self.expect(_ALIAS, filters, channels, side, side)
        self.expect(_ALIAS, 1, filters, 1, 1)
        self._learning_rates()
        if first:
            self.expect(1)  # one sample for each picture
        return values[:count].reshape(filters, channels, side, side), values[count:]

    def affine(self, channels: int) -> tuple[np.ndarray, np.ndarray]:
        """What each channel is multiplied with, and what is added then: (channels,) each."""
        self.expect_text("affine_")
        values = self.tensor(2 * channels, 1, 1, 1).ravel()
        for _ in range(2):
            self.expect(_ALIAS, 1, channels, 1, 1)
        self.expect(0)  # by channel
        self.layer_end()
        return values[:channels], values[channels:]

    def pooling(self, name: str, side: int, stride: int) -> None:
        self.expect_text(name)
        self.expect(side, side, stride, stride, 0, 0)
        self.layer_end()

    def plain(self, name: str) -> None:
        """A layer without numbers."""
        self.expect_text(name)
        self.layer_end()

    def dense(self, inputs: int, outputs: int) -> np.ndarray:
        """The matrix (inputs, outputs) of a layer without biases."""
        self.expect_text("fc_2")
        self.expect(outputs, inputs)
        values = self.tensor(inputs, outputs, 1, 1)
        self.expect(_ALIAS, inputs, outputs, 1, 1)
        self.expect(_ALIAS, 0, 0, 0, 0)
        self.expect(1)  # without biases
        self._learning_rates()
        return values[:, :, 0, 0]

    def end(self) -> None:
        if self._at != len(self._data):
            raise self.refuse(Text("{0} bytes too many", len(self._data) - self._at))

    def _learning_rates(self) -> None:
        for _ in range(4):
            self.real()
        self.layer_end()

    def _take(self, count: int) -> bytes:
        if count > len(self._data) - self._at:
            raise self.refuse(Text("it ends too early"))
        self._at += count
        return self._data[self._at - count:self._at]
