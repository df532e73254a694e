"""The puppet's mesh, finer where a head turns: what an expression moves is carried along exactly."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.puppet.motion import Moved
from engine.puppet.turn import Placement, Turn

_LONGEST = 0.045  # face heights, an edge that is not cut in two
_ROUNDS = 2
_READ = 1.0  # pixels around a place that a look at it reads


@dataclass(frozen=True, eq=False)
class TurningSurface:
    """carry (M, N) sparse float32: the finer mesh's points from the puppet's own; triangles (M', 3) int32 of it, those
    that show anything of the person, and outline (M',) bool: which of them show other things besides; rest (M, 3), edge
    (M,) and share (M,) as the puppet's; near (M, N) sparse bool: which of the puppet's points each is made of."""

    carry: Any
    triangles: np.ndarray
    outline: np.ndarray
    rest: np.ndarray
    edge: np.ndarray
    share: np.ndarray
    near: Any

    def turned(self, moved: Moved, rest: np.ndarray, turn: Turn, placement: Placement) -> np.ndarray:
        """(M, 3) crop sides. rest (N, 3): of the puppet's points."""
        change = moved.unturned - rest
        there = self.rest + self.carry @ change if np.any(change) else self.rest
        return turn.apply(there, placement, self.share)

    def shown(self, flags: np.ndarray) -> np.ndarray:
        """(M,) bool: near which points something shows that does near the puppet's, (N,)."""
        return np.asarray(self.near @ flags.astype(np.float32) > 0)


def refined(points: np.ndarray, triangles: np.ndarray, unit: float) -> tuple[Any, np.ndarray]:
    """(M, N) sparse averages that make the finer mesh's points of the points (N, 2), and its triangles: every edge that
    is too long for unit, the face's height, is cut in two, twice over, from both sides alike."""
    from scipy.sparse import csr_matrix, identity, vstack

    carry = identity(len(points), format="csr")
    for _ in range(_ROUNDS):
        at = carry @ points
        edges = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), 1)
        unique, inverse = np.unique(edges, axis=0, return_inverse=True)
        long = np.linalg.norm(at[unique[:, 0]] - at[unique[:, 1]], axis=1) > _LONGEST * unit
        number = np.full(len(unique), -1)
        number[long] = carry.shape[0] + np.arange(long.sum())
        carry = vstack([carry, 0.5 * (carry[unique[long, 0]] + carry[unique[long, 1]])]).tocsr()
        triangles = _cut(triangles, number[inverse.ravel()].reshape(3, -1).T)
    return csr_matrix(carry), triangles.astype(np.int32)


def any_within(flags: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """(T,) bool: whether any of the pixels (n, n) bool that a triangle may read is flagged. corners (T, 3, 2) in the
    picture's sides."""
    side = len(flags)
    total = np.zeros((side + 1, side + 1), np.int64)
    total[1:, 1:] = flags.cumsum(0).cumsum(1)
    x0, y0 = np.clip(np.floor(corners.min(1) * side - _READ).astype(int), 0, side).T
    x1, y1 = np.clip(np.ceil(corners.max(1) * side + _READ).astype(int), 0, side).T
    return np.asarray(total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0] > 0)


def _cut(triangles: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """Triangles (T, 3) with the numbers of their edges' middles (T, 3), from each corner to the next, -1 for whole."""
    found = []
    count = (middles >= 0).sum(1)
    found.append(triangles[count == 0])
    for first in range(3):
        a, b, c = (triangles[:, (first + k) % 3] for k in range(3))
        ab, bc, ca = (middles[:, (first + k) % 3] for k in range(3))
        one = (count == 1) & (ab >= 0)
        found += [_of(one, a, ab, c), _of(one, ab, b, c)]
        two = (count == 2) & (ca < 0)
        found += [_of(two, ab, b, bc), _of(two, a, ab, bc), _of(two, a, bc, c)]
    a, b, c = triangles.T
    ab, bc, ca = middles.T
    all_ = count == 3
    found += [_of(all_, a, ab, ca), _of(all_, ab, b, bc), _of(all_, ca, bc, c), _of(all_, ab, bc, ca)]
    return np.concatenate(found)


def _of(which: np.ndarray, *corners: np.ndarray) -> np.ndarray:
    return np.stack([corner[which] for corner in corners], 1)
