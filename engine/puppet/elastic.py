"""Known movements at some points of the mesh, carried smoothly to all others.

A thin plate (biharmonic energy) held by springs: stiff springs where a movement is known for certain, soft ones where
it was read off a coarse head, and springs to rest far away. Discretised with linear finite elements on the mesh's
plan, whose openings are real holes: what moves the upper lip reaches the lower only around the corner of the mouth.
(cotangent Laplacian: U. Pinkall and K. Polthier, 1993; squared with a lumped mass: thin plates in geometry,
M. Botsch and L. Kobbelt, 2004.)
"""

import numpy as np

from engine.puppet.warp_mesh import WarpMesh


class Plate:
    """The bending and stretching operators of a mesh without its skirts; lengths in face heights."""

    def __init__(self, mesh: WarpMesh) -> None:
        from scipy.sparse import coo_matrix, diags

        skirt = np.concatenate([number for pair in mesh.skirts.values() for number in pair])
        self.count = int(skirt.min())
        triangles = mesh.triangles[(mesh.triangles < self.count).all(1)]
        points = mesh.plan[:self.count] / mesh.axes.height
        corner = points[triangles]
        rows, columns, values = [], [], []
        area = np.abs(_cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])) / 2
        area = np.maximum(area, 1e-8)
        for a, b, c in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
            u, v = corner[:, b] - corner[:, a], corner[:, c] - corner[:, a]
            cotangent = np.clip((u * v).sum(1) / (2 * area), 0.02, 20) / 2
            i, j = triangles[:, b], triangles[:, c]
            rows += [i, j, i, j]
            columns += [j, i, i, j]
            values += [-cotangent, -cotangent, cotangent, cotangent]
        shape = (self.count, self.count)
        self.stretch = coo_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
                                  shape).tocsc()
        self.mass = np.bincount(triangles.ravel(), np.repeat(area / 3, 3), self.count) + 1e-9
        self.bend = (self.stretch @ diags(1 / self.mass) @ self.stretch).tocsc()

    def factor(self, stiffness: np.ndarray, smooth: float, membrane: float = 0.0):
        """Prepare to solve for movements.

        stiffness: (count,) spring constant per area at each point, 1 = follows what is known down to waves of length
                   `smooth` (face heights); 1e4 = exactly.
        smooth:    length in face heights below which the plate evens out what springs of 1 ask for.
        membrane:  0..1, how much the plate also resists stretching: more reaches less far.
        Returns solve(targets (count, n)) -> (count, n).
        """
        from scipy.sparse import diags
        from scipy.sparse.linalg import splu

        springs = self.mass * stiffness
        system = smooth ** 4 * self.bend + membrane * smooth ** 2 * self.stretch + diags(springs)
        solver = splu(system.tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True})
        return lambda targets: solver.solve(springs[:, None] * np.asarray(targets, np.float64))


def with_skirts(values: np.ndarray, mesh: WarpMesh) -> np.ndarray:
    """Values of the mesh's points without skirts (count, ...) extended to the skirts: each moves with its rim."""
    skirts = [number for pair in mesh.skirts.values() for number in pair]
    rims = [number for pair in mesh.rims.values() for number in pair]
    full = np.empty((len(mesh.points), *values.shape[1:]), values.dtype)
    full[:len(values)] = values
    full[np.concatenate(skirts)] = values[np.concatenate(rims)]
    return full


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
