"""Directions in w, each with how well it was found and what it was seen to do; and their file."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.arrays_file import read_arrays, said_of, write_arrays
from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.base.remedy import Remedy
from engine.base.text import Text

_FORMAT = "facewright directions 1"
SHIPPED = RESOURCES / "attributes" / "mobilestylegan.npz"
"""The directions found by us, and by what recipe (scripts/make_directions.py)."""


@dataclass(frozen=True, eq=False)
class Direction:
    """More of one attribute.

    vector:  (width,) float32 of length 1. sigma: how far faces are spread along it (the standard deviation of w · d),
             the unit of strength; nan when not known yet.
    method:  how it was fitted, in words. score: by name, on faces that were held out: `auc` (upper against lower half,
             or there against not there), `accuracy` of that (balanced), `r` (correlation with what was fitted: apart
             from others, if it was), `faces` held out. Of the fit as it was before other directions were taken out of
             it or added to it.
    rows:    the rows of w+ it moves, first and last + 1; None for all.
    effect:  what it was seen to do on drawn faces: standard deviations of its own column for one sigma; nan when
             nobody looked. moves: the same for the other columns, by name.
    """

    name: str
    vector: np.ndarray
    sigma: float = math.nan
    method: str = ""
    score: dict[str, float] = field(default_factory=dict)
    rows: tuple[int, int] | None = None
    effect: float = math.nan
    moves: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.vector.ndim != 1 or not self.vector.size or not np.isfinite(self.vector).all():
            raise EngineError(Text("the direction {0} is no vector of finite numbers", repr(self.name)))
        length = float(np.linalg.norm(self.vector.astype(np.float64)))
        if abs(length - 1) > 1e-4:
            raise EngineError(Text("the direction {0} has the length {1}, not 1", repr(self.name), f"{length:.3g}"))
        if self.rows is not None and not 0 <= self.rows[0] < self.rows[1]:
            raise EngineError(Text("the direction {0} moves rows {1} to {2}", repr(self.name), self.rows[0],
                                   self.rows[1]))


@dataclass(frozen=True, eq=False)
class Directions:
    """Directions of one generator. generator, digest: whose; "" when nobody knows. about: the recipe, in words."""

    items: tuple[Direction, ...]
    generator: str = ""
    digest: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        if not self.items:
            raise EngineError(Text("there are no directions in it"))
        if len({one.vector.shape for one in self.items}) > 1:
            raise EngineError(Text("its directions have different widths"))
        if len(set(self.names)) != len(self.items):
            raise EngineError(Text("two directions have one name"))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.items)

    @property
    def width(self) -> int:
        return len(self.items[0].vector)

    def named(self, name: str) -> Direction:
        """UsageError for a name that is none."""
        for one in self.items:
            if one.name == name:
                return one
        raise UsageError(Text("there is no direction {0}", repr(name)), Text("there are {0}", ", ".join(self.names)))

    def check_generator(self, name: str, width: int, digest: str) -> None:
        """UsageError when the directions cannot be another generator's."""
        if width != self.width:
            raise UsageError(Text("these directions are {0} wide, {1}'s latents {2}", self.width, name, width),
                             Text("they were found for another generator"))
        if self.digest and digest != self.digest:
            raise UsageError(Text("these directions were found for another generator ({0}) than {1}", self.generator,
                                  name),
                             Remedy("fit your own: facewright attributes label, then fit",
                                    Text("only the generator that they were found for can use them")))


def unit(vector: np.ndarray) -> np.ndarray:
    """The same direction with length 1, float32. EngineError for one of zeros."""
    length = float(np.linalg.norm(vector.astype(np.float64)))
    if not (math.isfinite(length) and length > 1e-12):
        raise EngineError(Text("a direction of zeros, or of numbers too large, leads nowhere"))
    return (vector.astype(np.float64) / length).astype(np.float32)


def without(direction: np.ndarray, conditions: Sequence[np.ndarray]) -> np.ndarray:
    """The direction (width,) made to leave others alone: what lies in the span of `conditions` taken out (QR of all at
    once, as many as wanted), length 1, float64.

    InterFaceGAN's conditional manipulation (Shen et al., CVPR 2020). EngineError when nothing is left, UsageError when
    the widths differ.
    """
    primal = np.asarray(direction, np.float64).ravel()
    if any(np.size(one) != primal.size for one in conditions):
        raise UsageError(Text("a direction and what it is to leave alone have different widths"))
    if conditions:
        others = np.stack([np.asarray(one, np.float64).ravel() for one in conditions], 1)
        left, sizes, _ = np.linalg.svd(others / np.linalg.norm(others, axis=0), full_matrices=False)
        basis = left[:, sizes > 1e-6 * sizes[0]]
        before = float(np.linalg.norm(primal))
        primal = primal - basis @ (basis.T @ primal)
        primal = primal - basis @ (basis.T @ primal)  # once more: what rounding left
        if float(np.linalg.norm(primal)) < 1e-5 * before:
            raise EngineError(Text("nothing of the direction is left without the others"))
    return primal / np.linalg.norm(primal)


def conditional(directions: Directions, name: str, conditions: Sequence[str]) -> Direction:
    """A named direction without what it shares with others. Its score, sigma and effect are not known any more."""
    one = directions.named(name)
    vector = without(one.vector, [directions.named(other).vector for other in conditions])
    return replace(one, vector=unit(vector), sigma=math.nan, score={}, effect=math.nan, moves={},
                   method=f"{one.method}; without {', '.join(conditions)}")


def write_directions(path: Path, directions: Directions) -> None:
    """Write whole or not at all. UsageError for another suffix than .npz."""
    items = [{"name": one.name, "sigma": _number(one.sigma), "method": one.method, "score": one.score,
              "rows": list(one.rows) if one.rows else None, "effect": _number(one.effect), "moves": one.moves}
             for one in directions.items]
    facts = {"format": _FORMAT, "generator": directions.generator, "digest": directions.digest,
             "about": directions.about, "directions": items}
    write_arrays(path, {"vectors": np.stack([one.vector for one in directions.items]).astype(np.float32)}, facts)


def read_directions(path: Path) -> Directions:
    """Raises only EngineError, whatever is in the file."""
    arrays, facts = read_arrays(path)
    return said_of(path, lambda: _directions(arrays, facts))


@cache
def shipped() -> Directions:
    """The directions that come with the program, for MobileStyleGAN."""
    return read_directions(SHIPPED)


def _directions(arrays: dict[str, np.ndarray], facts: dict[str, Any]) -> Directions:
    if facts.get("format") != _FORMAT:
        raise EngineError(Text("holds no directions of Facewright"))
    vectors = arrays["vectors"]
    if vectors.ndim != 2 or vectors.dtype != np.float32:
        raise EngineError(Text("its vectors are {0} {1}, not float32 (directions, width)", vectors.dtype,
                               vectors.shape))
    items = tuple(_direction(vector, one) for vector, one in zip(vectors, facts["directions"], strict=True))
    return Directions(items, str(facts["generator"]), str(facts["digest"]), str(facts["about"]))


def _direction(vector: np.ndarray, about: dict[str, Any]) -> Direction:
    rows = about["rows"]
    return Direction(
        str(about["name"]), vector, _float(about["sigma"]), str(about["method"]),
        {str(key): float(value) for key, value in about["score"].items()},
        None if rows is None else (int(rows[0]), int(rows[1])), _float(about["effect"]),
        {str(key): float(value) for key, value in about["moves"].items()})


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _float(value: float | None) -> float:
    return math.nan if value is None else float(value)
