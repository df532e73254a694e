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
class LitSurface:
    """What is lit: a person's surface, the same in every picture.

    count: points without skirts; triangles (M, 3) of them, wound toward the camera; gather (sparse) sums triangles'
    normals to points; smooth (sparse) evens out what the facets add; weight (count,) 0..1 where the surface is known;
    members: numbers of the points whose skin tells of the light.
    """

    count: int
    triangles: np.ndarray
    gather: Any
    smooth: Any
    weight: np.ndarray
    members: np.ndarray


@dataclass(frozen=True, eq=False)
class Relight:
    """light (9,) of one picture; shade (count,) of the surface as the picture shows it; gentler (N,) added to how far
    away points are, crop sides: the depth that is lit."""

    surface: LitSurface
    gentler: np.ndarray
    light: np.ndarray
    shade: np.ndarray

    def ratio(self, positions: np.ndarray, amount: float) -> np.ndarray:
        """(N,) float32 for moved positions (N, 3): exactly 1 where nothing moved."""
        surface = self.surface
        positions = positions.copy()
        positions[:, 2] += self.gentler
        now = harmonics(normals_of(positions, surface.triangles, surface.gather)) @ self.light
        change = (now - self.shade) / np.maximum(self.shade, 0.05)
        change = np.where(np.abs(change) < 1e-5, 0, change)
        change = np.clip(surface.smooth @ change, _LOW - 1, _HIGH - 1)
        ratio = np.ones(len(positions), np.float32)
        ratio[:surface.count] += amount * surface.weight * change
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


def lit_surface(mesh: WarpMesh, count: int) -> LitSurface:
    """count: points without skirts."""
    from scipy.sparse import coo_matrix, diags, identity

    triangles = mesh.triangles[(mesh.triangles < count).all(1)]
    triangles = triangles[(mesh.face[triangles] > -0.08).all(1)]
    # Draw order must not matter: every triangle is wound so that at rest it faces the camera.
    a, b, c = mesh.points[triangles].transpose(1, 0, 2)
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
    weight = np.clip(mesh.face[:count] / 0.08, 0, 1) * ~mesh.first_ring[:count]
    return LitSurface(count, triangles, gather, smooth, weight.astype(np.float32),
                      np.flatnonzero((mesh.face[:count] > 0.04) & ~mesh.first_ring[:count]))


def read_light(surface: LitSurface, rest: np.ndarray, gentler: np.ndarray, seen: np.ndarray) -> Relight:
    """The light of a picture. rest (N, 3) crop sides; gentler (N,) see `Relight`; seen (N,) luminance 0..1 the picture
    has there."""
    members = surface.members
    positions = np.column_stack([rest[:, :2], rest[:, 2] + gentler])
    shape = harmonics(normals_of(positions, surface.triangles, surface.gather))
    basis, wanted = shape[members], seen[members]
    coefficients = np.zeros(9)
    weights = np.ones(len(members))
    ridge = np.diag([1e-3, *[2.0] * 3, *[8.0] * 5])
    for _ in range(6):  # brows, beard and highlights are no statement about the light
        weighted = basis * weights[:, None]
        coefficients = np.linalg.solve(weighted.T @ basis + ridge, weighted.T @ wanted)
        error = np.abs(basis @ coefficients - wanted)
        weights = 1 / (1 + (error / max(1.5 * float(np.median(error)), 1e-3)) ** 2)
    return Relight(surface, gentler.astype(np.float32), coefficients, shape @ coefficients)
