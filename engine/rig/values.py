"""The values of one rig, frozen."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text

SHAPES = {"male": 3, "female": 4}
"""Role shapes of the face-nn schema and their number in its files."""


@dataclass(frozen=True)
class RigValues:
    """One character's parameters.

    schema: name of the `RigSchema` the values belong to.
    values: in the schema's order, each exactly a float32, so that files hold and return the very same numbers.
    shape:  "male" or "female" where the schema has role shapes, else "".
    """

    schema: str
    values: tuple[float, ...]
    shape: str = ""

    @classmethod
    def of(cls, schema: str, values: Iterable[float] | np.ndarray, shape: str = "") -> "RigValues":
        """Rounded to float32. Raises EngineError for values that are not finite numbers, or an unknown shape."""
        try:
            array = np.asarray(values if isinstance(values, np.ndarray) else list(values), np.float64)
        except (TypeError, ValueError, OverflowError):
            raise EngineError(Text("rig values must be numbers")) from None
        with np.errstate(over="ignore"):
            single = array.astype(np.float32)
        if single.ndim != 1 or not np.isfinite(single).all():
            raise EngineError(Text("rig values must be finite numbers"))
        if shape and shape not in SHAPES:
            raise EngineError(Text("unknown role shape {0}", repr(shape)), hint=Text("male or female"))
        return cls(schema, tuple(single.tolist()), shape)

    def array(self) -> np.ndarray:
        """(n,) float32."""
        return np.array(self.values, np.float32)

    def same_as(self, other: "RigValues") -> bool:
        """Equal bit for bit, so that 0 and -0 differ."""
        return (self.schema, self.shape, len(self.values)) == (other.schema, other.shape, len(other.values)) and all(
            a == b and math.copysign(1, a) == math.copysign(1, b)
            for a, b in zip(self.values, other.values, strict=True))
