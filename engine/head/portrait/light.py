"""Where light reaches the head: soft shadows of every light and of the surroundings, from one table of visibility.

For a fixed set of directions the table says which vertices see the sky that way (depth maps of the neutral head,
drawn once). A light from anywhere is then a weighting of directions, so shadows under the brow, the nose and the chin
follow the light as the head turns, at the price of a small matrix product (in the spirit of precomputed radiance
transfer: Sloan, Kautz, Snyder 2002). Expressions keep the neutral head's shadows; normals are always the true ones.
"""

from collections.abc import Generator
from typing import Any

import numpy as np

from engine.head.raster import fragments

_PAIRS = 40  # directions come in opposite pairs: one depth map serves both
_MAP_SIDE = 168
_ROWS = 512  # at a time: larger products make BLAS wake its threads, which costs more than the product
_WRAP = 0.35  # light creeps this far round the edge of shadow


def head_visibility(head: Any) -> "Generator[None, None, Visibility]":
    """The table of a head (engine.head.model.Head), in steps of some hundredths of a second."""
    points, normals = head.vertices, head.normals(head.vertices)
    half = _half_sphere(_PAIRS)
    seen = np.empty((len(points), 2 * _PAIRS), np.float32)
    occluders = head.triangles_of("skin", "cavity")
    for number, direction in enumerate(half):
        seen[:, number], seen[:, number + _PAIRS] = _both_ways(points, normals, occluders, direction)
        if number % 8 == 7:
            yield
    return Visibility(np.concatenate([half, -half]).astype(np.float32), normals, seen)


class Visibility:
    """directions (D, 3) unit; normals (V, 3); seen (V, D) 0..1: how much of the sky that way a vertex sees."""

    def __init__(self, directions: np.ndarray, normals: np.ndarray, seen: np.ndarray) -> None:
        self.directions = directions
        facing = np.maximum(normals @ directions.T + _WRAP, 0).astype(np.float32)
        self._lit = seen * facing
        self._facing = facing

    def shade(self, lights: np.ndarray, spread: np.ndarray, up: np.ndarray) -> np.ndarray:
        """How much of each light arrives, (V, L + 1) 0..1; the last column is the surroundings.

        lights (L, 3): unit directions toward the lights in head space. spread (L,): concentration, larger is harder.
        up (3,): the sky in head space.
        """
        weight = np.exp(spread[:, None] * (lights @ self.directions.T - 1.0))
        sky = 1.0 + 0.5 * (up @ self.directions.T)
        weights = np.concatenate([weight, sky[None]]).T.astype(np.float32)
        shade = np.empty((len(self._lit), weights.shape[1]), np.float32)
        for start in range(0, len(shade), _ROWS):
            rows = slice(start, start + _ROWS)
            shade[rows] = (self._lit[rows] @ weights + 1e-4) / (self._facing[rows] @ weights + 1e-4)
        return shade


def _both_ways(points: np.ndarray, normals: np.ndarray, occluders: np.ndarray, direction: np.ndarray) -> tuple:
    """What points (V, 3) see along a direction (V,) and against it (V,), from one depth map with two sides."""
    centre = points.mean(0)
    scale = 0.5 * (_MAP_SIDE - 2) / np.linalg.norm(points - centre, axis=1).max()
    side = np.cross(direction, [0.0, 1.0, 0.0] if abs(direction[1]) < 0.9 else [1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    frame = np.stack([side, np.cross(side, direction), direction])
    flat = (points - centre) @ frame.T
    flat[:, :2] = flat[:, :2] * scale + _MAP_SIDE / 2
    found = fragments(flat, occluders, (_MAP_SIDE, _MAP_SIDE))
    near = np.full(_MAP_SIDE**2, -np.inf, np.float32)
    far = np.full(_MAP_SIDE**2, np.inf, np.float32)
    np.maximum.at(near, found.pixel, found.depth)
    np.minimum.at(far, found.pixel, found.depth)
    cell = np.clip(flat[:, :2].astype(np.int64), 0, _MAP_SIDE - 1)
    pixel = cell[:, 1] * _MAP_SIDE + cell[:, 0]
    # A map's cell holds one depth of a slanting surface: the more it slants, the more must be forgiven.
    slack = 0.008 + 1.0 / scale * np.sqrt(np.maximum(1 - (normals @ direction) ** 2, 0))
    return _soft(near[pixel] - flat[:, 2] - slack), _soft(flat[:, 2] - far[pixel] - slack)


def _soft(hidden_by: np.ndarray) -> np.ndarray:
    """1 where nothing is in front, 0 from 3 mm on: a bounce of light gets into shallow folds."""
    return 1.0 - np.clip(hidden_by / 0.03, 0.0, 1.0)


def _half_sphere(count: int) -> np.ndarray:
    """count unit vectors, evenly spread, one of each opposite pair (Fibonacci spiral)."""
    number = np.arange(count) + 0.5
    height = 1.0 - number / count
    turn = np.pi * (1.0 + 5.0**0.5) * number
    ring = np.sqrt(1.0 - height**2)
    return np.stack([ring * np.cos(turn), height, ring * np.sin(turn)], 1)
