"""Spreads what a fit leaves over at the landmarks smoothly over the whole head.

Scattered-data interpolation with the biharmonic radial function -r and a constant (e.g. Wendland, "Scattered Data
Approximation", 2004), measured on the head with mouth and eyes open so that upper and lower lip, or lid, do not pull
each other. Neck and back of the head are held still.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.head.model import Head
from engine.photo.arkit import ARKIT_INDEX

_NUGGET = 0.02  # dm: how stiffly landmarks are met; must be positive, the kernel is -r
_ANCHORS = 80
_OPEN = {
    "jawOpen": 0.6, "mouthLowerDownLeft": 0.4, "mouthLowerDownRight": 0.4, "mouthUpperUpLeft": 0.4,
    "mouthUpperUpRight": 0.4, "eyeWideLeft": 1.0, "eyeWideRight": 1.0,
}  # fmt: skip
# What moves as one piece when the surface around it is shifted.
_RIGID = (("eye_left",), ("eye_right",), ("teeth_upper", "teeth_lower", "gum", "tongue"))


@dataclass(frozen=True, eq=False)
class ResidualField:
    """kernel (V, n + 1) and inverse (n + 1, L) turn values at L landmarks into values at every vertex."""

    kernel: np.ndarray
    inverse: np.ndarray
    rigid: tuple[np.ndarray, ...]

    def spread(self, values: np.ndarray) -> np.ndarray:
        """Values (468, c) at the landmarks to (V, c) float32 at the vertices: eyes and teeth move in one piece."""
        field = self.kernel @ (self.inverse @ values.astype(np.float32))
        for ids in self.rigid:
            field[ids] = field[ids].mean(axis=0)
        return field


@lru_cache(maxsize=2)
def residual_field(head: Head) -> ResidualField:
    """The field of a head; about 0.1 s the first time, then kept."""
    weights = np.zeros(len(head.expression_names), dtype=np.float32)
    for name, value in _OPEN.items():
        weights[ARKIT_INDEX[name]] = value
    vertices = head.shape(None, weights)
    landmarks = head.landmarks(vertices)[:468]
    anchors = _spaced(vertices, np.flatnonzero(_still(head)), _ANCHORS)
    nodes = np.concatenate([landmarks, vertices[anchors]]).astype(np.float64)
    count = len(nodes)
    system = np.ones((count + 1, count + 1))
    system[:count, :count] = -_distances(nodes, nodes) + _NUGGET * np.eye(count)
    system[count, count] = 0.0
    inverse = np.linalg.inv(system)[:, : len(landmarks)]
    kernel = np.ones((len(vertices), count + 1), dtype=np.float32)
    kernel[:, :count] = -_distances(vertices.astype(np.float32), nodes.astype(np.float32))
    return ResidualField(kernel, inverse.astype(np.float32), tuple(head.vertices_of(*names) for names in _RIGID))


def _distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    squared = (a * a).sum(1)[:, None] + (b * b).sum(1)[None] - 2 * a @ b.T
    return np.sqrt(np.maximum(squared, 0))


def _still(head: Head) -> np.ndarray:
    """(V,) bool: the lower neck and the back half of the skull."""
    y, z = head.vertices[:, 1], head.vertices[:, 2]
    skin = head.masks["skin"] > 0.5
    return skin & ((y < -0.75) & (z < 0.75) | (z < -0.15))


def _spaced(vertices: np.ndarray, ids: np.ndarray, count: int) -> np.ndarray:
    """`count` of the ids, spread out: each is the farthest from those chosen before."""
    points = vertices[ids]
    chosen = [0]
    nearest = np.linalg.norm(points - points[0], axis=1)
    for _ in range(min(count, len(ids)) - 1):
        chosen.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, np.linalg.norm(points - points[chosen[-1]], axis=1))
    return ids[chosen]
