"""Collects the parts of the head as linear functions of the source vertices.

Every vertex of the head is a fixed linear combination of source vertices plus a constant: cut vertices interpolate an
edge, teeth and eyeballs follow the affine motion of the helper mesh they replace. So one sparse matrix carries every
target of the source over to the head.
"""

from dataclasses import dataclass, field

import numpy as np

PARTS = (
    "skin", "socket", "cavity", "tongue", "gum", "teeth_upper", "teeth_lower",
    "eye_left", "eye_right", "lash_upper", "lash_lower",
)  # fmt: skip


@dataclass
class Assembly:
    """positions: rows of (3,); rows: per vertex (source ids, weights) that carry displacements."""

    positions: list[np.ndarray] = field(default_factory=list)
    rows: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)
    uv: list[np.ndarray] = field(default_factory=list)
    triangles: list[tuple[int, int, int]] = field(default_factory=list)
    uv_triangles: list[tuple[int, int, int]] = field(default_factory=list)
    part: list[int] = field(default_factory=list)

    def add_vertex(self, position: np.ndarray, ids: np.ndarray, weights: np.ndarray) -> int:
        self.positions.append(np.asarray(position, dtype=np.float64))
        self.rows.append((np.asarray(ids), np.asarray(weights, dtype=np.float64)))
        return len(self.positions) - 1

    def add_uv(self, uv: np.ndarray) -> int:
        self.uv.append(np.asarray(uv, dtype=np.float64))
        return len(self.uv) - 1

    def add_triangle(self, part: str, corners: tuple[int, int, int], uv_corners: tuple[int, int, int]) -> None:
        self.triangles.append(corners)
        self.uv_triangles.append(uv_corners)
        self.part.append(PARTS.index(part))

    def add_affine(self, points: np.ndarray, helper: np.ndarray, helper_points: np.ndarray) -> list[int]:
        """Adds points (n, 3) that follow the least-squares affine motion of the helper vertices (m,) at (m, 3)."""
        centre = helper_points.mean(axis=0)
        scale = np.abs(helper_points - centre).max()
        frame = np.c_[(helper_points - centre) / scale, np.ones(len(helper_points))]
        gram = frame.T @ frame + 1e-6 * len(helper_points) * np.diag([1.0, 1.0, 1.0, 0.0])
        solve = np.linalg.solve(gram, frame.T)
        weights = np.c_[(points - centre) / scale, np.ones(len(points))] @ solve
        return [self.add_vertex(p, helper, w) for p, w in zip(points, weights, strict=True)]

    def add_grid(self, part: str, ids: np.ndarray, uv_ids: np.ndarray, flip: bool = False) -> None:
        """Two triangles for every cell of a grid of vertex ids (r, c) with uv ids of the same shape."""
        for i in range(ids.shape[0] - 1):
            for j in range(ids.shape[1] - 1):
                cell = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)]
                if flip:
                    cell.reverse()
                for a, b, c in ((0, 1, 2), (0, 2, 3)):
                    corners = int(ids[cell[a]]), int(ids[cell[b]]), int(ids[cell[c]])
                    if len(set(corners)) == 3:
                        uv_corners = int(uv_ids[cell[a]]), int(uv_ids[cell[b]]), int(uv_ids[cell[c]])
                        self.add_triangle(part, corners, uv_corners)

    def carry(self, delta: np.ndarray) -> np.ndarray:
        """Displacements of the head's vertices (V, 3) for displacements (19158, 3) of the source's."""
        matrix = self.matrix(len(delta))
        return matrix @ delta

    def matrix(self, sources: int) -> "object":
        """The sparse matrix (V, sources); cached, so call it after the last vertex."""
        from scipy.sparse import csr_matrix

        if not hasattr(self, "_matrix"):
            starts = np.cumsum([0] + [len(ids) for ids, _ in self.rows])
            self._matrix = csr_matrix(
                (np.concatenate([w for _, w in self.rows]), np.concatenate([i for i, _ in self.rows]), starts),
                shape=(len(self.rows), sources),
            )
        return self._matrix
