"""Weights taken out of a file one by one, by name and shape; what is missing, odd or left over is said in words."""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.records import Malformed, NumpyArray, Tensor

_LARGEST_LAYER = 24
LARGEST_WEIGHTS = 1 << 28
"""Bytes of all numbers taken out of one file, whose tensors may lie upon one another; StyleGAN2 has half of it."""


class NamedTensors:
    """The named numbers of a file. Everything here raises only EngineError, naming the file."""

    def __init__(self, values: Mapping[Any, Any], file: str) -> None:
        if not all(isinstance(key, str) for key in values):
            raise EngineError(Text("{0}: holds weights without names", file))
        self.file = file
        self._values = dict(values)
        self._taken: set[str] = set()
        self._held = 0

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def take(self, name: str, *shape: int | None) -> np.ndarray:
        """The weights of that name as float32, in this shape (None: any length from 1). Finite, or an error."""
        if name not in self._values:
            raise EngineError(Text("{0}: {1} is missing", self.file, name),
                              Text("the file is of another kind of generator, or cut"))
        array = _array(self._values[name], f"{self.file}: {name}")
        fits = len(array.shape) == len(shape) and all(
            have == want if want is not None else have > 0 for have, want in zip(array.shape, shape, strict=True))
        if not fits:
            raise EngineError(Text("{0}: {1} is {2}, not {3}", self.file, name, _shape(array.shape), _shape(shape)))
        if array.dtype.kind not in "fiub":
            raise EngineError(Text("{0}: {1} holds no numbers", self.file, name))
        self._held += 4 * array.size
        if self._held > LARGEST_WEIGHTS:
            raise EngineError(Text("{0}: holds more numbers than any generator we know", self.file))
        with np.errstate(over="ignore"):
            values = np.ascontiguousarray(array, dtype=np.float32).reshape(array.shape)
        if not np.isfinite(values).all():
            raise EngineError(Text("{0}: {1} holds numbers that are not finite", self.file, name))
        self._taken.add(name)
        return values

    def count(self, pattern: str, first: int = 0) -> int:
        """How many of the names ``pattern.format(first)``, ``pattern.format(first + 1)``, ... there are in a row."""
        count = 0
        while pattern.format(first + count) in self._values:
            count += 1
        if not 1 <= count <= _LARGEST_LAYER:
            raise EngineError(Text("{0}: has {1} of {2}; that is no generator we know", self.file, count,
                                   pattern.format("N")))
        return count

    def finish(self, ignored: str) -> None:
        """Nothing but what matches `ignored` (whole names) may be left: it would mean the network is another one."""
        left = sorted(name for name in self._values.keys() - self._taken if not re.fullmatch(ignored, name))
        if len(left) > 1:
            raise EngineError(Text("{0}: holds {1} and {2} more, which no generator of this kind has", self.file,
                                   repr(left[0][:80]), len(left) - 1))
        if left:
            raise EngineError(Text("{0}: holds {1}, which no generator of this kind has", self.file,
                                   repr(left[0][:80])))


def _array(value: Any, what: str) -> np.ndarray:
    try:
        if isinstance(value, (Tensor, NumpyArray)):
            return value.array()
    except Malformed as error:
        raise EngineError(Text("{0}: {1}", what, error.message)) from None
    except EngineError:
        raise
    except Exception as error:  # the data is read only now, from an archive that may be damaged
        raise EngineError(Text("{0}: cannot be read", what), detail=repr(error)) from None
    if isinstance(value, np.ndarray):
        return value
    if type(value) in (int, float) and abs(value) < 1e30:
        return np.asarray(value, np.float64)
    raise EngineError(Text("{0} is no array", what))


def _shape(shape: tuple[int | None, ...]) -> str:
    return "(" + ", ".join("any" if length is None else str(length) for length in shape) + ")"
