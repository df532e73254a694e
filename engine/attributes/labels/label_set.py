"""A label set: faces as latents, and what is to be seen on each of them, one named column per attribute."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.arrays_file import read_arrays, said_of, write_arrays
from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.generator.space import SEED_KINDS

_FORMAT = "facewright labels 2"
_BEFORE = "facewright labels 1"
"""Did not say which analysers had looked."""

KINDS = ("weight", "degrees", "ratio", "share", "lightness", "probability", "logit", "binary", "years")
"""What a column's numbers are. weight: a blendshape, 0 to 1. ratio: a length over another, or an area over a square.
share: part of a region, 0 to 1. lightness: CIE L*, or a difference of such. probability: 0 to 1. logit: positive means
present. binary: 0 or 1."""


@dataclass(frozen=True)
class Column:
    """One attribute. More of the number always means more of what the name says (files that do it the other way round
    are turned when read)."""

    name: str
    kind: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise EngineError(Text("the labels call {0} a {1}, which is none of {2}", repr(self.name), repr(self.kind),
                                   ", ".join(KINDS)))


@dataclass(frozen=True, eq=False)
class LabelSet:
    """n faces and k attributes.

    columns: k. scores: (n, k) float32; nan where nothing could be measured. w: (n, width) float32, not truncated, or
    None when the file has none. seeds: (n,) int64. seed_kind: "numpy", "torch", or "" when nobody knows.
    truncation, cutoff: as the faces were drawn (see Generator.spread). generator, digest: whose latents they are; ""
    when nobody knows. analysers: ids of the models that looked; columns of others are nan. Empty when nobody knows.
    """

    columns: tuple[Column, ...]
    scores: np.ndarray
    w: np.ndarray | None
    seeds: np.ndarray
    seed_kind: str = ""
    truncation: float = 1.0
    cutoff: int = 0
    generator: str = ""
    digest: str = ""
    analysers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        count = len(self.seeds)
        if self.seeds.shape != (count,) or self.seeds.dtype != np.int64 or self.seed_kind not in ("", *SEED_KINDS):
            raise EngineError(Text("the seeds of the labels are not what they should be"))
        if self.scores.shape != (count, len(self.columns)) or self.scores.dtype != np.float32:
            raise EngineError(Text("the scores are {0} {1}, not float32 ({2}, {3})", self.scores.dtype,
                                   self.scores.shape, count, len(self.columns)))
        if np.isinf(self.scores).any():
            raise EngineError(Text("the scores hold numbers that are infinite"))
        if len(set(self.names)) != len(self.columns):
            raise EngineError(Text("two columns of the labels have one name"))
        if self.w is None:
            return
        if self.w.ndim != 2 or len(self.w) != count or self.w.dtype != np.float32 or not self.w.shape[1]:
            raise EngineError(Text("w of the labels is {0} {1}, not float32 ({2}, any)", self.w.dtype, self.w.shape,
                                   count))
        if not np.isfinite(self.w).all():
            raise EngineError(Text("w of the labels holds numbers that are not finite"))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> np.ndarray:
        """(n,) float32. UsageError for a name that is none."""
        if name not in self.names:
            raise UsageError(Text("the labels have no column {0}", repr(name)),
                             Text("they have {0}", ", ".join(self.names)))
        return self.scores[:, self.names.index(name)]

    def with_w(self, w: np.ndarray) -> "LabelSet":
        """The same labels with latents from elsewhere. EngineError when there are not as many."""
        if len(w) != len(self.seeds):
            raise EngineError(Text("there are {0} latents for {1} labelled faces", len(w), len(self.seeds)))
        return replace(self, w=w)


def write_labels(path: Path, labels: LabelSet) -> None:
    """Write whole or not at all. UsageError for another suffix than .npz."""
    arrays = {"seeds": labels.seeds, "scores": labels.scores}
    if labels.w is not None:
        arrays["w"] = labels.w
    write_arrays(path, arrays, {
        "format": _FORMAT, "names": list(labels.names), "kinds": [column.kind for column in labels.columns],
        "seed_kind": labels.seed_kind, "truncation": labels.truncation, "cutoff": labels.cutoff,
        "generator": labels.generator, "digest": labels.digest,
        "analysers": list(labels.analysers)})


def read_labels(path: Path) -> LabelSet:
    """Raises only EngineError, whatever is in the file."""
    arrays, facts = read_arrays(path)
    return said_of(path, lambda: _labels(arrays, facts))


def _labels(arrays: dict[str, np.ndarray], facts: dict[str, Any]) -> LabelSet:
    if facts.get("format") not in (_FORMAT, _BEFORE):
        raise EngineError(Text("holds no labels of Facewright"))
    analysers = [] if facts["format"] == _BEFORE else facts["analysers"]
    names, kinds = facts["names"], facts["kinds"]
    texts = [facts[key] for key in ("seed_kind", "generator", "digest")]
    if not (all(type(one) is str for one in (*names, *kinds, *texts, *analysers)) and type(facts["cutoff"]) is int
            and type(facts["truncation"]) in (int, float) and abs(facts["truncation"]) <= 10):
        raise EngineError(Text("what it says about its labels is not what it should be"))
    columns = tuple(Column(name, kind) for name, kind in zip(names, kinds, strict=True))
    return LabelSet(columns, arrays["scores"], arrays.get("w"), arrays["seeds"], texts[0], float(facts["truncation"]),
                    facts["cutoff"], texts[1], texts[2], tuple(analysers))
