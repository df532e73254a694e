"""The values of a rig that bring our head nearest to given vertices: regularised least squares within bounds.

minimise   150 mean_v |x_v - y_v|^2 / (1 mm)^2 over the face
         + 150 mean_l |x_l - y_l|^2 / (0.7 mm)^2 over the landmarks
         + sum_j (a_j - prior_j)^2 / spread_j^2        with a_j within the value's range

x being the shaped head after a small free shift, turn and scale (a rig knows neither where the camera stood nor how
large a head is). 150 is about how many independent points a face has: neighbouring vertices say the same. Targets at
the two ends of a slider are different shapes, so a first solution with their mean chooses sides, and later ones stay
on them (a value that reaches zero may change sides in the next).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from engine.rig.box_minimum import box_minimum
from engine.rig.shaping import Shaping, shaping

POINTS, VERTEX_NOISE, LANDMARK_NOISE = 150.0, 0.01, 0.007
SPREAD, ROUNDS = 0.4, 4
_FREE = 7
"""Columns of the free move: shift along three axes, turn about three, growth."""


@dataclass(frozen=True, eq=False)
class RigSolution:
    """amounts: (n,) -1..1. vertices: (V, 3) the shaped head moved onto the target. residuals: (F,) distance in
    decimetres at the face's vertices."""

    amounts: np.ndarray
    vertices: np.ndarray
    residuals: np.ndarray


@dataclass(frozen=True, eq=False)
class _Columns:
    """What a fit needs of one schema: rows are the weighted coordinates of face vertices, then of landmarks.

    high, low: (rows, n) change at amount 1 and per -1. places: (n,) the values that may move. free: (rows, 7).
    """

    places: np.ndarray
    high: np.ndarray
    low: np.ndarray
    free: np.ndarray
    face: np.ndarray
    row_weights: np.ndarray
    landmark_weights: np.ndarray


def solve(schema_name: str, target: np.ndarray, prior: np.ndarray | None = None, spread: float = SPREAD,
          held: Mapping[int, float] | None = None) -> RigSolution:
    """Amounts for a schema from target vertices (V, 3) of a head without expression.

    prior: (n,) amounts to stay near, 0 when None. spread: how far amounts usually lie from it. held: amounts that are
    known, by place.
    """
    on_head = shaping(schema_name)
    columns = _columns(on_head)
    slots, held = on_head.schema.slots, held or {}
    near = np.zeros(len(slots)) if prior is None else np.clip(np.asarray(prior, np.float64), -1, 1)
    start = np.zeros(len(slots))
    start[list(held)] = list(held.values())
    open_ = [column for column, place in enumerate(columns.places.tolist()) if place not in held]
    columns = replace(columns, places=columns.places[open_], high=columns.high[:, open_], low=columns.low[:, open_])
    mean = near[columns.places]
    lowest = np.array([-float(slots[place].minimum < slots[place].default) for place in columns.places])
    greatest = np.array([float(slots[place].maximum > slots[place].default) for place in columns.places])
    amounts = np.clip(mean, lowest, greatest)
    free = np.zeros(_FREE)
    wanted = _rows(on_head, columns, target - on_head.vertices(start))
    ridge = np.concatenate([np.full(len(amounts), 1 / spread**2), np.full(_FREE, 1e-6)])
    aim = np.concatenate([mean, np.zeros(_FREE)])
    for turn in range(ROUNDS):
        now = columns.high @ np.maximum(amounts, 0) + columns.low @ np.maximum(-amounts, 0) + columns.free @ free
        error = wanted - now
        low, high = lowest, greatest
        if turn == 0:  # where a value is on neither side yet: the mean of its two targets
            jacobian = np.where(lowest < 0, (columns.high - columns.low) / 2, columns.high)
        else:  # within the side each value is on; one at zero looks toward the side that helps
            upward = (amounts > 0) | ((amounts == 0) & (columns.high.T @ error > columns.low.T @ error)) | (lowest == 0)
            jacobian = np.where(upward, columns.high, -columns.low)
            low, high = np.where(upward, 0.0, -1.0), np.where(upward, greatest, 0.0)
        matrix = np.hstack([jacobian, columns.free])
        x = np.concatenate([amounts, free])
        right = matrix.T @ (error + matrix @ x) + ridge * aim
        bounds = np.concatenate([low, np.full(_FREE, -1.0)]), np.concatenate([high, np.ones(_FREE)])
        x = box_minimum(matrix.T @ matrix + np.diag(ridge), right, x, bounds)
        amounts, free = x[:-_FREE], x[-_FREE:]
    start[columns.places] = amounts
    moved = on_head.vertices(start) + _free_move(on_head.head.vertices) @ free
    difference = (moved - target)[columns.face]
    return RigSolution(start, moved.astype(np.float32), np.linalg.norm(difference, axis=1))


