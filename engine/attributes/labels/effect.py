"""What a direction does, seen on drawn faces: never taken from how it was fitted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.attributes.code_edit import Move, moved
from engine.attributes.directions import Direction
from engine.attributes.labels.label_set import LabelSet
from engine.attributes.labels.labelling import generator_rows, measured_row
from engine.attributes.labels.measures import ATTRIBUTES, COLUMNS, FaceMeasurer
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.generator.generator import Generator
from engine.generator.sample import sample_latents

STEP = 1.5
"""Standard deviations to either side at which a direction is looked at."""
FIRST_SEED = 1_000_000
"""Faces to look at have seeds from here on, far from any that are labelled."""
_ENOUGH = 0.65
"""A part of the rows must do so much of what all do to be chosen."""


@dataclass(frozen=True, eq=False)
class Effect:
    """What one standard deviation along a direction does to each of `ATTRIBUTES`, in the standard deviations these have
    among labelled faces: mean over faces (k,); `agreeing` (k,): the share of faces on which it does not go the other
    way (glasses that appear on one face and not on another agree)."""

    mean: np.ndarray
    agreeing: np.ndarray

    def selectivity(self, own: int) -> float:
        """The effect on its own column over the root mean square of what it does to the others."""
        others = np.delete(self.mean, own)
        return float(self.mean[own] / max(float(np.sqrt(np.nanmean(others ** 2))), 1e-6))


def spreads(labels: LabelSet) -> np.ndarray:
    """Standard deviation of each of `ATTRIBUTES` among labelled faces, (k,); nan for what was not measured. UsageError
    for labels of another kind."""
    known = [labels.column(column.name) for column in ATTRIBUTES]
    known = [scores[np.isfinite(scores)].astype(np.float64) for scores in known]
    return np.array([max(float(scores.std()), 1e-9) if len(scores) else math.nan for scores in known])


def effect_of(generator: Generator, measurer: FaceMeasurer, direction: Direction, seeds: Sequence[int],
              spread: np.ndarray, truncation: float) -> Job[Effect]:
    """Draw each seed's face to either side along the direction and measure both; nan where a face is lost."""
    faces = sample_latents(generator, seeds, "numpy", truncation)
    changes = []
    for place, w in enumerate(faces.w):
        yield Progress(place, len(faces.w), Text("Looking at what {0} does", direction.name))
        code = generator_rows(generator, w, truncation)
        more, less = (measured_row(generator, measurer, moved(code, [Move(direction, side * STEP)]))
                      for side in (1, -1))
        changes.append((more - less)[:len(ATTRIBUTES)] / (2 * STEP * spread))
    known = np.array(changes)
    seen = np.isfinite(known)
    count = np.maximum(seen.sum(0), 1)
    mean = np.where(seen.any(0), np.where(seen, known, 0).sum(0) / count, np.nan)
    with np.errstate(invalid="ignore"):
        against = np.sign(known) * np.sign(mean) < 0
    return Effect(mean, np.where(seen.any(0), (seen & ~against).sum(0) / count, 0))


def row_ranges(rows: int) -> tuple[tuple[int, int] | None, ...]:
    """The parts of w+ that are tried: all, the coarse beginning (three lengths), and what comes after the coarsest,
    with the finest, which colour the whole picture, and without."""
    parts = {(0, round(rows * share)) for share in (0.3, 0.44, 0.57)}
    parts |= {(round(rows * 0.3), round(rows * 0.7)), (round(rows * 0.3), rows)}
    return (None, *sorted(part for part in parts if 0 <= part[0] < part[1] <= rows))


def best_rows(generator: Generator, measurer: FaceMeasurer, direction: Direction, seeds: Sequence[int],
              spread: np.ndarray, truncation: float) -> Job[Direction]:
    """The direction moving those rows that do most of what all rows do, and least else."""
    own = _own(direction)
    if own is None:
        return direction
    tried: list[tuple[tuple[int, int] | None, Effect]] = []
    for rows in row_ranges(generator.space.rows):
        effect = yield from effect_of(generator, measurer, replace(direction, rows=rows), seeds, spread, truncation)
        tried.append((rows, effect))
    whole = tried[0][1].mean[own]
    strong = [(rows, effect) for rows, effect in tried if effect.mean[own] >= _ENOUGH * whole]
    rows = max(strong, key=lambda one: one[1].selectivity(own))[0] if whole > 0 and strong else None
    return replace(direction, rows=rows)


def with_effect(generator: Generator, measurer: FaceMeasurer, direction: Direction, seeds: Sequence[int],
                spread: np.ndarray, truncation: float) -> Job[Direction]:
    """The direction with what it was seen to do. Its effect stays nan when it is none of what can be measured."""
    effect = yield from effect_of(generator, measurer, direction, seeds, spread, truncation)
    own = _own(direction)
    moves = {column.name: round(float(value), 3) for place, (column, value) in
             enumerate(zip(ATTRIBUTES, effect.mean, strict=True)) if place != own and math.isfinite(value)}
    score = dict(direction.score)
    if own is None:
        return replace(direction, moves=moves)
    score["agreeing"] = round(float(effect.agreeing[own]), 3)
    return replace(direction, effect=round(float(effect.mean[own]), 3), moves=moves, score=score)


def measurable(labels: LabelSet) -> bool:
    """Whether the labels are of the kind that can be measured again on a drawn face."""
    return labels.columns == COLUMNS


def _own(direction: Direction) -> int | None:
    names = [column.name for column in ATTRIBUTES]
    return names.index(direction.name) if direction.name in names else None
