"""What each viseme asks of the face: declared in resources/speech/shapes.toml."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.limits import LARGEST_TOML
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.toml_text import read_toml
from engine.motion.channel_names import SHAPES
from engine.speech.visemes import VISEMES


class _Shape(msgspec.Struct, forbid_unknown_fields=True):
    open: float = 1.0
    round: float = 1.0
    gap: float = 0.0
    weights: dict[str, float] = {}


@dataclass(frozen=True, eq=False)
class MouthShapes:
    """names: blendshapes of ARKit that any of them moves, N.

    gap (15,) heights of the face; weights (15, N); open, round (15,): how strongly a viseme insists on the first and on
    its lips. shut, bitten (N,): laid over as far as lips are shut or bitten; bitten_gap: heights of the face.
    """

    names: tuple[str, ...]
    gap: np.ndarray
    weights: np.ndarray
    open: np.ndarray
    round: np.ndarray
    shut: np.ndarray
    bitten: np.ndarray
    bitten_gap: float

    def column(self, name: str) -> int:
        """Where a blendshape stands in `names`."""
        return self.names.index(name)


@cache
def mouth_shapes() -> MouthShapes:
    path = RESOURCES / "speech" / "shapes.toml"
    table = read_toml(read_limited(path, LARGEST_TOML), path.name, dict[str, _Shape])
    if set(table) != {*VISEMES, "shut", "bitten"}:
        raise EngineError(Text("{0} names other visemes than there are", path.name))
    sided = {name: _sides(shape.weights) for name, shape in table.items()}
    names = tuple(sorted({one for weights in sided.values() for one in weights} | {"jawOpen", "mouthClose"}))
    strangers = set(names) - SHAPES
    if strangers:
        raise EngineError(Text("{0}: {1} is no blendshape", path.name, min(strangers)))

    def row(name: str) -> list[float]:
        return [sided[name].get(one, 0.0) for one in names]

    def column(value: str) -> np.ndarray[Any, Any]:
        return np.array([getattr(table[name], value) for name in VISEMES])

    return MouthShapes(names, column("gap"), np.array([row(name) for name in VISEMES]), column("open"),
                       column("round"), np.array(row("shut")), np.array(row("bitten")), table["bitten"].gap)


def _sides(weights: dict[str, float]) -> dict[str, float]:
    """Names without a side written out for both."""
    return {side: value for name, value in weights.items()
            for side in ([name] if name in SHAPES else [name + "Left", name + "Right"])}
