"""What a look asks of a face's latents, and the latents that answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.code_edit import Move, leaving_alone, moved
from engine.attributes.directions import Directions
from engine.attributes.knobs import ATTRIBUTE, LOCK, MANNERS, MIX, REGIONS, ROW_GROUPS
from engine.attributes.manner import Manner
from engine.attributes.mixing import mixed

if TYPE_CHECKING:
    from engine.attributes.reach import Reach

_PLAIN = Manner()
_TURNS, _POSE = ("yaw", "pitch"), "coarse"
_NO_REACHES: "Mapping[str, Reach]" = MappingProxyType({})
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

    @property
    def turns(self) -> bool:
        """Whether the head is turned: by a knob, or by another face's pose."""
        return any(name in _TURNS for name, _ in self.moves) or any(name == _POSE for name, _ in self.rows)

    @property
    def manners(self) -> tuple[Manner, ...]:
        """How each of the moves is drawn."""
        return tuple(MANNERS.get(name, _PLAIN) for name, _ in self.moves)

    @property
    def gather(self) -> float:
        """How far the face's rows are pulled to their mean before they are moved, 0 to 1; a mixed face's are not."""
        return 0.0 if self.mixes else max((one.gather for one in self.manners), default=0.0)


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
    code = _mixed(code, edit, other)
    return moved(code, _moves(code, edit, directions, mean))


@dataclass(frozen=True, eq=False)
class RegionCode:
    """The latents (rows, width) float32 that draw a region, its name, and what of it is taken (`Manner.only`)."""

    region: str
    code: np.ndarray
    only: str = ""


@dataclass(frozen=True, eq=False)
class ChangedCodes:
    """The latents that draw an edit.

    whole: (rows, width) float32, the face with all that moves all over. regions: those in which something moves
    besides, glasses last: they are worn over what is drawn.
    """

    whole: np.ndarray
    regions: tuple[RegionCode, ...]


def changed_codes(code: np.ndarray, edit: AttributeEdit, directions: Directions, mean: np.ndarray,
                  other: np.ndarray | None = None, reaches: "Mapping[str, Reach]" = _NO_REACHES) -> ChangedCodes:
    """As `changed_code`, with each move where its knob draws it (engine.attributes.manner).

    reaches: how far knobs go whose moves have another length on each face, by direction."""
    start = gathered(_mixed(code, edit, other), edit.gather)
    moves = _moves(start, edit, directions, mean, reaches)
    whole, regions = list[Move](), dict[str, list[Move]]()
    pulled, only = dict[str, float](), dict[str, str]()
    for move, manner, (name, value) in zip(moves, edit.manners, edit.moves, strict=True):
        (regions.setdefault(manner.region, []) if manner.region else whole).append(move)
        if value > 0:
            only[manner.region] = manner.only
        if name in reaches and manner.is_looked_at(value):
            pulled[manner.region] = max(pulled.get(manner.region, 0.0), reaches[name].gather)
    drawn = moved(start, [*whole, *_held_back(edit, moves, directions, reaches)])
    parts = [RegionCode(name, moved(gathered(drawn, pulled.get(name, 0.0)), some), only.get(name, ""))
             for name, some in regions.items()]
    return ChangedCodes(drawn, tuple(sorted(parts, key=lambda one: bool(one.only))))


def gathered(code: np.ndarray, share: float) -> np.ndarray:
    """w+ (rows, width) with its rows pulled to their mean, 1 all the way. Rows that an inversion scattered answer a
    direction less than those of a face that was drawn from one w."""
    return np.asarray(code + np.float32(share) * (code.mean(0) - code), np.float32) if share else code


def _mixed(code: np.ndarray, edit: AttributeEdit, other: np.ndarray | None) -> np.ndarray:
    if not edit.rows:
        return np.asarray(code, np.float32)
    assert other is not None
    return mixed(code, other, dict(edit.rows))


def _moves(code: np.ndarray, edit: AttributeEdit, directions: Directions, mean: np.ndarray,
           reaches: "Mapping[str, Reach]" = _NO_REACHES) -> list[Move]:
    locked = [directions.named(name) for name in edit.locked]
    moves, spans = list[Move](), list[float]()
    for (name, value), manner in zip(edit.moves, edit.manners, strict=True):
        strength, span = value, manner.span(value)
        if name in reaches and manner.is_looked_at(value):
            strength = math.copysign(reaches[name].length * manner.way(value), value)
            span *= strength / value
        moves.append(Move(leaving_alone(directions.named(name), locked), strength))
        spans.append(span)
    return limited(code, moves, mean, spans)


def _held_back(edit: AttributeEdit, moves: Sequence[Move], directions: Directions,
               reaches: "Mapping[str, Reach]") -> list[Move]:
    """What moves to the less need besides, but for what is set or locked by its own knob."""
    besides = list[Move]()
    set_by_hand = {*edit.locked, *(name for name, _ in edit.moves)}
    for (name, value), manner, move in zip(edit.moves, edit.manners, moves, strict=True):
        reach = reaches.get(name)
        if reach is not None and manner.is_looked_at(value) and manner.still and manner.still not in set_by_hand:
            share = min(abs(move.strength) / reach.length, 1.0)
            besides.append(Move(directions.named(manner.still), -share * reach.beside))
    return besides


def limited(code: np.ndarray, moves: list[Move], mean: np.ndarray, spans: Sequence[float] = ()) -> list[Move]:
    """The moves, made less, all by the same factor, when together they lead too far.

    What counts is where they lead: the distance from the mean along all of them, the root of the sum of squares in
    standard deviations. A face that laughs already has less of a smile before it than a serious one. A face that is
    farther out than `USUAL` to begin with may move freely along that distance, and outward as far as any other.
    spans: for each move how many times as far it may lead as others; 1 when not given.
    """
    if not moves:
        return moves
    units = np.array(spans or [1.0] * len(moves))
    starts = np.array([_position(code - mean, move) for move in moves]) / units
    steps = np.array([move.strength for move in moves]) / units
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
