"""What each engine calls the 52 shapes and takes as files: one table, resources/engines/engines.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec
import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.toml_text import read_toml
from engine.motion.channel_names import pascal
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX

TABLE = "engines.toml"
_LARGEST = 1 << 18


class _EngineRow(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    label: str
    spelling: Literal["camel", "pascal"]
    files: tuple[str, ...]
    at_one: float = 1.0
    curves: str = ""


class _CurvesRow(msgspec.Struct, forbid_unknown_fields=True):
    prefix: str
    shapes: dict[str, dict[str, float]]


class _PresetRow(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    shapes: dict[str, float]
    old: str = ""
    overrides: tuple[Literal["Blink", "LookAt", "Mouth"], ...] = ()


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    engine: tuple[_EngineRow, ...]
    curves: dict[str, _CurvesRow]
    vrm: tuple[_PresetRow, ...]


@dataclass(frozen=True, eq=False)
class Curves:
    """Curves that are no shapes: weights (T, 52) @ `mixing` (52, C) gives `names`, each 0..1 after it is limited."""

    names: tuple[str, ...]
    mixing: np.ndarray


@dataclass(frozen=True, eq=False)
class EnginePreset:
    """One engine.

    shapes: what it calls the 52 of `ARKIT_52`, in that order.
    files:  ids of exporters; empty for one that is spoken to live only.
    at_one: the number it writes for a whole shape.
    curves: where its curves are not the shapes one by one.
    """

    id: str
    label: str
    shapes: tuple[str, ...]
    files: tuple[str, ...]
    at_one: float
    curves: Curves | None


@dataclass(frozen=True)
class VrmPreset:
    """An expression of VRM 1.0: its name, that in VRM 0 ("" for none), weights of shapes, presets that it overrides."""

    name: str
    old: str
    shapes: Mapping[str, float]
    overrides: tuple[str, ...]

    def of(self, weights: np.ndarray) -> float:
        """0..1: how far weights (52,) are this expression, which is as far as the least of its shapes goes."""
        return float(min(min(weights[ARKIT_INDEX[shape]] / whole, 1.0) for shape, whole in self.shapes.items()))


@lru_cache(maxsize=1)
def _document() -> _Document:
    return read_toml(read_limited(RESOURCES / "engines" / TABLE, _LARGEST), TABLE, _Document)


@lru_cache(maxsize=1)
def engine_presets() -> tuple[EnginePreset, ...]:
    """All, in the order in which they are offered. EngineError when the table is damaged."""
    document = _document()
    return tuple(EnginePreset(row.id, row.label, spelled(row.spelling), row.files, row.at_one,
                              _curves(document.curves[row.curves]) if row.curves else None)
                 for row in document.engine)


@lru_cache(maxsize=1)
def vrm_presets() -> tuple[VrmPreset, ...]:
    """The expressions of VRM 1.0 that come of the shapes."""
    presets = tuple(VrmPreset(row.name, row.old, row.shapes, row.overrides) for row in _document().vrm)
    for preset in presets:
        _check_shapes(preset.shapes)
    return presets


def engine_preset(name: str) -> EnginePreset:
    """UsageError for an engine that there is not."""
    for preset in engine_presets():
        if preset.id == name:
            return preset
    raise UsageError(Text("there is no engine {0}", repr(name)),
                     Text("engines: {0}", ", ".join(preset.id for preset in engine_presets())))


def spelled(spelling: Literal["camel", "pascal"]) -> tuple[str, ...]:
    """The 52 shapes in a spelling."""
    return tuple(map(pascal, ARKIT_52)) if spelling == "pascal" else ARKIT_52


def _curves(row: _CurvesRow) -> Curves:
    _check_shapes(row.shapes)
    names = tuple(dict.fromkeys(curve for curves in row.shapes.values() for curve in curves))
    mixing = np.zeros((len(ARKIT_52), len(names)))
    for shape, curves in row.shapes.items():
        for curve, weight in curves.items():
            mixing[ARKIT_INDEX[shape], names.index(curve)] = weight
    return Curves(tuple(row.prefix + name for name in names), mixing)


def _check_shapes(shapes: Mapping[str, object]) -> None:
    for shape in shapes:
        if shape not in ARKIT_INDEX:
            raise EngineError(Text("{0}: {1} is none of the 52 shapes", TABLE, shape))
