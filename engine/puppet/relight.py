"""Shading that follows the surface: spherical-harmonic light estimated from the photo's skin.

Diffuse light of second order is nine numbers (R. Ramamoorthi and P. Hanrahan, 2001), fitted to the skin's luminance
against the head's normals. A moved surface is brightened by the ratio of new to old.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.puppet.warp_mesh import WarpMesh

_LOW, _HIGH = 0.75, 1.16


def harmonics(normals: np.ndarray) -> np.ndarray:
    """(n, 3) unit normals to (n, 9) real spherical harmonics up to order 2, constants left to the fit."""
    x, y, z = normals.T
    return np.stack([np.ones_like(x), x, y, z, x * y, x * z, y * z, x * x - y * y, 3 * z * z - 1], 1)


@dataclass(frozen=True, eq=False)
class Relight:
    """light (9,); weight (count,) 0..1 where the surface is known; gather (sparse) sums triangles' normals to points;
    smooth (sparse) evens out what the facets add."""

    light: np.ndarray
    weight: np.ndarray
    triangles: np.ndarray
    gather: Any
    smooth: Any
    shade: np.ndarray
    count: int

    def ratio(self, positions: np.ndarray, amount: float) -> np.ndarray:
        """(N,) float32 for moved positions (N, 3): exactly 1 where nothing moved."""
        now = harmonics(normals_of(positions, self.triangles, self.gather)) @ self.light
        change = (now - self.shade) / np.maximum(self.shade, 0.05)
        change = np.where(np.abs(change) < 1e-5, 0, change)
        change = np.clip(self.smooth @ change, _LOW - 1, _HIGH - 1)
        ratio = np.ones(len(positions), np.float32)
        ratio[:self.count] += amount * self.weight * change
        return ratio


def normals_of(positions: np.ndarray, triangles: np.ndarray, gather: Any) -> np.ndarray:
    """Unit normals toward the camera (count, 3): x right, y down, z away, so that a wall facing us has z = -1."""
    a, b, c = positions[triangles].transpose(1, 0, 2)
    u, v = b - a, c - a
    face = np.empty_like(u)
    face[:, 0] = u[:, 2] * v[:, 1] - u[:, 1] * v[:, 2]
    face[:, 1] = u[:, 0] * v[:, 2] - u[:, 2] * v[:, 0]
    face[:, 2] = u[:, 1] * v[:, 0] - u[:, 0] * v[:, 1]
    normal = gather @ face
    length = np.sqrt((normal * normal).sum(1, keepdims=True))
    return normal / np.maximum(length, 1e-12)


def prepare_relight(mesh: WarpMesh, count: int, positions: np.ndarray, light: np.ndarray) -> Relight:
    """positions (N, 3) at rest, crop sides; light (a, a) luminance 0..1 of the crop."""
    from scipy.sparse import coo_matrix, diags, identity

    triangles = mesh.triangles[(mesh.triangles < count).all(1)]
    triangles = triangles[(mesh.face[triangles] > -0.08).all(1)]
    # Draw order must not matter: every triangle is wound so that at rest it faces the camera.
    a, b, c = positions[triangles].transpose(1, 0, 2)
    flip = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]) < 0
    triangles[flip] = triangles[flip][:, [0, 2, 1]]
    i, j = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]).T
    links = coo_matrix((np.ones(len(i)), (i, j)), (count, count)).tocsr()
    links = ((links + links.T) > 0).astype(np.float64)
    degree = np.maximum(np.asarray(links.sum(1)).ravel(), 1)
    average = 0.4 * identity(count) + 0.6 * diags(1 / degree) @ links
    smooth = (average @ average @ average @ average).astype(np.float32).tocsr()

    number = np.repeat(np.arange(len(triangles)), 3)
    gather = coo_matrix((np.ones(len(number), np.float32), (triangles.ravel(), number)),
                        (count, len(triangles))).tocsr()
    normal = normals_of(positions, triangles, gather)
    at = np.clip((mesh.points * light.shape[0]).astype(int), 0, light.shape[0] - 1)
    seen = light[at[:, 1], at[:, 0]]
    members = np.flatnonzero((mesh.face[:count] > 0.04) & ~mesh.first_ring[:count])
    basis, wanted = harmonics(normal[members]), seen[members]
    coefficients = np.zeros(9)
    weights = np.ones(len(members))
    ridge = np.diag([1e-3, *[2.0] * 3, *[8.0] * 5])
    for _ in range(6):  # brows, beard and highlights are no statement about the light
        weighted = basis * weights[:, None]
        coefficients = np.linalg.solve(weighted.T @ basis + ridge, weighted.T @ wanted)
        error = np.abs(basis @ coefficients - wanted)
        weights = 1 / (1 + (error / max(1.5 * float(np.median(error)), 1e-3)) ** 2)
    weight = np.clip(mesh.face[:count] / 0.08, 0, 1) * ~mesh.first_ring[:count]
    return Relight(coefficients, weight.astype(np.float32), triangles, gather, smooth,
                   harmonics(normal) @ coefficients, count)