@lru_cache(maxsize=4)
def _columns(on_head: Shaping) -> _Columns:
    head = on_head.head
    weight = head.masks["face"].astype(np.float64).copy()
    outside = np.setdiff1d(np.arange(len(weight)), head.vertices_of("skin"))
    weight[outside] = 0
    face = np.flatnonzero(weight > 0.2)
    per_vertex = np.sqrt(POINTS * weight[face] / weight[face].sum()) / VERTEX_NOISE
    per_landmark = np.full(len(head.landmark_triangle), np.sqrt(POINTS / len(head.landmark_triangle)) / LANDMARK_NOISE)
    places = np.array([place for place, slot in enumerate(on_head.schema.slots) if slot.fitted], np.int64)
    blank = _Columns(places, np.zeros(0), np.zeros(0), np.zeros(0), face, per_vertex, per_landmark)
    free = _free_move(head.vertices)
    return _Columns(
        places=places, face=face, row_weights=per_vertex, landmark_weights=per_landmark,
        high=_moved(on_head, blank, 1.0), low=_moved(on_head, blank, -1.0),
        free=np.stack([_rows(on_head, blank, free[:, :, k]) for k in range(_FREE)], axis=1),
    )


def _moved(on_head: Shaping, columns: _Columns, amount: float) -> np.ndarray:
    """(rows, n): what each value that may move changes at an amount."""
    rows = [_rows(on_head, columns, on_head.column(place, amount)) for place in columns.places.tolist()]
    return np.stack(rows, axis=1) if rows else np.zeros((3 * (len(columns.face) + len(columns.landmark_weights)), 0))


def _rows(on_head: Shaping, columns: _Columns, move: np.ndarray) -> np.ndarray:
    """A move of all vertices (V, 3) as the weighted rows of the least-squares problem."""
    at_face = move[columns.face].astype(np.float64) * columns.row_weights[:, None]
    at_landmarks = on_head.head.landmarks(move) * columns.landmark_weights[:, None]
    return np.concatenate([at_face.ravel(), at_landmarks.ravel()])


def _free_move(vertices: np.ndarray) -> np.ndarray:
    """(V, 3, 7): unit shifts, small turns about the axes through the pivot, growth."""
    x, y, z = vertices.T.astype(np.float64)
    zero, one = np.zeros_like(x), np.ones_like(x)
    moves = [(one, zero, zero), (zero, one, zero), (zero, zero, one),
             (zero, -z, y), (z, zero, -x), (-y, x, zero), (x, y, z)]
    return np.stack([np.stack(move, axis=1) for move in moves], axis=2)


def nearest_expression(on_head: Shaping, weights: np.ndarray) -> np.ndarray:
    """(n,) amounts 0..1 of the values that come nearest to ARKit weights (52,): least squares within bounds."""
    columns = on_head.expression_columns
    normal = columns.T @ columns + np.diag(np.full(columns.shape[1], 1e-3))
    start = np.zeros(columns.shape[1])
    return box_minimum(normal, columns.T @ weights, start, (start, start + 1))
