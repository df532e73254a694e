"""What a look asks of a face's latents, and the latents that answer."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.attributes.code_edit import Move, leaving_alone, moved
from engine.attributes.directions import Directions
from engine.attributes.knobs import ATTRIBUTE, LOCK, MIX, REGIONS, ROW_GROUPS
from engine.attributes.mixing import mixed

USUAL, FARTHEST = 3.0, 4.5
"""Standard deviations from the mean, along all that is moved together: up to the first a move is made as asked; with
more it grows ever less and never passes the second."""


@dataclass(frozen=True)
class AttributeEdit:
    """moves: strengths by direction. locked: directions that are to be left alone by the others. seed, rows, regions:
    the other face, and how much of it (0..1) is mixed in by group of rows and by region; what is 0 is not there."""

    moves: tuple[tuple[str, float], ...] = ()
    locked: tuple[str, ...] = ()
    seed: int = 0
    rows: tuple[tuple[str, float], ...] = ()
    regions: tuple[tuple[str, float], ...] = ()

    @property
    def mixes(self) -> bool:
        """Whether another face is needed."""
        return bool(self.rows or self.regions)


def attribute_edit_of(values: Mapping[str, float]) -> AttributeEdit:
    """What the values of attributes' controls ask for, by id; other controls are passed over."""
    moves = tuple((key.removeprefix(ATTRIBUTE), value) for key, value in sorted(values.items())
                  if key.startswith(ATTRIBUTE) and value)
    locked = tuple(key.removeprefix(LOCK) for key, value in sorted(values.items())
                   if key.startswith(LOCK) and value >= 0.5)

    def amounts(names: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
        return tuple((name, values[MIX + name] / 100) for name in names if values.get(MIX + name))

    return AttributeEdit(moves, locked, round(values.get(MIX + "seed", 0)), amounts(ROW_GROUPS), amounts(REGIONS))


def changes_anything(values: Mapping[str, float]) -> bool:
    """Whether these values change a face at all."""
    edit = attribute_edit_of(values)
    return bool(edit.moves) or edit.mixes


def changed_code(code: np.ndarray, edit: AttributeEdit, directions: Directions, mean: np.ndarray,
                 other: np.ndarray | None = None) -> np.ndarray:
    """The latents of a changed face, (rows, width) float32; the very same for an edit that asks for nothing.

    code, mean: (rows, width), of the face and of the mean face. other: (rows, width) of the face that is mixed in,
    needed when rows are. Regions are mixed while drawing: see `engine.attributes.mixing`.
    UsageError for a direction that is not among `directions`.
    """
    if edit.rows:
        assert other is not None
        code = mixed(code, other, dict(edit.rows))
    locked = [directions.named(name) for name in edit.locked]
    moves = [Move(leaving_alone(directions.named(name), locked), value) for name, value in edit.moves]
    return moved(code, limited(code, moves, mean)) if moves else np.asarray(code, np.float32)


def limited(code: np.ndarray, moves: list[Move], mean: np.ndarray) -> list[Move]:
    """The moves, made less, all by the same factor, when together they lead too far.

    What counts is where they lead: the distance from the mean along all of them, the root of the sum of squares in
    standard deviations. A face that laughs already has less of a smile before it than a serious one. A face that is
    farther out than `USUAL` to begin with may move freely along that distance, and outward as far as any other.
    """
    starts = np.array([_position(code - mean, move) for move in moves])
    steps = np.array([move.strength for move in moves])
    begun, asked = float(np.linalg.norm(starts)), float(np.linalg.norm(starts + steps))
    usual = max(USUAL, begun)
    if asked <= usual:
        return moves
    room = FARTHEST - USUAL
    reached = usual + room * math.tanh((asked - usual) / room)
    # |starts + factor * steps| = reached: the larger root, for the way leads outward there
    a, b, c = float(steps @ steps), float(starts @ steps), begun ** 2 - reached ** 2
    factor = (-b + math.sqrt(b * b - a * c)) / a
    return [Move(move.direction, move.strength * factor) for move in moves]


def _position(away: np.ndarray, move: Move) -> float:
    """Standard deviations along a direction at which a face is, over the rows it moves."""
    first, last = move.direction.rows or (0, len(away))
    return float((away[first:last] @ move.direction.vector).mean()) / move.direction.sigma
