"""One step of subdivision as a sparse matrix, so that a coarse head draws round.

Loop's scheme ("Smooth subdivision surfaces based on triangles", 1987) with Warren's weights.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def subdivide(triangles: np.ndarray, points: np.ndarray, longest: float) -> "tuple[csr_matrix, np.ndarray, np.ndarray]":
    """Split the edges that are longer than ``longest``, and the triangles they border, without leaving cracks.

    triangles: (F, 3) numbers of points (V, 3). Edges of one triangle only, or of more than two, stay creased. Where no
    edge is split the old points stay where they are.
    Returns the matrix (V + E, V) float32 that makes the new points of the old, the triangles (G, 3), and for each the
    triangle (G,) it came from.
    """
    from scipy.sparse import csr_matrix, vstack

    triangles = np.asarray(triangles, np.int64)
    count = len(points)
    corner = np.arange(3)
    a, b, far = triangles[:, corner], triangles[:, (corner + 1) % 3], triangles[:, (corner + 2) % 3]
    edge_key, edge_of = np.unique(np.minimum(a, b) * count + np.maximum(a, b), return_inverse=True)
    edge_of = edge_of.reshape(a.shape)
    low, high = edge_key // count, edge_key % count
    inside = np.bincount(edge_of.ravel(), minlength=len(edge_key)) == 2
    split = np.linalg.norm(points[low] - points[high], axis=1) > longest
    new_number = np.cumsum(split) - 1  # of an edge's new point
    edges = int(split.sum())

    # New points: 3/8 of each end and 1/8 of each far corner; on a crease half of each end.
    number = new_number[split]
    share = np.where(inside, 0.375, 0.5)[split]
    beside = split[edge_of] & inside[edge_of]
    new = _matrix([number, number, new_number[edge_of[beside]]], [low[split], high[split], far[beside]],
                  [share, share, np.full(int(beside.sum()), 0.125)], (edges, count))

    # Old points: Warren's weights inside, the cubic spline's 1/8 3/4 1/8 along a crease.
    near, other = np.concatenate([low, high]), np.concatenate([high, low])
    crease = np.zeros(count, bool)
    crease[low[~inside]] = crease[high[~inside]] = True
    moved = np.zeros(count, bool)
    moved[low[split]] = moved[high[split]] = True
    valence = np.maximum(np.bincount(near, minlength=count), 1)
    weight = np.where(valence == 3, 3 / 16, 3 / (8 * valence))[near]
    weight = np.where(crease[near], np.where(np.tile(~inside, 2), 0.125, 0.0), weight) * moved[near]
    ring = _matrix([near], [other], [weight], (count, count))
    everyone = np.arange(count)
    rest = 1.0 - np.asarray(ring.sum(axis=1)).ravel()
    old = ring + _matrix([everyone], [everyone], [rest], (count, count))

    fresh, source = _split_triangles(triangles, split[edge_of], new_number[edge_of] + count)
    return csr_matrix(vstack([old, new]), dtype=np.float32), fresh.astype(np.int32), source


def _split_triangles(triangles: np.ndarray, split: np.ndarray, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Triangles (G, 3) and where each came from (G,), from which of edges 01, 12, 20 are split (F, 3) and their new
    points (F, 3)."""
    marks = split.sum(1)
    pieces, sources = [triangles[marks == 0]], [np.flatnonzero(marks == 0)]

    def add(chosen: np.ndarray, *corners: np.ndarray) -> None:
        pieces.append(np.stack(corners, 1))
        sources.append(chosen)

    for turn in range(3):
        order = [(turn + i) % 3 for i in range(3)]
        # One split edge, turned to be edge 01.
        chosen = np.flatnonzero((marks == 1) & split[:, order[0]])
        x, y, z = (triangles[chosen, i] for i in order)
        m = middle[chosen, order[0]]
        add(chosen, x, m, z)
        add(chosen, m, y, z)
        # Two, turned to be 01 and 12.
        chosen = np.flatnonzero((marks == 2) & ~split[:, order[2]])
        x, y, z = (triangles[chosen, i] for i in order)
        m, n = middle[chosen, order[0]], middle[chosen, order[1]]
        add(chosen, m, y, n)
        add(chosen, x, m, n)
        add(chosen, x, n, z)
    chosen = np.flatnonzero(marks == 3)
    x, y, z = triangles[chosen].T
    m, n, o = middle[chosen].T
    for corners in ((x, m, o), (y, n, m), (z, o, n), (m, n, o)):
        add(chosen, *corners)
    return np.concatenate(pieces), np.concatenate(sources)


def _matrix(rows: list, columns: list, weights: list, shape: tuple[int, int]) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    return csr_matrix((np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))), shape=shape)
