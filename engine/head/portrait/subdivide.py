"""One step of subdivision as a sparse matrix, so that a coarse head draws round.

Loop's scheme ("Smooth subdivision surfaces based on triangles", 1987) with Warren's weights.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def subdivide(triangles: np.ndarray, count: int) -> "tuple[csr_matrix, np.ndarray]":
    """Split every triangle in four.

    triangles: (F, 3) vertex numbers below ``count``. Edges of one triangle only, or of more than two, are kept sharp.
    Returns the matrix (count + E, count) float32 that makes the new vertices of the old, and triangles (4 F, 3).
    """
    from scipy.sparse import csr_matrix, vstack

    triangles = np.asarray(triangles, np.int64)
    corner = np.arange(3)
    a, b, far = triangles[:, corner], triangles[:, (corner + 1) % 3], triangles[:, (corner + 2) % 3]
    key = np.minimum(a, b) * count + np.maximum(a, b)
    edge_key, edge_of = np.unique(key, return_inverse=True)
    edge_of = edge_of.reshape(key.shape)
    low, high = edge_key // count, edge_key % count
    sides = np.bincount(edge_of.ravel(), minlength=len(edge_key))
    inside = sides == 2
    edges = len(edge_key)

    # New vertices: 3/8 of each end and 1/8 of each far corner; on a border half of each end.
    number = np.arange(edges)
    share = np.where(inside, 0.375, 0.5)
    new = _matrix([number, number, edge_of.ravel()], [low, high, far.ravel()],
                  [share, share, np.where(inside[edge_of], 0.125, 0.0).ravel()], (edges, count))

    # Old vertices: Warren's weights inside, the cubic spline's 1/8 3/4 1/8 along a border.
    ends = np.concatenate([low, high]), np.concatenate([high, low])
    border = np.zeros(count, bool)
    border[low[~inside]] = border[high[~inside]] = True
    valence = np.maximum(np.bincount(ends[0], minlength=count), 1)
    share = np.where(valence == 3, 3 / 16, 3 / (8 * valence))
    share[border] = 0.0
    weight = share[ends[0]]
    edge_border = np.concatenate([~inside, ~inside])
    weight = np.where(border[ends[0]] & edge_border, 0.125, weight)
    ring = _matrix([ends[0]], [ends[1]], [weight], (count, count))
    rest = 1.0 - np.asarray(ring.sum(axis=1)).ravel()
    everyone = np.arange(count)
    old = ring + _matrix([everyone], [everyone], [rest], (count, count))

    first, second, third = (edge_of[:, i] + count for i in range(3))
    x, y, z = triangles.T
    split = np.concatenate([np.stack(corners, 1) for corners in
                            ((x, first, third), (y, second, first), (z, third, second), (first, second, third))])
    return csr_matrix(vstack([old, new]), dtype=np.float32), split.astype(np.int32)


def _matrix(rows: list, columns: list, weights: list, shape: tuple[int, int]) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    return csr_matrix((np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))), shape=shape)
