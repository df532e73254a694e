"""A network written down as ONNX, for ONNX Runtime: the handful of fields of its protocol buffers that this needs.

After onnx.proto3 of the ONNX project: numbers of fields and kinds as published there.
"""

from collections.abc import Sequence

import numpy as np

_IR_VERSION, _OPSET = 7, 13
_FLOAT, _INT64 = 1, 7
_INTS = 7
"""The kind of an attribute that is a list of whole numbers."""


class OnnxGraph:
    """Nodes one after the other, each named by what comes out of it.

    entry: name of the input; shape: its lengths.
    """

    def __init__(self, entry: str, shape: Sequence[int]) -> None:
        self._entry = _value(entry, shape)
        self._nodes: list[bytes] = []
        self._constants: list[bytes | memoryview] = []  # in pieces: they are large, and copied once

    def constant(self, values: np.ndarray) -> str:
        """Numbers that do not change, float32 or int64; returns their name."""
        name = f"constant{len(self._constants)}"
        kind = {np.dtype(np.float32): _FLOAT, np.dtype(np.int64): _INT64}[values.dtype]
        raw = np.ascontiguousarray(values, values.dtype.newbyteorder("<")).data.cast("B")
        before = b"".join(_field(1, length) for length in values.shape) + _field(2, kind) + _field(8, name) \
            + _head(9, raw.nbytes)
        self._constants += [_head(5, len(before) + raw.nbytes), before, raw]
        return name

    def node(self, operator: str, *inputs: str | np.ndarray, **attributes: Sequence[int]) -> str:
        """An operator of ONNX on named values or constants; returns the name of its result."""
        name = f"node{len(self._nodes)}"
        names = [one if isinstance(one, str) else self.constant(one) for one in inputs]
        self._nodes.append(b"".join(_field(1, each) for each in names) + _field(2, name) + _field(4, operator)
                           + b"".join(_field(5, _attribute(*each)) for each in attributes.items()))
        return name

    def model(self, result: str, shape: Sequence[int]) -> bytes:
        """The whole model as bytes. result: name of the node whose value it gives; shape: its lengths."""
        graph = [*(_field(1, node) for node in self._nodes), _field(2, "graph"), *self._constants,
                 _field(11, self._entry), _field(12, _value(result, shape))]
        before = _field(1, _IR_VERSION) + _field(8, _field(2, _OPSET)) + _head(7, sum(map(len, graph)))
        return b"".join([before, *graph])


def _attribute(name: str, values: Sequence[int]) -> bytes:
    return _field(1, name) + b"".join(_field(8, value) for value in values) + _field(20, _INTS)


def _value(name: str, shape: Sequence[int]) -> bytes:
    lengths = b"".join(_field(1, _field(1, length)) for length in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, _FLOAT) + _field(2, lengths)))


def _field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _head(number, len(data)) + data


def _head(number: int, length: int) -> bytes:
    """What stands before so many bytes."""
    return _varint(number << 3 | 2) + _varint(length)


def _varint(value: int) -> bytes:
    """A whole number, not negative, seven bits a byte, the lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
